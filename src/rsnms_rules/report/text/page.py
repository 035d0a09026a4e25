"""Paragraphs and tables of a given width; colour only where it is wanted."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from io import StringIO

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
        for part in text.splitlines() or [""]
        for line in textwrap.wrap(
            part,
            max(style.width, 30),
            initial_indent=first,
            subsequent_indent=first + " " * hanging,
            break_on_hyphens=False,
        )
    ]
    return lines or [first]


def table(
    head: Iterable[str], rows: Iterable[Iterable[str]], style: Style, *, right: frozenset[int] = frozenset()
) -> str:
    """A table as wide as the page at most; long cells are broken into lines. `right`: columns set flush right."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    built = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1))
    for index, name in enumerate(head):
        built.add_column(Text(name), justify="right" if index in right else "left", overflow="fold")
    for row in rows:
        built.add_row(*(Text.from_ansi(cell) for cell in row))
    stream = StringIO()
    console = Console(
        file=stream,
        width=style.width,
        force_terminal=style.colour,
        color_system="standard" if style.colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(built)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"
