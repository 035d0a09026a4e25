"""What every built-in rule sees and says: the material in, facts with a path out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from rsnms_rules.finding import Path
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.plan import Branch, branches
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, Subject
from rsnms_rules.model.vocabulary import FilePart


class Fact(NamedTuple):
    """What a rule found, where in the file; the engine adds slug, severity, line and element.

    `because` says what was looked at, for `rsnms explain`.
    """

    path: Path
    message: Message
    remedy: Message
    because: tuple[Message, ...] = ()


def fact(
    path: Path, template: str, remedy: str, *, because: Iterable[Message] = (), **args: str | int | Message
) -> Fact:
    """A fact from an English template with its values; `remedy` says what to do, with the same values."""
    return Fact(path, message(template, **args), message(remedy, **args), tuple(because))


def day(value: date) -> Message:
    """A day as people write it."""
    args = {"year": f"{value.year:04}", "month": f"{value.month:02}", "day": f"{value.day:02}"}
    return message(N_("{year}-{month}-{day}"), **args)


def latest_basis(regulation: RegulationFile) -> date | None:
    """The day of the latest document that the act rests on: the act cannot be older."""
    days = [basis.date for basis in regulation.act.legal_basis if isinstance(basis.date, date)]
    return max(days, default=None)


def said(subject: str, function: Function) -> Message:
    """A duty as evidence: whose, what, by which clause."""
    cite = "; ".join(str(place) for place in function.cite) or "—"
    return message("{name}: «{does}» ({cite})", name=subject, does=function.does, cite=cite)


class CitedPlace(NamedTuple):
    """A citation that does not resolve as it should: its path, its words, and what is wrong."""

    path: Path
    cite: str
    why: Message


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What is known of the act's own text, where it is at hand.

    Attributes:
        words: the text. `uncited`: (line, words) that nobody cites.
        lost: citations that are lost or ambiguous. `cut_off`: those that end before their item does.
    """

    words: str
    uncited: tuple[tuple[int, str], ...]
    lost: tuple[CitedPlace, ...]
    cut_off: tuple[CitedPlace, ...]


class Judged(NamedTuple):
    """A target that observations were held against, as the rules see it.

    Attributes:
        path: path of the target, or of the indicator. `indicator`: its name. `period`: the period judged.
        status: word of DESIGN 4.2. `told`: target, value and gap in words. `rows`: FILE:ROW of the observations.
    """

    path: Path
    indicator: str
    period: str
    status: str
    told: Message
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Material:
    """One regulation as the rules see it.

    `text` is None where the act's text is not at hand; `judged` is empty where no observations were given.
    """

    regulation: RegulationFile
    catalogue: CatalogueFile
    text: TextFacts | None = None
    judged: tuple[Judged, ...] = ()

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        """All parts of the file with their paths."""
        return tuple(branches(self.regulation))

    @cached_property
    def functions(self) -> tuple[tuple[Path, Subject, Function], ...]:
        """All functions with their paths and carriers."""
        return tuple(
            (("subjects", i, "functions", j), subject, function)
            for i, subject in enumerate(self.regulation.subjects)
            for j, function in enumerate(subject.functions)
        )

    @cached_property
    def subjects(self) -> Mapping[str, Subject]:
        """The subjects by id."""
        return {subject.id: subject for subject in self.regulation.subjects}

    @cached_property
    def carried(self) -> frozenset[str]:
        """The concepts that some function carries, and everything wider than these."""
        index = self.catalogue.concept_index
        found: set[str] = set()
        for _, _, function in self.functions:
            waiting = list(function.concepts)
            while waiting:
                name = waiting.pop()
                found.add(name)
                wider = index[name].broader if name in index else None
                waiting += [wider] if wider and wider not in found else []
        return frozenset(found)

    @property
    def functions_unknown(self) -> bool:
        """Whether functions or their carriers are missing from the text at hand: then «nobody» cannot be said."""
        parts = {FilePart.FUNCTIONS, FilePart.SUBJECTS, FilePart.REGULATION}
        return any(entry.part in parts for entry in self.regulation.text.missing)

    def name(self, subject: str) -> str:
        """How people call a subject."""
        found = self.subjects.get(subject)
        return (found.abbr or found.name) if found is not None else subject

    def label(self, concept: str) -> str:
        """The Russian label of a concept."""
        found = self.catalogue.concept_index.get(concept)
        return found.label.ru if found is not None else concept

    def of(self, cls: type) -> Iterator[Branch]:
        """The parts of one class."""
        return (branch for branch in self.branches if isinstance(branch.value, cls))
