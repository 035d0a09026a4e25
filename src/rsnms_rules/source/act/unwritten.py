"""What is left of a draft: the fields that a person has still to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.plan import branches
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import FilePart

TODO = "TODO"
"""Stands in a draft where a person has to write."""


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A field that still says TODO, or that a finished file would have."""

    element: str
    field: str


def unwritten(regulation: RegulationFile) -> Iterator[Unwritten]:
    """What is left of a draft: every field that says TODO, and indicators of which nobody said what they must reach."""
    for branch in branches(regulation):
        for name, value in branch.value:
            if isinstance(value, str) and value.startswith(TODO):
                yield Unwritten(branch.element, name.rstrip("_"))
        if isinstance(branch.value, Indicator) and _untold(regulation, branch.value):
            yield Unwritten(branch.element, "targets")


def _untold(regulation: RegulationFile, indicator: Indicator) -> bool:
    lost = indicator.broken or "targets" in indicator.unread or regulation.unknown(FilePart.INDICATORS)
    return indicator.targets == () and not lost
