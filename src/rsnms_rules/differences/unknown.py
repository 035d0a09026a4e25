"""What the text of one side does not tell: such elements are neither added nor removed (DESIGN 4.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rsnms_rules.differences.kinds import Area, Item
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.act import Missing
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import FilePart

_PARTS = {
    "subjects": FilePart.SUBJECTS,
    "functions": FilePart.FUNCTIONS,
    "contents": FilePart.DIRECTIONS,
    "activities": FilePart.DIRECTIONS,
    "monitoring": FilePart.MONITORING,
}


@dataclass(frozen=True, slots=True)
class Unknown:
    """An element of one side whose counterpart the other side's text does not tell of.

    `element` has the id of its regulation; `regulation` is the one whose text lacks it.
    """

    element: str
    area: Area
    regulation: str
    why: Message
    cite: tuple[str, ...]


def lacking(item: Item, other: RegulationFile, partners: Mapping[str, str]) -> Message | None:
    """Why `other`, whose text has no counterpart of `item`, may yet have one; None where its text is whole there.

    Args:
        item: an element without a counterpart.
        other: the regulation of the other side.
        partners: ids of the other side's subjects by those of this side.
    """
    if item.lost:
        return message(N_("the words break off"))
    part = _part(item)
    for entry in other.text.missing:
        if _covers(entry, part, item, partners):
            return message("{why}", why=entry.why)
    if other.unknown(part) and not other.holds(part):
        return message(N_("the text at hand is not the whole act"))
    return None


def breaking_off(item: Item, others: Iterable[Item]) -> Message | None:
    """Why an element without a counterpart may be one of the other side's whose words break off: it begins alike."""
    words = _letters(item.label)
    for other in others:
        if other.sort == item.sort and other.lost and not other.concepts and words.startswith(_letters(other.label)):
            return message(N_("the words of {element} break off, and this begins alike"), element=other.element)
    return None


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("ё", "е")))


def _part(item: Item) -> FilePart:
    if item.sort == "mechanisms" and ".mechanisms." in item.element and ":directions." in item.element:
        return FilePart.DIRECTIONS
    return _PARTS.get(item.sort) or FilePart(item.sort)


def _covers(entry: Missing, part: FilePart, item: Item, partners: Mapping[str, str]) -> bool:
    """Whether a lost part may hold the counterpart of the item."""
    if entry.part is FilePart.REGULATION:
        return True
    if part is FilePart.FUNCTIONS:
        if entry.part is FilePart.FUNCTIONS:
            return entry.of is None or entry.of == partners.get(_carrier(item))
        return entry.part is FilePart.SUBJECTS and _at(entry, item) and _carrier(item) not in partners
    if entry.part is not part:
        return False
    return part is not FilePart.SUBJECTS or _at(entry, item)


def _carrier(item: Item) -> str:
    """The id of the subject in whose list a function stands."""
    return item.element.split(".")[1]


def _at(entry: Missing, item: Item) -> bool:
    return entry.level is None or not item.level or entry.level.value == item.level
