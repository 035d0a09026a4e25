"""`rsnms assess ID OBSERVATIONS --as-of DAY`: which indicators miss their target, by how much?"""

from __future__ import annotations

import argparse

from rsnms_rules.cli.options import add_format, add_selection, add_sources, parse_as_of, quoter, selected
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.indicators.outcome import Status
from rsnms_rules.indicators.table import MAX_BYTES, Table, read_csv
from rsnms_rules.report import renderer
from rsnms_rules.source.file import read_bytes


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_selection(parser, "OBSERVATIONS", N_("OBSERVATIONS: CSV file, or - for standard input"))
    parser.add_argument(
        "--as-of",
        metavar="YYYY-MM-DD",
        help=translate(N_("day on which the judgement is made (default: today)")),
    )
    add_sources(parser)
    add_format(parser, "assess")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Judge; 1 when a target is missed or a row was rejected."""
    as_of = parse_as_of(args.as_of)
    regulations, words = selected(args, streams)
    if len(words) != 1:
        raise CallError(translate(N_("name one file of observations")))
    table = _table(words[0], streams)
    found = [item.assess(table, as_of=as_of) for item in regulations]
    for one in found:
        for remark in one.remarks:
            streams.say(message(N_("row {row}: {text}"), row=remark.row, text=remark.message))
    style = streams.style(args.output, quoter([item.id for item in regulations], args.sources))
    streams.emit(renderer("assess", args.format)(found, style), args.output)
    missed = any(result.status is Status.MISSED for one in found for result in one.results)
    return 1 if missed or any(one.rejected for one in found) else 0


def _table(name: str, streams: Streams) -> Table:
    if name == "-":
        return read_csv(streams.read_input(), "<stdin>")
    from pathlib import Path

    return read_csv(read_bytes(Path(name), MAX_BYTES), name)
