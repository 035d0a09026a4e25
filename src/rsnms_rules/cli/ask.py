"""`rsnms ask ID "QUESTION"`: answer a question in Russian; without a question one after another, until an empty end."""

from __future__ import annotations

import argparse

from rsnms_rules.api.corpus import Corpus
from rsnms_rules.cli.options import add_format, add_selection, add_sources, quoter, selected
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, translate
from rsnms_rules.report import renderer


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_selection(parser, "QUESTION", N_("QUESTION: in free Russian words; without one, a conversation"))
    add_sources(parser)
    add_format(parser, "ask")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Answer and return the exit code; «unknown» is an answer too."""
    regulations, words = selected(args, streams)
    question = " ".join(words).strip()
    corpus = Corpus({item.id: item for item in regulations})
    style = streams.style(args.output, quoter(list(corpus), args.sources))
    render = renderer("ask", args.format)
    if question:
        streams.emit(render(corpus.ask(question), style), args.output)
        return 0
    if words or args.output:
        raise CallError(translate(N_("the question is empty; write it in quotes after the ID")))
    from rsnms_rules.cli.conversation import converse

    return converse(corpus, lambda text: render(corpus.ask(text), style), streams)
