"""Which indicators miss their target, by how much, as of when? Which cannot be judged, and why?

The meanings are those of DESIGN section 4.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from rsnms_rules.i18n import N_, message
from rsnms_rules.indicators.aggregate import aggregate
from rsnms_rules.indicators.judge import Judge, blank, lost
from rsnms_rules.indicators.observations import Observation, Rejected, Remark
from rsnms_rules.indicators.outcome import Result, Status
from rsnms_rules.indicators.parse import is_lost, parse
from rsnms_rules.indicators.shares import remarks
from rsnms_rules.indicators.table import Table
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import FilePart


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
        lines = [str(head), *map(str, self.results)]
        if self.rejected:
            lines.append(str(message(N_("Rejected rows: {count}"), count=len(self.rejected))))
        for row in self.rejected:
            where = message(N_("row {row}, column {column}"), row=row.row, column=row.column)
            lines.append(f"{where} («{row.value}»): {row.reason}")
        lines += [str(message(N_("row {row}: {text}"), row=item.row, text=item.message)) for item in self.remarks]
        return "\n".join(lines)


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
    by_id: dict[str, list[Observation]] = {}
    for item in (*parsed.observations, *parsed.strangers):
        by_id.setdefault(item.indicator, []).append(item)
    results: list[Result] = []
    rejected = list(parsed.rejected)
    told: list[Remark] = []
    for indicator in regulation.indicators:
        own = by_id.get(indicator.id, [])
        if is_lost(indicator):
            results.append(lost(regulation, indicator, tuple(sorted(item.row for item in own))))
            continue
        told += remarks(indicator, own, table.file)
        aggregated = aggregate(indicator, own)
        rejected += aggregated.rejected
        results += Judge(regulation, indicator, aggregated.values, as_of).results()
    results += _missing(regulation, parsed.strangers)
    return Assessment(
        regulation=regulation.id,
        territory=regulation.territory.name,
        as_of=as_of,
        results=tuple(results),
        rejected=tuple(sorted(rejected, key=lambda item: (item.row, item.column))),
        remarks=tuple(sorted(told, key=lambda item: item.row)),
    )


def _missing(regulation: RegulationFile, strangers: tuple[Observation, ...]) -> Iterator[Result]:
    """Where indicators are missing in the text, one row says so, and so does one for each observed indicator."""
    if not regulation.unknown(FilePart.INDICATORS):
        return
    note = message(N_("the text at hand does not contain the indicators"))
    names = [item.id for item in regulation.indicators]
    named = any(entry.part is FilePart.INDICATORS for entry in regulation.text.missing)
    if named or not names:
        yield blank(regulation, "", Status.UNKNOWN, note)
    for name in sorted({item.indicator for item in strangers} - set(names)):
        rows = tuple(sorted(item.row for item in strangers if item.indicator == name))
        near = get_close_matches(name, sorted(names), n=1)
        hints = [message(N_("Did you mean «{word}»?"), word=near[0])] if near else []
        yield replace(blank(regulation, name, Status.UNKNOWN, note, *hints), rows=rows)
