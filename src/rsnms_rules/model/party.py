"""Performers, partners and parties: a subject's id, a subject in a capacity, or people in words."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from rsnms_rules.model.types import Id, Part, Ref, Seq, Text, doc


class Party(Part):
    """One entry of `with`, `to`, `responsible`, `executors`, `parties`, `by`.

    Exactly one of `who` and `text` is set; `as_` goes with `who`. `source.coherence` reports other combinations.
    """

    who: Annotated[Id | None, Ref.SUBJECT, doc("who", "Id of a subject")] = None
    as_: Annotated[Text | None, Field(alias="as"), doc("as", "Capacity as printed")] = None
    text: Annotated[Text | None, doc("text", "People or a class of people that have no place of their own")] = None

    @property
    def name(self) -> str:
        """The subject's id, or the words for people."""
        return self.who or self.text or ""


def _party(value: object) -> object:
    return {"who": value} if isinstance(value, str) else value


class PartyByWho(Part):
    """A subject, as the file writes it in long."""

    who: Id
    as_: Annotated[Text | None, Field(alias="as"), doc("as", "Capacity as printed")] = None


class PartyByText(Part):
    """People in words, as the file writes them."""

    text: Text


PartyEntry = Annotated[Party, BeforeValidator(_party, json_schema_input_type=Id | PartyByWho | PartyByText)]
Parties = Seq[PartyEntry]
