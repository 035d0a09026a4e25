"""What does a body do, and how many duties has it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rsnms_rules.i18n import N_, message
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.say import joined, said
from rsnms_rules.questions.ask.scope import Scope, item
from rsnms_rules.questions.ask.understand import Question, any_of, unless_who

NAME = "functions"
CUE = any_of(
    r"""
    \bчто (?:еще )?(?:должн\w+ |обязан\w* )?(?:дела\w+|входит|выполня\w+|поручен\w+|умеет)\b(?: в)?
    \bчем (?:\w+ )?(?:занима\w+|занят\w*)
    \bза что (?:\w+ )?отвеча\w+
    \bотвеча\w+
    \bзанима\w+
    \bфункци\w+
    \bобязанност\w*
    \bполномочи\w+
    \bзадач\w*
    \bпереч\w+
    \bдля чего (?:нуж\w+|созда\w+)?
    \bроль\b
    \bсколько\b
    \bзачем\b
    \bназов\w+
    \bперечисл\w+
    \bкаки\w+\b
    \bвозложен\w+
    \bпоручен\w+
    \bзакреплен\w+
    \bпункт\w+
    \bвсего\b
    """
)
ASKS = unless_who(
    r"""
    \bчто (?:еще )?(?:\w+ )?(?:дела\w+|входит|выполня\w+|поручен\w*|возложен\w*)
    \bчем (?:\w+ )*занима\w+
    \bза что\b.*\bотвеча
    \bфункци\w+
    \bобязанност\w*
    \bполномочи\w+
    \bдля чего (?:нуж|созда)
    \bроль\b
    \bзачем нуж
    \bзадачи\b(?! рснмс)
    """
)


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """The bodies that the question names, each with its duties; their number where that is asked."""
    how_many = question.asks(r"\bсколько\b|\bколичеств\w+|\bчисло\b")
    for hit in scope.hits(question, question.without(CUE), "subjects"):
        subject = hit.entry.subject
        assert subject is not None
        duties = [said(function.does) for function in subject.functions]
        count = sum(not function.beside for function in subject.functions)
        label = message(N_("{name}: items of its list in the act: {count}"), name=subject.name, count=count)
        if count < len(duties):
            label = message(N_("{label}; beside the list: {count}"), label=label, count=len(duties) - count)
        value = said(str(count)) if how_many else joined(duties)
        found = replace(item(hit.entry, value, hit.score, label=label), parts=() if how_many else tuple(duties))
        yield found if duties else found.doubted()
