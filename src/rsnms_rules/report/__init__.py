"""Output formats: an answer or findings in, a string out; bytes for a workbook.

`FORMATS` is the registry: for each command its formats, the first one being the default, each as `module:function`
below this package. A new format is a module and a line here; help and choices derive from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

FORMATS: dict[str, dict[str, str]] = {
    "ask": {"text": "text.answers:answer", "json": "json.answers:ask"},
    "assess": {"text": "text.assessment:assessment", "json": "json.answers:assessment"},
    "concepts": {"text": "text.concepts:concepts", "json": "json.concepts:concepts"},
    "channels": {"text": "text.answers:answers", "json": "json.answers:channels"},
    "check": {
        "text": "text.findings:report",
        "json": "json.findings:check",
        "sarif": "ci.sarif:render",
        "junit": "ci.junit:render",
        "github": "ci.github:render",
        "gitlab": "ci.gitlab:render",
        "markdown": "ci.markdown:render",
    },
    "compare": {
        "text": "text.matrix:matrix",
        "json": "json.matrix:matrix",
        "csv": "json.matrix:table",
        "xlsx": "xlsx.matrix:render",
    },
    "conforms": {"text": "text.conformity:conformance", "json": "json.conformity:conformance"},
    "diff": {
        "text": "text.diff:differences",
        "json": "json.diff:differences",
        "markdown": "ci.differences:render",
        "html": "html.diff:render",
    },
    "explain": {"text": "text.explanation:explanation", "json": "json.findings:explanation"},
    "export": {"json": "json.export:export", "text": "text.yaml:regulations"},
    "functions": {"text": "text.answers:answers", "json": "json.answers:functions"},
    "graph": {
        "text": "graph.text:render",
        "json": "graph.json:render",
        "graphml": "graph.graphml:render",
        "dot": "graph.dot:render",
        "mermaid": "graph.mermaid:render",
    },
    "new": {"text": "text.yaml:draft", "json": "json.encoding:draft"},
    "rules": {"text": "text.rules:rules", "json": "json.rules:rules"},
    "schema": {"json": "json.schema:schema", "text": "text.schema:schema"},
    "validate": {"text": "text.findings:findings", "json": "json.findings:validation"},
    "verify": {"text": "text.verification:verification", "json": "json.encoding:verification"},
    "who": {"text": "text.answers:answer", "json": "json.answers:who"},
}


def renderer(command: str, name: str) -> Callable[..., str | bytes]:
    """The function that renders the answer of a command in a format: `(answer, style) -> str | bytes`.

    Raises:
        KeyError: when the command has no such format.
    """
    module, _, function = FORMATS[command][name].partition(":")
    found: Callable[..., str | bytes] = getattr(import_module(f"rsnms_rules.report.{module}"), function)
    return found


def pages(command: str, name: str) -> Callable[..., Iterator[str | bytes]]:
    """The function that renders an answer in parts which the format's readers accept: `(answer, style) -> strings`.

    A format without such limits gives one part, the whole.
    """
    module, _, _ = FORMATS[command][name].partition(":")
    whole = renderer(command, name)
    found: Callable[..., Iterator[str | bytes]] = getattr(
        import_module(f"rsnms_rules.report.{module}"), "pages", lambda answer, style: iter((whole(answer, style),))
    )
    return found
