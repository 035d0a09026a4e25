"""`rsnms graph ID`: the graph of a regulation for other programs."""

from __future__ import annotations

import argparse

from rsnms_rules.api.corpus import Corpus
from rsnms_rules.cli.options import add_format, add_selection, selected
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, translate
from rsnms_rules.report import renderer


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_selection(parser, "", N_("text: a summary; json: node-link data"))
    add_format(parser, "graph")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Write the graph and return the exit code; several regulations make one graph with the concepts they share."""
    regulations, words = selected(args, streams)
    if words:
        raise CallError(translate(N_("give one ID, or --all")))
    graph = regulations[0].graph if len(regulations) == 1 else Corpus({item.id: item for item in regulations}).graph
    looks = {"style": streams.style(args.output)} if args.format == "text" else {}
    streams.emit(renderer("graph", args.format)(graph, **looks), args.output)
    return 0
