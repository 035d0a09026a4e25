"""GitLab code quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

import json

from rsnms_rules.checks.report import Report, fingerprints
from rsnms_rules.finding import Finding
from rsnms_rules.i18n import N_, message
from rsnms_rules.report.style import Style
from rsnms_rules.rule import Severity

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, style: Style) -> str:  # noqa: ARG001
    """All findings as one list; accepted ones weigh nothing and say so."""
    names = fingerprints(report.findings)
    shapes = [_shape(finding, name) for finding, name in zip(report.findings, names, strict=True)]
    return json.dumps(shapes, ensure_ascii=False, indent=2) + "\n"


def _shape(finding: Finding, name: str) -> dict[str, object]:
    remedy = f" {finding.remedy}" if finding.remedy else ""
    text = f"{finding.message}{remedy}"
    if finding.waived is not None:
        until = finding.waived.expires.isoformat()
        text = str(message(N_("Accepted until {day}: {text}"), day=until, text=text))
    return {
        "description": text,
        "check_name": finding.rule,
        "fingerprint": name,
        "severity": _SEVERITIES[finding.severity] if finding.waived is None else "info",
        "location": {"path": finding.location.file, "lines": {"begin": finding.location.line}},
    }
