"""Observations for the rules: targets judged, with their paths in the file, and rows that cannot be used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rsnms_rules.api.bundled import bundled
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.checks.base import Judged
from rsnms_rules.finding import Finding, Location
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.indicators.assess import Assessment, assess
from rsnms_rules.indicators.table import Table
from rsnms_rules.rule import Severity

UNDATED = N_("undated")


def judged(regulation: Regulation, tables: Sequence[Table], as_of: date | None) -> tuple[Judged, ...]:
    """The targets of a regulation that the tables, taken together, have rows about."""
    whole, places = _joined(tables)
    if as_of is None or not any(row.cells.get("regulation") == regulation.id for row in whole.rows):
        return ()
    found = assess(regulation.model, whole, as_of=as_of, known=frozenset(bundled()))
    return tuple(_judged(regulation, found, places))


def _joined(tables: Sequence[Table]) -> tuple[Table, list[tuple[str, int]]]:
    """One table of all rows, numbered from 1, and for each of them the file and the row that it is there."""
    places = [(table.file, row.number) for table in tables for row in table.rows]
    rows = (row for table in tables for row in table.rows)
    numbered = tuple(replace(row, number=number) for number, row in enumerate(rows, 1))
    return Table(", ".join(table.file for table in tables), numbered), places


def _judged(regulation: Regulation, found: Assessment, places: Sequence[tuple[str, int]]) -> Iterator[Judged]:
    indicators = {indicator.id: index for index, indicator in enumerate(regulation.model.indicators)}
    for result in found.results:
        if result.subject is None or result.target is None:
            continue
        targets = result.subject.targets or ()
        index = next((i for i, target in enumerate(targets) if target is result.target), 0)
        yield Judged(
            path=("indicators", indicators[result.indicator], "targets", index),
            indicator=result.subject.name or result.indicator,
            period=translate(UNDATED) if result.period == "undated" else result.period,
            status=result.status.value,
            told=result.told,
            rows=tuple(f"{file}:{row}" for file, row in (places[number - 1] for number in result.rows)),
        )


def rejections(regulations: Sequence[Regulation], tables: Sequence[Table], as_of: date | None) -> Iterator[Finding]:
    """One finding for each row of the observations that cannot be used, at its line."""
    if as_of is None or not tables:
        return
    known = {*bundled(), *(regulation.id for regulation in regulations)}
    whole, places = _joined(tables)
    seen: set[tuple[int, str]] = set()
    for regulation in regulations:
        for row in assess(regulation.model, whole, as_of=as_of, known=known).rejected:
            if (row.row, row.column) in seen:
                continue
            seen.add((row.row, row.column))
            file, number = places[row.row - 1]
            text = N_("Row {row}, column {column}: «{value}»: {reason}")
            yield Finding(
                rule="observation-rejected",
                severity=Severity.ERROR,
                element="",
                location=Location(file, number, 1),
                message=message(text, row=number, column=row.column, value=row.value, reason=row.reason),
                remedy=message(N_("Mend the row; it was not used.")),
            )
