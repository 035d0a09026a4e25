"""Findings as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rsnms_rules.finding import Finding
from rsnms_rules.i18n import translate
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.shapes import CheckShape, CountsShape, FindingShape, RulesShape, ValidateShape
from rsnms_rules.report.style import Style
from rsnms_rules.rule import Rule, Severity


def validation(found: Sequence[Finding], style: Style) -> str:  # noqa: ARG001
    """The findings of `rsnms validate`."""
    shape: ValidateShape = {
        "schema": "rsnms/validate/1",
        "findings": [shaped(finding) for finding in found],
        "counts": counted(found),
    }
    return dumps(shape)


def check(found: Sequence[Finding], style: Style) -> str:  # noqa: ARG001
    """The findings of `rsnms check`."""
    shape: CheckShape = {
        "schema": "rsnms/check/1",
        "findings": [shaped(finding) for finding in found],
        "counts": counted(found),
    }
    return dumps(shape)


def rules(cards: Sequence[Rule], style: Style) -> str:  # noqa: ARG001
    """The cards of `rsnms rules`."""
    shape: RulesShape = {
        "schema": "rsnms/rules/1",
        "rules": [
            {"rule": card.slug, "severity": card.severity.value, "sentence": translate(card.sentence)} for card in cards
        ],
    }
    return dumps(shape)


def shaped(finding: Finding) -> FindingShape:
    """One finding in its shape; message and remedy are one text."""
    remedy = f" {finding.remedy}" if finding.remedy else ""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "element": finding.element,
        "file": finding.location.file,
        "line": finding.location.line,
        "column": finding.location.column,
        "message": f"{finding.message}{remedy}",
        "cite": list(finding.cite),
        "fingerprint": finding.fingerprint,
        "waived": False,
    }


def counted(found: Sequence[Finding]) -> CountsShape:
    """How many findings there are of each severity."""
    counts = Counter(finding.severity for finding in found)
    return {
        "error": counts[Severity.ERROR],
        "warning": counts[Severity.WARNING],
        "note": counts[Severity.NOTE],
    }
