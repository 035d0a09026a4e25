"""Taking part becomes leading, or the other way round."""

from __future__ import annotations

from rsnms_rules.differences.kinds import Judgement
from rsnms_rules.differences.rules.base import Question, Rule, up
from rsnms_rules.i18n import N_
from rsnms_rules.model.vocabulary import Mode

RULE = Rule("mode", N_("«Участвует» that becomes «проводит» is stricter."))


def judge(question: Question) -> Judgement | None:
    """Judge the mode of a function, and the concepts of it in which the body only takes part."""
    if question.field == "mode":
        return up(question.b == Mode.LEADS.value)
    if question.field == "takes_part" and isinstance(question.a or frozenset(), frozenset):
        a, b = question.a or frozenset(), question.b or frozenset()
        assert isinstance(a, frozenset)
        assert isinstance(b, frozenset)
        if a < b or b < a:
            return up(b < a)
    return None
