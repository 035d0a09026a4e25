"""What the act says of the system as a whole: goals, tasks, channels, mechanisms, directions, terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rsnms_rules.model.party import Parties
from rsnms_rules.model.subject import Concepts, Does
from rsnms_rules.model.types import Element, Id, Ref, Seq, Text, Whole, doc
from rsnms_rules.model.vocabulary import Every, Level, MechanismKind, NoteKind, PrincipleKind

ALL = "all"


class Statement(Element):
    """A sentence of the act in the encoder's words: a goal, a provision, a content of a direction."""

    id: Id
    does: Does
    concepts: Concepts = ()


class Task(Statement):
    """A task of the system."""

    area: Annotated[Text | None, doc("area", "The area under which the act prints the task")] = None


class Principle(Statement):
    """A principle or an approach."""

    kind: Annotated[PrincipleKind, doc("kind", "Principle or approach")] = PrincipleKind.PRINCIPLE


class Duty(Statement):
    """What the act demands without saying of whom."""

    about: Annotated[Id | None, Ref.SUBJECT, doc("about", "The subject that the demand is about")] = None
    with_: Annotated[Parties, Field(alias="with"), doc("jointly with", "Joint performers that are named")] = ()


class Channel(Element):
    """A channel of interaction."""

    id: Id
    name: Annotated[Text, doc("name", "Name as printed")]
    concepts: Concepts = ()
    between: Annotated[
        Parties | None,
        BeforeValidator(lambda value: None if value == ALL else value, json_schema_input_type=Literal["all"] | Parties),
        doc("between", "Whom it connects: all, or a list of parties"),
    ] = None
    level: Annotated[Level | None, doc("level", "Level that it serves")] = None


class Mechanism(Element):
    """A mechanism, called so by the act's own heading."""

    id: Id
    kind: Annotated[MechanismKind, doc("kind", "Sort of mechanism")] = MechanismKind.OTHER
    name: Annotated[Text | None, doc("name", "Name as printed")] = None
    does: Annotated[
        Text | None, doc("statement", "What it is in the encoder's words, where the act has no name for it")
    ] = None
    parties: Annotated[Parties, doc("parties", "Parties to it")] = ()
    concepts: Concepts = ()


class Activity(Element):
    """A system-forming activity of a direction."""

    id: Id
    level: Annotated[Level | None, doc("level", "Level on which it is done")] = None
    does: Does
    concepts: Concepts = ()
    with_: Annotated[Parties, Field(alias="with"), doc("jointly with", "Joint performers")] = ()


class Direction(Element):
    """A direction of work with its contents, mechanisms and activities."""

    id: Id
    number: Annotated[Text | None, doc("number", "Number as printed")] = None
    name: Annotated[Text, doc("name", "Name as printed")]
    contents: Annotated[Seq[Statement], doc("contents", "What the direction covers")] = ()
    mechanisms: Annotated[Seq[Mechanism], doc("mechanisms", "Mechanisms of interaction in it")] = ()
    activities: Annotated[Seq[Activity], doc("activities", "System-forming activities in it")] = ()


class Method(Element):
    """A method of gathering data or a source of it."""

    id: Id
    name: Annotated[Text | None, doc("name", "Name as printed")] = None
    does: Annotated[Text | None, doc("statement", "What it is in the encoder's words")] = None


class Monitoring(Element):
    """How the system is monitored."""

    every: Annotated[Every | None, doc("every", "How often")] = None
    at_least: Annotated[Whole | None, Field(ge=1), doc("at least", "Least number of times in that time")] = None
    by: Annotated[Parties, doc("by", "Who monitors")] = ()
    does: Annotated[Text | None, doc("statement", "What is done with the results, in the encoder's words")] = None
    methods: Annotated[Seq[Method], doc("methods", "Methods and instruments")] = ()
    based_on: Annotated[Seq[Method], doc("based on", "What the indicators take into account")] = ()


class Term(Element):
    """A term that the act defines."""

    id: Id
    term: Annotated[Text, doc("term", "The term as printed")]
    abbr: Annotated[Text | None, doc("abbreviation", "The act's abbreviation for it")] = None
    aliases: Annotated[Seq[Text], doc("other names", "Other words that the act gives for it")] = ()
    means: Annotated[Text, doc("meaning", "What it means, in the encoder's words")]


class Note(Element):
    """What the encoder saw: a defect of the act, or a reading of their own."""

    kind: Annotated[NoteKind, doc("kind", "What sort of note it is")]
    on: Annotated[
        Text | None,
        Ref.ELEMENT,
        doc("on", "The element concerned: subjects.cnppm.functions.mms-registry-keep"),
    ] = None
    note: Annotated[Text, doc("note", "The note, in Russian")]
