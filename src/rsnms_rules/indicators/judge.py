"""One indicator against its targets: a result for each target and period (DESIGN 4.1 to 4.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.indicators.aggregate import Value
from rsnms_rules.indicators.outcome import Result, Status, bounds_of, lacking
from rsnms_rules.indicators.slots import Slot, act_year, counting, is_known, slots
from rsnms_rules.model.indicator import Indicator, Target
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import Every, Extent, Unit


def blank(regulation: RegulationFile, name: str, status: Status, *notes: Message) -> Result:
    """A result without a target."""
    return Result(
        regulation=regulation.id,
        indicator=name,
        subject=None,
        period="",
        territory=None,
        status=status,
        target=None,
        value=None,
        done=None,
        gap=None,
        cite=(),
        notes=notes,
        rows=(),
    )


def lost(regulation: RegulationFile, indicator: Indicator, rows: tuple[int, ...]) -> Result:
    """An indicator whose words are lost in the text: unknown, whatever `rows` observe."""
    note = message(N_("the words of this indicator are lost or break off in the text"))
    return replace(_about(blank(regulation, indicator.id, Status.UNKNOWN, note), indicator), rows=rows)


def _about(result: Result, indicator: Indicator) -> Result:
    cite = tuple(str(place) for place in indicator.cite)
    return replace(result, subject=indicator, territory=indicator.territory, cite=cite)


@dataclass(frozen=True, slots=True)
class Judge:
    """The targets of one indicator, its values, and the day of the judgement."""

    regulation: RegulationFile
    indicator: Indicator
    values: tuple[Value, ...]
    as_of: date

    def results(self) -> Iterator[Result]:
        """The results in the order of the targets, then of the periods."""
        if not self.indicator.targets:
            yield self._untargeted()
        for target in self.indicator.targets or ():
            for slot in slots(self.regulation, target, self.values, self.as_of):
                yield self._judged(target, slot)

    def _untargeted(self) -> Result:
        """Only a complete text sets no target; a lost annex may hold one."""
        text, annexes = self.regulation.text, self.regulation.act.annexes
        whole = not any(entry.of is None and entry.level is None for entry in text.missing)
        if text.extent is Extent.COMPLETE and whole and all(annex.in_text for annex in annexes):
            bare = blank(self.regulation, self.indicator.id, Status.NO_TARGET)
        else:
            note = message(N_("the text at hand is not complete; what is missing may set a target"))
            bare = blank(self.regulation, self.indicator.id, Status.UNKNOWN, note)
        seen = [value for value in self.values if is_known(value, self.as_of)][-1:]
        return self._with(_about(bare, self.indicator), seen[0] if seen else None)

    @staticmethod
    def _with(result: Result, value: Value | None) -> Result:
        if value is None:
            return result
        return replace(result, value=value.number, done=value.done, rows=value.rows)

    def _judged(self, target: Target, slot: Slot) -> Result:
        fitting = counting(slot, self.values, self.as_of)
        value = fitting[-1] if fitting else None
        pending = slot.last is not None and self.as_of < slot.last
        reached, gap = _reached(target, value) if _is_readable(target, self.indicator) else (None, None)
        notes = [*self._notes(target, slot, fitting)]
        if reached is None:
            status = Status.UNKNOWN
            notes.append(message(N_("what the target demands is lost in the text or cannot be judged")))
        elif pending:
            status, gap = Status.PENDING, None
            if reached:
                notes.append(message(N_("the value already reaches the target")))
        elif value is None:
            status = Status.NO_DATA
        else:
            status = Status.MET if reached else Status.MISSED
        result = blank(self.regulation, self.indicator.id, status, *notes)
        cite = tuple(str(place) for place in (target.cite or self.indicator.cite))
        result = replace(_about(result, self.indicator), period=slot.name, target=target, gap=gap, cite=cite)
        return self._with(result, value)

    def _notes(self, target: Target, slot: Slot, fitting: tuple[Value, ...]) -> Iterator[Message]:
        year = slot.last.year if slot.last else None
        begun = act_year(self.regulation)
        if year is not None and begun is not None and year < begun:
            yield message(N_("the target is for a year before the act; judged as written"))
        if not fitting:
            near = [value for value in self.values if year in {value.day.year, value.period.first.year}]
            if near and target.every in {None, Every.YEAR}:
                text = N_("observed only for periods or days that do not count here: rows {rows}")
                yield message(text, rows=_rows(near))
            return
        value = fitting[-1]
        if self.indicator.per is not None:
            yield message(N_("an average per {what}"), what=self.indicator.per)
        if value.territories:
            yield message(N_("added up over territories: {count}"), count=value.territories)
        said = (value.number, value.done)
        others = [item for item in fitting if item.day == value.day and (item.number, item.done) != said]
        if others and target.period is None:
            text = N_("other values of the same day differ: rows {rows}; the one for the longest period counts")
            yield message(text, rows=_rows(others))


def _rows(values: list[Value]) -> str:
    return ", ".join(map(str, sorted(row for value in values for row in value.rows)))


def _is_readable(target: Target, indicator: Indicator) -> bool:
    """Whether the target says what it demands and when, in the indicator's unit."""
    if target.broken or set(target.unread) - {"text"}:
        return False
    dated = target.period or target.by or target.as_of or target.every or target.undated
    if indicator.unit is Unit.MILESTONE:
        return bool(dated) and target.done is True and not bounds_of(target)
    return bool(dated) and target.done is None and bool(bounds_of(target))


def _reached(target: Target, value: Value | None) -> tuple[bool, Fraction | None]:
    """Whether the value reaches the target, and what it lacks; a milestone has no gap."""
    if value is None:
        return False, None
    if value.number is None:
        return value.done is True, None
    gap = lacking(target, value.number)
    return gap <= 0, gap
