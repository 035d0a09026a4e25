"""Markdown for the comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rsnms_rules.checks.report import Report
from rsnms_rules.finding import LABELS, Finding
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report.style import Style
from rsnms_rules.rule import Severity

LIMIT = 60_000
"""Characters of one part: GitHub takes comments of at most 65,536."""

_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}


def render(report: Report, style: Style) -> str:  # noqa: ARG001
    """The whole report: a summary, then a table for each file."""
    return "".join([_head(report), *_blocks(report.findings)])


def pages(report: Report, style: Style) -> Iterator[str]:  # noqa: ARG001
    """The report in parts, each short enough for a comment."""
    head = _head(report)
    start, size = 0, len(head)
    for index, finding in enumerate(report.findings):
        row = _row(finding) + 2 * len(_table_head(finding.location.file))
        if size + row > LIMIT and index > start:
            yield head + "".join(_blocks(report.findings[start:index]))
            start, size = index, len(head)
        size += row
    yield head + "".join(_blocks(report.findings[start:]))


def _row(finding: Finding) -> int:
    return len(_line(finding))


def _head(report: Report) -> str:
    counts = report.counts
    figures = {str(severity): counts[severity] for severity in Severity}
    said = message(N_("Errors: {error}, warnings: {warning}, notes: {note}."), **figures)
    lines = [f"### {_MARKS[Severity.ERROR] if report.failed else '✅'} rsnms check", "", str(said)]
    if report.waived:
        lines[-1] += " " + str(message(N_("Accepted: {count}."), count=len(report.waived)))
    return "\n".join(lines) + "\n"


def _blocks(found: Iterable[Finding]) -> Iterator[str]:
    for file, findings in groupby(found, key=lambda finding: finding.location.file):
        yield _table_head(file) + "".join(map(_line, findings))


def _table_head(file: str) -> str:
    columns = [translate(N_("line")), translate(N_("rule")), translate(N_("finding")), translate(N_("clause"))]
    return f"\n#### `{file}`\n\n| | {' | '.join(columns)} |\n|---|---|---|---|---|\n"


def _line(finding: Finding) -> str:
    label = translate(LABELS[finding.severity])
    mark = f'<span title="{label}">{_MARKS[finding.severity]}</span>'
    text = cell(str(finding.message))
    if finding.waived is not None:
        until = finding.waived.expires.isoformat()
        who, why = finding.waived.approved_by, finding.waived.reason.rstrip(".")
        said = message(N_("Accepted until {day} by {who}: {why}."), day=until, who=who, why=why)
        text, mark = f"~~{text}~~ {cell(str(said))}", "☑️"
    elif finding.remedy:
        text += f"<br>→ {cell(str(finding.remedy))}"
    return f"| {mark} | {finding.location.line} | `{finding.rule}` | {text} | {cell('; '.join(finding.cite))} |\n"


def cell(text: str) -> str:
    """Text inside a cell: no markup, no line end, no bar."""
    for mark in "\\`*_[]<>|~":
        text = text.replace(mark, f"\\{mark}" if mark not in "<>" else {"<": "&lt;", ">": "&gt;"}[mark])
    return " ".join(text.split())
