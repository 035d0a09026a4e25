"""Waivers: which findings are accepted, and which waivers are of no use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from rsnms_rules.api.loading import shown
from rsnms_rules.checks.report import Ran
from rsnms_rules.differences.diff import Change, Diff
from rsnms_rules.errors import InvalidWaivers
from rsnms_rules.finding import Acceptance, Fault, Finding
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.waiver import Waiver, WaiverFile
from rsnms_rules.rule import Rule, Severity
from rsnms_rules.source.file import Read, read_bytes
from rsnms_rules.source.places import findings
from rsnms_rules.source.waivers import read_waivers

T = TypeVar("T", Finding, Change)
WAIVER_RULES = {
    rule.slug: rule
    for rule in (
        Rule("waiver-expired", Severity.WARNING, N_("A waiver is in force.")),
        Rule("waiver-unused", Severity.WARNING, N_("A waiver accepts something.")),
    )
}
"""What is wrong with waivers is a finding in their file."""


@dataclass(frozen=True, slots=True)
class WaiverList:
    """The waivers of one file that was read."""

    file: str
    read: Read[WaiverFile]
    model: WaiverFile


def read_waiver_files(paths: Iterable[Path], rules: Collection[str]) -> tuple[WaiverList, ...]:
    """Read files of waivers.

    Raises:
        UnreadablePath: a file cannot be read. InvalidWaivers: one has faults; all of them are listed.
    """
    found = []
    for path in {path.resolve(): path for path in paths}.values():
        read = read_waivers(read_bytes(path), shown(path), rules)
        if read.model is None:
            raise InvalidWaivers(read.findings)
        found.append(WaiverList(shown(path), read, read.model))
    return tuple(found)


def waive(
    found: Sequence[Finding], lists: Sequence[WaiverList], *, as_of: date, ran: Iterable[Ran], known: Collection[str]
) -> tuple[Finding, ...]:
    """Mark the findings that a waiver in force accepts, and add findings for waivers that are of no use.

    Args:
        found: all findings of a run.
        lists: the waivers.
        as_of: the day of the check; a waiver holds through its last day.
        ran: the regulations that were checked, with the rules that ran: only of these can a waiver be called unused.
        known: ids of all regulations there are; a waiver of any other one is unused too.
    """
    judged = {(one.id, rule) for one in ran for rule in one.rules}
    keys = [[(finding.rule, finding.element)] for finding in found]
    marked, extra = _accepted(found, keys, lists, as_of, lambda name, rule: name not in known or (name, rule) in judged)
    return (*marked, *extra)


def waive_changes(found: Diff, lists: Sequence[WaiverList], *, as_of: date) -> tuple[Diff, tuple[Finding, ...]]:
    """Mark the changes that a waiver in force accepts: its rule is their judgement, its element one of their two.

    Returns:
        the differences, and findings for waivers that are of no use: expired, or of one of the two regulations and
        without a change to accept.
    """
    keys = [
        [(change.judgement.value, element) for element in (change.element_a, change.element_b) if element is not None]
        for change in found.changes
    ]
    changes, extra = _accepted(found.changes, keys, lists, as_of, lambda name, _: name in {found.a, found.b})
    return replace(found, changes=changes), extra


def _accepted(
    found: Sequence[T],
    keys: Sequence[Iterable[tuple[str, str]]],
    lists: Sequence[WaiverList],
    as_of: date,
    judged: Callable[[str, str], bool],
) -> tuple[tuple[T, ...], tuple[Finding, ...]]:
    """Mark what waivers in force accept, by the (rule, element) that each thing answers to.

    `judged` tells of a regulation and a rule whether a waiver without a hit is of no use.
    """
    marked = list(found)
    places: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for at, names in enumerate(keys):
        for key in names:
            places[key][at] = None
    extra: list[Finding] = []
    for one in lists:
        faults: list[Fault] = []
        for index, waiver in enumerate(one.model.waivers):
            near = places[waiver.rule, _full(waiver.element, one.model.regulation)]
            hits = [at for at in near if waiver.fingerprint in {None, marked[at].fingerprint}]
            if waiver.expires >= as_of:
                for at in hits:
                    marked[at] = replace(marked[at], waived=_acceptance(waiver))
            idle = not hits and judged(_regulation(waiver, one.model), waiver.rule)
            faults += _faults(waiver, index, idle, as_of)
        extra += findings(faults, WAIVER_RULES, file=one.file, root=one.read.places, element=_element(one.model))
    return tuple(marked), tuple(extra)


def _full(element: str, regulation: str | None) -> str:
    return element if regulation is None or ":" in element else f"{regulation}:{element}"


def _regulation(waiver: Waiver, file: WaiverFile) -> str:
    return _full(waiver.element, file.regulation).partition(":")[0]


def _acceptance(waiver: Waiver) -> Acceptance:
    return Acceptance(waiver.reason, waiver.approved_by, waiver.expires)


def _element(file: WaiverFile) -> Callable[[tuple[str | int, ...]], str]:
    def name(path: tuple[str | int, ...]) -> str:
        index = path[1]
        assert isinstance(index, int)
        return _full(file.waivers[index].element, file.regulation)

    return name


def _faults(waiver: Waiver, index: int, idle: bool, as_of: date) -> Iterator[Fault]:
    path = ("waivers", index)
    if waiver.expires < as_of:
        text = message(N_("The waiver of «{rule}» expired on {day}."), rule=waiver.rule, day=waiver.expires.isoformat())
        remedy = message(N_("Mend what it accepts, or have it approved again with a later day."))
        yield Fault("waiver-expired", (*path, "expires"), text, remedy)
    if idle:
        text = message(N_("The waiver of «{rule}» accepts nothing: there is no such finding."), rule=waiver.rule)
        remedy = message(N_("Remove it; or look whether the element was renamed."))
        yield Fault("waiver-unused", path, text, remedy)
