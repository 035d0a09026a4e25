"""From rows of text to observations; a row that cannot be used is rejected with its column and the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rsnms_rules.i18n import N_, message
from rsnms_rules.indicators.cells import RejectedError, check_known, number, period_and_day, truth
from rsnms_rules.indicators.fitting import fitted
from rsnms_rules.indicators.observations import Observation, Rejected
from rsnms_rules.indicators.table import Row
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import FilePart

MEASURES = "measures."


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a table holds for one regulation.

    Attributes:
        observations: values of indicators that can be judged.
        strangers: values of indicators that the text at hand leaves unknown: not judged, and not rejected.
        measures: progress of roadmap rows, set aside for the overdue list.
        rejected: rows that are not used, in the order of the table.
    """

    observations: tuple[Observation, ...]
    strangers: tuple[Observation, ...]
    measures: tuple[Observation, ...]
    rejected: tuple[Rejected, ...]


def is_lost(indicator: Indicator) -> bool:
    """Whether the text leaves unknown what the indicator demands: it breaks off, or targets or unit are unread."""
    return indicator.broken or not {"targets", "unit"}.isdisjoint(indicator.unread)


def parse(rows: Collection[Row], regulation: RegulationFile, known: Collection[str]) -> Parsed:
    """Read the rows that concern a regulation; rows of the other `known` regulations are passed over."""
    reader = _Reader(regulation, {item.id: item for item in regulation.indicators if not is_lost(item)})
    found: list[Observation] = []
    rejected: list[Rejected] = []
    for row in rows:
        try:
            observation = reader.read(row, known)
        except RejectedError as error:
            rejected.append(Rejected(row.number, error.column, row.cells.get(error.column, ""), error.reason))
            continue
        if observation is not None:
            found.append(observation)
    doubles = {item.row: item for item in _doubles(found)}
    single = [item for item in found if item.row not in doubles]
    return Parsed(
        observations=tuple(item for item in single if item.indicator in reader.indicators),
        strangers=tuple(
            item
            for item in single
            if item.indicator not in reader.indicators and not item.indicator.startswith(MEASURES)
        ),
        measures=tuple(item for item in single if item.indicator.startswith(MEASURES)),
        rejected=tuple(sorted([*rejected, *doubles.values()], key=lambda item: item.row)),
    )


def _doubles(observations: list[Observation]) -> Iterator[Rejected]:
    """Rows that say the same thing twice; none of them is used, since choosing one would be a guess.

    An empty `as_of` is the last day of the period, so a row that writes that day out is a double too.
    """
    seen: dict[tuple[object, ...], list[Observation]] = {}
    for item in observations:
        seen.setdefault((item.indicator, item.period.text, item.territory, item.day), []).append(item)
    for same in seen.values():
        rows = sorted(item.row for item in same)
        for item in same if len(same) > 1 else ():
            others = ", ".join(str(row) for row in rows if row != item.row)
            text = N_("The same indicator, period and territory stand in row {rows} too; keep one.")
            yield Rejected(item.row, "period", item.period.text, message(text, rows=others))


@dataclass(frozen=True, slots=True)
class _Reader:
    regulation: RegulationFile
    indicators: dict[str, Indicator]

    def read(self, row: Row, known: Collection[str]) -> Observation | None:
        """One observation; None for a row of another regulation."""
        cells = row.cells
        if not self._ours(cells.get("regulation", ""), known):
            return None
        if row.extra:
            raise RejectedError("value", message(N_("The row has more cells than the head has columns.")))
        name = cells.get("indicator", "")
        self._check_name(name)
        indicator = self.indicators.get(name)
        observation = self._values(row)
        if indicator is not None:
            return fitted(observation, indicator, self.regulation.territory.name)
        if observation.value is None and observation.numerator is None and observation.done is None:
            raise RejectedError("value", message(N_("The row has no value.")))
        return observation

    def _ours(self, name: str, known: Collection[str]) -> bool:
        if name == self.regulation.id:
            return True
        check_known("regulation", name, {*known, self.regulation.id})
        return False

    def _check_name(self, name: str) -> None:
        """What the act does not have is refused; what is missing in the text at hand may be there (DESIGN 4.1)."""
        part = FilePart.MEASURES if name.startswith(MEASURES) else FilePart.INDICATORS
        if name in self.indicators or (name and self.regulation.unknown(part)):
            return
        if part is FilePart.MEASURES:
            check_known("indicator", name.removeprefix(MEASURES), {item.id for item in self.regulation.measures})
        else:
            check_known("indicator", name, {item.id for item in self.regulation.indicators})

    def _values(self, row: Row) -> Observation:
        cells = row.cells
        period, as_of = period_and_day(cells)
        value, unit_given = number(cells, "value")
        return Observation(
            row=row.number,
            regulation=self.regulation.id,
            indicator=cells["indicator"],
            period=period,
            value=value,
            unit_given=unit_given,
            territory=cells.get("territory", ""),
            numerator=number(cells, "numerator")[0],
            denominator=number(cells, "denominator")[0],
            done=truth(cells),
            as_of=as_of,
            source=cells.get("source", ""),
        )
