"""The built-in rules: one module each, with its page in the docstring, its card in `RULE` and its work in `check`.

`ALL_RULES` is the registry, explicit and sorted; help, pages and choices derive from it, and a test proves that every
module is in it. A new rule is a module, a line here and a file of cases (docs/adr/0012-checks.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

from rsnms_rules.checks import (
    abbreviation_undefined,
    activity_without_measure,
    body_not_described,
    citation_cut_off,
    citation_lost,
    coordinator_without_duty,
    date_before_act,
    dates_conflict,
    encoder_reading,
    indicator_without_target,
    level_without_subject,
    listed_elsewhere,
    measure_without_due,
    measure_without_responsible,
    mixed_letters,
    monitoring_without_body,
    monitoring_without_frequency,
    one_sided_joint,
    promise_against_target,
    same_duty_twice,
    several_names,
    subject_without_functions,
    target_missed,
    target_without_data,
    task_without_carrier,
    term_unused,
    text_missing,
    text_not_covered,
    two_leaders,
)
from rsnms_rules.checks.base import Fact, Material
from rsnms_rules.rule import Rule

Check = Callable[[Material], Iterator[Fact]]

ALL_RULES: tuple[ModuleType, ...] = (
    abbreviation_undefined,
    activity_without_measure,
    body_not_described,
    citation_cut_off,
    citation_lost,
    coordinator_without_duty,
    date_before_act,
    dates_conflict,
    encoder_reading,
    indicator_without_target,
    level_without_subject,
    listed_elsewhere,
    measure_without_due,
    measure_without_responsible,
    mixed_letters,
    monitoring_without_body,
    monitoring_without_frequency,
    one_sided_joint,
    promise_against_target,
    same_duty_twice,
    several_names,
    subject_without_functions,
    target_missed,
    target_without_data,
    task_without_carrier,
    term_unused,
    text_missing,
    text_not_covered,
    two_leaders,
)


def card(module: ModuleType) -> Rule:
    """The card of a rule's module."""
    rule: Rule = module.RULE
    return rule


def check_of(module: ModuleType) -> Check:
    """The work of a rule's module."""
    check: Check = module.check
    return check
