"""`rsnms who ID WORDS`: who is responsible for a function?"""

from __future__ import annotations

import argparse

from rsnms_rules.cli.options import add_format, add_selection, add_sources, quoter, selected
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, translate
from rsnms_rules.questions.who import Responsibilities
from rsnms_rules.report import renderer


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_selection(parser, "WORDS", N_("WORDS: the function in free Russian words"))
    parser.add_argument(
        "--concept", metavar="CONCEPT", help=translate(N_("a concept of the catalogue instead of words"))
    )
    add_sources(parser)
    add_format(parser, "who")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Answer and return the exit code; «not found» is an answer too."""
    regulations, words = selected(args, streams)
    query = " ".join(words)
    if bool(query.strip()) == bool(args.concept):
        raise CallError(translate(N_("name a function in words, or a concept with --concept")))
    answers = [item.who(concept=args.concept) if args.concept else item.who(query) for item in regulations]
    answer = Responsibilities.of(args.concept or query, answers)
    style = streams.style(args.output, quoter([item.id for item in regulations], args.sources))
    streams.emit(renderer("who", args.format)(answer, style), args.output)
    return 0
