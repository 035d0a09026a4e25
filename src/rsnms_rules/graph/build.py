"""Building the graph of a regulation: all nodes first, then edges, and only between nodes that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rsnms_rules.graph.edges import Edge, broader, edges
from rsnms_rules.graph.kinds import EdgeKind, NodeKind
from rsnms_rules.graph.names import REMEDY, DanglingEdgeError, Names
from rsnms_rules.graph.nodes import Lines, Stated, catalogue_nodes, element_node, stated
from rsnms_rules.graph.sealed import RegulationGraph, Value
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.pause import no_collector


def build(
    regulation: RegulationFile, catalogue: CatalogueFile, *, lines: Lines | None = None, file: str = ""
) -> RegulationGraph:
    """Build the read-only graph of a regulation; its kinds and attributes are described in docs/graph.md.

    Args:
        regulation: a regulation whose references have been checked.
        catalogue: the catalogue that it was read with; its entries in use become nodes.
        lines: from a path into the file to a line, for the attribute `line`.
        file: where the regulation was read from, for the attribute `file`.

    Raises:
        DanglingEdgeError: a reference leads nowhere; reading a file with its catalogue excludes that.
        ValueError: two elements have the same id; likewise.
    """
    with no_collector():
        names = Names.of(regulation, catalogue)
        items = list(stated(regulation))
        found = [edge for item in items for edge in edges(item, names)]
        graph = RegulationGraph(name=regulation.id, regulations=(regulation.id,), files=(file,))
        for item in items:
            if item.node in graph:
                raise ValueError(f"{item.node} is there twice; {REMEDY}")
            graph.add_node(item.node, **element_node(item, regulation, lines, file))
        graph.add_nodes_from(catalogue_nodes(names))
        graph.add_nodes_from(_people(names, items, graph, file))
        _connect(graph, [*found, *broader(names)])
        return graph.seal()


def _people(
    names: Names, items: Iterable[Stated], graph: RegulationGraph, file: str
) -> Iterator[tuple[str, dict[str, Value]]]:
    """Nodes of people in words; their provenance is the element that names them first."""
    cites = {item.node: item.cite for item in items}
    for node, (text, element) in names.people.items():
        values: dict[str, Value] = {
            "kind": NodeKind.PEOPLE,
            "label": text,
            "regulation": names.regulation,
            "element": element,
            "cite": cites.get(element, ()),
            "line": graph.nodes[element]["line"] if element in graph else None,
            "file": file,
        }
        yield node, values


def _connect(graph: RegulationGraph, found: Iterable[Edge]) -> None:
    seen: Counter[tuple[str, str, EdgeKind]] = Counter()
    for edge in found:
        for end in (edge.source, edge.target):
            if end not in graph:
                raise DanglingEdgeError(edge.element, end)
        same = (edge.source, edge.target, edge.kind)
        seen[same] += 1
        key = edge.kind.value if seen[same] == 1 else f"{edge.kind.value}-{seen[same]}"
        stated_by = {"element": edge.element, "cite": edge.cite, **dict(edge.more)}
        graph.add_edge(edge.source, edge.target, key, kind=edge.kind, **stated_by)
