"""Answers to questions as paragraphs: headings flush left, clauses indented below the duty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from rsnms_rules.i18n import Message
from rsnms_rules.questions.base import Quote
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import BOLD, DIM, painted, paragraph


class Readable(Protocol):
    """An answer that knows its sentences."""

    def lines(self, quote: Quote = ...) -> Iterator[tuple[int, Message]]: ...  # noqa: D102


def answer(found: Readable, style: Style) -> str:
    """One answer for a reader."""
    lines = []
    for indent, sentence in found.lines(style.quote):
        code = {0: BOLD, 2: DIM}.get(indent)
        for line in paragraph(str(sentence), style, indent=indent, hanging=2):
            lines.append(painted(line, code, style) if code else line)
    return "\n".join(lines) + "\n"


class OfRegulation(Readable, Protocol):
    """An answer from one regulation."""

    @property
    def regulation(self) -> str: ...  # noqa: D102


def answers(found: Sequence[OfRegulation], style: Style) -> str:
    """Several answers, an empty line between them; those of each regulation under its id where there are several."""
    several = len({item.regulation for item in found}) > 1
    blocks, before = [], ""
    for item in found:
        heading = (
            painted(f"— {item.regulation} —", BOLD, style) + "\n\n" if several and item.regulation != before else ""
        )
        blocks.append(heading + answer(item, style))
        before = item.regulation
    return "\n".join(blocks)
