"""Checking regulations with the built-in rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from rsnms_rules.api.gather import Each, Source, no_input, read_all
from rsnms_rules.api.judging import judged, rejections
from rsnms_rules.api.loading import library
from rsnms_rules.api.packs import Pack, hold, load_packs, verdict_findings
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.api.verifying import find_text, read_act
from rsnms_rules.api.waiving import WAIVER_RULES, read_waiver_files, waive
from rsnms_rules.checks import ALL_RULES, card, check_of
from rsnms_rules.checks.base import CitedPlace, Judged, Material, TextFacts
from rsnms_rules.checks.report import Ran, Report
from rsnms_rules.errors import UsageError
from rsnms_rules.finding import Fault, Finding, nearest, sort_key
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.indicators.table import MAX_BYTES, Table, read_csv
from rsnms_rules.model.plan import branches
from rsnms_rules.model.types import Element
from rsnms_rules.rule import Needs, Rule, Severity
from rsnms_rules.source.act.resolve import ActText, Status
from rsnms_rules.source.act.verify import Cited
from rsnms_rules.source.act.verify import verify as verify_text
from rsnms_rules.source.faults import READING_RULES
from rsnms_rules.source.file import read_bytes
from rsnms_rules.source.places import findings

RULES: Mapping[str, Rule] = {card(module).slug: card(module) for module in ALL_RULES}
"""The cards of the built-in rules by slug."""

INPUT_RULES: Mapping[str, Rule] = {
    "observation-rejected": Rule(
        "observation-rejected", Severity.ERROR, N_("A row of the observations can be used."), Needs.OBSERVATIONS
    ),
    **WAIVER_RULES,
}
"""What is wrong in the other files of a check."""

WAIVABLE = frozenset((*RULES, *(slug for slug, rule in READING_RULES.items() if rule.severity is not Severity.ERROR)))
"""The rules whose findings can be accepted: a file that cannot be read has to be mended."""

EVERY_RULE: Mapping[str, Rule] = {**RULES, **INPUT_RULES, **READING_RULES}
"""The cards of all rules whose findings `rsnms check` can show, by slug."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules run, how heavy they weigh, and what makes a check fail.

    Attributes:
        select: slugs of the rules to run, or names of packs; empty for all. `ignore`: those not to run.
        severities: other severities by slug; None switches a rule off.
        fail_on: least severity at which the check fails.
    """

    select: Collection[str] = ()
    ignore: Collection[str] = ()
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    fail_on: Severity = Severity.ERROR

    def cards(self, of: Mapping[str, Rule] = RULES, also: Mapping[str, Rule] | None = None) -> dict[str, Rule]:
        """The cards of the rules chosen; `also` are those of packs, which can be chosen too.

        Raises:
            UsageError: a slug is none of ours, or nothing is left to run.
        """
        known = {**RULES, **INPUT_RULES, **(also or {})}
        select, ignore = _with_packs(self.select, known), _with_packs(self.ignore, known)
        for slug in (*select, *ignore, *self.severities):
            if slug not in known:
                hint = nearest(slug, list(known)) or message(N_("«rsnms rules» lists them."))
                raise UsageError(message(N_("There is no rule «{name}». {hint}"), name=slug, hint=hint))
        cards = {
            slug: replace(rule, severity=self.severities.get(slug) or rule.severity)
            for slug, rule in of.items()
            if (not select or slug in select)
            and slug not in ignore
            and self.severities.get(slug, rule.severity) is not None
        }
        if of is RULES and not cards and not also:
            raise UsageError(message(N_("No rule is left to run: the selection matches nothing.")))
        return cards


def _with_packs(slugs: Collection[str], known: Collection[str]) -> frozenset[str]:
    """The slugs, with all rules of a pack in place of the pack's name."""
    return frozenset(
        name for slug in slugs for name in ([key for key in known if key.startswith(f"{slug}/")] or [slug])
    )


def check(  # noqa: PLR0913 -- keyword-only, and each an input of its own (docs/adr/0012-checks.md)
    paths: Sequence[Source] = (),
    *,
    folders: Sequence[Source] = (),
    observations: Iterable[Source] = (),
    as_of: date | None = None,
    sources: str | None = None,
    waivers: Iterable[Source] = (),
    packs: Sequence[str] = (),
    choice: Choice | None = None,
    stdin: Callable[[], bytes] = no_input,
    each: Each = tuple,
) -> Report:
    """Hold regulations, and what was observed in the regions, against the built-in rules.

    Args:
        paths: ids, files and folders; empty for all regulations, the bundled ones and those of `folders`.
        folders: folders of regulation files of one's own beside the bundled ones.
        observations: CSV files of observations, judged as of `as_of`.
        as_of: the day of the check; needed with observations and waivers, since nothing here reads the clock.
        sources: folder of the acts' texts (`<id>.txt`), by default that of the variable RSNMS_SOURCES; rules that
            need a text are silent without it.
        waivers: files of accepted findings.
        packs: policy packs, by the name of a bundled one or by path; findings of their rules are called `pack/rule`.
        choice: which rules run and what fails.
        stdin: reads standard input for the path `-`.
        each: hands files on, one by one.

    Raises:
        UsageError: a rule, id or path that is not there, an empty selection, or no day where one is needed.
        InvalidObservations, InvalidWaivers, InvalidText: such a file cannot be used. Faults of regulation files are
            findings.
    """
    chosen = choice or Choice()
    loaded = load_packs(packs)
    cards, input_cards, policy = _chosen(chosen, loaded)
    files = tuple(observations)
    lists = read_waiver_files(map(Path, waivers), waivable(packs))
    if as_of is None and (files or lists):
        raise UsageError(message(N_("Observations and waivers need the day of the check (as_of).")))
    tables = [read_csv(read_bytes(Path(file), MAX_BYTES), str(file)) for file in files]
    read, regulations = read_all(paths, folders, everything=not paths, stdin=stdin, each=each)
    found = [*read, *_input(rejections(regulations, tables, as_of), input_cards)]
    ran: list[Ran] = []
    for item in regulations:
        path = find_text(item.id, sources)
        act = read_act(path) if path is not None else None
        found += _run(item, cards, act, judged(item, tables, as_of))
        held = [one for one in hold(loaded, item, as_of) if one.slug in policy]
        found += (replace(one, severity=_weight(one, policy)) for one in verdict_findings(held, item))
        able = _running(cards, text=act is not None, observations=bool(tables))
        ran.append(Ran(item.id, item.file, able | {one.slug for one in held}))
    if ran and not any(one.rules for one in ran):
        raise UsageError(message(N_("None of the rules can run: they need texts of acts (sources) or observations.")))
    if as_of is not None and lists:
        known = {*library(folders), *(one.id for one in ran)}
        found = list(_input(waive(found, lists, as_of=as_of, ran=ran, known=known), input_cards))
    found.sort(key=sort_key)
    return Report(tuple(found), {**READING_RULES, **input_cards, **cards, **policy}, tuple(ran), chosen.fail_on)


def waivable(packs: Sequence[str] = ()) -> frozenset[str]:
    """The rules whose findings can be accepted: ours, and those of policy packs (names or paths).

    Raises:
        UnknownPack, UnreadablePath, InvalidPack: a pack cannot be used.
    """
    return WAIVABLE.union(*(pack.cards for pack in load_packs(packs)))


def _chosen(choice: Choice, packs: Sequence[Pack]) -> tuple[dict[str, Rule], dict[str, Rule], dict[str, Rule]]:
    """The cards of the built-in rules, of the faults of other inputs and of the packs' rules that are chosen.

    Raises:
        UsageError: a rule that there is not, or nothing left to run.
    """
    written = {slug: rule for pack in packs for slug, rule in pack.cards.items()}
    cards, policy = choice.cards(also=written), choice.cards(written, written)
    if not cards and not policy:
        raise UsageError(message(N_("No rule is left to run: the selection matches nothing.")))
    return cards, choice.cards(INPUT_RULES, written), policy


def _weight(finding: Finding, cards: Mapping[str, Rule]) -> Severity:
    """A failed rule weighs what is chosen; what is unknown stays a note."""
    return finding.severity if finding.severity is Severity.NOTE else cards[finding.rule].severity


def _running(cards: Mapping[str, Rule], *, text: bool, observations: bool) -> frozenset[str]:
    """The rules that have what they need."""
    given = {None: True, Needs.TEXT: text, Needs.OBSERVATIONS: observations}
    return frozenset(slug for slug, rule in cards.items() if given[rule.needs])


def check_regulation(
    regulation: Regulation,
    *,
    text: ActText | None = None,
    observations: Sequence[Table] = (),
    as_of: date | None = None,
    choice: Choice | None = None,
) -> tuple[Finding, ...]:
    """Run the built-in rules over one regulation that is loaded.

    Args:
        regulation: the regulation.
        text: the act's text; the rules that need it are silent without it.
        observations: tables of observations, judged as of `as_of`.
        as_of: the day of the assessment.
        choice: which rules run.

    Returns:
        the findings in the order of the file, those of the reader among them.
    """
    cards = (choice or Choice()).cards()
    found = _run(regulation, cards, text, judged(regulation, observations, as_of))
    return tuple(sorted((*regulation.findings, *found), key=sort_key))


def _input(found: Iterable[Finding], cards: Mapping[str, Rule]) -> Iterator[Finding]:
    """Leave out findings about inputs whose rule is switched off, and give the others their severity."""
    for finding in found:
        if finding.rule in cards:
            yield replace(finding, severity=cards[finding.rule].severity)
        elif finding.rule not in INPUT_RULES:
            yield finding


def _run(
    regulation: Regulation, cards: Mapping[str, Rule], text: ActText | None, targets: tuple[Judged, ...]
) -> tuple[Finding, ...]:
    material = Material(regulation.model, regulation.catalogue, _facts(regulation, text), targets)
    faults = [
        Fault(card(module).slug, found.path, found.message, found.remedy, because=found.because)
        for module in ALL_RULES
        if card(module).slug in cards
        for found in check_of(module)(material)
    ]
    elements = _elements(regulation) if faults else {}
    cites = dict(elements.values())
    stamped = findings(
        faults,
        dict(cards),
        file=regulation.file,
        root=regulation.places,
        element=lambda path: _nearest(elements, path)[0],
    )
    return tuple(replace(found, cite=cites.get(found.element, ())) for found in stamped)


def _facts(regulation: Regulation, text: ActText | None) -> TextFacts | None:
    if text is None:
        return None
    found = verify_text(regulation.model, text)
    return TextFacts(
        words=text.words.text,
        uncited=tuple((free.line, free.text) for free in found.uncited),
        lost=tuple(_places(regulation, (*found.of(Status.LOST), *found.of(Status.AMBIGUOUS)))),
        cut_off=tuple(_places(regulation, found.of(Status.CUT_OFF))),
    )


def _places(regulation: Regulation, cited: Iterable[Cited]) -> Iterable[CitedPlace]:
    paths = {branch.element: branch.path for branch in branches(regulation.model)}
    for one in cited:
        why: Message = one.resolution.why or message("")
        yield CitedPlace((*paths[one.element], "cite"), str(one.resolution.citation), why)


def _elements(regulation: Regulation) -> dict[tuple[str | int, ...], tuple[str, tuple[str, ...]]]:
    """For the path of each part its element and the citations of the nearest element that has some."""
    found: dict[tuple[str | int, ...], tuple[str, tuple[str, ...]]] = {}
    for branch in branches(regulation.model):
        own = tuple(str(cite) for cite in branch.value.cite) if isinstance(branch.value, Element) else ()
        name = f"{regulation.id}:{branch.element}" if branch.element else regulation.id
        found[branch.path] = name, own or _nearest(found, branch.path)[1]
    return found


def _nearest(
    elements: Mapping[tuple[str | int, ...], tuple[str, tuple[str, ...]]], path: Sequence[str | int]
) -> tuple[str, tuple[str, ...]]:
    for length in range(len(path), -1, -1):
        if (found := elements.get(tuple(path[:length]))) is not None:
            return found
    return "", ()
