"""On which level is a body, and who works on a level?"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.i18n import N_, message
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.system import Activity
from rsnms_rules.model.vocabulary import Level, Standing
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.say import joined, said
from rsnms_rules.questions.ask.scope import Scope, item
from rsnms_rules.questions.ask.understand import Question, any_of

NAME = "level"
CUE = any_of(
    r"""
    \b(?:на|в|к|из) как\w+ уров\w+
    \bкак\w+ (?:это )?уров\w+
    \bместо\b
    \bрегион или муниц\w*|\bмуниц\w* или регион\w*
    \bуров\w+
    \bотносит\w*
    \bотнес\w*
    \bвход\w+
    \bнаход\w+
    \bдейству\w+
    \bработа\w+
    \bстоит\b
    \bстоят\b
    \bэто\b
    \b(?:региональн|муниц[иы]пальн|институциональн|школьн)\w*(?=,? или\b| уров)
    \bили (?:региональн|муниц[иы]пальн|институциональн|школьн)\w*
    \bили\b
    \bсоздан\w*
    \bсоздают\w*
    \bкуда\b
    \bсистем\w*
    \bпредставлен\w*
    \bкто\b
    \bфункционир\w*
    \bструктур\w*
    \bгде\b
    \bсубъект\w*
    \bорган\b
    """
)
ASKS = any_of(
    r"""
    \bкак\w+ уровн\w+ (?:состо|есть|вход|предусм|быва|выдел|включ)\w*
    \bкак\w+ (?:это )?уров\w+
    \bэто (?:регион|муниципал|район|школ|федерал)\w* или\b
    \bуров\w+ (?:относ|вход|счита|наход)\w+
    \bсколько уровн\w*
    \b(?:кто|что) (?:\w+ )?(?:входит|работает|действует|относится|есть|представляет|представлен)\b.*\b(?:уров|звен)\w+
    \bкакие (?:\w+ )?(?:субъект|орган|структур|служб|объединен)\w*.*\b(?:уров|звен)\w+
    \bсубъект\w*\b.*\b(?:уров|звен)\w+
    \bсколько субъект\w*.*\b(?:уров|звен)
    \bуровн\w* (?:структур|систем|рснмс)
    \bкем (?:\w+ )?представлен\w*
    \bуров\w+\b.*\bсостав\w*
    \bвсех (?:участник|субъект)\w*
    \bиз кого (?:складыва|состо)\w+ (?:\w+ )?(?:структур|систем)\w*
    """
)

ACTIVITY = 0.95
"""What an activity of a direction is worth, which has a level too."""
CALLED = 0.55
"""Least score of a body that the question calls by its whole name."""
OF_LEVELS = any_of(
    r"""
    \bпо как\w+ уровн
    \bна как\w+ уровнях
    \b(?:назов|перечисл)\w+ уровни
    \bсколько уровн
    \bкаки[ех] (?:\w+ )?уровн
    \bуровн(?:и|ей|ях|ями) (?:систем|структур)
    \bсколько\b.*\bуровн
    """
)
"""How people ask which levels there are."""
EVERYBODY = r"\bвсех (?:участник|субъект)\w*|\bиз кого (?:складыва|состо)\w+ (?:\w+ )?(?:структур|систем)"
"""How people ask for the bodies of all levels."""
BODIES = (
    r"\bкакие (?:\w+ )?(?:субъект|орган|структур|служб|объединен|организац)\w*"
    r" (?:\w+ )?(?:есть|действ|работ|вход|созда|отнес)"
)
"""How people ask for the bodies of a level that they name («в районах»)."""


def claims(question: Question) -> bool:
    """Whether it asks for the level of a body or for the bodies of a level."""
    return question.asks(ASKS) or (question.level is not None and question.asks(BODIES))


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """The bodies of the level that the question names, or the level of the body that it names."""
    if question.level is not None and not question.asks(r"\bкак\w+ уровн"):
        for regulation in scope.asked(question):
            yield from _members(regulation, question.level, count=question.asks(r"\bсколько\b"))
        return
    if question.asks(EVERYBODY):
        for regulation in scope.asked(question):
            yield from (found for level in Level for found in _members(regulation, level, count=False))
        return
    if question.asks(OF_LEVELS) and not question.asks(r"\b(?:на|к|в) как\w+ уровн(?!ях)|\bкакой уровн"):
        for regulation in scope.asked(question):
            yield _levels(regulation)
        return
    for hit in scope.hits(question, question.without(CUE), "subjects", "activities"):
        if isinstance(hit.entry.item, Activity):
            if hit.entry.item.level is not None:
                yield item(hit.entry, message(hit.entry.item.level.english), hit.score * ACTIVITY)
            continue
        subject = hit.entry.subject
        assert subject is not None
        levels = dict.fromkeys(
            (*([subject.level] if subject.level else []), *(entry.under for entry in subject.listed))
        )
        value = (
            joined([message(level.english) for level in levels], ", ")
            if levels
            else message(N_("the act does not say"))
        )
        yield item(hit.entry, value, max(hit.score, CALLED if hit.focus == 1.0 else 0.0))


def _members(regulation: RegulationFile, level: Level, *, count: bool) -> Iterator[Item]:
    """The members of a level in one item; what is only mentioned is no member."""
    found = [
        subject
        for subject in regulation.subjects
        if subject.standing is Standing.MEMBER
        and (subject.level is level or level in {x.under for x in subject.listed})
    ]
    if found:
        listed = "; ".join(subject.name for subject in found)
        cite = tuple(str(place) for subject in found for place in subject.places[:1])
        value = said(str(len(found))) if count else said(listed)
        yield Item(
            f"{regulation.id}:subjects",
            regulation.id,
            message("{level}: {names}", level=message(level.english), names=listed),
            value,
            cite,
            0.95,
        )


def _levels(regulation: RegulationFile) -> Item:
    found = [
        level for level in Level if any(s.level is level and s.standing is Standing.MEMBER for s in regulation.subjects)
    ]
    named = joined([message(level.english) for level in found], ", ")
    value = message("{count}: {names}", count=len(found), names=named)
    of_level = (
        next(s for s in regulation.subjects if s.level is level and s.standing is Standing.MEMBER) for level in found
    )
    cite = tuple(str(place) for subject in of_level for place in subject.places[:1])
    return Item(f"{regulation.id}:subjects", regulation.id, message(N_("levels of the system")), value, cite, 0.95)
