"""Paragraphs of a given width; colour only where it is wanted."""

from __future__ import annotations

import textwrap

from rsnms_rules.report.style import Style

BOLD, DIM, RED, GREEN, YELLOW = "1", "2", "31", "32", "33"
STEP = 2
"""Columns of one step of indent."""


def painted(text: str, code: str, style: Style) -> str:
    """Wrap `text` in an ANSI colour where the style has colour."""
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour else text


def paragraph(text: str, style: Style, *, indent: int = 0, hanging: int = 0) -> list[str]:
    """Break a text into lines of the page; `indent` in steps, `hanging` more columns from the second line on."""
    first = " " * (STEP * indent)
    lines = [
        line
        for part in text.split("\n")
        for line in textwrap.wrap(
            part,
            max(style.width, 30),
            initial_indent=first,
            subsequent_indent=first + " " * hanging,
            break_on_hyphens=False,
        )
    ]
    return lines or [first]
