"""How often something is demanded: more often is stricter."""

from __future__ import annotations

from rsnms_rules.differences.kinds import Judgement
from rsnms_rules.differences.rules.base import Question, Rule, up
from rsnms_rules.i18n import N_
from rsnms_rules.model.vocabulary import Every

RULE = Rule("frequency", N_("More often is stricter; a rhythm where none was is stricter."))

_OFTEN = {None: 0, Every.YEAR.value: 1, Every.HALF_YEAR.value: 2, Every.QUARTER.value: 3, Every.MONTH.value: 4}


def judge(question: Question) -> Judgement | None:
    """Judge rhythms of targets, measures and the monitoring."""
    if question.field.rpartition(".")[2] != "every":
        return None
    return up(_OFTEN[_word(question.b)] > _OFTEN[_word(question.a)])


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None
