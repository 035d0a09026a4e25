"""Differences for a person: by areas, duties by theme, each with its fields and the clauses of both sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from rsnms_rules.differences.diff import Change, Diff, JudgedField
from rsnms_rules.differences.kinds import Area, Judgement, Kind, Value
from rsnms_rules.differences.unknown import Unknown
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.model.catalogue import CatalogueFile
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


def differences(answer: tuple[Diff, CatalogueFile], style: Style) -> str:
    """All changes, and what one of the texts does not tell."""
    return "\n".join(_lines(*answer, style)) + "\n"


def _lines(found: Diff, catalogue: CatalogueFile, style: Style) -> Iterator[str]:
    yield painted(f"{found.a} → {found.b}", BOLD, style)
    if not found:
        yield str(message(N_("No differences.")))
    counts = Counter(change.judgement for change in found.changes)
    told = (f"{judgement.label}: {counts[judgement]}" for judgement in Judgement if counts[judgement])
    yield from paragraph(", ".join(told), style, indent=0)
    for area in Area:
        changes = found.of(area)
        if changes:
            yield f"\n{painted(area.label, BOLD, style)}"
            yield from _area(changes, catalogue, style)
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


def _area(changes: tuple[Change, ...], catalogue: CatalogueFile, style: Style) -> Iterator[str]:
    themes = sorted({_theme(change, catalogue) for change in changes})
    for theme in themes:
        if len(themes) > 1 and theme:
            yield f"  [{theme}]"
        for change in changes:
            if _theme(change, catalogue) == theme:
                yield from _one(change, style)


def _theme(change: Change, catalogue: CatalogueFile) -> str:
    concept = catalogue.concept_index.get(change.concept)
    return (concept.theme or "") if concept is not None and change.area is Area.DUTIES else ""


def _one(change: Change, style: Style) -> Iterator[str]:
    item = change.fact.item
    owner = f"{item.owner}: " if item.owner else ""
    near = (
        "" if change.fact.score == 1 else " " + str(message(N_("(alike: {score})"), score=f"{change.fact.score:.2f}"))
    )
    head = f"{_MARKS[change.kind]} {owner}{item.label} — {change.judgement.label}{near}"
    yield from paragraph(head, style, indent=1, hanging=2)
    if change.waived is not None:
        until, who, why = change.waived.expires.isoformat(), change.waived.approved_by, change.waived.reason.rstrip(".")
        told = message(N_("Accepted until {day} by {who}: {why}."), day=until, who=who, why=why)
        yield from paragraph(str(told), style, indent=3, hanging=2)
    for field in change.fields:
        yield from paragraph(_field(field), style, indent=3, hanging=2)
    for side, cite in (("A", change.cite_a), ("B", change.cite_b)):
        if cite:
            yield from paragraph(f"{side}: {'; '.join(cite)}", style, indent=3, hanging=2)


def _field(judged: JudgedField) -> str:
    field = judged.field
    reading = " " + translate(N_("(an encoder's reading)")) if field.reading else ""
    return f"{field.name}: {shown(field.a)} → {shown(field.b)} — {judged.judgement.label}{reading}"


def shown(value: Value) -> str:
    """A compared value as text."""
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or "—"
    if isinstance(value, bool):
        return translate(N_("yes")) if value else translate(N_("no"))
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return value or "—"
