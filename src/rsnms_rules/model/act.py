"""The act itself: its form, number and dates, its operative points, what it rests on and repeals."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from rsnms_rules.model.party import Parties
from rsnms_rules.model.types import (
    ConceptId,
    Day,
    DayOrUnknown,
    Element,
    Flag,
    Id,
    Part,
    Ref,
    Seq,
    Text,
    Whole,
    doc,
)
from rsnms_rules.model.vocabulary import (
    ActKind,
    BasisKind,
    Extent,
    FilePart,
    InForceFrom,
    Level,
    SkippedWhy,
    Where,
)

Number = Annotated[Text, doc("number", "Number of the document as printed, or unknown where the text leaves it blank")]
IssueDate = Annotated[DayOrUnknown, doc("date", "Date of the document, or unknown where the text leaves it blank")]


class OtherDate(Element):
    """A date that the text gives for the act in another place."""

    date: IssueDate


class InForce(Part):
    """When the act is in force."""

    from_: Annotated[
        InForceFrom | Day | None,
        Field(alias="from"),
        doc("from", "In force from signing, from publication, or from a date"),
    ] = None
    until: Annotated[Day | None, doc("until", "Last day in force")] = None


class Point(Element):
    """An operative point of the order."""

    id: Id
    does: Annotated[Text, doc("statement", "What the point orders, in the encoder's words")]
    to: Annotated[Parties, doc("to whom", "Whom the point charges")] = ()
    concepts: Annotated[Seq[ConceptId], Ref.CONCEPT, doc("concepts", "What it is, from the catalogue")] = ()


class Document(Element):
    """Another act: repealed, amending or replacing this one."""

    number: Number = "unknown"
    date: IssueDate = "unknown"
    title: Annotated[Text | None, doc("title", "Title as printed")] = None


class Annex(Element):
    """An annex of the order or of the Положение."""

    number: Annotated[Whole, Field(ge=1), doc("number", "Number of the annex")]
    part: Annotated[FilePart, doc("part", "Which part of this file the annex holds")]
    of: Annotated[Literal["order", "regulation"], doc("annex of", "What it is an annex of")] = "order"
    in_text: Annotated[Flag, doc("in the text", "Whether the text at hand contains it")] = True
    title: Annotated[Text | None, doc("title", "Title as printed")] = None


class LegalBasis(Element):
    """A document that the act rests on; programmes and passports have neither number nor date."""

    id: Id | None = None
    kind: Annotated[BasisKind, doc("kind", "Form of the document")]
    number: Annotated[Text | None, doc("number", "Number as printed")] = None
    date: Annotated[Day | None, doc("date", "Date of the document")] = None
    title: Annotated[Text | None, doc("title", "Title as printed")] = None
    where: Annotated[Where | None, doc("where", "In which part of the act it is named")] = None


class Act(Element):
    """The act's own data."""

    kind: Annotated[ActKind, doc("kind", "Form of the act")] = ActKind.ORDER
    title: Annotated[Text | None, doc("title", "Title of the act as printed")] = None
    issuer: Annotated[Id | None, Ref.SUBJECT, doc("issuer", "The subject that issued the act")] = None
    number: Number = "unknown"
    date: IssueDate = "unknown"
    other_dates: Annotated[Seq[OtherDate], doc("other dates", "Dates of the act elsewhere in the text")] = ()
    in_force: Annotated[InForce | None, doc("in force", "From when and until when the act holds")] = None
    coordinator: Annotated[
        Id | None, Ref.SUBJECT, doc("coordinator", "The subject that the act names coordinator of the system")
    ] = None
    points: Annotated[Seq[Point], doc("points", "Operative points of the order")] = ()
    repeals: Annotated[Seq[Document], doc("repeals", "Acts that lose force")] = ()
    amended_by: Annotated[Seq[Document], doc("amended by", "Later acts that amend this one")] = ()
    replaced_by: Annotated[Document | None, doc("replaced by", "The act that replaces this one")] = None
    annexes: Annotated[Seq[Annex], doc("annexes", "Annexes that the order approves")] = ()
    legal_basis: Annotated[Seq[LegalBasis], doc("legal basis", "Documents that the act rests on")] = ()


class Missing(Element):
    """A part of the act that the text at hand does not contain: unknown, not absent."""

    part: Annotated[FilePart, doc("part", "What is missing")]
    of: Annotated[Id | None, Ref.SUBJECT, doc("of", "The subject whose list breaks off")] = None
    level: Annotated[Level | None, doc("level", "The level whose subjects are missing")] = None
    certain: Annotated[Flag, doc("certain", "The act itself says that the part exists")] = False
    why: Annotated[Text, doc("why", "What shows that the part is missing")]


class Skipped(Element):
    """Words of the text that are deliberately not encoded."""

    why: Annotated[SkippedWhy, doc("why", "What sort of words they are")]


class ActText(Part):
    """What the encoder had before them."""

    extent: Annotated[Extent, doc("extent", "Whether the text at hand is the whole act")] = Extent.COMPLETE
    missing: Annotated[Seq[Missing], doc("missing", "Parts that the text lacks: unknown")] = ()
    absent: Annotated[
        Seq[FilePart], doc("absent", "Parts that the act is known not to have although its text is partial")
    ] = ()
    skipped: Annotated[Seq[Skipped], doc("skipped", "Words deliberately not encoded")] = ()
    title: Annotated[Text | None, doc("title", "Title of the text")] = None
    digest: Annotated[
        Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None,
        doc("digest", "SHA-256 of the text encoded, in hex"),
    ] = None
    url: Annotated[Text | None, doc("address", "Where the text was published")] = None
