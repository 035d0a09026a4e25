"""Differences for a person: by areas, duties by theme, each with its fields and the clauses of both sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from rsnms_rules.differences.diff import Change, Diff
from rsnms_rules.differences.kinds import Area, Judgement, Kind
from rsnms_rules.differences.unknown import Unknown
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report.differences import Compared, Words, accepted, likeness
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import BOLD, painted, paragraph

_MARKS = {
    Kind.ADDED: "+",
    Kind.REMOVED: "−",
    Kind.CHANGED: "~",
    Kind.MOVED: "→",
    Kind.RENAMED: "≡",
    Kind.RENUMBERED: "#",
}
_MOST = 3
"""How many elements of the other side that say the same elsewhere are named; the rest are counted."""


def differences(answer: Compared, style: Style) -> str:
    """All changes, and what one of the texts does not tell."""
    return "\n".join(_lines(answer, style)) + "\n"


def _lines(answer: Compared, style: Style) -> Iterator[str]:
    found, words = answer.found, Words(answer.found, answer.catalogue)
    yield from paragraph(painted(f"A: {answer.a}", BOLD, style), style, hanging=3)
    yield from paragraph(painted(f"B: {answer.b}", BOLD, style), style, hanging=3)
    if not found:
        yield str(message(N_("No differences.")))
    counts = Counter(change.judgement for change in found.changes)
    told = (f"{judgement.label}: {counts[judgement]}" for judgement in Judgement if counts[judgement])
    yield from paragraph(", ".join(told), style, indent=0)
    for area in Area:
        if found.of(area):
            yield f"\n{painted(area.label, BOLD, style)}"
            for theme, changes in words.themed(area):
                if theme:
                    yield f"  [{theme}]"
                for change in changes:
                    yield from _one(change, words, style)
    if found.unknown:
        heading = translate(N_("Unknown, because the text at hand lacks it:"))
        yield f"\n{painted(heading, BOLD, style)}"
        for (regulation, why), gaps in _by_reason(found):
            text = message(
                N_("{regulation}: {why}. No counterpart is known of: {elements}"),
                regulation=regulation,
                why=why.rstrip("."),
                elements=", ".join(gap.element for gap in gaps),
            )
            yield from paragraph(f"? {text}", style, indent=1, hanging=2)


def _by_reason(found: Diff) -> list[tuple[tuple[str, str], list[Unknown]]]:
    groups: dict[tuple[str, str], list[Unknown]] = defaultdict(list)
    for gap in found.unknown:
        groups[gap.regulation, str(gap.why)].append(gap)
    return sorted(groups.items())


def _one(change: Change, words: Words, style: Style) -> Iterator[str]:
    head = f"{_MARKS[change.kind]} {words.head(change)} — {change.judgement.label} {likeness(change)}"
    yield from paragraph(head.rstrip(), style, indent=1, hanging=2)
    if change.waived is not None:
        yield from paragraph(accepted(change), style, indent=3, hanging=2)
    for field in change.fields:
        yield from paragraph(words.field(field), style, indent=3, hanging=2)
    for side, cite in (("A", change.cite_a), ("B", change.cite_b)):
        if cite:
            yield from paragraph(f"{side}: {'; '.join(cite)}", style, indent=3, hanging=2)
    side = "B" if change.element_b is None else "A"
    for item in change.fact.elsewhere[:_MOST]:
        text = message(N_("{side} says it elsewhere: {what}"), side=side, what=words.item(item))
        yield from paragraph(f"{text} — {'; '.join(item.cite) or item.element}", style, indent=3, hanging=2)
    if len(change.fact.elsewhere) > _MOST:
        more = message(N_("and {count} more"), count=len(change.fact.elsewhere) - _MOST)
        yield from paragraph(str(more), style, indent=3, hanging=2)
