"""Findings as text: one line that an editor can jump to, then what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rsnms_rules.checks.report import Report
from rsnms_rules.finding import LABELS, Finding
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import RED, YELLOW, painted, paragraph
from rsnms_rules.rule import Severity


def findings(found: Sequence[Finding], style: Style) -> str:
    """All findings and how many there are of each severity."""
    counts = Counter(finding.severity for finding in found)
    lines = [line for finding in found for line in _one(finding, style)]
    if not found:
        return str(message(N_("No faults."))) + "\n"
    figures = {str(severity): counts[severity] for severity in Severity}
    lines.append(str(message(N_("Errors: {error}, warnings: {warning}, notes: {note}."), **figures)))
    return "\n".join(lines) + "\n"


def report(found: Report, style: Style) -> str:
    """The open findings, then the accepted ones, then how many there are."""
    lines = [findings(found.open, style)]
    if found.waived:
        lines.append(str(message(N_("Accepted: {count}."), count=len(found.waived))) + "\n")
        lines += [f"{line}\n" for finding in found.waived for line in _accepted(finding, style)]
    return "".join(lines)


def _one(finding: Finding, style: Style) -> list[str]:
    lines = [_head(finding, style), *paragraph(str(finding.message), style, indent=1)]
    if finding.remedy:
        lines += paragraph(f"→ {finding.remedy}", style, indent=1, hanging=2)
    return lines


def _head(finding: Finding, style: Style) -> str:
    label = translate(LABELS[finding.severity])
    code = RED if finding.severity is Severity.ERROR else YELLOW
    return f"{finding.location}: {painted(label, code, style)} [{finding.rule}]"


def _accepted(finding: Finding, style: Style) -> Iterator[str]:
    accepted = finding.waived
    assert accepted is not None
    yield _head(finding, style)
    yield from paragraph(str(finding.message), style, indent=1)
    said = message(
        N_("Accepted until {day} by {who}: {why}."),
        day=accepted.expires.isoformat(),
        who=accepted.approved_by,
        why=accepted.reason.rstrip("."),
    )
    yield from paragraph(str(said), style, indent=1)
