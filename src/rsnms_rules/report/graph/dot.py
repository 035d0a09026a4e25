"""DOT, for Graphviz: our own writer, so that no package is needed; quotes, backslashes and line breaks survive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING

from rsnms_rules.graph.kinds import EdgeKind, NodeKind
from rsnms_rules.graph.steps import nodes
from rsnms_rules.i18n import N_, translate
from rsnms_rules.model.vocabulary import How, Level

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]

SHAPES = {
    NodeKind.REGULATION: "tripleoctagon",
    NodeKind.SUBJECT: "box",
    NodeKind.FUNCTION: "ellipse",
    NodeKind.CHANNEL: "cds",
    NodeKind.MECHANISM: "component",
    NodeKind.INDICATOR: "house",
    NodeKind.MEASURE: "note",
    NodeKind.CONCEPT: "hexagon",
    NodeKind.ROLE: "octagon",
    NodeKind.PEOPLE: "egg",
}
"""Shapes of Graphviz; other kinds are plain text."""


class Clusters(Enum):
    """Which nodes are framed together."""

    NONE = "none"
    LEVEL = "level"


def render(graph: Graph, *, clusters: Clusters = Clusters.NONE) -> str:
    """Render a graph as a DOT document with ids, labels, kinds and citations; labels in the current language."""
    lines = [f"digraph {quoted(graph.graph.get('name', ''))} {{", '  rankdir="LR";', '  node [shape="plain"];']
    framed: set[str] = set()
    if clusters is Clusters.LEVEL:
        for level in Level:
            members = [node for node in nodes(graph, NodeKind.SUBJECT) if graph.nodes[node].get("level") == level.value]
            framed.update(members)
            lines.extend(_cluster(graph, level, members))
    lines.extend(f"  {_node(graph, node)}" for node in graph if node not in framed)
    lines.extend(_edges(graph))
    return "\n".join([*lines, "}"]) + "\n"


def _cluster(graph: Graph, level: Level, members: list[str]) -> Iterator[str]:
    if members:
        yield f"  subgraph {quoted(f'cluster_{level.value}')} {{"
        yield f"    label={label(level.label)};"
        yield from (f"    {_node(graph, node)}" for node in members)
        yield "  }"


def _node(graph: Graph, node: str) -> str:
    values = graph.nodes[node]
    shape = SHAPES.get(values["kind"])
    pairs = [("label", label(values["label"])), ("kind", quoted(values["kind"])), *_cite(values["cite"])]
    return f"{quoted(node)} [{_list([*pairs, *([('shape', quoted(shape))] if shape else [])])}];"


def _edges(graph: Graph) -> Iterator[str]:
    for source, target, key, values in graph.edges(keys=True, data=True):
        name = label(edge_label(values["kind"], values.get("how", "")))
        pairs = [("label", name), ("kind", quoted(values["kind"])), ("key", quoted(key)), *_cite(values["cite"])]
        yield f"  {quoted(source)} -> {quoted(target)} [{_list(pairs)}];"


def edge_label(kind: str, how: str) -> str:
    """What an edge says, in the current language."""
    word = next((edge.label for edge in EdgeKind if edge == kind), kind)
    if not how:
        return word
    manner = next((item.label for item in How if item == how), how)
    return translate(N_("{kind} ({how})")).format(kind=word, how=manner)


def _cite(cite: Iterable[str]) -> list[tuple[str, str]]:
    return [("cite", quoted("; ".join(cite)))] if cite else []


def _list(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{name}={value}" for name, value in pairs)


def quoted(text: str) -> str:
    """A text as a quoted string of DOT; backslashes are doubled, since one before the closing quote escapes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def label(text: str) -> str:
    """A text as a label: Graphviz would read `&amp;` and its like as a character."""
    return quoted(text.replace("&", "&amp;"))
