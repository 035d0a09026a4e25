"""From a citation to a span of words in an act's text.

The rules (DESIGN section 3): HEAD and TAIL are searched inside the place that LABEL names, sub-items included;
the shortest span wins, several equal ones are ambiguous, and a span that stands only elsewhere is lost, with its
place told. A bare LABEL means its heading and lead-in up to the first item. The number printed before a span's
first word belongs to the span.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.citation import Citation, Document, Label, Number, parse_label
from rsnms_rules.source.act.outline import Marker, Piece, outline
from rsnms_rules.source.act.words import BREAK, Words, plain, split_words

Span = tuple[int, int]
"""Numbers of the first word and of the word after the last."""


class Status(Enum):
    """What became of a citation; the values are those of `rsnms verify --format json`."""

    RESOLVED = "resolved"
    LOST = "lost"
    AMBIGUOUS = "ambiguous"
    CUT_OFF = "cut-off"
    DOUBLE = "doubly-cited"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a citation points at. `span` is None where it is lost or ambiguous; `why` says what is wrong."""

    citation: Citation
    status: Status
    span: Span | None = None
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class ActText:
    """The text of an act, ready to be searched; `digest` is the SHA-256 of its UTF-8 bytes, in hex."""

    words: Words
    pieces: tuple[Piece, ...]
    digest: str

    def quote(self, span: Span) -> str:
        """The act's own words of a span."""
        return self.words.between(*span)


def parse_act(text: str) -> ActText:
    """Take the text of an act apart."""
    words = split_words(text)
    return ActText(words, outline(words), hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def resolve(act: ActText, citation: Citation) -> Resolution:
    """Find the span of a citation."""
    place = _place(act, parse_label(citation.label)) if citation.label else (0, len(act.words))
    if place is None:
        text = message(N_("The text has no place «{label}»."), label=citation.label)
        return Resolution(citation, Status.LOST, why=text)
    if not citation.head:
        return Resolution(citation, Status.RESOLVED, _lead_in(act, parse_label(citation.label), place))
    spans = _shortest(_occurrences(act.words, citation, place))
    if len(spans) == 1:
        return Resolution(citation, Status.RESOLVED, _with_marker(act, spans[0]))
    if spans:
        lines = ", ".join(str(act.words.line(first)) for first, _ in spans)
        text = message(
            N_("The words stand several times in that place, in lines {lines}; quote more of them."),
            lines=lines,
        )
        return Resolution(citation, Status.AMBIGUOUS, why=text)
    return Resolution(citation, Status.LOST, why=_elsewhere(act, citation))


def _elsewhere(act: ActText, citation: Citation) -> Message:
    spans = _shortest(_occurrences(act.words, citation, (0, len(act.words))))
    if not spans:
        return message(N_("These words stand nowhere in the text."))
    first = spans[0][0]
    return message(
        N_("In «{label}» these words do not stand, but in line {line} ({place})."),
        label=citation.label,
        line=act.words.line(first),
        place=place_name(act, first),
    )


def found_in_part(act: ActText, citation: Citation) -> Span | None:
    """Where at least the HEAD or the TAIL of a citation stands in its place, or the place itself; None if neither."""
    place = _place(act, parse_label(citation.label)) if citation.label else (0, len(act.words))
    if place is None or not citation.head:
        return place
    halves = (replace(citation, tail=""), replace(citation, head=citation.tail, tail=""))
    found = (_shortest(_occurrences(act.words, half, place)) for half in halves if half.head)
    return next((spans[0] for spans in found if spans), None)


def place_name(act: ActText, word: int) -> str:
    """The nearest printed number before a word, with its document."""
    piece = next((piece for piece in act.pieces if piece.first <= word < piece.end), None)
    if piece is None:
        return "?"
    document = {"order": "приказ", "regulation": "положение"}.get(piece.kind, f"прил. {piece.annex}")
    before = [marker for marker in piece.markers if marker.word <= word and not marker.row]
    return f"{document}, {'.'.join(before[-1].steps)}" if before else document


def _occurrences(words: Words, citation: Citation, place: Span) -> Iterator[Span]:
    """All spans from a HEAD to the nearest TAIL after it, inside `place`, at the edges of words."""
    if place[0] >= place[1]:
        return
    low, high = words.begins[place[0]], words.ends[place[1] - 1]
    head, tail = plain(citation.head), plain(citation.tail)
    tails = list(_finds(words, tail, low, high)) if tail else []
    for first, last in _finds(words, head, low, high):
        if not tail:
            yield first, last + 1
            continue
        after = next((end for start, end in tails if start > last), None)
        if after is not None:
            yield first, after + 1


def _finds(words: Words, wanted: str, low: int, high: int) -> Iterator[Span]:
    """(first word, last word) of each place where `wanted` stands and fills whole words."""
    index = words.stream.find(wanted, low, high) if wanted else -1
    while index >= 0:
        end = index + len(wanted)
        first, last = bisect_right(words.begins, index) - 1, bisect_left(words.ends, end)
        begins_well = words.begins[first] == index or index in words.joints
        ends_well = words.ends[last] == end or end in words.joints
        if begins_well and ends_well:
            yield first, last
        index = words.stream.find(wanted, index + 1, high)


def _shortest(spans: Iterator[Span]) -> list[Span]:
    found = sorted(set(spans), key=lambda span: (span[1] - span[0], span))
    return [span for span in found if span[1] - span[0] == found[0][1] - found[0][0]]


def _with_marker(act: ActText, span: Span) -> Span:
    """Take in the number that is printed directly before the span, also in a cell of its own."""
    first = span[0]
    for piece in act.pieces:
        for marker in piece.markers:
            if marker.word < first == marker.body or (marker.word == first and marker.body == first):
                return _with_marker(act, (marker.word, span[1]))
    for piece in act.pieces:
        for row_first, _ in piece.rows:
            if row_first < first <= row_first + 1:
                return row_first, span[1]
    return span


def _place(act: ActText, label: Label) -> Span | None:
    """The words that a label names, or None where the text has no such place."""
    piece = _document(act, label)
    if piece is None:
        return None
    if label.part == "понятия" and piece.terms[0] == piece.terms[1]:
        piece = next((other for other in act.pieces if other.terms[0] < other.terms[1]), piece)
    parts = {"шапка": piece.head, "преамбула": piece.preamble, "гриф": piece.stamp, "понятия": piece.terms}
    if label.part:
        span = parts[label.part]
        return span if span[0] < span[1] else None
    if label.row:
        return _row(piece, label.row)
    if label.roman:
        return _numbered(piece, (Number((label.roman,)),))
    if label.numbers:
        return _numbered(piece, label.numbers)
    return piece.first, piece.end


def _document(act: ActText, label: Label) -> Piece | None:
    for piece in act.pieces:
        if label.document is Document.ANNEX:
            if piece.annex == label.annex and piece.of == (label.of or piece.of):
                return piece
        elif piece.kind == label.document.value:
            return piece
    return None


def _row(piece: Piece, row: int) -> Span | None:
    """The counted row; where rows have no numbers, scans tear them apart: the whole table is searched."""
    if not piece.rows:
        return piece.first, piece.end
    return piece.rows[row - 1] if row <= len(piece.rows) else None


def _numbered(piece: Piece, numbers: tuple[Number, ...]) -> Span | None:
    place: Span | None = (piece.first, piece.end)
    for depth, number in enumerate(numbers):
        if place is None:
            return None
        place = _below(piece, number, place, row=depth > 0)
    return place


def _below(piece: Piece, number: Number, place: Span, *, row: bool) -> Span | None:
    marks = [m for m in piece.markers if m.row == row and place[0] <= m.word < place[1]]
    same = [i for i, m in enumerate(marks) if m.steps == number.steps]
    if len(same) < number.nth:
        return None
    start = same[number.nth - 1]
    first = marks[start].word
    limit = piece.terms[0] if first < piece.terms[0] else place[1]
    end = next((m.word for m in marks[start + 1 :] if not _inside(m, marks[start])), place[1])
    return first, min(end, limit)


def _inside(marker: Marker, above: Marker) -> bool:
    if above.steps[0].isalpha() and above.steps[0].isupper():
        return not marker.steps[0][0].isalpha()
    return len(marker.steps) > len(above.steps) and marker.steps[: len(above.steps)] == above.steps


def _lead_in(act: ActText, label: Label, place: Span) -> Span:
    """Heading and lead-in of a place, up to its first item."""
    piece = _document(act, label)
    assert piece is not None
    if label.part in {"шапка", "преамбула", "гриф"}:
        return place
    limit = min((m.word for m in piece.markers if place[0] < m.word < place[1]), default=place[1])
    body = next((m.body for m in piece.markers if m.word == place[0]), place[0])
    return place[0], lead_in_end(act.words, body, limit, children=limit < place[1])


_COLON = re.compile(rf":[\s*_]*(?:\n|{BREAK}|$)")


def lead_in_end(words: Words, body: int, limit: int, *, children: bool) -> int:
    """First word after the heading and lead-in that begin at word `body` and end before word `limit`."""
    paragraphs = list(_paragraphs(words, body, limit))
    lead: int | None = None
    for _, end in paragraphs:
        if _COLON.match(words.text, words.stops[end - 1] + _closing(words, end)):
            lead = end
        elif lead is not None:
            break
    if lead is not None:
        return lead
    return limit if children or not paragraphs else paragraphs[0][1]


def _closing(words: Words, end: int) -> int:
    """Number of closing quotes and brackets after the last word before `end`."""
    match = re.compile(r"[»\")\]*_ ]*").match(words.text, words.stops[end - 1])
    return len(match[0]) if match else 0


def _paragraphs(words: Words, first: int, end: int) -> Iterator[Span]:
    """Lines joined where one goes on in the next: no closing mark before, a small letter after."""
    start = first
    for word in range(first + 1, end + 1):
        if word == end or ends_paragraph(words, word - 1):
            yield start, word
            start = word
            if word == end:
                return


def ends_paragraph(words: Words, word: int) -> bool:
    """Tell whether a paragraph, item or cell ends with this word."""
    if word + 1 >= len(words):
        return True
    gap = words.text[words.stops[word] : words.starts[word + 1]]
    if "\t" in gap or BREAK in gap or re.search(r"[;.]\s*[–—-]\s", gap):
        return True
    if "\n" not in gap:
        return False
    goes_on = words.text[words.starts[word + 1]].islower() and not re.search(r"[.;:!?]", gap.split("\n")[0])
    return not (goes_on and not re.search(r"\n[\s*#]*[–—•-]\s", gap))
