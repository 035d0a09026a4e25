"""`Regulation`: the façade that joins the model of an act, its graph and the answers to questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeVar

from rsnms_rules.api.bundled import bundled
from rsnms_rules.errors import UnknownElement
from rsnms_rules.finding import Finding, nearest
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.act import Act
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.measure import Measure
from rsnms_rules.model.plan import Branch, branches
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Subject
from rsnms_rules.model.system import (
    Channel,
    Direction,
    Duty,
    Mechanism,
    Note,
    Principle,
    Statement,
    Task,
    Term,
)
from rsnms_rules.questions.ask.answer import Answer
from rsnms_rules.questions.ask.engine import Asker
from rsnms_rules.questions.channels import Channels, channels
from rsnms_rules.questions.functions import SubjectFunctions, functions_of
from rsnms_rules.questions.who import Responsibilities, WhoIndex
from rsnms_rules.source.file import read_bytes
from rsnms_rules.source.places import Place, position

if TYPE_CHECKING:
    import networkx

    from rsnms_rules.indicators.assess import Assessment
    from rsnms_rules.indicators.table import Table


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


def _by_id(items: tuple[T, ...]) -> Mapping[str, T]:
    return MappingProxyType({item.id: item for item in items})


class Regulation:
    """One encoded act: `model` is the file as it is, the collections are keyed by id, the methods answer.

    Attributes:
        model: the frozen model of the file.
        catalogue: the catalogue that the file was read with.
        file: where it was read from. `findings`: warnings and notes of the reader.
        places: positions of the values in the file, or None.
    """

    def __init__(
        self,
        model: RegulationFile,
        catalogue: CatalogueFile,
        *,
        file: str = "<memory>",
        findings: tuple[Finding, ...] = (),
        places: Place | None = None,
    ) -> None:
        """Join a model with its catalogue; `places` are the positions of its values in the file."""
        self.model = model
        self.catalogue = catalogue
        self.file = file
        self.findings = findings
        self.places = places

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Regulation) and self.model == other.model

    def __hash__(self) -> int:
        return hash((self.model.id, self.model.territory))

    def __repr__(self) -> str:
        return f"<Regulation {self.id}: {self.model.territory.name}>"

    @property
    def id(self) -> str:
        """Id of the regulation."""
        return self.model.id

    @property
    def act(self) -> Act:
        """The act's own data: form, number, dates, points."""
        return self.model.act

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the encoder saw: defects of the act and readings."""
        return self.model.notes

    @cached_property
    def subjects(self) -> Mapping[str, Subject]:
        """Bodies with a place in the system."""
        return _by_id(self.model.subjects)

    @cached_property
    def duties(self) -> Mapping[str, Duty]:
        """What the act demands without saying of whom."""
        return _by_id(self.model.duties)

    @cached_property
    def goals(self) -> Mapping[str, Statement]:
        """Goals of the system."""
        return _by_id(self.model.goals)

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        """Tasks of the system."""
        return _by_id(self.model.tasks)

    @cached_property
    def principles(self) -> Mapping[str, Principle]:
        """Principles and approaches."""
        return _by_id(self.model.principles)

    @cached_property
    def provisions(self) -> Mapping[str, Statement]:
        """Other rules of the text."""
        return _by_id(self.model.provisions)

    @cached_property
    def matters(self) -> Mapping[str, Statement]:
        """Matters of interaction."""
        return _by_id(self.model.matters)

    @cached_property
    def channels(self) -> Mapping[str, Channel]:
        """Channels of interaction."""
        return _by_id(self.model.channels)

    @cached_property
    def mechanisms(self) -> Mapping[str, Mechanism]:
        """Mechanisms."""
        return _by_id(self.model.mechanisms)

    @cached_property
    def directions(self) -> Mapping[str, Direction]:
        """Directions of work."""
        return _by_id(self.model.directions)

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Indicators with their targets."""
        return _by_id(self.model.indicators)

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """Rows of the roadmap."""
        return _by_id(self.model.measures)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Terms that the act defines."""
        return _by_id(self.model.terms)

    @cached_property
    def elements(self) -> Mapping[str, Branch]:
        """All elements in DESIGN's notation without the regulation's id (`subjects.cnppm.functions.x`)."""
        return MappingProxyType({branch.element: branch for branch in branches(self.model) if branch.element})

    @cached_property
    def graph(self) -> networkx.MultiDiGraph[str]:
        """The frozen graph of the act; its kinds of nodes and edges are documented in docs/graph.md."""
        from rsnms_rules.graph.build import build

        return build(self.model, self.catalogue, lines=self.line, file=self.file)

    @cached_property
    def _who(self) -> WhoIndex:
        return WhoIndex(self.model, self.catalogue)

    def line(self, path: tuple[str | int, ...]) -> int | None:
        """Line (from 1) of the file on which the value at `path` stands; None without positions."""
        return position(self.places, path)[0] if self.places is not None else None

    def element(self, name: str) -> Branch:
        """Find an element by its notation, with or without the regulation's id.

        Raises:
            UnknownElement: when there is no such element; the nearest one is named.
        """
        short = name.removeprefix(f"{self.id}:")
        if short in self.elements:
            return self.elements[short]
        hint = nearest(short, list(self.elements)) or message(N_("See «rsnms export {id}»."), id=self.id)
        raise UnknownElement(name, message(N_("There is no element «{name}». {hint}"), name=name, hint=hint))

    def subject(self, name: str) -> Subject:
        """Find a subject by id, abbreviation, name or another spelling of it, whatever the case.

        Raises:
            UnknownElement: when there is no such subject; the nearest one is named.
        """
        if name in self.subjects:
            return self.subjects[name]
        spellings: dict[str, Subject] = {}
        for item in self.model.subjects:
            for spelling in (item.id, item.abbr, item.name, *item.aliases):
                spellings.setdefault((spelling or "").casefold(), item)
        if name.casefold() in spellings:
            return spellings[name.casefold()]
        hint = nearest(name, list(self.subjects)) or message(N_("Known: {ids}."), ids=", ".join(self.subjects))
        raise UnknownElement(
            name, message(N_("{id} has no subject «{name}». {hint}"), id=self.id, name=name, hint=hint)
        )

    def who(self, query: str | None = None, *, concept: str | None = None) -> Responsibilities:
        """Who is responsible for a function?

        Args:
            query: the function in free Russian words; or
            concept: an id of the catalogue; narrower concepts count too.

        Raises:
            UnknownElement: when the catalogue has no such concept.
            ValueError: when both or neither are given.
        """
        if (query is None) == (concept is None):
            raise ValueError("give either a query or a concept")
        if query is not None:
            return self._who.by_text(query)
        assert concept is not None
        if concept not in self.catalogue.concept_index:
            hint = nearest(concept, list(self.catalogue.concept_index)) or message(
                N_("See regulations/catalogue.yaml.")
            )
            text = message(N_("The catalogue has no concept «{name}». {hint}"), name=concept, hint=hint)
            raise UnknownElement(concept, text)
        return self._who.by_concept(concept)

    @cached_property
    def _asker(self) -> Asker:
        return Asker([self.model], self.catalogue)

    def ask(self, question: str) -> Answer:
        """Answer a question in free Russian words: who, what, how much, by when, what is it, on which level, with whom.

        What the act does not say, and what stands in a lost part of its text, is answered `unknown`.
        """
        return self._asker.ask(question)

    def functions_of(self, subject: str) -> SubjectFunctions:
        """What does a body have to do, alone and jointly?

        Raises:
            UnknownElement: when there is no such subject.
        """
        return functions_of(self.model, self.subject(subject))

    def channels_between(self, a: str, b: str) -> Channels:
        """How do two bodies interact, and through which channels?

        Raises:
            UnknownElement: when there is no such subject.
        """
        return channels(self.model, self.subject(a), self.subject(b))

    def all_channels(self) -> Channels:
        """All channels, mechanisms and connecting duties of the act."""
        return channels(self.model)

    def assess(self, observations: str | Path | Iterable[Mapping[str, object]] | Table, *, as_of: date) -> Assessment:
        """Judge observations against the targets as of a date; nothing reads the clock.

        Args:
            observations: the path of a CSV file, its rows as mappings, or a table that was read.
            as_of: the day on which the judgement is made.

        Raises:
            InvalidObservations: the observations are refused as a whole. UnreadablePath: the file cannot be read.
        """
        from rsnms_rules.indicators.assess import assess

        table = _table(observations)
        return assess(self.model, table, as_of=as_of, known=frozenset(bundled()))


def _table(observations: str | Path | Iterable[Mapping[str, object]] | Table) -> Table:
    from rsnms_rules.indicators.table import MAX_BYTES, Table, from_records, read_csv

    if isinstance(observations, Table):
        return observations
    if isinstance(observations, (str, Path)):
        path = Path(observations)
        return read_csv(read_bytes(path, MAX_BYTES), str(path))
    return from_records(observations)
