"""By when, or how often? Rows of the roadmap, targets of indicators, monitoring, duties with a rhythm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.measure import Measure
from rsnms_rules.model.system import Monitoring
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.entry import Entry
from rsnms_rules.questions.ask.say import due, joined, said, when
from rsnms_rules.questions.ask.scope import Scope, item
from rsnms_rules.questions.ask.understand import Question, any_of, unless_who

NAME = "deadline"
CUE = any_of(
    r"""
    \bне (?:позднее|позже)
    \bкак\w+ дня
    \bкогда\b
    \bмесяц\w*
    \bид(?:ет|ут)\b
    \bпрохо\w+
    \bв год\w*\b
    \bнач(?:ина|н|ал)\w*
    \bсрок\w*
    \bдо как\w+\b
    \bк как\w+\b
    \bк\b
    \bпо как\w+\b
    \bпериодичност\w*
    \bчастот\w+
    \bминимальн\w+
    \bна какой\b
    \bеже\w+ ли\b
    \bдедлайн\w*
    \bв какие\b
    \bв каком (?:году|месяце)
    \bк какому году
    \bкак (?:часто|долго)\b
    \bс какой\b
    \bрегулярност\w*
    \bдат[аыеу]\b
    \bчисл[аоу]\b
    \bсколько раз\b
    \bраз\b
    \bмомент\w*
    \bвремени\b
    \bдолжн\w+
    \bкаков\w*
    \bкакой\b
    \bреже\b
    \bчаще\b
    \bдни\b
    \bзапланирован\w*
    \bпроводится\b
    """
)
ASKS = unless_who(
    r"""
    \bне (?:позднее|позже)
    \bдо как\w+ дня
    \bкогда\b
    \bсрок\w*
    \bдо как\w+ (?:числ|дат|год|месяц|момент)
    \bк как\w+ (?:числ|дат|год|месяц|сроку|времени|моменту)
    \bпериодичност\w*
    \bдедлайн\w*
    \bкак часто\b
    \bв како[мй] (?:год|месяц)\w*
    \bс какой (?:регулярн|период|частот)\w*
    \bсколько раз\b
    \bкак долго\b
    \bв какие (?:срок|месяц|дн)
    \bкакой месяц
    \bраз в сколько\b
    \bна как\w+ (?:число|дат|срок|год|месяц)\w*
    \bс какой частот\w*
    \bчастот\w+\b
    \bна какой (?:год|срок|месяц)\w*
    \bк какой дате\b
    \bкакого числа\b
    \bсколько времени\b
    \bкак скоро\b
    \bеже\w+ ли\b
    \bсколько (?:\w+ )?(?:дней|недель|месяцев|часов)\b
    """
)
RHYTHM = any_of(
    r"""
    ежегодн\w*
    ежемесячн\w*
    ежеквартальн\w*
    еженедельн\w*
    раз[а]? в \w+
    не реже [^,;.]*
    в (?:\w+ ){0,3}сроки[^,;.]*
    на период до \d{4} года[^,;.]*
    постоянн\w*
    регулярн\w*
    """
)
"""Words of a statement that say how often, or until when."""


DONE = r"\b(?:надо|нужно|долж\w+|следует|требуется|план\w*) (?:было |быть )?\w+(?:ть|ти|чь)\b|\bпо плану\b"
PLANNED = 0.88
"""What an indicator is worth where it is asked by when something is to be done: a row of the roadmap says that."""
PERIOD = (
    r"\bраза? в (?:сколько|два|три|четыре|пять)|\bв течение сколь"
    r"|\bсколько (?:\w+ )?(?:дней|недель|часов)|\bкажд\w+ сколько"
)
"""How people ask for a length of time, which a date does not answer."""
SORTS = (
    "measures",
    "indicators",
    "monitoring",
    "functions",
    "duties",
    "provisions",
    "activities",
    "points",
    "mechanisms",
    "basis",
    "tasks",
)
"""What can have a date or a rhythm."""


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """Whatever comes close and has a date or a rhythm."""
    for hit in scope.hits(question, question.without(CUE), *SORTS):
        said_when = _when(hit.entry)
        if said_when is not None:
            if question.asks(PERIOD) and not re.search(RHYTHM, str(said_when).lower()):
                yield item(hit.entry, said_when, hit.score).doubted()
                continue
            reached = PLANNED if question.asks(DONE) else 0.95
            worth = {"measures": 1.0, "monitoring": 1.0, "indicators": reached}.get(hit.entry.sort, 0.97)
            yield item(hit.entry, said_when, hit.score * worth)


def _when(entry: Entry) -> Message | None:
    thing = entry.item
    if isinstance(thing, Measure):
        return message(N_("lost in the text")) if "due" in thing.unread else due(thing.due)
    if isinstance(thing, Indicator):
        return joined([when(target) for target in thing.targets]) if thing.targets else None
    if isinstance(thing, Monitoring):
        return message(thing.every.english) if thing.every else None
    found = re.search(RHYTHM, entry.label.lower())
    return said(found.group()) if found else None
