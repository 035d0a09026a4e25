"""Which elements of two regulations are one thing.

Between two editions of one act an element is one by its id. Between two regions it is one by what it is: its concepts.
One act may put into one item what the other one splits; what is left over after the elements are paired one to one is
therefore held against the element of the same body that has its concept too (`merged`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rsnms_rules.differences.items import Names, items, subject_items
from rsnms_rules.differences.kinds import Item, Pair
from rsnms_rules.differences.matching import Step, likeness, match
from rsnms_rules.differences.unknown import lacking
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import Standing

_SPLIT = frozenset(
    (
        "activities",
        "contents",
        "duties",
        "functions",
        "goals",
        "matters",
        "mechanisms",
        "principles",
        "provisions",
        "tasks",
    )
)
"""Lists whose items one act may split and another one put together."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two regulations, its items with names that mean the same on both sides.

    `partners` has the other side's subjects by this one's; `held` the concepts of each list of each body; `broken` the
    elements whose words break off before it is seen what they are.
    """

    regulation: RegulationFile
    subjects: tuple[Item, ...]
    items: tuple[Item, ...]
    partners: Mapping[str, str]
    held: Mapping[tuple[str, str], frozenset[str]]
    broken: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """All pairs of two sides, one to one, and those of an element left over with one that has its concept too."""

    a: Side
    b: Side
    pairs: tuple[Pair, ...]
    merged: tuple[Pair, ...]

    @property
    def bodies(self) -> Mapping[str, tuple[str, str]]:
        """What A and B call each body, by the name that it has in this comparison."""
        ours, theirs = ({item.owner: item.label for item in side.subjects} for side in (self.a, self.b))
        return {name: (ours.get(name, ""), theirs.get(name, "")) for name in {**ours, **theirs}}

    def left(self, side: Side) -> Iterator[Item]:
        """Elements that only this one of the two sides has."""
        own = {pair.a.element if side is self.a else pair.b.element for pair in (*self.pairs, *self.merged)}
        return (item for item in (*side.subjects, *side.items) if item.element not in own)


def pair_up(a: RegulationFile, b: RegulationFile, catalogue: CatalogueFile) -> Pairing:
    """Pair the elements of two regulations; two files with one id are editions of one act."""
    editions = a.id == b.id
    plain = Names(concept=catalogue.now)
    subjects = match(subject_items(a, plain), subject_items(b, plain), _subject_steps(editions=editions))
    there = {pair.a.name: pair.b.name for pair in subjects}
    back = {pair.b.name: pair.a.name for pair in subjects}
    one = _side(a, Names(lambda name: _joined(name, there.get(name, name)), catalogue.now), there, editions=editions)
    two = _side(b, Names(lambda name: _joined(back.get(name, name), name), catalogue.now), back, editions=editions)
    ours, theirs = ({item.element: item for item in side.subjects} for side in (one, two))
    bodies = tuple(Pair(ours[pair.a.element], theirs[pair.b.element], pair.score) for pair in subjects)
    if editions:
        return Pairing(one, two, (*bodies, *match(one.items, two.items, _EDITION_STEPS)), ())
    regions = _Regions(one, two, catalogue)
    pairs = match(one.items, two.items, regions.steps(), alike=lambda a, b: a.owner == b.owner)
    return Pairing(one, two, (*bodies, *pairs), tuple(regions.merged(pairs)))


def _side(regulation: RegulationFile, names: Names, partners: Mapping[str, str], *, editions: bool) -> Side:
    """Between regions an element without a concept is not compared."""
    every = items(regulation, names)
    found = tuple(item for item in every if editions or item.concepts)
    broken = tuple(item for item in every if item.lost and not item.concepts)
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in found:
        held[item.sort, item.owner].update(item.concepts)
    frozen = {key: frozenset(concepts) for key, concepts in held.items()}
    return Side(regulation, subject_items(regulation, names), found, partners, frozen, broken)


def _joined(one: str, two: str) -> str:
    """A name for a pair of bodies, the same on both sides and both ways."""
    return one if one == two else " = ".join(sorted((one, two)))


def _lead(item: Item) -> Iterable[Hashable]:
    return item.concepts[:1]


def _own_lead(item: Item) -> Iterable[Hashable]:
    return ((item.owner, concept) for concept in item.concepts[:1])


def _own_any(item: Item) -> Iterable[Hashable]:
    return ((item.owner, concept) for concept in item.concepts)


def _leads(a: Item, b: Item) -> bool:
    """Whether what one of the elements is first of all is in the other one too."""
    return a.concepts[0] in b.concepts or b.concepts[0] in a.concepts


def _own_label(item: Item) -> Iterable[Hashable]:
    return ((item.owner, item.label.casefold()),)


_EDITION_STEPS = (
    Step(lambda item: ((item.owner, item.name),)),
    Step(_own_lead),
    Step(_lead),
    Step(_own_label),
)


def _subject_steps(*, editions: bool) -> Sequence[Step]:
    by_id = Step(lambda item: (item.name,))
    by_role = Step(lambda item: ((role, item.level) for role in item.concepts[:1]))
    by_both = Step(lambda item: ((role, item.name) for role in item.concepts[:1]))
    by_label = Step(lambda item: (item.label.casefold(),))
    by_name = Step(lambda item: ((role, item.label.casefold()) for role in item.concepts))
    by_any = Step(lambda item: item.concepts, lambda a, b: _member(a) and _member(b))
    return (by_id, by_role, by_label) if editions else (by_both, by_name, by_role, by_any, by_id, by_label)


def _member(item: Item) -> bool:
    return item.fields.get("standing") == Standing.MEMBER.value


class _Regions:
    """How two regions' elements are paired: by concepts, with the same body first."""

    def __init__(self, a: Side, b: Side, catalogue: CatalogueFile) -> None:
        self.a, self.b, self.catalogue = a, b, catalogue

    def steps(self) -> Sequence[Step]:
        return (
            Step(_own_lead),
            Step(_own_any, _leads),
            Step(_lead, self._moved),
            Step(lambda item: item.concepts, self._moved),
            Step(lambda item: ((item.owner, self.catalogue.wider(name)[-1]) for name in item.concepts[:1]), self._kin),
            Step(_own_label),
        )

    def merged(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """Pair what is left over with an element of the same body that has its concept too."""
        done = list(pairs)
        for item in self._left(self.a.items, {pair.a.element for pair in done}):
            if (other := self._holder(item, self.b.items)) is not None:
                yield Pair(item, other, merged=item)
        for item in self._left(self.b.items, {pair.b.element for pair in done}):
            if (other := self._holder(item, self.a.items)) is not None:
                yield Pair(other, item, merged=item)

    def _left(self, found: Iterable[Item], paired: set[str]) -> Iterator[Item]:
        return (item for item in found if item.element not in paired and item.sort in _SPLIT)

    def _holder(self, item: Item, others: Iterable[Item]) -> Item | None:
        own = [other for other in others if (other.sort, other.owner) == (item.sort, item.owner)]
        shared = [other for other in own if item.concepts[0] in other.concepts]
        return min(shared, key=lambda other: _distance(item, other), default=None)

    def _kin(self, a: Item, b: Item) -> bool:
        """Whether one is the other in wider words, and no text hides a counterpart that fits better."""
        return self.catalogue.kin(a.concepts[0], b.concepts[0]) and not self._hidden(a, b)

    def _hidden(self, a: Item, b: Item) -> bool:
        here = lacking(a, self.b.regulation, self.a.partners)
        there = lacking(b, self.a.regulation, self.b.partners)
        return here is not None or there is not None

    def _moved(self, a: Item, b: Item) -> bool:
        """Whether a duty of one body is another body's now: each act gives it to one body that the other does not."""
        if a.owner == b.owner:
            return True
        leads = {a.concepts[0], b.concepts[0]} & set(a.concepts) & set(b.concepts)
        alone = all(self._carriers(a.sort, lead) == ({a.owner}, {b.owner}) for lead in leads)
        return bool(leads) and alone and not self._hidden(a, b)

    def _carriers(self, sort: str, concept: str) -> tuple[set[str], set[str]]:
        """The bodies that have a concept in A and not in B, and those that have it in B and not in A."""
        ours, theirs = (
            {owner for (list_, owner), held in side.held.items() if list_ == sort and concept in held}
            for side in (self.a, self.b)
        )
        return ours - theirs, theirs - ours


def _distance(item: Item, other: Item) -> tuple[int, float, str]:
    """How far an element is from one that has its concept too: what they share counts first, words last."""
    shared = len(set(item.concepts) & set(other.concepts))
    return -shared, -likeness(item.label, other.label), other.element
