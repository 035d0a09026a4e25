"""Single steps in the graph, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rsnms_rules.errors import UnknownElement
from rsnms_rules.graph.kinds import EdgeKind, NodeKind
from rsnms_rules.i18n import N_, message

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]


def ends(graph: Graph, source: str, *kinds: EdgeKind) -> Iterator[str]:
    """Targets of the edges of some kinds that leave a node, in the act's order."""
    for _, target, values in graph.out_edges(source, data=True):
        if values["kind"] in kinds:
            yield target


def starts(graph: Graph, target: str, *kinds: EdgeKind) -> Iterator[str]:
    """Sources of the edges of some kinds that reach a node, in the act's order."""
    for source, _, values in graph.in_edges(target, data=True):
        if values["kind"] in kinds:
            yield source


def nodes(graph: Graph, *kinds: NodeKind) -> Iterator[str]:
    """Nodes of some kinds, in the act's order."""
    return (node for node, values in graph.nodes(data=True) if values["kind"] in kinds)


def owner(graph: Graph, node: str) -> str:
    """The node in whose list another one stands: the carrier of a function; empty where there is none."""
    return next(starts(graph, node, EdgeKind.HAS), "")


def known(graph: Graph, node: str, kind: NodeKind) -> str:
    """Return `node` if it is one of that kind.

    Raises:
        UnknownElement: otherwise.
    """
    if node not in graph or not is_a(graph, node, kind):
        template = N_("The graph has no node «{name}» of the kind «{kind}».")
        text = message(template, name=node, kind=message(kind.english))
        raise UnknownElement(node, text)
    return node


def is_a(graph: Graph, node: str, *kinds: NodeKind) -> bool:
    """Tell whether a node is of one of these kinds."""
    return graph.nodes[node]["kind"] in kinds
