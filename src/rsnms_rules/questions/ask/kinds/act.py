"""What is the act itself: number, date, title, who issued it, what it rests on and repeals, what it consists of?

Nothing is searched for here: each intent is a pattern and the field of the model that answers it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rsnms_rules.i18n import N_
from rsnms_rules.model.act import LegalBasis
from rsnms_rules.model.vocabulary import BasisKind
from rsnms_rules.questions.ask import facts
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.scope import Scope
from rsnms_rules.questions.ask.understand import Question, any_of
from rsnms_rules.questions.ask.words import content

NAME = facts.NAME
_ACT = r"(?:приказ|положени|документ|акт\b|акта|акте|постановлени|распоряжени|нпа|норматив)\w*"

_WATCH = r"\b(?:контрол|провер|след[иоя]|надзира|присматр)\w*"

OWN = """
    итог хотеть хотят получить проверять проверяет мерка
    эфективность
    приказ акт документ положение постановление распоряжение номер дата число день год подписать подписан издать
    издан принять принят выпустить вышел утвердить утвержден орган ведомство контроль контролировать исполнение
    выполнение координатор координировать создание функционирование работа система основание основан опираться
    ссылаться правовая основа база закон указ федеральный президент правительство нормативный утратить утратил сила
    отменить отменен отменяет признан недействующий вступить вступает действовать действует название называется
    полное наименование приложение вид форма принцип цель задача показатель мероприятие строка пункт термин понятие
    определение канал направление взамен ради проект он ее какой сколько всего установлено определено формирование
    региональный муниципальный основные главный взаимодействие дорожная карта комплекс план фамилия министр
    руководитель начальник отдел департамент министерство образование администрация район край область подход
    заложить положить поставить поставлено ставит выделено сформулировать эффективность этот сам настоящий целый
    список полный перечислить назвать велеть предписать поручить издатель автор создана создан целевой предусмотреть
    подпись взять взяты взято лечь легли лежат методологический следить следит следят руководство выполнять
    выполнялся выполняется исполнять исполнялся исполняется построение должностной лицо строить строят строится
    зарегистрирован зарегистрировать старый прежний выход новый полностью момент начинать начинает начать судить
    судят понять оценить оценивать измерять хорошо налажен научный методический сопровождение педагоги управленцы
    учитель два две три четыре пять шесть семь
"""
"""Words in which people ask about the act itself; what a question has besides them speaks of something else."""
ABOUT_BASIS = (
    r"\b(?:опира|ссыла|основ|принят|издан|утвержд|утверд|во исполнение|в соответствии|как|положени|приказ|акт|документ"
    r"|норматив|правов|систем|номер|баз|указан|упомя|упомин|называ|назван|числ|ранн|собствен|местн|отдел|начальник"
    r"|вступлен|преамбул)\w*"
)
"""Words in which people ask for a document, besides those that name it."""
FEW = 2
"""The same of a question about the acts that lose force."""
SEVERAL = r"\b(?:указ|закон|распоряжени|постановлени|приказ)(?:ы|а|я|и|ов|ах|ям|ами|ями|ях|ам)\b"
"""How people ask for all documents of a kind."""
MANY = 8
"""Words beside those of asking that a question about a document may have: they name it."""
FITS = 0.5
"""From this score on a document is the one that the question means."""


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """The fields that the question's patterns ask for, in every act that it names."""
    for pattern, intent in INTENTS:
        if question.asks(any_of(pattern)):
            for regulation in scope.asked(question):
                yield from _ranked(intent(regulation), scope, question) if intent is facts.basis else intent(regulation)
            return


def _ranked(found: Iterator[Item], scope: Scope, question: Question) -> Iterator[Item]:
    """Documents by how well they fit the words of the question, where it has such; else all alike."""
    words = (*question.without(ABOUT_BASIS), *map(str, question.years))
    scores = {hit.entry.element: hit.score for hit in scope.hits(question, words, "basis")}
    meant = _meant(question)
    other = {
        entry.element
        for entry in scope.of_sort(question, "basis")
        if meant and isinstance(entry.item, LegalBasis) and entry.item.kind not in meant
    }
    if all(word in _own() for word in question.without(ABOUT_BASIS)) and max(scores.values(), default=0.0) < FITS:
        yield from (one.doubted() if one.id in other else one for one in found)
        return
    several = bool(meant) and question.asks(SEVERAL)
    for one in found:
        together = several and one.id not in other
        fitting = replace(one, score=scores.get(one.id, 0.0), group="legal_basis" if together else "")
        yield fitting.doubted() if one.id in other else fitting


def _meant(question: Question) -> frozenset[BasisKind]:
    """The kinds of document that the question names; empty where it names none."""
    return next((kinds for pattern, kinds in DOCUMENTS if question.asks(pattern)), frozenset())


def claims(question: Question) -> bool:
    """Whether it asks for the act itself: a pattern holds, and at most one word speaks of something else."""
    beside = sum(word not in _own() and word not in question.local for word in question.words)
    return question.asks(ASKS) and beside <= (MANY if question.asks(BASIS) else FEW if question.asks(REPEALED) else 1)


@cache
def _own() -> frozenset[str]:
    return frozenset(content(OWN))


BASIS = any_of(
    r"""
    на (?:как\w+|чем|что) .*(?:основ|опира|ссыла)\w*
    \bвзят\w* за основ\w*
    \b(?:ранн|местн|собственн)\w+ приказ\w*
    \bссыла\w+
    \bопира(?:ет|ют|л)\w*
    правов\w+ (?:основ|баз)\w*
    \b(?:на )?основан\w+ (?:\w+ ){0,6}(?:издан|принят)
    во исполнение
    \bруководству\w+
    в соответствии с как
    как\w+ (?:федеральн\w+ )?(?:закон|указ|распоряжени|постановлени)\w*
    как\w+ (?:нормативн\w+ )(?:документ|акт|баз)\w*
    как\w+ (?:\w+ ){0,2}(?:закон|указ|распоряжени|постановлени|концепци|госпрограмм|нацпроект|письм|протокол|методик)\w*
    \b(?:закон|указ|распоряжени|постановлени)\w* (?:президент|правительств|минпросвещ|№)
    """
)
"""How people ask for the documents that the act rests on."""
DOCUMENTS = (
    (r"\bфедеральн\w+ закон|\bфз\b", frozenset({BasisKind.FEDERAL_LAW})),
    (
        r"\b(?:областн|краев|региональн)\w+ закон|\bзакон\w* (?:\w+ )?(?:области|края|региона)",
        frozenset({BasisKind.REGIONAL_LAW}),
    ),
    (r"\bзакон(?:ы|а|у|е|ом|ов|ах)?\b", frozenset({BasisKind.FEDERAL_LAW, BasisKind.REGIONAL_LAW})),
    (r"\bуказ(?:ы|а|у|е|ом|ов|ах)?\b", frozenset({BasisKind.PRESIDENTIAL_DECREE})),
)
"""How people name the kinds of document; the first that holds is taken."""
COUNT = r"\b(?:сколько|как\w+|назов\w+|перечисл\w+)\b.*"
WHOLE = (
    r"(?: всего| есть| эффективн| взаимодейств| в (?:акте|приказе|положении|документе|дорожн|плане|системе)"
    r"| дорожн| содерж| определ| установл| предусмотр| у |\W*$)"
)
"""What may follow a word that is counted in the whole act."""


REPEALED = any_of(
    r"""
    утратил
    отмен[яеи]
    отмен\w+\b
    взамен
    прекраща\w+ действ
    переста\w+ действ
    (?:больше|уже) не (?:действ|примен)
    аннулир
    признан\w* недейств
    потеря\w+ силу
    """
)
"""How people ask for the acts that lose force."""
INTENTS: tuple[tuple[str, facts.Intent], ...] = (
    (REPEALED, facts.repeals),
    (
        rf"""
        {_WATCH}.*{_ACT}.*(?:исполн|выполн)
        {_WATCH}.*(?:исполн|выполн)\w* (?:\w+ )?{_ACT}
        \bконтрол\w+.*(?:{_ACT}|исполнен|выполнен)
        (?:исполнен|выполнен)\w* {_ACT}
        """,
        facts.points("контроль"),
    ),
    (
        r"""
        \bкоординатор\w*\b(?!.*(?:муниципал|проект|федеральн|стран[аеы]\b))
        \bкто координирует (?:\w+ )?(?:создани|работу систем|систем|рснмс|функционир)
        """,
        facts.coordinator,
    ),
    (BASIS, facts.basis),
    (
        r"""
        \b(?:что|какой документ) утвержд\w+ (?:\w+ )?(?:приказ|документ)
        \bприказ\w* (?:\w+ )?утвержд
        \bутвержд\w+ приказом
        """,
        facts.points("утвержд"),
    ),
    (
        r"""
        \b(?:когда|с какого|с какой|момент)\b.*(?:вступ|действ|в силу)
        вступ\w+ в силу
        \b(?:когда|с как\w+ (?:дня|момент\w*|дат\w*|числ\w*))\b.*(?:начина\w+|заработа\w*|вводит\w*)
        """,
        facts.force,
    ),
    (r"\bномер\w*|под каким №|№ приказ", facts.number),
    (
        rf"""
        \b(?:когда|как\w+ (?:числ|год|дат)\w*|от как\w+)\b.*(?:подписан|издан|принят|датиров|выш)\w*
        \bкогда утвержд\w* (?:приказ|положени|документ)
        \bдат[аыуе]\b.*{_ACT}
        {_ACT}.*\bдат[аыуе]\b
        \b(?:от )?как\w+ (?:числ|дат)\w*.*{_ACT}
        """,
        facts.dates,
    ),
    (
        r"""
        \bкто\b.*\bподписал
        \bкем\b.*\bподписан
        \bчь[яею]\w* подпис
        \bподпись\b
        \bфамили\w+.*\bподпис
        \bподпис\w+.*\bфамили
        \bподписант
        """,
        facts.signed,
    ),
    (
        rf"""
        \bкто\b.*(?:подписал|издал|принял|выпустил)
        \bкем\b.*(?:подписан|издан|принят|выпущен)\w*
        чь[яйе]\w* (?:подпис|{_ACT})
        как\w+ (?:орган|ведомств)\w* (?:издал|принял|выпустил|подписал)\w*
        """,
        facts.issuer,
    ),
    (
        rf"""
        \bназвани\w*.*{_ACT}
        \bкак (?:\w+ ){{0,2}}называ\w+ (?:сам |этот |данный )?{_ACT}
        полное (?:название|наименование)
        \bо чем {_ACT}
        заголов\w+
        """,
        facts.title,
    ),
    (r"\bприложени\w*", facts.annexes),
    (r"вид документ|форм\w+ акт|это (?:приказ|постановление|распоряжение)", facts.form),
    (
        COUNT + r"\b(?:пр\w{1,3}цип|подход)\w*" + "\n" + r"\bпринцип(?:ы|ов)\b.*\b(?:сколько|какие)\b",
        facts.whole("principles", N_("principles")),
    ),
    (r"\bцел(?:ь|и|ей|ью|ям)\b|\b(?:зачем|для чего|ради чего) (?:\w+ )?созда", facts.whole("goals", N_("goals"))),
    (
        COUNT
        + r"\bзадач\w*\b(?!.*\bперед (?!собой|(?:\w+ ){0,2}(?:систем|рснмс))).*(?:рснмс|рс нмс|систем|поставл|ставит)"
        r"|\bсколько задач\W*$",
        facts.whole("tasks", N_("tasks")),
    ),
    (
        r"\bсколько\b.*\bпоказател\w*" + WHOLE + "\n"
        r"\b(?:перечисл\w+|назов\w+) (?:все )?показател\w*" + "\n"
        r"\bпо как\w+ (?:\w+ )?(?:показател|индикатор|критери|метрик|мерк|дол|цифр)\w*\b"
        r".*\b(?:суд|оцен|измер|меря|понима|понять|видно)",
        facts.whole("indicators", N_("indicators")),
    ),
    (r"\bсколько\b.*\b(?:мероприяти|строк|пункт)\w*" + WHOLE, facts.whole("measures", N_("roadmap measures"))),
    (r"\bсколько\b.*\b(?:термин|поняти|определени)\w*" + WHOLE, facts.whole("terms", N_("terms"))),
    (r"\bсколько\b.*\bканал\w*", facts.whole("channels", N_("channels"))),
    (
        COUNT + r"\bнаправлени\w*\b.*(?:систем|рснмс|работ|деятельност|выделен|есть)",
        facts.whole("directions", N_("directions")),
    ),
)
"""Patterns, one a line, and what answers them; the first that holds is taken."""
ASKS = any_of("\n".join(pattern for pattern, _ in INTENTS))
