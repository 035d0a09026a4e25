"""`rsnms compare A B C …`: concepts by regulations, with carriers, levels and targets."""

from __future__ import annotations

import argparse

from rsnms_rules.api.comparing import compare
from rsnms_rules.cli.options import add_format, add_selection, selected
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, translate
from rsnms_rules.report import renderer


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_selection(parser, "…", N_("more of them: rsnms compare A B C"))
    parser.add_argument(
        "--summary", action="store_true", help=translate(N_("only what all have, what one alone has, what differs"))
    )
    add_format(parser, "compare")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Show the matrix."""
    if args.words:
        args.words = [",".join(args.words)]
    regulations, rest = selected(args, streams)
    if rest:
        raise CallError(translate(N_("name two regulations or more")))
    found = compare(regulations)
    streams.emit(renderer("compare", args.format)((found, args.summary), streams.style(args.output)), args.output)
    return 0
