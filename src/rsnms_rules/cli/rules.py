"""`rsnms rules`: the rules, their severities and what they hold."""

from __future__ import annotations

import argparse

from rsnms_rules.api.checking import EVERY_RULE, INPUT_RULES, RULES
from rsnms_rules.cli.options import add_format
from rsnms_rules.cli.parser import Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, translate
from rsnms_rules.report import renderer


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--reading", action="store_true", help=translate(N_("also the rules by which files are read")))
    add_format(parser, "rules")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """List the rules in the order of their slugs."""
    cards = EVERY_RULE if args.reading else {**RULES, **INPUT_RULES}
    listed = tuple(cards[slug] for slug in sorted(cards))
    streams.emit(renderer("rules", args.format)(listed, streams.style(args.output)), args.output)
    return 0
