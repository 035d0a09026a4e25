"""Mermaid flowchart, for Markdown pages: by default the short picture, which people can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from rsnms_rules.graph.kinds import NodeKind
from rsnms_rules.graph.relations import relations
from rsnms_rules.graph.steps import nodes
from rsnms_rules.report.graph.dot import edge_label

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]

STYLES = {
    NodeKind.REGULATION: "fill:#1f3a5f,color:#ffffff",
    NodeKind.SUBJECT: "fill:#d6e6f5,stroke:#1f3a5f",
    NodeKind.FUNCTION: "fill:#ffffff,stroke:#7a8ba0",
    NodeKind.MECHANISM: "fill:#fbe5c8,stroke:#a86b12",
    NodeKind.CHANNEL: "fill:#dcefdc,stroke:#2f7d32",
    NodeKind.INDICATOR: "fill:#f6d9de,stroke:#a32638",
    NodeKind.MEASURE: "fill:#ece0f5,stroke:#6a3d9a",
    NodeKind.CONCEPT: "fill:#fff8d6,stroke:#9a8400",
}
"""Colours; other kinds look like `_OTHER`."""

_OTHER = "fill:#f4f4f4,stroke:#8a8a8a"
_SAFE = frozenset(" .,-–—«»()/№")


class Scope(Enum):
    """What the picture shows."""

    RELATIONS = "relations"
    """Subjects, mechanisms and channels; functions folded into edges between them."""
    WHOLE = "whole"
    """All nodes and edges."""


class _Arrow(NamedTuple):
    source: str
    target: str
    label: str


def render(graph: Graph, *, scope: Scope = Scope.RELATIONS) -> str:
    """Render a graph as a Mermaid flowchart; labels in the current language, ids of nodes counted (`n1`)."""
    if scope is Scope.WHOLE:
        shown = list(graph)
        arrows = [
            _Arrow(source, target, edge_label(values["kind"], values.get("how", "")))
            for source, target, values in graph.edges(data=True)
        ]
    else:
        shown = list(nodes(graph, NodeKind.SUBJECT, NodeKind.MECHANISM, NodeKind.CHANNEL))
        arrows = [_Arrow(item.source, item.target, edge_label(item.kind, item.how)) for item in relations(graph)]
    return "\n".join(["flowchart LR", *_lines(graph, shown, arrows)]) + "\n"


def _lines(graph: Graph, shown: list[str], arrows: Iterable[_Arrow]) -> Iterator[str]:
    names = {node: f"n{number}" for number, node in enumerate(shown, start=1)}
    for node, name in names.items():
        values = graph.nodes[node]
        yield f'  {name}["{escaped(values["label"])}"]:::{_class(values["kind"])}'
    for arrow in arrows:
        yield f'  {names[arrow.source]} -->|"{escaped(arrow.label)}"| {names[arrow.target]}'
    used = {graph.nodes[node]["kind"] for node in shown}
    for kind in NodeKind:
        if kind in used:
            yield f"  classDef {_class(kind)} {STYLES.get(kind, _OTHER)}"


def _class(kind: str) -> str:
    return f"kind_{kind}"


def escaped(text: str) -> str:
    """A text as a label in quotes: what is no letter, digit or harmless mark becomes `#code;`, a line break `<br/>`."""
    return "<br/>".join(
        "".join(sign if sign.isalnum() or sign in _SAFE else f"#{ord(sign)};" for sign in line)
        for line in text.split("\n")
    )
