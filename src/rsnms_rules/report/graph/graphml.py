"""GraphML, for Gephi, yEd, Cytoscape and networkx: written by networkx with the standard library's XML.

GraphML knows scalars only: what has several values is joined by `; `, what has no value is left out. Every edge
has a number of its own as its id, for some programs take edges of the same id for one; the key that tells
parallel edges apart is its attribute `key`.
"""

from __future__ import annotations

import re
from io import BytesIO

import networkx

from rsnms_rules.pause import no_collector

JOINER = "; "
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(graph: networkx.MultiDiGraph[str]) -> str:
    """Render a graph as a GraphML document."""
    with no_collector():
        buffer = BytesIO()
        networkx.write_graphml_xml(_scalars(graph), buffer)
        return buffer.getvalue().decode("utf-8") + "\n"


def _scalars(graph: networkx.MultiDiGraph[str]) -> networkx.MultiDiGraph[str]:
    """A copy with the attributes that GraphML can hold, and with numbered edges."""
    plain: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    plain.graph.update(_plain(graph.graph))
    for node, values in graph.nodes(data=True):
        plain.add_node(escaped(node), **_plain(values))
    for number, (source, target, key, values) in enumerate(graph.edges(keys=True, data=True), start=1):
        ends = (escaped(source), escaped(target))
        plain.add_edge(*ends, f"e{number}")
        plain.edges[*ends, f"e{number}"].update(_plain({"key": key, **values}))
    return plain


def _plain(values: dict[str, object]) -> dict[str, str | int]:
    return {name: _scalar(value) for name, value in values.items() if value is not None}


def _scalar(value: object) -> str | int:
    if isinstance(value, (tuple, list)):
        return JOINER.join(escaped(item) for item in value)
    return value if isinstance(value, int) else escaped(value)


def escaped(value: object) -> str:
    """Text that XML can hold and give back: what it cannot is written by its number in hexadecimal."""
    return _NOT_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", str(value))
