"""Whether an observation fits its indicator: territory, kind of value, unit, counts."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from rsnms_rules.i18n import N_, message
from rsnms_rules.indicators.cells import RejectedError
from rsnms_rules.indicators.observations import Observation
from rsnms_rules.indicators.shares import is_share, quotient
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.vocabulary import Unit


def fitted(item: Observation, indicator: Indicator, region: str) -> Observation:
    """The observation with an empty territory where it is about the whole one.

    Args:
        item: as the table has it.
        indicator: what it is a value of.
        region: name of the act's territory.

    Raises:
        RejectedError: it cannot be a value of this indicator.
    """
    if indicator.territory is not None and item.territory not in {"", indicator.territory}:
        raise RejectedError("territory", message(N_("The indicator is about {own} alone."), own=indicator.territory))
    if item.territory in {indicator.territory, region}:
        item = replace(item, territory="")
    if indicator.unit is Unit.MILESTONE:
        if item.done is None or item.value is not None or item.numerator is not None or item.denominator is not None:
            raise RejectedError("done", message(N_("A milestone is observed by done (да or нет) alone.")))
        return item
    if item.done is not None:
        raise RejectedError("done", message(N_("Only a milestone is observed by done; give a value.")))
    if item.unit_given and indicator.unit is not Unit.PERCENT:
        raise RejectedError("value", message(N_("The indicator is not counted in percent.")))
    if item.value is not None and item.value < 0:
        raise RejectedError("value", message(N_("A value is not negative.")))
    _check_counts(item, indicator)
    return item


def _check_counts(item: Observation, indicator: Indicator) -> None:
    top, bottom = item.numerator, item.denominator
    if (top is None) != (bottom is None):
        column = "numerator" if top is None else "denominator"
        raise RejectedError(column, message(N_("Numerator and denominator go together.")))
    if top is None or bottom is None:
        if item.value is None:
            raise RejectedError("value", message(N_("The row has no value.")))
        return
    if bottom <= 0 or top < 0:
        column = "denominator" if bottom <= 0 else "numerator"
        raise RejectedError(column, message(N_("The denominator is above zero, the numerator not below it.")))
    if not is_share(indicator):
        raise RejectedError("numerator", message(N_("The indicator is a number, not a share: give a value.")))
    if indicator.unit is Unit.PERCENT and top > bottom:
        raise RejectedError("numerator", message(N_("A part is not greater than the whole.")))
    _check_agreement(item, indicator)


def _check_agreement(item: Observation, indicator: Indicator) -> None:
    """A value beside counts must be their quotient, rounded to the digits that the value has."""
    if item.value is None:
        return
    exponent = item.value.as_tuple().exponent
    digits = max(-exponent, 0) if isinstance(exponent, int) else 0
    if abs(Fraction(item.value) - quotient([item], indicator)) > Fraction(1, 2 * 10**digits):
        raise RejectedError("value", message(N_("The value contradicts numerator and denominator.")))
