"""Workbooks: every cell is text or a number, never a formula, whatever the acts say."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rsnms_rules.report.extras import need

_MADE = datetime(2000, 1, 1)
_TALLEST = 409
"""Greatest height of a row in points."""
_LIMIT = 32_767
"""Most characters that a cell of a workbook holds (ECMA-376, and Excel's own limit)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: a name of at most 31 characters, headings, widths of the columns in characters, and rows of cells.

    `marks` gives a row a colour by the number of its column: `marks[row][column]` is a name of `COLOURS` or empty.
    """

    name: str
    head: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[str | int]]
    marks: Sequence[Sequence[str]] = ()


COLOURS = {"no": "#F4D7D5", "unknown": "#E6E6E6", "yes": ""}


def workbook(title: str, sheets: Iterable[Sheet]) -> bytes:
    """A workbook as bytes, the same for the same input; headings stay in sight and can be filtered.

    Raises:
        MissingExtra: XlsxWriter is not installed.
    """
    xlsxwriter = need("xlsxwriter", "xlsx")
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": _MADE})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDE6F0", "border": 1})
    styles = {
        name: book.add_format(
            {"text_wrap": True, "valign": "top", "border": 1, **({"bg_color": colour} if colour else {})}
        )
        for name, colour in {**COLOURS, "": ""}.items()
    }
    for sheet in sheets:
        page = book.add_worksheet(sheet.name[:31])
        page.freeze_panes(1, 1)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        for column, (name, width) in enumerate(zip(sheet.head, sheet.widths, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, name, head)
        for number, cells in enumerate(sheet.rows, 1):
            page.set_row(number, _height(cells, sheet.widths))
            for column, cell in enumerate(cells):
                mark = sheet.marks[number - 1][column] if sheet.marks else ""
                if isinstance(cell, int):
                    page.write_number(number, column, cell, styles[mark])
                else:
                    page.write_string(number, column, _cut(cell), styles[mark])
        page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.head) - 1)
    book.close()
    return out.getvalue()


def _height(cells: Sequence[str | int], widths: Sequence[int]) -> int:
    """Points that a row takes: not every program fits wrapped text by itself."""
    lines = [
        sum(max(1, -(-len(line) // width)) for line in str(cell).split("\n"))
        for cell, width in zip(cells, widths, strict=True)
    ]
    return min(15 * max(lines), _TALLEST)


def _cut(text: str) -> str:
    return text if len(text) <= _LIMIT else text[: _LIMIT - 1] + "…"
