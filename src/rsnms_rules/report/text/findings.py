"""Findings as text: one line that an editor can jump to, then what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

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


def _one(finding: Finding, style: Style) -> list[str]:
    label = translate(LABELS[finding.severity])
    code = RED if finding.severity is Severity.ERROR else YELLOW
    head = f"{finding.location}: {painted(label, code, style)} [{finding.rule}]"
    lines = [head, *paragraph(str(finding.message), style, indent=1)]
    if finding.remedy:
        lines += paragraph(f"→ {finding.remedy}", style, indent=1, hanging=2)
    return lines
