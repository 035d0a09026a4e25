"""`rsnms rules`: the rules, their severities and what they hold."""

from __future__ import annotations

import argparse

from rsnms_rules.api.checking import EVERY_RULE
from rsnms_rules.cli.options import add_format
from rsnms_rules.cli.parser import Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.report import renderer


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_format(parser, "rules")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """List the rules in the order of their slugs."""
    listed = tuple(EVERY_RULE[slug] for slug in sorted(EVERY_RULE))
    streams.emit(renderer("rules", args.format)(listed, streams.style(args.output)), args.output)
    return 0
