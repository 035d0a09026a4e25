"""Who is responsible for a function?

Leaders first, participants and joint performers apart (DESIGN 4.8), each with its clause and a score; where parts
of the text are missing, that is said beside the answer (DESIGN 4.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, Subject
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
    unread_functions,
)
from rsnms_rules.questions.search import Index

FOUND = 0.42
"""Least score of an answer; chosen on the real acts, see docs/adr/0006-search.md."""
NEAR = 0.8
"""An answer scores at least this share of the best one."""


@dataclass(frozen=True, slots=True)
class Responsibilities:
    """Answer to «who»: leaders, participants and joint performers, best first, and what is unknown.

    `asked` are the ids of the regulations that were asked.
    """

    query: str
    leaders: tuple[Duty, ...]
    participants: tuple[Duty, ...]
    joint: tuple[Duty, ...]
    unknown: tuple[Unknown, ...]
    asked: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.leaders or self.participants or self.joint)

    @classmethod
    def of(cls, query: str, answers: Sequence[Responsibilities]) -> Responsibilities:
        """Join the answers of several regulations, best first: what is far from the best of all is left out."""
        duties = [duty for answer in answers for duty in (*answer.leaders, *answer.participants)]
        least = NEAR * max((duty.score for duty in duties), default=0.0)
        return cls(
            query,
            _best(tuple(duty for answer in answers for duty in answer.leaders if duty.score >= least)),
            _best(tuple(duty for answer in answers for duty in answer.participants if duty.score >= least)),
            _best(tuple(duty for answer in answers for duty in answer.joint if duty.score >= least)),
            tuple(gap for answer in answers for gap in answer.unknown),
            tuple(name for answer in answers for name in answer.asked),
        )

    @property
    def silent(self) -> tuple[str, ...]:
        """Ids of the regulations in which nothing was found, whether or not their text is whole."""
        found = {duty.regulation for duty in (*self.leaders, *self.participants)}
        return tuple(name for name in self.asked if name not in found)

    def lines(self, quote: Quote = no_quote) -> Iterator[tuple[int, Message]]:
        """The answer for a reader, as pairs of indent and sentence."""
        yield 0, message("«{query}»", query=self.query)
        if not self:
            yield 0, message(N_("Not found in the text at hand: no function comes close."))
        for heading, duties in (
            (N_("Responsible:"), self.leaders),
            (N_("Take part:"), self.participants),
            (N_("Jointly:"), self.joint),
        ):
            if duties:
                yield 0, message(heading)
                for item in duties:
                    yield from duty_lines(item, quote)
        if self and self.silent:
            yield 0, message(N_("Nothing comes close in: {names}."), names=", ".join(self.silent))
        if self.unknown:
            yield 0, message(N_("Unknown, because the text at hand lacks it:"))
            for gap in self.unknown:
                yield 1, message("{element}: {why}", element=gap.element, why=gap.why)

    def __str__(self) -> str:
        return "\n".join("  " * indent + str(line) for indent, line in self.lines())


def duty_lines(item: Duty, quote: Quote = no_quote) -> Iterator[tuple[int, Message]]:
    """One duty for a reader: carrier, what it does, partners, clause."""
    level = message(item.level.english) if item.level else message("—")
    yield 1, message("{name} ({level})", name=item.name, level=level)
    yield 2, message("{does}", does=item.does)
    if item.partners:
        yield 2, message(N_("jointly with: {partners}"), partners=", ".join(item.partners))
    cite = "; ".join(item.cite) or "—"
    yield 2, message(N_("{regulation}, {cite}"), regulation=item.regulation, cite=cite)
    for words in act_words(item.regulation, item.cite, quote):
        yield 3, words


class _Found(NamedTuple):
    subject: Subject
    function: Function
    score: float
    mode: Mode


class WhoIndex:
    """The functions of one regulation, ready to be searched by their statements and the catalogue's words."""

    def __init__(self, regulation: RegulationFile, catalogue: CatalogueFile) -> None:
        """Index the functions of `regulation`."""
        self.regulation = regulation
        self.catalogue = catalogue
        self.entries = [(subject, function) for subject in regulation.subjects for function in subject.functions]
        self.index = Index(self._text(function) for _, function in self.entries)

    def _text(self, function: Function) -> str:
        """The statement, and what the catalogue says of its concepts: it has the everyday words that acts lack."""
        concepts = (self.catalogue.concept_index.get(name) for name in function.concepts)
        said = (text for concept in concepts if concept is not None for text in (concept.label.ru, concept.is_.ru))
        return " ".join([function.does, *said])

    def by_text(self, query: str) -> Responsibilities:
        """Answer a question in free Russian words."""
        hits = self.index.search(query)
        best = hits[0].score if hits else 0.0
        near = [hit for hit in hits if hit.score >= max(FOUND, NEAR * best)]
        found = ((*self.entries[hit.document], hit.score) for hit in near)
        return self._answer(query, (_Found(*entry, entry[1].mode) for entry in found))

    def by_concept(self, concept: str) -> Responsibilities:
        """Answer by a concept of the catalogue and the concepts below it.

        A duty whose leading concept it is scores 1, one that holds it beside others 0.9, one of a narrower
        concept 0.8.
        """
        name = self.catalogue.concept_index[concept].id
        narrower = _below(self.catalogue, name)
        return self._answer(concept, self._with_concept(name, narrower))

    def _with_concept(self, name: str, narrower: frozenset[str]) -> Iterator[_Found]:
        index = self.catalogue.concept_index
        for subject, function in self.entries:
            modes = {index[item].id if item in index else item: function.mode_in(item) for item in function.concepts}
            below = [mode for item, mode in modes.items() if item in narrower]
            if name in modes:
                score = 1.0 if next(iter(modes)) == name else 0.9
                yield _Found(subject, function, score, modes[name])
            elif below:
                yield _Found(subject, function, 0.8, Mode.LEADS if Mode.LEADS in below else Mode.PARTICIPATES)

    def _answer(self, query: str, found: Iterable[_Found]) -> Responsibilities:
        entries = list(found)
        duties = _best(tuple(duty(self.regulation, s, f, score=score, mode=mode) for s, f, score, mode in entries))
        joint = [item for entry in entries for item in self._joint(entry)]
        gaps = (*unknown_functions(self.regulation), *unread_functions(self.regulation, duties))
        return Responsibilities(
            query=query,
            leaders=tuple(item for item in duties if item.mode is Mode.LEADS),
            participants=tuple(item for item in duties if item.mode is Mode.PARTICIPATES),
            joint=_best(tuple(joint)),
            unknown=gaps,
            asked=(self.regulation.id,),
        )

    def _joint(self, found: _Found) -> Iterator[Duty]:
        """Joint performers, by the clause of the body in whose list they stand."""
        subject, function, score, mode = found
        base = duty(self.regulation, subject, function, score=score, mode=mode)
        by_id = {item.id: item for item in self.regulation.subjects}
        for party in function.with_:
            partner = by_id.get(party.who or "")
            yield Duty(
                regulation=base.regulation,
                element=base.element,
                subject=party.name,
                name=subject_name(partner) if partner else party.name,
                level=partner.level if partner else None,
                does=base.does,
                mode=base.mode,
                concepts=base.concepts,
                partners=(subject.abbr or subject.name,),
                cite=base.cite,
                score=score,
            )


def _best(duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
    return tuple(sorted(duties, key=lambda item: -item.score))


def _below(catalogue: CatalogueFile, name: str) -> frozenset[str]:
    """The concepts below `name`, itself not included."""
    found: set[str] = set()
    waiting = {name}
    while waiting:
        waiting = {c.id for c in catalogue.concepts if c.broader in waiting and c.id not in found}
        found |= waiting
    return frozenset(found - {name})
