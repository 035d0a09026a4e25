"""What targets, promises and dates are compared by: bounds, last days, rhythms."""

from __future__ import annotations

from datetime import date

from rsnms_rules.differences.kinds import Value
from rsnms_rules.model.indicator import Required, Target
from rsnms_rules.model.measure import Due, Promise


def target_order(target: Target) -> tuple[date, str]:
    """Where a target stands among those of its indicator: by its last day, then by its rhythm."""
    return target.last or date.max, target.every.value if target.every else ""


def target_values(target: Target) -> dict[str, Value]:
    """The fields of a target."""
    return {
        **_bounds(target),
        "last": target.last,
        "every": target.every.value if target.every else None,
        "from": date(target.from_, 1, 1) if target.from_ and (target.by or target.as_of or target.period) else None,
        "until": date(target.until, 12, 31) if target.until else None,
        "undated": target.undated or None,
    }


def promise_values(promise: Promise) -> dict[str, Value]:
    """The fields of a number that a measure promises."""
    return {**_bounds(promise), "indicator": promise.indicator, "unit": promise.unit.value if promise.unit else None}


def _bounds(required: Required) -> dict[str, Value]:
    return {"at_least": required.at_least, "at_most": required.at_most, "done": required.done}


def due_values(due: Due | None) -> dict[str, Value]:
    """When a measure is due; its words count only where they give no date."""
    if due is None:
        return {}
    return {
        "due.last": due.last,
        "due.every": due.every.value if due.every else None,
        "due.months": frozenset(f"{month:02}" for month in due.months),
        "due.first": min((period.first for period in due.at), default=None) if len(due.at) > 1 else None,
        "due.from": due.from_.first if due.from_ else None,
        "due.until": due.until.last if due.until else None,
        "due.text": due.text if due.last is None and due.every is None else None,
    }
