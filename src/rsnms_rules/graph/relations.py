"""The short picture: subjects, mechanisms and channels, with functions folded into edges between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rsnms_rules.graph.kinds import EdgeKind, NodeKind
from rsnms_rules.graph.steps import nodes, owner
from rsnms_rules.graph.walk import DIRECT, OPEN, THROUGH

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge of the short picture: from a subject, mechanism or channel to another; `elements` say it."""

    source: str
    target: str
    kind: EdgeKind
    how: str
    elements: tuple[str, ...]


def relations(graph: Graph) -> tuple[Relation, ...]:
    """Subjects, mechanisms and channels with what joins them, functions folded into edges from their carriers."""
    shown = set(nodes(graph, NodeKind.SUBJECT, NodeKind.MECHANISM, NodeKind.CHANNEL))
    found: dict[tuple[str, str, EdgeKind, str], dict[str, None]] = {}
    for source, target, values in graph.edges(data=True):
        kind = values["kind"]
        start = owner(graph, source) if kind in (*THROUGH, EdgeKind.UNDER) else source
        if kind in (*DIRECT, *THROUGH, *OPEN, EdgeKind.UNDER) and start in shown and target in shown:
            place = (start, target, kind, values.get("how", ""))
            found.setdefault(place, {})[values["element"]] = None
    return tuple(sorted((Relation(*place, tuple(elements)) for place, elements in found.items()), key=_rank))


def _rank(relation: Relation) -> tuple[str, str, int, str]:
    return (relation.source, relation.target, list(EdgeKind).index(relation.kind), relation.how)
