"""What is the target of an indicator: how much, by when, in which unit?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from rsnms_rules.i18n import message
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.measure import Measure
from rsnms_rules.model.vocabulary import Unit
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.say import bound, holds_in, joined, said, targets
from rsnms_rules.questions.ask.scope import Scope, item
from rsnms_rules.questions.ask.understand import Question, any_of, unless_who
from rsnms_rules.questions.ask.words import content, plain, spoken_out

NAME = "indicator"
CUE = any_of(
    r"""
    \bрезультат\w*
    \bитог\w*
    \bмероприяти\w*(?= по)
    \bпоказател\w*
    \bцелев\w+
    \bдол[яеюи]\w*
    \bпроцент\w*
    \bпорог\w*
    \bпланк\w*
    \bзначени\w*
    \bсколько\b
    \bкаков[аы]?\b
    \bкак(?:ой|ая|ое|ие|ую)\b
    \bнорматив\b
    \bнорма\b
    \bохват\w*
    \bне (?:менее|более|меньше|больше)\b
    \bминимальн\w+
    \bмаксимальн\w+
    \bминимум\b
    \bплан(?:а|у|ом|е|ы)?\b
    \bплан(?:иров|ов|ир)\w+
    \bогранич\w*
    \bпредел\w*
    \bмаксимум\b
    \bдолжн\w+
    \bединиц\w*
    \bизмер\w+
    \bлимит\w*
    \bпотол\w+
    \bчему рав\w+
    \bколичеств\w*
    \bчисл[оа]\b
    \bцифр(?:а|у|ы)\b
    \bв чем\b
    \b(?:верхн|нижн)\w+\b
    \bграниц\w*
    \bвыложить\b
    \bзапланирован\w*
    \bустановлен\w*
    \bпредусмотрен\w*
    \bнадо\b
    \bк концу\b
    \bк\b
    """
)
WHICH = r"\b(?:у|для|по|к|за|в)? ?как(?:ого|ому|ой|им|их) (?:\w+ )?(?:показател|индикатор|критери)"
"""How people ask which indicator has a number that they name."""
NUMERALS = {
    "десят": 10,
    "двадцат": 20,
    "тридцат": 30,
    "сорок": 40,
    "пят(?:и|ь)десят": 50,
    "шест(?:и|ь)десят": 60,
    "сем(?:и|ь)десят": 70,
    "вос(?:ь|е)м(?:и|ь)десят": 80,
    "девяност": 90,
    "ст(?:а|о)": 100,
}
"""Beginnings of the numbers that people spell out before «процентов»."""
PEOPLE = r"\bсколько (?:\w+ )?(?:человек|кандидатов|методистов|наставников|специалистов|сотрудников)\b"
"""How people ask for a number of people, which neither a share nor a milestone answers."""
PLAN, OF_PLAN = r"дорожнаякарта|\bплана\b|\bмероприятия\b", 1.2
"""How people ask for a number that a row of the roadmap promises, and what that is worth then."""
VALUE = r"\bцелев\w+ (?:значени|порог|цифр)|\bпорог\w*|\bпланк\w*|\bсколько процент"
"""How people ask for the target itself: an indicator that has none is no answer to that."""
LISTED = 0.9
"""Score of each element of a list that is asked for as a whole."""
RESULT = any_of(
    r"""
    (?<!низкими )(?<!низких )(?<!образовательными )(?<!слабыми )\bрезультат\w*
    \bитог\w*
    \bчем заверш\w+
    \bдолжно получиться
    """
)
"""How people ask for what a measure of the roadmap is to result in."""
COUNTED = r"(?:мероприяти|событи|программ|проект|семинар|конкурс|курс|встреч|компетенц)\w*"
"""Things that are counted, not measured in per cent."""
ELSEWHERE = 0.85
"""What an indicator of a territory of its own is worth where the question does not name that."""
OTHER_HEAD = 0.9
"""What an indicator is worth that counts something else than the question: programmes are no teachers."""
OTHER_UNIT = 0.75
"""What an indicator in another unit than the question names is worth."""
ASKS = unless_who(
    r"""
    \bрезультат\w* (?=мероприят|по |у |от )
    \bпоказател\w*
    \bцелев\w+
    \bдол[яеюи]\b
    \bпроцент\w*
    \bпорог\w*
    \bпланк\w*
    \bзначени\w*
    \bохват\w*
    \bнорматив\b
    \bнорма\b
    \bединиц\w*
    \bизмер\w+
    \bкак\w+ (?:\w+ )?(?:количеств|числ)\w*(?! приказ)
    \bлимит\w*
    \bпотол\w+
    \bмаксимум\b
    \bминимум\b
    \bпредел\w*
    \b(?:верхн|нижн)\w+ границ\w*
    \bчему рав\w+
    \bна сколько\b
    \bнасколько\b
    \bкак\w+ цифр\w+
    \bсколько\b(?!.*(?:функци|обязанност|раз\b|уровн|субъект|каналов|терминов|задач|дней|недель|часов))
    """
)


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """Indicators, and numbers that the results of measures promise."""
    words = question.without(CUE)
    number = _named_number(question)
    if number is not None:
        yield from _of_number(scope, question, number)
    if question.years and question.is_only(CUE):
        yield from _of_years(scope, question)
        return
    for hit in scope.hits(question, words, "indicators", "measures"):
        thing = hit.entry.item
        if isinstance(thing, Indicator):
            found = item(hit.entry, targets(thing, question.years), hit.score * fitness(thing, question, scope))
            sets = bool(thing.targets) or not question.asks(VALUE)
            counted = thing.unit in {Unit.PERSONS, Unit.COUNT} or not question.asks(PEOPLE)
            yield found if sets and counted and _covers(thing, question.years) else found.doubted()
        elif isinstance(thing, Measure) and thing.result and question.asks(RESULT):
            yield item(hit.entry, said(thing.result), hit.score)
        elif isinstance(thing, Measure) and thing.targets:
            said_ = [message("{name}: {bound}", name=said(p.name or ""), bound=bound(p, p.unit)) for p in thing.targets]
            yield item(hit.entry, joined(said_), min(hit.score * (OF_PLAN if question.asks(PLAN) else 0.9), 1.0))


def fitness(indicator: Indicator, question: Question, scope: Scope) -> float:
    """How well an indicator fits the unit, the territory and the things that the question counts, from 0 to 1."""
    worth = 1.0 if _measured(question) in {indicator.unit, None} else OTHER_UNIT
    worth *= ELSEWHERE if indicator.territory and not question.asks(plain(indicator.territory)[:6]) else 1.0
    return worth * (1.0 if _head(indicator) & scope.meant(question) else OTHER_HEAD)


def _head(indicator: Indicator) -> frozenset[str]:
    """Of what the share or number is: the first words of the name after «доля» or «количество»."""
    words = content(re.sub(r"\b(?:доля|количество|процент|число)\b", " ", spoken_out(plain(indicator.name or ""))))
    return frozenset(words[:2])


def _of_years(scope: Scope, question: Question) -> Iterator[Item]:
    """All indicators with a target in the named years, where nothing else is asked."""
    for entry in scope.of_sort(question, "indicators"):
        thing = entry.item
        if isinstance(thing, Indicator) and thing.targets and _dated(thing, question.years):
            yield replace(item(entry, targets(thing, question.years), LISTED), group=NAME)


def _named_number(question: Question) -> Decimal | None:
    """The number that the question names where it asks which indicator has it."""
    if not question.asks(WHICH):
        return None
    digits = re.search(r"\b(\d{1,3}(?:[.,]\d+)?) ?(?:%|процент|и\b|\W*$)", question.text.lower())
    if digits:
        return Decimal(digits.group(1).replace(",", "."))
    spelled = [value for beginning, value in NUMERALS.items() if question.asks(rf"\b{beginning}\w* (?:\w+ )?процент")]
    return Decimal(spelled[0]) if spelled else None


def _of_number(scope: Scope, question: Question, number: Decimal) -> Iterator[Item]:
    """The indicators that have a target of this number."""
    for entry in scope.of_sort(question, "indicators"):
        thing = entry.item
        bounds = [(t.at_least, t.at_most) for t in thing.targets or ()] if isinstance(thing, Indicator) else []
        if isinstance(thing, Indicator) and any(number in pair for pair in bounds):
            yield replace(item(entry, targets(thing), LISTED), group=NAME)


def _measured(question: Question) -> Unit | None:
    """The unit that the question names: a share is no number of events."""
    if question.asks(rf"\bсколько (?:\w+ ){{0,3}}{COUNTED}"):
        return Unit.COUNT
    return Unit.PERCENT if question.asks(r"\bпроцент|\bдол[яеюи]\b|\bкакая часть") else None


def _dated(indicator: Indicator, years: tuple[int, ...]) -> bool:
    """Whether a target names one of these years, or is a yearly one that covers it."""
    return any(holds_in(target, years) for target in indicator.targets or () if target.last or target.every)


def _covers(indicator: Indicator, years: tuple[int, ...]) -> bool:
    """Whether the act says anything of these years; an indicator without readable targets is no answer to a year."""
    return not years or any(holds_in(target, years) for target in indicator.targets or ())
