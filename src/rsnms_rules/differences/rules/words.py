"""Only the words are others: editorial."""

from __future__ import annotations

from rsnms_rules.differences.kinds import Judgement
from rsnms_rules.differences.rules.base import Question, Rule
from rsnms_rules.i18n import N_

RULE = Rule("words", N_("Between editions of one act other words, names and clause numbers are editorial."))


def judge(question: Question) -> Judgement | None:
    """Judge a difference of wording."""
    return Judgement.EDITORIAL if question.wording else None
