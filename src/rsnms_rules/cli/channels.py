"""`rsnms channels ID [A B]`: how do two bodies interact, and through which channels?"""

from __future__ import annotations

import argparse

from rsnms_rules.cli.options import add_format, add_selection, add_sources, ask_each, quoter, selected
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, translate
from rsnms_rules.report import renderer


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_selection(parser, "[A B]", N_("A B: ids, abbreviations or names of two bodies; without them all channels"))
    add_sources(parser)
    add_format(parser, "channels")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Answer and return the exit code."""
    regulations, words = selected(args, streams)
    if len(words) not in {0, 2}:
        raise CallError(translate(N_("name two bodies, or none for all channels")))
    answers = ask_each(
        regulations, lambda item: item.channels_between(*words) if words else item.all_channels(), streams
    )
    style = streams.style(args.output, quoter([item.id for item in regulations], args.sources))
    streams.emit(renderer("channels", args.format)(answers, style), args.output)
    return 0
