"""From a regulation to the items that are compared: every element with its concepts, fields and citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from rsnms_rules.differences.kinds import Area, Item, Value
from rsnms_rules.differences.rest import rest
from rsnms_rules.differences.values import due_values, promise_values, target_order, target_values
from rsnms_rules.model.act import Act
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.measure import Measure
from rsnms_rules.model.party import Party
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, Interaction, Subject
from rsnms_rules.model.system import Activity, Channel, Direction, Mechanism, Monitoring, Statement, Term
from rsnms_rules.model.types import Citations, Element
from rsnms_rules.model.vocabulary import NoteKind


def same(name: str) -> str:
    """A name that stays what it is."""
    return name


class Concepted(Protocol):
    """An element with concepts."""

    @property
    def concepts(self) -> tuple[str, ...]:
        """What it is, the leading concept first."""


@dataclass(frozen=True, slots=True)
class Names:
    """What names of one regulation are called in a comparison.

    `subject` makes of a subject's id a name that means the same body on both sides, `concept` of a concept's or role's
    earlier id the one of today.
    """

    subject: Callable[[str], str] = same
    concept: Callable[[str], str] = same


def items(regulation: RegulationFile, names: Names) -> tuple[Item, ...]:
    """All items of a regulation but its subjects, in the order of the file."""
    return tuple(_Items(regulation, names).all())


def subject_items(regulation: RegulationFile, names: Names) -> tuple[Item, ...]:
    """The subjects of a regulation as items; the owner of each is itself."""
    made = _Items(regulation, names)
    return tuple(made.subject(subject) for subject in regulation.subjects)


class _Items:
    def __init__(self, regulation: RegulationFile, names: Names) -> None:
        self.regulation = regulation
        self.names = names
        self.name = names.subject
        self.read = frozenset(note.on for note in regulation.notes if note.kind is NoteKind.READING and note.on)

    def all(self) -> Iterator[Item]:
        regulation = self.regulation
        yield from self.order(regulation.act)
        for subject in regulation.subjects:
            yield from (self.function(subject, function) for function in subject.functions)
        for duty in regulation.duties:
            yield self.statement("duties", Area.DUTIES, duty, {"with": self.parties(duty.with_)})
        for sort in ("goals", "tasks", "principles", "provisions", "matters"):
            yield from (self.statement(sort, Area.SYSTEM, entry, {}) for entry in getattr(regulation, sort))
        yield from map(self.channel, regulation.channels)
        yield from (self.mechanism("mechanisms", mechanism) for mechanism in regulation.mechanisms)
        for direction in regulation.directions:
            yield from self.direction(direction)
        yield from map(self.indicator, regulation.indicators)
        if regulation.monitoring is not None:
            yield self.monitoring(regulation.monitoring)
        yield from map(self.measure, regulation.measures)
        yield from map(self.term, regulation.terms)

    def make(
        self, path: str, area: Area, element: Element, *, label: str, concepts: tuple[str, ...] = (), **more: object
    ) -> Item:
        sort = path.split(".")[-2] if "." in path else path
        fields: Mapping[str, Value] = {key: value for key, value in _mapping(more.get("fields")).items() if value}
        return Item(
            sort=sort,
            area=area,
            element=f"{self.regulation.id}:{path}",
            name=path.rpartition(".")[2],
            concepts=concepts,
            label=label,
            owner=self.name(owner) if (owner := str(more.get("owner") or "")) else "",
            level=str(more.get("level") or ""),
            fields=fields,
            wording=_mapping(more.get("wording")),
            cite=tuple(map(str, element.cite)),
            labels=_labels(element.cite),
            lost=element.broken,
            rest=rest(element),
            unread=frozenset(element.unread),
            reading=path in self.read,
        )

    def order(self, act: Act) -> Iterator[Item]:
        yield self.make(
            "act",
            Area.SYSTEM,
            act,
            label=act.kind.label,
            concepts=("act",),
            fields={"coordinator": self.name(act.coordinator) if act.coordinator else None},
            wording={"title": act.title, "number": act.number, "date": str(act.date)},
        )
        for point in act.points:
            yield self.make(
                f"act.points.{point.id}", Area.SYSTEM, point, label=point.does, wording={"does": point.does}
            )

    def subject(self, subject: Subject) -> Item:
        places = subject.places
        roles = tuple(map(self.names.concept, subject.roles))
        item = self.make(
            f"subjects.{subject.id}",
            Area.SUBJECTS,
            subject,
            label=subject.abbr or subject.name,
            concepts=roles,
            owner=subject.id,
            level=subject.level,
            fields={
                "level": subject.level.value if subject.level else None,
                "roles": frozenset(roles),
                "standing": subject.standing.value,
                "part_of": self.name(subject.part_of) if subject.part_of else None,
                "consists_of": frozenset(map(self.name, subject.consists_of)),
                "listed": frozenset(entry.under.value for entry in subject.listed),
            },
            wording={"name": subject.name, "abbr": subject.abbr, "aliases": frozenset(subject.aliases)},
        )
        return replace(item, cite=tuple(map(str, places)), labels=_labels(places))

    def function(self, subject: Subject, function: Function) -> Item:
        concepts = self.concepts(function)
        return self.make(
            f"subjects.{subject.id}.functions.{function.id}",
            Area.DUTIES,
            function,
            label=function.does,
            concepts=concepts,
            owner=subject.id,
            level=subject.level,
            fields={
                "concepts": frozenset(concepts),
                "mode": function.mode.value,
                "takes_part": frozenset(map(self.names.concept, function.takes_part)),
                "with": self.parties(function.with_),
                "interacts": frozenset(self.interactions(function.interacts)),
            },
            wording={"does": function.does, "as": function.as_},
        )

    def statement(self, sort: str, area: Area, entry: Statement, fields: Mapping[str, Value]) -> Item:
        concepts = self.concepts(entry)
        return self.make(
            f"{sort}.{entry.id}",
            area,
            entry,
            label=entry.does,
            concepts=concepts,
            fields={"concepts": frozenset(concepts), **fields},
            wording={"does": entry.does},
        )

    def channel(self, channel: Channel) -> Item:
        return self.make(
            f"channels.{channel.id}",
            Area.SYSTEM,
            channel,
            label=channel.name,
            concepts=self.concepts(channel),
            fields={
                "between": self.parties(channel.between) if channel.between is not None else None,
                "level": channel.level.value if channel.level else None,
            },
            wording={"name": channel.name},
        )

    def mechanism(self, path: str, mechanism: Mechanism) -> Item:
        label = mechanism.name or mechanism.does or mechanism.id
        concepts = self.concepts(mechanism)
        return self.make(
            f"{path}.{mechanism.id}",
            Area.SYSTEM,
            mechanism,
            label=label,
            concepts=concepts,
            fields={"parties": self.parties(mechanism.parties), "concepts": frozenset(concepts)},
            wording={"name": mechanism.name, "does": mechanism.does},
        )

    def direction(self, direction: Direction) -> Iterator[Item]:
        path = f"directions.{direction.id}"
        yield self.make(path, Area.SYSTEM, direction, label=direction.name, wording={"name": direction.name})
        for content in direction.contents:
            yield self.statement(f"{path}.contents", Area.SYSTEM, content, {})
        for mechanism in direction.mechanisms:
            yield self.mechanism(f"{path}.mechanisms", mechanism)
        for activity in direction.activities:
            yield self.activity(f"{path}.activities", activity)

    def activity(self, path: str, activity: Activity) -> Item:
        concepts = self.concepts(activity)
        return self.make(
            f"{path}.{activity.id}",
            Area.SYSTEM,
            activity,
            label=activity.does,
            concepts=concepts,
            fields={
                "level": activity.level.value if activity.level else None,
                "with": self.parties(activity.with_),
                "concepts": frozenset(concepts),
            },
            wording={"does": activity.does},
        )

    def indicator(self, indicator: Indicator) -> Item:
        targets = sorted(indicator.targets or (), key=target_order)
        fields: dict[str, Value] = {
            "unit": indicator.unit.value,
            "of": indicator.of,
            "per": indicator.per,
            "territory": indicator.territory,
            "among": frozenset(people.value for people in indicator.among),
        }
        for number, target in enumerate(targets, 1):
            fields |= {f"targets.{number}.{key}": value for key, value in target_values(target).items()}
        return self.make(
            f"indicators.{indicator.id}",
            Area.INDICATORS,
            indicator,
            label=indicator.name or indicator.id,
            concepts=self.concepts(indicator),
            fields=fields,
            wording={"name": indicator.name, "targets": "; ".join(target.text or "" for target in targets)},
        )

    def monitoring(self, monitoring: Monitoring) -> Item:
        return self.make(
            "monitoring",
            Area.SYSTEM,
            monitoring,
            label=monitoring.does or "",
            concepts=("monitoring",),
            fields={
                "every": monitoring.every.value if monitoring.every else None,
                "every.at_least": Decimal(monitoring.at_least) if monitoring.at_least else None,
                "by": self.parties(monitoring.by),
            },
            wording={"does": monitoring.does},
        )

    def measure(self, measure: Measure) -> Item:
        fields: dict[str, Value] = {
            "responsible": self.parties(measure.responsible),
            "executors": self.parties(measure.executors),
            **due_values(measure.due),
        }
        for number, promise in enumerate(measure.targets, 1):
            fields |= {f"promises.{number}.{key}": value for key, value in promise_values(promise).items()}
        return self.make(
            f"measures.{measure.id}",
            Area.ROADMAP,
            measure,
            label=measure.title or measure.id,
            concepts=self.concepts(measure),
            fields=fields,
            wording={
                "title": measure.title,
                "result": measure.result,
                "due": measure.due.text if measure.due else None,
                "promises": "; ".join(promise.name or "" for promise in measure.targets),
            },
        )

    def term(self, term: Term) -> Item:
        return self.make(
            f"terms.{term.id}",
            Area.SYSTEM,
            term,
            label=term.term,
            wording={"term": term.term, "means": term.means, "abbr": term.abbr},
        )

    def concepts(self, entry: Concepted) -> tuple[str, ...]:
        return tuple(map(self.names.concept, entry.concepts))

    def parties(self, parties: Iterable[Party]) -> frozenset[str]:
        return frozenset(self.name(party.who) if party.who else (party.text or "").casefold() for party in parties)

    def interactions(self, interactions: Iterable[Interaction]) -> Iterator[str]:
        for interaction in interactions:
            for end, parties in (("", interaction.with_), ("→ ", interaction.to)):
                yield from (f"{interaction.how.value} {end}{name}" for name in sorted(self.parties(parties)))


def _mapping(fields: object) -> Mapping[str, Value]:
    assert fields is None or isinstance(fields, dict)
    return fields or {}


def _labels(cite: Citations) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.label for place in cite if place.label))
