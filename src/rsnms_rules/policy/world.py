"""What rules look at: candidates with their fields, where a field that the text does not give is lost, not empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rsnms_rules.finding import Path
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.act import Missing
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.pack import Selection
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Subject
from rsnms_rules.model.types import Element
from rsnms_rules.model.vocabulary import FilePart

WHOLE = "act"
"""The element that stands for the act as a whole."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One element that a rule looks at.

    Attributes:
        selection: the list that it is taken from.
        name: DESIGN's notation without the regulation's id. `path`: into the file.
        part: the element itself; None for one that the lost text may have had.
        carrier: the subject whose function it is; of a lost subject what is known of it.
        indicator: the one whose target it is.
        why: for an element of the lost text, what is known of the loss.
    """

    selection: Selection
    name: str
    path: Path
    part: Element | None
    carrier: Subject | None = None
    indicator: Indicator | None = None
    why: Message | None = None

    @property
    def cite(self) -> tuple[str, ...]:
        """The element's clauses, or those of what it belongs to."""
        parts = (self.part, self.indicator, self.carrier) if self.part is not None else ()
        found = next((part.cite for part in parts if part is not None and part.cite), ())
        return tuple(map(str, found))


_PARTS = {
    Selection.SUBJECTS: (FilePart.SUBJECTS,),
    Selection.FUNCTIONS: (FilePart.FUNCTIONS, FilePart.SUBJECTS),
    Selection.DUTIES: (FilePart.DUTIES,),
    Selection.INDICATORS: (FilePart.INDICATORS,),
    Selection.TARGETS: (FilePart.INDICATORS,),
    Selection.MEASURES: (FilePart.MEASURES,),
    Selection.CHANNELS: (FilePart.CHANNELS,),
    Selection.MECHANISMS: (FilePart.MECHANISMS, FilePart.DIRECTIONS),
    Selection.TASKS: (FilePart.TASKS,),
    Selection.MONITORING: (FilePart.MONITORING,),
    Selection.TERMS: (FilePart.TERMS,),
}

_LISTS: dict[Selection, str] = {Selection.FUNCTIONS: "subjects", Selection.TARGETS: "indicators"}
"""The list of the file that a selection is taken from, where it has another name."""


@dataclass(frozen=True)
class World:
    """A regulation with its catalogue, as rules see it."""

    regulation: RegulationFile
    catalogue: CatalogueFile

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """Subjects by id."""
        return {subject.id: subject for subject in self.regulation.subjects}

    def roles(self, subject: Subject) -> tuple[str, ...]:
        """The roles of a subject by the ids of today."""
        return tuple(map(self.catalogue.now, subject.roles))

    def roles_lost(self, subject: Subject) -> bool:
        """Whether the words that would say a body's roles are lost."""
        return subject.broken or "roles" in subject.unread

    def element(self, name: str = WHOLE) -> str:
        """An element of this regulation with the regulation's id; without a name the act as a whole."""
        return f"{self.regulation.id}:{name}"

    def candidates(self, selection: Selection) -> Iterator[Candidate]:
        """The elements at hand, in the order of the file."""
        act = self.regulation
        if selection is Selection.REGULATION:
            yield Candidate(selection, WHOLE, (WHOLE,), act.act)
        elif selection is Selection.MONITORING:
            if act.monitoring is not None:
                yield Candidate(selection, selection.value, (selection.value,), act.monitoring)
        elif selection is Selection.FUNCTIONS:
            for at, subject in enumerate(act.subjects):
                for index, function in enumerate(subject.functions):
                    name = f"subjects.{subject.id}.functions.{function.id}"
                    yield Candidate(selection, name, ("subjects", at, "functions", index), function, carrier=subject)
        elif selection is Selection.TARGETS:
            for at, indicator in enumerate(act.indicators):
                for index, target in enumerate(indicator.targets or ()):
                    name = f"indicators.{indicator.id}.targets.{index + 1}"
                    yield Candidate(selection, name, ("indicators", at, "targets", index), target, indicator=indicator)
        else:
            for index, part in enumerate(getattr(act, selection.value)):
                yield Candidate(selection, f"{selection.value}.{part.id}", (selection.value, index), part)
        if selection is Selection.MECHANISMS:
            yield from self._of_directions()

    def _of_directions(self) -> Iterator[Candidate]:
        """The mechanisms that stand inside directions."""
        for at, direction in enumerate(self.regulation.directions):
            for index, mechanism in enumerate(direction.mechanisms):
                name = f"directions.{direction.id}.mechanisms.{mechanism.id}"
                yield Candidate(Selection.MECHANISMS, name, ("directions", at, "mechanisms", index), mechanism)

    def lost(self, selection: Selection) -> Iterator[Candidate]:
        """One stand-in for each loss of the text that may have held more: what is not known of it is lost."""
        parts = _PARTS.get(selection, ())
        named = [entry for entry in self.regulation.text.missing if entry.part in {*parts, FilePart.REGULATION}]
        for entry in named:
            carrier = self._carrier(entry)
            name = f"subjects.{entry.of}.functions" if entry.of else entry.part.value
            yield Candidate(selection, name, (), None, carrier=carrier, why=message("{why}", why=entry.why))
        empty = parts and not getattr(self.regulation, _LISTS.get(selection, selection.value))
        if not named and empty and self.regulation.unknown(parts[0]):
            why = message(N_("the text at hand is not the whole act"))
            yield Candidate(selection, parts[0].value, (), None, why=why)
        yield from self._unread(selection)

    def _carrier(self, entry: Missing) -> Subject | None:
        """What is known of the lost body, or of the body whose functions are lost."""
        if entry.of is not None:
            return self.subjects.get(entry.of)
        if entry.level is not None:
            return Subject(id="lost", name="lost", level=entry.level)
        return None

    def _unread(self, selection: Selection) -> Iterator[Candidate]:
        """Lists inside elements whose words are lost: the targets of an indicator, the functions of a subject."""
        if selection is Selection.TARGETS:
            for indicator in self.regulation.indicators:
                if _cut(indicator, "targets"):
                    name = f"indicators.{indicator.id}.targets"
                    why = message(N_("the words of {element} are lost"), element=name)
                    yield Candidate(selection, name, (), None, indicator=indicator, why=why)
        if selection is Selection.FUNCTIONS:
            for subject in self.regulation.subjects:
                if _cut(subject, "functions"):
                    name = f"subjects.{subject.id}.functions"
                    why = message(N_("the words of {element} are lost"), element=name)
                    yield Candidate(selection, name, (), None, carrier=subject, why=why)


def _cut(part: Element, key: str) -> bool:
    return part.broken or key in part.unread
