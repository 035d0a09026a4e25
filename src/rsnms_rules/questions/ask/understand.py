"""A question as it is understood: its words, and the restrictions that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rsnms_rules.model.vocabulary import Level
from rsnms_rules.questions.ask.words import content, is_verb, plain, root, soft, spoken_out, stems

_WORD = re.compile(r"[^\W_]+")
_COMMON = re.compile(r"област\w*|кра[йюея]|район\w*|муниципальн\w*|республик\w*|округ\w*|город\w*")
_YEAR = re.compile(r"\b(20[0-4]\d)\b(?:-(?:й|го|м|му))?(?:[ -]*(?:год\w*|г\.?\b))?")
_BY_THE_ACT = r"\b(?:в|по|согласно|из) (?:(?:этом|данном|наш|настоящ)\w* )?(?:положени|приказ|документ|акт)\w*"
"""«По этому положению»: words that say where, not what."""
_BY_THE_PLAN = r"\b(?:в|по|согласно) (?:\w+ )?(?:план(?:а|у|е|ом|ы)?(?: мероприяти\w*)?|дорожнаякарта)\b"
"""«По плану мероприятий»: the roadmap is asked."""


def any_of(lines: str) -> str:
    """One pattern of several, a line each."""
    return "|".join(line.strip() for line in lines.splitlines() if line.strip())


_WHO = (
    r"(?:на |за |у )?(?:кто|кем|кому|кого|ком)\b|чь[яиюе]\w*"
    r"|как\w+ (?:\w+ )?(?:орган|организаци|структур|служб|ведомств|учрежден|подразделен|обьединен|субьект|вуз"
    r"|заведени)\w*"
    r" (?!.*\b(?:уровн|звен))"
)
"""How a question for a body begins, except one for its level."""


_WHO_LATER = (
    r".*\bответственн\w*\W*$",
    r".*\bчь[яюей]\w* (?:это )?(?:работ|обязанн?ост|дел|задач)",
    r".*\bкто (?:(?:это|его|ее|их) )?\w+\W*$",
    r".*[^,\s] (?:кто|(?:за |на )?к[ео]м|кому) \w",
)
"""How a question names what is to be done first, and asks who does it at the end."""


def unless_who(lines: str) -> str:
    """One pattern of several, a line each, for questions that do not ask who: at the beginning, or at the end."""
    elsewhere = "".join(f"(?!{pattern})" for pattern in _WHO_LATER)
    return rf"^(?!(?:.*[.!?])?\W*(?:{_WHO})){elsewhere}.*(?:{any_of(lines)})"


_LEVELS = {
    Level.REGIONAL: r"""
        региональн\w* уров\w*
        уров\w* (?:региона|области|края)
        региональн\w* органи\w+
        на региональном\b
        (?:региональн|областн|краев)\w+ (?:этап|тур)\w*
    """,
    Level.MUNICIPAL: r"""
        муниц[иы]пальн\w* уров\w*
        муниципальн\w* звен\w*
        уров\w* (?:района|муниц\w*палитета|города)
        кем (?:\w+ )?представлен\w* муниц\w*пал\w*
        (?:в|из) (?:районе|муниципалитет\w*|территори\w+)
        на муниц[иы]пальном\b
        (?:муниципальн|районн|городск)\w+ (?:этап|тур)\w*
        на мест\w+
        на районном
    """,
    Level.INSTITUTIONAL: r"""
        институциональн\w*
        школьн\w* уров\w*
        школьн\w+ (?:этап|тур)\w*
        (?:уров\w*|внутри|в|из) (?:самой )?(?:школ\w+|организаци\w+|образовательной организации|учреждени\w+|оо)\b
        на институциональном
    """,
    Level.FEDERAL: r"""
        федеральн\w* уров\w*
        уровн\w* (?:\w+ )?страны
        по всей стране
    """,
}
"""How people name a level, a pattern a line."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question in words, and what was understood of it.

    Attributes:
        text: as asked. `plain`: lower case, ё as е, the trade's shorthand written out.
        bare: the plain text without years and territories. `words`: its stems that carry meaning.
        verbs: those of them that are verbs.
        level: the level that it is restricted to. `years`: years that it names. `places`: ids of regulations whose
            territory it names. `acts`: how many regulations are asked. `plan`: whether
            the roadmap is asked. `strict`: whether it names the level as such
            («на уровне», not only «в школе»). `local`: its stems that name a territory.
    """

    text: str
    plain: str
    bare: str
    words: tuple[str, ...]
    verbs: frozenset[str]
    level: Level | None
    years: tuple[int, ...]
    places: tuple[str, ...]
    acts: int
    plan: bool
    strict: bool
    local: frozenset[str]

    def asks(self, pattern: str) -> bool:
        """Whether the plain text has the pattern."""
        return re.search(soft(pattern), self.plain) is not None

    def without(self, pattern: str) -> tuple[str, ...]:
        """The meaningful words with everything that the pattern matches taken out; all of them where none is left."""
        return content(re.sub(soft(pattern), " ", self.bare)) or self.words

    def is_only(self, pattern: str) -> bool:
        """Whether nothing meaningful is left once everything that the pattern matches is taken out."""
        return not content(re.sub(soft(pattern), " ", self.bare))


def understand(text: str, places: Mapping[str, frozenset[str]]) -> Question:
    """Read a question; `places` are the beginnings of words by which each regulation's territory is called."""
    said = spoken_out(plain(text))
    words = _WORD.findall(said)
    named = {word: name for word in words for name, roots in places.items() if word.startswith(tuple(roots))}
    if len(places) == 1:  # one act: its territory restricts nothing, and may be part of a name («Учитель Оренбуржья»)
        named = {word: name for word, name in named.items() if re.search(rf"\b{word} (?:{_COMMON.pattern})\b", said)}
    bare = re.sub(r"\b(?:на|в) (?:региональн|муниц[иы]пальн|институциональн|федеральн|школьн)\w* уровн\w*", " ", said)
    bare = re.sub(f"{_BY_THE_ACT}|{_BY_THE_PLAN}", " ", bare)
    bare = " ".join(" " if word in named else word for word in _WORD.findall(_YEAR.sub(" ", bare)))
    return Question(
        text=text,
        plain=said,
        bare=bare,
        words=content(bare) or stems(bare),
        verbs=frozenset(root(word) for word in words if is_verb(word)),
        strict=re.search(r"\bуровн|\bзвен", said) is not None,
        plan=re.search(_BY_THE_PLAN, said) is not None,
        local=frozenset(root(word) for word in words if word.startswith(tuple(r for s in places.values() for r in s))),
        acts=len(set(named.values())) or len(places),
        level=next((level for level, pattern in _LEVELS.items() if re.search(any_of(pattern), said)), None),
        years=tuple(int(year) for year in _YEAR.findall(said)),
        places=tuple(name for name in places if name in named.values()),
    )


def roots(territory: str) -> frozenset[str]:
    """The beginnings of words by which people call a territory: «иванов» for Ивановская область and Иваново."""
    named = (word for word in _WORD.findall(plain(territory)) if not _COMMON.fullmatch(word))
    return frozenset(re.sub(r"ск(?:ая|ий|ое|ого|ой)$", "", word)[:7] for word in named)


def without_territory(name: str, territory: str) -> str:
    """The name of a body in lower case without the words that name the territory («области», «Оренбургской»)."""
    called = tuple(roots(territory))
    words = (word for word in _WORD.findall(plain(name)) if not word.startswith(called) and not _COMMON.fullmatch(word))
    return " ".join(words)
