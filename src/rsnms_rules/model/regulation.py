"""The regulation file as a whole."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ValidationInfo, model_validator

from rsnms_rules.model.act import Act, ActText
from rsnms_rules.model.defaults import fill
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.measure import Measure
from rsnms_rules.model.subject import Subject
from rsnms_rules.model.system import (
    Channel,
    Direction,
    Duty,
    Mechanism,
    Monitoring,
    Note,
    Principle,
    Statement,
    Task,
    Term,
)
from rsnms_rules.model.types import Day, Id, Part, Seq, Text, doc
from rsnms_rules.model.vocabulary import Extent, FilePart, Tier

FILLED = object()
"""Context of a validation whose data `fill` has already filled in."""


class Territory(Part):
    """The territory on which the act holds."""

    name: Annotated[Text, doc("name", "Name of the territory as printed")]
    code: Annotated[Text | None, doc("code", "ISO 3166-2 code of a region, or a code of one's own")] = None


class Encoding(Part):
    """Who made this file, and when; roles, not names."""

    made: Annotated[Day | None, doc("made", "Day of encoding")] = None
    reviewed: Annotated[Day | None, doc("reviewed", "Day of the last review against the text")] = None
    by: Annotated[Text | None, doc("by", "Role of the encoder")] = None
    reviewed_by: Annotated[Text | None, doc("reviewed by", "Role of the reviewer, who did not encode the act")] = None


class RegulationFile(Part):
    """One encoded act (`spec: 1`)."""

    spec: Annotated[Literal[1], doc("format", "Version of this file format: 1")]
    id: Annotated[Id, doc("id", "Latin, lower case, hyphenated; stable once published")]
    tier: Annotated[Tier, doc("tier", "Regional or municipal act")]
    territory: Annotated[Territory, doc("territory", "Where the act holds")]
    parent: Annotated[Id | None, doc("parent", "Municipal acts: id of the regional regulation")] = None
    act: Annotated[Act, doc("act", "The act's own data")]
    text: Annotated[ActText, doc("text", "What the encoder had before them")] = ActText(extent=Extent.COMPLETE)
    subjects: Annotated[Seq[Subject], doc("subjects", "Bodies with a place in the system")] = ()
    duties: Annotated[Seq[Duty], doc("duties", "What the act demands without saying of whom")] = ()
    goals: Annotated[Seq[Statement], doc("goals", "Goals of the system")] = ()
    tasks: Annotated[Seq[Task], doc("tasks", "Tasks of the system")] = ()
    principles: Annotated[Seq[Principle], doc("principles", "Principles and approaches")] = ()
    provisions: Annotated[Seq[Statement], doc("provisions", "Other rules of the text")] = ()
    matters: Annotated[Seq[Statement], doc("matters", "Matters of interaction («предмет взаимодействия»)")] = ()
    channels: Annotated[Seq[Channel], doc("channels", "Channels of interaction («каналы»)")] = ()
    mechanisms: Annotated[Seq[Mechanism], doc("mechanisms", "Mechanisms («механизмы»)")] = ()
    directions: Annotated[Seq[Direction], doc("directions", "Directions of work")] = ()
    indicators: Annotated[Seq[Indicator], doc("indicators", "Indicators with their targets")] = ()
    monitoring: Annotated[Monitoring | None, doc("monitoring", "How the system is monitored")] = None
    measures: Annotated[Seq[Measure], doc("measures", "Rows of the roadmap")] = ()
    terms: Annotated[Seq[Term], doc("terms", "Terms that the act defines")] = ()
    notes: Annotated[Seq[Note], doc("notes", "What the encoder saw: defects of the act and readings")] = ()
    encoding: Annotated[Encoding | None, doc("encoding", "Who made this file, and when")] = None

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, data: object, info: ValidationInfo) -> object:
        return data if info.context is FILLED else fill(data)

    def unknown(self, part: FilePart) -> bool:
        """Tell whether an empty answer about `part` means «unknown» (DESIGN 4.1)."""
        if any(entry.part is part and entry.of is None and entry.level is None for entry in self.text.missing):
            return True
        return self.text.extent is Extent.PARTIAL and part not in self.text.absent

    def holds(self, part: FilePart) -> bool:
        """Tell whether the file has anything of a list; functions are those of its subjects."""
        return bool(getattr(self, "subjects" if part is FilePart.FUNCTIONS else part.value))
