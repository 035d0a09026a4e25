"""Findings as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rsnms_rules.checks.report import Explanation, Report
from rsnms_rules.finding import Finding
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.rules import rule_shape
from rsnms_rules.report.json.shapes import (
    CheckShape,
    CountsShape,
    ExplainedShape,
    ExplainShape,
    FindingShape,
    ValidateShape,
    WaiverShape,
)
from rsnms_rules.report.style import Style
from rsnms_rules.rule import Severity


def validation(found: Sequence[Finding], style: Style) -> str:  # noqa: ARG001
    """The findings of `rsnms validate`."""
    shape: ValidateShape = {
        "schema": "rsnms/validate/1",
        "findings": [shaped(finding) for finding in found],
        "counts": counted(found),
    }
    return dumps(shape)


def check(report: Report, style: Style) -> str:  # noqa: ARG001
    """The report of `rsnms check`."""
    shape: CheckShape = {
        "schema": "rsnms/check/1",
        "findings": [shaped(finding) for finding in report.findings],
        "counts": {**counted(report.open), "waived": len(report.waived)},
        "regulations": [one.id for one in report.ran],
        "failed": report.failed,
    }
    return dumps(shape)


def explanation(told: Explanation, style: Style) -> str:
    """A rule, and why it found what it found."""
    shape: ExplainShape = {
        "schema": "rsnms/explain/1",
        "rule": rule_shape(told.rule),
        "findings": [_explained(finding, style) for finding in told.findings],
    }
    return dumps(shape)


def _explained(finding: Finding, style: Style) -> ExplainedShape:
    regulation = finding.element.partition(":")[0]
    return {
        "finding": shaped(finding),
        "values": {name: str(value) for name, value in finding.message.args},
        "because": [str(step) for step in finding.because],
        "quotes": [words for cite in finding.cite if (words := style.quote(regulation, cite)) is not None],
        "waiver": _accepted(finding),
    }


def _accepted(finding: Finding) -> WaiverShape | None:
    if finding.waived is None:
        return None
    return {
        "reason": finding.waived.reason,
        "approved_by": finding.waived.approved_by,
        "expires": finding.waived.expires.isoformat(),
    }


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
        "waived": finding.waived is not None,
    }


def counted(found: Sequence[Finding]) -> CountsShape:
    """How many findings there are of each severity."""
    counts = Counter(finding.severity for finding in found)
    return {
        "error": counts[Severity.ERROR],
        "warning": counts[Severity.WARNING],
        "note": counts[Severity.NOTE],
    }
