"""The duties that a region gives to the levels below, and what a district's act makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rsnms_rules.differences.conforming.statuses import BELOW, Conformity, Line, Own, lost, summed
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.party import Party
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, Subject
from rsnms_rules.model.vocabulary import FilePart, Level, Mode


@dataclass(frozen=True, slots=True)
class _Held:
    """A duty with its carrier and its concepts of today."""

    subject: Subject
    function: Function
    concepts: tuple[str, ...]

    @property
    def body(self) -> str:
        return self.subject.abbr or self.subject.name

    @property
    def cite(self) -> tuple[str, ...]:
        return tuple(map(str, self.function.cite))

    def takes_part(self, concept: str, catalogue: CatalogueFile) -> bool:
        modes = [self.function.mode_in(one) for one in self.function.concepts if catalogue.now(one) == concept]
        return Mode.LEADS not in modes


class Duties:
    """The duties of a district held against those of its region, by their concepts."""

    def __init__(self, district: RegulationFile, region: RegulationFile, catalogue: CatalogueFile) -> None:
        self.district, self.region, self.catalogue = district, region, catalogue
        self.held = self._held(district, tuple(Level))
        self.given = self._held(region, BELOW)
        self.bodies = {act.id: {subject.id: subject for subject in act.subjects} for act in (district, region)}

    def _held(self, regulation: RegulationFile, levels: Sequence[Level]) -> list[_Held]:
        return [
            _Held(subject, function, tuple(map(self.catalogue.now, function.concepts)))
            for subject in regulation.subjects
            if subject.level in levels or (subject.level is None and len(levels) == len(Level))
            for function in subject.functions
            if function.concepts
        ]

    def lines(self) -> Iterator[Line]:
        """One line for each duty of the region's municipal and institutional bodies."""
        for given in self.given:
            found, status, how = self._judged(given)
            why = lost(self.district, FilePart.FUNCTIONS, FilePart.SUBJECTS) if not found else None
            yield Line(
                sort="functions",
                element=f"{self.region.id}:subjects.{given.subject.id}.functions.{given.function.id}",
                concept=given.concepts[0],
                label=given.function.does,
                body=given.body,
                cite=given.cite,
                status=Conformity.UNKNOWN if why is not None else status,
                found=tuple(f"{self.district.id}:subjects.{h.subject.id}.functions.{h.function.id}" for h in found),
                found_cite=tuple(cite for one in found for cite in one.cite),
                by=tuple(dict.fromkeys(one.body for one in found)),
                how=tuple(how),
                why=why,
            )

    def _judged(self, given: _Held) -> tuple[list[_Held], Conformity, list[Message]]:
        """The duties of the district that carry one of the region, how they do, and in what they differ."""
        concept = given.concepts[0]
        exact = [one for one in self.held if concept in one.concepts]
        own = [one for one in exact if self._same_body(one.subject, given.subject)]
        if own:
            return own, *self._compared(given, own)
        if exact:
            names = ", ".join(dict.fromkeys(one.body for one in exact))
            return exact, Conformity.OTHER_BODY, [message(N_("carried by {names}"), names=names)]
        below = [one for one in self.held if any(concept in self.catalogue.wider(name) for name in one.concepts)]
        partly = [one for one in self.held if set(given.concepts[1:]) & set(one.concepts)]
        if below or partly:
            text = N_("a narrower duty") if below else N_("only a part of the duty")
            return below or partly, Conformity.NARROWER, [message(text)]
        above = [one for one in self.held if set(self.catalogue.wider(concept)) & set(one.concepts)]
        if above:
            return above, Conformity.WIDER, [message(N_("a wider duty"))]
        return [], Conformity.ABSENT, []

    def _compared(self, given: _Held, own: list[_Held]) -> tuple[Conformity, list[Message]]:
        """The same duty of the same body: its other concepts, the body's part in it, and its joint performers."""
        found: list[tuple[Conformity, Message]] = []
        carried = {name for one in self.held for name in one.concepts}
        found += [
            (Conformity.NARROWER, message(N_("without: {name}"), name=self.catalogue.label(name)))
            for name in given.concepts[1:]
            if name not in carried
        ]
        part = given.takes_part(given.concepts[0], self.catalogue)
        parts = {one.takes_part(given.concepts[0], self.catalogue) for one in own}
        if part not in parts:
            text = message(N_("leads, where the region lets it take part") if part else N_("only takes part"))
            found.append((Conformity.WIDER if part else Conformity.NARROWER, text))
        if alone := [party for party in given.function.with_ if not any(self._joint(party, one) for one in own)]:
            names = ", ".join(map(self._name, alone))
            found.append((Conformity.NARROWER, message(N_("not jointly with: {names}"), names=names)))
        return summed({status for status, _ in found}), [*_levels(given, own), *(text for _, text in found)]

    def _joint(self, wanted: Party, held: _Held) -> bool:
        """Whether a duty of the district names the joint performer that the region's duty names."""
        there = self.bodies[self.region.id].get(wanted.who or "")
        for party in held.function.with_:
            here = self.bodies[self.district.id].get(party.who or "")
            if here is not None and there is not None:
                if self._same_body(here, there):
                    return True
            elif party.name.casefold() == wanted.name.casefold():
                return True
        return False

    def own(self) -> Iterator[Own]:
        """Duties that the region gives to nobody on the levels below."""
        given = {name for one in self.given for name in one.concepts}
        regional = self._held(self.region, (Level.REGIONAL,))
        for one in self.held:
            concept = one.concepts[0]
            if any(self.catalogue.kin(concept, name) for name in given):
                continue
            yield Own(
                element=f"{self.district.id}:subjects.{one.subject.id}.functions.{one.function.id}",
                concept=concept,
                label=one.function.does,
                body=one.body,
                cite=one.cite,
                copied=_bodies(two for two in regional if concept in two.concepts),
            )

    def _name(self, party: Party) -> str:
        subject = self.bodies[self.region.id].get(party.who or "")
        return (subject.abbr or subject.name) if subject is not None else party.name

    def _same_body(self, one: Subject, two: Subject) -> bool:
        """Whether two acts mean one kind of body, on whatever level."""
        roles = set(map(self.catalogue.now, one.roles)) & set(map(self.catalogue.now, two.roles))
        return one.id == two.id or bool(roles)


def _bodies(found: Iterable[_Held]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.body for one in found))


def _levels(given: _Held, own: Iterable[_Held]) -> Iterator[Message]:
    """What is told where the body stands on another level than the region puts it; the duty is carried all the same."""
    levels = {one.subject.level for one in own}
    if given.subject.level not in levels and None not in levels:
        here, there = _level(levels), _level({given.subject.level})
        yield message(N_("{here}, where the region has: {there}"), here=here, there=there)


def _level(levels: Iterable[Level | None]) -> Message:
    return message(min(level for level in levels if level is not None).english)
