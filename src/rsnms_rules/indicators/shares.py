"""Shares and averages: quotients of counts, and percent values that look like fractions of one (DESIGN 4.4, 4.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rsnms_rules.errors import InvalidObservations
from rsnms_rules.i18n import N_, message
from rsnms_rules.indicators.observations import Observation, Remark
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.vocabulary import Unit


def is_share(indicator: Indicator) -> bool:
    """Whether its values are quotients, which do not add up: a percentage, or an average per something."""
    return indicator.unit is Unit.PERCENT or indicator.per is not None


def quotient(items: Sequence[Observation], indicator: Indicator) -> Fraction:
    """Sum of numerators over sum of denominators, exact; in percent for a percent indicator."""
    top = sum((Fraction(item.numerator) for item in items if item.numerator is not None), Fraction(0))
    bottom = sum((Fraction(item.denominator) for item in items if item.denominator is not None), Fraction(0))
    return (100 if indicator.unit is Unit.PERCENT else 1) * top / bottom


def remarks(indicator: Indicator, observations: Sequence[Observation], file: str) -> Iterator[Remark]:
    """Tell percent values at most 1, which may be fractions, and those above 100.

    Raises:
        InvalidObservations: the indicator has two or more values, all at most 1, not all zero, none with «%» or counts.
    """
    if indicator.unit is not Unit.PERCENT:
        return
    ready = [item for item in observations if item.numerator is None and item.value is not None and not item.unit_given]
    low = [item for item in ready if item.value is not None and 0 < item.value <= 1]
    small = [item for item in ready if item.value is not None and item.value <= 1]
    if low and len(observations) == len(small) > 1:
        text = N_("All values of «{id}» are at most 1 (rows {rows}): write 31 for 31 %, add «%», or give counts.")
        rows = ", ".join(str(row) for row in sorted(item.row for item in small))
        said = message(text, id=indicator.id, rows=rows)
        raise InvalidObservations(file, message("{file}: {what}", file=file, what=said))
    told = message(N_("a percent value of at most 1 is read as it stands, not as a fraction of 100 %"))
    yield from (Remark(item.row, told) for item in low)
    over = message(N_("a percent value above 100 is read as it stands"))
    yield from (Remark(item.row, over) for item in observations if item.value is not None and item.value > 100)
