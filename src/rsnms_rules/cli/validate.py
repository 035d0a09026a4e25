"""`rsnms validate FILE…`: everything that is wrong in regulation files, at once."""

from __future__ import annotations

import argparse

from rsnms_rules.api.gather import read_all
from rsnms_rules.cli.options import add_folders, add_format
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.finding import has_errors
from rsnms_rules.i18n import N_, translate
from rsnms_rules.report import renderer


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    text = translate(N_("ids of bundled regulations, files, folders, or - for standard input"))
    parser.add_argument("files", nargs="*", metavar="FILE", help=text)
    parser.add_argument("--all", action="store_true", help=translate(N_("all bundled regulations and the catalogue")))
    add_folders(parser)
    add_format(parser, "validate")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """List the findings; 1 when any of them is an error."""
    if bool(args.files) == bool(args.all):
        raise CallError(translate(N_("name files, or use --all")))
    found, _ = read_all(args.files, args.regulations, everything=args.all, stdin=streams.read_input)
    streams.emit(renderer("validate", args.format)(found, streams.style(args.output)), args.output)
    return 1 if has_errors(found) else 0
