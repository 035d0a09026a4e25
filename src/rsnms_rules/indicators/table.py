"""Observations as a table of text: CSV as people and Excel write it, or records from Python."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from numbers import Integral, Real

from rsnms_rules.errors import InvalidObservations
from rsnms_rules.i18n import N_, Message, message

REQUIRED = ("regulation", "indicator", "period", "value")
OPTIONAL = ("territory", "numerator", "denominator", "done", "as_of", "source")
COLUMNS = (*REQUIRED, *OPTIONAL)
DELIMITERS = (";", "\t", ",")
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet counts (the head is row 1), its cells by column in the head's order.

    `extra` holds cells beyond the head's columns, which make the row useless.
    """

    number: int
    cells: Mapping[str, str]
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of observations; `file` names it in messages."""

    file: str
    rows: tuple[Row, ...]


def _refuse(file: str, template: str, **args: str | int) -> InvalidObservations:
    return InvalidObservations(file, message("{file}: {what}", file=file, what=message(template, **args)))


def read_csv(data: str | bytes, file: str) -> Table:
    """Read a CSV file with a head; the delimiter is a semicolon, a tab or a comma.

    Raises:
        InvalidObservations: the file is refused as a whole: encoding, size, no rows, a column missing or unknown.
    """
    text = _decoded(data, file)
    first = next((line for line in text.split("\n") if line.strip()), "")
    delimiter = next((mark for mark in DELIMITERS if mark in first), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        records = list(reader)
    except csv.Error:  # its English words are not shown: all its causes are quotation marks, or what follows from them
        found = N_("Line {line} cannot be read as CSV; look for a quotation mark that is left open.")
        raise _refuse(file, found, line=reader.line_num) from None
    filled = [(number, record) for number, record in enumerate(records, 1) if any(cell.strip() for cell in record)]
    if not filled:
        raise _refuse(file, N_("The file is empty; it needs the columns {columns}."), columns=", ".join(REQUIRED))
    head = [cell.strip().lower() for cell in filled[0][1]]
    while not head[-1]:  # spreadsheets write delimiters for columns that were used once
        head.pop()
    _check_head(head, file)
    return Table(file, tuple(_row(number, head, record) for number, record in filled[1:]))


def _decoded(data: str | bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        raise _refuse(file, N_("The file has more than {limit} bytes."), limit=MAX_BYTES)
    if isinstance(data, bytes):
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise _refuse(file, N_("The file is encoded in UTF-16; save it as CSV UTF-8."))
        if data.startswith(b"PK\x03\x04"):
            raise _refuse(file, N_("The file is a workbook (XLSX), not CSV; save it as CSV UTF-8."))
        if b"\0" in data[:2]:
            raise _refuse(file, N_("The file is encoded in UTF-16; save it as CSV UTF-8."))
        try:
            data = data.decode("utf-8")
        except UnicodeDecodeError:
            raise _refuse(file, N_("The file is not UTF-8 (it looks like cp1251); save it as CSV UTF-8.")) from None
    if "\0" in data:
        raise _refuse(file, N_("The file contains zero bytes; it is no CSV."))
    return data.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _check_head(head: list[str], file: str) -> None:
    for name in head:
        if name not in COLUMNS:
            near = get_close_matches(name, COLUMNS, n=1)
            hint: Message | str = message(N_("Did you mean «{word}»?"), word=near[0]) if near else ""
            known = ", ".join(COLUMNS)
            text = message(N_("Unknown column «{name}»; known: {known}. {hint}"), name=name, known=known, hint=hint)
            raise InvalidObservations(file, message("{file}: {what}", file=file, what=text))
        if head.count(name) > 1:
            raise _refuse(file, N_("Column «{name}» stands twice."), name=name)
    missing = [name for name in REQUIRED if name not in head]
    if missing:
        raise _refuse(file, N_("Columns are missing: {names}."), names=", ".join(missing))


def _row(number: int, head: list[str], record: list[str]) -> Row:
    cells = {name: cell.strip() for name, cell in zip(head, record, strict=False)}
    return Row(number, cells, tuple(cell for cell in record[len(head) :] if cell.strip()))


def from_records(records: Iterable[Mapping[str, object]], file: str = "<records>") -> Table:
    """Take rows from Python: text, whole numbers, `Decimal`, dates and truth values.

    Raises:
        InvalidObservations: a column is missing or unknown, or a value is a binary float, which is not exact.
    """
    rows = []
    for number, record in enumerate(records, 2):
        names = [str(name) for name in record]
        _check_head(names if "value" in names else [*names, "value"], file)  # rows of counts need not name it
        rows.append(Row(number, {str(name): _cell(value, number, str(name), file) for name, value in record.items()}))
    return Table(file, tuple(rows))


def _cell(value: object, number: int, name: str, file: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Integral):  # also the integers of numpy
        return str(int(value))
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, date):
        return value.isoformat()
    found = (
        N_("Row {row}, column {name}: {kind} is not exact; use text or Decimal.")
        if isinstance(value, Real)
        else N_("Row {row}, column {name}: {kind} cannot be read; use text, int, Decimal, date or bool.")
    )
    raise _refuse(file, found, row=number, name=name, kind=type(value).__name__)
