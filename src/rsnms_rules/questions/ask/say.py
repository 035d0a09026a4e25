"""Targets, dates and lists in words."""

from __future__ import annotations

from datetime import date

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.indicator import Indicator, Required, Target
from rsnms_rules.model.measure import Due
from rsnms_rules.model.vocabulary import Unit

SIGNS = {Unit.PERCENT: " %", Unit.COUNT: "", Unit.PERSONS: N_(" people"), Unit.MILESTONE: ""}


def said(text: str) -> Message:
    """Words of the file as a message."""
    return message("{text}", text=text)


def joined(parts: list[Message], by: str = "; ") -> Message:
    """Messages one after another."""
    if not parts:
        return said("—")
    return message(by.join(f"{{p{n}}}" for n in range(len(parts))), **{f"p{n}": part for n, part in enumerate(parts)})


def day(when: date) -> Message:
    """A day as Russian papers write it."""
    return said(f"{when:%d.%m.%Y}")


def bound(required: Required, unit: Unit | None) -> Message:
    """What is required: at least, at most, or done."""
    sign = message(SIGNS[unit]) if unit else said("")
    parts = []
    if required.at_least is not None:
        parts.append(message(N_("at least {value}{unit}"), value=_number(required.at_least), unit=sign))
    if required.at_most is not None:
        parts.append(message(N_("at most {value}{unit}"), value=_number(required.at_most), unit=sign))
    if required.done:
        parts.append(message(N_("done")))
    return joined(parts, ", ")


def _number(value: object) -> str:
    return f"{value}".replace(".", ",")


def when(target: Target) -> Message:
    """In which period a target is to be reached."""
    if target.text:
        return said(target.text)
    if target.by:
        return message(N_("by {day}"), day=day(target.by))
    if target.as_of:
        return message(N_("as of {day}"), day=day(target.as_of))
    if target.period:
        return message(N_("in {year}"), year=str(target.period))
    if target.every:
        return message(target.every.english)
    return message(N_("no date is given"))


def targets(indicator: Indicator, years: tuple[int, ...] = ()) -> Message:
    """The targets of an indicator, of the named years where there are such."""
    if indicator.targets is None:
        return message(N_("the act sets no target"))
    chosen = [target for target in indicator.targets if not years or holds_in(target, years)]
    return joined(
        [message("{when}: {bound}", when=when(t), bound=bound(t, indicator.unit)) for t in chosen or indicator.targets]
    )


def holds_in(target: Target, years: tuple[int, ...]) -> bool:
    """Whether a target is one of these years; a yearly one holds in all that it covers, an undated one in any."""
    if target.every:
        return any((target.from_ or year) <= year <= (target.until or year) for year in years)
    last = target.last
    return last is None or last.year in years


def due(when: Due | None) -> Message:
    """When a measure is due."""
    if when is None:
        return message(N_("the act gives no date"))
    if when.text:
        return said(when.text)
    parts = [message(when.every.english)] if when.every else []
    parts += [message(N_("by {day}"), day=day(when.by))] if when.by else []
    parts += [said(str(period)) for period in when.at]
    return joined(parts, ", ")
