"""What nodes and edges of the graph are; documented for users in docs/graph.md."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from rsnms_rules.i18n import N_
from rsnms_rules.model.vocabulary import Vocabulary


class NodeKind(Vocabulary):
    """What a node stands for; the order of the members is the order of reports."""

    REGULATION = "regulation", N_("regulation")
    """The act as a whole."""
    SUBJECT = "subject", N_("subject")
    """A body, service, association or community."""
    FUNCTION = "function", N_("function")
    """One duty that the act gives to a subject."""
    NOTE = "note", N_("remark on a subject")
    """A sentence beside a subject's list that is no duty but may name counterparties."""
    DUTY = "duty", N_("duty without a carrier")
    """What the act demands without saying of whom."""
    GOAL = "goal", N_("goal")
    """A goal of the system."""
    TASK = "task", N_("task")
    """A task of the system."""
    PRINCIPLE = "principle", N_("principle or approach")
    """A principle or an approach."""
    PROVISION = "provision", N_("provision")
    """Another rule of the text."""
    MATTER = "matter", N_("matter of interaction")
    """A matter of interaction («предмет взаимодействия»)."""
    CHANNEL = "channel", N_("channel")
    """A channel of interaction («канал»)."""
    MECHANISM = "mechanism", N_("mechanism")
    """A mechanism, of the act or of a direction."""
    DIRECTION = "direction", N_("direction")
    """A direction of work."""
    CONTENT = "content", N_("content of a direction")
    """What a direction covers."""
    ACTIVITY = "activity", N_("activity")
    """A system-forming activity of a direction."""
    INDICATOR = "indicator", N_("indicator")
    """What is measured."""
    TARGET = "target", N_("target")
    """What an indicator must reach, or a number that a measure promises without naming an indicator."""
    MEASURE = "measure", N_("roadmap measure")
    """A row of the roadmap."""
    TERM = "term", N_("term")
    """A term that the act defines."""
    POINT = "point", N_("point of the order")
    """An operative point of the order."""
    CONCEPT = "concept", N_("concept")
    """A concept of the catalogue that is in use, or a broader one of such."""
    ROLE = "role", N_("role")
    """A role of the catalogue that a subject plays."""
    PEOPLE = "people", N_("people in words")
    """People or a class of people that the act names only in words."""


class EdgeKind(Vocabulary):
    """What an edge says of its source and its target; the order of the members is the order of reports."""

    HAS = "has", N_("has")
    """The target is a part of the source's own list."""
    PART_OF = "part-of", N_("is part of")
    """The source is a unit of the target."""
    CONSISTS_OF = "consists-of", N_("consists of")
    """The target is one of those that the source is made of."""
    JOINT = "joint", N_("jointly with")
    """The target performs the source jointly with its carrier («совместно с»)."""
    INTERACTS = "interacts", N_("interacts with")
    """In the source its carrier deals with the target; `how` says in which way."""
    REACHES = "reaches", N_("reaches")
    """What the carrier does in the source reaches the target in the end; `how` as above."""
    ABOUT = "about", N_("is about")
    """The demand is about the target."""
    MEANS = "means", N_("means")
    """The source is what the concept says; `leading` marks its first concept."""
    BROADER = "broader", N_("is narrower than")
    """The target is the one wider concept of the source."""
    PLAYS = "plays", N_("plays the role of")
    """The subject has the role; `leading` marks its first one."""
    ISSUES = "issues", N_("issues")
    """The subject issued the act."""
    COORDINATES = "coordinates", N_("coordinates the system of")
    """The act names the subject coordinator of the system."""
    MONITORS = "monitors", N_("monitors the system of")
    """The act charges the source with the monitoring."""
    CHARGED = "charged", N_("charges")
    """The point of the order charges the target."""
    RESPONSIBLE = "responsible", N_("has as responsible")
    """The target answers for the measure."""
    EXECUTES = "executes", N_("is executed by")
    """The target executes the measure: the edge runs from the measure, as `responsible` does."""
    PARTY = "party", N_("has as party")
    """The target is a party to the mechanism."""
    CONNECTS = "connects", N_("connects")
    """The channel connects the target with the others."""
    BELONGS_TO = "belongs-to", N_("belongs to")
    """The indicator belongs to the direction, the measure to the activity, the district's act to the region's."""
    UNDER = "under", N_("is done under")
    """The function is done under the mechanism."""
    PROMISES = "promises", N_("promises for")
    """The result of the measure promises a value of the indicator."""


class Ends(NamedTuple):
    """Which kinds of nodes an edge runs from and to."""

    sources: frozenset[NodeKind]
    targets: frozenset[NodeKind]


def _ends(sources: set[NodeKind], targets: set[NodeKind]) -> Ends:
    return Ends(frozenset(sources), frozenset(targets))


_SUBJECT = {NodeKind.SUBJECT}
_PARTY = {NodeKind.SUBJECT, NodeKind.PEOPLE}
_ACT = {NodeKind.REGULATION}
_OWNERS = {NodeKind.REGULATION, NodeKind.SUBJECT, NodeKind.DIRECTION, NodeKind.INDICATOR, NodeKind.MEASURE}
_GROUPED = {NodeKind.INDICATOR, NodeKind.MEASURE}
_DEALS = {NodeKind.FUNCTION, NodeKind.NOTE}
_CATALOGUE = {NodeKind.CONCEPT, NodeKind.ROLE}
_ELEMENTS = set(NodeKind) - _CATALOGUE - _ACT - {NodeKind.PEOPLE}
_WITHOUT_CONCEPTS = {NodeKind.SUBJECT, NodeKind.DIRECTION, NodeKind.TARGET, NodeKind.TERM}

ENDS: Mapping[EdgeKind, Ends] = MappingProxyType(
    {
        EdgeKind.HAS: _ends(_OWNERS, _ELEMENTS),
        EdgeKind.PART_OF: _ends(_SUBJECT, _SUBJECT),
        EdgeKind.CONSISTS_OF: _ends(_SUBJECT, _SUBJECT),
        EdgeKind.JOINT: _ends({NodeKind.FUNCTION, NodeKind.DUTY, NodeKind.ACTIVITY}, _PARTY),
        EdgeKind.INTERACTS: _ends(_DEALS, _PARTY),
        EdgeKind.REACHES: _ends(_DEALS, _PARTY),
        EdgeKind.ABOUT: _ends({NodeKind.DUTY}, _SUBJECT),
        EdgeKind.MEANS: _ends(_ELEMENTS - _WITHOUT_CONCEPTS, {NodeKind.CONCEPT}),
        EdgeKind.BROADER: _ends({NodeKind.CONCEPT}, {NodeKind.CONCEPT}),
        EdgeKind.PLAYS: _ends(_SUBJECT, {NodeKind.ROLE}),
        EdgeKind.ISSUES: _ends(_SUBJECT, _ACT),
        EdgeKind.COORDINATES: _ends(_SUBJECT, _ACT),
        EdgeKind.MONITORS: _ends(_PARTY, _ACT),
        EdgeKind.CHARGED: _ends({NodeKind.POINT}, _PARTY),
        EdgeKind.RESPONSIBLE: _ends({NodeKind.MEASURE}, _PARTY),
        EdgeKind.EXECUTES: _ends({NodeKind.MEASURE}, _PARTY),
        EdgeKind.PARTY: _ends({NodeKind.MECHANISM}, _PARTY),
        EdgeKind.CONNECTS: _ends({NodeKind.CHANNEL}, _PARTY),
        EdgeKind.BELONGS_TO: _ends(_GROUPED | _ACT, {NodeKind.DIRECTION, NodeKind.ACTIVITY} | _ACT),
        EdgeKind.UNDER: _ends({NodeKind.FUNCTION}, {NodeKind.MECHANISM}),
        EdgeKind.PROMISES: _ends({NodeKind.MEASURE}, {NodeKind.INDICATOR}),
    }
)
