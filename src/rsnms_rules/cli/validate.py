"""`rsnms validate FILE…`: everything that is wrong in regulation files, at once."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from rsnms_rules.api.bundled import CATALOGUE, bundled, folder, regulation_files
from rsnms_rules.api.loading import bundled_catalogue, locate, read_at
from rsnms_rules.cli.options import add_format
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.errors import InvalidRegulation, UnreadablePath
from rsnms_rules.finding import Finding, has_errors
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report import renderer
from rsnms_rules.source.file import read_bytes, read_catalogue, read_regulation


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    text = translate(N_("ids of bundled regulations, files, folders, or - for standard input"))
    parser.add_argument("files", nargs="*", metavar="FILE", help=text)
    parser.add_argument("--all", action="store_true", help=translate(N_("all bundled regulations and the catalogue")))
    add_format(parser, "validate")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """List the findings; 1 when any of them is an error."""
    if bool(args.files) == bool(args.all):
        raise CallError(translate(N_("name files, or use --all")))
    found = tuple(finding for name in _names(args) for finding in _findings(name, streams))
    streams.emit(renderer("validate", args.format)(found, streams.style(args.output)), args.output)
    return 1 if has_errors(found) else 0


def _names(args: argparse.Namespace) -> Iterator[str | Path]:
    if args.all:
        yield folder() / CATALOGUE
        yield from bundled().values()
        return
    for name in args.files:
        path = Path(name)
        if name not in bundled() and "\0" not in name and path.is_dir():
            files = [*regulation_files(path).values(), *path.glob(CATALOGUE)]
            if not files:
                raise UnreadablePath(name, message(N_("{path} is a folder without regulation files."), path=name))
            yield from files
        else:
            yield name


def _findings(name: str | Path, streams: Streams) -> tuple[Finding, ...]:
    if name == "-":
        return read_regulation(streams.read_input(), "<stdin>", bundled_catalogue()).findings
    path = locate(name)
    if path.name == CATALOGUE:
        return read_catalogue(read_bytes(path), str(path)).findings
    try:
        return read_at(path)[0].findings
    except InvalidRegulation as error:  # the catalogue beside the file
        return error.findings
