"""Neutral facts: what was added, removed, changed, moved, renamed or renumbered on the way from A to B."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rsnms_rules.differences.kinds import Area, Field, Item, Kind, Pair
from rsnms_rules.differences.pairing import Pairing, Side, pair_up
from rsnms_rules.differences.substance import edition_fields, region_fields
from rsnms_rules.differences.unknown import Unknown, breaking_off, lacking
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import Standing

_RENAMES = frozenset({"name", "term", "title", "abbr", "aliases"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One change of one element, not judged yet. `a` or `b` is None where the element is only on the other side.

    `elsewhere` has the elements by which the other side says some of it in another list, of another body, or in wider
    or narrower words.
    """

    kind: Kind
    a: Item | None
    b: Item | None
    fields: tuple[Field, ...] = ()
    score: float = 1.0
    elsewhere: tuple[Item, ...] = ()

    @property
    def item(self) -> Item:
        """The element on the side where it is, A first."""
        found = self.a or self.b
        assert found is not None
        return found

    @property
    def demands(self) -> bool:
        """Whether the element asks for more than the other side: not where that says it in another place.

        A section on monitoring that gives no rhythm only tells how data are gathered.
        """
        item = self.item
        said = any(item.concepts[0] in one.concepts for one in self.elsewhere)
        return not said and (item.sort != "monitoring" or bool(item.fields.get("every")))

    @property
    def area(self) -> Area:
        """Where a person reads it."""
        return self.item.area


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts between two regulations, what one of the texts does not tell, and what the bodies are called."""

    facts: tuple[Fact, ...]
    unknown: tuple[Unknown, ...]
    bodies: Mapping[str, tuple[str, str]]


def compare(a: RegulationFile, b: RegulationFile, catalogue: CatalogueFile) -> Facts:
    """List what differs; two files with one id are editions of one act, and their wording counts too."""
    return _Comparison(pair_up(a, b, catalogue), catalogue, editions=a.id == b.id).facts()


class _Comparison:
    def __init__(self, pairing: Pairing, catalogue: CatalogueFile, *, editions: bool) -> None:
        self.pairing = pairing
        self.catalogue = catalogue
        self.editions = editions
        self.unknown: list[Unknown] = []

    def facts(self) -> Facts:
        pairing = self.pairing
        facts = [
            *(fact for pair in (*pairing.pairs, *pairing.merged) for fact in self._pair(pair)),
            *self._single(pairing.left(pairing.a), Kind.REMOVED, pairing.b, pairing.a),
            *self._single(pairing.left(pairing.b), Kind.ADDED, pairing.a, pairing.b),
        ]
        facts = _renumbered(facts, pairing.pairs) if self.editions else facts
        return Facts(tuple(facts), tuple(self.unknown), pairing.bodies)

    def _single(self, found: Iterable[Item], kind: Kind, other: Side, own: Side) -> Iterator[Fact]:
        for item in found:
            if not self._counts(item):
                continue
            why = lacking(item, other.regulation, own.partners) or breaking_off(item, other.broken)
            if why is not None:
                self.unknown.append(Unknown(item.element, item.area, other.regulation.id, why, item.cite))
                continue
            a, b = (item, None) if kind is Kind.REMOVED else (None, item)
            yield Fact(kind, a, b, elsewhere=() if self.editions else self._elsewhere(item, other))

    def _counts(self, item: Item) -> bool:
        """Between regions a body that is only mentioned is no body more or less."""
        mentioned = item.fields.get("standing") == Standing.MENTIONED.value
        return self.editions or item.area is not Area.SUBJECTS or not mentioned

    def _elsewhere(self, item: Item, side: Side) -> tuple[Item, ...]:
        """What the other side says of it in another list, of another body, or in wider or narrower words."""
        if not item.concepts or item.area is Area.SUBJECTS:
            return ()
        lead, every = item.concepts[0], set(item.concepts)
        alike = [one for one in side.items if one.sort == item.sort]
        kin = [one for one in alike if any(self.catalogue.kin(lead, name) for name in one.concepts)]
        found = [one for one in side.items if every & set(one.concepts)]
        ordered = sorted(found, key=lambda one: lead not in one.concepts)
        return tuple({one.element: one for one in (*ordered, *kin)}.values())

    def _pair(self, pair: Pair) -> Iterator[Fact]:
        a, b = pair.a, pair.b
        for item, side in ((a, self.pairing.a), (b, self.pairing.b)):
            if item.lost or item.unread:
                why = message(N_("words are lost in the text: {fields}"), fields=", ".join(sorted(item.unread)) or "…")
                self.unknown.append(Unknown(item.element, item.area, side.regulation.id, why, item.cite))
        if a.lost or b.lost:
            return
        fields = tuple(self._fields(pair))
        if fields:
            moved = a.owner != b.owner
            renamed = all(field.wording and field.name in _RENAMES for field in fields)
            kind = Kind.MOVED if moved else Kind.RENAMED if renamed else Kind.CHANGED
            yield Fact(kind, a, b, fields, pair.score)

    def _fields(self, pair: Pair) -> Iterator[Field]:
        a, b = pair.a, pair.b
        reading = a.reading or b.reading
        hidden = {"promises" if name == "targets" and a.sort == "measures" else name for name in a.unread | b.unread}
        if a.owner != b.owner:
            yield Field("carrier", a.owner, b.owner)
        ours, theirs = edition_fields(pair) if self.editions else region_fields(pair, self.pairing)
        for name in sorted({*ours, *theirs}):
            one, two = ours.get(name) or None, theirs.get(name) or None
            if one != two and name.partition(".")[0] not in hidden:
                yield Field(name, one, two, reading=reading)
        if self.editions:
            for name in sorted({*a.wording, *b.wording}):
                one, two = a.wording.get(name) or None, b.wording.get(name) or None
                if one != two and name not in hidden:
                    yield Field(name, one, two, reading=reading, wording=True)


def _renumbered(facts: list[Fact], pairs: Iterable[Pair]) -> list[Fact]:
    """Add one fact for each clause whose number is another one now, at the first element that stands in it."""
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    found = {fact.a.element: index for index, fact in enumerate(facts) if fact.a is not None}
    for pair in pairs:
        labels = (pair.a.labels, pair.b.labels)
        if not all(labels) or labels[0] == labels[1] or labels in seen:
            continue
        seen.add(labels)
        field = Field("clause", ", ".join(labels[0]), ", ".join(labels[1]), wording=True)
        index = found.get(pair.a.element)
        if index is None:
            facts.append(Fact(Kind.RENUMBERED, pair.a, pair.b, (field,), pair.score))
        else:
            facts[index] = replace(facts[index], fields=(*facts[index].fields, field))
    return facts
