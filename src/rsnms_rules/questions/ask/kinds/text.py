"""What else does the act say? Tasks, goals, principles, provisions and documents, where no other kind fits."""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.say import said
from rsnms_rules.questions.ask.scope import Scope, item
from rsnms_rules.questions.ask.understand import Question

NAME = "text"
CUE = r"\bкак(?:ой|ая|ое|ие|им|их|ую|ого|ому)\b|\bчто\b|\bгде\b|\bзачем\b|\bпочему\b|\bесть ли\b"
ASKS = r"(?!)"
SORTS = (
    "tasks",
    "goals",
    "principles",
    "provisions",
    "matters",
    "contents",
    "directions",
    "duties",
    "basis",
    "notes",
    "points",
    "mechanisms",
)


NAMED = {"принцип": "principles", "задач": "tasks", "цел": "goals"}
"""What a question may ask for by its name: «какой принцип …»."""


_REGARDED = (
    r"(?:учитыва|принима\w+ (?:в расчет|во внимание)|бер[еу]т в расчет|опира|оглядыва|составля|разрабатыва|придумыва)"
)
_JUDGED = r"(?:показател|критери|эффективн|результативн|оцен)"
CONSIDERED = rf"\b{_REGARDED}\w*.*\b{_JUDGED}\w*|\b{_JUDGED}\w*.*\b{_REGARDED}\w*"
"""How people ask what counts when indicators are made or effectiveness is judged: provisions say so."""
COUNTS = 0.5
"""Least score of a provision that comes near such a question."""
NEARBY = 0.25
"""Score from which on a provision comes near."""


def claims(question: Question) -> bool:
    """Only where it asks for one of the principles, tasks or goals; else it is asked where nobody finds anything."""
    return _named(question) is not None or question.asks(CONSIDERED)


def _named(question: Question) -> str | None:
    return next(
        (sort for word, sort in NAMED.items() if question.asks(rf"\bкак(?:ой|ая|им|ом) (?:из )?{word}\w*")), None
    )


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """Statements of the act that come close."""
    if question.asks(CONSIDERED):
        for hit in scope.hits(question, question.without(CUE), "provisions"):
            yield item(hit.entry, said(hit.entry.label), max(hit.score, COUNTS if hit.score >= NEARBY else 0.0))
    sort = _named(question)
    words = question.without(rf"{CUE}|\b(?:принцип|задач|цел[ьи])\w*|\bговор\w+" if sort else CUE)
    for hit in scope.hits(question, words, *((sort,) if sort else SORTS)):
        yield item(hit.entry, said(hit.entry.label), hit.score)
