"""Node-link JSON, a node or an edge to the line, so that two versions can be compared line by line.

`networkx.node_link_graph(json.loads(text), edges="edges")` reads it back.
"""

from __future__ import annotations

from json import JSONEncoder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx

SCHEMA = "rsnms/graph/1"

_ENCODER = JSONEncoder(ensure_ascii=False)


def render(graph: networkx.MultiDiGraph[str]) -> str:
    """Render a graph as node-link data beside its `schema`; tuples become lists, ids of nodes stay what they are."""
    head = {"schema": SCHEMA, "directed": True, "multigraph": True, "graph": dict(graph.graph)}
    nodes = [_line({"id": node, **values}) for node, values in graph.nodes(data=True)]
    edges = [
        _line({"source": source, "target": target, "key": key, **values})
        for source, target, key, values in graph.edges(keys=True, data=True)
    ]
    parts = [f'  "{name}": {_line(value)}' for name, value in head.items()]
    parts += [f'  "nodes": {_list(nodes)}', f'  "edges": {_list(edges)}']
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _line(value: object) -> str:
    return _ENCODER.encode(value)


def _list(items: list[str]) -> str:
    return "[\n    " + ",\n    ".join(items) + "\n  ]" if items else "[]"
