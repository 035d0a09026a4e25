"""Several outputs of one run: `--format sarif=out.sarif --format text`, and files in parts with `--split`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rsnms_rules.api.config import Config
from rsnms_rules.checks.report import Report
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.finding import nearest
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report import FORMATS, pages, renderer


class Output(NamedTuple):
    """A format, the file it goes into (None: standard output), and whether it goes there in parts."""

    format: str
    file: str | None
    split: bool


def add_outputs(parser: Parser, command: str) -> None:
    """Add `--format`, which may be repeated, `--output` and `--split`."""
    names = ", ".join(FORMATS[command])
    said = message(N_("{names}; NAME=FILE writes into a file; may be repeated"), names=names)
    parser.add_argument("--format", metavar="NAME[=FILE]", action="append", default=[], help=str(said))
    parser.add_argument("--output", "-o", metavar="FILE", help=translate(N_("write the result into a file")))
    parser.add_argument(
        "--split",
        action="store_true",
        help=translate(N_("write files in numbered parts that GitHub accepts (sarif, markdown)")),
    )


def outputs(args: argparse.Namespace, config: Config, command: str) -> tuple[Output, ...]:
    """The outputs that the call or else the configuration asks for.

    Raises:
        CallError: a format that is none, two of them for standard output, or parts without a file.
    """
    found = [_output(text, command) for text in args.format] or _configured(config.outputs, command)
    if args.output:
        found = [entry if entry[1] is not None else (entry[0], args.output) for entry in found]
    targets = [Path(file).resolve() if file is not None else None for _, file in found]
    if len(set(targets)) < len(targets):
        raise CallError(translate(N_("two formats go to one place; write --format NAME=FILE")))
    if args.split and not any(targets):
        raise CallError(translate(N_("--split needs a file: --format sarif=report.sarif")))
    return tuple(Output(name, file, args.split and file is not None) for name, file in found)


def _output(text: str, command: str) -> tuple[str, str | None]:
    name, mark, file = text.partition("=")
    known = FORMATS[command]
    if name not in known or (mark and not file):
        hint = nearest(name, list(known)) if name not in known else None
        listed = ", ".join(known)
        said = N_("«{found}» is no output; write NAME or NAME=FILE with one of: {known}. {hint}")
        raise CallError(str(message(said, found=text, known=listed, hint=hint or "")).rstrip())
    return name, file if file not in {"", "-"} else None


def _configured(configured: Mapping[str, str], command: str) -> list[tuple[str, str | None]]:
    extra = [_output(f"{name}={file}", command) for name, file in configured.items()]
    for _, file in extra:  # the configuration names files of the build, whose folder may be new
        if file is not None:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
    return [(next(iter(FORMATS[command])), None), *extra]


def emit(report: Report, targets: Sequence[Output], streams: Streams) -> None:
    """Write a report in all its outputs, files first: what cannot be written is said before anything is shown.

    Raises:
        UnreadablePath: a file cannot be written.
    """
    for target in sorted(targets, key=lambda target: target.file is None):
        style = streams.style(target.file)
        if not target.split or target.file is None:
            streams.emit(renderer("check", target.format)(report, style), target.file)
        else:
            _parts(report, target, Path(target.file), streams)


def _parts(report: Report, target: Output, path: Path, streams: Streams) -> None:
    """Write numbered files, and remove those of an earlier run that had more of them."""
    number = 0
    for number, page in enumerate(pages("check", target.format)(report, streams.style(target.file)), 1):
        streams.emit(page, str(_part(path, number)))
    while (left := _part(path, number := number + 1)).is_file():
        left.unlink()


def _part(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}-{number}{path.suffix}")
