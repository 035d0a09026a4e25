"""In which regions is it, and where is the target higher? The best answer of each act side by side.

What the best hit of all is, by its concept or role, decides: other acts have it where one of their elements is the same
(DESIGN 4.9: concepts are compared, not words), or, where nothing of the kind has a concept, says nearly as much.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from rsnms_rules.i18n import Message, message
from rsnms_rules.model.act import Document, LegalBasis
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.subject import Subject
from rsnms_rules.model.system import Monitoring, Term
from rsnms_rules.model.types import Element
from rsnms_rules.questions.ask import facts
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.entry import Entry
from rsnms_rules.questions.ask.kinds.act import BASIS
from rsnms_rules.questions.ask.kinds.indicator import fitness
from rsnms_rules.questions.ask.match import Hit
from rsnms_rules.questions.ask.say import said, targets
from rsnms_rules.questions.ask.scope import Scope, item
from rsnms_rules.questions.ask.understand import Question, any_of
from rsnms_rules.questions.ask.words import content, plain, spoken_out
from rsnms_rules.questions.base import subject_name

NAME = "comparison"
CUE = any_of(
    r"""
    \bопределен\w*
    \bпоняти\w*
    \bтермин\w*
    \bакт(?:а|е|ы|ов|ах|ам)?\b
    \bположени\w*
    \b(?:в|у) как\w+ (?:регион|област|кра|субъект|акт|район)\w*
    \bкак\w+ регион\w*
    \bгде\b
    \bвыше\b
    \bниже\b
    \bбольше\b
    \bменьше\b
    \bстроже\b
    \bесть ли\b
    \bесть\b
    \bимеет\w*
    \bсравни\w*
    \bчем отлича\w+
    \bразниц\w*
    \bпредусмотрен\w*
    \bупомина\w+
    \bрегион\w*
    \bцелев\w+
    \bпоказател\w*
    \bили\b
    \bкто\b
    \bтолько\b
    \bдол[яи]\b
    \bу кого\b
    \bкак\w+\b
    \bотдельн\w*
    \bназван\w*
    \bназвал\w*
    \bмаксимальн\w*
    \bминимальн\w*
    \bогранич\w*
    \bсколько\b
    \bправов\w* основ\w*
    \bосновани\w*
    \bопира\w+
    \bссыла\w+
    \bдокумент\w*
    \bсказано\b
    \bзаписан\w*
    \bпрописан\w*
    \bпрямо\b
    \bотраж\w+
    \bзафиксирован\w*
    \bупомян\w+
    \bсред[иь]\b
    \bслов[оа]\b
    \b(?:обьясн|разьясн|раскры|понима|толк|поясн)\w+
    \bв тексте\b
    \bчто такое\b
    \bдано\b
    \bвозложен\w*
    \bпоручен\w*
    \bвстреча\w+
    \bперечисл\w+
    \bназовите\b
    \bкажд\w+\b
    """
)
ASKS = any_of(
    r"""
    ^\W*где\b
    \bв как(?:их|ом) (?:\w+ )?(?:регион|област|кра|акт|субъект\w* рф|район|документ|положени)\w*
    \bкак(?:ие|ой) (?:из )?(?:регион|акт|област|документ|положени)\w*
    \bкто из (?:регион|них)
    \bсравни\w*
    \bчем отлича\w+
    \bво всех\b
    ^\W*(?:кто|чей|чьи|чья|чье|чьих)\b.*\b(?:упомина|ссыла|отмен|раскрыва|называет|включа|толку|перечн)\w*
    \b(?:у кого|где)\b.*\b(?:выше|ниже|больше|меньше|строже|раньше|позже)\b
    \bв каждом\b
    \bу как(?:их|ого) (?:\w+ )?(?:регион|област|кра|акт)
    \bкак(?:их|ого) (?:\w+ )?(?:актов|акта|регионов|документов|положений)\b
    ^\W*у кого\b
    ^\W*кто\b.*\bзадач\w*
    \bразных регион
    \bназовите все
    """
)
SORTS = (
    "functions",
    "indicators",
    "subjects",
    "terms",
    "meanings",
    "channels",
    "mechanisms",
    "measures",
    "activities",
    "tasks",
    "basis",
    "points",
    "coordinator",
    "monitoring",
    "duties",
    "notes",
)
MORE, LESS = (
    r"\bвыше\b|\bбольше\b|\bсам\w+ (?:высок|больш)",
    r"\bниже\b|\bменьше\b|\bсам\w+ (?:низк|мал|маленьк|скромн)",
)
MEASURED = rf"{MORE}|{LESS}|\bстроже\b|\bцелев\w+|\bдол[яиюе]\b|\bпроцент|\bпоказатель\b|\bсколько\b(?! лет)"
DOCUMENT = (
    rf"{BASIS}|\bуказ(?:ы|а|у|е|ом)?\b|\bзакон(?:ы|а|у|е|ом)?\b|\bприказ\w* (?:федеральн|министерств|минпросвещ)\w*"
    r"|\b(?:методическ\w+ )?рекомендаци\w* (?:министерств|минпросвещ|от )|\bконцепци\w*|\bнацпроект\w*"
)
"""How people name documents that acts rest on."""
DEFINED = any_of(
    r"""
    \bразьясн\w+
    \bтолк(?:у|ован)\w*
    \bкто такой\b
    \bраскры\w+
    \bпонима\w+
    \bпоясн\w+
    \bтрактов\w+
    \bчто такое\b
    \bопределен\w*
    \bпоняти\w*
    \bтермин\w*
    \bобьясн\w+
    """
)
LISTS = (
    (r"\bзадач\w*", ("tasks",)),
    (r"\bканал\w*", ("channels",)),
    (r"\bпринцип\w*", ("principles",)),
    (r"\bмониторинг\w*.*\b(?:ежегодно|полугодие)", ("monitoring",)),
    (
        r"\b(?:участник|субьект|составе?|структур)\w*\b|\b(?:вход|встро|включ)\w* в (?:\w+ )?систем"
        r"|\bв (?:\w+ )?систем\w* (?:\w+ ){0,2}(?:вход|встро|включ)|\bчаст\w+ систем",
        ("subjects",),
    ),
    (r"\b(?:обязан|возлож|поруч|закрепл|финансир|обеспечива)\w*", ("functions", "duties")),
)
"""Lists of the acts that some questions name."""
REPEALS = (
    r"\b(?:отмен[ияе]\w*|утра[тч]\w+ силу|признал\w* недейств\w*|прекрат\w+ действ\w*)\b.*\b(?:приказ|акт|документ)"
)
"""How people ask which acts repeal others."""
ENOUGH, LISTED = 0.45, 0.35
"""Score from which on the terms or documents that a question names are found, and the same for other lists."""
ASKED = (
    (MEASURED, ("indicators",), 0.0),
    (DEFINED, ("terms",), ENOUGH),
    (DOCUMENT, ("basis",), ENOUGH),
    *((pattern, sorts, LISTED) for pattern, sorts in LISTS),
)
"""What some questions look through first; below the score everything is looked through."""
NEAR, ALONE = 0.8, 0.9
"""An act has it where its best entry scores at least this share of the best of all; the second, where the best one has
a concept that this act's entry has not."""
ALIKE = 0.85
"""What the elements of this share of the best score are, is what is asked."""
NEVER = 9.0
"""A document of another number is not the one that is meant, however well it fits."""
SAME = 0.5
"""Least share of the best score for an entry of the same concept."""


def claims(question: Question) -> bool:
    """Whether it asks several acts which of them have something, or have more of it."""
    return question.acts > 1 and question.asks(ASKS)


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """The best entry of each act that has it; for «higher» and «lower» the acts in the order of their targets."""
    if question.asks(REPEALS):
        for regulation in scope.asked(question):
            yield from (replace(one, group=NAME) for one in facts.repeals(regulation))
        return
    measured = question.asks(MEASURED)
    sorts, enough = next(((sorts, least) for pattern, sorts, least in ASKED if question.asks(pattern)), (SORTS, 0.0))
    found = _looked(scope, question, sorts)
    if _top(found) < enough:
        found = max(found, _looked(scope, question, SORTS), key=_top)
    top = _top(found)
    if measured:  # all of one score, so that the order of the targets is kept
        found.sort(key=_bound, reverse=not question.asks(LESS))
    for hit in found:
        yield replace(item(hit.entry, _value(hit), top if measured else hit.score), group=NAME)


def _top(hits: Sequence[Hit]) -> float:
    return max((hit.score for hit in hits), default=0.0)


def _looked(scope: Scope, question: Question, sorts: Sequence[str]) -> list[Hit]:
    """The best hit of each act that has it among entries of some sorts; documents are found by their years too."""
    words = (*question.without(CUE), *map(str, question.years)) if sorts == ("basis",) else question.without(CUE)
    return _having(_fitting(scope.hits(question, words, *sorts), question, scope), scope)


def _having(hits: list[Hit], scope: Scope) -> list[Hit]:
    """Of each act the hit that is the same as the best one of all, or nearly as good; best first."""
    if not hits:
        return []
    top = hits[0]
    wanted = {name for hit in hits if hit.score >= ALIKE * top.score for name in _same(hit.entry)}
    found: dict[str, Hit] = {}
    for hit in hits:
        same = any(scope.catalogue.kin(one, other) for one in wanted for other in _same(hit.entry))
        other = isinstance(hit.entry.item, LegalBasis) and wanted
        least = SAME if same else NEVER if other else ALONE if wanted else NEAR
        if hit.score >= least * top.score:
            found.setdefault(hit.entry.regulation.id, hit)
    return list(found.values())


def _same(entry: Entry) -> tuple[str, ...]:
    """By what an element is the same in another act: its leading concept, the role of a body, a document's number."""
    thing = entry.item
    if isinstance(thing, Subject):
        return thing.roles[:1]
    if isinstance(thing, Term):
        return (" ".join(sorted(content(spoken_out(plain(thing.term))))),)
    if isinstance(thing, (Document, LegalBasis)):
        return (f"{thing.number.replace('-', '')} {thing.date}",) if thing.number else ()
    if isinstance(thing, Monitoring):
        return (f"monitoring {thing.every}",)
    if entry.sort == "coordinator":
        return ("coordinator.appoint",)
    concepts: tuple[str, ...] = getattr(thing, "concepts", ())
    return concepts[:1]


def _fitting(hits: Iterator[Hit], question: Question, scope: Scope) -> list[Hit]:
    """The hits, best first, indicators by how well they fit what the question measures."""
    measured = question.asks(MEASURED)
    weighed = [
        replace(hit, score=hit.score * fitness(hit.entry.item, question, scope))
        if isinstance(hit.entry.item, Indicator)
        else hit
        for hit in hits
        if not getattr(hit.entry.item, "catch_all", False) and not (measured and _has_no_target(hit.entry.item))
    ]
    return sorted(weighed, key=lambda hit: -hit.score)


def _has_no_target(thing: Element) -> bool:
    return isinstance(thing, Indicator) and not thing.targets


def _bound(hit: Hit) -> Decimal:
    thing = hit.entry.item
    bounds = [t.at_least or t.at_most for t in (thing.targets or ())] if isinstance(thing, Indicator) else []
    return max((bound for bound in bounds if bound is not None), default=Decimal(-1))


def _value(hit: Hit) -> Message:
    entry = hit.entry
    place = entry.regulation.territory.name
    if isinstance(entry.item, Indicator):
        return message("{place}: {value}", place=place, value=targets(entry.item))
    if entry.subject is not None:
        return message("{place}: {value}", place=place, value=subject_name(entry.subject))
    return said(place)
