"""Tests beside a pack: cases with the outcome and the elements that a rule must give."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from rsnms_rules.model.pack import Outcome
from rsnms_rules.model.types import Id, Part, Seq, Text, doc


class Case(Part):
    """One case: an act, made up or a bundled one, and what a rule says of it."""

    rule: Annotated[Id, doc("rule", "Slug of the rule")]
    name: Annotated[Text | None, doc("name", "What the case shows")] = None
    act: Annotated[
        dict[str, Any] | None, doc("act", "A made-up act: the fields of a regulation file; its head may be left out")
    ] = None
    regulation: Annotated[Id | None, doc("regulation", "Id of a bundled regulation, in place of an act")] = None
    expect: Annotated[Outcome, doc("expect", "Outcome: the worst of all elements (fail, unknown, empty, pass)")]
    elements: Annotated[
        Seq[Text] | None, doc("elements", "The elements that have this outcome, without the act's id; all of them")
    ] = None


class PackTestFile(Part):
    """The tests of one pack (`<pack>.test.yaml`)."""

    spec: Annotated[Literal[1], doc("format", "Version of this file format: 1")]
    pack: Annotated[Id, doc("pack", "Name of the pack")]
    cases: Annotated[Seq[Case], doc("cases", "The cases")]
