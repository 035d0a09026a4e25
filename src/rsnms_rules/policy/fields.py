"""The fields that conditions may ask for: by selection, each with its kind and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from rsnms_rules.model.act import Act
from rsnms_rules.model.indicator import Indicator, Target
from rsnms_rules.model.measure import Due, Measure
from rsnms_rules.model.pack import Selection
from rsnms_rules.model.subject import Function, Subject
from rsnms_rules.model.system import Channel, Mechanism, Monitoring
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
from rsnms_rules.policy.field import LOST, Field, Kind, Read, Scalar, Seen
from rsnms_rules.policy.seen import concepts, parties, roles, several, single, told
from rsnms_rules.policy.world import Candidate, World


def _attribute(name: str) -> Read:
    """A field of the element itself that holds one value."""

    def read(candidate: Candidate, world: World) -> Seen:  # noqa: ARG001
        value = getattr(candidate.part, name)
        if isinstance(value, int) and not isinstance(value, bool):
            value = Decimal(value)
        return single(value.value if isinstance(value, Vocabulary) else value)

    return read


def _plain(kind: Kind, attribute: str, vocabulary: type[Vocabulary] | None = None) -> Field:
    return Field(kind, _attribute(attribute), attribute, vocabulary)


def _concept(candidate: Candidate, world: World) -> Seen:
    return concepts(getattr(candidate.part, "concepts", ()), world)


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


def _interaction(*ways: How) -> Field:
    """With whom a function interacts in one of these ways."""

    def read(candidate: Candidate, world: World) -> Seen:
        chosen = [one for one in _functions(candidate).interacts if one.how in ways]
        return parties((party for one in chosen for party in (*one.with_, *one.to)), world)

    return Field(Kind.ROLE, read, "interacts")


def _target(candidate: Candidate) -> Target:
    assert isinstance(candidate.part, Target)
    return candidate.part


def _exclusive(name: str, others: frozenset[str]) -> Read:
    """A key of a target of which the file gives one: without it another is meant, unless that one is unread."""

    def read(candidate: Candidate, world: World) -> Seen:
        target = _target(candidate)
        value = getattr(target, name)
        if value in (None, False):
            return LOST if others & set(target.unread) else Seen((False,) if name in _FLAGS else ())
        return _attribute(name)(candidate, world)

    return read


_FLAGS = frozenset({"done", "undated"})
_DATES = frozenset({"as_of", "by", "every", "period", "undated"})
_VALUES = frozenset({"at_least", "at_most", "done"})


def _measure(candidate: Candidate) -> Measure:
    assert isinstance(candidate.part, Measure)
    return candidate.part


def _mode(candidate: Candidate, world: World) -> Seen:  # noqa: ARG001
    function = _functions(candidate)
    return several(dict.fromkeys(function.mode_in(name).value for name in function.concepts) or [function.mode.value])


def _between(candidate: Candidate, world: World) -> Seen:
    assert isinstance(candidate.part, Channel)
    between = candidate.part.between
    return Seen(everyone=True) if between is None else parties(between, world)


def _mechanism_parties(candidate: Candidate, world: World) -> Seen:
    """Parties that the act does not name are not known: an agreement has some."""
    assert isinstance(candidate.part, Mechanism)
    return parties(candidate.part.parties, world) if candidate.part.parties else LOST


def _monitors(candidate: Candidate, world: World) -> Seen:
    """Who monitors; where the act names nobody here, it may name them among functions."""
    assert isinstance(candidate.part, Monitoring)
    return parties(candidate.part.by, world) if candidate.part.by else LOST


def _responsible(candidate: Candidate, world: World) -> Seen:
    """Who answers for a row; where the row names nobody, somebody does all the same."""
    measure = _measure(candidate)
    return parties(measure.responsible, world) if measure.responsible else LOST


def _due(values: Callable[[Due], list[Scalar]]) -> Read:
    """Something of when a row is due; not known where the row does not say when, or only in words."""

    def read(candidate: Candidate, world: World) -> Seen:  # noqa: ARG001
        due = _measure(candidate).due
        return LOST if due is None or not (due.last or due.every or due.open) else several(values(due))

    return read


def _indicator_text(name: str) -> Field:
    return Field(Kind.TEXT, _of_indicator(lambda one, _: single(getattr(one, name))), f"indicator.{name}")


def _act(candidate: Candidate) -> Act:
    assert isinstance(candidate.part, Act)
    return candidate.part


def _role_of(attribute: str) -> Read:
    def read(candidate: Candidate, world: World) -> Seen:
        return roles(world.subjects.get(getattr(_act(candidate), attribute) or ""), world)

    return read


FIELDS: Mapping[Selection, Mapping[str, Field]] = {
    Selection.REGULATION: {
        "tier": Field(Kind.WORD, lambda _, world: single(world.regulation.tier.value), "tier", Tier),
        "number": _plain(Kind.TEXT, "number"),
        "date": _plain(Kind.DAY, "date"),
        "title": _plain(Kind.TEXT, "title"),
        "issuer.role": Field(Kind.ROLE, _role_of("issuer"), "issuer"),
        "coordinator.role": Field(Kind.ROLE, _role_of("coordinator"), "coordinator"),
        "annexes": Field(
            Kind.WORD, lambda one, _: several(annex.part.value for annex in _act(one).annexes), "annexes", FilePart
        ),
    },
    Selection.SUBJECTS: {
        "id": _plain(Kind.TEXT, "id"),
        "name": _plain(Kind.TEXT, "name"),
        "role": Field(Kind.ROLE, lambda one, world: several(world.roles(_subject(one))), "roles"),
        "level": _plain(Kind.WORD, "level", Level),
        "standing": _plain(Kind.WORD, "standing", Standing),
        "kind": _plain(Kind.WORD, "kind", SubjectKind),
        "many": _plain(Kind.FLAG, "many"),
    },
    Selection.FUNCTIONS: {
        "concept": Field(Kind.CONCEPT, _function_concept, "concepts"),
        "does": _plain(Kind.TEXT, "does"),
        "mode": Field(Kind.WORD, _mode, "mode", Mode),
        "with.role": Field(Kind.ROLE, lambda one, world: parties(_functions(one).with_, world), "with"),
        "interacts.how": Field(
            Kind.WORD, lambda one, _: several(i.how.value for i in _functions(one).interacts), "interacts", How
        ),
        "interacts.role": _interaction(*How),
        **{f"interacts.{how.value}": _interaction(how) for how in How},
        "carrier.role": Field(Kind.ROLE, _of_carrier(roles), "carrier.roles"),
        "carrier.level": Field(
            Kind.WORD,
            _of_carrier(lambda one, _: single(one.level.value if one.level else None)),
            "carrier.level",
            Level,
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
            Kind.WORD, lambda one, _: told(p.value for p in getattr(one.part, "among", ())), "among", People
        ),
    },
    Selection.TARGETS: {
        "concept": Field(
            Kind.CONCEPT, _of_indicator(lambda one, world: concepts(one.concepts, world)), "indicator.concepts"
        ),
        "name": _indicator_text("name"),
        "unit": Field(Kind.WORD, _of_indicator(lambda one, _: single(one.unit.value)), "indicator.unit", Unit),
        "of": _indicator_text("of"),
        "territory": _indicator_text("territory"),
        "among": Field(
            Kind.WORD, _of_indicator(lambda one, _: told(p.value for p in one.among)), "indicator.among", People
        ),
        "at_least": Field(Kind.NUMBER, _exclusive("at_least", _VALUES), "at_least"),
        "at_most": Field(Kind.NUMBER, _exclusive("at_most", _VALUES), "at_most"),
        "done": Field(Kind.FLAG, _exclusive("done", _VALUES), "done"),
        "last": Field(Kind.DAY, lambda one, _: single(_target(one).last), "by"),
        "every": Field(Kind.RHYTHM, _exclusive("every", _DATES), "every", Every),
        "undated": Field(Kind.FLAG, _exclusive("undated", _DATES), "undated"),
    },
    Selection.MEASURES: {
        "concept": CONCEPT,
        "title": _plain(Kind.TEXT, "title"),
        "responsible.role": Field(Kind.ROLE, _responsible, "responsible"),
        "executors.role": Field(Kind.ROLE, lambda one, world: parties(_measure(one).executors, world), "executors"),
        "due": Field(Kind.DAY, lambda one, _: single(due.last if (due := _measure(one).due) else None), "due"),
        "due.every": Field(Kind.RHYTHM, _due(lambda due: [due.every.value] if due.every else []), "due", Every),
        "due.open": Field(Kind.FLAG, _due(lambda due: [due.open]), "due"),
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
    Selection.TASKS: {"concept": CONCEPT, "does": _plain(Kind.TEXT, "does"), "area": _plain(Kind.TEXT, "area")},
    Selection.MONITORING: {
        "every": _plain(Kind.RHYTHM, "every", Every),
        "at_least": _plain(Kind.NUMBER, "at_least"),
        "by.role": Field(Kind.ROLE, _monitors, "by"),
        "does": _plain(Kind.TEXT, "does"),
    },
    Selection.TERMS: {
        "term": _plain(Kind.TEXT, "term"),
        "abbr": _plain(Kind.TEXT, "abbr"),
        "means": _plain(Kind.TEXT, "means"),
    },
}
