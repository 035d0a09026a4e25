"""The judged differences of two regulations."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rsnms_rules.differences.changes import Fact, compare
from rsnms_rules.differences.kinds import Area, Field, Judgement, Kind
from rsnms_rules.differences.rules import judge
from rsnms_rules.differences.rules.base import Question, unnumbered
from rsnms_rules.differences.unknown import Unknown
from rsnms_rules.finding import Acceptance
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.regulation import RegulationFile


@dataclass(frozen=True, slots=True)
class JudgedField:
    """A field that differs, how it is judged and by which rule."""

    field: Field
    judgement: Judgement
    rule: str


@dataclass(frozen=True, slots=True)
class Change:
    """One element that differs, with its changed fields inside.

    `rule` is that of the element as a whole where it is only on one side; `waived` says that somebody accepts it.
    """

    fact: Fact
    fields: tuple[JudgedField, ...]
    judgement: Judgement
    rule: str
    waived: Acceptance | None = None

    @property
    def kind(self) -> Kind:
        """What happened to the element."""
        return self.fact.kind

    @property
    def area(self) -> Area:
        """Where a person reads it."""
        return self.fact.area

    @property
    def concept(self) -> str:
        """What the element is; empty where it has no concept."""
        return next(iter(self.fact.item.concepts), "")

    @property
    def element_a(self) -> str | None:
        """The element of A, in DESIGN's notation."""
        return self.fact.a.element if self.fact.a else None

    @property
    def element_b(self) -> str | None:
        """The element of B."""
        return self.fact.b.element if self.fact.b else None

    @property
    def cite_a(self) -> tuple[str, ...]:
        """Where A's act says it."""
        return self.fact.a.cite if self.fact.a else ()

    @property
    def cite_b(self) -> tuple[str, ...]:
        """Where B's act says it."""
        return self.fact.b.cite if self.fact.b else ()

    @property
    def fingerprint(self) -> str:
        """16 hex digits that stay the same when lines move or words change."""
        parts = (self.kind.value, self.element_a, self.element_b, tuple(one.field.name for one in self.fields))
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Diff:
    """The differences on the way from regulation `a` to regulation `b` (ids); false where there are none.

    `bodies` has what the acts call each body, by the name that it has in the fields.
    """

    a: str
    b: str
    changes: tuple[Change, ...]
    unknown: tuple[Unknown, ...]
    bodies: Mapping[str, tuple[str, str]] = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def open(self) -> tuple[Change, ...]:
        """The changes that nobody has accepted."""
        return tuple(change for change in self.changes if change.waived is None)

    def of(self, area: Area) -> tuple[Change, ...]:
        """The changes of one area."""
        return tuple(change for change in self.changes if change.area is area)


def diff(a: RegulationFile, b: RegulationFile, catalogue: CatalogueFile) -> Diff:
    """Compare two regulations, or two editions of one (files with the same id)."""
    found = compare(a, b, catalogue)
    changes = sorted(map(_judged, found.facts), key=_order)
    unknown = sorted(set(found.unknown), key=lambda entry: (entry.element, entry.regulation))
    return Diff(a.id, b.id, tuple(changes), tuple(unknown), found.bodies)


def _judged(fact: Fact) -> Change:
    sort = fact.item.sort
    fields = tuple(_field(fact, sort, one) for one in fact.fields)
    whole, rule = (
        judge(Question(fact.kind, sort, demands=fact.demands))
        if not fields
        else (_sum(one.judgement for one in fields), "")
    )
    return Change(fact, fields, whole, rule)


def _field(fact: Fact, sort: str, one: Field) -> JudgedField:
    judgement, rule = judge(Question(fact.kind, sort, unnumbered(one.name), one.a, one.b, one.wording))
    return JudgedField(one, judgement, rule)


def _sum(judgements: Iterable[Judgement]) -> Judgement:
    """One judgement of several: words weigh nothing beside substance, and more here with less there is different."""
    found = set(judgements)
    if found <= {Judgement.EDITORIAL}:
        return Judgement.EDITORIAL
    found.discard(Judgement.EDITORIAL)
    return found.pop() if len(found) == 1 else Judgement.DIFFERENT


def _order(change: Change) -> tuple[int, str, str]:
    elements = (change.element_a or "", change.element_b or "")
    return list(Area).index(change.area), min(filter(None, elements)), change.kind.value
