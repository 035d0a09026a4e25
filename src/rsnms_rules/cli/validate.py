"""`rsnms validate FILE…`: everything that is wrong in regulation files, at once."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from rsnms_rules.api.bundled import CATALOGUE, bundled, folder, regulation_files
from rsnms_rules.api.family import family_findings
from rsnms_rules.api.loading import bundled_catalogue, check_catalogue, library, locate, read_at
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.cli.options import add_folders, add_format
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.errors import InvalidRegulation, UnreadablePath
from rsnms_rules.finding import Finding, has_errors
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report import renderer
from rsnms_rules.source.file import read_regulation


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
    read = [_read(name, streams, args.regulations) for name in _names(args)]
    regulations = [regulation for _, regulation in read if regulation is not None]
    found = (*(finding for findings, _ in read for finding in findings), *_family(regulations))
    streams.emit(renderer("validate", args.format)(found, streams.style(args.output)), args.output)
    return 1 if has_errors(found) else 0


def _names(args: argparse.Namespace) -> Iterator[str | Path]:
    if args.all:
        yield folder() / CATALOGUE
        yield from library(args.regulations).values()
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


def _read(name: str | Path, streams: Streams, folders: list[str]) -> tuple[tuple[Finding, ...], Regulation | None]:
    """What is wrong in one file, and the regulation where nothing stands against it."""
    if name == "-":
        return read_regulation(streams.read_input(), "<stdin>", bundled_catalogue()).findings, None
    path = locate(name, folders)
    if path.name == CATALOGUE:
        return check_catalogue(path), None
    try:
        read, catalogue = read_at(path)
    except InvalidRegulation as error:  # the catalogue beside the file
        return error.findings, None
    if read.model is None:
        return read.findings, None
    return read.findings, Regulation(read.model, catalogue, file=str(path), places=read.places)


def _family(regulations: list[Regulation]) -> tuple[Finding, ...]:
    """What is wrong between the files, where several were named."""
    return family_findings(regulations, bundled()) if len(regulations) > 1 else ()
