"""What `verify` found: coverage, faults of citations, what nobody cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rsnms_rules.i18n import N_, message
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import BOLD, painted, paragraph
from rsnms_rules.source.act.lock import Fate
from rsnms_rules.source.act.resolve import Status
from rsnms_rules.source.act.verify import Verification

HEADINGS = {
    Status.LOST: N_("Lost citations: {count}"),
    Status.AMBIGUOUS: N_("Ambiguous citations: {count}"),
    Status.CUT_OFF: N_("Citations that end before their item does: {count}"),
    Status.DOUBLE: N_("Words cited by two elements: {count}"),
}


def verification(found: Sequence[Verification], style: Style) -> str:
    """The results of verifying one or several regulations."""
    return "\n".join("\n".join(_one(item, style)) + "\n" for item in found)


STALE_SHOWN = 3
"""So many elements that the lock does not know are named; JSON has them all."""

FATES = {
    Fate.CHANGED: N_("changed: {element}: {cite}"),
    Fate.MOVED: N_("moved to line {line} ({place}): {element}: {cite}"),
    Fate.VANISHED: N_("vanished: {element}: {cite}"),
}


def _edition(item: Verification, style: Style) -> Iterator[str]:
    """What differs from the text that was encoded, where a lock knows it."""
    found = item.edition
    if found is None:
        return
    if not found.same:
        text = message(
            N_("This is another text than the encoded one; citations that differ: {count}"), count=len(found.changes)
        )
        yield painted(str(text), BOLD, style)
    for one in found.changes:
        text = message(FATES[one.fate], element=one.element, cite=one.cite, line=one.line, place=one.place)
        yield from paragraph(str(text), style, indent=1, hanging=2)
    if found.stale:
        template = N_(
            "The lock is older than the file; write it anew with --lock. Differing elements: {count}, e.g. {names}"
        )
        names = ", ".join(found.stale[:STALE_SHOWN])
        yield from paragraph(str(message(template, count=len(found.stale), names=names)), style)


def _one(item: Verification, style: Style) -> Iterator[str]:
    percent = f"{float(item.coverage) * 100:.2f}" if item.coverage != 1 else "100"
    if item.coverage != 1 and percent == "100.00":
        percent = "99.99"
    yield painted(
        str(message(N_("{id}: source coverage {percent} %"), id=item.regulation, percent=percent)),
        BOLD,
        style,
    )
    figures = {"words": item.words, "quoted": item.quoted, "bare": item.bare, "skipped": item.skipped}
    text = message(N_("words {words}: quoted {quoted}, bare labels {bare}, skipped {skipped}"), **figures)
    yield from paragraph(str(text), style, indent=1)
    resolved = message(
        N_("citations: {all}, resolved {good}"), all=len(item.citations), good=len(item.of(Status.RESOLVED))
    )
    yield from paragraph(str(resolved), style, indent=1)
    for status, heading in HEADINGS.items():
        if cited := item.of(status):
            yield painted(str(message(heading, count=len(cited))), BOLD, style)
            for one in cited:
                yield from paragraph(f"{one.element}: {one.resolution.citation}", style, indent=1, hanging=2)
                yield from paragraph(str(one.resolution.why or ""), style, indent=2)
    yield from _edition(item, style)
    if item.todo:
        yield painted(str(message(N_("Still to be written (TODO): {count}"), count=len(item.todo))), BOLD, style)
        for left in item.todo:
            yield from paragraph(f"{left.element}: {left.field}", style, indent=1, hanging=2)
    if item.uncited:
        yield painted(str(message(N_("Words that nobody cites:"))), BOLD, style)
        for free in item.uncited:
            yield from paragraph(
                str(message(N_("line {line}: {text}"), line=free.line, text=free.text)),
                style,
                indent=1,
                hanging=2,
            )
