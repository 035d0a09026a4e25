"""What an act says, cut into entries that questions can find: one per element with words of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.party import Party
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, Subject
from rsnms_rules.model.system import Direction
from rsnms_rules.model.types import Element
from rsnms_rules.model.vocabulary import BasisKind, Every, Level
from rsnms_rules.questions.ask.understand import without_territory
from rsnms_rules.questions.ask.words import sayings
from rsnms_rules.questions.base import citations, short_name

FULL, LABEL, SAID, DEFINITION, NEAR = 1.0, 0.95, 0.7, 0.75, 0.4
"""Weights of a word: in the statement, in the label of its concept, in what people call that, in its definition, in the
surroundings."""


KINDS_OF_BASIS = {
    BasisKind.FEDERAL_LAW: "федеральный закон",
    BasisKind.PRESIDENTIAL_DECREE: "указ Президента",
    BasisKind.GOVERNMENT_DECREE: "постановление Правительства",
    BasisKind.GOVERNMENT_DIRECTIVE: "распоряжение Правительства",
    BasisKind.MINISTRY_ORDER: "приказ федерального министерства Минпросвещения",
    BasisKind.MINISTRY_DIRECTIVE: "распоряжение федерального министерства Минпросвещения",
    BasisKind.NATIONAL_PROJECT: "национальный проект нацпроект",
    BasisKind.FEDERAL_PROJECT: "федеральный проект",
    BasisKind.REGIONAL_PROJECT: "региональный проект",
    BasisKind.STATE_PROGRAMME: "государственная программа госпрограмма",
    BasisKind.REGIONAL_LAW: "региональный закон области края областной краевой",
    BasisKind.REGIONAL_DECREE: "региональное постановление правительства губернатора области края областное краевое",
    BasisKind.REGIONAL_ORDER: "региональный приказ министерства области края",
    BasisKind.MUNICIPAL_ACT: "муниципальный акт приказ",
    BasisKind.OTHER: "документ",
}
"""How people call the documents that an act rests on."""
LEVELS = {
    Level.FEDERAL: "федеральный уровень",
    Level.REGIONAL: "региональный уровень",
    Level.MUNICIPAL: "муниципальный уровень район",
    Level.INSTITUTIONAL: "уровень организации школа",
}
"""How people call a level."""
CHANNEL = "канал взаимодействия общаются между собой"
"""How people call a channel."""
MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()  # noqa: SIM905
RHYTHMS = {
    Every.YEAR: "ежегодно",
    Every.HALF_YEAR: "полугодие",
    Every.QUARTER: "ежеквартально",
    Every.MONTH: "ежемесячно",
}
"""How people say how often."""
METHODS = "методы сбора информации данных и инструменты оценки мониторинга источники сведений"
"""How people ask for the methods of monitoring."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One element of an act as questions find it.

    Attributes:
        regulation: id of the act. `element`: the element in DESIGN's notation, with that id.
        sort: which list of the file it stands in (`functions`, `terms`, `channels` …).
        item: the element of the model. `subject`: the carrier of a function.
        label: what it is, in words. `texts`: what it is found by, each text with its weight from 0 to 1.
    """

    regulation: RegulationFile
    element: str
    sort: str
    item: Element
    label: str
    texts: tuple[tuple[str, float], ...]
    subject: Subject | None = None

    @property
    def head(self) -> str:
        """By what people call it: the label, of a body without the territory, which all bodies of an act share."""
        if self.sort != "subjects":
            return self.label
        return without_territory(self.label, self.regulation.territory.name) or self.label

    @property
    def cite(self) -> tuple[str, ...]:
        """Where the act says it."""
        return citations(self.item)


def entries(regulation: RegulationFile, catalogue: CatalogueFile) -> Iterator[Entry]:
    """Everything of an act that questions can find, in the order of the file."""
    cut = _Cutter(regulation, catalogue)
    for subject in regulation.subjects:
        yield cut.subject(subject)
        for function in subject.functions:
            yield cut.function(subject, function)
            yield from cut.joint(subject, function)
        for position, note in enumerate(subject.notes, start=1):
            around = (f"{subject.abbr or ''} {subject.name}", LABEL)
            yield cut.entry(f"subjects.{subject.id}.notes.{position}", "notes", note, note.note, around, of=subject)
    for sort in ("duties", "goals", "tasks", "principles", "provisions", "matters"):
        for statement in getattr(regulation, sort):
            yield cut.entry(f"{sort}.{statement.id}", sort, statement, statement.does)
    for channel in regulation.channels:
        yield cut.entry(f"channels.{channel.id}", "channels", channel, channel.name, (CHANNEL, SAID))
    for mechanism in regulation.mechanisms:
        parties = " ".join(cut.called(party) for party in mechanism.parties)
        told = mechanism.name or mechanism.does or ""
        yield cut.entry(f"mechanisms.{mechanism.id}", "mechanisms", mechanism, told, (parties, SAID))
    for direction in regulation.directions:
        yield from cut.direction(direction)
    yield from _plan(regulation, cut)
    for term in regulation.terms:
        names = " ".join((term.abbr or "", *term.aliases))
        yield cut.entry(f"terms.{term.id}", "terms", term, term.term, (names, FULL))
        yield cut.entry(f"terms.{term.id}", "meanings", term, term.means)
    yield from _basis(regulation, cut)
    if regulation.act.coordinator:
        name = next(subject for subject in regulation.subjects if subject.id == regulation.act.coordinator)
        told = f"{name.abbr or ''} {name.name} координатор системы"
        yield cut.entry("act", "coordinator", name, told, of=name)
    for point in regulation.act.points:
        yield cut.entry(f"act.points.{point.id}", "points", point, point.does)


def _basis(regulation: RegulationFile, cut: _Cutter) -> Iterator[Entry]:
    """The documents that the act rests on, by kind, number, year and title."""
    for position, document in enumerate(regulation.act.legal_basis, start=1):
        kind = KINDS_OF_BASIS[document.kind]
        parts = (
            kind,
            document.number or "",
            f"{document.date:%d.%m.%Y} {MONTHS[document.date.month - 1]}" if document.date else "",
            document.title or "",
        )
        label = " ".join(part for part in parts if part)
        yield cut.entry(f"act.legal_basis.{document.id or position}", "basis", document, label)


def _plan(regulation: RegulationFile, cut: _Cutter) -> Iterator[Entry]:
    """Indicators, monitoring and the roadmap."""
    for indicator in regulation.indicators:
        numbers = (str(b) for t in indicator.targets or () for b in (t.at_least, t.at_most) if b is not None)
        around = (indicator.of or "", indicator.territory or "", indicator.per or "")
        more = " ".join((*(indicator.among), *around, *numbers))
        yield cut.entry(f"indicators.{indicator.id}", "indicators", indicator, indicator.name or "", (more, NEAR))
    if regulation.monitoring is not None:
        told = f"мониторинг эффективности системы {regulation.monitoring.does or ''}"
        often = RHYTHMS.get(regulation.monitoring.every, "") if regulation.monitoring.every else ""
        yield cut.entry("monitoring", "monitoring", regulation.monitoring, told, (often, SAID))
        for method in regulation.monitoring.methods:
            words = (METHODS, LABEL)
            told = method.name or method.does or ""
            yield cut.entry(f"monitoring.methods.{method.id}", "methods", method, told, words)
    for measure in regulation.measures:
        result = (f"{measure.result or ''} {(measure.due and measure.due.text) or ''}", NEAR)
        yield cut.entry(f"measures.{measure.id}", "measures", measure, measure.title or "", result)


class _Cutter:
    """Makes the entries of one act."""

    def __init__(self, regulation: RegulationFile, catalogue: CatalogueFile) -> None:
        self.regulation = regulation
        self.catalogue = catalogue

    def entry(
        self, element: str, sort: str, item: Element, label: str, *more: tuple[str, float], of: Subject | None = None
    ) -> Entry:
        texts = ((label, FULL), *self._concepts(getattr(item, "concepts", ())), *more)
        return Entry(self.regulation, f"{self.regulation.id}:{element}", sort, item, label, texts, of)

    def called(self, party: Party) -> str:
        """A party by its name and by what its role is called."""
        subject = next((one for one in self.regulation.subjects if one.id == party.who), None)
        roles = self.roles(subject.roles) if subject is not None else ""
        return f"{short_name(self.regulation, party.name)} {roles}"

    def roles(self, names: Sequence[str]) -> str:
        """What roles are called."""
        found = (self.catalogue.role_index.get(name) for name in names)
        return " ".join(role.label.ru for role in found if role is not None)

    def whole(self, subject: Subject) -> str:
        """The name of the body that a body is a part of."""
        found = next((one for one in self.regulation.subjects if one.id == subject.part_of), None)
        return f"{found.abbr or ''} {found.name}" if found is not None else ""

    def subject(self, subject: Subject) -> Entry:
        names = " ".join((subject.abbr or "", *subject.aliases, *subject.misread))
        said = ((names, FULL), (self.roles(subject.roles[:1]), LABEL), (self.whole(subject), NEAR))
        return self.entry(f"subjects.{subject.id}", "subjects", subject, subject.name, *said, of=subject)

    def function(self, subject: Subject, function: Function) -> Entry:
        element = f"subjects.{subject.id}.functions.{function.id}"
        groups = " ".join(group.name for group in subject.groups if group.id == function.group)
        around = f"{groups} {subject.abbr or ''} {subject.name} {self.roles(subject.roles[:1])}"
        return self.entry(element, "functions", function, function.does, (around, NEAR), of=subject)

    def joint(self, subject: Subject, function: Function) -> Iterator[Entry]:
        """The function once more where it has partners, found by who deals with whom."""
        parties = [*function.with_, *(party for way in function.interacts for party in (*way.with_, *way.to))]
        if parties:
            element = f"subjects.{subject.id}.functions.{function.id}"
            named = " ".join(short_name(self.regulation, party.name) for party in parties)
            sides = (f"{subject.abbr or ''} {subject.name} {self.whole(subject)} {named}", FULL)
            yield self.entry(element, "joint", function, function.does, sides, of=subject)

    def direction(self, direction: Direction) -> Iterator[Entry]:
        base = f"directions.{direction.id}"
        yield self.entry(base, "directions", direction, direction.name)
        for content in direction.contents:
            yield self.entry(f"{base}.contents.{content.id}", "contents", content, content.does)
        for way in direction.mechanisms:
            around = (direction.name, DEFINITION)
            yield self.entry(f"{base}.mechanisms.{way.id}", "mechanisms", way, way.name or way.does or "", around)
        for activity in direction.activities:
            around = (LEVELS[activity.level] if activity.level else "", NEAR)
            yield self.entry(f"{base}.activities.{activity.id}", "activities", activity, activity.does, around)

    def _concepts(self, names: tuple[str, ...]) -> Iterator[tuple[str, float]]:
        for concept in (self.catalogue.concept_index.get(name) for name in names):
            if concept is not None:
                yield concept.label.ru, LABEL
                yield concept.is_.ru, DEFINITION
                yield sayings().get(concept.id, ""), SAID
