"""`rsnms new ID [--from TEXT]`: a draft of a regulation file from an act's text, or a skeleton with comments."""

from __future__ import annotations

import argparse
from pathlib import Path

from rsnms_rules.api.drafting import draft, skeleton
from rsnms_rules.api.verifying import act_of, read_act
from rsnms_rules.cli.options import add_format
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.model.vocabulary import Tier
from rsnms_rules.report import renderer
from rsnms_rules.source.act.resolve import ActText
from rsnms_rules.source.draft.draft import Head


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("id", metavar="ID", help=translate(N_("id of the new regulation: Latin, lower case")))
    parser.add_argument(
        "--from",
        dest="text",
        metavar="TEXT",
        help=translate(N_("file with the act's text, - for standard input: every item is drafted with its citation")),
    )
    parser.add_argument("--tier", choices=[tier.value for tier in Tier], default=Tier.REGIONAL.value)
    parser.add_argument("--parent", metavar="ID", help=translate(N_("municipal acts: id of the region's regulation")))
    parser.add_argument("--territory", metavar="NAME", default="TODO", help=translate(N_("name of the territory")))
    parser.add_argument("--force", action="store_true", help=translate(N_("write over a file that is there")))
    add_format(parser, "new")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Write the draft; a file that is there is left alone."""
    head = Head(args.id, args.tier, args.parent, args.territory.strip() or "TODO")
    if args.output and args.output != "-" and Path(args.output).exists() and not args.force:
        raise CallError(str(message(N_("{path} is there already; use --force to write over it"), path=args.output)))
    if args.text is None:
        if args.format != "text":
            raise CallError(translate(N_("a skeleton is text; use --from for the format json")))
        streams.emit(skeleton(head), args.output)
        return 0
    found = draft(_act(args.text, streams), head)
    streams.emit(renderer("new", args.format)(found, streams.style(args.output)), args.output)
    return 0


def _act(name: str, streams: Streams) -> ActText:
    return act_of(streams.read_input(), "<stdin>") if name == "-" else read_act(name)
