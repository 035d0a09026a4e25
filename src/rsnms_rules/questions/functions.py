"""What does a body have to do? Its own functions, and those in which other lists name it as a joint performer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Subject
from rsnms_rules.model.vocabulary import Mode
from rsnms_rules.questions.base import (
    Duty,
    Quote,
    Unknown,
    act_words,
    duty,
    no_quote,
    subject_name,
    unknown_functions,
)


@dataclass(frozen=True, slots=True)
class SubjectFunctions:
    """The functions of one subject: its own, and the joint ones by the clauses of others."""

    regulation: str
    subject: Subject
    own: tuple[Duty, ...]
    joint: tuple[Duty, ...]
    unknown: tuple[Unknown, ...]

    def lines(self, quote: Quote = no_quote) -> Iterator[tuple[int, Message]]:
        """The answer for a reader, as pairs of indent and sentence."""
        level = message(self.subject.level.english) if self.subject.level else message("—")
        yield (
            0,
            message("{name} ({level}, {id})", name=subject_name(self.subject), level=level, id=self.subject.id),
        )
        if not self.own and not self.joint and not self.unknown:
            yield 1, message(N_("The act gives it no functions."))
        for item in self.own:
            yield from _lines(item, N_("{does} (takes part)") if item.mode is Mode.PARTICIPATES else "{does}", quote)
        if self.joint:
            yield 1, message(N_("Jointly, by the lists of others:"))
            for item in self.joint:
                yield from _lines(item, "{does}", quote)
        for gap in self.unknown:
            yield 1, message(N_("Unknown: {why}"), why=gap.why)

    def __str__(self) -> str:
        return "\n".join("  " * indent + str(line) for indent, line in self.lines())


def _lines(item: Duty, template: str, quote: Quote) -> Iterator[tuple[int, Message]]:
    yield 1, message(template, does=item.does)
    if item.partners:
        yield 2, message(N_("jointly with: {partners}"), partners=", ".join(item.partners))
    yield 2, message("{cite}", cite="; ".join(item.cite) or "—")
    for words in act_words(item.regulation, item.cite, quote):
        yield 3, words


def functions_of(regulation: RegulationFile, subject: Subject) -> SubjectFunctions:
    """Gather the functions of a subject, own and joint."""
    own = tuple(duty(regulation, subject, function) for function in subject.functions)
    joint = tuple(
        duty(regulation, other, function)
        for other in regulation.subjects
        if other.id != subject.id
        for function in other.functions
        if any(party.who == subject.id for party in function.with_)
    )
    gaps = tuple(unknown_functions(regulation, subject=subject.id))
    return SubjectFunctions(regulation.id, subject, own, joint, gaps)
