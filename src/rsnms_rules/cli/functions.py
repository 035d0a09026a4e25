"""`rsnms functions ID [SUBJECT]`: what does a body, a level or a role have to do?"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from rsnms_rules.api.regulation import Regulation
from rsnms_rules.cli.options import add_format, add_selection, add_sources, ask_each, quoter, selected
from rsnms_rules.cli.parser import Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.errors import UnknownElement
from rsnms_rules.finding import nearest
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.model.subject import Subject
from rsnms_rules.model.vocabulary import Level, Standing
from rsnms_rules.report import renderer


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_selection(parser, "[SUBJECT]", N_("SUBJECT: id, abbreviation or name of a body; without it all members"))
    levels = [level.value for level in Level]
    text = message(N_("only bodies of this level: {levels}"), levels=", ".join(levels))
    parser.add_argument("--level", metavar="LEVEL", choices=levels, help=str(text))
    parser.add_argument("--role", metavar="ROLE", help=translate(N_("only bodies of this role of the catalogue")))
    add_sources(parser)
    add_format(parser, "functions")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Answer and return the exit code."""
    regulations, words = selected(args, streams)
    name = " ".join(words)
    found = ask_each(regulations, lambda item: [item.functions_of(s.id) for s in _subjects(item, name, args)], streams)
    answers = [answer for answers in found for answer in answers]
    style = streams.style(args.output, quoter([item.id for item in regulations], args.sources))
    streams.emit(renderer("functions", args.format)(answers, style), args.output)
    return 0


def _subjects(regulation: Regulation, name: str, args: argparse.Namespace) -> Iterator[Subject]:
    if args.role is not None and args.role not in regulation.catalogue.role_index:
        hint = nearest(args.role, list(regulation.catalogue.role_index)) or ""
        raise UnknownElement(
            args.role, message(N_("The catalogue has no role «{name}». {hint}"), name=args.role, hint=hint)
        )
    if name:
        yield regulation.subject(name)
        return
    for subject in regulation.subjects.values():
        member = subject.standing is Standing.MEMBER or subject.functions
        right_level = args.level is None or (subject.level is not None and subject.level.value == args.level)
        if member and right_level and (args.role is None or args.role in subject.roles):
            yield subject
