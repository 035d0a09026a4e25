"""Annotations of GitHub Actions: `::warning file=…,line=…,col=…,title=…::message`, escaped as its toolkit does.

GitHub shows ten errors and ten warnings of a step; the format itself leaves nothing out.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.report import Report
from rsnms_rules.finding import Finding
from rsnms_rules.i18n import N_, message
from rsnms_rules.report.style import Style
from rsnms_rules.rule import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, style: Style) -> str:  # noqa: ARG001
    """One line for each finding."""
    return "".join(f"{line}\n" for line in map(_line, report.findings))


def _line(finding: Finding) -> str:
    at = finding.location
    command = _COMMANDS[finding.severity] if finding.waived is None else "notice"
    properties = {"file": at.file, "line": str(at.line), "col": str(at.column), "title": f"rsnms: {finding.rule}"}
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {told}::{_data(' '.join(_words(finding)))}"


def _words(finding: Finding) -> Iterator[str]:
    if finding.waived is not None:
        until = finding.waived.expires.isoformat()
        who, why = finding.waived.approved_by, finding.waived.reason
        yield str(message(N_("Accepted until {day} by {who}: {why}."), day=until, who=who, why=why.rstrip(".")))
    yield str(finding.message)
    if finding.remedy:
        yield str(finding.remedy)
    if finding.cite:
        yield f"[{'; '.join(finding.cite)}]"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
