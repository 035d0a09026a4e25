"""What a list of an act is, guessed from the words of its headings; a person checks every guess."""

from __future__ import annotations

import re
from collections.abc import Sequence

LISTS = (
    ("repeals", r"утратившим[иа]? силу|признать утратив"),
    ("terms", r"понятия"),
    ("monitoring", r"^[\W\d]*мониторинг"),
    ("indicators", r"показател"),
    ("channels", r"\bканал"),
    ("matters", r"предмет\w*\s+взаимодействия"),
    ("methods", r"метод\w*\s+(?:сбора|оценки|монитор)"),
    ("mechanisms", r"механизм"),
    ("principles", r"принцип|подход"),
    ("tasks", r"задач"),
    ("goals", r"\bцел[ьия]"),
    ("legal_basis", r"правов\w+\s+основ|нормативн\w+\s+(?:правов\w+\s+)?(?:баз|основ)|в соответствии с:"),
)
"""Lists of the regulation file with the words that announce them, the surest first."""

ANNEXES = (
    ("measures", r"дорожн|комплекс\w*\s+мер|план\w*\s+мероприятий"),
    ("indicators", r"показател"),
    ("terms", r"п\s?о\s?н\s?я\s?т\s?и\s?я|терм\w+"),
    ("channels", r"\bканал"),
)
"""Parts of the file that an annex holds, with the words of its title."""

BASES = (
    ("federal-law", r"федеральн\w+\s+закон"),
    ("presidential-decree", r"указ\w*\s+президента"),
    ("government-decree", r"постановлени\w+\s+правительства\s+(?:российской|рф)"),
    ("government-directive", r"распоряжени\w+\s+правительства\s+(?:российской|рф)"),
    ("ministry-directive", r"распоряжени\w+\s+мин"),
    ("ministry-order", r"приказ\w*\s+мин\w+\s+(?:просвещения|образования и науки|россии)"),
    ("national-project", r"национальн\w+\s+проект"),
    ("federal-project", r"федеральн\w+\s+проект"),
    ("regional-project", r"региональн\w+\s+проект"),
    ("state-programme", r"государственн\w+\s+программ"),
    ("regional-decree", r"постановлени\w+\s+(?:правительства|губернатора|администрации)"),
    ("regional-order", r"приказ\w*\s+(?:министерства|департамента|комитета)"),
    ("municipal-act", r"приказ\w*\s+(?:отдела|управления)"),
)
"""Kinds of legal basis with the words that begin them."""

_STRUCTURE = r"структур|субъект|участник"
_NO_STRUCTURE = r"механизм|взаимодейств|показател|эффективност|предмет|\bканал"
_LEVELS = (
    ("institutional", r"институциональн|образовательн\w+\s+организаци|школ"),
    ("municipal", r"муниципальн|районн"),
    ("regional", r"региональн|област|кра[ейя]"),
    ("federal", r"федеральн"),
)
_PARTICIPATES = r"(?:участву|содейству|способству|участие|содействие)"
_COUNT = r"количество|число|численность"
_MILESTONE = r"(?:разработан|создан|сформирован|утвержд|внедрен|открыт|функционирует|ежегодно)"


def _says(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def _first(table: Sequence[tuple[str, str]], text: str) -> str | None:
    return next((name for name, pattern in table if _says(pattern, text)), None)


def list_of(headings: Sequence[str]) -> str:
    """The list of the file that items below these headings belong to; `headings` from the nearest outwards.

    Returns the name of a list, `functions` for the list of a body, `provisions` where nothing is recognised.
    """
    if is_functions(headings):
        return "functions"
    found = (_only(heading) for heading in headings)
    return next((name for name in found if name), "provisions")


def clause_of(text: str, headings: Sequence[str]) -> str:
    """The list that a clause without items belongs to: by its own first words, else by its headings."""
    return _first(LISTS, text[:40].partition(" – ")[0][:24]) or list_of(headings)


def _only(heading: str) -> str | None:
    """The list that a heading announces; a chapter's heading that announces several («Цель, задачи») says nothing."""
    names = [name for name, pattern in LISTS if _says(pattern, heading)]
    several = len({"goals", "tasks", "principles"} & set(names)) > 1
    return names[0] if names and not several else None


def is_functions(headings: Sequence[str]) -> bool:
    """Tell whether the nearest heading names a body inside a chapter on the structure of the system."""
    chapters = [text for text in headings[1:] if _says(_STRUCTURE, text) and not _says(_NO_STRUCTURE, text)]
    return bool(headings) and bool(chapters) and not _says(r"структур|^[\W\d]*(?:субъекты|участники)", headings[0])


def part_of(title: str) -> str:
    """The part of the file that an annex with this title holds."""
    return _first(ANNEXES, title) or "provisions"


def is_basis(text: str) -> bool:
    """Tell whether an item begins with a document that acts rest on."""
    return _first(BASES, text[:40]) is not None


def is_repeal(text: str) -> bool:
    """Tell whether a point takes the force from other acts."""
    return _says(LISTS[0][1], text)


def basis_of(text: str) -> str:
    """The kind of a document that the act rests on."""
    return _first(BASES, text[:80]) or "other"


def level_of(headings: Sequence[str], default: str) -> str:
    """The level named by the nearest heading that names one."""
    found = (_first(_LEVELS, text) for text in headings if _says(r"уровн|уровень", text))
    return next((name for name in found if name), default)


def participates(text: str) -> bool:
    """Tell whether an item begins with the words of taking part."""
    return re.match(rf"\W*{_PARTICIPATES}", text, re.IGNORECASE) is not None


def unit_of(name: str) -> str:
    """The unit of an indicator from the first words of its name."""
    if re.match(rf"\W*{_MILESTONE}", name, re.IGNORECASE):
        return "milestone"
    return "count" if re.match(rf"\W*(?:{_COUNT})", name, re.IGNORECASE) else "percent"
