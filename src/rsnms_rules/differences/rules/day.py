"""A last day is moved: later is looser, earlier is stricter."""

from __future__ import annotations

from datetime import date

from rsnms_rules.differences.kinds import Judgement
from rsnms_rules.differences.rules.base import Question, Rule, up
from rsnms_rules.i18n import N_

RULE = Rule(
    "day", N_("A later last day is looser; a day where none was is stricter; a rule that holds longer is stricter.")
)


def judge(question: Question) -> Judgement | None:
    """Judge the last days of targets and measures, and the year through which a repeated target holds."""
    a, b = question.a, question.b
    if question.field in {"targets.last", "due.last"}:
        if isinstance(a, date) and isinstance(b, date):
            return up(b < a)
        return up(b is not None)
    if question.field in {"targets.until", "due.until"}:
        return up(b > a) if isinstance(a, date) and isinstance(b, date) else up(b is None)
    return None
