"""Observations for the rules: targets judged, with their paths in the file, and rows that cannot be used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rsnms_rules.api.bundled import bundled
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.checks.base import Judged
from rsnms_rules.finding import Finding, Location
from rsnms_rules.i18n import N_, message
from rsnms_rules.indicators.assess import Assessment, assess
from rsnms_rules.indicators.table import Table
from rsnms_rules.rule import Severity


def judged(regulation: Regulation, tables: Sequence[Table], as_of: date | None) -> tuple[Judged, ...]:
    """The targets of a regulation, judged by each table that has rows about it."""
    if as_of is None:
        return ()
    about = [table for table in tables if any(row.cells.get("regulation") == regulation.id for row in table.rows)]
    return tuple(one for table in about for one in _judged(regulation, _assess(regulation, table, as_of)))


def _assess(regulation: Regulation, table: Table, as_of: date) -> Assessment:
    return assess(regulation.model, table, as_of=as_of, known=frozenset(bundled()))


def _judged(regulation: Regulation, found: Assessment) -> Iterator[Judged]:
    places = {indicator.id: index for index, indicator in enumerate(regulation.model.indicators)}
    for result in found.results:
        if result.subject is None or result.target is None:
            continue
        at = places[result.indicator]
        targets = result.subject.targets or ()
        index = next((i for i, target in enumerate(targets) if target is result.target), 0)
        yield Judged(
            path=("indicators", at, "targets", index),
            indicator=result.subject.name or result.indicator,
            period=result.period,
            status=result.status.value,
            told=result.told,
            rows=result.rows,
        )


def rejections(regulations: Sequence[Regulation], tables: Sequence[Table], as_of: date | None) -> Iterator[Finding]:
    """One finding for each row of the observations that cannot be used, at its line."""
    ids = {regulation.id for regulation in regulations}
    for table in tables if as_of is not None else ():
        seen: set[tuple[int, str]] = set()
        for regulation in regulations:
            for row in assess(regulation.model, table, as_of=as_of or date.max, known=ids | set(bundled())).rejected:
                if (row.row, row.column) not in seen:
                    seen.add((row.row, row.column))
                    yield Finding(
                        rule="observation-rejected",
                        severity=Severity.ERROR,
                        element="",
                        location=Location(table.file, row.row, 1),
                        message=message(
                            N_("Row {row}, column {column}: «{value}»: {reason}"),
                            row=row.row,
                            column=row.column,
                            value=row.value,
                            reason=row.reason,
                        ),
                        remedy=message(N_("Mend the row; it was not used.")),
                    )
