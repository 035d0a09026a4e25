"""From the observations of one indicator to one value per period: shares add up from counts (DESIGN 4.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rsnms_rules.i18n import N_, message
from rsnms_rules.indicators.observations import Observation, ObservedPeriod, Rejected
from rsnms_rules.indicators.parse import quotient
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.vocabulary import Unit


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an indicator for the whole territory and one period.

    `rows` are the rows that it rests on; `territories` counts those that were added up, 0 for a row of the whole.
    """

    period: ObservedPeriod
    day: date
    number: Fraction | None
    done: bool | None
    rows: tuple[int, ...]
    territories: int


@dataclass(frozen=True, slots=True)
class Aggregated:
    """The values of one indicator, by day, and the rows that could not be added up."""

    values: tuple[Value, ...]
    rejected: tuple[Rejected, ...]


def aggregate(indicator: Indicator, observations: Iterable[Observation]) -> Aggregated:
    """Form the values of one indicator; a row of the whole territory comes before rows of its parts."""
    groups: dict[tuple[str, date], list[Observation]] = {}
    for item in observations:
        groups.setdefault((item.period.text, item.day), []).append(item)
    values: list[Value] = []
    rejected: list[Rejected] = []
    for group in groups.values():
        whole = [item for item in group if not item.territory]
        if whole:
            values.append(_single(indicator, whole[0]))
            continue
        refused = list(_refused(indicator, group))
        rejected += refused
        if not refused:
            values.append(_sum(indicator, group))
    return Aggregated(tuple(sorted(values, key=lambda value: (value.day, value.period.text))), tuple(rejected))


def _single(indicator: Indicator, item: Observation) -> Value:
    number = None
    if item.numerator is not None:
        number = quotient(item, indicator)
    elif item.value is not None:
        number = Fraction(item.value)
    return Value(item.period, item.day, number, item.done, (item.row,), 0)


def _is_share(indicator: Indicator) -> bool:
    return indicator.unit is Unit.PERCENT or indicator.per is not None


def _refused(indicator: Indicator, group: list[Observation]) -> Iterator[Rejected]:
    """Rows of parts of the territory that cannot be added up, all of the group with one reason."""
    if indicator.unit is Unit.MILESTONE:
        reason = message(N_("A milestone of the whole cannot be told from its parts: leave territory empty."))
        yield from (Rejected(item.row, "territory", item.territory, reason) for item in group)
    elif _is_share(indicator) and any(item.numerator is None for item in group):
        mixed = any(item.numerator is not None for item in group)
        reason = message(
            N_("Counts and ready shares are mixed in one aggregate: give numerator and denominator everywhere.")
            if mixed
            else N_("Shares of territories do not add up: give numerator and denominator.")
        )
        yield from (Rejected(item.row, "value", str(item.value or ""), reason) for item in group)


def _sum(indicator: Indicator, group: list[Observation]) -> Value:
    rows = tuple(item.row for item in group)
    first = group[0]
    if _is_share(indicator):
        top = sum((Fraction(item.numerator) for item in group if item.numerator is not None), Fraction(0))
        bottom = sum((Fraction(item.denominator) for item in group if item.denominator is not None), Fraction(0))
        number = (100 if indicator.unit is Unit.PERCENT else 1) * top / bottom
    else:
        number = sum((Fraction(item.value) for item in group if item.value is not None), Fraction(0))
    return Value(first.period, first.day, number, None, rows, len(group))
