"""A summary of the graph for people: how much there is of each kind, and the subjects by level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rsnms_rules.graph.kinds import EdgeKind, NodeKind
from rsnms_rules.graph.steps import nodes
from rsnms_rules.graph.walk import functions_of
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.model.vocabulary import Level, Vocabulary
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import STEP, paragraph

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]

PLAIN = Style(width=10_000)
"""A page wide enough for any line."""


def render(graph: Graph, style: Style = PLAIN) -> str:
    """Render a summary in the current language, as wide as the page."""
    lines: list[str] = []
    acts = list(nodes(graph, NodeKind.REGULATION))
    for act in acts:
        lines.append(f"{act} — {graph.nodes[act]['label']}")
    lines += ["", str(message(N_("Nodes: {count}"), count=graph.number_of_nodes()))]
    lines += _counts(NodeKind, (values["kind"] for _, values in graph.nodes(data=True)))
    lines += ["", str(message(N_("Edges: {count}"), count=graph.number_of_edges()))]
    lines += _counts(EdgeKind, (values["kind"] for _, _, values in graph.edges(data=True)))
    for act in acts:
        lines.extend(_subjects(graph, act, several=len(acts) > 1))
    return "\n".join(part for line in lines for part in _fitted(_one_line(line), style)) + "\n"


def _counts(kinds: type[Vocabulary], found: Iterable[str]) -> Iterator[str]:
    counts = Counter(found)
    width = max((len(str(count)) for count in counts.values()), default=1)
    for kind in kinds:
        if counts[kind]:
            yield f"  {counts[kind]:>{width}}  {kind.label}"


def _subjects(graph: Graph, act: str, *, several: bool) -> Iterator[str]:
    members = [node for node in nodes(graph, NodeKind.SUBJECT) if graph.nodes[node]["regulation"] == act]
    if not members:
        return
    yield ""
    yield str(message(N_("Subjects of {name}:"), name=act)) if several else translate(N_("Subjects:"))
    unnamed = translate(N_("level not given"))
    for level in (*Level, None):
        here = [node for node in members if graph.nodes[node].get("level") == level]
        if here:
            yield f"  {level.label if level is not None else unnamed}"
            yield from (f"    {_subject(graph, node)}" for node in here)


def _subject(graph: Graph, node: str) -> str:
    functions = functions_of(graph, node)
    values = graph.nodes[node]
    counts = {"name": values["label"], "own": len(functions.own), "joint": len(functions.joint)}
    if values.get("incomplete"):
        return str(message(N_("{name}: functions {own} and more, the list breaks off; joint {joint}"), **counts))
    return str(message(N_("{name}: functions {own}, joint {joint}"), **counts))


def _fitted(line: str, style: Style) -> list[str]:
    """Break a line into lines of the page that keep its indent."""
    text = line.strip()
    return paragraph(text, style, indent=(len(line) - len(line.lstrip())) // STEP, hanging=STEP) if text else [""]


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
