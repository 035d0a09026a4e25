"""Why a rule found something, as a tree: rule, condition, what was looked at, place, clause, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.report import Explanation
from rsnms_rules.finding import LABELS, Finding
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report.json.rules import page_of
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import BOLD, painted, paragraph
from rsnms_rules.rule import Rule

Branch = tuple[int, str]
"""Depth in the tree, and the words there."""


def explanation(told: Explanation, style: Style) -> str:
    """The page of a rule, or one tree for each finding."""
    if not told.findings:
        return "\n".join(_page(told.rule, style)) + "\n"
    trees = ("\n".join(_tree(told.rule, finding, style)) for finding in told.findings)
    return "\n\n".join(trees) + "\n"


def _page(rule: Rule, style: Style) -> Iterator[str]:
    yield f"{painted(rule.slug, BOLD, style)} ({translate(LABELS[rule.severity])})"
    yield from paragraph(translate(rule.sentence), style, indent=1)
    own = page_of(rule.slug)
    if own is None:
        return
    for heading, words in (
        (N_("Why"), own.why),
        (N_("Condition"), own.condition),
        (N_("What to do"), own.remedy),
        (N_("Authority"), own.authority),
    ):
        yield from paragraph(f"{translate(heading)}: {words}", style, indent=1, hanging=2)
    for heading, example in ((N_("Fails"), own.fails), (N_("Passes"), own.passes)):
        yield f"  {translate(heading)}:"
        yield from (f"    {line}".rstrip() for line in example.splitlines() if not line.startswith("```"))


def _tree(rule: Rule, finding: Finding, style: Style) -> Iterator[str]:
    head = f"{painted(rule.slug, BOLD, style)} ({translate(LABELS[finding.severity])})"
    yield f"{head} — {finding.element or finding.location.file}"
    for depth, words in _branches(rule, finding, style):
        yield from paragraph(f"└ {words}", style, indent=depth, hanging=2)


def _branches(rule: Rule, finding: Finding, style: Style) -> Iterator[Branch]:
    own = page_of(rule.slug)
    yield 1, _said(N_("Rule"), translate(rule.sentence))
    if own is not None:
        yield 2, _said(N_("Condition"), own.condition)
    yield 1, _said(N_("Found"), str(finding.message))
    for step in finding.because:
        yield 2, str(step)
    yield 1, _said(N_("Where"), str(finding.location))
    regulation = finding.element.partition(":")[0]
    for cite in finding.cite:
        yield 1, _said(N_("In the act"), cite)
        words = style.quote(regulation, cite)
        if words is not None:
            yield 2, str(message(N_("the act says: {words}"), words=words))
    if finding.remedy:
        yield 1, _said(N_("What to do"), str(finding.remedy))
    if finding.waived is not None:
        accepted = finding.waived
        told = message(
            N_("Accepted until {day} by {who}: {why}."),
            day=accepted.expires.isoformat(),
            who=accepted.approved_by,
            why=accepted.reason.rstrip("."),
        )
        yield 1, str(told)
    yield 1, _said(N_("Fingerprint"), finding.fingerprint)


def _said(heading: str, words: str) -> str:
    return f"{translate(heading)}: {words}"
