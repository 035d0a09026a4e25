"""What the elements of a regulation say of each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rsnms_rules.graph.kinds import EdgeKind
from rsnms_rules.graph.names import Names, concept_node
from rsnms_rules.graph.nodes import Stated, citations, required
from rsnms_rules.graph.sealed import Value
from rsnms_rules.model.act import Point
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.measure import Measure
from rsnms_rules.model.party import Party
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, Interaction, Subject, SubjectNote
from rsnms_rules.model.system import Activity, Channel, Duty, Mechanism
from rsnms_rules.model.types import Part


class Edge(NamedTuple):
    """One edge: `element` states it, by the citations `cite`; `more` are the attributes of its kind."""

    source: str
    target: str
    kind: EdgeKind
    element: str
    cite: tuple[str, ...]
    more: tuple[tuple[str, Value], ...] = ()


_PARTIES: tuple[tuple[type[Part], EdgeKind, str], ...] = (
    (Function, EdgeKind.JOINT, "with_"),
    (Duty, EdgeKind.JOINT, "with_"),
    (Activity, EdgeKind.JOINT, "with_"),
    (Channel, EdgeKind.CONNECTS, "between"),
    (Mechanism, EdgeKind.PARTY, "parties"),
    (Point, EdgeKind.CHARGED, "to"),
    (Measure, EdgeKind.RESPONSIBLE, "responsible"),
    (Measure, EdgeKind.EXECUTES, "executors"),
)
"""Attributes of the model that name parties, and the edges that they make."""


def edges(item: Stated, names: Names) -> Iterator[Edge]:
    """The edges that an element states, `has` from its owner first."""
    if item.owner:
        yield Edge(item.owner, item.node, EdgeKind.HAS, item.node, item.cite)
    part = item.part
    if isinstance(part, RegulationFile):
        yield from _act(item, part, names)
    elif isinstance(part, Subject):
        yield from _subject(item, part, names)
    for cls, kind, attribute in _PARTIES:
        if isinstance(part, cls):
            yield from _parties(item, kind, getattr(part, attribute) or (), names)
    if isinstance(part, (Function, SubjectNote)):
        yield from _interactions(item, part.interacts, names)
    if isinstance(part, Measure):
        yield from _promises(item, part, names)
    for target, kind in _single(part, names):
        yield _edge(item, target, kind)
    yield from _concepts(item, names)


def _single(part: Part, names: Names) -> Iterator[tuple[str, EdgeKind]]:
    """References to one element."""
    if isinstance(part, Function) and part.under is not None:
        yield names.mechanism(part.under), EdgeKind.UNDER
    elif isinstance(part, Duty) and part.about is not None:
        yield names.subject(part.about), EdgeKind.ABOUT
    elif isinstance(part, Indicator) and part.direction is not None:
        yield names.node(f"directions.{part.direction}"), EdgeKind.BELONGS_TO
    elif isinstance(part, Measure) and part.activity is not None:
        direction, _, activity = part.activity.partition(".")
        yield names.node(f"directions.{direction}.activities.{activity}"), EdgeKind.BELONGS_TO


def _edge(item: Stated, target: str, kind: EdgeKind, *more: tuple[str, Value]) -> Edge:
    return Edge(item.node, target, kind, item.node, item.cite, more)


def _parties(
    item: Stated, kind: EdgeKind, parties: tuple[Party, ...], names: Names, *more: tuple[str, Value]
) -> Iterator[Edge]:
    for party in parties:
        capacity = (("as", party.as_),) if party.as_ is not None else ()
        yield _edge(item, names.party(party, item.node), kind, *more, *capacity)


def _interactions(item: Stated, interactions: tuple[Interaction, ...], names: Names) -> Iterator[Edge]:
    for interaction in interactions:
        how = ("how", interaction.how.value)
        yield from _parties(item, EdgeKind.INTERACTS, interaction.with_, names, how)
        yield from _parties(item, EdgeKind.REACHES, interaction.to, names, how)


def _concepts(item: Stated, names: Names) -> Iterator[Edge]:
    partly = getattr(item.part, "takes_part", ())
    for index, concept in enumerate(getattr(item.part, "concepts", ())):
        values = (("leading", index == 0), ("takes_part", concept in partly))
        yield _edge(item, names.concept(concept, item.node), EdgeKind.MEANS, *values)


def _subject(item: Stated, subject: Subject, names: Names) -> Iterator[Edge]:
    for index, role in enumerate(subject.roles):
        yield _edge(item, names.role(role, item.node), EdgeKind.PLAYS, ("leading", index == 0))
    if subject.part_of is not None:
        yield _edge(item, names.subject(subject.part_of), EdgeKind.PART_OF)
    for member in subject.consists_of:
        yield _edge(item, names.subject(member), EdgeKind.CONSISTS_OF)


def _promises(item: Stated, measure: Measure, names: Names) -> Iterator[Edge]:
    for index, promise in enumerate(measure.targets):
        if promise.indicator is not None:
            target = names.node(f"indicators.{promise.indicator}")
            cite = citations(promise.cite) or item.cite
            value = ("value", required(promise, promise.unit))
            element = f"{item.node}.targets.{index + 1}"
            yield Edge(item.node, target, EdgeKind.PROMISES, element, cite, (value,))


def _act(item: Stated, regulation: RegulationFile, names: Names) -> Iterator[Edge]:
    """What subjects do to the act as a whole: the edges end in the regulation."""
    act = regulation.act
    for name, kind in ((act.issuer, EdgeKind.ISSUES), (act.coordinator, EdgeKind.COORDINATES)):
        if name is not None:
            yield Edge(names.subject(name), item.node, kind, names.node("act"), citations(act.cite))
    if regulation.monitoring is not None:
        element, cite = names.node("monitoring"), citations(regulation.monitoring.cite)
        for party in regulation.monitoring.by:
            capacity = (("as", party.as_),) if party.as_ is not None else ()
            yield Edge(names.party(party, element), item.node, EdgeKind.MONITORS, element, cite, capacity)


def broader(names: Names) -> Iterator[Edge]:
    """From each concept in use to its wider one."""
    for node, concept in sorted(names.concepts.items()):
        wider = names.broader(concept)
        if wider is not None:
            yield Edge(node, concept_node(wider.id), EdgeKind.BROADER, f"concepts.{concept.id}", ())
