"""A greatest or least value is moved: «не менее» and «не более» turn stricter in opposite directions."""

from __future__ import annotations

from decimal import Decimal

from rsnms_rules.differences.kinds import Judgement
from rsnms_rules.differences.rules.base import Question, Rule, up
from rsnms_rules.i18n import N_

RULE = Rule(
    "bound", N_("A higher least value is stricter, a higher greatest value is looser; a new bound is stricter.")
)


def judge(question: Question) -> Judgement | None:
    """Judge the bounds of targets and promises."""
    _, _, name = question.field.partition(".")
    a, b = question.a, question.b
    if name == "done":
        return up(bool(b))
    if name not in {"at_least", "at_most"}:
        return None
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        return up(b > a) if name == "at_least" else up(b < a)
    return up(b is not None)
