"""A matrix for a person: a block for each concept, a line for each regulation; then the summary."""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.differences.matrix import Cell, Matrix, Row, State
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.model.vocabulary import Level, Mode
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import BOLD, painted, paragraph


def matrix(answer: tuple[Matrix, bool], style: Style) -> str:
    """All concepts, or only the summary."""
    found, short = answer
    lines = [] if short else [line for row in found.rows for line in _row(row, style)]
    return "\n".join([*lines, *_summary(found, style)]) + "\n"


def _row(row: Row, style: Style) -> Iterator[str]:
    yield from paragraph(f"{painted(str(row.label), BOLD, style)} ({row.concept})", style, indent=row.depth, hanging=1)
    for cell in row.cells:
        yield from paragraph(f"{cell.regulation}: {_cell(cell)}", style, indent=row.depth + 1, hanging=2)
    yield ""


def _cell(cell: Cell) -> str:
    if cell.state is State.UNKNOWN:
        return f"{cell.state.label} ({cell.why})"
    if cell.state is State.NO:
        return cell.state.label
    told = []
    for holder in cell.holders:
        level = Level(holder.level).label if holder.level else "—"
        part = "" if holder.mode == Mode.LEADS.value else ", " + translate(N_("takes part"))
        told.append(f"{holder.name} [{holder.role}], {level}{part} — {'; '.join(holder.cite) or '—'}")
    told += [f"{goal.bound} ({goal.last or '—'}) — {'; '.join(goal.cite)}" for goal in cell.goals]
    return " | ".join(told) or cell.state.label


def _summary(found: Matrix, style: Style) -> Iterator[str]:
    labels = {row.concept: str(row.label) for row in found.rows}

    def named(names: tuple[str, ...]) -> str:
        return ", ".join(labels[name] for name in names) or "—"

    yield painted(translate(N_("Summary")), BOLD, style)
    yield from paragraph(str(message(N_("All have: {names}."), names=named(found.common))), style, indent=1, hanging=1)
    for regulation in found.regulations:
        for template, names in (
            (N_("Only {id} has: {names}."), found.alone(regulation)),
            (N_("Only {id} has, as far as the texts tell: {names}."), found.alone(regulation, perhaps=True)),
        ):
            if names:
                yield from paragraph(
                    str(message(template, id=regulation, names=named(names))), style, indent=1, hanging=1
                )
    text = str(message(N_("Carriers, levels or targets differ: {names}."), names=named(found.different)))
    yield from paragraph(text, style, indent=1, hanging=1)
