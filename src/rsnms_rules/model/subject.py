"""Subjects and their functions."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from rsnms_rules.model.party import Parties
from rsnms_rules.model.types import Citations, ConceptId, Element, Flag, Id, Part, Ref, Seq, Text, doc
from rsnms_rules.model.vocabulary import How, Level, Mode, Standing, SubjectKind, SubjectNoteKind

Does = Annotated[Text, doc("statement", "The encoder's own short statement in Russian, verb first")]
Concepts = Annotated[
    Seq[ConceptId], Ref.CONCEPT, doc("concepts", "What it is, from the catalogue; the leading concept first")
]


class Interaction(Part):
    """How a subject deals with a counterparty."""

    how: Annotated[How, doc("how", "What the subject does to its counterparty")]
    with_: Annotated[Parties, Field(alias="with"), doc("with", "The counterparty")] = ()
    to: Annotated[Parties, doc("to", "Whom it reaches in the end")] = ()


def _id_or_concept(schema: JsonDict) -> None:
    """In a file the id of a function may be left out where its concept gives it (`model.defaults`)."""
    required = schema["required"]
    assert isinstance(required, list)
    required.remove("id")
    schema["anyOf"] = [
        {"required": ["id"]},
        {"required": ["concepts"], "properties": {"concepts": {"minItems": 1}}},
        {"required": ["catch_all"], "properties": {"catch_all": {"const": True}}},
    ]


class Function(Element):
    """One duty that the act gives to a subject: one item of its list."""

    model_config = ConfigDict(json_schema_extra=_id_or_concept)

    id: Annotated[Id, doc("id", "By default the leading concept with «-» for «.»")]
    does: Does
    concepts: Concepts = ()
    with_: Annotated[Parties, Field(alias="with"), doc("jointly with", "Joint performers: only «совместно с …»")] = ()
    mode: Annotated[Mode, doc("mode", "Leads, or takes part («участвует», «содействует», «способствует»)")] = Mode.LEADS
    takes_part: Annotated[
        Seq[ConceptId], Ref.CONCEPT, doc("takes part in", "Concepts of a duty led in which the body only takes part")
    ] = ()
    interacts: Annotated[Seq[Interaction], doc("interactions", "Counterparties that are no joint performers")] = ()
    as_: Annotated[Text | None, Field(alias="as"), doc("as", "Capacity in which the subject acts")] = None
    group: Annotated[Id | None, Ref.GROUP, doc("group", "The list inside the list that the item belongs to")] = None
    under: Annotated[Id | None, Ref.MECHANISM, doc("under", "The mechanism under which it is done")] = None
    beside: Annotated[Flag, doc("beside the list", "The duty is printed beside the list, not as an item of it")] = False
    catch_all: Annotated[Flag, doc("catch-all", "«Other tasks»: the only function without a concept")] = False

    def mode_in(self, concept: str) -> Mode:
        """Whether the body leads in this concept of the duty: an item with two verbs may differ between them."""
        return Mode.PARTICIPATES if concept in self.takes_part else self.mode


class Group(Element):
    """A list inside a subject's list."""

    id: Id
    name: Annotated[Text, doc("name", "What the list limits its items to")]


class SubjectNote(Element):
    """A sentence beside the list that is no duty."""

    kind: Annotated[SubjectNoteKind, doc("kind", "What the sentence speaks of")]
    note: Annotated[Text, doc("note", "The sentence in the encoder's words")]
    concepts: Concepts = ()
    interacts: Annotated[Seq[Interaction], doc("interactions", "Counterparties named in the sentence")] = ()


class Listed(Element):
    """Another level under which the act lists the body."""

    under: Annotated[Level, doc("under", "Level under which the act lists the body")]


class Subject(Element):
    """A body, service, association or community with a place in the system."""

    id: Id
    roles: Annotated[Seq[ConceptId], Ref.ROLE, doc("roles", "Roles from the catalogue; the first one leads")] = ()
    level: Annotated[Level | None, doc("level", "What the body is; for a unit of a university the level it serves")] = (
        None
    )
    name: Annotated[Text, doc("name", "Official name as printed")]
    abbr: Annotated[Text | None, doc("abbreviation", "The act's own abbreviation")] = None
    aliases: Annotated[Seq[Text], doc("other names", "The act's own other spellings")] = ()
    misread: Annotated[Seq[Text], doc("misread names", "Spellings that are the scanner's")] = ()
    part_of: Annotated[Id | None, Ref.SUBJECT, doc("part of", "The body that it is a unit of")] = None
    consists_of: Annotated[Seq[Id], Ref.SUBJECT, doc("consists of", "The subjects that it is made of")] = ()
    many: Annotated[Flag, doc("many", "A class of bodies, not one")] = False
    standing: Annotated[Standing, doc("standing", "Member of the system, or only named")] = Standing.MEMBER
    kind: Annotated[SubjectKind, doc("kind", "Body or persons")] = SubjectKind.BODY
    listed: Annotated[Seq[Listed], doc("listed", "Instead of a citation: the levels under which it is listed")] = ()
    functions: Annotated[Seq[Function], doc("functions", "One function per item of the act's list")] = ()
    groups: Annotated[Seq[Group], doc("groups", "Lists inside the list")] = ()
    notes: Annotated[Seq[SubjectNote], doc("notes", "Sentences beside the list that are no duty")] = ()

    @property
    def places(self) -> Citations:
        """Where the act speaks of the subject: its own citations or those of `listed`."""
        return self.cite or tuple(place for entry in self.listed for place in entry.cite)
