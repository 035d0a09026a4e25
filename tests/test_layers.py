"""Arrows run downwards only, and siblings do not import each other (STYLE, the map)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "rsnms_rules"
LAYERS = (
    {"pytest_plugin"},
    {"cli"},
    {"api", "report"},
    {"checks", "differences", "policy", "questions", "indicators", "source"},
    {"graph"},
    {"model"},
    {"errors"},
    {"finding"},
    {"rule"},
    {"i18n"},
    {"pause"},
    {"__about__"},
)
"""From top to bottom; modules of one set are siblings."""

RANK = {name: index for index, layer in enumerate(LAYERS) for name in layer}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Top-level rooms of our package that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = (
                [node.module or ""] if node.module != "rsnms_rules" else [f"rsnms_rules.{a.name}" for a in node.names]
            )
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("rsnms_rules."))


def room(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arrows_run_downwards(path: Path) -> None:
    here = room(path)
    if here in {"__init__", "__main__"}:
        return
    for there in imports(path):
        assert there == here or RANK[there] > RANK[here], f"{here} imports {there}"


def test_every_room_is_on_the_map() -> None:
    assert {room(path) for path in MODULES} - {"__init__", "__main__"} == set(RANK)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name != "shapes.py":  # a list of shapes, one after the other
        assert text.count("\n") <= 330
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            body = (node.end_lineno or 0) - node.body[0].lineno
            limit = 60 if (path.name, node.name) == ("reader.py", "run") else 45  # docs/adr/0002-reader.md
            assert body <= limit, f"{node.name} has {body} lines"


def test_networkx_lives_in_the_graph() -> None:
    users = {
        room(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Import) and any(a.name.startswith("networkx") for a in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("networkx"))
    }
    assert users <= {"graph", "report", "api"}
