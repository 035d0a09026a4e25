"""An element that only one side has."""

from __future__ import annotations

from rsnms_rules.differences.kinds import Judgement, Kind
from rsnms_rules.differences.rules.base import Question, Rule, up
from rsnms_rules.i18n import N_

RULE = Rule(
    "presence",
    N_(
        "A duty, task, indicator or measure more is stricter, unless the other side says it elsewhere; "
        "a body, channel, mechanism or word more is different."
    ),
)

_DEMANDS = frozenset(("activities", "duties", "functions", "indicators", "measures", "monitoring", "tasks"))


def judge(question: Question) -> Judgement | None:
    """Judge what was added or removed."""
    if question.kind not in {Kind.ADDED, Kind.REMOVED}:
        return None
    demand = question.sort in _DEMANDS and question.demands
    return up(question.kind is Kind.ADDED) if demand else Judgement.DIFFERENT
