"""Neutral facts: what was added, removed, changed, moved, renamed or renumbered on the way from A to B."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rsnms_rules.differences.items import items, same, subject_items
from rsnms_rules.differences.kinds import Area, Item, Kind, Pair, Value
from rsnms_rules.differences.matching import Key, match
from rsnms_rules.differences.unknown import Unknown, lacking
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import Standing

_RENAMES = frozenset({"name", "term", "title", "abbr", "aliases"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field that differs; `reading` says that an encoder's reading stands behind one of the values."""

    name: str
    a: Value
    b: Value
    reading: bool = False
    wording: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One change of one element, not judged yet. `a` or `b` is None where the element is only on the other side."""

    kind: Kind
    a: Item | None
    b: Item | None
    fields: tuple[Field, ...] = ()
    score: float = 1.0

    @property
    def item(self) -> Item:
        """The element on the side where it is, A first."""
        found = self.a or self.b
        assert found is not None
        return found

    @property
    def area(self) -> Area:
        """Where a person reads it."""
        return self.item.area


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts between two regulations, and what one of the texts does not tell."""

    facts: tuple[Fact, ...]
    unknown: tuple[Unknown, ...]


def compare(a: RegulationFile, b: RegulationFile) -> Facts:
    """List what differs; two files with one id are editions of one act, and their wording counts too."""
    return _Comparison(a, b).facts()


class _Comparison:
    def __init__(self, a: RegulationFile, b: RegulationFile) -> None:
        self.a, self.b = a, b
        self.editions = a.id == b.id
        self.subjects = match(subject_items(a, same), subject_items(b, same), self._subject_keys())
        self.partners = {pair.a.name: pair.b.name for pair in self.subjects}
        self.mirrored = {theirs: ours for ours, theirs in self.partners.items()}

    def facts(self) -> Facts:
        mine, theirs = self._items(self.a, self._name_a), self._items(self.b, self._name_b)
        pairs = (*self._again(), *match(mine, theirs, self._keys()))
        paired_a, paired_b = {pair.a.element for pair in pairs}, {pair.b.element for pair in pairs}
        subjects_a, subjects_b = subject_items(self.a, self._name_a), subject_items(self.b, self._name_b)
        only_a = [item for item in (*subjects_a, *mine) if item.element not in paired_a and self._counts(item)]
        only_b = [item for item in (*subjects_b, *theirs) if item.element not in paired_b and self._counts(item)]
        unknown: list[Unknown] = []
        facts = [
            *(fact for pair in pairs for fact in self._pair(pair, unknown)),
            *self._single(only_a, Kind.REMOVED, self.b, self.partners, unknown),
            *self._single(only_b, Kind.ADDED, self.a, self.mirrored, unknown),
        ]
        facts = _renumbered(facts, pairs) if self.editions else facts
        return Facts(tuple(facts), tuple(unknown))

    def _subject_keys(self) -> Sequence[Key]:
        by_id: Key = lambda item: item.name  # noqa: E731
        by_role: Key = lambda item: (item.concepts[0], item.level) if item.concepts else None  # noqa: E731
        by_label: Key = lambda item: item.label.casefold()  # noqa: E731
        return (by_id, by_role, by_label) if self.editions else (_role_and_id, by_role, by_id, by_label)

    def _keys(self) -> Sequence[Key]:
        by_id: Key = lambda item: (item.owner, item.name)  # noqa: E731
        by_owner: Key = lambda item: (item.owner, item.concepts[0]) if item.concepts else None  # noqa: E731
        by_concept: Key = lambda item: item.concepts[0] if item.concepts else None  # noqa: E731
        by_label: Key = lambda item: (item.owner, item.label.casefold())  # noqa: E731
        return (by_id, by_owner, by_concept, by_label) if self.editions else (by_owner, by_concept, by_label)

    def _name_a(self, name: str) -> str:
        return _joined(name, self.partners.get(name, name))

    def _name_b(self, name: str) -> str:
        return _joined(self.mirrored.get(name, name), name)

    def _items(self, regulation: RegulationFile, name: Callable[[str], str]) -> tuple[Item, ...]:
        found = (replace(item, owner=name(item.owner)) if item.owner else item for item in items(regulation, name))
        return tuple(item for item in found if self.editions or item.concepts)

    def _again(self) -> Iterator[Pair]:
        """The pairs of subjects, with names that both sides share in their fields."""
        ours = {item.element: item for item in subject_items(self.a, self._name_a)}
        theirs = {item.element: item for item in subject_items(self.b, self._name_b)}
        for pair in self.subjects:
            yield Pair(ours[pair.a.element], theirs[pair.b.element], pair.score)

    def _counts(self, item: Item) -> bool:
        """Between regions a body that is only mentioned is no body more or less."""
        mentioned = item.fields.get("standing") == Standing.MENTIONED.value
        return self.editions or item.area is not Area.SUBJECTS or not mentioned

    def _single(
        self,
        found: Iterable[Item],
        kind: Kind,
        other: RegulationFile,
        partners: Mapping[str, str],
        unknown: list[Unknown],
    ) -> Iterator[Fact]:
        for item in found:
            why = lacking(item, other, partners)
            if why is not None:
                unknown.append(Unknown(item.element, item.area, other.id, why, item.cite))
            else:
                yield Fact(kind, *((item, None) if kind is Kind.REMOVED else (None, item)))

    def _pair(self, pair: Pair, unknown: list[Unknown]) -> Iterator[Fact]:
        a, b = pair.a, pair.b
        for item, regulation in ((a, self.a), (b, self.b)):
            if item.lost or item.unread:
                why = message(N_("words are lost in the text: {fields}"), fields=", ".join(sorted(item.unread)) or "…")
                unknown.append(Unknown(item.element, item.area, regulation.id, why, item.cite))
        if a.lost or b.lost:
            return
        fields = list(_differing(a, b, a.fields, b.fields, wording=False))
        if self.editions:
            fields += _differing(a, b, a.wording, b.wording, wording=True)
        moved = a.owner != b.owner
        if moved:
            fields.insert(0, Field("carrier", a.owner, b.owner))
        if fields:
            renamed = all(field.wording and field.name in _RENAMES for field in fields)
            kind = Kind.MOVED if moved else Kind.RENAMED if renamed else Kind.CHANGED
            yield Fact(kind, a, b, tuple(fields), pair.score)


def _role_and_id(item: Item) -> tuple[str, str] | None:
    return (item.concepts[0], item.name) if item.concepts else None


def _joined(one: str, two: str) -> str:
    """A name for a pair of bodies, the same on both sides and both ways."""
    return one if one == two else " = ".join(sorted((one, two)))


def _differing(
    a: Item, b: Item, ours: Mapping[str, Value], theirs: Mapping[str, Value], *, wording: bool
) -> Iterator[Field]:
    hidden = a.unread | b.unread
    for name in sorted({*ours, *theirs}):
        one, two = ours.get(name), theirs.get(name)
        if one != two and name.partition(".")[0] not in hidden:
            yield Field(name, one, two, reading=a.reading or b.reading, wording=wording)


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
