"""Waivers: findings and differences that somebody accepts, until a day."""

from __future__ import annotations

from typing import Annotated, Literal

from rsnms_rules.model.types import Day, Id, Part, Seq, Text, doc


class Waiver(Part):
    """One accepted finding or difference: what, why, who said so, and until when."""

    rule: Annotated[Text, doc("rule", "Slug of the rule, or of the judgement of a difference")]
    element: Annotated[Text, doc("element", "The element concerned: orenburg:subjects.cnppm")]
    fingerprint: Annotated[
        Text | None, doc("fingerprint", "Of the one finding that is meant, where the element has several of the rule")
    ] = None
    reason: Annotated[Text, doc("reason", "Why it is accepted")]
    approved_by: Annotated[Text, doc("approved by", "Who accepted it: a role or a name")]
    expires: Annotated[Day, doc("expires", "Last day on which it holds")]


class WaiverFile(Part):
    """A file of waivers."""

    spec: Annotated[Literal[1], doc("spec", "Version of the format")]
    regulation: Annotated[
        Id | None, doc("regulation", "The act of the whole file: elements may then be named without it")
    ] = None
    waivers: Annotated[Seq[Waiver], doc("waivers", "The waivers")] = ()
