"""Small pure answers from the graph; values come out frozen and in a fixed order.

Subjects are given as ids of nodes, `orenburg:subjects.cnppm`; a name that is no such node is an `UnknownElement`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rsnms_rules.graph.kinds import EdgeKind, NodeKind
from rsnms_rules.graph.names import concept_node
from rsnms_rules.graph.steps import ends, is_a, known, nodes, owner, starts
from rsnms_rules.model.vocabulary import Mode

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]


DIRECT = (EdgeKind.PART_OF, EdgeKind.CONSISTS_OF)
"""Edges between two subjects."""
THROUGH = (EdgeKind.JOINT, EdgeKind.INTERACTS, EdgeKind.REACHES)
"""Edges from a function (or a remark) to those with whom its carrier deals."""
OPEN = (EdgeKind.PARTY, EdgeKind.CONNECTS)
"""Edges from a mechanism or a channel to those whom it joins."""

_MODES = {mode.value: mode for mode in Mode}


@dataclass(frozen=True, slots=True)
class Carrier:
    """A body that carries a function of a concept.

    Attributes:
        subject: node of the subject, or of people in words. `function`: node of the function.
        mode: whether the body leads in the concept or takes part.
        joint: the body performs it jointly, by the clause of another one.
        leading: the concept is the leading one of the function.
        cite: citations of the function.
    """

    subject: str
    function: str
    mode: Mode
    joint: bool
    leading: bool
    cite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joint:
    """A function that `carrier` performs jointly with `partner`, by the carrier's clause `cite`."""

    function: str
    carrier: str
    partner: str
    cite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Functions:
    """Functions of a subject, its own ones and those joint by the clause of another, in the act's order."""

    own: tuple[str, ...]
    joint: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One way in which two subjects are linked.

    Attributes:
        kind: the kind of the edge; for a mechanism `party`, for a channel `connects`.
        source: the subject that acts. `target`: the other one; in alphabetic order where neither acts on the other.
        via: node of the function, remark, mechanism or channel between them; empty for a direct edge.
        how: in which way they interact; empty where the act does not say.
        cite: citations of what links them.
    """

    kind: EdgeKind
    source: str
    target: str
    via: str
    how: str
    cite: tuple[str, ...]


def functions_of(graph: Graph, subject: str) -> Functions:
    """Functions of a subject, own and joint.

    Raises:
        UnknownElement: the graph has no such subject.
    """
    known(graph, subject, NodeKind.SUBJECT)
    own = tuple(node for node in ends(graph, subject, EdgeKind.HAS) if is_a(graph, node, NodeKind.FUNCTION))
    joint = dict.fromkeys(
        node
        for node in starts(graph, subject, EdgeKind.JOINT)
        if is_a(graph, node, NodeKind.FUNCTION) and owner(graph, node) != subject
    )
    return Functions(own, tuple(joint))


def joint(graph: Graph, subject: str) -> tuple[Joint, ...]:
    """Functions that a subject performs jointly with others, by its own clauses and by theirs.

    Raises:
        UnknownElement: the graph has no such subject.
    """
    functions = functions_of(graph, subject)
    found = {
        Joint(function, owner(graph, function), partner, graph.nodes[function]["cite"])
        for function in (*functions.own, *functions.joint)
        for partner in ends(graph, function, EdgeKind.JOINT)
    }
    return tuple(
        sorted(
            (item for item in found if subject in {item.carrier, item.partner}),
            key=lambda item: (item.carrier != subject, item.function, item.partner),
        )
    )


def carriers(graph: Graph, concept: str) -> tuple[Carrier, ...]:
    """Who carries functions of a concept or of a narrower one: leaders, then participants, then joint performers.

    Args:
        graph: the graph of one regulation or of several.
        concept: id from the catalogue, `mms-registry.keep`, or the id of its node. One that is in the catalogue and
            not in the graph has no carrier: the result is empty.
    """
    start = concept if concept in graph else concept_node(concept)
    if start not in graph or not is_a(graph, start, NodeKind.CONCEPT):
        return ()
    found: dict[tuple[str, str], Carrier] = {}
    for node in _narrower(graph, start):
        for function, _, values in graph.in_edges(node, data=True):
            if values["kind"] == EdgeKind.MEANS and is_a(graph, function, NodeKind.FUNCTION):
                mode = Mode.PARTICIPATES if values["takes_part"] else _MODES[graph.nodes[function]["mode"]]
                for carrier in _carriers(graph, function, mode, leading=values["leading"]):
                    key = (carrier.subject, function)
                    if key not in found or _rank(carrier) < _rank(found[key]):
                        found[key] = carrier
    return tuple(sorted(found.values(), key=_rank))


def _rank(carrier: Carrier) -> tuple[bool, bool, bool, str]:
    participates = carrier.mode is not Mode.LEADS
    return (carrier.joint, participates, not carrier.leading, f"{carrier.function} {carrier.subject}")


def _carriers(graph: Graph, function: str, mode: Mode, *, leading: bool) -> Iterator[Carrier]:
    cite = graph.nodes[function]["cite"]
    carrier = owner(graph, function)
    yield Carrier(carrier, function, mode, joint=False, leading=leading, cite=cite)
    for partner in ends(graph, function, EdgeKind.JOINT):
        if partner != carrier:
            yield Carrier(partner, function, mode, joint=True, leading=leading, cite=cite)


def _narrower(graph: Graph, concept: str) -> list[str]:
    found = {concept: None}
    waiting = [concept]
    while waiting:
        for node in starts(graph, waiting.pop(), EdgeKind.BROADER):
            if node not in found:
                found[node] = None
                waiting.append(node)
    return list(found)


def between(graph: Graph, a: str, b: str) -> tuple[Link, ...]:
    """How two subjects are linked: directly, or through one function, remark, mechanism or channel.

    A function links its carrier with those that it names, and joint performers with each other. A channel «between
    all» links any two subjects of its regulation; one whose parties are lost in the text links nobody here, and its
    node says `between: unknown`.

    Raises:
        UnknownElement: the graph has no such subject.
    """
    for subject in (a, b):
        known(graph, subject, NodeKind.SUBJECT)
    if a == b:
        return ()
    first, second = sorted((a, b))
    found = {*_together(graph, first, second), *_open(graph, first, second)}
    for source, target in ((a, b), (b, a)):
        found.update(_direct(graph, source, target), _through(graph, source, target))
    order = list(EdgeKind)
    return tuple(sorted(found, key=lambda link: (order.index(link.kind), link.via, link.source, link.target, link.how)))


def _direct(graph: Graph, source: str, target: str) -> Iterator[Link]:
    for values in (graph.get_edge_data(source, target) or {}).values():
        if values["kind"] in DIRECT:
            yield Link(values["kind"], source, target, "", "", values["cite"])


def _through(graph: Graph, source: str, target: str) -> Iterator[Link]:
    """Functions and remarks of `source` that name `target`."""
    for via, _, values in graph.in_edges(target, data=True):
        if values["kind"] in THROUGH and owner(graph, via) == source:
            yield Link(values["kind"], source, target, via, values.get("how", ""), values["cite"])


def _together(graph: Graph, a: str, b: str) -> Iterator[Link]:
    """Functions of a third body that both perform jointly with it."""
    for via in dict.fromkeys(starts(graph, a, EdgeKind.JOINT)):
        if is_a(graph, via, NodeKind.FUNCTION) and b in ends(graph, via, EdgeKind.JOINT):
            yield Link(EdgeKind.JOINT, a, b, via, "", graph.nodes[via]["cite"])


def _open(graph: Graph, a: str, b: str) -> Iterator[Link]:
    for via in nodes(graph, NodeKind.MECHANISM, NodeKind.CHANNEL):
        values = graph.nodes[via]
        here = {graph.nodes[subject]["regulation"] for subject in (a, b)}
        everyone = values.get("between") == "all" and here == {values["regulation"]}
        if everyone or {a, b} <= set(ends(graph, via, *OPEN)):
            kind = EdgeKind.CONNECTS if is_a(graph, via, NodeKind.CHANNEL) else EdgeKind.PARTY
            yield Link(kind, a, b, via, "", values["cite"])
