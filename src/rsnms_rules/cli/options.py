"""Options that several commands share, and what they select."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic_core import PydanticCustomError

from rsnms_rules.api.loading import load, load_corpus, loads
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.api.verifying import SOURCES_VARIABLE, find_text, read_act
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.errors import UnknownElement
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.model.citation import CitationError, parse_citation
from rsnms_rules.model.types import parse_day
from rsnms_rules.questions.base import Quote
from rsnms_rules.report import FORMATS
from rsnms_rules.source.act.resolve import ActText, resolve

T = TypeVar("T")

ID_HELP = N_("id of a regulation, path of a file, several with commas between, or - for standard input")


def add_format(parser: Parser, command: str) -> None:
    """Add `--format` with the command's formats and `--output`."""
    names = list(FORMATS[command])
    text = message(N_("format of the result (default: {name})"), name=names[0])
    parser.add_argument("--format", choices=names, default=names[0], help=str(text))
    parser.add_argument("--output", "-o", metavar="FILE", help=translate(N_("write the result into a file")))


def add_selection(parser: Parser, words: str, words_help: str) -> None:
    """Add the positional arguments `ID` and what comes after it, and `--all` in place of the ID."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar=f"ID {words}".strip(),
        help=f"ID: {translate(ID_HELP)}. {translate(words_help)}",
    )
    parser.add_argument("--all", action="store_true", help=translate(N_("all regulations, in place of an ID")))
    add_folders(parser)


def add_folders(parser: Parser) -> None:
    """Add `--regulations`, folders of one's own beside the bundled regulations."""
    parser.add_argument(
        "--regulations",
        metavar="DIR",
        action="append",
        default=[],
        help=translate(N_("folder of regulation files of your own, beside the bundled ones; may be repeated")),
    )


def add_sources(parser: Parser) -> None:
    """Add `--sources`, the folder of the acts' texts."""
    text = message(
        N_("folder with the texts of the acts (ID.txt); their words are shown (default: {name})"),
        name=SOURCES_VARIABLE,
    )
    parser.add_argument("--sources", metavar="DIR", help=str(text))


def parse_as_of(text: str | None) -> date:
    """The day of `--as-of`; the command line's default is the one place that reads the clock.

    Raises:
        CallError: it is no day.
    """
    if text is None:
        return date.today()
    try:
        return parse_day(text)
    except PydanticCustomError:
        raise CallError(str(message(N_("«{found}» is no day; write --as-of 2024-12-31"), found=text))) from None


def load_one(name: str, streams: Streams, folders: Sequence[str] = ()) -> Regulation:
    """Load a regulation by id, by path, or from standard input (`-`)."""
    regulation = _from_input(streams) if name == "-" else load(name, folders=folders)
    for finding in regulation.findings:
        streams.stderr.write(f"{finding}\n")
    return regulation


def _names(text: str) -> list[str]:
    """The ids and paths of one word: `ivanovo,orenburg`, unless a file has that very name."""
    return [text] if "," not in text or Path(text).is_file() else [name for name in text.split(",") if name]


def _from_input(streams: Streams) -> Regulation:
    return loads(streams.read_input(), file="<stdin>")


def selected(args: argparse.Namespace, streams: Streams) -> tuple[list[Regulation], list[str]]:
    """The regulations that a call names, and the words after the ID.

    Raises:
        CallError: when neither an ID nor --all is given.
    """
    words: list[str] = list(args.words)
    if args.all:
        return list(load_corpus(args.regulations, with_bundled=True).values()), words
    if not words:
        raise CallError(translate(N_("an ID is missing: name a regulation, or use --all")))
    found = [load_one(name, streams, args.regulations) for name in dict.fromkeys(_names(words[0]))]
    if len({item.id for item in found}) < len(found):
        raise CallError(translate(N_("two of the regulations have the same id")))
    return found, words[1:]


def ask_each(regulations: Sequence[Regulation], ask: Callable[[Regulation], T], streams: Streams) -> list[T]:
    """Ask every regulation; among several, those that lack the body or element asked for are told and left out.

    Raises:
        UnknownElement: when none of them has it.
    """
    answers: list[T] = []
    errors: list[UnknownElement] = []
    for regulation in regulations:
        try:
            answers.append(ask(regulation))
        except UnknownElement as error:
            errors.append(error)
            if len(regulations) > 1:
                streams.say(message("{id}: {text}", id=regulation.id, text=error.message))
    if errors and not answers:
        raise errors[0]
    return answers


def quoter(known: Collection[str], sources: str | None) -> Quote:
    """From a regulation's id, one of `known`, and a citation to the act's words, where the act's text is at hand."""

    @cache
    def act(name: str) -> ActText | None:
        path = find_text(name, sources)
        return read_act(path) if path is not None and name in known else None

    def quote(name: str, cite: str) -> str | None:
        found = act(name)
        if found is None:
            return None
        try:
            span = resolve(found, parse_citation(cite)).span
        except CitationError:
            return None
        return found.quote(span) if span is not None else None

    return quote
