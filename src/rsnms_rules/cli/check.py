"""`rsnms check FILE…`: regulations held against the built-in rules, for people and for CI."""

from __future__ import annotations

import argparse

from rsnms_rules.api.checking import RULES, check_regulation
from rsnms_rules.api.verifying import find_text, read_act
from rsnms_rules.cli.options import add_folders, add_format, add_sources, parse_as_of
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.reading import read_all
from rsnms_rules.cli.streams import Streams
from rsnms_rules.finding import Finding, sort_key
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report import renderer
from rsnms_rules.rule import Severity
from rsnms_rules.source.shape import nearest

OFF = "off"


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    text = translate(N_("ids of bundled regulations, files, folders, or - for standard input"))
    parser.add_argument("files", nargs="*", metavar="FILE", help=text)
    parser.add_argument("--all", action="store_true", help=translate(N_("all bundled regulations and the catalogue")))
    add_folders(parser)
    parser.add_argument(
        "--fail-on",
        choices=[severity.value for severity in Severity],
        default=Severity.ERROR.value,
        help=translate(N_("least severity that fails the check (default: error)")),
    )
    parser.add_argument(
        "--severity",
        metavar="RULE=LEVEL",
        action="append",
        default=[],
        help=translate(N_("another severity for a rule, or off; may be repeated")),
    )
    parser.add_argument(
        "--as-of", metavar="YYYY-MM-DD", help=translate(N_("day on which the check is made (default: today)"))
    )
    add_sources(parser)
    add_format(parser, "check")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """List the findings; 1 when one of them is at or above the failing severity."""
    if bool(args.files) == bool(args.all):
        raise CallError(translate(N_("name files, or use --all")))
    severities = dict(_severity(text) for text in args.severity)
    as_of = parse_as_of(args.as_of)
    read, regulations = read_all(args.files, streams, args.regulations, everything=args.all)
    found = list(read)
    for item in regulations:
        path = find_text(item.id, args.sources)
        act = read_act(path) if path is not None else None
        found += check_regulation(item, text=act, as_of=as_of, severities=severities)
    found.sort(key=sort_key)
    streams.emit(renderer("check", args.format)(found, streams.style(args.output)), args.output)
    return 1 if _fails(found, Severity(args.fail_on)) else 0


def _fails(found: list[Finding], least: Severity) -> bool:
    order = list(Severity)
    return any(order.index(finding.severity) <= order.index(least) for finding in found)


def _severity(text: str) -> tuple[str, Severity | None]:
    """A severity of the command line: `two-leaders=error`, `several-names=off`."""
    slug, _, level = text.partition("=")
    if slug not in RULES:
        hint = nearest(slug, list(RULES)) or ""
        raise CallError(str(message(N_("there is no rule «{name}». {hint}"), name=slug, hint=hint)))
    if level != OFF and level not in list(Severity):
        known = ", ".join([*Severity, OFF])
        raise CallError(
            str(message(N_("«{found}» is no severity; write RULE=LEVEL with one of: {known}"), found=text, known=known))
        )
    return slug, None if level == OFF else Severity(level)
