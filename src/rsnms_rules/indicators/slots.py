"""In which periods a target is judged, and which observation counts for each (DESIGN 4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from rsnms_rules.indicators.aggregate import Value
from rsnms_rules.indicators.observations import ObsPeriod, parse_period
from rsnms_rules.model.indicator import Target
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import Every


@dataclass(frozen=True, slots=True)
class Slot:
    """A target in one period.

    Attributes:
        name: how results call it.
        last: the day from which on it is judged; None for an undated target.
        period: the period whose value counts; None where the latest one by `last` does.
    """

    name: str
    last: date | None
    period: ObsPeriod | None


def act_year(regulation: RegulationFile) -> int | None:
    """The year in which the act came into force, as far as the file knows: from its date on unless it says a day."""
    in_force = regulation.act.in_force
    if in_force is not None and isinstance(in_force.from_, date):
        return in_force.from_.year
    return regulation.act.date.year if isinstance(regulation.act.date, date) else None


def slots(regulation: RegulationFile, target: Target, values: tuple[Value, ...], as_of: date) -> Iterator[Slot]:
    """The periods of a target; a repeated one has one for each that began by `as_of`, and at least its first."""
    if target.period is not None:
        yield _slot(str(target.period))
    elif (day := target.by or target.as_of) is not None:
        yield Slot(day.isoformat(), day, None)
    elif target.every is not None:
        yield from _series(regulation, target, target.every, values, as_of)
    elif target.undated:
        yield Slot("undated", None, None)
    else:
        yield Slot("", None, None)


def _series(
    regulation: RegulationFile, target: Target, every: Every, values: tuple[Value, ...], as_of: date
) -> Iterator[Slot]:
    observed = min((value.period.first.year for value in values), default=as_of.year)
    start = target.from_ or act_year(regulation) or observed
    end = max(start, as_of.year)
    if target.until is not None:
        end = min(end, target.until)
    for year in range(min(start, end), end + 1):
        for index, part in enumerate(_parts(every)):
            slot = _slot(f"{year}{part}")
            first_of_all = year == start and index == 0
            if first_of_all or (slot.period is not None and slot.period.first <= as_of):
                yield slot


def _parts(every: Every) -> tuple[str, ...]:
    match every:
        case Every.YEAR:
            return ("",)
        case Every.HALF_YEAR:
            return ("-H1", "-H2")
        case Every.QUARTER:
            return ("-Q1", "-Q2", "-Q3", "-Q4")
        case Every.MONTH:
            return tuple(f"-{month:02}" for month in range(1, 13))
        case _:
            assert_never(every)


def _slot(name: str) -> Slot:
    period = parse_period(name)
    assert period is not None  # years of the model are years of observations
    return Slot(name, period.last, period)


def is_known(value: Value, as_of: date) -> bool:
    """Whether a value can be known by the day of judgement: dated by it, or of a period that has begun."""
    return (value.day if value.dated else value.period.first) <= as_of


def counting(slot: Slot, values: tuple[Value, ...], as_of: date) -> tuple[Value, ...]:
    """The observations that fit a slot, the one that counts last; `values` are in the order of `aggregate`.

    For a `period` or `every` target only a value of that very period counts. Of several values for one day the one
    about the longest period does.
    """
    if slot.period is not None:
        edges = (slot.period.first, slot.period.last)
        return tuple(value for value in values if (value.period.first, value.period.last) == edges)
    if slot.last is not None:
        last = slot.last
        return tuple(value for value in values if value.day.year == last.year and value.day <= last)
    return tuple(value for value in values if is_known(value, as_of))
