"""Indicators and their targets."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rsnms_rules.model.subject import Concepts
from rsnms_rules.model.types import Day, Element, Flag, Id, Quantity, Ref, Seq, Text, Year, doc
from rsnms_rules.model.vocabulary import Every, People, Unit

TARGETS_NONE = "none"


class Required(Element):
    """A value that is required: a bound in the unit of the target, or a milestone done."""

    at_least: Annotated[Quantity | None, doc("at least", "Least value, in the unit of the indicator")] = None
    at_most: Annotated[Quantity | None, doc("at most", "Greatest value, in the unit of the indicator")] = None
    done: Annotated[Flag | None, doc("done", "A milestone that must be reached")] = None


class Target(Required):
    """What an indicator must reach, and in which period.

    Exactly one of `by`, `as_of`, `period`, `every` and `undated` says when; `source.coherence` reports other files.
    """

    text: Annotated[Text | None, doc("text", "The period as printed")] = None
    by: Annotated[Day | None, doc("by", "Must be reached by the end of this day")] = None
    as_of: Annotated[Day | None, doc("as of", "State at the end of this day")] = None
    period: Annotated[Year | None, doc("period", "Calendar year")] = None
    every: Annotated[Every | None, doc("every", "One result each year")] = None
    from_: Annotated[Year | None, Field(alias="from"), doc("from", "First year of a repeated target")] = None
    until: Annotated[Year | None, doc("until", "Last year of a repeated target")] = None
    undated: Annotated[Flag, doc("undated", "The act gives no date")] = False

    @property
    def last(self) -> date | None:
        """The day by which it must be reached; of a repeated one the end of its first year; None where none is said."""
        year = self.period or self.from_
        return self.by or self.as_of or (date(year, 12, 31) if year else None)


class Indicator(Element):
    """What is measured. `targets` is empty where the file gives none, None where the act sets none."""

    id: Id
    concepts: Concepts = ()
    name: Annotated[Text | None, doc("name", "Name as printed, without the target")] = None
    unit: Annotated[Unit, doc("unit", "Unit of the target")] = Unit.PERCENT
    of: Annotated[Text | None, doc("of", "The denominator, where the act names it")] = None
    per: Annotated[Text | None, doc("per", "Per what the number is counted: an average")] = None
    direction: Annotated[Id | None, Ref.DIRECTION, doc("direction", "The direction it belongs to")] = None
    territory: Annotated[
        Text | None, doc("territory", "A territory of its own: never added into the region's value")
    ] = None
    among: Annotated[Seq[People], doc("among", "The groups of people that it counts")] = ()
    targets: Annotated[
        Seq[Target] | None,
        BeforeValidator(
            lambda value: None if value == TARGETS_NONE else value,
            json_schema_input_type=Literal["none"] | Seq[Target],
        ),
        doc("targets", "Targets, or none where the act sets none"),
    ] = ()
