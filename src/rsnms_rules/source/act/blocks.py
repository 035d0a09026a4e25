"""An act cut into blocks: headings with their lead-ins, list items, table rows, and the parts between them.

Every word of the text lies in exactly one block; a block carries the label under which a citation finds it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from rsnms_rules.source.act.outline import Marker, Piece
from rsnms_rules.source.act.resolve import ActText, Span, ends_paragraph, lead_in_end


class Role(Enum):
    """What a block is in its document."""

    STAMP = "stamp"
    HEAD = "head"
    PREAMBLE = "preamble"
    LEAD = "lead"
    ITEM = "item"
    ROW = "row"
    TABLE_HEAD = "table head"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of words.

    Attributes:
        label: the place in the act, as a citation writes it.
        above: the headings over it, the outermost first: the spans of the leads that it stands below.
        cells: of a table's row, the spans of its cells; an empty cell is an empty span.
    """

    role: Role
    piece: Piece
    label: str
    span: Span
    above: tuple[Span, ...] = ()
    cells: tuple[Span, ...] = ()


def blocks(act: ActText) -> Iterator[Block]:
    """Cut an act into blocks, in the order of the text."""
    for piece in act.pieces:
        yield from _piece(act, piece)


def document_label(piece: Piece) -> str:
    """The words with which a label names a document."""
    if piece.kind == "annex":
        return f"прил. {piece.annex} к {_OF[piece.of]}"
    return "приказ" if piece.kind == "order" else "положение"


_OF = {"order": "приказу", "regulation": "положению"}


def _placed(piece: Piece, place: str) -> str:
    """The label of a place in a document; a bare place lies in the Положение."""
    if piece.kind == "regulation":
        return place
    return f"{document_label(piece)} {place}" if piece.kind == "order" else f"{document_label(piece)}, {place}"


def _piece(act: ActText, piece: Piece) -> Iterator[Block]:
    start = piece.first
    stamp = f"прил. {piece.annex} к {_OF[piece.of]}, гриф" if piece.annex else ""
    for role, label, span in (
        (Role.STAMP, stamp, piece.stamp),
        (Role.HEAD, _placed(piece, "шапка"), piece.head),
        (Role.PREAMBLE, _placed(piece, "преамбула"), piece.preamble),
    ):
        if span[0] < span[1]:
            yield from _gap(act, piece, start, span[0])
            yield Block(role, piece, label, span)
            start = max(start, span[1])
    terms = piece.terms[0] if piece.terms[0] < piece.terms[1] else piece.end
    if piece.kind == "annex" and _tabbed(act, start, terms):
        yield from _table(act, piece, start, terms)
    else:
        yield from _clauses(act, piece, start, terms)
    if terms < piece.end:
        yield from _terms(act, piece, max(start, terms))


def _gap(act: ActText, piece: Piece, first: int, end: int) -> Iterator[Block]:
    for span in _paragraphs(act, first, end):
        yield Block(Role.ITEM, piece, document_label(piece), span)


def _terms(act: ActText, piece: Piece, first: int) -> Iterator[Block]:
    label = _placed(piece, "понятия")
    for span in _paragraphs(act, first, piece.end):
        heading = span[0] == piece.terms[0]
        yield Block(Role.LEAD if heading else Role.TERM, piece, label, span)


def _paragraphs(act: ActText, first: int, end: int) -> Iterator[Span]:
    start = first
    for word in range(first, end):
        if word + 1 == end or ends_paragraph(act.words, word):
            yield start, word + 1
            start = word + 1


def _clauses(act: ActText, piece: Piece, start: int, end: int) -> Iterator[Block]:
    """The numbered clauses of a document, and what stands before the first number."""
    markers = [marker for marker in piece.markers if start <= marker.word < end]
    yield from _gap(act, piece, start, markers[0].word if markers else end)
    labels = _labels(piece, markers)
    leads: list[tuple[Marker, Span]] = []
    for index, marker in enumerate(markers):
        limit = markers[index + 1].word if index + 1 < len(markers) else end
        leads = [(lead, span) for lead, span in leads if _holds(lead, marker)]
        above = tuple(span for _, span in leads)
        children = index + 1 < len(markers) and _holds(marker, markers[index + 1])
        stop = _lead_end(act, piece, marker.body, limit, children=children)
        lettered = marker.steps[-1].isalpha() and not act.quote((marker.body, stop)).endswith(":")
        if not children and (stop >= limit or lettered):
            yield Block(Role.ITEM, piece, labels[index], (marker.word, stop), above)
            for span in _paragraphs(act, stop, limit):
                yield Block(Role.ITEM, piece, labels[index], span, above)
            continue
        lead = (marker.word, stop)
        leads.append((marker, lead))
        yield Block(Role.LEAD, piece, labels[index], lead, above)
        for span in _paragraphs(act, stop, limit):
            yield Block(Role.ITEM, piece, labels[index], span, (*above, lead))


def _lead_end(act: ActText, piece: Piece, body: int, limit: int, *, children: bool) -> int:
    """Where a heading ends; an order's last point is its first paragraph, for the signature follows it."""
    stop = min(lead_in_end(act.words, body, limit, children=children), limit)
    if piece.kind != "order" or children:
        return stop
    first = next(_paragraphs(act, body, limit), (body, stop))[1]
    return stop if act.quote((body, first)).endswith(":") else min(first, stop)


def _holds(above: Marker, marker: Marker) -> bool:
    """Tell whether a clause contains another: a section, the number that it begins with, or the rows of its table."""
    if above.row != marker.row:
        return marker.row
    if above.steps[0][0] in "IVX":
        return marker.steps[0][0] not in "IVX"
    return len(marker.steps) > len(above.steps) and marker.steps[: len(above.steps)] == above.steps


def _labels(piece: Piece, markers: list[Marker]) -> list[str]:
    """The label of each number: the second one of the same number is `1#2`, a row stands after its clause.

    What no label can name (a Roman number printed twice, a row without a clause) has that of the document.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    clause, labels = "", []
    for marker in markers:
        place = ".".join(marker.steps)
        if marker.row:
            place = f"{clause}/{place}" if clause and place[0].isdigit() else ""
        else:
            seen[marker.steps] += 1
            nth = seen[marker.steps]
            place = place if nth == 1 else "" if place[0] in "IVX" else f"{place}#{nth}"
            clause = place if place[:1].isdigit() else ""
        labels.append(_placed(piece, place) if place else document_label(piece))
    return labels


def _tabbed(act: ActText, first: int, end: int) -> bool:
    return first < end and "\t" in act.words.text[act.words.starts[first] : act.words.stops[end - 1]]


def _table(act: ActText, piece: Piece, start: int, end: int) -> Iterator[Block]:
    """The rows of an annex; what has no number and fills one cell only is a heading between rows."""
    lines = _lines(act, start, end)
    first = next(index for index, line in enumerate(lines) if "\t" in _raw(act, line))
    yield from _gap(act, piece, start, lines[first][0])
    yield Block(Role.TABLE_HEAD, piece, document_label(piece), lines[first], cells=_cells(act, lines[first]))
    if piece.rows:
        yield from _numbered_rows(act, piece, lines[first][1])
        return
    rows = 0
    for line in _joined(act, lines[first + 1 :]):
        cells = _cells(act, line)
        if sum(1 for cell in cells if cell[0] < cell[1]) == 1:
            yield Block(Role.LEAD, piece, document_label(piece), line)
        else:
            rows += 1
            yield Block(Role.ROW, piece, _placed(piece, f"строка {rows}"), line, cells=cells)


def _joined(act: ActText, lines: list[Span]) -> list[Span]:
    """Lines of a table; one that begins with a small letter in its only cell goes on with the row above."""
    joined: list[Span] = []
    for line in lines:
        lone = sum(1 for cell in _cells(act, line) if cell[0] < cell[1]) == 1
        if joined and lone and act.words.text[act.words.starts[line[0]]].islower():
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _numbered_rows(act: ActText, piece: Piece, start: int) -> Iterator[Block]:
    yield from _gap(act, piece, start, piece.rows[0][0])
    for index, span in enumerate(piece.rows):
        yield Block(Role.ROW, piece, _placed(piece, f"строка {index + 1}"), span, cells=_cells(act, span))


def _lines(act: ActText, first: int, end: int) -> list[Span]:
    """The lines between two words, blank ones left out."""
    starts = [act.words.at(position) for position in act.words.line_starts]
    low, high = bisect_right(starts, first), bisect_right(starts, end - 1)
    cuts = [first, *dict.fromkeys(starts[low:high]), end]
    return [(a, b) for a, b in pairwise(cuts) if a < b]


def _raw(act: ActText, span: Span) -> str:
    """The text of a line, with the tabs before its first word."""
    low = act.words.stops[span[0] - 1] if span[0] else 0
    return act.words.text[low : act.words.stops[span[1] - 1]].rpartition("\n\n")[2]


def _cells(act: ActText, span: Span) -> tuple[Span, ...]:
    """The cells of a row, an empty one as an empty span."""
    low = act.words.line_starts[bisect_right(act.words.line_starts, act.words.starts[span[0]]) - 1]
    cells, at = [], span[0]
    for part in act.words.text[low : act.words.stops[span[1] - 1]].split("\t"):
        low += len(part) + 1
        stop = min(act.words.at(low), span[1])
        cells.append((at, stop))
        at = stop
    return tuple(cells)
