"""The fields that conditions may ask for: by selection, each with its kind and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from rsnms_rules.model.act import Act
from rsnms_rules.model.indicator import Indicator, Target
from rsnms_rules.model.measure import Measure
from rsnms_rules.model.pack import Selection
from rsnms_rules.model.party import Party
from rsnms_rules.model.subject import Function, Subject
from rsnms_rules.model.system import Channel, Mechanism
from rsnms_rules.model.types import Element
from rsnms_rules.model.vocabulary import (
    Every,
    FilePart,
    How,
    Level,
    MechanismKind,
    Mode,
    People,
    Standing,
    SubjectKind,
    Tier,
    Unit,
    Vocabulary,
)
from rsnms_rules.policy.world import Candidate, World

Scalar = str | Decimal | date | bool


class Kind(Enum):
    """What sort of value a field has; it decides which operators go with it."""

    TEXT = "text"
    WORD = "word"
    CONCEPT = "concept"
    ROLE = "role"
    NUMBER = "number"
    DAY = "day"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a field: its values (several where the field holds a list), or that it is lost.

    `everyone` says that the field means all there are, as `between: all` does.
    """

    values: tuple[Scalar, ...] = ()
    lost: bool = False
    everyone: bool = False


LOST = Seen(lost=True)
Read = Callable[[Candidate, World], Seen]


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its kind, its vocabulary where it has one, the attribute that may be unread, and how it is read."""

    kind: Kind
    read: Read
    attribute: str
    vocabulary: type[Vocabulary] | None = None


def seen(candidate: Candidate, field: Field, world: World) -> Seen:
    """Read a field; lost where the element is, where it breaks off, and where its words are unread."""
    part = candidate.part
    if part is None and candidate.selection is Selection.SUBJECTS and field.attribute == "level":
        level = candidate.carrier.level if candidate.carrier is not None else None
        return LOST if level is None else Seen((level.value,))
    carried = field.attribute.startswith("carrier.")
    if carried:
        if candidate.carrier is None or field.attribute.partition(".")[2] in candidate.carrier.unread:
            return LOST
        return field.read(candidate, world)
    inner = candidate.indicator if field.attribute.startswith("indicator.") else None
    owner: Element | None = inner if inner is not None else part
    if owner is None or owner.broken or field.attribute.rpartition(".")[2] in owner.unread:
        return LOST
    return field.read(candidate, world)


def _one(value: Scalar | None) -> Seen:
    """A single value; one that the file does not give is not known."""
    return LOST if value is None or value == "unknown" else Seen((value,))


def _many(values: Iterable[Scalar]) -> Seen:
    return Seen(tuple(values))


def _told(values: Iterable[Scalar]) -> Seen:
    """Several values; none at all means that the file does not say what the element is."""
    found = tuple(values)
    return Seen(found) if found else LOST


def _concepts(names: Iterable[str], world: World) -> Seen:
    return _told(dict.fromkeys(wide for name in names for wide in world.catalogue.wider(name)))


def _roles(subject: Subject | None, world: World) -> Seen:
    """A body without a role of the catalogue is known to have none of them."""
    return LOST if subject is None else _many(world.roles(subject))


def _parties(parties: Iterable[Party], world: World) -> Seen:
    """Roles of the parties; people in words have none, and are no reason to doubt."""
    found = [world.subjects[party.who] for party in parties if party.who in world.subjects]
    return _many(dict.fromkeys(role for subject in found for role in world.roles(subject)))


def _attribute(name: str) -> Read:
    """A field of the element itself that holds one value."""

    def read(candidate: Candidate, world: World) -> Seen:  # noqa: ARG001
        value = getattr(candidate.part, name)
        return _one(value.value if isinstance(value, Vocabulary) else value)

    return read


def _plain(kind: Kind, attribute: str, vocabulary: type[Vocabulary] | None = None) -> Field:
    return Field(kind, _attribute(attribute), attribute, vocabulary)


def _concept(candidate: Candidate, world: World) -> Seen:
    return _concepts(getattr(candidate.part, "concepts", ()), world)


def _of_indicator(read: Callable[[Indicator, World], Seen]) -> Read:
    def get(candidate: Candidate, world: World) -> Seen:
        return LOST if candidate.indicator is None else read(candidate.indicator, world)

    return get


def _of_carrier(read: Callable[[Subject, World], Seen]) -> Read:
    def get(candidate: Candidate, world: World) -> Seen:
        return LOST if candidate.carrier is None else read(candidate.carrier, world)

    return get


CONCEPT = Field(Kind.CONCEPT, _concept, "concepts")


def _subject(candidate: Candidate) -> Subject:
    assert isinstance(candidate.part, Subject)
    return candidate.part


def _functions(candidate: Candidate) -> Function:
    assert isinstance(candidate.part, Function)
    return candidate.part


def _function_concept(candidate: Candidate, world: World) -> Seen:
    """What a duty is; «other tasks» are known to have no concept."""
    return Seen() if _functions(candidate).catch_all else _concept(candidate, world)


def _target(candidate: Candidate) -> Target:
    assert isinstance(candidate.part, Target)
    return candidate.part


def _measure(candidate: Candidate) -> Measure:
    assert isinstance(candidate.part, Measure)
    return candidate.part


def _mode(candidate: Candidate, world: World) -> Seen:  # noqa: ARG001
    function = _functions(candidate)
    return _many(dict.fromkeys(function.mode_in(name).value for name in function.concepts) or [function.mode.value])


def _between(candidate: Candidate, world: World) -> Seen:
    assert isinstance(candidate.part, Channel)
    between = candidate.part.between
    return Seen(everyone=True) if between is None else _parties(between, world)


def _mechanism_parties(candidate: Candidate, world: World) -> Seen:
    """Parties that the act does not name are not known: an agreement has some."""
    assert isinstance(candidate.part, Mechanism)
    return _parties(candidate.part.parties, world) if candidate.part.parties else LOST


def _act(candidate: Candidate) -> Act:
    assert isinstance(candidate.part, Act)
    return candidate.part


def _role_of(attribute: str) -> Read:
    def read(candidate: Candidate, world: World) -> Seen:
        return _roles(world.subjects.get(getattr(_act(candidate), attribute) or ""), world)

    return read


FIELDS: Mapping[Selection, Mapping[str, Field]] = {
    Selection.REGULATION: {
        "tier": Field(Kind.WORD, lambda _, world: _one(world.regulation.tier.value), "tier", Tier),
        "number": _plain(Kind.TEXT, "number"),
        "date": _plain(Kind.DAY, "date"),
        "title": _plain(Kind.TEXT, "title"),
        "issuer.role": Field(Kind.ROLE, _role_of("issuer"), "issuer"),
        "coordinator.role": Field(Kind.ROLE, _role_of("coordinator"), "coordinator"),
        "annexes": Field(
            Kind.WORD, lambda one, _: _many(annex.part.value for annex in _act(one).annexes), "annexes", FilePart
        ),
    },
    Selection.SUBJECTS: {
        "id": _plain(Kind.TEXT, "id"),
        "name": _plain(Kind.TEXT, "name"),
        "role": Field(Kind.ROLE, lambda one, world: _many(world.roles(_subject(one))), "roles"),
        "level": _plain(Kind.WORD, "level", Level),
        "standing": _plain(Kind.WORD, "standing", Standing),
        "kind": _plain(Kind.WORD, "kind", SubjectKind),
        "many": _plain(Kind.FLAG, "many"),
    },
    Selection.FUNCTIONS: {
        "concept": Field(Kind.CONCEPT, _function_concept, "concepts"),
        "does": _plain(Kind.TEXT, "does"),
        "mode": Field(Kind.WORD, _mode, "mode", Mode),
        "with.role": Field(Kind.ROLE, lambda one, world: _parties(_functions(one).with_, world), "with"),
        "interacts.how": Field(
            Kind.WORD, lambda one, _: _many(i.how.value for i in _functions(one).interacts), "interacts", How
        ),
        "interacts.role": Field(
            Kind.ROLE,
            lambda one, world: _parties((p for i in _functions(one).interacts for p in (*i.with_, *i.to)), world),
            "interacts",
        ),
        "carrier.role": Field(Kind.ROLE, _of_carrier(_roles), "carrier.roles"),
        "carrier.level": Field(
            Kind.WORD, _of_carrier(lambda one, _: _one(one.level.value if one.level else None)), "carrier.level", Level
        ),
    },
    Selection.DUTIES: {"concept": CONCEPT, "does": _plain(Kind.TEXT, "does")},
    Selection.INDICATORS: {
        "concept": CONCEPT,
        "name": _plain(Kind.TEXT, "name"),
        "unit": _plain(Kind.WORD, "unit", Unit),
        "of": _plain(Kind.TEXT, "of"),
        "territory": _plain(Kind.TEXT, "territory"),
        "among": Field(
            Kind.WORD, lambda one, _: _many(p.value for p in getattr(one.part, "among", ())), "among", People
        ),
    },
    Selection.TARGETS: {
        "concept": Field(
            Kind.CONCEPT, _of_indicator(lambda one, world: _concepts(one.concepts, world)), "indicator.concepts"
        ),
        "unit": Field(Kind.WORD, _of_indicator(lambda one, _: _one(one.unit.value)), "indicator.unit", Unit),
        "at_least": _plain(Kind.NUMBER, "at_least"),
        "at_most": _plain(Kind.NUMBER, "at_most"),
        "done": _plain(Kind.FLAG, "done"),
        "last": Field(Kind.DAY, lambda one, _: _one(_target(one).last), "by"),
        "every": _plain(Kind.WORD, "every", Every),
        "undated": _plain(Kind.FLAG, "undated"),
    },
    Selection.MEASURES: {
        "concept": CONCEPT,
        "title": _plain(Kind.TEXT, "title"),
        "responsible.role": Field(
            Kind.ROLE, lambda one, world: _parties(_measure(one).responsible, world), "responsible"
        ),
        "executors.role": Field(Kind.ROLE, lambda one, world: _parties(_measure(one).executors, world), "executors"),
        "due": Field(Kind.DAY, lambda one, _: _one(due.last if (due := _measure(one).due) else None), "due"),
    },
    Selection.CHANNELS: {
        "concept": CONCEPT,
        "name": _plain(Kind.TEXT, "name"),
        "level": _plain(Kind.WORD, "level", Level),
        "between.role": Field(Kind.ROLE, _between, "between"),
    },
    Selection.MECHANISMS: {
        "concept": CONCEPT,
        "kind": _plain(Kind.WORD, "kind", MechanismKind),
        "name": _plain(Kind.TEXT, "name"),
        "parties.role": Field(Kind.ROLE, _mechanism_parties, "parties"),
    },
}
