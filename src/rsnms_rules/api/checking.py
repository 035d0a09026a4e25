"""Checking regulations with the built-in rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rsnms_rules.api.regulation import Regulation
from rsnms_rules.checks import ALL_RULES, card, check_of
from rsnms_rules.checks.base import CitedPlace, Material, TextFacts
from rsnms_rules.finding import Fault, Finding, sort_key
from rsnms_rules.i18n import message
from rsnms_rules.model.plan import branches
from rsnms_rules.model.types import Element
from rsnms_rules.rule import Rule, Severity
from rsnms_rules.source.act.resolve import ActText, Status
from rsnms_rules.source.act.verify import Cited
from rsnms_rules.source.act.verify import verify as verify_text
from rsnms_rules.source.places import findings

RULES: Mapping[str, Rule] = {card(module).slug: card(module) for module in ALL_RULES}
"""The cards of the built-in rules by slug."""


def check_regulation(
    regulation: Regulation,
    *,
    text: ActText | None = None,
    as_of: date | None = None,
    severities: Mapping[str, Severity | None] | None = None,
) -> tuple[Finding, ...]:
    """Run the built-in rules over one regulation.

    Args:
        regulation: the regulation.
        text: the act's text; the rules that need it are silent without it.
        as_of: the day on which the check is made, for the rules that look at the calendar.
        severities: other severities by slug; None switches a rule off.

    Returns:
        the findings in the order of the file, those of the reader among them.
    """
    chosen = severities or {}
    cards = {
        slug: replace(rule, severity=chosen.get(slug) or rule.severity)
        for slug, rule in RULES.items()
        if chosen.get(slug, rule.severity) is not None
    }
    material = Material(regulation.model, regulation.catalogue, as_of, _facts(regulation, text))
    faults = [
        Fault(card(module).slug, found.path, found.message, found.remedy, found.anchor)
        for module in ALL_RULES
        if card(module).slug in cards
        for found in check_of(module)(material)
    ]
    elements = _elements(regulation)
    stamped = findings(
        faults, cards, file=regulation.file, root=regulation.places, element=lambda path: _nearest(elements, path)[0]
    )
    cited = [replace(found, cite=_cites(regulation, found.element)) for found in stamped]
    return tuple(sorted((*regulation.findings, *cited), key=sort_key))


def _facts(regulation: Regulation, text: ActText | None) -> TextFacts | None:
    if text is None:
        return None
    found = verify_text(regulation.model, text)
    return TextFacts(
        words=text.words.text,
        uncited=tuple((free.line, free.text) for free in found.uncited),
        lost=tuple(_places(regulation, (*found.of(Status.LOST), *found.of(Status.AMBIGUOUS)))),
        cut_off=tuple(_places(regulation, found.of(Status.CUT_OFF))),
    )


def _places(regulation: Regulation, cited: Iterable[Cited]) -> Iterable[CitedPlace]:
    paths = {branch.element: branch.path for branch in branches(regulation.model)}
    for one in cited:
        why = one.resolution.why or message("")
        yield CitedPlace((*paths[one.element], "cite"), str(one.resolution.citation), why)


def _elements(regulation: Regulation) -> dict[tuple[str | int, ...], tuple[str, tuple[str, ...]]]:
    """For the path of each part its element and the citations of the nearest element that has some."""
    found: dict[tuple[str | int, ...], tuple[str, tuple[str, ...]]] = {}
    for branch in branches(regulation.model):
        own = tuple(str(cite) for cite in branch.value.cite) if isinstance(branch.value, Element) else ()
        name = f"{regulation.id}:{branch.element}" if branch.element else regulation.id
        found[branch.path] = name, own or _nearest(found, branch.path)[1]
    return found


def _nearest(
    elements: Mapping[tuple[str | int, ...], tuple[str, tuple[str, ...]]], path: Sequence[str | int]
) -> tuple[str, tuple[str, ...]]:
    for length in range(len(path), -1, -1):
        if (found := elements.get(tuple(path[:length]))) is not None:
            return found
    return "", ()


def _cites(regulation: Regulation, element: str) -> tuple[str, ...]:
    return next((cite for name, cite in _elements(regulation).values() if name == element), ())
