"""What every rule is known by: its slug, its severity and one sentence that says the rule as it holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; the order of the members is the order of weight."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def weighs(self, least: Severity) -> bool:
        """Whether this severity is `least` or a heavier one."""
        order = list(Severity)
        return order.index(self) <= order.index(least)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's card: a kebab-case slug that names the fault, a severity, a sentence (English, translatable).

    `needs` says what the rule is silent without, beside the regulation.
    """

    slug: str
    severity: Severity
    sentence: str
    needs: Needs | None = None


class Needs(StrEnum):
    """What a rule looks at beside the regulation."""

    TEXT = "text"
    OBSERVATIONS = "observations"
