"""`rsnms verify ID TEXT`: hold a regulation against the text of its act."""

from __future__ import annotations

import argparse

from rsnms_rules.api.regulation import Regulation
from rsnms_rules.api.verifying import find_text, quotes, read_act, verify
from rsnms_rules.cli.options import add_format, add_selection, add_sources, selected
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.errors import InvalidText, UnreadablePath
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.model.plain import plain
from rsnms_rules.model.types import Element
from rsnms_rules.report import renderer
from rsnms_rules.report.text.page import paragraph
from rsnms_rules.source.act.resolve import ActText, parse_act
from rsnms_rules.source.file import decode
from rsnms_rules.source.writer import write


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_selection(
        parser,
        "[TEXT]",
        N_("TEXT: file with the act's text, - for standard input; by default from --sources"),
    )
    parser.add_argument(
        "--show",
        metavar="ELEMENT",
        help=translate(N_("print the act's words beside the encoding of an element, e.g. subjects.cnppm")),
    )
    add_sources(parser)
    add_format(parser, "verify")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Verify; 1 when words are uncited or a citation does not resolve."""
    regulations, words = selected(args, streams)
    if len(words) > (0 if args.all else 1):
        raise CallError(translate(N_("give one text for one regulation")))
    pairs = [(item, _text(item, words, args.sources, streams)) for item in regulations]
    style = streams.style(args.output)
    if args.show:
        if len(pairs) != 1 or args.format != "text":
            raise CallError(translate(N_("--show goes with one regulation and the format text")))
        streams.emit("\n".join(_shown(*pairs[0], args.show, streams)) + "\n", args.output)
        return 0
    found = [verify(item, act) for item, act in pairs]
    streams.emit(renderer("verify", args.format)(found, style), args.output)
    return 0 if all(item.complete for item in found) else 1


def _text(regulation: Regulation, words: list[str], sources: str | None, streams: Streams) -> ActText:
    if words and words[0] != "-":
        return read_act(words[0])
    if words:
        text, fault = decode(streams.read_input())
        if fault is not None:
            raise InvalidText("<stdin>", fault.message)
        return parse_act(text)
    path = find_text(regulation.id, sources)
    if path is None:
        text_ = message(N_("There is no text of {id}: name the file, or a folder with --sources."), id=regulation.id)
        raise UnreadablePath(f"{regulation.id}.txt", text_)
    return read_act(path)


def _shown(regulation: Regulation, act: ActText, name: str, streams: Streams) -> list[str]:
    """The encoding of an element, then the act's words for each of its citations."""
    branch = regulation.element(name)
    style = streams.style(None)
    lines = [f"{regulation.id}:{branch.element}", *write(plain(branch.value)).rstrip().splitlines(), ""]
    found = quotes(act, branch.value) if isinstance(branch.value, Element) else []
    if not found:
        lines.append(translate(N_("The element has no citation.")))
    for citation, words in found:
        lines += paragraph(str(citation), style)
        lines += paragraph(words or translate(N_("These words are not found in the text.")), style, indent=1)
    return lines
