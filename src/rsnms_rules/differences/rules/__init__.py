"""The judgements, one module each; the first that has an answer gives it, and `otherwise` answers always."""

from __future__ import annotations

from types import ModuleType

from rsnms_rules.differences.kinds import Judgement
from rsnms_rules.differences.rules import bound, day, frequency, mode, otherwise, presence, words
from rsnms_rules.differences.rules.base import Question

ALL_RULES: tuple[ModuleType, ...] = (
    words,
    presence,
    bound,
    day,
    frequency,
    mode,
    otherwise,
)


def judge(question: Question) -> tuple[Judgement, str]:
    """The judgement of a difference, and the slug of the rule that made it."""
    for module in ALL_RULES:
        found: Judgement | None = module.judge(question)
        if found is not None:
            return found, module.RULE.slug
    raise AssertionError("`otherwise` answers every question")
