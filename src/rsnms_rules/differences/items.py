"""From a regulation to the items that are compared: every element with its concepts, fields and citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from rsnms_rules.differences.kinds import Area, Item, Value
from rsnms_rules.model.indicator import Indicator, Required, Target
from rsnms_rules.model.measure import Due, Measure, Promise
from rsnms_rules.model.party import Party
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, Interaction, Subject
from rsnms_rules.model.system import Activity, Channel, Direction, Mechanism, Monitoring, Statement, Term
from rsnms_rules.model.types import Citations, Element
from rsnms_rules.model.vocabulary import NoteKind

Name = Callable[[str], str]
"""From a subject's id to a name that means the same body on both sides."""


def items(regulation: RegulationFile, name: Name) -> tuple[Item, ...]:
    """All items of a regulation but its subjects, in the order of the file."""
    return tuple(_Items(regulation, name).all())


def subject_items(regulation: RegulationFile, name: Name) -> tuple[Item, ...]:
    """The subjects of a regulation as items."""
    made = _Items(regulation, name)
    return tuple(made.subject(subject) for subject in regulation.subjects)


def same(name: str) -> str:
    """A `Name` for one regulation alone."""
    return name


class _Items:
    def __init__(self, regulation: RegulationFile, name: Name) -> None:
        self.regulation = regulation
        self.name = name
        self.read = frozenset(note.on for note in regulation.notes if note.kind is NoteKind.READING and note.on)

    def all(self) -> Iterator[Item]:
        regulation = self.regulation
        for subject in regulation.subjects:
            for function in subject.functions:
                yield self.function(subject, function)
        for duty in regulation.duties:
            yield self.statement("duties", Area.DUTIES, duty, {"with": self.parties(duty.with_)})
        for sort in ("goals", "tasks", "principles", "provisions", "matters"):
            for entry in getattr(regulation, sort):
                yield self.statement(sort, Area.SYSTEM, entry, {})
        for channel in regulation.channels:
            yield self.channel(channel)
        for mechanism in regulation.mechanisms:
            yield self.mechanism("mechanisms", mechanism)
        for direction in regulation.directions:
            yield from self.direction(direction)
        for indicator in regulation.indicators:
            yield self.indicator(indicator)
        if regulation.monitoring is not None:
            yield self.monitoring(regulation.monitoring)
        for measure in regulation.measures:
            yield self.measure(measure)
        for term in regulation.terms:
            yield self.term(term)

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
            owner=str(more.get("owner") or ""),
            level=str(more.get("level") or ""),
            fields=fields,
            wording=_mapping(more.get("wording")),
            cite=tuple(map(str, element.cite)),
            labels=_labels(element.cite),
            lost=element.broken,
            unread=frozenset(element.unread),
            reading=path in self.read,
        )

    def subject(self, subject: Subject) -> Item:
        places = subject.places
        item = self.make(
            f"subjects.{subject.id}",
            Area.SUBJECTS,
            subject,
            label=subject.abbr or subject.name,
            concepts=subject.roles,
            level=subject.level,
            fields={
                "level": subject.level.value if subject.level else None,
                "roles": frozenset(subject.roles[1:]),
                "standing": subject.standing.value,
                "part_of": self.name(subject.part_of) if subject.part_of else None,
                "consists_of": frozenset(map(self.name, subject.consists_of)),
                "listed": frozenset(entry.under.value for entry in subject.listed),
            },
            wording={"name": subject.name, "abbr": subject.abbr, "aliases": frozenset(subject.aliases)},
        )
        return replace(item, cite=tuple(map(str, places)), labels=_labels(places))

    def function(self, subject: Subject, function: Function) -> Item:
        leading = function.concepts[0] if function.concepts else ""
        return self.make(
            f"subjects.{subject.id}.functions.{function.id}",
            Area.DUTIES,
            function,
            label=function.does,
            concepts=function.concepts,
            owner=subject.id,
            level=subject.level,
            fields={
                "concepts": frozenset(function.concepts[1:]),
                "mode": function.mode_in(leading).value,
                "takes_part": frozenset(function.takes_part) - {leading},
                "with": self.parties(function.with_),
                "interacts": frozenset(self.interactions(function.interacts)),
            },
            wording={"does": function.does, "as": function.as_},
        )

    def statement(self, sort: str, area: Area, entry: Statement, fields: Mapping[str, Value]) -> Item:
        return self.make(
            f"{sort}.{entry.id}",
            area,
            entry,
            label=entry.does,
            concepts=entry.concepts,
            fields={"concepts": frozenset(entry.concepts[1:]), **fields},
            wording={"does": entry.does},
        )

    def channel(self, channel: Channel) -> Item:
        return self.make(
            f"channels.{channel.id}",
            Area.SYSTEM,
            channel,
            label=channel.name,
            concepts=channel.concepts,
            fields={
                "between": self.parties(channel.between) if channel.between is not None else None,
                "level": channel.level.value if channel.level else None,
            },
            wording={"name": channel.name},
        )

    def mechanism(self, path: str, mechanism: Mechanism) -> Item:
        label = mechanism.name or mechanism.does or mechanism.id
        return self.make(
            f"{path}.{mechanism.id}",
            Area.SYSTEM,
            mechanism,
            label=label,
            concepts=mechanism.concepts,
            fields={"parties": self.parties(mechanism.parties), "concepts": frozenset(mechanism.concepts[1:])},
            wording={"name": mechanism.name, "does": mechanism.does},
        )

    def direction(self, direction: Direction) -> Iterator[Item]:
        path = f"directions.{direction.id}"
        for content in direction.contents:
            yield self.statement(f"{path}.contents", Area.SYSTEM, content, {})
        for mechanism in direction.mechanisms:
            yield self.mechanism(f"{path}.mechanisms", mechanism)
        for activity in direction.activities:
            yield self.activity(f"{path}.activities", activity)

    def activity(self, path: str, activity: Activity) -> Item:
        return self.make(
            f"{path}.{activity.id}",
            Area.SYSTEM,
            activity,
            label=activity.does,
            concepts=activity.concepts,
            fields={
                "level": activity.level.value if activity.level else None,
                "with": self.parties(activity.with_),
                "concepts": frozenset(activity.concepts[1:]),
            },
            wording={"does": activity.does},
        )

    def indicator(self, indicator: Indicator) -> Item:
        targets = sorted(indicator.targets or (), key=_target_key)
        fields: dict[str, Value] = {
            "unit": indicator.unit.value,
            "of": indicator.of,
            "per": indicator.per,
            "territory": indicator.territory,
            "among": frozenset(people.value for people in indicator.among),
        }
        for number, target in enumerate(targets, 1):
            fields |= {f"targets.{number}.{key}": value for key, value in _target(target).items()}
        return self.make(
            f"indicators.{indicator.id}",
            Area.INDICATORS,
            indicator,
            label=indicator.name or indicator.id,
            concepts=indicator.concepts,
            fields=fields,
            wording={"name": indicator.name},
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
                "by": self.parties(monitoring.by),
            },
            wording={"does": monitoring.does},
        )

    def measure(self, measure: Measure) -> Item:
        fields: dict[str, Value] = {
            "responsible": self.parties(measure.responsible),
            "executors": self.parties(measure.executors),
            **_due(measure.due),
        }
        for number, promise in enumerate(measure.targets, 1):
            fields |= {f"promises.{number}.{key}": value for key, value in _promise(promise).items()}
        return self.make(
            f"measures.{measure.id}",
            Area.ROADMAP,
            measure,
            label=measure.title or measure.id,
            concepts=measure.concepts,
            fields=fields,
            wording={"title": measure.title, "result": measure.result},
        )

    def term(self, term: Term) -> Item:
        return self.make(
            f"terms.{term.id}",
            Area.SYSTEM,
            term,
            label=term.term,
            wording={"term": term.term, "means": term.means, "abbr": term.abbr},
        )

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


def _target_key(target: Target) -> tuple[date, str]:
    return last_day(target) or date.max, target.every.value if target.every else ""


def last_day(target: Target) -> date | None:
    """The day by which a target must be reached; for a repeated one the end of its first year."""
    year = target.period or target.from_
    return target.by or target.as_of or (date(year, 12, 31) if year else None)


def _target(target: Target) -> dict[str, Value]:
    return {
        **_bounds(target),
        "last": last_day(target),
        "every": target.every.value if target.every else None,
        "until": date(target.until, 12, 31) if target.until else None,
        "undated": target.undated or None,
    }


def _promise(promise: Promise) -> dict[str, Value]:
    return {**_bounds(promise), "indicator": promise.indicator, "unit": promise.unit.value if promise.unit else None}


def _bounds(required: Required) -> dict[str, Value]:
    return {"at_least": required.at_least, "at_most": required.at_most, "done": required.done}


def _due(due: Due | None) -> dict[str, Value]:
    if due is None:
        return {}
    last = due.by or max((period.last for period in due.at), default=None)
    return {
        "due.last": last,
        "due.every": due.every.value if due.every else None,
        "due.months": frozenset(f"{month:02}" for month in due.months),
        "due.text": due.text if last is None and due.every is None else None,
    }
