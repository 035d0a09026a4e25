"""What a question gets back: items with their clauses, and a grade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.questions.ask.say import joined
from rsnms_rules.questions.base import Quote, Unknown, act_words, no_quote

CLOSE = 0.75
"""A runner-up is shown to a reader where it scores at least this share of the best item."""
RUNNERS_UP = 2
"""How many runners-up a reader is shown; programs get all."""


class Grade(Enum):
    """How sure the answer is."""

    ANSWER = "answer"
    MAYBE = "maybe"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Item:
    """One candidate.

    Attributes:
        id: the element in DESIGN's notation. `regulation`: the id of its act.
        label: what it is, in words. `value`: what was asked for: a body, a target, a date, a meaning.
        cite: full citations. `score`: 0 to 1, how well it answers. `kind`: the kind of question that it answers.
        exact: whether it answers what was asked, or is only the nearest thing.
        group: items of one group answer together (all acts repealed, all regions that have it); empty: alone.
        parts: the value as a list, where it is one.
    """

    id: str
    regulation: str
    label: Message
    value: Message
    cite: tuple[str, ...]
    score: float
    kind: str = ""
    exact: bool = True
    group: str = ""
    parts: tuple[Message, ...] = ()

    def doubted(self) -> Item:
        """The same item as the nearest thing only: it does not answer what was asked."""
        return replace(self, exact=False)

    def scored(self, factor: float, kind: str) -> Item:
        """The same item, found by `kind`, with its score multiplied."""
        return replace(self, score=round(min(self.score * factor, 1.0), 3), kind=kind)


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer to a question in free words.

    Attributes:
        question: as asked. `kind`: what sort of question it was taken for.
        grade: an answer, candidates («возможно, вы имели в виду»), or unknown.
        items: best first; empty where unknown. `nearest`: what the act says that comes nearest to an unknown one.
        why: why it is unknown, and parts that the text at hand lacks.
    """

    question: str
    kind: str
    grade: Grade
    items: tuple[Item, ...]
    nearest: tuple[Item, ...]
    why: tuple[Unknown, ...]

    def __bool__(self) -> bool:
        return bool(self.items)

    @property
    def unknown(self) -> bool:
        """Whether the text at hand does not answer it."""
        return self.grade is Grade.UNKNOWN

    @property
    def best(self) -> tuple[Item, ...]:
        """The first item, with those that answer together with it."""
        first = self.items[:1]
        return first + tuple(item for item in self.items[1:] if item.group and item.group == first[0].group)

    @property
    def citations(self) -> tuple[str, ...]:
        """Where the acts say what the answer says."""
        return tuple(dict.fromkeys(place for item in self.best for place in item.cite))

    @property
    def text(self) -> Message:
        """The answer in one sentence, with its clause."""
        if self.grade is Grade.UNKNOWN:
            return message(N_("The text at hand does not answer this."))
        said = joined([_sentence(item) for item in self.best])
        return said if self.grade is Grade.ANSWER else message(N_("Perhaps you meant: {answer}"), answer=said)

    def lines(self, quote: Quote = no_quote) -> Iterator[tuple[int, Message]]:
        """The answer for a reader, as pairs of indent and sentence."""
        yield 0, message("«{question}»", question=self.question)
        if self.grade is Grade.UNKNOWN:
            yield 0, self.text
        elif self.grade is Grade.MAYBE:
            yield 0, message(N_("Perhaps you meant:"))
        best = self.best
        for item in best:
            yield from _item_lines(item, quote)
        others = [item for item in self.items if item not in best and item.score >= CLOSE * self.items[0].score]
        if others and self.grade is Grade.ANSWER:
            yield 0, message(N_("Also close:"))
        for item in others[:RUNNERS_UP]:
            yield from _item_lines(item, quote)
        for gap in self.why:
            yield 0, message(N_("Unknown in {regulation}: {why}"), regulation=gap.regulation, why=gap.why)
        if self.nearest:
            yield 0, message(N_("The nearest that the act says:"))
            for item in self.nearest:
                yield from _item_lines(item, quote)

    def __str__(self) -> str:
        return "\n".join("  " * indent + str(line) for indent, line in self.lines())


def _sentence(item: Item) -> Message:
    cite = "; ".join(item.cite) or "—"
    return message(
        "{value} — {label} ({regulation}, {cite})",
        value=item.value,
        label=item.label,
        regulation=item.regulation,
        cite=cite,
    )


def _item_lines(item: Item, quote: Quote) -> Iterator[tuple[int, Message]]:
    if item.parts:
        yield 1, item.label
        for part in item.parts:
            yield 2, message("– {part}", part=part)
    else:
        yield 1, item.value
    if not item.parts and str(item.label) != str(item.value):
        yield 2, item.label
    yield 2, message(N_("{regulation}, {cite}"), regulation=item.regulation, cite="; ".join(item.cite) or "—")
    for words in act_words(item.regulation, item.cite, quote):
        yield 3, words
