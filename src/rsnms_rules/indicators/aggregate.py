"""From the observations of one indicator to its values: shares add up from counts (DESIGN 4.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rsnms_rules.i18n import N_, message
from rsnms_rules.indicators.observations import Observation, ObsPeriod, Rejected
from rsnms_rules.indicators.shares import is_share, quotient
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.vocabulary import Unit


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an indicator for the whole territory, one period and the state of one day.

    Attributes:
        period: the days that it is about. `day`: the day of the state observed.
        dated: whether a row says that day; else it is the last one of the period.
        number: exact, in the unit of the indicator. `done`: for milestones.
        rows: the rows that it rests on. `territories`: how many were added up, 0 for a row of the whole.
    """

    period: ObsPeriod
    day: date
    dated: bool
    number: Fraction | None
    done: bool | None
    rows: tuple[int, ...]
    territories: int


@dataclass(frozen=True, slots=True)
class Aggregated:
    """The values of one indicator, by day and then by length of the period, and the rows that do not add up."""

    values: tuple[Value, ...]
    rejected: tuple[Rejected, ...]


def aggregate(indicator: Indicator, observations: Iterable[Observation]) -> Aggregated:
    """Form the values of one indicator; in each period a row of the whole territory comes before rows of its parts."""
    groups: dict[str, list[Observation]] = {}
    for item in observations:
        groups.setdefault(item.period.text, []).append(item)
    values: list[Value] = []
    rejected: list[Rejected] = []
    for group in groups.values():
        whole = [item for item in group if not item.territory]
        refused = [] if whole else list(_refused(indicator, group))
        rejected += refused
        if whole:
            values += [_value(indicator, [item], item.day, territories=0) for item in whole]
        elif not refused:
            values += [_value(indicator, items, day, territories=len(items)) for day, items in _states(group)]
    return Aggregated(
        tuple(sorted(values, key=lambda value: (value.day, value.period.days))),
        tuple(sorted(rejected, key=lambda item: item.row)),
    )


def _refused(indicator: Indicator, group: list[Observation]) -> Iterator[Rejected]:
    """Rows of parts of the territory that cannot be added up, all of the group with one reason."""
    if indicator.unit is Unit.MILESTONE:
        reason = message(N_("A milestone of the whole cannot be told from its parts: leave territory empty."))
        yield from (Rejected(item.row, "territory", item.territory, reason) for item in group)
    elif is_share(indicator) and any(item.numerator is None for item in group):
        mixed = any(item.numerator is not None for item in group)
        reason = message(
            N_("Counts and ready shares are mixed in one aggregate: give numerator and denominator everywhere.")
            if mixed
            else N_("Shares of territories do not add up: give numerator and denominator.")
        )
        for item in group:
            found = "" if item.value is None else f"{item.value:f}"
            yield Rejected(item.row, "value", found, reason)


def _states(group: list[Observation]) -> Iterator[tuple[date, list[Observation]]]:
    """The days from which every territory of the group is observed, each with the latest row of every territory.

    A day on which only some had reported would pass the sum of a few districts off as the region's.
    """
    parts: dict[str, list[Observation]] = {}
    for item in sorted(group, key=lambda item: item.day):
        parts.setdefault(item.territory, []).append(item)
    complete = max(items[0].day for items in parts.values())
    for day in sorted({item.day for item in group if item.day >= complete}):
        yield day, [[item for item in items if item.day <= day][-1] for items in parts.values()]


def _value(indicator: Indicator, items: list[Observation], day: date, *, territories: int) -> Value:
    number: Fraction | None = None
    if indicator.unit is not Unit.MILESTONE:
        counted = items[0].numerator is not None
        number = quotient(items, indicator) if counted else _sum(items)
    return Value(
        period=items[0].period,
        day=day,
        dated=any(item.as_of is not None for item in items),
        number=number,
        done=items[0].done,
        rows=tuple(sorted(item.row for item in items)),
        territories=territories,
    )


def _sum(items: list[Observation]) -> Fraction:
    return sum((Fraction(item.value) for item in items if item.value is not None), Fraction(0))
