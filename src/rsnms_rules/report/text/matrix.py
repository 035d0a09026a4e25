"""A matrix for a person: a block for each concept, a line for each regulation; then the summary."""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.differences.matrix import Matrix, Row
from rsnms_rules.i18n import N_, translate
from rsnms_rules.report.matrix import cell_lines, label, summary
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import BOLD, painted, paragraph


def matrix(answer: tuple[Matrix, bool], style: Style) -> str:
    """All concepts, or only the summary."""
    found, short = answer
    lines = [] if short else [line for row in found.rows for line in _row(row, style)]
    return "\n".join([*lines, *_summary(found, style)]) + "\n"


def _row(row: Row, style: Style) -> Iterator[str]:
    yield from paragraph(f"{painted(label(row), BOLD, style)} ({row.concept})", style, indent=row.depth, hanging=1)
    for cell in row.cells:
        first, *rest = cell_lines(cell)
        yield from paragraph(f"{cell.regulation}: {first}", style, indent=row.depth + 1, hanging=2)
        for line in rest:
            yield from paragraph(line, style, indent=row.depth + 2, hanging=2)
    yield ""


def _summary(found: Matrix, style: Style) -> Iterator[str]:
    yield painted(translate(N_("Summary")), BOLD, style)
    for heading, names in summary(found):
        yield from paragraph(f"{heading}: {', '.join(names) or '—'}.", style, indent=1, hanging=1)
