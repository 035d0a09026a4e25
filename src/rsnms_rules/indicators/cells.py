"""One cell of a row: text to a number, a truth value, a day; and why a row cannot be used."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.indicators.observations import ObsPeriod, parse_period
from rsnms_rules.model.types import MAX_DIGITS, parse_day

_NUMBER = re.compile(r"-?([0-9]+)(?:[.,]([0-9]+))?\s*(%?)")
_TRUTH = {"true": True, "да": True, "yes": True, "1": True, "false": False, "нет": False, "no": False, "0": False}

Cells = Mapping[str, str]


class RejectedError(Exception):
    """A row cannot be used; carries the column and the reason."""

    def __init__(self, column: str, reason: Message) -> None:
        super().__init__(column, reason)
        self.column = column
        self.reason = reason


def check_known(column: str, name: str, names: Collection[str]) -> None:
    """Refuse an id that is not among `names`, with the nearest one."""
    if not name:
        raise RejectedError(column, message(N_("The cell is empty.")))
    if name not in names:
        near = get_close_matches(name, sorted(names), n=1)
        hint: Message | str = message(N_("Did you mean «{word}»?"), word=near[0]) if near else ""
        raise RejectedError(column, message(N_("«{name}» is unknown. {hint}"), name=name, hint=hint))


def number(cells: Cells, column: str) -> tuple[Decimal | None, bool]:
    """A number with a decimal point or comma, and whether it was written with «%»; None in an empty cell."""
    text = cells.get(column, "")
    if not text:
        return None, False
    match = _NUMBER.fullmatch(text)
    if match is None or (match[3] and column != "value"):
        raise RejectedError(
            column, message(N_("«{found}» is no number; write 29.5 or 29,5 without spaces."), found=text)
        )
    if len(match[1]) + len(match[2] or "") > MAX_DIGITS:
        raise RejectedError(column, message(N_("«{found}» has too many digits."), found=text))
    sign = "-" if text.startswith("-") else ""
    return Decimal(f"{sign}{match[1]}.{match[2] or 0}" if match[2] else f"{sign}{match[1]}"), bool(match[3])


def truth(cells: Cells) -> bool | None:
    """The cell `done`; None when it is empty."""
    text = cells.get("done", "")
    if not text:
        return None
    if text.lower() not in _TRUTH:
        raise RejectedError("done", message(N_("«{found}» is neither yes nor no; write да or нет."), found=text))
    return _TRUTH[text.lower()]


def period_and_day(cells: Cells) -> tuple[ObsPeriod, date | None]:
    """The cells `period` and `as_of`; a state cannot be observed before its period begins."""
    found = cells.get("period", "")
    period = parse_period(found)
    if period is None:
        text = N_("«{found}» is no period; write 2023, 2023-Q1, 2023-H1, 2023-06 or 2023-06-30.")
        raise RejectedError("period", message(text, found=found))
    as_of = _day(cells.get("as_of", ""))
    if as_of is not None and as_of < period.first:
        raise RejectedError("as_of", message(N_("The day lies before the period {period}."), period=period.text))
    return period, as_of


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        if text.isascii():
            return parse_day(text)
    except ValueError:
        pass
    raise RejectedError("as_of", message(N_("«{found}» is no day; write 2023-12-31."), found=text))
