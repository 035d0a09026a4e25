"""Everything else: who, with whom, on which level, of which denominator. It is different, neither more nor less."""

from __future__ import annotations

from rsnms_rules.differences.kinds import Judgement
from rsnms_rules.differences.rules.base import Question, Rule
from rsnms_rules.i18n import N_

RULE = Rule(
    "otherwise",
    N_("Another carrier, partner, level, unit or denominator is different: a narrower denominator is not stricter."),
)


def judge(question: Question) -> Judgement | None:  # noqa: ARG001
    """Judge whatever no other rule has judged."""
    return Judgement.DIFFERENT
