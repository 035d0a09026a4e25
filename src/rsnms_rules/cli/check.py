"""`rsnms check [FILE…]`: regulations and observations held against the built-in rules, for people and for CI."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from rsnms_rules.api.checking import Choice, check, waivable
from rsnms_rules.api.config import Config, find_config
from rsnms_rules.api.loading import load_each
from rsnms_rules.api.packcover import cover_lines, element_cover
from rsnms_rules.api.packs import bundled_packs, hold, load_packs
from rsnms_rules.api.packtests import run_tests, summary, untried
from rsnms_rules.api.waiving import read_waiver_files
from rsnms_rules.checks.report import Report
from rsnms_rules.cli.options import add_folders, add_sources, parse_as_of
from rsnms_rules.cli.outputs import add_outputs, emit, outputs
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.progress import progress
from rsnms_rules.cli.streams import Streams
from rsnms_rules.finding import Acceptance
from rsnms_rules.i18n import N_, Message, message, translate
from rsnms_rules.rule import Severity
from rsnms_rules.source.waivers import added, read_waivers

OFF = "off"
WHILE = timedelta(days=90)
"""How long waivers hold that say nothing else."""
_LIST = N_("{text}; may be repeated, or several with commas")


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    text = translate(N_("ids of bundled regulations, files, folders, or - for standard input"))
    parser.add_argument("files", nargs="*", metavar="FILE", help=text)
    parser.add_argument("--all", action="store_true", help=translate(N_("all bundled regulations and the catalogue")))
    add_folders(parser)
    _add_list(parser, "--observations", "CSV", N_("observations to judge the targets by"))
    parser.add_argument(
        "--as-of", metavar="YYYY-MM-DD", help=translate(N_("day on which the check is made (default: today)"))
    )
    _add_list(parser, "--select", "RULE", N_("run only these rules"))
    _add_list(parser, "--ignore", "RULE", N_("do not run these rules"))
    parser.add_argument(
        "--severity",
        metavar="RULE=LEVEL",
        action="append",
        default=[],
        help=translate(N_("another severity for a rule, or off; may be repeated")),
    )
    parser.add_argument(
        "--fail-on",
        choices=[severity.value for severity in Severity],
        help=translate(N_("least severity that fails the check (default: error)")),
    )
    _add_waivers(parser)
    said = translate(N_("run the tests beside the packs of --pack (default: the bundled ones), and nothing else"))
    parser.add_argument("--test-packs", action="store_true", help=said)
    said = translate(N_("show which elements of the acts the packs' rules look at, and nothing else"))
    parser.add_argument("--pack-coverage", action="store_true", help=said)
    _add_list(parser, "--pack", "PACK", N_("policy packs: names of bundled ones, or files"))
    parser.add_argument(
        "--config", metavar="FILE", help=translate(N_("configuration (default: the nearest rsnms.toml)"))
    )
    parser.add_argument("--no-config", action="store_true", help=translate(N_("use no configuration")))
    add_sources(parser)
    add_outputs(parser, "check")


def _add_list(parser: Parser, option: str, metavar: str, text: str) -> None:
    said = str(message(_LIST, text=translate(text)))
    parser.add_argument(option, metavar=metavar, action="append", default=[], help=said)


def _add_waivers(parser: Parser) -> None:
    _add_list(parser, "--waivers", "FILE", N_("files of accepted findings"))
    parser.add_argument(
        "--write-waivers",
        metavar="FILE",
        help=translate(N_("accept all open findings: add a waiver for each to FILE; needs --approved-by")),
    )
    parser.add_argument("--approved-by", metavar="WHO", help=translate(N_("who accepts the findings")))
    parser.add_argument("--reason", help=translate(N_("why they are accepted")))
    parser.add_argument("--expires", metavar="YYYY-MM-DD", help=translate(N_("last day (default: in 90 days)")))


class _Call(NamedTuple):
    args: argparse.Namespace
    config: Config
    files: list[str]
    as_of: date
    streams: Streams


def run(args: argparse.Namespace, streams: Streams) -> int:
    """List the findings; 1 when an open one is at or above the failing severity."""
    config = find_config(args.config, wanted=not args.no_config)
    if args.test_packs:
        return _test_packs([*_files(args.pack)] or [*config.packs] or [*bundled_packs()], streams)
    targets = outputs(args, config, "check")
    files = args.files or ([] if args.all else list(config.paths))
    if bool(files) == bool(args.all):
        raise CallError(translate(N_("name files, or use --all")))
    call = _Call(args, config, files, parse_as_of(args.as_of), streams)
    if args.pack_coverage:
        return _pack_coverage(call)
    if args.write_waivers:
        return _write_waivers(call)
    report = _check(call, _files(args.waivers) or list(config.waivers))
    emit(report, targets, streams)
    return 1 if report.failed else 0


def _test_packs(names: list[str], streams: Streams) -> int:
    """Run the tests of packs: the findings, then a line for each pack; 1 where a test does not hold."""
    failed = False
    lines = []
    for pack in load_packs(names):
        tests = run_tests(pack)
        rest = untried(tests)
        lines += [*map(str, tests.findings), str(summary(tests)), *([str(rest)] if rest is not None else [])]
        failed = failed or bool(tests.findings)
    streams.emit("\n".join(lines) + "\n", None)
    return 1 if failed else 0


def _pack_coverage(call: _Call) -> int:
    """A paragraph for each act: how many elements of each list the rules look at, and which they do not."""
    packs = load_packs([*_files(call.args.pack)] or [*call.config.packs] or [*bundled_packs()])
    lines = list[Message]()
    for act in load_each(call.files):
        lines += cover_lines(act.id, element_cover(tuple(hold(packs, act, call.as_of)), act))
    call.streams.emit("\n".join(map(str, lines)) + "\n", None)
    return 0


def _check(call: _Call, waivers: list[str]) -> Report:
    args, config = call.args, call.config
    choice = Choice(
        select=_all(args.select) or config.select,
        ignore=_all(args.ignore) or config.ignore,
        severities={**config.severities, **dict(_severity(text) for text in args.severity)},
        fail_on=Severity(args.fail_on) if args.fail_on else config.fail_on,
    )
    return check(
        call.files,
        folders=args.regulations or config.regulations,
        observations=_files(args.observations) or config.observations,
        as_of=call.as_of,
        sources=args.sources or config.sources,
        waivers=waivers,
        packs=_packs(call),
        choice=choice,
        stdin=call.streams.read_input,
        each=progress(call.streams, N_("regulations read")),
    )


def _packs(call: _Call) -> list[str]:
    return _files(call.args.pack) or list(call.config.packs)


def _all(words: list[str]) -> list[str]:
    """The words of a list option; one that was given and holds nothing is a mistake."""
    found = [word.strip() for text in words for word in text.split(",") if word.strip()]
    if words and not found:
        raise CallError(translate(N_("an option that was given is empty")))
    return found


def _files(words: list[str]) -> list[str]:
    """Files, several with commas between unless a file has that very name."""
    return [name for text in words for name in ([text] if text and Path(text).exists() else _all([text]))]


def _write_waivers(call: _Call) -> int:
    """Add a waiver for each open finding of the built-in rules and of packs, and say how many."""
    args = call.args
    if not args.approved_by:
        raise CallError(translate(N_("say with --approved-by who accepts the findings")))
    if args.format or args.output:
        raise CallError(translate(N_("--write-waivers writes no report: leave --format and --output out")))
    expires = parse_as_of(args.expires) if args.expires else min(call.as_of, date.max - WHILE) + WHILE
    if expires < call.as_of:
        raise CallError(str(message(N_("--expires {day} is past"), day=expires.isoformat())))
    path = Path(args.write_waivers)
    rules = waivable(_packs(call))
    known = read_waiver_files([path] if path.is_file() else [], rules)
    waivers = _files(args.waivers) or list(call.config.waivers)
    report = _check(call, [*(name for name in waivers if Path(name).is_file()), *(one.file for one in known)])
    found = [finding for finding in report.open if finding.rule in rules and ":" in finding.element]
    reason = args.reason or translate(N_("There when the checks were introduced."))
    regulation = known[0].model.regulation if known else None
    old = path.read_text(encoding="utf-8") if known else None
    text = added(old, regulation, found, Acceptance(reason, args.approved_by, expires))
    if read_waivers(text, str(path), rules).model is None:
        said = N_("{file} cannot take {count} more waivers: end it with a block list «waivers:», or check fewer files")
        raise CallError(str(message(said, file=str(path), count=len(found))))
    call.streams.emit(text, str(path))
    call.streams.say(message(N_("{file}: waivers written: {count}."), file=str(path), count=len(found)))
    return 0


def _severity(text: str) -> tuple[str, Severity | None]:
    """A severity of the command line: `two-leaders=error`, `several-names=off`."""
    slug, _, level = text.partition("=")
    if level != OFF and level not in list(Severity):
        known = ", ".join([*Severity, OFF])
        raise CallError(
            str(message(N_("«{found}» is no severity; write RULE=LEVEL with one of: {known}"), found=text, known=known))
        )
    return slug, None if level == OFF else Severity(level)
