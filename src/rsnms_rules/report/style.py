"""How an output looks: the width of the page, colour or not, and the act's own words where its text is at hand."""

from __future__ import annotations

from dataclasses import dataclass

from rsnms_rules.questions.base import Quote, no_quote


@dataclass(frozen=True, slots=True)
class Style:
    """`width` in columns; `colour`: ANSI colours; `quote`: from a citation to the act's words."""

    width: int = 80
    colour: bool = False
    quote: Quote = no_quote
