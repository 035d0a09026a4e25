"""`rsnms conforms DISTRICT [REGION]`: does a district's act carry what its region's act gives to the levels below?"""

from __future__ import annotations

import argparse

from rsnms_rules.api.comparing import conforms, load_side
from rsnms_rules.cli.options import add_folders, add_format
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.sides import load_sides
from rsnms_rules.cli.streams import Streams
from rsnms_rules.differences.conforming.statuses import Conformity
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report import renderer


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    text = N_("the district's act and its region's (default: the one named as parent): ids, files, FILE@REVISION")
    parser.add_argument("sides", nargs="*", metavar="DISTRICT [REGION]", help=translate(text))
    add_folders(parser)
    add_format(parser, "conforms")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Show how each duty is carried; 1 where one is absent."""
    if len(args.sides) not in {1, 2}:
        raise CallError(translate(N_("name a district's act: rsnms conforms DISTRICT [REGION]")))
    if len(args.sides) == 2:
        district, region = load_sides(args.sides, args.regulations, streams)
    else:
        district = load_side(args.sides[0], args.regulations)
        if district.model.parent is None:
            raise CallError(str(message(N_("{id} names no parent; name the region's act"), id=district.id)))
        region = load_side(district.model.parent, args.regulations)
    found = conforms(district, region)
    streams.emit(renderer("conforms", args.format)((found, region.catalogue), streams.style(args.output)), args.output)
    absent = any(line.sort == "functions" for line in found.of(Conformity.ABSENT))
    return 1 if absent else 0
