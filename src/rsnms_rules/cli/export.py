"""`rsnms export ID`: a regulation as JSON or YAML."""

from __future__ import annotations

import argparse

from rsnms_rules.cli.options import add_format, add_selection, selected
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, translate
from rsnms_rules.report import renderer
from rsnms_rules.report.json.export import Exported


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_selection(parser, "", N_("json: the file's fields with path and line; text: the YAML file"))
    add_format(parser, "export")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Write the regulations and return the exit code."""
    regulations, words = selected(args, streams)
    if words:
        raise CallError(translate(N_("give one ID, or --all")))
    exported = [Exported(item.model, item.line) for item in regulations]
    if (args.all or len(regulations) > 1) and args.format == "json":
        text = renderer("export", "json")(exported, streams.style(args.output), several=True)
    else:
        text = renderer("export", args.format)(exported, streams.style(args.output))
    streams.emit(text, args.output)
    return 0
