"""The graph of a regulation: every kind of node and edge, provenance, and that nothing can be changed."""

from __future__ import annotations

import copy
import gc
import pickle
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
import pytest

from rsnms_rules.errors import UnknownElement
from rsnms_rules.graph.build import build
from rsnms_rules.graph.join import join
from rsnms_rules.graph.kinds import ENDS, EdgeKind, NodeKind
from rsnms_rules.graph.names import DanglingEdgeError
from rsnms_rules.graph.relations import relations
from rsnms_rules.graph.walk import between, carriers, functions_of, joint
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.vocabulary import Mode
from rsnms_rules.report.graph import FORMATS
from rsnms_rules.source.file import read_catalogue, read_regulation
from tests.conftest import ROOT
from tests.test_graph_data import CATALOGUE, element, regulation, small

BUNDLED = sorted(set((ROOT / "regulations").glob("**/*.yaml")) - {ROOT / "regulations" / "catalogue.yaml"})


@pytest.fixture(scope="module")
def graph() -> networkx.MultiDiGraph[str]:
    return small()


def edges(graph: networkx.MultiDiGraph[str], kind: EdgeKind) -> set[tuple[str, str]]:
    return {(u, v) for u, v, values in graph.edges(data=True) if values["kind"] is kind}


def test_every_kind_occurs(graph: networkx.MultiDiGraph[str]) -> None:
    assert {values["kind"] for _, values in graph.nodes(data=True)} == set(NodeKind)
    assert {values["kind"] for _, _, values in graph.edges(data=True)} == set(EdgeKind)


def test_labels_of_kinds_differ() -> None:
    for kinds in (NodeKind, EdgeKind):
        assert len({kind.english for kind in kinds}) == len(kinds)


def check_shape(graph: networkx.MultiDiGraph[str]) -> None:
    """What holds of every graph: common attributes, provenance, ends that fit the kind, immutable values."""
    for node, values in graph.nodes(data=True):
        assert list(values)[:7] == ["kind", "label", "regulation", "element", "cite", "line", "file"], node
        assert isinstance(values["kind"], NodeKind)
        assert values["label"]
        assert values["element"]
        assert (values["regulation"] == "") == (values["kind"] in {NodeKind.CONCEPT, NodeKind.ROLE})
    for source, target, key, values in graph.edges(keys=True, data=True):
        kind = values["kind"]
        assert key.partition(f"{kind.value}")[0] == ""
        assert values["element"]
        assert graph.nodes[source]["kind"] in ENDS[kind].sources, (source, kind)
        assert graph.nodes[target]["kind"] in ENDS[kind].targets, (kind, target)
    everything = [values for _, values in graph.nodes(data=True)] + [values for *_, values in graph.edges(data=True)]
    for values in everything:
        for value in values.values():
            assert value is None or isinstance(value, (str, int, tuple))
            assert not isinstance(value, tuple) or all(isinstance(item, str) for item in value)
    owned = edges(graph, EdgeKind.HAS)
    alone = {NodeKind.REGULATION, NodeKind.CONCEPT, NodeKind.ROLE, NodeKind.PEOPLE}
    elements = [node for node, values in graph.nodes(data=True) if values["kind"] not in alone]
    assert Counter(target for _, target in owned) == Counter(elements), "every element has one owner"
    assert not [node for node in graph if graph.degree(node) == 0 and graph.number_of_nodes() > 1]


def test_nodes_and_edges_have_kind_and_provenance(graph: networkx.MultiDiGraph[str]) -> None:
    check_shape(graph)


def test_every_pair_of_ends_names_kinds() -> None:
    assert set(ENDS) == set(EdgeKind)


def test_ids_follow_the_notation(graph: networkx.MultiDiGraph[str]) -> None:
    for node in (
        "test",
        element("subjects.cnppm.functions.mms-registry-keep"),
        element("subjects.cnppm.notes.1"),
        element("act.points.control"),
        element("directions.d2.activities.training"),
        element("indicators.trained.targets.1"),
        "concept:passport.keep",
        "concept:passport",
        "role:cnppm",
        "people:школы-участницы",
    ):
        assert node in graph
    assert "concept:unused" not in graph
    assert "role:unused" not in graph


def test_edges_run_from_source_to_target(graph: networkx.MultiDiGraph[str]) -> None:
    cnppm, registry = element("subjects.cnppm"), element("subjects.cnppm.functions.mms-registry-keep")
    expected = {
        EdgeKind.HAS: (cnppm, registry),
        EdgeKind.PART_OF: (cnppm, element("subjects.institute")),
        EdgeKind.CONSISTS_OF: (element("subjects.institute"), cnppm),
        EdgeKind.JOINT: (registry, element("subjects.mms")),
        EdgeKind.INTERACTS: (element("subjects.cnppm.functions.passport-keep"), element("subjects.ministry")),
        EdgeKind.REACHES: (element("subjects.cnppm.functions.passport-keep"), "people:федеральный оператор"),
        EdgeKind.ABOUT: (element("duties.inform"), cnppm),
        EdgeKind.MEANS: (registry, "concept:mms-registry.keep"),
        EdgeKind.BROADER: ("concept:passport.keep", "concept:passport"),
        EdgeKind.PLAYS: (cnppm, "role:cnppm"),
        EdgeKind.ISSUES: (element("subjects.ministry"), "test"),
        EdgeKind.COORDINATES: (cnppm, "test"),
        EdgeKind.MONITORS: (cnppm, "test"),
        EdgeKind.CHARGED: (element("act.points.control"), "people:первый заместитель министра"),
        EdgeKind.RESPONSIBLE: (element("measures.draft"), element("subjects.ministry")),
        EdgeKind.EXECUTES: (element("measures.draft"), "people:школы-участницы"),
        EdgeKind.PARTY: (element("mechanisms.tripartite"), element("subjects.mms")),
        EdgeKind.CONNECTS: (element("channels.chat"), cnppm),
        EdgeKind.BELONGS_TO: (element("measures.draft"), element("directions.d2.activities.training")),
        EdgeKind.UNDER: (element("subjects.mms.functions.catch-all"), element("directions.d2.mechanisms.network")),
        EdgeKind.PROMISES: (element("measures.draft"), element("indicators.trained")),
    }
    assert set(expected) == set(EdgeKind)
    for kind, ends in expected.items():
        assert ends in edges(graph, kind), kind


def test_attributes_of_edges(graph: networkx.MultiDiGraph[str]) -> None:
    passport, ministry = element("subjects.cnppm.functions.passport-keep"), element("subjects.ministry")
    assert [values["how"] for values in graph[passport][ministry].values()] == ["sends", "requests"]
    assert list(graph[passport][ministry]) == ["interacts", "interacts-2"]
    assert graph[passport]["concept:passport.keep"]["means"]["leading"] is True
    assert graph[passport]["concept:mms-registry.keep"]["means"]["leading"] is False
    assert graph[passport][ministry]["interacts"]["cite"] == ("3.2 «ведёт паспорт»",)
    draft = element("measures.draft")
    promise = graph[draft][element("indicators.trained")]["promises"]
    assert promise["value"] == "≥ 40"
    assert promise["element"] == element("measures.draft.targets.1")
    assert graph[draft][element("subjects.cnppm")]["executes"]["as"] == "методисты"


def test_attributes_of_nodes(graph: networkx.MultiDiGraph[str]) -> None:
    nodes = graph.nodes
    cnppm = nodes[element("subjects.cnppm")]
    assert cnppm["label"] == "ЦНППМ"
    assert cnppm["level"] == "regional"
    assert cnppm["standing"] == "member"
    assert cnppm["cite"] == ("3.3.4", "3.4.1/2")
    assert nodes[element("subjects.mms")]["cite"] == ("3.3.8",), "what `listed` says"
    assert nodes[element("subjects.mms")]["incomplete"] is True
    assert "incomplete" not in cnppm
    function = nodes[element("subjects.cnppm.functions.mms-registry-keep")]
    assert function["label"] == "Ведёт реестр"
    assert function["cite"] == ("3.3.4 «ведёт реестр»",), "the label is the subject's first one"
    assert function["mode"] == "leads"
    target = nodes[element("indicators.trained.targets.1")]
    assert target["label"] == "≥ 30 % (к 2024 году)"
    assert target["at_least"] == "30"
    assert target["by"] == "2024-12-31"
    assert target["cite"] == nodes[element("indicators.trained")]["cite"]
    assert nodes[element("indicators.none")]["targets"] == "none"
    assert nodes[element("channels.portal")]["between"] == "all"
    assert nodes[element("channels.chat")]["between"] == "parties"
    assert nodes[element("channels.lost")]["between"] == "unknown"
    assert nodes["test"]["missing"] == ("functions of mms", "subjects on level institutional")
    assert nodes["concept:passport.keep"]["label_en"] == "Keeping the passport"
    assert nodes["people:школы-участницы"]["element"] == element("measures.draft")


def test_lines_and_file_come_from_the_caller() -> None:
    def line(path: tuple[str | int, ...]) -> int | None:
        return 17 if path == ("subjects", 0, "functions", 0) else None

    graph = build(regulation(), CATALOGUE, lines=line, file="test.yaml")
    assert graph.nodes[element("subjects.ministry.functions.system-coordinate")]["line"] == 17
    assert graph.nodes[element("subjects.ministry")]["line"] is None
    assert graph.nodes[element("subjects.ministry")]["file"] == "test.yaml"
    assert graph.graph["files"] == ("test.yaml",)


def test_structure_is_frozen(graph: networkx.MultiDiGraph[str]) -> None:
    with pytest.raises(networkx.NetworkXError):
        graph.add_node("x")
    with pytest.raises(networkx.NetworkXError):
        graph.add_edge("test", "x")
    with pytest.raises(networkx.NetworkXError):
        graph.remove_node("test")
    assert networkx.is_frozen(graph)


@pytest.mark.parametrize(
    "change",
    [
        lambda values: values.__setitem__("label", "x"),
        lambda values: values.__delitem__("kind"),
        lambda values: values.update(label="x"),
        lambda values: values.update({"label": "x"}),
        lambda values: values.setdefault("new", 1),
        lambda values: values.pop("kind"),
        lambda values: values.popitem(),
        lambda values: values.clear(),
        lambda values: values.__ior__({"label": "x"}),
    ],
)
def test_attributes_are_frozen(graph: networkx.MultiDiGraph[str], change: Callable[[Any], object]) -> None:
    some_edge = next(iter(graph.edges(keys=True)))
    for values in (graph.nodes["test"], graph.edges[some_edge], graph.graph, graph.adj["test"]):
        before = dict(values)
        with pytest.raises((TypeError, AttributeError)):
            change(values)
        assert dict(values) == before
    with pytest.raises(TypeError, match="copy"):
        networkx.set_node_attributes(graph, {"test": 1}, "weight")


def test_copies_can_be_changed(graph: networkx.MultiDiGraph[str]) -> None:
    before = FORMATS["json"](graph)
    part = [node for node in graph if graph.nodes[node]["kind"] is NodeKind.SUBJECT]
    copies = [
        graph.copy(),
        graph.subgraph(part).copy(),
        graph.to_undirected(),
        graph.reverse(),
        networkx.MultiDiGraph(graph),
        networkx.Graph(graph),
    ]
    for changed in copies:
        changed.add_node("x")
        changed.add_edge("x", part[0], weight=2)
        changed.nodes[part[0]]["label"] = "changed"
        changed.graph["name"] = "changed"
        assert changed.nodes[part[0]]["label"] == "changed"
    again = graph.copy().copy()
    again.remove_node("test")
    assert FORMATS["json"](graph) == before
    assert networkx.utils.graphs_equal(graph.copy(), graph)
    assert not graph.to_undirected().is_directed()
    assert graph.to_undirected().number_of_edges() == graph.number_of_edges()


def test_views_stay_sealed(graph: networkx.MultiDiGraph[str]) -> None:
    view = graph.subgraph(["test", element("subjects.cnppm")])
    assert view.number_of_edges() == 3  # has, coordinates, monitors
    with pytest.raises(TypeError):
        view.nodes["test"]["label"] = "x"


def test_deep_copies_and_pickles_are_equal_and_sealed(graph: networkx.MultiDiGraph[str]) -> None:
    for twin in (copy.deepcopy(graph), pickle.loads(pickle.dumps(graph))):
        assert networkx.utils.graphs_equal(twin, graph)
        with pytest.raises(TypeError):
            twin.nodes["test"]["label"] = "x"
    loose = copy.deepcopy(graph.copy())
    loose.nodes["test"]["label"] = "x"


def test_networkx_walks_the_graph(graph: networkx.MultiDiGraph[str]) -> None:
    assert networkx.has_path(graph, "test", "concept:passport")
    assert networkx.is_weakly_connected(graph)
    assert element("duties.inform") in networkx.ancestors(graph, "concept:passport")


def test_a_dangling_reference_is_refused() -> None:
    broken = regulation(subjects=[{"id": "a", "name": "А", "part_of": "nobody"}], keep=())
    with pytest.raises(DanglingEdgeError) as error:
        build(broken, CATALOGUE)
    assert error.value.target == element("subjects.nobody")
    unknown = regulation(goals=[{"id": "g", "does": "…", "concepts": ["no.such"]}], keep=())
    with pytest.raises(DanglingEdgeError, match=r"no\.such"):
        build(unknown, CATALOGUE)
    twice = regulation(goals=[{"id": "g", "does": "…"}, {"id": "g", "does": "…"}], keep=())
    with pytest.raises(ValueError, match="twice"):
        build(twice, CATALOGUE)
    assert gc.isenabled()


def test_earlier_ids_of_the_catalogue_lead_to_the_present_node() -> None:
    renamed = regulation(goals=[{"id": "g", "does": "…", "concepts": ["dpo-passport.keep"]}], keep=())
    graph = build(renamed, CATALOGUE)
    assert ("test:goals.g", "concept:passport.keep") in edges(graph, EdgeKind.MEANS)


def test_a_circle_of_broader_concepts_ends() -> None:
    label = {"ru": "а", "en": "a"}
    concepts = [
        {"id": "a", "kind": "function", "label": label, "is": label, "broader": "b"},
        {"id": "b", "kind": "function", "label": label, "is": label, "broader": "a"},
    ]
    catalogue = CatalogueFile.model_validate({"spec": 1, "concepts": concepts})
    graph = build(regulation(goals=[{"id": "g", "does": "…", "concepts": ["a"]}], keep=()), catalogue)
    assert edges(graph, EdgeKind.BROADER) == {("concept:a", "concept:b"), ("concept:b", "concept:a")}
    assert carriers(graph, "a") == ()


def test_functions_of_and_joint(graph: networkx.MultiDiGraph[str]) -> None:
    registry = element("subjects.cnppm.functions.mms-registry-keep")
    passport = element("subjects.cnppm.functions.passport-keep")
    assert functions_of(graph, element("subjects.cnppm")).own == (registry, passport)
    mms = functions_of(graph, element("subjects.mms"))
    assert mms.own == (element("subjects.mms.functions.catch-all"),)
    assert mms.joint == (registry,)
    assert [(item.function, item.carrier) for item in joint(graph, element("subjects.mms"))] == [
        (registry, element("subjects.cnppm"))
    ]
    assert {item.partner for item in joint(graph, element("subjects.cnppm"))} == {
        element("subjects.mms"),
        element("subjects.institute"),
    }
    for name in ("test:subjects.nobody", "test", "role:cnppm"):
        with pytest.raises(UnknownElement):
            functions_of(graph, name)


def test_carriers(graph: networkx.MultiDiGraph[str]) -> None:
    found = carriers(graph, "mms-registry.keep")
    assert [(item.subject, item.joint, item.leading) for item in found] == [
        (element("subjects.cnppm"), False, True),
        (element("subjects.cnppm"), False, False),
        (element("subjects.institute"), True, True),
        (element("subjects.mms"), True, True),
    ]
    assert found[0].mode is Mode.LEADS
    narrower = carriers(graph, "passport")
    assert [item.function for item in narrower] == [element("subjects.cnppm.functions.passport-keep")]
    assert carriers(graph, "concept:passport") == narrower
    assert carriers(graph, "unused") == ()
    assert carriers(graph, element("subjects.cnppm")) == ()


def test_between(graph: networkx.MultiDiGraph[str]) -> None:
    cnppm, mms, institute = (element(f"subjects.{name}") for name in ("cnppm", "mms", "institute"))
    links = between(graph, cnppm, mms)
    assert links == between(graph, mms, cnppm)
    registry = element("subjects.cnppm.functions.mms-registry-keep")
    assert [(link.kind, link.source, link.target, link.via) for link in links] == [
        (EdgeKind.JOINT, cnppm, mms, registry),
        (EdgeKind.INTERACTS, cnppm, mms, element("subjects.cnppm.notes.1")),
        (EdgeKind.PARTY, cnppm, mms, element("mechanisms.tripartite")),
        (EdgeKind.CONNECTS, cnppm, mms, element("channels.portal")),
    ]
    assert links[0].cite == ("3.3.4 «ведёт реестр»",)
    assert (EdgeKind.JOINT, registry) in {(link.kind, link.via) for link in between(graph, mms, institute)}
    assert {link.kind for link in between(graph, cnppm, institute)} >= {EdgeKind.PART_OF, EdgeKind.CONSISTS_OF}
    far = between(graph, element("subjects.ministry"), institute)
    assert [link.via for link in far] == [element("channels.portal")]
    assert between(graph, cnppm, cnppm) == ()
    with pytest.raises(UnknownElement):
        between(graph, cnppm, "people:школы-участницы")


def test_relations_fold_functions(graph: networkx.MultiDiGraph[str]) -> None:
    found = {(item.source, item.target, item.kind, item.how) for item in relations(graph)}
    cnppm, ministry = element("subjects.cnppm"), element("subjects.ministry")
    assert (cnppm, element("subjects.mms"), EdgeKind.JOINT, "") in found
    assert (cnppm, ministry, EdgeKind.INTERACTS, "sends") in found
    assert (element("subjects.mms"), element("directions.d2.mechanisms.network"), EdgeKind.UNDER, "") in found
    shown = {NodeKind.SUBJECT, NodeKind.MECHANISM, NodeKind.CHANNEL}
    assert {graph.nodes[node]["kind"] for ends in found for node in ends[:2]} <= shown


def test_joined_graphs_share_the_catalogue() -> None:
    one, two = build(regulation(), CATALOGUE), build(regulation(id="other"), CATALOGUE)
    both = join([one, two])
    shared = set(one) & set(two)
    assert both.number_of_nodes() == len(one) + len(two) - len(shared)
    assert {one.nodes[node]["kind"] for node in shared} == {NodeKind.CONCEPT, NodeKind.ROLE, NodeKind.PEOPLE}
    assert both.graph["regulations"] == ("test", "other")
    assert len(edges(both, EdgeKind.BROADER)) == len(edges(one, EdgeKind.BROADER))
    assert [item.subject for item in carriers(both, "passport")] == ["other:subjects.cnppm", "test:subjects.cnppm"]
    assert networkx.is_frozen(both)
    with pytest.raises(TypeError):
        both.nodes["test"]["label"] = "x"
    assert join([one, one]).number_of_edges() == one.number_of_edges()
    mixed = {link.kind for link in between(both, "other:subjects.cnppm", "test:subjects.mms")}
    assert mixed == set(), "a channel between all joins the bodies of its own act"
    for render in FORMATS.values():
        assert render(both)


def test_kinds_need_no_networkx() -> None:
    code = "import sys, rsnms_rules.graph.kinds, rsnms_rules.graph.walk; print('networkx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_large_regulation_is_built_in_time() -> None:
    function = {"does": "Ведёт реестр", "concepts": ["mms-registry.keep"], "with": ["s1"], "cite": "1.1 «ведёт»"}
    subjects = [
        {
            "id": f"s{number}",
            "name": f"Служба {number}",
            "functions": [{"id": f"f{place}", **function} for place in range(100)],
        }
        for number in range(200)
    ]
    large = regulation(subjects=subjects, keep=())
    graph = build(large, CATALOGUE)
    assert graph.number_of_nodes() > 20_000


@pytest.mark.parametrize("path", BUNDLED or [ROOT / "regulations" / "ivanovo.yaml"], ids=lambda path: path.name)
def test_bundled_regulations_become_graphs(path: Path) -> None:
    catalogue = read_catalogue((ROOT / "regulations" / "catalogue.yaml").read_bytes(), "catalogue.yaml").model
    assert catalogue is not None
    read = read_regulation(path.read_bytes(), path.name, catalogue)
    assert read.model is not None, read.findings
    graph = build(read.model, catalogue, lines=read.line, file=path.name)
    check_shape(graph)
    assert all(values["line"] for _, values in graph.nodes(data=True) if values["regulation"])
    again = build(read.model, catalogue, lines=read.line, file=path.name)
    for render in FORMATS.values():
        assert render(graph) == render(again)
