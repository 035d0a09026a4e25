"""`rsnms concepts`: the roles and concepts that packs, queries and encodings name, found by everyday words."""

from __future__ import annotations

import argparse

from rsnms_rules.api.cataloguing import found
from rsnms_rules.cli.options import add_format
from rsnms_rules.cli.parser import Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report import renderer


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    help_text = N_("words that the label, the definition or the id has, all of them (default: everything)")
    parser.add_argument("words", nargs="*", metavar="WORD", help=translate(help_text))
    add_format(parser, "concepts")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """List roles and concepts in the order of the catalogue."""
    entries = found(args.words)
    if not (entries.roles or entries.concepts):
        streams.say(message(N_("Nothing in the catalogue has all of these words; try fewer of them.")))
    streams.emit(renderer("concepts", args.format)(entries, streams.style(args.output)), args.output)
    return 0
