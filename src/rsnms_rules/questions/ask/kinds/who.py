"""Who does it? The carriers of duties, those responsible for rows of the roadmap, those whom the order charges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.act import Point
from rsnms_rules.model.measure import Measure
from rsnms_rules.model.party import Party
from rsnms_rules.model.subject import SubjectNote
from rsnms_rules.model.system import Activity, Duty, Monitoring
from rsnms_rules.model.types import Element
from rsnms_rules.model.vocabulary import Level
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.entry import Entry
from rsnms_rules.questions.ask.say import said
from rsnms_rules.questions.ask.scope import Scope, item, names
from rsnms_rules.questions.ask.understand import Question, any_of
from rsnms_rules.questions.base import short_name, subject_name

NAME = "who"
CUE = any_of(
    r"""
    \bкто\b
    \bкем\b
    \bкому\b
    \bкого\b
    \bчь[яие]\w*
    \bчей\b
    \bответствен\w+
    \bна ком\b
    \bза кем\b
    \bчьих\b
    \bисполнител\w+
    \bкак(?:ой|ая|ое|ие|их|им|ую)\s+(?:\w+\s+)?(?:орган\w*|организаци\w+|служб\w+|структур\w+|учреждени\w+|подразделени\w+|объединени\w+|ведомств\w+|вуз\w*|субъект\w*|центр\w*|совет\w*|специалист\w*)
    """
)
ASKS = CUE
ELSEWHERE = 0.6
"""What a carrier of another level than the question names is worth."""
ASIDE = 0.88
"""The same where the level is only mentioned («в школе»)."""
LEADS = (
    r"(?=.*\b(?:федеральн|стран[аеы]\b)).*(?:\bкоординир\w+|^\W*кто (?:\w+ )?координатор\b|\bвозглав"
    r"|\b(?:назван|назначен|является|выступает|главн\w+|вуз) (?:\w+ ){0,2}(?:координат?о?р|систем|по))"
)
LEADING = 0.6
"""How people ask for the body that leads on the federal level, and what such a body scores at least."""
OTHER, REST = r"\b(?:ины[ехм]|проч|друг|еще)\w*", 0.6
"""How people ask for «other tasks», and what those are worth where they do not."""
PLANNED = 0.8
"""What a duty is worth where the roadmap is asked."""
WORTH = {
    "functions": 1.0,
    "points": 0.97,
    "coordinator": 0.97,
    "monitoring": 0.97,
    "measures": 0.93,
    "duties": 0.85,
    "activities": 0.8,
}
MEMBERS = r"\b(?:вход|войти|состав|состо|включа|сид|попа|требован|стаж|стать)\w*"
"""In which words people ask who belongs to a body, and what is asked of its members."""


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """Every duty, row and point that comes close, with whom it is laid upon."""
    if question.level is Level.FEDERAL or question.asks(LEADS):
        yield from _federal(scope, question)
    worth = WORTH | {"notes": 0.95} if question.asks(MEMBERS) else WORTH
    for hit in scope.hits(question, question.without(CUE), *worth):
        entry = hit.entry
        other = question.level is not None and entry.subject is not None and entry.subject.level is not question.level
        there = (ELSEWHERE if question.strict else ASIDE) if other else 1.0
        planned = PLANNED if question.plan and entry.sort != "measures" else 1.0
        planned *= REST if getattr(entry.item, "catch_all", False) and not question.asks(OTHER) else 1.0
        yield item(entry, _carrier(entry), hit.score * planned * worth[entry.sort] * there)


def _federal(scope: Scope, question: Question) -> Iterator[Item]:
    """Bodies of the federal level: the act gives them no duties, it says what they are."""
    scores = {hit.entry.element: hit.score for hit in scope.hits(question, question.without(CUE), "subjects")}
    for entry in scope.of_sort(question, "subjects"):
        if entry.subject is not None and entry.subject.level is Level.FEDERAL:
            score = max(scores.get(entry.element, 0.0), LEADING if question.asks(LEADS) else 0.0)
            yield item(entry, said(subject_name(entry.subject)), score)


def _carrier(entry: Entry) -> Message:
    """Whom the act charges."""
    thing = entry.item
    if isinstance(thing, SubjectNote):
        return said(thing.note)
    if entry.subject is not None:
        return said(subject_name(entry.subject))
    if isinstance(thing, Measure) and "responsible" in thing.unread:
        return message(N_("lost in the text"))
    named = names(entry.regulation, _charged(thing))
    if isinstance(thing, Measure) and thing.responsible and thing.executors:
        executors = names(entry.regulation, thing.executors)
        return message(N_("{responsible}; carried out by: {executors}"), responsible=named, executors=executors)
    if isinstance(thing, Point) and not named and entry.regulation.act.issuer:
        return said(short_name(entry.regulation, entry.regulation.act.issuer))  # what the order itself does
    return said(named) if named else message(N_("the act does not say who"))


def _charged(thing: Element) -> Sequence[Party]:
    if isinstance(thing, Measure):
        return thing.responsible or thing.executors
    if isinstance(thing, Point):
        return thing.to
    if isinstance(thing, Monitoring):
        return thing.by
    return thing.with_ if isinstance(thing, (Duty, Activity)) else ()
