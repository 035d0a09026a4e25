"""Citations: `LABEL «HEAD … TAIL»`, the grammar of DESIGN section 3 as a parser.

    citation = label | [ label, " " ], quote ;
    quote    = "«", ( text | text, " … ", text ), "»" ;   the outermost pair; " … " once
    label    = order | annex | place ;                    a bare place lies in the Положение
    order    = "приказ", [ " ", place ] ;
    annex    = ( "положение" | "прил. ", int, [ " к приказу" | " к положению" ] ), [ ", ", place ] ;
    place    = roman | number, { "/", number } | "строка ", int | part ;
    part     = "шапка" | "преамбула" | "гриф" | "понятия" ;
    number   = int, { ".", int }, [ ".", letter ], [ "#", int ] ;

A label is kept as the words of the file; `parse_label` takes it apart where a text is searched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

PARTS = ("шапка", "преамбула", "гриф", "понятия")

_INT = r"[1-9][0-9]*"
_NUMBER = rf"{_INT}(?:\.{_INT})*(?:\.[а-яё])?(?:\#{_INT})?"
_PLACE = rf"(?:[IVX]+|{_NUMBER}(?:/{_NUMBER})*|строка[ ]{_INT}|{'|'.join(PARTS)})"
_ANNEX = rf"(?:положение|прил\.[ ]{_INT}(?:[ ]к[ ](?:приказу|положению))?)"
_LABEL = rf"(?:приказ(?:[ ]{_PLACE})?|{_ANNEX}(?:,[ ]{_PLACE})?|{_PLACE})"
_LABEL_ONLY = re.compile(_LABEL, re.VERBOSE)
_LABEL_PARTS = re.compile(
    rf"(?:(?P<order>приказ)(?:[ ](?P<place1>{_PLACE}))?"
    rf"|(?:(?P<regulation>положение)|прил\.[ ](?P<annex>{_INT})(?:[ ]к[ ](?P<of>приказу|положению))?)"
    rf"(?:,[ ](?P<place2>{_PLACE}))?"
    rf"|(?P<place3>{_PLACE}))"
)
_NUMBER_PARTS = re.compile(rf"(?P<steps>{_INT}(?:\.{_INT})*(?:\.[а-яё])?)(?:\#(?P<nth>{_INT}))?")


class CitationError(ValueError):
    """A text is no citation."""


class Document(Enum):
    """Which document of the act a label lies in."""

    REGULATION = "regulation"
    ORDER = "order"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number as its steps, `("13", "3", "а")`; `nth` counts places of the same number from 1."""

    steps: tuple[str, ...]
    nth: int = 1

    def __str__(self) -> str:
        return ".".join(self.steps) + (f"#{self.nth}" if self.nth > 1 else "")


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart.

    Attributes:
        document: the order, the Положение or an annex.
        annex: number of the annex, 0 for the other two.
        of: `"order"` or `"regulation"`, what the annex belongs to; empty where the label does not say.
        numbers: the clause and, after it, the numbers of a table's rows.
        roman: a Roman section number, or empty.
        row: the counted row of the roadmap, or 0.
        part: one of `PARTS`, or empty.
    """

    document: Document
    annex: int = 0
    of: str = ""
    numbers: tuple[Number, ...] = ()
    roman: str = ""
    row: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an act: a label, and the first and last words of the cited text.

    `label` is empty where the subject's first one holds; `head` is empty for a bare label; `tail` is empty
    where `head` is the whole text.
    """

    label: str
    head: str = ""
    tail: str = ""

    def __str__(self) -> str:
        if not self.head:
            return self.label
        quote = f"«{self.head} … {self.tail}»" if self.tail else f"«{self.head}»"
        return f"{self.label} {quote}" if self.label else quote


def parse_citation(text: str) -> Citation:
    """Read one citation.

    Raises:
        CitationError: when `text` does not follow the grammar.
    """
    label, opening, quote = text.partition("«")
    if not opening:
        _check_label(text)
        return Citation(text)
    if label:
        if not label.endswith(" "):
            raise CitationError(text)
        label = label[:-1]
        _check_label(label)
    if not quote.endswith("»"):
        raise CitationError(text)
    head, _, tail = quote[:-1].partition(" … ")
    if not head or "…" in head or "…" in tail or (" … " in quote and not tail):
        raise CitationError(text)
    return Citation(label, head, tail)


@cache
def _check_label(label: str) -> None:
    if _LABEL_ONLY.fullmatch(label) is None:
        raise CitationError(label)


def parse_label(label: str) -> Label:
    """Take the label of a parsed citation apart.

    Raises:
        CitationError: when `label` does not follow the grammar.
    """
    match = _LABEL_PARTS.fullmatch(label)
    if match is None:
        raise CitationError(label)
    place = match["place1"] or match["place2"] or match["place3"] or ""
    if match["order"]:
        return _placed(place, Document.ORDER, 0, "")
    if match["annex"]:
        of = {"приказу": "order", "положению": "regulation"}.get(match["of"] or "", "")
        return _placed(place, Document.ANNEX, int(match["annex"]), of)
    return _placed(place, Document.REGULATION, 0, "")


def _placed(place: str, document: Document, annex: int, of: str) -> Label:
    if not place or place in PARTS:
        return Label(document, annex, of, part=place)
    if place.startswith("строка "):
        return Label(document, annex, of, row=int(place.removeprefix("строка ")))
    if place[0] in "IVX":
        return Label(document, annex, of, roman=place)
    return Label(document, annex, of, numbers=tuple(_number(step) for step in place.split("/")))


def _number(text: str) -> Number:
    match = _NUMBER_PARTS.fullmatch(text)
    assert match is not None  # the grammar has already matched
    return Number(tuple(match["steps"].split(".")), int(match["nth"] or 1))
