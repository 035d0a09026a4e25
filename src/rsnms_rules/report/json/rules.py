"""The rules as JSON, and where formats find a rule's page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rsnms_rules.checks import ALL_RULES, card
from rsnms_rules.checks.page import Page, page
from rsnms_rules.i18n import language, translate
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.shapes import RuleShape, RulesShape
from rsnms_rules.report.style import Style
from rsnms_rules.rule import Rule


def rules(cards: Sequence[Rule], style: Style) -> str:  # noqa: ARG001
    """The cards of `rsnms rules`."""
    shape: RulesShape = {"schema": "rsnms/rules/1", "rules": [rule_shape(card) for card in cards]}
    return dumps(shape)


def rule_shape(rule: Rule) -> RuleShape:
    """A rule with its page; rules of reading and of inputs have only their sentence."""
    own = page_of(rule.slug)
    return {
        "rule": rule.slug,
        "severity": rule.severity.value,
        "sentence": translate(rule.sentence),
        "why": own.why if own else "",
        "condition": own.condition if own else "",
        "remedy": own.remedy if own else "",
        "authority": own.authority if own else "",
        "needs": rule.needs.value if rule.needs else None,
    }


def page_of(slug: str) -> Page | None:
    """The page of a built-in rule in the current language, None for rules of reading and of inputs."""
    return _pages(language()).get(slug)


@cache
def _pages(lang: str) -> dict[str, Page]:  # noqa: ARG001 -- the key; the pages speak the current language
    return {card(module).slug: page(module) for module in ALL_RULES}
