"""A target judged: its status, the value, what is lacking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rsnms_rules.i18n import N_, Message
from rsnms_rules.model.indicator import Indicator, Target
from rsnms_rules.model.vocabulary import Vocabulary


class Status(Vocabulary):
    """The statuses of DESIGN 4.2."""

    MET = "met", N_("met")
    MISSED = "missed", N_("missed")
    PENDING = "pending", N_("pending")
    NO_DATA = "no-data", N_("no data")
    NO_TARGET = "no-target", N_("no target set")
    UNKNOWN = "unknown", N_("unknown")


@dataclass(frozen=True, slots=True)
class Slot:
    """A target in one period. `name` is how results call it; judged from `last` on, `year` where one year counts."""

    name: str
    last: date | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Result:
    """A target of an indicator, judged as of a day.

    Attributes:
        indicator: id, or empty for a part of the text that is missing. `subject`: the indicator's model, if any.
        period: the target's period: a year, a day, or `undated`; empty without a target.
        territory: the indicator's own territory, or None for the act's whole one.
        value: exact, in the unit of the target; None without one. `done`: for milestones.
        gap: what is lacking to the target in its unit: positive when missed, zero or negative when met.
        notes: what the reader should know. `rows`: the rows of the observations that it rests on.
    """

    regulation: str
    indicator: str
    subject: Indicator | None
    period: str
    territory: str | None
    status: Status
    target: Target | None
    value: Fraction | None
    done: bool | None
    gap: Fraction | None
    cite: tuple[str, ...]
    notes: tuple[Message, ...]
    rows: tuple[int, ...]


def lacking(target: Target, value: Fraction) -> Fraction:
    """What `value` lacks to reach `target`: the greater lack where the target has two bounds."""
    gaps = []
    if target.at_least is not None:
        gaps.append(Fraction(target.at_least) - value)
    if target.at_most is not None:
        gaps.append(value - Fraction(target.at_most))
    return max(gaps)
