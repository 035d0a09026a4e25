"""Measures: the rows of the roadmap."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from rsnms_rules.model.indicator import Required
from rsnms_rules.model.party import Parties
from rsnms_rules.model.subject import Concepts
from rsnms_rules.model.types import Day, Element, Flag, Id, Part, Period, Ref, Seq, Text, Whole, doc
from rsnms_rules.model.vocabulary import Every, Unit

Month = Annotated[Whole, Field(ge=1, le=12)]


class Due(Part):
    """When a measure is due; overdue from the day after its last day."""

    text: Annotated[Text | None, doc("text", "The date as printed")] = None
    by: Annotated[Day | None, doc("by", "Last day")] = None
    at: Annotated[Seq[Period], doc("at", "Periods in which it takes place: 2023-06, 2023-03/2023-05")] = ()
    every: Annotated[Every | None, doc("every", "How often")] = None
    months: Annotated[Seq[Month], doc("months", "Months of a repeated measure, 1 to 12")] = ()
    from_: Annotated[Period | None, Field(alias="from"), doc("from", "Beginning of a repeated measure")] = None
    until: Annotated[Period | None, doc("until", "End of a repeated measure")] = None
    open: Annotated[Flag, doc("open", "No last day")] = False

    @property
    def last(self) -> date | None:
        """Its last day; None where the file gives none."""
        return self.by or max((period.last for period in self.at), default=None)


class Promise(Required):
    """A number that the result of a measure promises."""

    name: Annotated[Text | None, doc("name", "What is promised")] = None
    indicator: Annotated[Id | None, Ref.INDICATOR, doc("indicator", "The indicator that it is a value of")] = None
    unit: Annotated[Unit | None, doc("unit", "Unit, where no indicator gives it")] = None


class Measure(Element):
    """A row of the roadmap."""

    id: Id
    row: Annotated[Whole, Field(ge=1), doc("row", "Counted in the order of the text: rows with a title, no headings")]
    title: Annotated[Text | None, doc("title", "Title as printed")] = None
    activity: Annotated[Text | None, Ref.ACTIVITY, doc("activity", "direction.activity of the first column")] = None
    concepts: Concepts = ()
    responsible: Annotated[Parties, doc("responsible", "Responsible bodies")] = ()
    executors: Annotated[Parties, doc("executors", "Executors")] = ()
    due: Annotated[Due | None, doc("due", "When it is due")] = None
    result: Annotated[Text | None, doc("result", "Result as printed")] = None
    targets: Annotated[Seq[Promise], doc("targets", "Numbers promised in the result")] = ()
