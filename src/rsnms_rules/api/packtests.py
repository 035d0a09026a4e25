"""The tests of packs: each case is run, and each rule needs one that passes and one that fails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rsnms_rules.api.loading import bundled_catalogue, load, shown
from rsnms_rules.api.packcover import sides
from rsnms_rules.api.packs import TESTS, Pack
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.errors import InvalidPack, InvalidRegulation, UnreadablePath
from rsnms_rules.finding import Fault, Finding, nearest
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.pack import Outcome
from rsnms_rules.model.packtest import Case, PackTestFile
from rsnms_rules.policy.conditions import leaves
from rsnms_rules.policy.evaluate import Verdict, run
from rsnms_rules.policy.truth import Truth
from rsnms_rules.policy.world import World
from rsnms_rules.rule import Rule, Severity
from rsnms_rules.source.file import Read, read_bytes, read_file, read_inside
from rsnms_rules.source.places import below, findings

PACK_TEST = Rule("pack-test", Severity.ERROR, N_("A rule of a pack has tests, and they hold."))
_HEAD = {"spec": 1, "id": "made-up", "tier": "regional", "territory": {"name": "—"}, "act": {"kind": "order"}}
_WORST = (Outcome.FAIL, Outcome.UNKNOWN, Outcome.EMPTY, Outcome.PASS)


@dataclass(frozen=True, slots=True)
class PackTests:
    """What came of the tests of one pack.

    Attributes:
        cases: how many there are.
        tested: by rule, which outcomes they expect.
        parts: how many tests and relations the conditions of the pack consist of.
        untried: those that were not true for one element of a case and false for another, as `rule: field`.
    """

    pack: Pack
    file: str
    cases: int
    tested: Mapping[str, frozenset[str]]
    parts: int
    untried: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def both(self) -> int:
        """How many of the parts were true for one element of a case and false for another."""
        return self.parts - len(self.untried)


def run_tests(pack: Pack) -> PackTests:
    """Run the tests beside a pack.

    Raises:
        UnreadablePath: there are none. InvalidPack: the file of tests has faults.
    """
    path = Path(pack.file)
    tests = path.with_name(path.stem + TESTS)
    if not tests.is_file():
        text = message(N_("The pack has no tests: there is no file {path}."), path=shown(tests))
        raise UnreadablePath(str(tests), text)
    slugs = [one.rule.rule for one in pack.rules]
    read = read_file(read_bytes(tests), shown(tests), PackTestFile, lambda filled: _unknown_rules(filled, slugs))
    if read.model is None:
        raise InvalidPack(read.findings)
    faults: list[Fault] = []
    tested: dict[str, set[str]] = {slug: set() for slug in slugs}
    taken: dict[tuple[str, int], set[Truth]] = {
        (one.rule.rule, at): set() for one in pack.rules for at, _ in enumerate(leaves(one.nodes))
    }
    for at, case in enumerate(read.model.cases):
        try:
            act = _act(case, at, read, shown(tests))
        except InvalidRegulation as error:
            faults += _invalid(error, at)
            continue
        tested[case.rule].add(case.expect.value)
        faults += _case(pack, case, act, at, taken)
    for slug, expected in tested.items():
        if missing := [word for word in ("pass", "fail") if word not in expected]:
            what = ", ".join(missing)
            text = message(N_("The rule «{rule}» has no case that expects: {what}."), rule=slug, what=what)
            faults.append(Fault("pack-test", ("cases",), text, message(N_("Add one."))))
    covered = {slug: frozenset(expected) for slug, expected in tested.items()}
    untried = tuple(
        f"{one.rule.rule}: {leaf.name}"
        for one in pack.rules
        for at, leaf in enumerate(leaves(one.nodes))
        if not {Truth.TRUE, Truth.FALSE} <= taken[one.rule.rule, at]
    )
    told = _found(read, faults, tests)
    return PackTests(pack, shown(tests), len(read.model.cases), covered, len(taken), untried, told)


def _found(read: Read[PackTestFile], faults: Sequence[Fault], path: Path) -> tuple[Finding, ...]:
    return findings(faults, {"pack-test": PACK_TEST}, file=shown(path), root=read.places, element=lambda _: "")


def _unknown_rules(data: object, slugs: Sequence[str]) -> Iterator[Fault]:
    cases = data.get("cases") if isinstance(data, dict) else None
    for at, case in enumerate(cases if isinstance(cases, list) else []):
        if not isinstance(case, dict):
            continue
        slug = case.get("rule")
        if isinstance(slug, str) and slug not in slugs:
            hint = nearest(slug, list(slugs)) or message(N_("Known: {ids}."), ids=", ".join(slugs))
            text = message(N_("The pack has no rule «{name}»."), name=slug)
            yield Fault("dangling-reference", ("cases", at, "rule"), text, hint)
        if ("act" in case) == ("regulation" in case):
            text = message(N_("A case has either an act or a regulation."))
            yield Fault("missing-key", ("cases", at), text, message(N_("Write act: or regulation:, one of them.")))


def _invalid(error: InvalidRegulation, at: int) -> Iterator[Fault]:
    """What is wrong with the act of a case, each fault at its own place in the file of tests."""
    for found in error.findings:
        text = message(N_("The act of the case is not valid: {what}"), what=found.message)
        spot = (found.location.line, found.location.column)
        yield Fault("pack-test", ("cases", at, "act"), text, found.remedy or message(N_("Mend it.")), spot=spot)


def _case(
    pack: Pack, case: Case, act: Regulation, at: int, taken: dict[tuple[str, int], set[Truth]]
) -> Iterator[Fault]:
    """What is wrong with one case; `taken` collects the truth values that the parts of conditions took."""
    path = ("cases", at)
    (rule,) = (one for one in pack.rules if one.rule.rule == case.rule)
    world = World(act.model, act.catalogue)
    verdicts = run(rule, world)
    for part, truths in sides(rule, world).items():
        taken[case.rule, part] |= truths
    worst = next((outcome for outcome in _WORST if any(one.outcome is outcome for one in verdicts)), Outcome.PASS)
    if worst is not case.expect:
        reasons = "; ".join(_reasons(verdicts, worst))
        said = N_("«{rule}»: expected {expected}, found {found}. {why}")
        told = message(said, rule=case.rule, expected=case.expect.value, found=worst.value, why=reasons)
        yield Fault("pack-test", (*path, "expect"), told, message(N_("Mend the rule or the case.")))
    elif case.elements is not None:
        found = {one.element.partition(":")[2] for one in verdicts if one.outcome is worst}
        if found != set(case.elements):
            said = N_("«{rule}»: the elements are: {found}.")
            told = message(said, rule=case.rule, found=", ".join(sorted(found)) or "—")
            yield Fault("pack-test", (*path, "elements"), told, message(N_("Mend the rule or the case.")))


def _reasons(verdicts: Sequence[Verdict], outcome: Outcome) -> Iterator[str]:
    for verdict in verdicts:
        if verdict.outcome is outcome:
            yield from (f"{reason.element}: {reason.text}" for reason in verdict.reasons[:3])


def _act(case: Case, at: int, read: Read[PackTestFile], file: str) -> Regulation:
    """The act of a case.

    Raises:
        UnknownRegulation: there is no such bundled one. InvalidRegulation: the made-up one has faults.
    """
    if case.regulation is not None:
        return load(case.regulation)
    root = below(read.places, ("cases", at, "act")) if read.places is not None else None
    catalogue = bundled_catalogue()
    inside = read_inside({**_HEAD, **(case.act or {})}, root, file, catalogue)
    if inside.model is None:
        raise InvalidRegulation(inside.findings)
    return Regulation(inside.model, catalogue, file=file, findings=inside.findings, places=root)


def untried(tests: PackTests) -> Message | None:
    """The parts of conditions that no case tried both ways; None where all are."""
    parts = ", ".join(dict.fromkeys(tests.untried))
    return (
        message(N_("{pack}: not tried both ways: {parts}"), pack=tests.pack.model.pack, parts=parts) if parts else None
    )


def summary(tests: PackTests) -> Message:
    """How many cases and rules there are, and how far the cases try the conditions."""
    text = N_(
        "{pack}: cases: {cases}, rules: {rules}, tried with pass and fail: {tried}, "
        "parts of conditions tried both ways: {both} of {parts}, findings: {findings}"
    )
    return message(
        text,
        pack=tests.pack.model.pack,
        cases=tests.cases,
        rules=len(tests.pack.rules),
        tried=sum({"pass", "fail"} <= expected for expected in tests.tested.values()),
        both=tests.both,
        parts=tests.parts,
        findings=len(tests.findings),
    )
