"""Whether a district's act carries what its region's act gives to the municipal and institutional levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, Subject
from rsnms_rules.model.system import Channel
from rsnms_rules.model.vocabulary import FilePart, Level, Mode, Vocabulary

BELOW = (Level.MUNICIPAL, Level.INSTITUTIONAL)

_Held = tuple[Subject, Function]


class Conformity(Vocabulary):
    """How a district's act carries a duty, a channel or an indicator of its region's act."""

    CARRIED = "carried", N_("carried as it is")
    NARROWER = "narrower", N_("narrower")
    WIDER = "wider", N_("wider")
    OTHER_BODY = "other-body", N_("another body carries it")
    ABSENT = "absent", N_("absent")
    UNKNOWN = "unknown", N_("unknown")


@dataclass(frozen=True, slots=True)
class Line:
    """One element of the region's act and what the district's act makes of it.

    Attributes:
        sort: `functions`, `channels` or `indicators`. `element`, `cite`: of the region. `label`: how people call it.
        body: who carries it by the region's act. `status`: how the district's act does.
        found, found_cite: elements and clauses of the district. `by`: who carries it there.
        why: what the district's text lacks, where the status is unknown.
    """

    sort: str
    element: str
    concept: str
    label: str
    body: str
    cite: tuple[str, ...]
    status: Conformity
    found: tuple[str, ...] = ()
    found_cite: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """A duty of the district's act that the region gives to nobody below it; `copied` where a regional body has it."""

    element: str
    concept: str
    label: str
    body: str
    cite: tuple[str, ...]
    copied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conformance:
    """A district's act against its region's."""

    district: str
    region: str
    lines: tuple[Line, ...]
    own: tuple[Own, ...]

    def of(self, status: Conformity) -> tuple[Line, ...]:
        """The lines of one status."""
        return tuple(line for line in self.lines if line.status is status)


def conform(district: RegulationFile, region: RegulationFile, catalogue: CatalogueFile) -> Conformance:
    """Hold a district's act against its region's, by the concepts of duties, channels and indicators."""
    made = _Comparison(district, region, catalogue)
    return Conformance(district.id, region.id, tuple(made.lines()), tuple(made.own()))


class _Comparison:
    def __init__(self, district: RegulationFile, region: RegulationFile, catalogue: CatalogueFile) -> None:
        self.district, self.region = district, region
        self.index = catalogue.concept_index
        self.held = [(subject, function) for subject in district.subjects for function in subject.functions]

    def lines(self) -> Iterator[Line]:
        for subject, function in _functions(self.region, BELOW):
            if function.concepts:
                yield self._duty(subject, function)
        for sort, part in (("channels", FilePart.CHANNELS), ("indicators", FilePart.INDICATORS)):
            for entry in getattr(self.region, sort):
                if entry.concepts:
                    yield self._other(sort, part, entry)

    def _duty(self, subject: Subject, function: Function) -> Line:
        concept = self._now(function.concepts[0])
        exact = [held for held in self.held if concept in self._all(held)]
        below = [held for held in self.held if any(concept in self._wider(name) for name in self._all(held))]
        above = [held for held in self.held if self._wider(concept) & set(self._all(held))]
        own = [held for held in exact if _same_body(held[0], subject)]
        status, found = Conformity.ABSENT, list[_Held]()
        rest = {self._now(name) for name in function.concepts[1:]}
        partly = [held for held in self.held if rest & set(self._all(held))]
        if own:
            whole = rest <= {name for held in self.held for name in self._all(held)}
            status, found = _by_mode(function, own) if whole else Conformity.NARROWER, own
        elif exact:
            status, found = Conformity.OTHER_BODY, exact
        elif below or partly:
            status, found = Conformity.NARROWER, below or partly
        elif above:
            status, found = Conformity.WIDER, above
        why = self._lost(FilePart.FUNCTIONS, FilePart.SUBJECTS) if not found else None
        return Line(
            sort="functions",
            element=f"{self.region.id}:subjects.{subject.id}.functions.{function.id}",
            concept=concept,
            label=function.does,
            body=subject.abbr or subject.name,
            cite=tuple(map(str, function.cite)),
            status=Conformity.UNKNOWN if why is not None else status,
            found=tuple(f"{self.district.id}:subjects.{one.id}.functions.{duty.id}" for one, duty in found),
            found_cite=tuple(str(cite) for _, duty in found for cite in duty.cite),
            by=tuple(dict.fromkeys(one.abbr or one.name for one, _ in found)),
            why=why,
        )

    def _other(self, sort: str, part: FilePart, wanted: Channel | Indicator) -> Line:
        """A channel or an indicator: it is there, or it is not."""
        concept = self._now(wanted.concepts[0])
        found = [entry for entry in getattr(self.district, sort) if concept in map(self._now, entry.concepts)]
        why = self._lost(part) if not found else None
        status = Conformity.CARRIED if found else Conformity.UNKNOWN if why is not None else Conformity.ABSENT
        return Line(
            sort=sort,
            element=f"{self.region.id}:{sort}.{wanted.id}",
            concept=concept,
            label=wanted.name or wanted.id,
            body="",
            cite=tuple(map(str, wanted.cite)),
            status=status,
            found=tuple(f"{self.district.id}:{sort}.{entry.id}" for entry in found),
            found_cite=tuple(str(place) for entry in found for place in entry.cite),
            why=why,
        )

    def own(self) -> Iterator[Own]:
        given = {self._now(name) for _, function in _functions(self.region, BELOW) for name in function.concepts}
        regional = _functions(self.region, (Level.REGIONAL,))
        for subject, function in self.held:
            if not function.concepts:
                continue
            concept = self._now(function.concepts[0])
            related = {concept} | self._wider(concept)
            if related & given or any(concept in self._wider(name) for name in given):
                continue
            copied = [one for one, duty in regional if concept in map(self._now, duty.concepts)]
            yield Own(
                element=f"{self.district.id}:subjects.{subject.id}.functions.{function.id}",
                concept=concept,
                label=function.does,
                body=subject.abbr or subject.name,
                cite=tuple(map(str, function.cite)),
                copied=tuple(dict.fromkeys(one.abbr or one.name for one in copied)),
            )

    def _all(self, held: _Held) -> tuple[str, ...]:
        return tuple(map(self._now, held[1].concepts))

    def _now(self, name: str) -> str:
        found = self.index.get(name)
        return found.id if found is not None else name

    def _wider(self, name: str) -> set[str]:
        found: set[str] = set()
        current = self.index.get(name)
        while current is not None and current.broader and current.broader not in found:
            found.add(current.broader)
            current = self.index.get(current.broader)
        return found

    def _lost(self, *parts: FilePart) -> Message | None:
        lost = next(
            (entry for entry in self.district.text.missing if entry.part in {*parts, FilePart.REGULATION}), None
        )
        return message("{why}", why=lost.why) if lost is not None else None


def _functions(regulation: RegulationFile, levels: tuple[Level, ...]) -> list[_Held]:
    return [
        (subject, function)
        for subject in regulation.subjects
        if subject.level in levels
        for function in subject.functions
    ]


def _same_body(one: Subject, two: Subject) -> bool:
    return one.id == two.id or bool(set(one.roles) & set(two.roles))


def _by_mode(function: Function, found: list[_Held]) -> Conformity:
    """The same duty: narrower where the body only takes part now, wider where it leads what it took part in."""
    wanted = function.mode_in(function.concepts[0])
    modes = {duty.mode_in(function.concepts[0]) for _, duty in found}
    if wanted in modes:
        return Conformity.CARRIED
    return Conformity.NARROWER if wanted is Mode.LEADS else Conformity.WIDER
