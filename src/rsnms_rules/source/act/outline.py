"""The outline of an act: the order, the Положение and the annexes, and the printed numbers in each.

The rules, for people and for `docs/citations.md`:

* An annex begins at a short line «Приложение № N»; the words after it say whether it belongs to the order or to
  the Положение. The Положение is the annex with that title, or what follows a line «Положение» of its own.
* A printed number counts at the start of a paragraph or of a table's cell: `3.2.1.`, `7.`, `3)`, `а)`, `IV.`. A
  number with a bracket lies in the clause above it, a letter in the item above it, any other number where it says;
  a Roman section is no such clause or item.
* A clause reaches up to the next number that is not below it, or to the part «Понятия». Numbers inside a table are
  rows, never clauses; so is a number outside it that goes on counting its rows (1.7 in the table, then 1.8).
* A date at the start of a line is no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rsnms_rules.source.act.words import BREAK, Words, plain

_LEAD = r"[\s#*>•·–—-]*"
_ANNEX = re.compile(rf"{_LEAD}приложение\s*(?:№|N)?\s*(\d{{1,2}})?\b[^.;:,)]{{0,60}}$", re.IGNORECASE)
_TITLE = re.compile(rf"{_LEAD}п\s*о\s*л\s*о\s*ж\s*е\s*н\s*и\s*е[\s*]*$", re.IGNORECASE)
_ANNEX_TITLE = re.compile(rf"{_LEAD}п\s*о\s*л\s*о\s*ж\s*е\s*н\s*и\s*е(?:\s+о\s|[\s*]*$)", re.IGNORECASE)
_TERMS = re.compile(rf"{_LEAD}(?:основные\s+)?п\s*о\s*н\s*я\s*т\s*и\s*я\b", re.IGNORECASE)
_PREAMBLE = re.compile(
    rf"{_LEAD}(в целях|во исполнение|в соответствии|на основании|руководствуясь|в связи|с целью)",
    re.IGNORECASE,
)
_ORDERS = re.compile(r"п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?ю|п\s?о\s?с\s?т\s?а\s?н\s?о\s?в\s?л\s?я", re.IGNORECASE)
_NUMBER = re.compile(rf"{_LEAD}([1-9]\d?(?:\.[1-9]\d?)*)(\.(?=\s|\*)|\)|(?=\s))")
_DATE = re.compile(rf"{_LEAD}\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:19|20)\d\d\b")
_LETTER = re.compile(rf"{_LEAD}([а-яё])\)")
_INNER = re.compile(rf"{BREAK}[ #*>•·–—-]*(?=[а-яё]\))")
_ROMAN = re.compile(rf"{_LEAD}([IVX]+)\.\s")


@dataclass(frozen=True, slots=True)
class Marker:
    """A printed number.

    Attributes:
        steps: the number as steps, for a bracketed one with the steps of the clause above it.
        word: first word of the number. `body`: first word after it.
        row: it stands in a table.
    """

    steps: tuple[str, ...]
    word: int
    body: int
    row: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of the act: the order, the Положение or an annex, as a run of words.

    Attributes:
        kind: `order`, `regulation` or `annex`.
        annex, of: number of the annex, and `order` or `regulation` for what it belongs to.
        first, end: its words, the end excluded.
        stamp: words of the гриф. `head`: words of the шапка. `preamble`, `terms`: words of these parts.
        rows: words of the counted rows of a table with a column of numbers.
    """

    kind: str
    annex: int
    of: str
    first: int
    end: int
    stamp: tuple[int, int]
    head: tuple[int, int]
    preamble: tuple[int, int]
    terms: tuple[int, int]
    markers: tuple[Marker, ...]
    rows: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    word: int
    end: int


def outline(words: Words) -> tuple[Piece, ...]:
    """Find the documents of an act and the numbers printed in them."""
    lines = _lines(words)
    return tuple(_piece(words, lines[a:b], kind, annex, of) for a, b, kind, annex, of in _cuts(lines))


def _lines(words: Words) -> list[_Line]:
    bounds = [*words.line_starts, len(words.text) + 1]
    return [_Line(words.text[a : b - 1], a, words.at(a), words.at(b)) for a, b in pairwise(bounds)]


class _Cut(NamedTuple):
    """Where a document begins, as a line number, and what it is."""

    start: int
    kind: str
    annex: int
    of: str


def _cuts(lines: list[_Line]) -> list[tuple[int, int, str, int, str]]:
    """Where each document begins and ends, as line numbers, with its kind."""
    starts = [_Cut(0, "order", 0, "")]
    for index, line in enumerate(lines):
        if (match := _ANNEX.match(line.text)) is not None and not line.text.lstrip(" #*>-").startswith("п"):
            of = "regulation" if "положени" in plain(_block(lines, index)) else "order"
            kind = "regulation" if of == "order" and _titled(lines, index) else "annex"
            starts.append(_Cut(index, kind, int(match[1] or 1), of))
        elif _TITLE.match(line.text) and all(cut.kind != "regulation" for cut in starts):
            starts.append(_Cut(index, "regulation", 0, "order"))
    if len(starts) == 1:
        starts = [_Cut(0, "regulation", 0, "order")]
    ends = [cut.start for cut in starts[1:]] + [len(lines)]
    return [
        (cut.start, end, cut.kind, cut.annex, cut.of) for cut, end in zip(starts, ends, strict=True) if end > cut.start
    ]


def _block(lines: list[_Line], index: int) -> str:
    """The annex line and the lines directly below it."""
    block = []
    for line in lines[index : index + 8]:
        if not line.text.strip():
            break
        block.append(line.text)
    return " ".join(block)


def _titled(lines: list[_Line], index: int) -> bool:
    """Tell whether the title «Положение» stands among the first lines below the stamp."""
    return any(_ANNEX_TITLE.match(line.text) for line in lines[index + 1 : index + 16])


def _piece(words: Words, lines: list[_Line], kind: str, annex: int, of: str) -> Piece:
    first, end = lines[0].word, lines[-1].end
    stamp_lines = _stamp(lines) if annex else 0
    markers = _markers(words, lines[stamp_lines:])
    preamble = _preamble(lines) if kind == "order" else (end, end)
    head_end = _head_end(lines, stamp_lines, markers, preamble[0] if kind == "order" else end, kind)
    return Piece(
        kind=kind,
        annex=annex,
        of=of,
        first=first,
        end=end,
        stamp=(first, lines[stamp_lines].word if stamp_lines < len(lines) else end) if annex else (first, first),
        head=(lines[stamp_lines].word if stamp_lines < len(lines) else end, head_end),
        preamble=preamble,
        terms=_terms(lines, end, markers),
        markers=markers,
        rows=_rows(lines, end),
    )


def _stamp(lines: list[_Line]) -> int:
    """Number of lines of the гриф: up to the first blank line, or to the title."""
    for index, line in enumerate(lines):
        if not line.text.strip() or (index and _TITLE.match(line.text)):
            return index
    return len(lines)


def _head_end(lines: list[_Line], start: int, markers: tuple[Marker, ...], limit: int, kind: str) -> int:
    """First word after the шапка: it ends before the preamble, the first number, table or, in an annex, blank line."""
    numbered = min((marker.word for marker in markers), default=limit)
    seen = False
    for line in lines[start:]:
        if "\t" in line.text or line.word >= min(limit, numbered):
            return min(line.word, limit, numbered)
        if seen and kind == "annex" and not line.text.strip():
            return line.word
        seen = seen or bool(line.text.strip())
    return min(limit, numbered)


def _preamble(lines: list[_Line]) -> tuple[int, int]:
    start = None
    for line in lines:
        if start is None and _PREAMBLE.match(line.text):
            start = line.word
        if _ORDERS.search(line.text):
            return (line.word if start is None else start), line.end
    end = lines[-1].end
    return end, end


def _terms(lines: list[_Line], end: int, markers: tuple[Marker, ...]) -> tuple[int, int]:
    numbered = {marker.word for marker in markers}
    for line in lines:
        if _TERMS.match(line.text) and line.word not in numbered:
            return line.word, end
    return end, end


def _rows(lines: list[_Line], end: int) -> tuple[tuple[int, int], ...]:
    """Rows of the first table whose head begins with «№»; a line without a number continues the row above."""
    table = [line for line in lines if "\t" in line.text]
    if not table or not table[0].text.strip().startswith(("№", "N")):
        return ()
    starts = [line.word for line in table[1:] if re.match(r"\s*\d+\s*\.?\s*\t", line.text)]
    return tuple(zip(starts, [*starts[1:], end], strict=True)) if starts else ()


def _markers(words: Words, lines: list[_Line]) -> tuple[Marker, ...]:
    found: list[Marker] = []
    clause: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    row = False
    for line in lines:
        table = "\t" in line.text
        for offset, cell, lone in _cells(line, table):
            hit = _mark(cell, clause, item, lone=lone, table=table)
            if hit is None:
                continue
            steps, stop, is_clause = hit
            row = table or (_next_row(steps, rows, clause) if is_clause else row)
            rows = steps if row and is_clause else rows
            clause = steps if is_clause and not row else clause
            item = steps if not steps[-1].isalpha() or len(steps[-1]) > 1 else item
            found.append(Marker(steps, words.at(line.start + offset), words.at(line.start + offset + stop), row))
    return tuple(found)


def _next_row(steps: tuple[str, ...], row: tuple[str, ...], clause: tuple[str, ...]) -> bool:
    """Tell whether a number outside a table goes on counting its rows rather than the clauses."""
    if not row or not clause or not all(step.isdigit() for step in (*steps, *row, *clause)):
        return False
    number, last, above = ([int(step) for step in part] for part in (steps, row, clause))
    return number == [*last[:-1], last[-1] + 1] and number < above


def _cells(line: _Line, table: bool) -> list[tuple[int, str, bool]]:
    """(offset, text, whether a bare number may be a marker) of each cell; a line outside a table is one cell.

    A paragraph inside a cell counts only where a letter begins it: numbers there are not the table's.
    """
    if not table:
        return [(0, line.text, False)]
    cells, offset = [], 0
    for index, cell in enumerate(line.text.split("\t")):
        cells.append((offset, cell, index == 0))
        inner = [match.end() for match in _INNER.finditer(cell) if cell[: match.start()].strip()]
        cells += [(offset + start, cell[start:], False) for start in inner]
        offset += len(cell) + 1
    return cells


def _mark(
    cell: str, clause: tuple[str, ...], item: tuple[str, ...], *, lone: bool, table: bool
) -> tuple[tuple[str, ...], int, bool] | None:
    """The number at the start of `cell`: its steps, where it stops, and whether it is a clause of its own."""
    if (match := _ROMAN.match(cell)) is not None:
        return (match[1],), match.end(1), True
    if _numbered(item) and (match := _LETTER.match(cell)) is not None:
        return (*item, match[1]), match.end(1), False
    return _printed(cell, clause, lone=lone, table=table)


def _numbered(steps: tuple[str, ...]) -> tuple[str, ...]:
    """The number that others may lie in; a Roman section is none."""
    return () if steps and steps[0][0] in "IVX" else steps


def _printed(
    cell: str, clause: tuple[str, ...], *, lone: bool, table: bool
) -> tuple[tuple[str, ...], int, bool] | None:
    """The Arabic number at the start of `cell`; a number alone counts only in the first cell of a row."""
    match = _NUMBER.match(cell + " ")
    if match is None or _DATE.match(cell):
        return None
    steps, alone = tuple(match[1].split(".")), not cell[match.end() :].strip()
    if match[2] == ")":
        return (steps if table else (*_numbered(clause), *steps)), match.end(1), False
    bare = not match[2] and len(steps) == 1
    if (bare and not (lone and alone)) or (alone and not lone):
        return None
    return steps, match.end(1), True
