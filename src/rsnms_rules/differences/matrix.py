"""Concepts by regulations: who carries each, how, on which level; which targets an indicator has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.catalogue import Bilingual, CatalogueFile, Concept
from rsnms_rules.model.indicator import Indicator, Target
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, Subject
from rsnms_rules.model.vocabulary import FilePart, Mode, Vocabulary


class State(Vocabulary):
    """Whether a regulation has a concept."""

    YES = "yes", N_("yes")
    NO = "no", N_("no")
    UNKNOWN = "unknown", N_("unknown")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who carries a concept in one regulation, by one duty."""

    subject: str
    name: str
    role: str
    level: str
    mode: str
    element: str
    concept: str
    cite: tuple[str, ...]
    role_label: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A target of an indicator in one regulation; `bound` as `>= 30`, `last` the last day or empty."""

    element: str
    bound: str
    unit: str
    last: str
    cite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One concept in one regulation."""

    regulation: str
    state: State
    holders: tuple[Holder, ...] = ()
    goals: tuple[Goal, ...] = ()
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One concept in all regulations; a wider concept counts what is narrower too. `depth` is 1 below a parent."""

    concept: str
    label: Bilingual
    kind: str
    parent: str
    depth: int
    cells: tuple[Cell, ...]

    @property
    def states(self) -> frozenset[State]:
        """The states that occur."""
        return frozenset(cell.state for cell in self.cells)

    @property
    def varies(self) -> bool:
        """Whether carriers (by role, level and mode) or targets differ between those that have it."""
        seen = {
            (
                frozenset((holder.role, holder.level, holder.mode) for holder in cell.holders),
                frozenset((goal.bound, goal.last) for goal in cell.goals),
            )
            for cell in self.cells
            if cell.state is State.YES
        }
        return len(seen) > 1


@dataclass(frozen=True, slots=True)
class Matrix:
    """All concepts that any of the regulations has, wider ones before what is narrower."""

    regulations: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def common(self) -> tuple[str, ...]:
        """Concepts that all have."""
        return tuple(row.concept for row in self.rows if row.states == {State.YES})

    @property
    def different(self) -> tuple[str, ...]:
        """Concepts of which carriers, levels or targets differ."""
        return tuple(row.concept for row in self.rows if row.varies)

    def alone(self, regulation: str, *, perhaps: bool = False) -> tuple[str, ...]:
        """Concepts that this one has and no other; with `perhaps` those that another's text leaves unknown instead."""
        found = []
        for row in self.rows:
            states = {cell.regulation: cell.state for cell in row.cells}
            own, others = states.pop(regulation), set(states.values())
            if own is State.YES and State.YES not in others and perhaps == (State.UNKNOWN in others):
                found.append(row.concept)
        return tuple(found)


def matrix(regulations: Sequence[RegulationFile], catalogue: CatalogueFile) -> Matrix:
    """Set regulations side by side, by the concepts of their duties and indicators."""
    made = _Rows(regulations, catalogue)
    return Matrix(tuple(regulation.id for regulation in regulations), tuple(made.rows()))


class _Rows:
    def __init__(self, regulations: Sequence[RegulationFile], catalogue: CatalogueFile) -> None:
        self.regulations = regulations
        self.catalogue = catalogue
        self.used = {self.catalogue.now(name) for regulation in regulations for name in _names(regulation)}
        self.children: dict[str, list[str]] = {}
        for concept in catalogue.concepts:
            if concept.broader:
                self.children.setdefault(concept.broader, []).append(concept.id)

    def rows(self) -> Iterator[Row]:
        for concept in self.catalogue.concepts:
            if not concept.broader:
                yield from self._tree(concept, 0)

    def _tree(self, concept: Concept, depth: int) -> Iterator[Row]:
        within = self._within(concept.id)
        if not within & self.used:
            return
        cells = tuple(self._cell(regulation, within, concept.kind.value) for regulation in self.regulations)
        yield Row(concept.id, concept.label, concept.kind.value, concept.broader or "", depth, cells)
        for name in self.children.get(concept.id, ()):
            yield from self._tree(self.catalogue.concept_index[name], depth + 1)

    def _within(self, concept: str) -> frozenset[str]:
        return frozenset((concept, *(name for child in self.children.get(concept, ()) for name in self._within(child))))

    def _cell(self, regulation: RegulationFile, within: frozenset[str], kind: str) -> Cell:
        if kind == "indicator":
            found = [one for one in regulation.indicators if self._are(one.concepts, within)]
            goals = tuple(goal for one in found for goal in _goals(regulation, one))
            return self._made(regulation, FilePart.INDICATORS, bool(found), goals=goals)
        holders = tuple(
            self._holder(regulation, subject, function, names)
            for subject in regulation.subjects
            for function in subject.functions
            if (names := self._are(function.concepts, within))
        )
        return self._made(regulation, FilePart.FUNCTIONS, bool(holders), holders=holders)

    def _holder(
        self, regulation: RegulationFile, subject: Subject, function: Function, concepts: tuple[str, ...]
    ) -> Holder:
        """A body that carries one of `concepts`; it leads where it leads in any of them."""
        modes = [function.mode_in(concept) for concept in concepts]
        return Holder(
            subject=subject.id,
            name=subject.abbr or subject.name,
            role=next(iter(subject.roles), ""),
            level=subject.level.value if subject.level else "",
            mode=(Mode.LEADS if Mode.LEADS in modes else Mode.PARTICIPATES).value,
            element=f"{regulation.id}:subjects.{subject.id}.functions.{function.id}",
            concept=concepts[0],
            cite=tuple(map(str, function.cite)),
            role_label=role.label if (role := self.catalogue.role_index.get(next(iter(subject.roles), ""))) else None,
        )

    def _are(self, concepts: Sequence[str], within: frozenset[str]) -> tuple[str, ...]:
        return tuple(name for name in concepts if self.catalogue.now(name) in within)

    def _made(
        self,
        regulation: RegulationFile,
        part: FilePart,
        found: bool,
        *,
        holders: tuple[Holder, ...] = (),
        goals: tuple[Goal, ...] = (),
    ) -> Cell:
        if found:
            return Cell(regulation.id, State.YES, holders, goals)
        parts = {part, FilePart.REGULATION} | ({FilePart.SUBJECTS} if part is FilePart.FUNCTIONS else set())
        lost = next((entry for entry in regulation.text.missing if entry.part in parts), None)
        if lost is not None:
            return Cell(regulation.id, State.UNKNOWN, why=message("{why}", why=lost.why))
        return Cell(regulation.id, State.NO)


def _names(regulation: RegulationFile) -> Iterator[str]:
    for subject in regulation.subjects:
        for function in subject.functions:
            yield from function.concepts
    for indicator in regulation.indicators:
        yield from indicator.concepts


def _goals(regulation: RegulationFile, indicator: Indicator) -> Iterator[Goal]:
    for target in indicator.targets or ():
        yield Goal(
            element=f"{regulation.id}:indicators.{indicator.id}",
            bound=_bound(target),
            unit=indicator.unit.value,
            last=_last(target),
            cite=tuple(map(str, indicator.cite)),
        )


def _bound(target: Target) -> str:
    bounds = ((">=", target.at_least), ("<=", target.at_most))
    return ", ".join(f"{sign} {value:f}" for sign, value in bounds if value is not None) or "done"


def _last(target: Target) -> str:
    day = target.by or target.as_of
    if day is not None:
        return day.isoformat()
    if target.period is not None:
        return str(target.period)
    start = f" {target.from_}" if target.from_ else ""
    return f"{target.every.value}{start}" if target.every is not None else ""
