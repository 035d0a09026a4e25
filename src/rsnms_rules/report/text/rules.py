"""The built-in rules as a list for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rsnms_rules.finding import LABELS
from rsnms_rules.i18n import translate
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import BOLD, painted, paragraph
from rsnms_rules.rule import Rule


def rules(cards: Sequence[Rule], style: Style) -> str:
    """Slug, severity and sentence of each rule."""
    return "\n".join(line for card in cards for line in _one(card, style)) + "\n"


def _one(card: Rule, style: Style) -> Iterator[str]:
    yield f"{painted(card.slug, BOLD, style)} ({translate(LABELS[card.severity])})"
    yield from paragraph(translate(card.sentence), style, indent=1)
