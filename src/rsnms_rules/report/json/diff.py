"""Differences as JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import cast

from rsnms_rules.differences.diff import Change
from rsnms_rules.differences.kinds import Value
from rsnms_rules.report.differences import Compared
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.shapes import DifferenceShape, DiffShape, JudgementWord, KindWord
from rsnms_rules.report.style import Style


def differences(answer: Compared, style: Style) -> str:  # noqa: ARG001
    """The answer of `rsnms diff`."""
    found = answer.found
    shape: DiffShape = {
        "schema": "rsnms/diff/1",
        "a": found.a,
        "b": found.b,
        "changes": [_change(change) for change in found.changes],
        "unknown": [
            {"regulation": gap.regulation, "element": gap.element, "why": str(gap.why)} for gap in found.unknown
        ],
    }
    return dumps(shape)


def _change(change: Change) -> DifferenceShape:
    return {
        "kind": cast("KindWord", change.kind.value),
        "element_a": change.element_a,
        "element_b": change.element_b,
        "concept": change.concept or None,
        "fields": [
            {
                "name": one.field.name,
                "a": _value(one.field.a),
                "b": _value(one.field.b),
                "judgement": cast("JudgementWord", one.judgement.value),
                "rule": one.rule,
                "reading": one.field.reading,
            }
            for one in change.fields
        ],
        "judgement": cast("JudgementWord", change.judgement.value),
        "cite_a": list(change.cite_a),
        "cite_b": list(change.cite_b),
        "elsewhere": [item.element for item in change.fact.elsewhere],
        "score": change.fact.score,
        "fingerprint": change.fingerprint,
        "waived": change.waived is not None,
    }


def _value(value: Value) -> str | bool | list[str] | None:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return value
