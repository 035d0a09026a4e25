"""In which regions is it, and where is the target higher? The best answer of each act side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from rsnms_rules.i18n import Message, message
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.kinds.indicator import fitness
from rsnms_rules.questions.ask.match import Hit
from rsnms_rules.questions.ask.say import said, targets
from rsnms_rules.questions.ask.scope import Scope, item
from rsnms_rules.questions.ask.understand import Question, any_of
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
    """
)
ASKS = any_of(
    r"""
    \bв как(?:их|ом) (?:\w+ )?(?:регион|област|кра|акт|субъект\w* рф|район)\w*
    \bкак(?:ие|ой) регион\w*
    \bгде\b.*\b(?:выше|ниже|больше|меньше|строже|раньше)\b
    \bсравни\w*
    \bгде (?:\w+ )?(?:есть|предусмотрен|создан|упомина|назван|определен)\w*
    \bв каких (?:акт|положени|документ)\w*
    \bчем отлича\w+
    \bво всех ли\b
    \bу кого (?:выше|ниже|больше|меньше)
    """
)
SORTS = ("functions", "indicators", "subjects", "terms", "channels", "mechanisms", "measures", "activities", "tasks")
NEAR = 0.8
"""An act counts where its best entry scores at least this share of the best of all."""


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """The best entry of each act; for «higher» and «lower» the acts in the order of their targets."""
    words = question.without(CUE)
    asked = question.asks(r"\bвыше\b|\bниже\b|\bбольше\b|\bменьше\b|\bстроже\b|\bцелев\w+|\bдол[яиюе]\b|\bпроцент")
    defined = question.asks(r"\bопределен\w*|\bпоняти\w*|\bтермин\w*")
    sorts = ("indicators",) if asked else ("terms",) if defined else SORTS
    best: dict[str, Hit] = {}
    for hit in _fitting(scope.hits(question, words, *sorts), question, scope):
        best.setdefault(hit.entry.regulation.id, hit)
    top = max((hit.score for hit in best.values()), default=0.0)
    found = [hit for hit in best.values() if hit.score >= NEAR * top]
    if asked:  # all of one score, so that the order of the targets is kept
        found.sort(key=_bound, reverse=not question.asks(r"\bниже\b|\bменьше\b"))
    for hit in found:
        yield replace(item(hit.entry, _value(hit), top if asked else hit.score), group=NAME)


def _fitting(hits: Iterator[Hit], question: Question, scope: Scope) -> list[Hit]:
    """The hits, best first, indicators by how well they fit what the question measures."""
    weighed = [
        replace(hit, score=hit.score * fitness(hit.entry.item, question, scope))
        if isinstance(hit.entry.item, Indicator)
        else hit
        for hit in hits
    ]
    return sorted(weighed, key=lambda hit: -hit.score)


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
