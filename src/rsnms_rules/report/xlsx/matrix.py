"""A matrix as a workbook: concepts by regulations, the same in lines for filters, and the summary."""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.differences.matrix import Matrix
from rsnms_rules.i18n import N_, translate
from rsnms_rules.report.matrix import cell_lines, label, lines, summary
from rsnms_rules.report.style import Style
from rsnms_rules.report.xlsx import Sheet, workbook


def render(answer: tuple[Matrix, bool], style: Style) -> bytes:  # noqa: ARG001
    """The workbook; only the summary where that is wanted."""
    found, short = answer
    sheets = [_summary(found)] if short else [_matrix(found), _lines(found), _summary(found)]
    return workbook(" / ".join(found.regulations), sheets)


def _matrix(found: Matrix) -> Sheet:
    rows = [
        ["    " * row.depth + label(row), row.concept, *("\n".join(cell_lines(cell)) for cell in row.cells)]
        for row in found.rows
    ]
    marks = [["", "", *(cell.state.value for cell in row.cells)] for row in found.rows]
    head = [translate(N_("what it is")), "id", *found.regulations]
    return Sheet(translate(N_("Matrix")), head, [36, 24, *([48] * len(found.regulations))], rows, marks)


def _lines(found: Matrix) -> Sheet:
    head, *rows = lines(found)
    return Sheet(translate(N_("Lines")), head, [24, 32, 24, 14, 10, 32, 18, 14, 12, 12, 14, 40], rows)


def _summary(found: Matrix) -> Sheet:
    rows = [[heading, name] for heading, names in summary(found) for name in names or ("—",)]
    return Sheet(translate(N_("Summary")), list(_heads()), [48, 60], rows)


def _heads() -> Iterator[str]:
    yield translate(N_("what"))
    yield translate(N_("concept"))
