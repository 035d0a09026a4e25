"""The other way round: from a span of words to the shortest citation that resolves to it."""

from __future__ import annotations

import re

from rsnms_rules.model.citation import Citation, CitationError, parse_citation
from rsnms_rules.source.act.resolve import ActText, Span, Status, resolve

_WHOLE = 6
"""A paragraph of at most so many words stands whole."""

_SHORTEST = 3
"""Least number of words in a HEAD or TAIL."""


def cite(act: ActText, label: str, span: Span) -> str:
    """Cite a span inside a place, with as few words as resolve to it alone.

    Where no citation does (the words stand twice in the place), the whole text is quoted; `verify` then says so.
    """
    first, end = _body(act, span), span[1]
    if first >= end:
        return label
    whole = _quote(act, label, (first, end), None)
    if end - first > _WHOLE:
        for length in range(_SHORTEST, (end - first) // 2 + 1):
            citation = _quote(act, label, (first, first + length), (end - length, end))
            if citation is not None and _is(act, citation, span):
                return str(citation)
    return str(whole) if whole is not None else label


def _body(act: ActText, span: Span) -> int:
    """First word after the number that is printed at the beginning of the span."""
    bodies = (marker.body for piece in act.pieces for marker in piece.markers if marker.word == span[0])
    return next(bodies, span[0])


def _quote(act: ActText, label: str, head: Span, tail: Span | None) -> Citation | None:
    words = _clean(act.quote(head)) + (f" … {_clean(act.quote(tail))}" if tail is not None else "")
    try:
        return parse_citation(f"{label} «{words}»".strip())
    except CitationError:
        return None


def _clean(text: str) -> str:
    """Words as a citation prints them: no dots of its own, quotation marks only in pairs."""
    text = re.sub(r"[…\s]+", " ", text).strip(" \t,;:.–—-*#")
    balanced = text.count("«") == text.count("»") and text.find("»") >= text.find("«")
    return text if balanced else re.sub(r"[«»]", "", text).strip()


def _is(act: ActText, citation: Citation, span: Span) -> bool:
    found = resolve(act, citation)
    return found.status is Status.RESOLVED and found.span == span
