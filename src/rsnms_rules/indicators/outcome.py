"""A target judged: its status, the value, what is lacking."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rsnms_rules.i18n import N_, Message, language, message, translate
from rsnms_rules.indicators.quantity import shown
from rsnms_rules.model.indicator import Indicator, Target
from rsnms_rules.model.vocabulary import Unit, Vocabulary

_UNITS = {
    Unit.PERCENT: N_("{number} %"),
    Unit.COUNT: N_("{number} units"),
    Unit.PERSONS: N_("{number} people"),
    Unit.MILESTONE: "{number}",
}
_GAPS = {**_UNITS, Unit.PERCENT: N_("{number} percentage points")}


class Status(Vocabulary):
    """The statuses of DESIGN 4.2."""

    MET = "met", N_("met")
    MISSED = "missed", N_("missed")
    PENDING = "pending", N_("pending")
    NO_DATA = "no-data", N_("no data")
    NO_TARGET = "no-target", N_("no target set")
    UNKNOWN = "unknown", N_("unknown")


@dataclass(frozen=True, slots=True)
class Result:
    """A target of an indicator, judged as of a day.

    Attributes:
        regulation: id.
        indicator: id, or empty for a part of the text that is missing. `subject`: the indicator's model, if any.
        period: the target's period: a year (a part of one for `every: quarter` and the like), a day, or `undated`;
            empty without a target.
        territory: the indicator's own territory, or None for the act's whole one.
        status: one of the six.
        target: as in the file; None without one.
        value: exact, in the unit of the target; None without one. `done`: for milestones.
        gap: what is lacking to the target in its unit: positive when missed, zero or negative when met, None when it
            is not judged. Of two bounds the one that is missed by more counts.
        cite: where the act says it.
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

    @property
    def unit(self) -> Unit | None:
        """The unit of target, value and gap; None where the indicator itself is missing in the text."""
        return self.subject.unit if self.subject is not None else None

    @property
    def requirement(self) -> str:
        """What the target demands, in the current language; empty without a target."""
        if self.target is None:
            return ""
        parts = []
        if self.target.at_least is not None:
            parts.append(message(N_("at least {value}"), value=self._in_unit(Fraction(self.target.at_least))))
        if self.target.at_most is not None:
            parts.append(message(N_("at most {value}"), value=self._in_unit(Fraction(self.target.at_most))))
        if self.target.done is not None:
            parts.append(message(N_("must be done")))
        return ", ".join(map(str, parts))

    @property
    def told(self) -> Message:
        """Target, value and what is lacking, in words of the current language."""
        gap = self._in_unit(self.gap, gap=True) if self.gap is not None and self.gap > 0 else "—"
        text = N_("target: {target}; observed: {value}; lacking: {gap}")
        return message(text, target=self.requirement, value=self._seen, gap=gap)

    def _in_unit(self, value: Fraction, *, gap: bool = False) -> str:
        """A number with its unit, never printed as a bound that it is not equal to; a decimal comma in Russian."""
        bounds = [Decimal(0)] if gap else list(bounds_of(self.target))
        text = shown(value, against=bounds)
        units = _GAPS if gap else _UNITS
        number = text.replace(".", ",") if language() == "ru" else text
        return str(message(units[self.unit or Unit.COUNT], number=number))

    def __str__(self) -> str:
        parts = [f"{self.status.label}: {self.indicator or '—'}" + (f", {self.period}" if self.period else "")]
        if self.target is not None:
            said = message(N_("target: {target}; observed: {value}"), target=self.requirement, value=self._seen)
            parts.append(str(said))
        if self.gap is not None and self.gap > 0:
            parts.append(str(message(N_("lacking: {gap}"), gap=self._in_unit(self.gap, gap=True))))
        return "; ".join([*parts, *map(str, self.notes)]) + (f" [{'; '.join(self.cite)}]" if self.cite else "")

    @property
    def _seen(self) -> str:
        if self.value is not None:
            return self._in_unit(self.value)
        if self.done is not None:
            return translate(N_("done")) if self.done else translate(N_("not done"))
        return "—"


def bounds_of(target: Target | None) -> tuple[Decimal, ...]:
    """The bounds of a target, the least value first."""
    if target is None:
        return ()
    return tuple(bound for bound in (target.at_least, target.at_most) if bound is not None)


def lacking(target: Target, value: Fraction) -> Fraction:
    """What `value` lacks to reach a target with a bound: the greater lack where it has two."""
    gaps = []
    if target.at_least is not None:
        gaps.append(Fraction(target.at_least) - value)
    if target.at_most is not None:
        gaps.append(value - Fraction(target.at_most))
    return max(gaps)
