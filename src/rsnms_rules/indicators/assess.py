"""Which indicators miss their target, by how much, as of when? Which cannot be judged, and why?

The meanings are those of DESIGN section 4.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rsnms_rules.errors import InvalidObservations
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.indicators.aggregate import Value, aggregate
from rsnms_rules.indicators.observations import Observation, Rejected, Remark
from rsnms_rules.indicators.outcome import Result, Slot, Status, lacking
from rsnms_rules.indicators.parse import parse
from rsnms_rules.indicators.table import Table
from rsnms_rules.model.indicator import Indicator, Target
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import FilePart, Unit


@dataclass(frozen=True, slots=True)
class Assessment:
    """Observations judged against the targets of one regulation as of a day.

    `results` stand in the order of the file; `rejected` rows were not used, `remarks` concern rows that were.
    """

    regulation: str
    territory: str
    as_of: date
    results: tuple[Result, ...]
    rejected: tuple[Rejected, ...]
    remarks: tuple[Remark, ...]

    def of(self, status: Status) -> tuple[Result, ...]:
        """The results of one status."""
        return tuple(result for result in self.results if result.status is status)

    @property
    def met(self) -> tuple[Result, ...]:
        """Targets that are reached."""
        return self.of(Status.MET)

    @property
    def missed(self) -> tuple[Result, ...]:
        """Targets that are not reached although their day has come."""
        return self.of(Status.MISSED)

    @property
    def pending(self) -> tuple[Result, ...]:
        """Targets whose day has not come."""
        return self.of(Status.PENDING)

    @property
    def no_data(self) -> tuple[Result, ...]:
        """Targets in force without an observation that counts."""
        return self.of(Status.NO_DATA)

    @property
    def no_target(self) -> tuple[Result, ...]:
        """Indicators for which the act sets no target."""
        return self.of(Status.NO_TARGET)

    @property
    def unknown(self) -> tuple[Result, ...]:
        """Indicators that the text at hand leaves unknown."""
        return self.of(Status.UNKNOWN)

    def __str__(self) -> str:
        head = message(N_("{territory}, as of {day}"), territory=self.territory, day=self.as_of.isoformat())
        lines = [f"{result.status.label}: {result.indicator} {result.period}" for result in self.results]
        return "\n".join([str(head), *lines])


def assess(regulation: RegulationFile, table: Table, *, as_of: date, known: Collection[str] = ()) -> Assessment:
    """Judge a table of observations.

    Args:
        regulation: the act whose targets count.
        table: the observations; rows of the other `known` regulations are passed over.
        as_of: the day of the judgement; nothing reads the clock.
        known: ids of other regulations.

    Raises:
        InvalidObservations: percent values of an indicator are written as fractions throughout (DESIGN 4.4).
    """
    parsed = parse(table.rows, regulation, known)
    remarks = tuple(_fractions(regulation, parsed.observations, table.file))
    results: list[Result] = []
    rejected = list(parsed.rejected)
    for indicator in regulation.indicators:
        own = [item for item in parsed.observations if item.indicator == indicator.id]
        aggregated = aggregate(indicator, own)
        rejected += aggregated.rejected
        results += _judged(regulation, indicator, aggregated.values, as_of)
    results += _missing(regulation, parsed.strangers)
    return Assessment(
        regulation=regulation.id,
        territory=regulation.territory.name,
        as_of=as_of,
        results=tuple(results),
        rejected=tuple(sorted(rejected, key=lambda item: (item.row, item.column))),
        remarks=remarks,
    )


def _fractions(regulation: RegulationFile, observations: tuple[Observation, ...], file: str) -> Iterator[Remark]:
    """Tell percent values that look like fractions; refuse the file where an indicator has no others (DESIGN 4.4)."""
    for indicator in regulation.indicators:
        if indicator.unit is not Unit.PERCENT:
            continue
        own = [item for item in observations if item.indicator == indicator.id]
        ready = [item for item in own if item.numerator is None and item.value is not None and not item.with_unit]
        low = [item for item in ready if item.value is not None and 0 < item.value <= 1]
        if low and len(own) == len(ready) > 1 and all(item.value is not None and item.value <= 1 for item in ready):
            text = N_("All values of «{id}» are at most 1 (rows {rows}): write 31 for 31 %, add «%», or give counts.")
            said = message(text, id=indicator.id, rows=", ".join(str(item.row) for item in ready))
            raise InvalidObservations(file, message("{file}: {what}", file=file, what=said))
        told = message(N_("a percent value of at most 1 is read as it stands, not as a fraction of 100 %"))
        yield from (Remark(item.row, told) for item in low)


def _missing(regulation: RegulationFile, strangers: tuple[Observation, ...]) -> Iterator[Result]:
    """Where the indicators are missing in the text, one row says so, and so does one for each observed indicator."""
    if not regulation.unknown(FilePart.INDICATORS):
        return
    note = message(N_("the text at hand does not contain the indicators"))
    names = [] if regulation.indicators else [""]
    for name in [*names, *dict.fromkeys(item.indicator for item in strangers)]:
        rows = tuple(item.row for item in strangers if item.indicator == name)
        yield _without(regulation, None, name, Status.UNKNOWN, note, rows)


def _without(  # noqa: PLR0913, PLR0917 -- the parts of a result that has no target
    regulation: RegulationFile,
    indicator: Indicator | None,
    name: str,
    status: Status,
    note: Message | None,
    rows: tuple[int, ...] = (),
) -> Result:
    return Result(
        regulation=regulation.id,
        indicator=name,
        subject=indicator,
        period="",
        territory=indicator.territory if indicator else None,
        status=status,
        target=None,
        value=None,
        done=None,
        gap=None,
        cite=tuple(str(place) for place in indicator.cite) if indicator else (),
        notes=(note,) if note else (),
        rows=rows,
    )


def _judged(
    regulation: RegulationFile, indicator: Indicator, values: tuple[Value, ...], as_of: date
) -> Iterator[Result]:
    if indicator.broken or "targets" in indicator.unread:
        note = message(N_("the words of this indicator are lost or break off in the text"))
        yield _without(regulation, indicator, indicator.id, Status.UNKNOWN, note)
    elif not indicator.targets:
        lost = regulation.unknown(FilePart.INDICATORS)
        yield _without(regulation, indicator, indicator.id, Status.UNKNOWN if lost else Status.NO_TARGET, None)
    for target in indicator.targets or ():
        for slot in _slots(regulation, target, values, as_of):
            yield _result(regulation, indicator, target, slot, values, as_of)


def _slots(regulation: RegulationFile, target: Target, values: tuple[Value, ...], as_of: date) -> Iterator[Slot]:
    """The periods in which a target is judged; a repeated one gives one for each year."""
    if target.period is not None:
        yield Slot(str(target.period), date(target.period, 12, 31), target.period)
    elif (day := target.by or target.as_of) is not None:
        yield Slot(day.isoformat(), day, None)
    elif target.every is not None:
        start = target.from_ or _start(regulation, values, as_of)
        for year in range(start, max(start, min(target.until or as_of.year, as_of.year)) + 1):
            yield Slot(str(year), date(year, 12, 31), year)
    else:
        yield Slot("undated", None, None)


def _start(regulation: RegulationFile, values: tuple[Value, ...], as_of: date) -> int:
    if isinstance(regulation.act.date, date):
        return regulation.act.date.year
    return min([value.day.year for value in values], default=as_of.year)


def _counting(slot: Slot, values: tuple[Value, ...], as_of: date) -> Value | None:
    """The observation that counts for a slot (DESIGN 4.3)."""
    if slot.year is not None:
        fitting = [value for value in values if value.period.year == slot.year]
    elif slot.last is not None:
        fitting = [value for value in values if value.day.year == slot.last.year and value.day <= slot.last]
    else:
        fitting = [value for value in values if value.period.first <= as_of]
    return fitting[-1] if fitting else None


def _result(  # noqa: PLR0913, PLR0917 -- a target, its place and what was observed
    regulation: RegulationFile, indicator: Indicator, target: Target, slot: Slot, values: tuple[Value, ...], as_of: date
) -> Result:
    value = _counting(slot, values, as_of)
    pending = slot.last is not None and as_of < slot.last
    reached, gap = _reached(target, value)
    if pending:
        status = Status.PENDING
    elif value is None:
        status = Status.NO_DATA
    else:
        status = Status.MET if reached else Status.MISSED
    notes = list(_notes(regulation, indicator, slot, value))
    if pending and reached:
        notes.append(message(N_("the value already reaches the target")))
    return Result(
        regulation=regulation.id,
        indicator=indicator.id,
        subject=indicator,
        period=slot.name,
        territory=indicator.territory,
        status=status,
        target=target,
        value=value.number if value else None,
        done=value.done if value else None,
        gap=None if pending else gap,
        cite=tuple(str(place) for place in (target.cite or indicator.cite)),
        notes=tuple(notes),
        rows=value.rows if value else (),
    )


def _reached(target: Target, value: Value | None) -> tuple[bool, Fraction | None]:
    """Whether the value reaches the target, and what it lacks; a milestone has no gap."""
    if value is None:
        return False, None
    if target.done is not None:
        return value.done is target.done, None
    assert value.number is not None  # rows without a number were rejected
    gap = lacking(target, value.number)
    return gap <= 0, gap


def _notes(regulation: RegulationFile, indicator: Indicator, slot: Slot, value: Value | None) -> Iterator[Message]:
    year = slot.last.year if slot.last else None
    if year is not None and isinstance(regulation.act.date, date) and year < regulation.act.date.year:
        yield message(N_("the target is for a year before the act; judged as written"))
    if indicator.per is not None and value is not None:
        yield message(N_("an average per {what}"), what=indicator.per)
    if value is not None and value.territories:
        yield message(N_("added up over territories: {count}"), count=value.territories)
