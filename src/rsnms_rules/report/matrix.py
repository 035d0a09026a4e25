"""The words of a matrix, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.differences.matrix import Cell, Goal, Matrix, Row, State
from rsnms_rules.i18n import N_, language, message, translate
from rsnms_rules.model.vocabulary import Level, Mode, Unit

COLUMNS = (
    "concept",
    "label",
    "parent",
    "regulation",
    "state",
    "subject",
    "role",
    "level",
    "mode",
    "bound",
    "last",
    "cite",
)


def label(row: Row) -> str:
    """What a concept is called in the current language."""
    return row.label.in_language(language())


def cell_lines(cell: Cell) -> list[str]:
    """A cell as people read it: a line for each carrier or target, or «no», or «unknown» with the reason."""
    if cell.state is State.UNKNOWN:
        return [f"{cell.state.label} ({cell.why})"]
    if cell.state is State.NO:
        return [cell.state.label]
    told = []
    for holder in cell.holders:
        level = Level(holder.level).label if holder.level else "—"
        part = "" if holder.mode == Mode.LEADS.value else ", " + translate(N_("takes part"))
        role = holder.role_label.in_language(language()) if holder.role_label else holder.role
        told.append(f"{holder.name} [{role}], {level}{part} — {'; '.join(holder.cite) or '—'}")
    told += [f"{goal_text(goal)} — {'; '.join(goal.cite)}" for goal in cell.goals]
    return told or [cell.state.label]


def goal_text(goal: Goal) -> str:
    """A target as people read it: `≥ 30 %, 2024-12-31`."""
    unit = "%" if goal.unit == Unit.PERCENT.value else Unit(goal.unit).label
    bound = goal.bound.replace(">=", "≥").replace("<=", "≤") if goal.bound != "done" else translate(N_("done"))
    value = bound if goal.bound == "done" else f"{bound} {unit}"
    return f"{value}, {goal.last}" if goal.last else value


def lines(found: Matrix) -> Iterator[list[str]]:
    """Headings, then one line for each carrier or target, and one for each cell without any."""
    yield list(COLUMNS)
    for row in found.rows:
        for cell in row.cells:
            head = [row.concept, label(row), row.parent, cell.regulation, cell.state.value]
            for one in cell.holders:
                yield [*head, one.name, one.role, one.level, one.mode, "", "", "; ".join(one.cite)]
            for goal in cell.goals:
                yield [*head, "", "", "", "", goal.bound, goal.last, "; ".join(goal.cite)]
            if not cell.holders and not cell.goals:
                yield [*head, *[""] * 6, str(cell.why or "")]


def summary(found: Matrix) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Headings with the concepts' names: what all have, what one alone has, where carriers or targets differ."""
    labels = {row.concept: label(row) for row in found.rows}

    def named(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(labels[name] for name in names)

    yield translate(N_("All have")), named(found.common)
    for regulation in found.regulations:
        alone, perhaps = found.alone(regulation), found.alone(regulation, perhaps=True)
        if alone:
            yield str(message(N_("Only {id} has"), id=regulation)), named(alone)
        if perhaps:
            yield str(message(N_("Only {id} has, as far as the texts tell"), id=regulation)), named(perhaps)
    yield translate(N_("Carriers, levels or targets differ")), named(found.different)
