"""What is the act itself: number, date, title, who issued it, what it rests on and repeals, what it consists of?

Nothing is searched for here: each intent is a pattern and the field of the model that answers it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.act import Document
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.types import Element
from rsnms_rules.model.vocabulary import InForceFrom, SkippedWhy
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.say import day, joined, said
from rsnms_rules.questions.ask.scope import Scope, names
from rsnms_rules.questions.ask.understand import Question, any_of
from rsnms_rules.questions.ask.words import content
from rsnms_rules.questions.base import citations, short_name

NAME = "act"
_ACT = r"(?:приказ|положени|документ|акт\b|акта|акте|постановлени|распоряжени|нпа|норматив)\w*"

OWN = """
    приказ акт документ положение постановление распоряжение номер дата число день год подписать подписан
    издать издан принять принят выпустить вышел утвердить утвержден орган ведомство контроль контролировать
    исполнение выполнение координатор координировать создание функционирование работа система основание
    основан опираться ссылаться правовая основа база закон указ федеральный президент правительство
    нормативный утратить утратил сила отменить отменен отменяет признан недействующий вступить вступает
    действовать действует название называется полное наименование приложение вид форма принцип цель задача
    показатель мероприятие строка пункт термин понятие определение канал направление взамен ради проект он ее
    какой сколько всего установлено определено формирование региональный муниципальный основные главный
    взаимодействие дорожная карта комплекс план
"""
"""Words in which people ask about the act itself; what a question has besides them speaks of something else."""
ABOUT_BASIS = (
    r"\b(?:опира|ссыла|основ|принят|издан|утвержд|утверд|во исполнение|в соответствии|как|положени|приказ|акт|документ"
    r"|норматив|правов|систем)\w*"
)
"""Words in which people ask for a document, besides those that name it."""
MANY = 8
"""Words beside those of asking that a question about a document may have: they name it."""
FITS = 0.5
"""From this score on a document is the one that the question means."""
Intent = Callable[[RegulationFile], Iterator[Item]]


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """The fields that the question's patterns ask for, in every act that it names."""
    for pattern, intent in INTENTS:
        if question.asks(any_of(pattern)):
            for regulation in scope.asked(question):
                yield from _ranked(intent(regulation), scope, question) if intent is _basis else intent(regulation)
            return


def _ranked(found: Iterator[Item], scope: Scope, question: Question) -> Iterator[Item]:
    """Documents by how well they fit the words of the question, where it has such; else all alike."""
    scores = {hit.entry.element: hit.score for hit in scope.hits(question, question.without(ABOUT_BASIS), "basis")}
    if all(word in _own() for word in question.without(ABOUT_BASIS)) and max(scores.values(), default=0.0) < FITS:
        yield from found
        return
    for one in found:
        yield replace(one, score=scores.get(one.id, 0.0), group="")


def claims(question: Question) -> bool:
    """Whether it asks for the act itself: a pattern holds, and at most one word speaks of something else."""
    beside = sum(word not in _own() for word in question.words)
    return question.asks(ASKS) and beside <= (MANY if question.asks(BASIS) else 1)


@cache
def _own() -> frozenset[str]:
    return frozenset(content(OWN))


def _item(regulation: RegulationFile, element: str, label: str, value: Message | str, *of: Element) -> Item:
    cite = tuple(dict.fromkeys(place for one in of for place in citations(one)))
    shown = said(value) if isinstance(value, str) else value
    return Item(f"{regulation.id}:{element}", regulation.id, message(label), shown, cite, 1.0)


def _number(regulation: RegulationFile) -> Iterator[Item]:
    act = regulation.act
    if act.number != "unknown":
        yield _item(regulation, "act", N_("number and date of the act"), _named(act.number, act.date), act)


def _date(regulation: RegulationFile) -> Iterator[Item]:
    act = regulation.act
    if act.date != "unknown":
        yield _item(regulation, "act", N_("number and date of the act"), _named(act.number, act.date), act)
    for position, other in enumerate(act.other_dates, start=1):
        if other.date != "unknown":
            label = N_("another date that the text gives for it")
            yield _item(regulation, f"act.other_dates.{position}", label, day(other.date), other).scored(0.8, NAME)


def _named(number: str, of: object) -> Message:
    parts = [message("№ {number}", number=number)] if number != "unknown" else []
    parts += [message(N_("of {day}"), day=day(of))] if isinstance(of, date) else []
    return joined(parts, " ")


def _title(regulation: RegulationFile) -> Iterator[Item]:
    if regulation.act.title:
        yield _item(regulation, "act", N_("title of the act"), regulation.act.title, regulation.act)


def _kind(regulation: RegulationFile) -> Iterator[Item]:
    yield _item(regulation, "act", N_("form of the act"), message(regulation.act.kind.english), regulation.act)


def _issuer(regulation: RegulationFile) -> Iterator[Item]:
    if regulation.act.issuer:
        name = next(s.name for s in regulation.subjects if s.id == regulation.act.issuer)
        yield _item(regulation, "act", N_("who issued the act"), name, regulation.act)


def _signed(regulation: RegulationFile) -> Iterator[Item]:
    """The signature, in the first and last words of it that the encoder cites, and the body that issued the act."""
    for position, words in enumerate(regulation.text.skipped, start=1):
        if words.why is SkippedWhy.SIGNATURE:
            name = " … ".join(part for place in words.cite for part in (place.head, place.tail) if part)
            yield _item(regulation, f"text.skipped.{position}", N_("who signed the act"), name, words)
    for issued in _issuer(regulation):
        yield issued.scored(0.9, NAME).doubted()


def _coordinator(regulation: RegulationFile) -> Iterator[Item]:
    act = regulation.act
    if act.coordinator:
        point = next((p for p in act.points if any(x.who == act.coordinator for x in p.to)), None)
        subject = next(s for s in regulation.subjects if s.id == act.coordinator)
        label, name = N_("coordinator of the system"), short_name(regulation, act.coordinator)
        yield _item(regulation, f"act.points.{point.id}" if point else "act", label, name, point or subject)


def _points(*words: str) -> Intent:
    """The operative points of the order whose statement begins like one of the words."""

    def intent(regulation: RegulationFile) -> Iterator[Item]:
        for point in regulation.act.points:
            if any(word in point.does.lower() for word in words):
                shown = names(regulation, point.to)
                value = message("{who}: {does}", who=shown, does=point.does) if shown else said(point.does)
                found = _item(regulation, f"act.points.{point.id}", N_("operative point of the order"), value, point)
                yield replace(found, group="points")

    return intent


def _repeals(regulation: RegulationFile) -> Iterator[Item]:
    for position, document in enumerate(regulation.act.repeals, start=1):
        found = _item(regulation, f"act.repeals.{position}", N_("loses force"), _document(document), document)
        yield replace(found, group="repeals")


def _document(document: Document) -> Message:
    return joined([_named(document.number, document.date), said(document.title or "")], " ")


def _basis(regulation: RegulationFile) -> Iterator[Item]:
    for position, document in enumerate(regulation.act.legal_basis, start=1):
        parts = [message(document.kind.english)]
        parts += [message(N_("of {day}"), day=day(document.date))] if document.date else []
        parts += [message("№ {number}", number=document.number)] if document.number else []
        parts += [said(f"«{document.title}»")] if document.title else []
        name = document.id or str(position)
        label = N_("document that the act rests on")
        found = _item(regulation, f"act.legal_basis.{name}", label, joined(parts, " "), document)
        yield replace(found, group="legal_basis")


def _force(regulation: RegulationFile) -> Iterator[Item]:
    start = regulation.act.in_force.from_ if regulation.act.in_force else None
    if start is None or start is InForceFrom.UNKNOWN:
        return
    value = message(start.english) if isinstance(start, InForceFrom) else message(N_("from {day}"), day=day(start))
    yield _item(regulation, "act", N_("in force"), value, regulation.act)


def _annexes(regulation: RegulationFile) -> Iterator[Item]:
    for position, annex in enumerate(regulation.act.annexes, start=1):
        value = message("{number}: {title}", number=annex.number, title=annex.title or message(annex.part.english))
        yield replace(_item(regulation, f"act.annexes.{position}", N_("annex"), value, annex), group="annexes")


def _list(attribute: str, label: str) -> Intent:
    """All elements of a list of the file in one item, with their number."""

    def intent(regulation: RegulationFile) -> Iterator[Item]:
        found: Sequence[Element] = getattr(regulation, attribute)
        if found:
            told = [said(str(_told(one))) for one in found]
            value = message("{count}: {list}", count=len(found), list=joined(told))
            places = tuple(dict.fromkeys(place.label for one in found for place in one.cite if place.label))
            whole = replace(_item(regulation, attribute, label, value), cite=places, parts=tuple(told))
            yield replace(whole, label=message("{label}: {count}", label=message(label), count=len(found)))

    return intent


BASIS = any_of(
    r"""
    на (?:как\w+|чем|что) .*(?:основ|опира|ссыла)\w*
    \bссыла\w+
    \bопира\w+
    правов\w+ (?:основ|баз)\w*
    \b(?:на )?основан\w+ (?:\w+ ){0,6}(?:издан|принят)
    во исполнение
    в соответствии с как
    как\w+ (?:федеральн\w+ )?(?:закон|указ|распоряжени|постановлени)\w*
    как\w+ (?:нормативн\w+ )(?:документ|акт|баз)\w*
    как\w+ (?:\w+ ){0,2}(?:закон|указ|распоряжени|постановлени|концепци|госпрограмм|нацпроект)\w*
    \b(?:закон|указ|распоряжени|постановлени)\w* (?:президент|правительств|минпросвещ|№)
    """
)
"""How people ask for the documents that the act rests on."""
COUNT = r"\b(?:сколько|как\w+|назов\w+|перечисл\w+)\b.*"
WHOLE = (
    r"(?: всего| есть| взаимодейств| в (?:акте|приказе|положении|документе|дорожн|плане|системе)"
    r"| дорожн| содерж| определ| установл| предусмотр| у |\W*$)"
)
"""What may follow a word that is counted in the whole act."""


def _told(one: Element) -> object:
    """The words by which an element is known: its statement, name, title or term."""
    return next((value for key in ("does", "name", "title", "term") if (value := getattr(one, key, None))), "")


INTENTS: tuple[tuple[str, Intent], ...] = (
    (
        r"""
        утратил
        отмен[яеи]
        отмен\w+\b
        взамен
        прекраща\w+ действ
        переста\w+ действ
        признан\w* недейств
        потеря\w+ силу
        """,
        _repeals,
    ),
    (
        rf"""
        \bконтрол\w+.*(?:{_ACT}|исполнен|выполнен)
        (?:исполнен|выполнен)\w* {_ACT}
        """,
        _points("контроль"),
    ),
    (r"\bчто утвержд\w+ (?:\w+ )?(?:приказ|документ)|\bприказ\w* (?:\w+ )?утвержд", _points("утвержд")),
    (
        r"""
        \bкоординатор\w*\b(?!.*(?:муниципал|проект))
        \bкто координирует (?:\w+ )?(?:создани|работу систем|систем|рснмс|функционир)
        """,
        _coordinator,
    ),
    (BASIS, _basis),
    (
        r"""
        \b(?:когда|с какого|с какой|момент)\b.*(?:вступ|действ|в силу)
        вступ\w+ в силу
        """,
        _force,
    ),
    (r"\bномер\w*|под каким №|№ приказ", _number),
    (
        rf"""
        \b(?:когда|как\w+ (?:числ|год|дат)\w*|от как\w+)\b.*(?:подписан|издан|принят|датиров|выш)\w*
        \bкогда утвержд\w* (?:приказ|положени|документ)
        \bдат[аыуе]\b.*{_ACT}
        {_ACT}.*\bдат[аыуе]\b
        \b(?:от )?как\w+ (?:числ|дат)\w*.*{_ACT}
        """,
        _date,
    ),
    (
        r"""
        \bкто\b.*\bподписал
        \bкем\b.*\bподписан
        \bчь[яею]\w* подпис
        \bподписант
        """,
        _signed,
    ),
    (
        rf"""
        \bкто\b.*(?:подписал|издал|принял|выпустил)
        \bкем\b.*(?:подписан|издан|принят|выпущен)\w*
        чь[яйе]\w* (?:подпис|{_ACT})
        как\w+ (?:орган|ведомств)\w* (?:издал|принял|выпустил|подписал)\w*
        """,
        _issuer,
    ),
    (
        rf"""
        \bназвани\w*.*{_ACT}
        \bкак называ\w+ (?:сам |этот |данный )?{_ACT}
        полное (?:название|наименование)
        \bо чем {_ACT}
        заголов\w+
        """,
        _title,
    ),
    (r"\bприложени\w*", _annexes),
    (r"вид документ|форм\w+ акт|это (?:приказ|постановление|распоряжение)", _kind),
    (COUNT + r"\bпринцип\w*", _list("principles", N_("principles"))),
    (COUNT + r"\bцел(?:ь|и|ей|ью|ям)\b|\bв чем цель|\bзачем созда", _list("goals", N_("goals"))),
    (COUNT + r"\bзадач\w*\b.*(?:рснмс|рс нмс|систем)", _list("tasks", N_("tasks"))),
    (r"\bсколько\b.*\bпоказател\w*" + WHOLE, _list("indicators", N_("indicators"))),
    (r"\bсколько\b.*\b(?:мероприяти|строк|пункт)\w*" + WHOLE, _list("measures", N_("roadmap measures"))),
    (r"\bсколько\b.*\b(?:термин|поняти|определени)\w*" + WHOLE, _list("terms", N_("terms"))),
    (r"\bсколько\b.*\bканал\w*", _list("channels", N_("channels"))),
    (
        COUNT + r"\bнаправлени\w*\b.*(?:систем|рснмс|работ|деятельност|выделен|есть)",
        _list("directions", N_("directions")),
    ),
)
"""Patterns, one a line, and what answers them; the first that holds is taken."""
ASKS = any_of("\n".join(pattern for pattern, _ in INTENTS))
