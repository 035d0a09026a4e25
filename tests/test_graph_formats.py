"""Each format of the graph is read back: the same nodes, the same edges, the same words."""

from __future__ import annotations

import html
import json
import re
from typing import Any, TypeAlias

import networkx
import pydot
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rsnms_rules.graph.build import build
from rsnms_rules.graph.kinds import EdgeKind, NodeKind
from rsnms_rules.graph.relations import relations
from rsnms_rules.graph.sealed import RegulationGraph
from rsnms_rules.i18n import speaking
from rsnms_rules.report import FORMATS as REGISTRY
from rsnms_rules.report.graph import FORMATS, dot, graphml, mermaid, text
from rsnms_rules.report.graph import json as node_link
from rsnms_rules.report.json.shapes import NodeLinkShape
from tests.conftest import ROOT
from tests.test_graph_data import CATALOGUE, element, regulation, small

Graph: TypeAlias = Any  # what is read back has no types
Ends = list[tuple[str, str, str]]


def ends(graph: Any) -> Ends:
    return sorted((u, v, str(values["kind"])) for u, v, values in graph.edges(data=True))


def labels(graph: Any) -> dict[str, str]:
    return {node: values["label"] for node, values in graph.nodes(data=True)}


def read_graphml(written: str) -> Any:
    return networkx.parse_graphml(written.partition("?>")[2], force_multigraph=True)


def read_json(written: str) -> Any:
    return networkx.node_link_graph(json.loads(written), edges="edges")


def unquoted(value: object) -> str:
    """What a quoted string of DOT says, by Graphviz's rules for labels."""
    found = re.fullmatch(r'"(.*)"', str(value), re.DOTALL)
    assert found is not None, value
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], found[1], flags=re.DOTALL)


def read_dot(written: str) -> Graph:
    parsed = pydot.graph_from_dot_data(written)
    assert parsed is not None
    assert len(parsed) == 1
    read: Graph = networkx.MultiDiGraph()
    waiting: list[Any] = [parsed[0]]
    while waiting:
        part = waiting.pop()
        waiting.extend(part.get_subgraphs())
        for node in part.get_nodes():
            if node.get_name() != "node":
                values = {name: html.unescape(unquoted(value)) for name, value in node.get_attributes().items()}
                read.add_node(unquoted(node.get_name()), **values)
    for edge in parsed[0].get_edges():
        source, target = unquoted(edge.get_source()), unquoted(edge.get_destination())
        assert source in read
        assert target in read
        read.add_edge(source, target, kind=unquoted(edge.get("kind")), label=unquoted(edge.get("label")))
    return read


NODE = re.compile(r'  (n\d+)\["([^"\\{}\[\]]+)"\]:::kind_([a-z]+)')
EDGE = re.compile(r'  (n\d+) -->\|"([^"\\{}\[\]|]+)"\| (n\d+)')
STYLE = re.compile(r"  classDef kind_([a-z]+) [#a-z0-9:,]+")


def plain(label: str) -> str:
    words = label.replace("<br/>", "\n")
    assert not re.search(r"[<>`&%;:]", re.sub(r"#\d+;", "", words))
    return re.sub(r"#(\d+);", lambda match: chr(int(match[1])), words)


def read_mermaid(written: str) -> tuple[list[tuple[str, str]], list[tuple[str, str, str]]]:
    """Nodes as (kind, label) and edges as (label, label, word); every line must be one of those that we know."""
    first, *lines = written.removesuffix("\n").split("\n")
    assert first == "flowchart LR"
    nodes: dict[str, tuple[str, str]] = {}
    edges = []
    styled = set()
    for line in lines:
        if found := NODE.fullmatch(line):
            assert found[1] not in nodes
            nodes[found[1]] = (found[3], plain(found[2]))
        elif found := EDGE.fullmatch(line):
            edges.append((nodes[found[1]][1], nodes[found[3]][1], plain(found[2])))
        else:
            style = STYLE.fullmatch(line)
            assert style is not None, line
            styled.add(style[1])
    assert styled == {kind for kind, _ in nodes.values()}
    return list(nodes.values()), sorted(edges)


pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated - use:DeprecationWarning")  # pydot calls pyparsing


@pytest.fixture(scope="module")
def graph() -> RegulationGraph:
    return small()


def test_formats_are_in_order_and_registered() -> None:
    assert list(FORMATS) == ["text", "json", "graphml", "dot", "mermaid"]
    assert list(REGISTRY["graph"]) == list(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_two_builds_give_the_same_bytes(name: str) -> None:
    assert FORMATS[name](small()) == FORMATS[name](small())
    assert FORMATS[name](small()).endswith("\n")


def test_graphml_reads_back(graph: RegulationGraph) -> None:
    read = read_graphml(graphml.render(graph))
    assert labels(read) == labels(graph)
    assert list(read) == list(graph)
    assert ends(read) == ends(graph)
    assert [values["key"] for *_, values in read.edges(data=True)] == [key for *_, key in graph.edges(keys=True)]
    assert read.nodes[element("subjects.cnppm")]["cite"] == "3.3.4; 3.4.1/2"
    assert read.nodes[element("measures.draft")]["row"] == 1
    assert "line" not in read.nodes["test"]
    ids = re.findall(r'<edge [^>]*id="([^"]+)"', graphml.render(graph))
    assert len(set(ids)) == graph.number_of_edges()


def test_json_reads_back(graph: RegulationGraph) -> None:
    written = node_link.render(graph)
    read = read_json(written)
    envelope = json.loads(written)
    assert list(envelope) == list(NodeLinkShape.__annotations__)
    assert envelope["schema"] == "rsnms/graph/1"
    assert labels(read) == labels(graph)
    assert ends(read) == ends(graph)
    assert sorted(read.edges(keys=True)) == sorted(graph.edges(keys=True))
    assert read.nodes["test"]["line"] is None
    assert read.nodes[element("subjects.cnppm")]["cite"] == ["3.3.4", "3.4.1/2"]
    assert "Область «Проба»" in written


@pytest.mark.parametrize("clusters", dot.Clusters)
def test_dot_reads_back(graph: RegulationGraph, clusters: dot.Clusters) -> None:
    written = dot.render(graph, clusters=clusters)
    read = read_dot(written)
    assert labels(read) == labels(graph)
    assert ends(read) == ends(graph)
    assert {node: values["kind"] for node, values in read.nodes(data=True)} == {
        node: str(values["kind"]) for node, values in graph.nodes(data=True)
    }
    assert ("subgraph" in written) == (clusters is dot.Clusters.LEVEL)


def test_mermaid_reads_back_the_whole(graph: RegulationGraph) -> None:
    with speaking("en"):
        nodes, edges = read_mermaid(mermaid.render(graph, scope=mermaid.Scope.WHOLE))
        expected = sorted(
            (graph.nodes[u]["label"], graph.nodes[v]["label"], dot.edge_label(values["kind"], values.get("how", "")))
            for u, v, values in graph.edges(data=True)
        )
    assert nodes == [(str(values["kind"]), values["label"]) for _, values in graph.nodes(data=True)]
    assert edges == expected


def test_mermaid_shows_bodies_and_their_relations(graph: RegulationGraph) -> None:
    nodes, edges = read_mermaid(mermaid.render(graph))
    assert {kind for kind, _ in nodes} == {"subject", "mechanism", "channel"}
    assert len(edges) == len(relations(graph))
    assert ("ЦНППМ", "Министерство образования") in {edge[:2] for edge in edges}


def test_text_counts(graph: RegulationGraph) -> None:
    lines = text.render(graph).split("\n")
    assert lines[0] == "test — Область «Проба»"
    for kind, count in ((NodeKind.SUBJECT, 4), (NodeKind.FUNCTION, 4), (EdgeKind.BROADER, 1)):
        assert any(re.fullmatch(rf" +{count}  {re.escape(kind.label)}", line) for line in lines), kind
    with speaking("en"):
        english = text.render(graph)
    assert "    ЦНППМ: functions 2, joint 0" in english
    assert "functions 1 and more, the list breaks off; joint 1" in english
    assert english.index("regional level") < english.index("municipal level")


LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
WORDS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)


def saying(words: str) -> RegulationGraph:
    """A graph with these words in names, statements, terms and people."""
    function = {"id": "f", "does": words, "with": ["b", {"text": words}]}
    bodies = [{"id": "a", "name": words, "functions": [function]}, {"id": "b", "name": "Б"}]
    terms = [{"id": "t", "term": words, "abbr": words, "aliases": [words, words], "means": words}]
    return build(regulation(subjects=bodies, terms=terms, keep=()), CATALOGUE)


@given(WORDS)
@example('"')
@example("\\")
@example('a\\"b\\')
@example("a\\nb\n\\")
@example("«Ёж» — №1 [a](b) {c} <d> |e| `f` #quot; &amp; &#34; %% style a:b#c; end")
@example("]]> <![CDATA[ -- /* */ // ;")
@example("👩‍🏫\u2028\u2029\x7f")
def test_any_words_survive_every_format(words: str) -> None:
    graph = saying(words)
    expected = labels(graph)
    assert labels(read_json(node_link.render(graph))) == expected
    from_dot = read_dot(dot.render(graph))
    assert labels(from_dot) == expected
    assert ends(from_dot) == ends(graph)
    from_xml = read_graphml(graphml.render(graph))
    assert labels(from_xml) == {graphml.escaped(node): graphml.escaped(label) for node, label in expected.items()}
    assert len(ends(from_xml)) == graph.number_of_edges()
    nodes, edges = read_mermaid(mermaid.render(graph, scope=mermaid.Scope.WHOLE))
    assert [label for _, label in nodes] == list(expected.values())
    assert len(edges) == graph.number_of_edges()
    assert text.render(graph).count("\n") == text.render(saying("слова")).count("\n")


@given(st.text(min_size=1))
@example("\0\r\x0b\x85")
def test_no_format_breaks_on_any_text(words: str) -> None:
    graph = saying(words)
    for render in FORMATS.values():
        assert render(graph)
    assert read_graphml(graphml.render(graph)).number_of_nodes() == graph.number_of_nodes()


@pytest.mark.parametrize("page", ["graph.md", "graph.ru.md"])
def test_every_kind_and_format_is_documented(page: str) -> None:
    written = (ROOT / "docs" / page).read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| `([a-z-]+)` \|", written, re.MULTILINE))
    assert {kind.value for kind in (*NodeKind, *EdgeKind)} <= rows
    assert all(f"`{name}`" in written for name in FORMATS)


@pytest.mark.parametrize("page", ["graph.md", "graph.ru.md"])
def test_attributes_are_documented(page: str) -> None:
    written = (ROOT / "docs" / page).read_text(encoding="utf-8")
    graph = small()
    names = {name for _, values in graph.nodes(data=True) for name in values}
    names |= {name for *_, values in graph.edges(data=True) for name in values}
    assert not {name for name in names if f"`{name}`" not in written}


@pytest.mark.parametrize("page", ["graph.md", "graph.ru.md"])
def test_the_example_runs(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    written = (ROOT / "docs" / page).read_text(encoding="utf-8")
    example_of_the_page = re.search(r"```python\n(.*?)```", written, re.DOTALL)
    assert example_of_the_page is not None
    exec(compile(example_of_the_page[1], page, "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) > 1
