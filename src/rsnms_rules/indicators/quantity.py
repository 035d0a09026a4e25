"""Exact quantities and how they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

EXACT_DIGITS = 12
"""Decimals up to which a value that terminates is printed in full."""
ROUNDED_DIGITS = 6
"""Decimals of a value that does not terminate; more where it would read as a bound that it does not reach."""


def shown(value: Fraction | Decimal, *, against: Iterable[Decimal | Fraction] = ()) -> str:
    """Print a quantity as decimal text that lies on the same side of every bound in `against` as the quantity does.

    A value that terminates within `EXACT_DIGITS` decimals is printed exactly, any other one rounded half-even to
    `ROUNDED_DIGITS` decimals or as many more as keep it below, at or above each bound (DESIGN 4.4): what is missed is
    never printed as the target itself, nor as a number beyond it.
    """
    exact = Fraction(value)
    bounds = [Fraction(bound) for bound in against]
    digits = ROUNDED_DIGITS
    if (exact * 10**EXACT_DIGITS).denominator == 1:
        digits = EXACT_DIGITS
    while any(_side(_rounded(exact, digits), bound) != _side(exact, bound) for bound in bounds):
        digits += 1
    return _text(_rounded(exact, digits), digits)


def _side(value: Fraction, bound: Fraction) -> int:
    """-1 below the bound, 0 at it, 1 above it."""
    return (value > bound) - (value < bound)


def _rounded(value: Fraction, digits: int) -> Fraction:
    return Fraction(round(value * 10**digits), 10**digits)


def _text(value: Fraction, digits: int) -> str:
    whole, part = divmod(abs(value.numerator) * 10**digits // value.denominator, 10**digits)
    decimals = f"{part:0{digits}d}".rstrip("0") if digits else ""
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"
