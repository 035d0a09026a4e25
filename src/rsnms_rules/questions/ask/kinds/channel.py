"""Through what do the bodies interact? Channels, mechanisms and matters of interaction."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache

from rsnms_rules.i18n import N_, message
from rsnms_rules.model.system import Channel, Mechanism, Term
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.say import said
from rsnms_rules.questions.ask.scope import Scope, item, names
from rsnms_rules.questions.ask.understand import Question, any_of, unless_who
from rsnms_rules.questions.ask.words import content

NAME = "channel"
CUE = any_of(
    r"""
    \bоткуда\b
    \bбер[еу]т\w*
    \bресурс\w*
    \bвид(?:а|у|ом|е|ы|ам|ов)?\b
    \bвыража\w+
    \bотнос\w+
    \bсчита\w+
    \bсвяз(?:ь|и|ью|ей)\b
    \bс помощью
    \bканал\w*
    \bмеханизм\w*
    \bчерез (?:что|как\w+)
    \bкаким образом
    \bпосредством\b
    \bс помощью чего
    \bкак(?:ой|ие|им|ая|ое)\b
    \bспособ\w*
    \bпут(?:и|ем|ями|ей)\b
    \bинструмент\w*
    \bэто\b
    \bкак\b
    \bгде\b
    \bпредусмотрен\w*
    \bперечисл\w+
    \bназван\w*
    \bесть ли\b
    """
)
ABOUT = any_of(
    r"""
    \bпредмет\w* взаимодейств
    \b(?:о чем|по поводу чего|вокруг чего) (?:\w+ ){0,4}(?:взаимодейств|сотруднич)
    \b(?:взаимодейств|сотруднич)\w*.*\bпредмет
    \bпредмет\w* (?:\w+ ){0,2}(?:взаимодейств|совместн)
    \bпо как\w+ повод\w*
    \bпо как\w+ (?:вопрос|повод|тем)\w* .*взаимодейств
    """
)
"""How people ask what the bodies interact about."""
ASKS = unless_who(
    r"""
    \bс помощью (?:чего|как\w+)
    \b(?:через|на) как\w+ (?:ресурс|платформ|систем|портал)\w*
    \bкак(?:ой|им|ие) (?:\w+ )?(?:ресурс|формат|форм|инструмент)\w*
    \bметод\w* (?:сбора|оценк|мониторинг)\w*
    \bинструмент\w* (?:оценк|мониторинг|сбора)\w*
    \bоткуда\b.*(?:данн|информац|сведени|бер[еу]т|получа)
    \bисточник\w* (?:данных|информац|сведений)\w*
    \bканал\w*
    \bмеханизм\w*
    \bчерез (?:что|как\w+)
    \bкаким образом
    \bкак\w+ метод\w*
    \bсвяз[ьи] (?:по|через|с помощью)\b
    \bза счет чего
    \bпосредством ч
    \bс помощью ч
    \b(?:механизм|мероприяти|содержани|включает|взаимодейств|способ)\w*\b.*\b(?:перв|втор|трет)\w+\W+(?:[\w-]+\W+){0,3}напр\w*лени
    \b(?:перв|втор|трет)\w+\W+(?:[\w-]+\W+){0,3}напр\w*лени\w*\b.*\b(?:механизм|мероприяти|содержани|включает|взаимодейств|способ)
    \bнапр\w*лени\w*\b.*\b(?:перв|втор|трет)\w+\b
    \bнаправлени\w* (?:номер |№ ?)?(?:[1-9]|один|два|три)\b
    \bна основании (?:чего|как\w+)
    \b(?:в|через) интернет\w*\b
    \b(?:положени|приказ|бумаг|документ|нормативк)\w*\b.*\b(?:опор|механизм|держит|обеспечива)\w*.*\bсистем
    \bчем связан\w*
    \bкак\w+ (?:документ|бумаг|договор\w*|соглашени)\w* (?:\w+ ){0,3}(?:оформ|закреп|скреп|регулир)
    \bкак (?:\w+ )?(?:взаимодейств|общаю|связыва|коммуницир)\w*
    \bспособ\w* (?:связи|взаимодейств|общен)\w*
    \bкакие (?:\w+ )?(?:соглашени|договор)\w*
    \bкак\w+ (?:способ|пут|средств)\w*
    \bв как\w+ (?:форм|формат|вид)\w*
    \bна как\w+ площадк\w*
    """
)
WORTH = {
    "channels": 1.0,
    "mechanisms": 0.98,
    "methods": 0.95,
    "matters": 0.9,
    "tasks": 0.8,
    "meanings": 0.8,
    "provisions": 0.8,
}
NUMBERS = {("перв", "один"): "1", ("втор", "два"): "2", ("трет", "три"): "3"}
"""How people count the directions of an act."""
PART = r"\bнапр\w*лени|\bблок\w*|\bпо линии\b|\b(?:в|по) части\b|\bв управлении\b|\bречь об?\b"
"""How people name a direction of the system."""
SHARE, NAMED = 0.3, 0.75
"""Least score of a direction that is meant, and what its mechanisms score at least."""
PAPERS = (
    r"\b(?:положени|приказ|бумаг|документ|нормативк)\w*\b.*\b(?:опор|механизм|держ|обеспечива|запуска)\w*.*\bсистем"
)
"""How people ask for the papers on which the system stands: the act calls them mechanisms."""
SURE = 4
"""Letters by which a word of interaction is told."""
WAYS = r"\b(?:механизм|форм(?:ы|ах|ами)|способ|инструмент|посредством|через|сотруднич|взаимодейств)\w*"
"""How people ask for the mechanisms of a direction."""
ACTIVITIES = r"\b(?:мероприяти|событи|содержани|включает|входит|работ|делают|проводят)\w*"
"""How people ask for the activities of a direction rather than its mechanisms."""
LISTED = 0.9
"""Score of each channel where all are asked for."""


def claims(question: Question) -> bool:
    """Whether it asks for channels, mechanisms or the matters of interaction."""
    return question.asks(ASKS) or question.asks(ABOUT)


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """Channels, mechanisms and matters that come close; all channels where the question names none."""
    numbers = {
        number
        for words, number in NUMBERS.items()
        if question.asks(rf"\b(?:{words[0]})\w+\W+(?:[\w-]+\W+){{0,3}}напр\w*лени")
        or question.asks(rf"\bнапр\w*лени\w*\W+(?:[\w-]+\W+){{0,2}}(?:{words[0]})\w+\b")
        or question.asks(rf"\bнапр\w*лени\w* (?:номер |№ ?)?(?:{number}|{words[1]})\b")
    }
    if numbers:
        yield from _of_directions(scope, question, numbers)
        return
    words = question.without(CUE)
    if question.asks(PART):
        yield from _of_named(scope, question, words)
    listed = _listed(question, words)
    if listed:
        for entry in scope.of_sort(question, listed):
            yield replace(item(entry, said(entry.label), LISTED), group=NAME)
        return
    telling = tuple(word for word in words if word not in _talk())
    for hit in scope.hits(question, telling or words, *WORTH):
        thing = hit.entry.item
        parties = (
            (thing.between or ())
            if isinstance(thing, Channel)
            else thing.parties
            if isinstance(thing, Mechanism)
            else ()
        )
        named = names(hit.entry.regulation, parties)
        label = message(N_("between: {parties}"), parties=named) if named else said(hit.entry.label)
        value = said(thing.term if isinstance(thing, Term) else hit.entry.label)
        yield item(hit.entry, value, hit.score * WORTH[hit.entry.sort], label=label)


def _listed(question: Question, words: Collection[str]) -> str:
    """The list that is asked for as a whole; empty where the question tells one thing of it."""
    if question.asks(ABOUT):
        return "matters"
    if question.is_only(CUE) or _is_interaction(words):
        return "mechanisms" if question.asks(r"\bмеханизм") else "channels"
    return "mechanisms" if question.asks(PAPERS) else ""


def _of_named(scope: Scope, question: Question, words: Collection[str]) -> Iterator[Item]:
    """The mechanisms of the direction that the question calls by its name."""
    best = next(iter(scope.hits(question, tuple(words), "directions")), None)
    if best is None or best.score < SHARE:
        return
    for entry in scope.of_sort(question, "mechanisms"):
        if entry.element.startswith(f"{best.entry.element}."):
            yield replace(item(entry, said(entry.label), max(best.score, NAMED)), group=NAME)


def _of_directions(scope: Scope, question: Question, numbers: Collection[str]) -> Iterator[Item]:
    """The mechanisms or activities of the directions with these numbers, of the level that the question names."""
    sort = "activities" if question.asks(ACTIVITIES) and not question.asks(WAYS) else "mechanisms"
    meant = {
        f"{regulation.id}:directions.{direction.id}.{sort}."
        for regulation in scope.asked(question)
        for direction in regulation.directions
        if direction.number in numbers
    }
    for entry in scope.of_sort(question, sort):
        level = getattr(entry.item, "level", None)
        if entry.element.startswith(tuple(meant)) and question.level in {None, level}:
            yield replace(item(entry, said(entry.label), LISTED), group=NAME)


@cache
def _talk() -> frozenset[str]:
    """Words of interaction that every channel and mechanism is about."""
    return frozenset(content("участники субъекты взаимодействие взаимодействуют общаются общение связываются"))


def _is_interaction(words: Collection[str]) -> bool:
    """Whether all the words are of interaction as such; a slip at the end of one does not matter."""
    return all(word[:SURE] in _interaction() for word in words)


@cache
def _interaction() -> frozenset[str]:
    """Beginnings of the words that every question about interaction has."""
    return frozenset(
        word[:SURE]
        for word in content(
            "взаимодействие взаимодействуют взаимодействовать общаются связь субъекты участники собой друг другом"
            " общение обмениваются информацией информация между используют использовать применяют район регион область"
            " держат держать поддерживают методический сопровождение край система основные связываются"
            " муниципальный муниципалитет"
        )
    )
