"""What is it, and how is it called? Terms of the act both ways, and the full names behind abbreviations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rsnms_rules.model.system import Term
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.entry import Entry
from rsnms_rules.questions.ask.say import said
from rsnms_rules.questions.ask.scope import Scope, item
from rsnms_rules.questions.ask.understand import Question, any_of, unless_who
from rsnms_rules.questions.ask.words import content, plain, spoken_out, stems
from rsnms_rules.questions.base import short_name

NAME = "definition"
CUE = any_of(
    r"""
    \bкого\b
    \bотнос\w+
    \bотнес\w+
    \bчто (?:такое|это|значит|означает|подразумева\w+|понима\w+|называ\w+|име(?:ется|ют) в виду)(?: под)?
    \bкто так(?:ой|ая|ие)
    \bопределени\w*
    \bтермин\w*
    \bпоняти\w*
    \bрасшифр\w+
    \bкак (?:\w+ )?(?:называ\w+|понима\w+|трактуе\w+|определя\w+|именует\w+)
    \bпонима\w+
    \bназыва\w+
    \bознача\w+
    \bсокращени\w*
    \bаббревиатур\w*
    \bкакой\b
    \bкаким\b
    \bсловом?\b
    \bдай\w*
    \bсмысл\w*
    \bзначени\w*
    \bсчита\w+
    \bявля\w+
    \bкто\b
    \bчто\b
    \bпод\b
    \bприменительно\b
    \bобозначен\w*
    \bподразумева\w+
    \bпоясня\w+
    \bобьясня\w+
    \bраскрыва\w+
    \bтолку\w+
    \bтрактовк\w*
    \bсуть\b
    \bпредставля\w+(?: собой)?
    \bсобой\b
    \bдолжност\w*
    \bзачем\b
    \bнуж\w+
    \bчита\w+
    \bполност\w+
    \bпричисл\w+
    \b(?:модул|част|компонент|элемент|блок|раздел)\w*
    \bсклады\w+
    \bсосто\w+
    \bтоже\b
    \bтуда\b
    \bли\b
    \bсодерж\w+
    \bвключ\w+
    \bвходит\b
    \bсведени\w+
    \bотличи\w*
    \bотлича\w+
    \bобознача\w*
    """
)
_PART = r"""
    \bподразделени\w+ (?:как\w+|чего)\b
    \bчь(?:им|е|ей|я) (?:\w+ )?(?:подразделени|част)\w*
    \bчаст\w+ как\w+ (?:организац|учрежден)
    \bв состав\w* (?:как\w+|чего)\b
    \b(?:при|внутри) как\w+ (?:\w+ )?(?:организац|учрежден|институт|вуз|университет|колледж)\w*
    \bна базе (?:чего|как\w+)\b.*\b(?:создан|работает|действует|открыт|находится)
    """
BELONGS = unless_who(_PART)
"""How people ask of which organisation a body is a part."""
ASKS = (
    any_of(
        r"""
    \bкак (?:\w+ ){0,3}определ\w+
    \bчто (?:такое|это|значит|означает|подразумева\w+|понима\w+|называ\w+|име(?:ется|ют) в виду)
    \bкто так(?:ой|ая|ие)\b
    \bкто (?:\w+ ){0,2}(?:считается|называется|именуется|признается)\b
    \bэто (?:что|кто)\b
    ^(?!\W*что\b).*\bотносит?с?я к (?!как\w+ уров)
    \bкак\b.*\bчита\w+
    \bбуквами\b
    \bопределени\w*
    \bтермин\w*
    \bпоняти\w*
    \bрасшифр\w+
    \bкак(?:им|ое|ой) (?:\w+ )?(?:слов|имен|обозначени)\w*
    \bкак (?:\w+ ){0,3}(?:называ\w+|назвать|понима\w+|трактуе\w+|именует\w+)
    \bпонима(?:ется|ют)\b
    \bсокращени\w*
    \bаббревиатур\w*
    \bкого\b.*\b(?:назыв|счита|именую|причисл|относ|включа)\w*
    \b(?:явля|относ|счита|включа)\w+ ли\b
    \bможно ли (?:счита|отнес)\w+
    \bчто (?:содержит|включает)
    \bкакие (?:\w+ )?(?:сведени|данны|модул|част)\w* (?:\w+ )?(?:содерж|включ|вход)\w*
    \bиз как\w+ (?:\w+ )?(?:модул|част|компонент|элемент|блок|раздел)\w*
    \bчем (?:\w+ )*отлича\w+
    \bобознача\w+
    \bподразумева\w+\b.*\bпод\b
    \bпод\b.*\b(?:подразумева|име(?:ют|ет|ется) в виду)\w*
    \bсобой представля\w+
    \bпредставля\w+ собой
    \b(?:поясня|обьясня|раскрыва|толку|трактов)\w*
    \bв чем (?:\w+ )?(?:суть|смысл)\b
    \bчто за\b
    \bо (?:ком|чем) (?:\w+ )?(?:речь|говорят)\b
    \bвход\w+ ли\b.*\b(?:поняти|термин|число)\w*
    """
    )
    + rf"|{BELONGS}"
)
SYSTEM = rf"{CUE}|\bрснмс\b|\bрс нмс\b"
"""A question about the system itself has no other word."""
DESCRIBED = 1.25
"""What a meaning is worth that the question describes: people say it at length and in other words."""
ASIDE = 0.7
"""What a term is worth whose meaning only mentions what is asked, or a body whose name does."""
CALLED = 0.5
"""Least score of a term whose whole name the question has, whatever else it says."""
SPELL = r"\bбуквами|\bрасшифр|\bсокращен|\bаббревиатур"
"""How people ask what an abbreviation stands for."""
EXPLAINED = 0.7
"""Score of a duty whose concept is asked by its name."""
SPELLED = 0.9
"""Score of the term whose abbreviation is to be spelled out."""
STRICT = r"\bопределени\w*|\bпоняти\w*|\bтермин\w*|\bпонима\w+|\bтрактов\w*|\bтолков\w*"
"""How people ask for a definition in the strict sense, which the name of a body is not."""
PARTLY, MOSTLY = 0.45, 0.6
"""Share of its name, or else score, from which on a term is meant."""
NAMED = 0.6
"""Least share of a body's name that a question about it has."""
_BACK = any_of(
    r"""
    \bкак (?:\w+ ){0,3}(?:называ\w+|назва\w+|именует\w+)
    \bкак(?:ой|им) (?:термин|слов|поняти)\w*
    \bкакое понятие
    \bкаким сокращением
    \bкак (?:\w+ ){0,2}зов[еу]т\w*
    \bкак(?:ое|ой|им) (?:\w+ )?(?:слов|имен|обозначени)\w*
    """
)


def find(scope: Scope, question: Question) -> Iterator[Item]:
    """Terms by their names, or by their meanings where the question describes one; then names of bodies."""
    if question.asks(BELONGS):
        yield from _wholes(scope, question)
    words = stems(question.bare.replace("рс нмс", "рснмс")) if question.is_only(SYSTEM) else question.without(CUE)
    back = question.asks(_BACK)
    if not back:
        yield from _meant(scope, question, words)
        yield from _concepts(scope, question, words)
    for hit in scope.hits(question, words, "terms", "meanings", "subjects", "channels", "mechanisms"):
        thing = hit.entry.item
        if isinstance(thing, Term):
            by_name = hit.entry.sort == "terms"
            value = said(thing.means if by_name and not back else thing.term)
            worth = (0.8 if by_name else DESCRIBED) if back else 1.0
            found = item(hit.entry, value, hit.score * worth, label=said(thing.term))
            named = by_name and (
                hit.focus >= PARTLY or hit.score >= MOSTLY or plain(thing.abbr or "-") in question.plain.split()
            )
            yield found if named or back else found.scored(ASIDE, NAME).doubted()
        elif hit.entry.subject is None:
            found = item(hit.entry, said(hit.entry.label), hit.score * ASIDE)
            yield found.doubted() if ":directions." in hit.entry.element else found
        else:
            found = item(hit.entry, said(hit.entry.label), hit.score * 0.85)
            yield (
                found
                if back or _is_abbreviation(hit.entry, question) or (hit.focus >= NAMED and not question.asks(STRICT))
                else found.scored(ASIDE, NAME).doubted()
            )


def _meant(scope: Scope, question: Question, words: Sequence[str]) -> Iterator[Item]:
    """Terms that the question calls by most of their name, with what it says beside that looked up in their meaning."""
    meanings = {entry.element: entry for entry in scope.of_sort(question, "meanings")}
    named = [hit for hit in scope.hits(question, words, "terms") if hit.focus >= NAMED]
    pairs = [(hit.entry, meanings[hit.entry.element]) for hit in named]
    for hit, share in zip(named, scope.matcher.together(words, question.verbs, pairs), strict=True):
        thing = hit.entry.item
        assert isinstance(thing, Term)
        short = bool(thing.abbr) and plain(thing.abbr or "") in question.plain.split()
        whole = set(content(spoken_out(plain(thing.term)))) <= set(words)
        called = question.asks(ASKS) and (short or whole)
        floor = SPELLED if short and question.asks(SPELL) else CALLED if called else 0.0
        score = max(share, floor)
        yield item(hit.entry, said(thing.means), score, label=said(thing.term))


def _concepts(scope: Scope, question: Question, words: Sequence[str]) -> Iterator[Item]:
    """Duties whose concept is called just as the question asks: there the act says what it is."""
    for hit in scope.hits(question, words, "functions") if len(words) > 1 else ():
        concepts = (scope.catalogue.concept_index.get(name) for name in getattr(hit.entry.item, "concepts", ()))
        if any(one is not None and set(content(one.label.ru.lower())) == set(words) for one in concepts):
            yield item(hit.entry, said(hit.entry.label), EXPLAINED)


def _wholes(scope: Scope, question: Question) -> Iterator[Item]:
    """The bodies that the named body is a part of, and the terms that say so."""
    for hit in scope.hits(question, question.without(f"{any_of(_PART)}|{CUE}"), "subjects"):
        whole = hit.entry.subject.part_of if hit.entry.subject is not None else None
        if whole:
            yield item(hit.entry, said(short_name(hit.entry.regulation, whole)), hit.score)


def _is_abbreviation(entry: Entry, question: Question) -> bool:
    """Whether the question has the abbreviation of a body."""
    abbr = entry.subject.abbr if entry.subject is not None else None
    return bool(abbr) and plain(abbr or "") in question.plain
