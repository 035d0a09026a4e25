"""What the questions share: how a duty is named in an answer, and what the text leaves unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, Subject
from rsnms_rules.model.types import Element
from rsnms_rules.model.vocabulary import Extent, FilePart, Level, Mode

Quote = Callable[[str, str], str | None]
"""From a regulation's id and a citation to the act's own words, or None where its text is not at hand."""


def no_quote(regulation: str, cite: str) -> str | None:  # noqa: ARG001
    """A `Quote` without any text."""
    return None


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of one carrier, as an answer names it.

    Attributes:
        regulation: id of the act. `element`: the function in DESIGN's notation, with that id.
        subject: id of the carrier, or the act's words for people.
        name: how people call the carrier. `level`: its level.
        does: the duty in the encoder's words. `mode`: whether the carrier leads.
        concepts: the concepts of the duty. `partners`: joint performers.
        cite: full citations of the duty. `score`: 0 to 1, how well it answers.
    """

    regulation: str
    element: str
    subject: str
    name: str
    level: Level | None
    does: str
    mode: Mode
    concepts: tuple[str, ...]
    partners: tuple[str, ...]
    cite: tuple[str, ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that the text at hand does not tell, and why."""

    regulation: str
    element: str
    why: Message


def citations(element: Element) -> tuple[str, ...]:
    """The element's citations as text."""
    return tuple(str(place) for place in element.cite)


def act_words(regulation: str, cite: tuple[str, ...], quote: Quote) -> Iterator[Message]:
    """The act's own words for citations, where its text is at hand."""
    for place in cite:
        words = quote(regulation, place)
        if words is not None:
            yield message(N_("the act says: {words}"), words=words)


def subject_name(subject: Subject) -> str:
    """The name of a subject, with its abbreviation where it has one."""
    return f"{subject.abbr} — {subject.name}" if subject.abbr and subject.abbr != subject.name else subject.name


def short_name(regulation: RegulationFile, name: str) -> str:
    """The abbreviation or name of the subject `name`; words for people stay as they are."""
    found = next((subject for subject in regulation.subjects if subject.id == name), None)
    return (found.abbr or found.name) if found is not None else name


def duty(
    regulation: RegulationFile, subject: Subject, function: Function, *, score: float = 1.0, mode: Mode | None = None
) -> Duty:
    """A function of a subject as an answer names it; `mode` where the question is about one concept of it."""
    return Duty(
        regulation=regulation.id,
        element=f"{regulation.id}:subjects.{subject.id}.functions.{function.id}",
        subject=subject.id,
        name=subject_name(subject),
        level=subject.level,
        does=function.does,
        mode=mode or function.mode,
        concepts=function.concepts,
        partners=tuple(short_name(regulation, party.name) for party in function.with_),
        cite=citations(function),
        score=score,
    )


def unknown_functions(
    regulation: RegulationFile, *, subject: str = "", level: Level | None = None
) -> Iterator[Unknown]:
    """What `text.missing` takes away from an answer about functions (DESIGN 4.1), for one subject or level or all."""
    named = False
    for index, entry in enumerate(regulation.text.missing):
        if entry.part not in {FilePart.FUNCTIONS, FilePart.SUBJECTS, FilePart.REGULATION}:
            continue
        named = True
        of = next((item for item in regulation.subjects if item.id == entry.of), None)
        at = entry.level or (of.level if of is not None else None)
        if (subject and entry.of != subject) or (level is not None and at not in {None, level}):
            continue
        place = f"subjects.{entry.of}.functions" if entry.of else f"text.missing.{index + 1}"
        yield Unknown(regulation.id, f"{regulation.id}:{place}", message("{why}", why=entry.why))
    partial = regulation.text.extent is Extent.PARTIAL and FilePart.FUNCTIONS not in regulation.text.absent
    if partial and not named:
        why = message(N_("the text at hand is not the whole act"))
        yield Unknown(regulation.id, f"{regulation.id}:text", why)


def unread_functions(regulation: RegulationFile, duties: tuple[Duty, ...]) -> Iterator[Unknown]:
    """Duties whose own words are lost or break off."""
    wanted = {item.element for item in duties}
    for subject in regulation.subjects:
        for function in subject.functions:
            element = f"{regulation.id}:subjects.{subject.id}.functions.{function.id}"
            if element in wanted and (function.broken or function.unread):
                fields = ", ".join(function.unread) or "…"
                why = message(N_("words of this duty are lost in the text: {fields}"), fields=fields)
                yield Unknown(regulation.id, element, why)
