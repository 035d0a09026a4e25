"""Several graphs as one, joined in the concepts, roles and words for people that they share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rsnms_rules.graph.kinds import EdgeKind
from rsnms_rules.graph.sealed import RegulationGraph

if TYPE_CHECKING:
    import networkx


def join(graphs: Iterable[networkx.MultiDiGraph[str]]) -> RegulationGraph:
    """Join graphs into a read-only one, in the order given; a node of several is described by the first."""
    parts = list(graphs)
    regulations = tuple(name for part in parts for name in part.graph.get("regulations", ()))
    files = tuple(file for part in parts for file in part.graph.get("files", ()))
    joined = RegulationGraph(name=", ".join(regulations), regulations=regulations, files=files)
    for part in parts:
        joined.add_nodes_from((node, values) for node, values in part.nodes(data=True) if node not in joined)
    for part in parts:
        for source, target, key, values in part.edges(keys=True, data=True):
            if not joined.has_edge(source, target, key):
                joined.add_edge(source, target, key, **values)
    _families(joined)
    return joined.seal()


def _families(graph: RegulationGraph) -> None:
    """An edge from each district's act to the one of its region, where both are there."""
    kind = EdgeKind.BELONGS_TO
    for name in graph.graph["regulations"]:
        parent = graph.nodes[name].get("parent")
        if isinstance(parent, str) and parent in graph and not graph.has_edge(name, parent, kind.value):
            graph.add_edge(name, parent, kind.value, kind=kind, element=name, cite=())
