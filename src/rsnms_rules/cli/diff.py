"""`rsnms diff A B`: what differs in substance between two regulations, or two editions of one."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from rsnms_rules.api.comparing import diff
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.api.waiving import read_waiver_files, waive_changes
from rsnms_rules.cli.options import add_folders, add_format, parse_as_of
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.sides import load_sides
from rsnms_rules.cli.streams import Streams
from rsnms_rules.differences.kinds import Area, Judgement, Kind
from rsnms_rules.finding import nearest
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report import renderer
from rsnms_rules.report.differences import Compared

WORDS = (*Area, *Kind, *Judgement)


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    text = N_("two sides: ids, files, or FILE@REVISION of a git repository")
    parser.add_argument("sides", nargs="*", metavar="A B", help=translate(text))
    add_folders(parser)
    said = message(N_("show only these: {words}; several with commas"), words=", ".join(dict.fromkeys(WORDS)))
    parser.add_argument("--only", metavar="WORDS", action="append", default=[], help=str(said))
    parser.add_argument(
        "--exit-code", action="store_true", help=translate(N_("exit with 1 where there are differences"))
    )
    parser.add_argument(
        "--waivers", metavar="FILE", action="append", default=[], help=translate(N_("files of accepted differences"))
    )
    parser.add_argument(
        "--as-of", metavar="YYYY-MM-DD", help=translate(N_("day by which waivers are in force (default: today)"))
    )
    add_format(parser, "diff")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Show the differences; with --exit-code 1 where there are some."""
    if len(args.sides) != 2:
        raise CallError(translate(N_("name two sides: rsnms diff A B")))
    a, b = load_sides(args.sides, args.regulations, streams)
    lists = read_waiver_files(map(Path, args.waivers), [judgement.value for judgement in Judgement])
    found, idle = waive_changes(diff(a, b), lists, as_of=parse_as_of(args.as_of))
    for finding in idle:
        streams.stderr.write(f"{finding}\n")
    chosen = [word for text in args.only for word in text.split(",") if word]
    for word in chosen:
        if word not in WORDS:
            hint = nearest(word, list(WORDS)) or ""
            raise CallError(str(message(N_("«{word}» is nothing to show only. {hint}"), word=word, hint=hint)).rstrip())
    for group in (Area, Kind, Judgement):
        wanted = {word for word in chosen if word in list(group)}
        if wanted:
            kept = (one for one in found.changes if {one.area, one.kind, one.judgement} & wanted)
            found = replace(found, changes=tuple(kept))
        if wanted and group is Area:
            found = replace(found, unknown=tuple(gap for gap in found.unknown if gap.area in wanted))
    called = (
        f"{side.model.territory.name} ({_name(side, text)})" for side, text in zip((a, b), args.sides, strict=True)
    )
    answer = Compared(found, a.catalogue, *called)
    streams.emit(renderer("diff", args.format)(answer, streams.style(args.output)), args.output)
    return 1 if args.exit_code and found.open else 0


def _name(side: Regulation, text: str) -> str:
    """What a side is called: its id, with what the call says where that is more: a file or a revision."""
    return side.id if text == side.id else f"{side.id}: {text}"
