"""One entry of a draft from the words of one block: names and titles as printed, statements left to be written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from rsnms_rules.source.act.unwritten import TODO
from rsnms_rules.source.draft.kinds import basis_of, participates, unit_of

Entry = dict[str, object]

_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_DAY = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\b")
_WRITTEN = re.compile(r"\b(\d{1,2})\s+([а-я]{3,8})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_NUMBER = re.compile(r"№\s*([\w/-]*\w)")
_YEAR = re.compile(r"\b(20\d\d)\b")
_FIGURES = re.compile(r"\s*\([^()]*\d[^()]*\)?\s*$")
"""A target in brackets after the name of an indicator."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
_ABBREVIATION = re.compile(r"\s*\(далее\s*(?:соответственно)?\s*[–—-]\s*(?P<name>[^)]+)\)")


def tidy(text: str) -> str:
    """Words of the act as a name: without the number, dash or mark before and the point after."""
    text = re.sub(r"^[\s#*•·>–—-]*(?:[IVX]+\.|\d{1,2}(?:\.\d{1,2})*[.)]|[а-яё]\))?[\s#*•·–—-]*", "", text)
    return re.sub(r"[*#_]+", "", text).strip(" \t\n;,.:")


def days(text: str) -> list[date]:
    """The days printed in a text (29.12.2012, 29 декабря 2012), impossible ones left out."""
    found = [(match.start(), int(match[3]), int(match[2]), int(match[1])) for match in _DAY.finditer(text)]
    for match in _WRITTEN.finditer(text):
        month = next((i for i, start in enumerate(_MONTHS, 1) if match[2].lower().startswith(start)), 0)
        found.append((match.start(), int(match[3]), month, int(match[1])))
    return [day for _, *parts in sorted(found) if (day := _day(*parts)) is not None]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def numbers(text: str) -> list[str]:
    """The numbers of documents printed in a text (№ 273-ФЗ)."""
    return _NUMBER.findall(text)


def statement(text: str) -> Entry:  # noqa: ARG001 -- the same shape as its siblings
    """A goal, task, principle, provision, matter or point."""
    return {"does": TODO}


def function(text: str) -> Entry:
    """A duty of a body."""
    mode: Entry = {"mode": "participates"} if participates(tidy(text)) else {}
    return {"does": TODO} | mode


def named(text: str) -> Entry:
    """A channel or a method: its name as printed."""
    return {"name": tidy(text)}


def mechanism(text: str) -> Entry:
    """A mechanism: its name as printed."""
    return {"kind": "other", "name": tidy(text)}


def term(text: str) -> Entry:
    """A defined term: what stands before the dash, without the quotation marks."""
    name, _, _ = re.sub(r"^[\s*#•–—-]+", "", text).partition(" – ") if " – " in text else text.partition(" - ")
    short = _ABBREVIATION.search(name)
    entry: Entry = {"term": _ABBREVIATION.sub("", name).strip(" «»*.;")[:200]}
    return entry | ({"abbr": short["name"].strip()} if short else {}) | {"means": TODO}


def _quoted(text: str) -> str:
    """What stands in the first pair of quotation marks, or all of the text."""
    depth, start = 0, text.find("«")
    for index in range(max(start, 0), len(text)):
        depth += {"«": 1, "»": -1}.get(text[index], 0)
        if depth == 0 and start >= 0:
            return text[start + 1 : index]
    return text


def basis(text: str) -> Entry:
    """A document that the act rests on."""
    printed = tidy(text)
    found, day = numbers(printed), days(printed)
    entry: Entry = {"kind": basis_of(printed)}
    entry |= {"number": found[0]} if len(found) == 1 else {}
    entry |= {"date": day[0].isoformat()} if len(day) == 1 else {}
    return entry | {"title": _quoted(printed), "where": "regulation"}


def repeal(text: str) -> Entry:
    """An act that loses force."""
    found, day = numbers(text), days(text)
    return {"number": found[0] if found else "unknown", "date": day[0].isoformat() if day else "unknown"}


def indicator(text: str) -> Entry:
    """An indicator of a list: its name as printed; targets are left to a person."""
    name = _FIGURES.sub("", tidy(text))
    return {"name": name, "unit": unit_of(name)}


def indicator_row(cells: Mapping[str, str]) -> Entry:
    """An indicator of a table, with a target for each column that is headed by a year."""
    name = tidy(next((text for head, text in cells.items() if re.search(r"показател|наименование", head)), ""))
    name = name or max(cells.values(), key=len)
    entry: Entry = {"name": name, "unit": unit_of(name)}
    targets = [
        {"period": int(year[1]), "at_least": int(figure[0])}
        for head, text in cells.items()
        if (year := _YEAR.search(head)) and (figure := _FIGURE.search(text)) and figure[0].isdigit()
    ]
    return entry | ({"targets": targets} if targets and entry["unit"] != "milestone" else {})


_COLUMNS = (
    ("due", r"срок|дата|период"),
    ("result", r"результат"),
    ("responsible", r"ответствен\w*[\s-]*(?:субъект|орган|лиц)|^ответствен\w+$"),
    ("executors", r"исполнител|участник"),
    ("title", r"мероприяти|наименование|содержание"),
)


def measure_row(cells: Mapping[str, str]) -> Entry:
    """A row of a roadmap: its cells by the heads of the columns."""
    found: dict[str, str] = {}
    for head, text in cells.items():
        name = next((name for name, pattern in _COLUMNS if re.search(pattern, head.replace("- ", ""))), None)
        if name and text:
            found[name] = text if name not in found or name == "title" else f"{found[name]} {text}"
    entry: Entry = {"title": tidy(found.get("title", "")) or TODO}
    entry |= {name: [{"text": found[name]}] for name in ("responsible", "executors") if name in found}
    entry |= {"due": {"text": found["due"]}} if "due" in found else {}
    return entry | ({"result": found["result"]} if "result" in found else {})
