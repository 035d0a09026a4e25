"""Several regulations together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from rsnms_rules.api.regulation import Regulation
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.questions.ask.answer import Answer
from rsnms_rules.questions.ask.engine import Asker
from rsnms_rules.questions.who import Responsibilities

if TYPE_CHECKING:
    import networkx


class Corpus(Mapping[str, Regulation]):
    """Regulations by id, in the order of the ids."""

    def __init__(self, regulations: Mapping[str, Regulation]) -> None:
        """Keep `regulations`, sorted by id."""
        self._regulations = dict(sorted(regulations.items()))

    def __getitem__(self, name: str) -> Regulation:
        return self._regulations[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._regulations)

    def __len__(self) -> int:
        return len(self._regulations)

    def __repr__(self) -> str:
        return f"<Corpus {', '.join(self)}>"

    def parent(self, name: str) -> Regulation | None:
        """The region's regulation of a district's one; None where the corpus has none.

        Raises:
            KeyError: there is no regulation `name`.
        """
        return self.get(self[name].model.parent or "")

    def districts(self, name: str) -> tuple[Regulation, ...]:
        """The regulations whose parent is `name`, in the order of the ids.

        Raises:
            KeyError: there is no regulation `name`.
        """
        above = self[name].id
        return tuple(regulation for regulation in self.values() if regulation.model.parent == above)

    @cached_property
    def graph(self) -> networkx.MultiDiGraph[str]:
        """One frozen graph of all regulations, joined in the concepts and roles that they share."""
        from rsnms_rules.graph.join import join

        return join([regulation.graph for regulation in self.values()])

    def who(self, query: str | None = None, *, concept: str | None = None) -> Responsibilities:
        """Ask every regulation who is responsible; see `Regulation.who`."""
        answers = [regulation.who(query, concept=concept) for regulation in self.values()]
        return Responsibilities.of(query or concept or "", answers)

    @cached_property
    def _asker(self) -> Asker:
        catalogue = next((regulation.catalogue for regulation in self.values()), CatalogueFile(spec=1))
        return Asker([regulation.model for regulation in self.values()], catalogue)

    def ask(self, question: str) -> Answer:
        """Answer a question over all regulations, or over those whose territories it names; see `Regulation.ask`."""
        return self._asker.ask(question)
