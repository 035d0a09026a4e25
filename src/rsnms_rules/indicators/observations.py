"""One observation, one rejected row, one remark; and the periods that observations are made for."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rsnms_rules.i18n import Message


@dataclass(frozen=True, slots=True)
class ObsPeriod:
    """The days that an observation is about, both included, and how the table writes them."""

    first: date
    last: date
    text: str

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Observation:
    """A measured value.

    Attributes:
        row: its row in the table, the head being row 1.
        regulation, indicator: ids.
        period: the days that it is about.
        value: as given; None where counts or `done` stand in its place.
        unit_given: the value was written with «%».
        territory: empty for the whole territory of the act.
        numerator, denominator: counts, both or none.
        done: for milestones.
        as_of: day of the state observed.
        source: where the figure comes from, in the words of the table.
    """

    row: int
    regulation: str
    indicator: str
    period: ObsPeriod
    value: Decimal | None
    unit_given: bool
    territory: str
    numerator: Decimal | None
    denominator: Decimal | None
    done: bool | None
    as_of: date | None
    source: str

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


_PERIOD = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|H([12])|([0-9]{2})(?:-([0-9]{2}))?))?")
YEARS = range(1900, 2201)
"""The years that a regulation file may name too."""


def parse_period(text: str) -> ObsPeriod | None:
    """Read `YYYY`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-MM` or `YYYY-MM-DD`; None where it is none of these."""
    match = _PERIOD.fullmatch(text)
    if match is None or int(match[1]) not in YEARS:
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
    return ObsPeriod(start, end, text)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
