"""What an act says of itself, read from the model: number, date, signature, force, documents, points, lists.

Each function takes a regulation and yields what it says; nothing is searched for here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.act import Document
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.types import Element
from rsnms_rules.model.vocabulary import InForceFrom, SkippedWhy
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.say import day, joined, said
from rsnms_rules.questions.ask.scope import names
from rsnms_rules.questions.base import citations, short_name

NAME = "act"
"""The kind of question that these answer."""
LESS = 0.8
"""What a second date of the act is worth beside the first."""
Intent = Callable[[RegulationFile], Iterator[Item]]


def _item(regulation: RegulationFile, element: str, label: str, value: Message | str, *of: Element) -> Item:
    cite = tuple(dict.fromkeys(place for one in of for place in citations(one)))
    shown = said(value) if isinstance(value, str) else value
    return Item(f"{regulation.id}:{element}", regulation.id, message(label), shown, cite, 1.0)


def number(regulation: RegulationFile) -> Iterator[Item]:
    """The number and the date of the act."""
    act = regulation.act
    if act.number != "unknown":
        yield _item(regulation, "act", N_("number and date of the act"), _named(act.number, act.date), act)


def dates(regulation: RegulationFile) -> Iterator[Item]:
    """Its date, and other dates that the text gives for it."""
    act = regulation.act
    if act.date != "unknown":
        yield _item(regulation, "act", N_("number and date of the act"), _named(act.number, act.date), act)
    for position, other in enumerate(act.other_dates, start=1):
        if other.date != "unknown":
            label = N_("another date that the text gives for it")
            yield _item(regulation, f"act.other_dates.{position}", label, day(other.date), other).scored(LESS, NAME)


def _named(number: str, of: object) -> Message:
    parts = [message("№ {number}", number=number)] if number != "unknown" else []
    parts += [message(N_("of {day}"), day=day(of))] if isinstance(of, date) else []
    return joined(parts, " ")


def title(regulation: RegulationFile) -> Iterator[Item]:
    """Its title."""
    if regulation.act.title:
        yield _item(regulation, "act", N_("title of the act"), regulation.act.title, regulation.act)


def form(regulation: RegulationFile) -> Iterator[Item]:
    """Its form: an order, a decree."""
    yield _item(regulation, "act", N_("form of the act"), message(regulation.act.kind.english), regulation.act)


def issuer(regulation: RegulationFile) -> Iterator[Item]:
    """The body that issued it."""
    if regulation.act.issuer:
        name = next(s.name for s in regulation.subjects if s.id == regulation.act.issuer)
        yield _item(regulation, "act", N_("who issued the act"), name, regulation.act)


def signed(regulation: RegulationFile) -> Iterator[Item]:
    """The signature, in the first and last words of it that the encoder cites, and the body that issued the act."""
    for words in regulation.text.skipped:
        if words.why is SkippedWhy.SIGNATURE:
            name = " … ".join(part for place in words.cite for part in (place.head, place.tail) if part)
            yield _item(regulation, "act", N_("who signed the act"), name, words)
    for issued in issuer(regulation):
        yield issued.scored(0.9, NAME).doubted()


def coordinator(regulation: RegulationFile) -> Iterator[Item]:
    """The body that coordinates the system."""
    act = regulation.act
    if act.coordinator:
        point = next((p for p in act.points if any(x.who == act.coordinator for x in p.to)), None)
        subject = next(s for s in regulation.subjects if s.id == act.coordinator)
        label, name = N_("coordinator of the system"), short_name(regulation, act.coordinator)
        yield _item(regulation, f"act.points.{point.id}" if point else "act", label, name, point or subject)


def points(*words: str) -> Intent:
    """The operative points of the order whose statement begins like one of the words."""

    def intent(regulation: RegulationFile) -> Iterator[Item]:
        for point in regulation.act.points:
            if any(word in point.does.lower() for word in words):
                shown = names(regulation, point.to)
                value = message("{who}: {does}", who=shown, does=point.does) if shown else said(point.does)
                found = _item(regulation, f"act.points.{point.id}", N_("operative point of the order"), value, point)
                yield replace(found, group="points")

    return intent


def repeals(regulation: RegulationFile) -> Iterator[Item]:
    """The acts that lose force by it."""
    for position, document in enumerate(regulation.act.repeals, start=1):
        found = _item(regulation, f"act.repeals.{position}", N_("loses force"), _document(document), document)
        yield replace(found, group="repeals")


def _document(document: Document) -> Message:
    return joined([_named(document.number, document.date), said(document.title or "")], " ")


def basis(regulation: RegulationFile) -> Iterator[Item]:
    """The documents that it rests on."""
    for position, document in enumerate(regulation.act.legal_basis, start=1):
        parts = [message(document.kind.english)]
        parts += [message(N_("of {day}"), day=day(document.date))] if document.date else []
        parts += [message("№ {number}", number=document.number)] if document.number else []
        parts += [said(f"«{document.title}»")] if document.title else []
        name = document.id or str(position)
        label = N_("document that the act rests on")
        found = _item(regulation, f"act.legal_basis.{name}", label, joined(parts, " "), document)
        yield replace(found, group="legal_basis")


def force(regulation: RegulationFile) -> Iterator[Item]:
    """From when it is in force."""
    start = regulation.act.in_force.from_ if regulation.act.in_force else None
    if start is None or start is InForceFrom.UNKNOWN:
        yield from points("вступает в силу")(regulation)
        return
    value = message(start.english) if isinstance(start, InForceFrom) else message(N_("from {day}"), day=day(start))
    yield _item(regulation, "act", N_("in force"), value, regulation.act)


def annexes(regulation: RegulationFile) -> Iterator[Item]:
    """Its annexes."""
    for position, annex in enumerate(regulation.act.annexes, start=1):
        value = message("{number}: {title}", number=annex.number, title=annex.title or message(annex.part.english))
        yield replace(_item(regulation, f"act.annexes.{position}", N_("annex"), value, annex), group="annexes")


def whole(attribute: str, label: str) -> Intent:
    """All elements of a list of the file in one item, with their number."""

    def intent(regulation: RegulationFile) -> Iterator[Item]:
        found: Sequence[Element] = getattr(regulation, attribute)
        if found:
            told = [said(str(_told(one))) for one in found]
            value = message("{count}: {list}", count=len(found), list=joined(told))
            places = tuple(dict.fromkeys(place.label for one in found for place in one.cite if place.label))
            whole = replace(_item(regulation, attribute, label, value), cite=places, parts=tuple(told))
            yield replace(whole, label=message("{label}: {count}", label=message(label), count=len(found)))

    return intent


def _told(one: Element) -> object:
    """The words by which an element is known: its statement, name, title or term."""
    return next((value for key in ("does", "name", "title", "term") if (value := getattr(one, key, None))), "")
