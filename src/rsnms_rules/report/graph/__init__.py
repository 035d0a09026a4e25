"""The graph in the formats of other programs; `FORMATS` lists them, the first one being the default."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from rsnms_rules.report.graph import dot, graphml, json, mermaid, text

if TYPE_CHECKING:
    import networkx

FORMATS: Mapping[str, Callable[[networkx.MultiDiGraph[str]], str]] = MappingProxyType(
    {
        "text": text.render,
        "json": json.render,
        "graphml": graphml.render,
        "dot": dot.render,
        "mermaid": mermaid.render,
    }
)
"""Every format is a function from a graph to a string, whose bytes depend on the graph and the language alone."""
