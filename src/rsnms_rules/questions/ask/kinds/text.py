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


def claims(question: Question) -> bool:  # noqa: ARG001
    """Never by itself: it is asked where nobody else claims the question, or finds nothing."""
    return False


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """Statements of the act that come close."""
    for hit in scope.hits(question, question.without(CUE), *SORTS):
        yield item(hit.entry, said(hit.entry.label), hit.score)
