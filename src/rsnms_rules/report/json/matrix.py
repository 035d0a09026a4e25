"""A matrix as JSON and as CSV."""

from __future__ import annotations

import csv
import io
from typing import cast

from rsnms_rules.differences.matrix import Cell, Matrix, Row
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.shapes import CellShape, CompareShape, RowShape, StateWord
from rsnms_rules.report.matrix import label, lines
from rsnms_rules.report.style import Style


def matrix(answer: tuple[Matrix, bool], style: Style) -> str:  # noqa: ARG001
    """The answer of `rsnms compare`; without its rows where only the summary is wanted."""
    found, short = answer
    shape: CompareShape = {
        "schema": "rsnms/compare/1",
        "regulations": list(found.regulations),
        "rows": [] if short else [_row(row) for row in found.rows],
        "common": list(found.common),
        "alone": {name: list(found.alone(name)) for name in found.regulations},
        "perhaps_alone": {name: list(found.alone(name, perhaps=True)) for name in found.regulations},
        "different": list(found.different),
    }
    return dumps(shape)


def _row(row: Row) -> RowShape:
    return {
        "concept": row.concept,
        "label": label(row),
        "kind": row.kind,
        "parent": row.parent or None,
        "cells": [_cell(cell) for cell in row.cells],
    }


def _cell(cell: Cell) -> CellShape:
    return {
        "regulation": cell.regulation,
        "state": cast("StateWord", cell.state.value),
        "why": str(cell.why) if cell.why is not None else None,
        "holders": [
            {
                "subject": one.subject,
                "name": one.name,
                "role": one.role or None,
                "level": one.level or None,
                "mode": one.mode,
                "concept": one.concept,
                "element": one.element,
                "cite": list(one.cite),
            }
            for one in cell.holders
        ],
        "targets": [
            {
                "element": one.element,
                "bound": one.bound,
                "unit": one.unit,
                "last": one.last or None,
                "cite": list(one.cite),
            }
            for one in cell.goals
        ],
    }


def table(answer: tuple[Matrix, bool], style: Style) -> str:  # noqa: ARG001
    """One line for each carrier or target, and one for each cell without any; what looks like a formula is text."""
    found, _ = answer
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(map(_text, lines(found)))
    return out.getvalue()


def _text(cells: list[str]) -> list[str]:
    return [f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell for cell in cells]
