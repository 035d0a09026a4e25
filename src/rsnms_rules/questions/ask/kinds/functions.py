"""What does a body do, and how many duties has it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rsnms_rules.i18n import N_, message
from rsnms_rules.model.vocabulary import Level
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.match import Hit
from rsnms_rules.questions.ask.say import joined, said
from rsnms_rules.questions.ask.scope import Scope, item
from rsnms_rules.questions.ask.understand import Question, any_of, unless_who
from rsnms_rules.questions.ask.words import plain

NAME = "functions"
CUE = any_of(
    r"""
    \bчто (?:еще )?(?:должн\w+ |обязан\w* )?(?:дела\w+|входит|выполня\w+|поручен\w+|умеет)\b(?: в)?
    \bчем (?:\w+ )?(?:занима\w+|занят\w*)
    \bза что (?:\w+ )?отвеча\w+
    \bотвеча\w+
    \bзанима\w+
    \bфункци\w+
    \bобязанност\w*
    \bполномочи\w+
    \bзадач\w*
    \bпереч\w+
    \bдля чего (?:нуж\w+|созда\w+)?
    \bроль\b
    \bсколько\b
    \bзачем\b
    \bназов\w+
    \bперечисл\w+
    \bкаки\w+\b
    \bвозложен\w+
    \bпоручен\w+
    \bпоруч\w+
    \bтребу\w+ от\b
    \bуполномоч\w+
    \bвправе\b
    \bзакреплен\w+
    \bпункт\w+
    \bвсего\b
    \bсписк\w*
    \bдел\b
    \b(?:за|на|про|у)писан\w*
    \bчисл\w+
    \bзнач\w+
    \bнасчитыва\w+
    \bобьем\w* работ\w*
    \bпредстоит\b
    \bсвод\w+
    \bроль\w*
    \bотведен\w*
    \bфункционал\w*
    """
)
ASKS = unless_who(
    r"""
    \bчто (?:еще )?(?:\w+ )?(?:дела\w+|входит|выполня\w+|поручен\w*|возложен\w*)
    \bчем (?:\w+ )*занима\w+
    \bза что\b.*\bотвеча
    \bфункци\w+
    \bобязанност\w*
    \bполномочи\w+
    \bдля чего (?:нуж|созда)
    \bроль\b
    \bзачем нуж
    \bзадачи\b(?! рснмс)
    \bчто (?:\w+ ){0,3}поруч\w+
    \bтребу\w+ от\b
    \bуполномоч\w+
    \bвправе\b
    \bкак\w+ (?:вопрос|работ)\w* (?:реша|веде|выполня|провод)\w*
    \bкруг (?:задач|обязанност|дел)
    \bсколько\b.*\b(?:пункт|дел|позици|строк|поручени|обязательств)\w*\b.*\b(?:списк|переч|раздел)\w*
    \bсколько (?:пунктов|дел|позиций|поручений|обязательств)\b.*\b(?:у|за|на)\b
    \b(?:список|перечень) (?:дел|работ|обязательств)\b
    \bфункционал\w*
    \bк чему сводит\w*
    \bчто вход\w+ в (?:работ|задач|круг)
    \bчем (?:\w+ )?(?:полез|помо[гж]|загруж)\w*
    \bчто (?:\w+ ){0,2}(?:должн|обязан)\w+ (?:дела|обеспеч|вести|провод)\w*
    """
)


CALLED_OF = {
    Level.REGIONAL: r"\b(?:региональн|областн|краев)\w* (?!систем|уровн|рснмс|методист|регметод)",
    Level.MUNICIPAL: r"\b(?:муниципальн|районн|городск)\w* (?!систем|уровн|методслужб)",
    Level.INSTITUTIONAL: r"\bшкольн\w* ",
}
"""Adjectives by which people tell bodies of different levels."""
GAIN = 0.15
"""What a duty must have of the question besides the name of its body: else the whole list of the body answers."""
CALLED = 0.55
"""Least score of a body that the question calls by its whole name where only the number of its duties is asked."""
NAMED = 0.6
"""Least share of a body's name that a question about it has."""


def called(hit: Hit, question: Question) -> bool:
    """Whether the question calls a body by its abbreviation or by most of its name."""
    abbr = plain(hit.entry.subject.abbr or "") if hit.entry.subject is not None else ""
    return hit.focus >= NAMED or (bool(abbr) and abbr in question.plain.split())


def _is_elsewhere(hit: Hit, question: Question) -> bool:
    """Whether the question calls a body of another level («регионального объединения») than this one is of."""
    named = {level for level, pattern in CALLED_OF.items() if question.asks(pattern)}
    level = hit.entry.subject.level if hit.entry.subject is not None else None
    return bool(named) and level is not None and level not in named


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """The bodies that the question names, each with its duties or their number, and the duties that it asks about."""
    words = question.without(CUE)
    how_many = question.asks(r"\bсколько\b|\bколичеств\w+|\bчисло\b")
    hits = list(scope.hits(question, words, "subjects", least=0.0))  # a long question calls its body all the same
    for hit in (*hits, *_parts(scope, question, hits)):
        abbr = plain(hit.entry.subject.abbr or "") if hit.entry.subject is not None else ""
        whole = hit.focus == 1.0 or (bool(abbr) and abbr in question.plain.replace("?", " ").split())
        found = _whole(hit, how_many=how_many, whole=whole)
        yield found.doubted() if _is_elsewhere(hit, question) else found
    if how_many:
        return
    bodies = {
        hit.entry.element: hit.entry for hit in hits if called(hit, question) and not _is_elsewhere(hit, question)
    }
    named = (
        (entry, bodies.get(entry.element.rpartition(".functions.")[0]))
        for entry in scope.of_sort(question, "functions")
    )
    pairs = [(entry, body) for entry, body in named if body is not None]
    both = scope.matcher.together(words, question.verbs, pairs)
    alone = scope.matcher.together(words, question.verbs, [(body,) for _, body in pairs])
    for (entry, _), share, without in zip(pairs, both, alone, strict=True):
        if share >= without + GAIN:
            yield item(entry, said(entry.label), share)


def _parts(scope: Scope, question: Question, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The parts of named bodies that have no list of their own: their duties are those of the parts."""
    bare = {hit.entry.element: hit for hit in hits if hit.entry.subject is not None and not hit.entry.subject.functions}
    for entry in scope.of_sort(question, "subjects") if bare else ():
        whole = (
            bare.get(f"{entry.regulation.id}:subjects.{entry.subject.part_of}") if entry.subject is not None else None
        )
        if whole is not None:
            yield Hit(entry, whole.score, whole.focus)


def _whole(hit: Hit, *, how_many: bool, whole: bool) -> Item:
    """A body with all its duties, or their number; `whole` where the question calls it by all of its name."""
    subject = hit.entry.subject
    assert subject is not None
    duties = [said(function.does) for function in subject.functions]
    count = sum(not function.beside for function in subject.functions)
    label = message(N_("{name}: items of its list in the act: {count}"), name=subject.name, count=count)
    if count < len(duties):
        label = message(N_("{label}; beside the list: {count}"), label=label, count=len(duties) - count)
    value = said(str(count)) if how_many else joined(duties)
    score = max(hit.score, CALLED) if how_many and whole else hit.score
    found = replace(item(hit.entry, value, score, label=label), parts=() if how_many else tuple(duties))
    return found if duties else found.doubted()
