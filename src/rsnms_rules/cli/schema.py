"""`rsnms schema [NAME]`: the JSON Schema of a file or of an output."""

from __future__ import annotations

import argparse

from rsnms_rules.cli.options import add_format
from rsnms_rules.cli.parser import Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, translate
from rsnms_rules.report import renderer
from rsnms_rules.report.json.schema import NAMES


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    said = N_("a file (regulation, catalogue, pack, pack-test) or the JSON output of a command (default: regulation)")
    text = translate(said)
    parser.add_argument("name", nargs="?", choices=NAMES, default="regulation", metavar="NAME", help=text)
    add_format(parser, "schema")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Write the schema and return the exit code."""
    streams.emit(renderer("schema", args.format)(args.name, streams.style(args.output)), args.output)
    return 0
