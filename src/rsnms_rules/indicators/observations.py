"""One observation, one rejected row, one remark; and the periods that observations are made for."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rsnms_rules.i18n import Message


@dataclass(frozen=True, slots=True)
class ObservedPeriod:
    """The days that an observation is about, both included, and how the table writes them."""

    first: date
    last: date
    text: str

    @property
    def year(self) -> int | None:
        """The calendar year, where the period is a whole one."""
        return self.first.year if re.fullmatch(r"\d{4}", self.text) else None


@dataclass(frozen=True, slots=True)
class Observation:
    """A measured value.

    Attributes:
        row: its row in the table. `indicator`: id. `territory`: empty for the whole territory of the act.
        value: as given; None where counts or `done` stand in its place. `with_unit`: it was written with «%».
        numerator, denominator: counts, both or none. `done`: for milestones. `as_of`: day of the state observed.
    """

    row: int
    indicator: str
    period: ObservedPeriod
    territory: str
    value: Decimal | None
    with_unit: bool
    numerator: Decimal | None
    denominator: Decimal | None
    done: bool | None
    as_of: date | None

    @property
    def day(self) -> date:
        """The day that the observation is dated: `as_of`, or the last day of its period."""
        return self.as_of or self.period.last


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not used: which column is to blame, what it holds, and why."""

    row: int
    column: str
    value: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a row that was used but should be looked at."""

    row: int
    message: Message


_PERIOD = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?")


def parse_period(text: str) -> ObservedPeriod | None:
    """Read `YYYY`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-MM` or `YYYY-MM-DD`; None where it is none of these."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return None
    year, quarter, half, month, day = match.groups()
    first, months = 1, 12
    if quarter:
        first, months = 3 * int(quarter) - 2, 3
    elif half:
        first, months = 6 * int(half) - 5, 6
    elif month:
        first, months = int(month), 1
    try:
        start = date(int(year), first, int(day or 1))
        end = start if day else _month_end(int(year), first + months - 1)
    except ValueError:
        return None
    return ObservedPeriod(start, end, text)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
