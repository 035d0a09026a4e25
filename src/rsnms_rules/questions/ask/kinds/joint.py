"""With whom, or between whom? Joint performers, counterparties, parties to an agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsnms_rules.model.measure import Measure
from rsnms_rules.model.subject import Function
from rsnms_rules.model.system import Activity, Channel, Duty, Mechanism
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.entry import Entry
from rsnms_rules.questions.ask.say import said
from rsnms_rules.questions.ask.scope import Scope, item, names
from rsnms_rules.questions.ask.understand import Question, any_of
from rsnms_rules.questions.ask.words import content, plain, root, spoken_out
from rsnms_rules.questions.base import subject_name

NAME = "joint"
CUE = any_of(
    r"""
    \bс кем\b
    \bмежду (?:кем|как\w+)\b
    \bвместе\b
    \bсовместн\w*
    \bсообща\b
    \bпартнер\w*
    \bсторон\w*
    \bучастник\w*
    \bкто\b
    \bкем\b
    \bчьем?\b
    \bв паре\b
    \bобъединяя\w*
    \bкакими\b
    \bв сотрудничестве\b
    \bучасти\w*\b
    \bеще\b
    \bкакой\b
    """
)
ASKS = any_of(
    r"""
    \bс кем\b
    \bмежду (?:кем|как\w+)\b
    \bвместе\b
    \bсовместно\b
    \bсообща\b
    \bпартнер\w*
    \bсторон\w* (?:\w+ )?соглашени
    \bучастник\w* (?:\w+ )?соглашени
    ^\W*кто (?:\w+ )?трехсторонн
    \bв связке\b
    \bна пару\b
    \bс какими (?:\w+ )?(?:орган|субъект|структур|организац)\w*
    \bв сотрудничестве\b
    \bпри (?:чьем )?участии\b
    \bс чьей помощью\b
    \bкто еще\b
    \bс как(?:им|ой|ими) (?:\w+ )?(?:вуз|институт|центр|партнер|служб|оператор)\w*
    """
)
PARTNER = r"\bс как\w+ (?:[\w-]+ )?(вуз\w*|университет\w*|колледж\w*|профсоюз\w*|академи\w*|служб\w*|оператор\w*)"
"""How people name the sort of partner that they ask for."""
THREE = 3
"""Parties of an agreement of three."""
WORTH = {"measures": 0.92, "matters": 0.85}
"""What some of the elements that name partners are worth."""


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """Whatever comes close and names partners."""
    sorts = ("joint", "mechanisms", "channels", "activities", "duties", "measures", "matters")
    for hit in scope.hits(question, question.without(CUE), *sorts):
        found = hit.entry.label if hit.entry.sort == "matters" else _partners(hit.entry)
        if found:
            one = item(hit.entry, said(found), hit.score * WORTH.get(hit.entry.sort, 1.0))
            yield one if _is_wanted(found, question, scope) else one.doubted()


def _is_wanted(found: str, question: Question, scope: Scope) -> bool:
    """Whether the partners are as many as the question says, and of the sort that it names («с каким вузом»)."""
    if question.asks(r"\bтрехсторонн") and "трехсторонн" not in plain(found) and found.count(";") + 1 < THREE:
        return False
    sort = re.search(PARTNER, question.plain)
    if sort is None:
        return True
    wanted = scope.matcher.near(root(sort.group(1)))
    return any(word in wanted for word in content(spoken_out(plain(found))))


def _partners(entry: Entry) -> str:
    """The carrier and its partners; empty where the element names none."""
    thing = entry.item
    if isinstance(thing, Function):
        others = [*thing.with_, *(party for contact in thing.interacts for party in (*contact.with_, *contact.to))]
        return f"{subject_name(entry.subject)}; {names(entry.regulation, others)}" if others and entry.subject else ""
    if isinstance(thing, (Activity, Duty)):
        return names(entry.regulation, thing.with_)
    if isinstance(thing, Mechanism):
        return names(entry.regulation, thing.parties)
    if isinstance(thing, Channel):
        return names(entry.regulation, thing.between or ())
    if isinstance(thing, Measure) and thing.executors:
        return names(entry.regulation, (*thing.responsible, *thing.executors))
    return ""
