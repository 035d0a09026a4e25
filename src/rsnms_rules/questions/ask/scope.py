"""Where a question looks: the entries of one or several acts, and the shared helpers of the kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rsnms_rules.i18n import Message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.party import Party
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.questions.ask.answer import Item
from rsnms_rules.questions.ask.entry import Entry, entries
from rsnms_rules.questions.ask.match import Hit, Matcher
from rsnms_rules.questions.ask.say import said
from rsnms_rules.questions.ask.understand import Question, roots
from rsnms_rules.questions.base import short_name

FAINT = 0.18
"""Hits below this score are neither an answer nor the nearest thing, whatever a kind makes of them."""


class Scope:
    """The acts that are asked, indexed once."""

    def __init__(self, regulations: Sequence[RegulationFile], catalogue: CatalogueFile) -> None:
        """Index the regulations."""
        self.regulations = tuple(regulations)
        self.catalogue = catalogue
        self.matcher = Matcher(entry for regulation in regulations for entry in entries(regulation, catalogue))
        self.places = {regulation.id: roots(regulation.territory.name) for regulation in regulations}

    def asked(self, question: Question) -> tuple[RegulationFile, ...]:
        """The regulations that the question names, or all of them."""
        named = tuple(item for item in self.regulations if item.id in question.places)
        return named or self.regulations

    def hits(self, question: Question, words: Sequence[str], *sorts: str, least: float = FAINT) -> Iterator[Hit]:
        """The entries of some sorts that have the words, best first, in the acts that the question names."""
        wanted = {item.id for item in self.asked(question)}
        for hit in self.matcher.search(words, question.verbs):
            if hit.score < least:
                return
            if hit.entry.sort in sorts and hit.entry.regulation.id in wanted:
                yield hit

    def meant(self, question: Question) -> frozenset[str]:
        """The stems of the question, and those that stand for them in the acts."""
        return frozenset(other for word in question.words for other in (word, *self.matcher.near(word)))

    def of_sort(self, question: Question, sort: str) -> Iterator[Entry]:
        """All entries of a sort in the acts that the question names, in the order of the files."""
        wanted = {item.id for item in self.asked(question)}
        yield from (entry for entry in self.matcher.entries if entry.sort == sort and entry.regulation.id in wanted)


def item(entry: Entry, value: Message, score: float, *, label: Message | None = None) -> Item:
    """An item that answers with `value` from an entry."""
    return Item(entry.element, entry.regulation.id, label or said(entry.label), value, entry.cite, score)


def names(regulation: RegulationFile, parties: Sequence[Party]) -> str:
    """Parties by their short names, with the capacity in which they act."""
    said = (short_name(regulation, party.name) + (f" ({party.as_})" if party.as_ else "") for party in parties)
    return "; ".join(said)
