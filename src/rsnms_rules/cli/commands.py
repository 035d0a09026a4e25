"""The registry of commands, in the order of `rsnms --help`; every module has `add_arguments` and `run`."""

from __future__ import annotations

from rsnms_rules.i18n import N_


class Command:
    """A command's module and its summary (English, translatable)."""

    __slots__ = ("module", "summary")

    def __init__(self, module: str, summary: str) -> None:
        self.module = f"rsnms_rules.cli.{module}"
        self.summary = summary


COMMANDS = {
    "new": Command("new", N_("begin a regulation file: a draft from an act's text, or a skeleton")),
    "concepts": Command("concepts", N_("roles and concepts: their ids and what they mean, found by everyday words")),
    "validate": Command("validate", N_("list everything that is wrong in regulation files")),
    "check": Command("check", N_("hold regulations against the built-in rules")),
    "rules": Command("rules", N_("list the built-in rules")),
    "explain": Command("explain", N_("what a rule holds, and why it found something")),
    "verify": Command("verify", N_("hold a regulation against the text of its act: what is cited, what is not")),
    "ask": Command("ask", N_("answer a question in Russian, with the clause")),
    "who": Command("who", N_("who is responsible for a function, by which clause")),
    "functions": Command("functions", N_("what a body, a level or a role has to do")),
    "channels": Command("channels", N_("how two bodies interact, and through which channels")),
    "assess": Command("assess", N_("which indicators miss their target, by how much")),
    "diff": Command("diff", N_("what differs between two regulations, or two editions of one")),
    "compare": Command("compare", N_("concepts by regulations: carriers, levels, targets")),
    "conforms": Command("conforms", N_("does a district's act carry what its region gives to the levels below")),
    "graph": Command("graph", N_("the graph of a regulation for other programs")),
    "export": Command("export", N_("a regulation as JSON or YAML")),
    "completion": Command("completion", N_("completion of commands, ids, bodies and terms in the shell")),
    "schema": Command("schema", N_("the JSON Schema of a file or of an output")),
}
