"""`rsnms explain RULE [ELEMENT]` and `explain FINGERPRINT [FILE…]`: what a rule holds, why it found something."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rsnms_rules.api.checking import EVERY_RULE, Choice, check
from rsnms_rules.api.config import Config, find_config
from rsnms_rules.api.loading import library, load_each
from rsnms_rules.api.packs import bundled_packs, every_verdict, hold, load_packs
from rsnms_rules.checks.report import Explanation, Report
from rsnms_rules.cli.options import add_folders, add_format, add_sources, parse_as_of, quoter
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.finding import Finding, nearest
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report import renderer
from rsnms_rules.rule import Rule

_FINGERPRINT = re.compile(r"[0-9a-f]{4,16}")


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    text = N_("a rule; a rule and an element; or a finding's fingerprint, and the files to look for it in")
    parser.add_argument("words", nargs="*", metavar="RULE [ELEMENT] | FINGERPRINT [FILE…]", help=translate(text))
    parser.add_argument("--all", action="store_true", help=translate(N_("all bundled regulations and the catalogue")))
    add_folders(parser)
    parser.add_argument(
        "--observations", metavar="CSV", action="append", default=[], help=translate(N_("observations to judge by"))
    )
    parser.add_argument(
        "--as-of", metavar="YYYY-MM-DD", help=translate(N_("day on which the check is made (default: today)"))
    )
    parser.add_argument(
        "--config", metavar="FILE", help=translate(N_("configuration (default: the nearest rsnms.toml)"))
    )
    parser.add_argument("--no-config", action="store_true", help=translate(N_("use no configuration")))
    parser.add_argument(
        "--pack",
        metavar="PACK",
        action="append",
        default=[],
        help=translate(N_("policy packs: names of bundled ones, or files")),
    )
    add_sources(parser)
    add_format(parser, "explain")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Show a rule's page, or the tree of each finding that is meant."""
    if not args.words:
        raise CallError(translate(N_("name a rule or a finding's fingerprint")))
    first, *rest = args.words
    found: tuple[Finding, ...] = ()
    sources: str | None = args.sources
    config, cards = Config(), dict(EVERY_RULE)
    if first not in EVERY_RULE or rest:  # the page of a built-in rule needs neither configuration nor packs
        config = find_config(args.config, wanted=not args.no_config)
        args.pack = args.pack or list(config.packs) or _bundled(first)
        cards |= {slug: card for pack in load_packs(args.pack) for slug, card in pack.cards.items()}
    if first not in cards or rest:
        found, sources = _findings(args.words, cards, args, config, streams), sources or config.sources
    told = Explanation(cards[found[0].rule if found else first], found)
    style = streams.style(args.output, quoter({finding.element.partition(":")[0] for finding in found}, sources))
    streams.emit(renderer("explain", args.format)(told, style), args.output)
    return 0


def _bundled(slug: str) -> list[str]:
    """The bundled pack that a rule `pack/rule` is of, if it is of one."""
    name = slug.partition("/")[0]
    return [name] if name in bundled_packs() else []


def _findings(
    words: list[str], cards: Mapping[str, Rule], args: argparse.Namespace, config: Config, streams: Streams
) -> tuple[Finding, ...]:
    """The findings that the words mean.

    Raises:
        CallError: there is no such rule, or no such finding.
    """
    first, *rest = words
    if first in cards:
        known = library(args.regulations)
        acts = rest if all(word in known for word in rest) else rest[:1]
        names = [word.partition(":")[0] for word in acts]
        files = rest[len(acts) :] or [name for name in names if name in known] or list(config.paths) or names
        report = _report(files, args, config, streams)
        found = tuple(one for one in report.findings if one.rule == first and _within(one.element, acts))
        if not found and "/" in first:
            found = tuple(_met(first, acts, files, args))
    elif _FINGERPRINT.fullmatch(first):
        files = rest or ([] if args.all else list(config.paths))
        report = _report(files, args, config, streams)
        found = tuple(one for one in report.findings if one.fingerprint.startswith(first))
        found = tuple(one for one in found if one.rule == found[0].rule)
    else:
        hint = nearest(first, list(cards)) or message(N_("«rsnms rules» lists them."))
        raise CallError(str(message(N_("there is no rule «{name}». {hint}"), name=first, hint=hint)))
    if not found:
        _refuse_tier(first, args)
        text = N_("there is no such finding: {words}; rules that need texts or observations find nothing without them")
        raise CallError(str(message(text, words=" ".join([first, *rest]))))
    return found


def _refuse_tier(rule: str, args: argparse.Namespace) -> None:
    """Say so where a rule of a pack is for acts of one tier only."""
    for pack in load_packs(args.pack):
        for one in pack.rules:
            if f"{pack.model.pack}/{one.rule.rule}" == rule and one.rule.tier is not None:
                text = N_("«{rule}» finds nothing there; it holds for acts of one tier only: {tier}")
                raise CallError(str(message(text, rule=rule, tier=message(one.rule.tier.english))))


def _met(rule: str, acts: Sequence[str], files: list[str], args: argparse.Namespace) -> Iterator[Finding]:
    """What a rule of a pack says where it is met, or unknown only for what is told elsewhere."""
    packs = load_packs(args.pack)
    for act in load_each(files, args.regulations):
        held = tuple(hold(packs, act, parse_as_of(args.as_of)))
        yield from (one for one in every_verdict(held, act) if one.rule == rule and _within(one.element, acts))


def _within(element: str, wanted: Sequence[str]) -> bool:
    return any(
        element == one or element.startswith(f"{one}.") or (":" not in one and element.startswith(one))
        for one in wanted
    )


def _report(files: list[str], args: argparse.Namespace, config: Config, streams: Streams) -> Report:
    return check(
        [*dict.fromkeys(files)],
        folders=args.regulations or config.regulations,
        observations=args.observations or config.observations,
        as_of=parse_as_of(args.as_of),
        sources=args.sources or config.sources,
        waivers=[path for path in config.waivers if Path(path).is_file()],
        packs=args.pack,
        choice=Choice(severities=config.severities, fail_on=config.fail_on),
        stdin=streams.read_input,
    )
