"""The language of policy packs: what its conditions mean on the real acts, and that a gap is never a pass."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

import rsnms_rules as rr
from rsnms_rules.api.bundled import bundled
from rsnms_rules.api.packs import bundled_packs, hold, load_packs
from rsnms_rules.finding import Fault
from rsnms_rules.model.pack import Outcome, PackFile
from rsnms_rules.policy.compile import compiled, faults
from rsnms_rules.policy.conditions import OPERATORS
from rsnms_rules.policy.evaluate import Verdict, run
from rsnms_rules.policy.fields import FIELDS
from rsnms_rules.policy.relations import RELATIONS
from rsnms_rules.policy.world import World
from rsnms_rules.source.reader import read
from rsnms_rules.source.writer import write

Cut = Callable[[rr.Regulation, random.Random], tuple[rr.Regulation, str]]
HEAD = {"spec": 1, "pack": "test", "version": "1", "title": {"ru": "Проба", "en": "Test"}}
TITLE = {"ru": "Правило", "en": "Rule"}


def pack(**rule: Any) -> dict[str, Any]:
    return {**HEAD, "rules": [{"rule": "r", "title": TITLE, **rule}]}


def verdicts(act: rr.Regulation, **rule: Any) -> tuple[Verdict, ...]:
    data = pack(**rule)
    assert not list(faults(data, act.catalogue))
    (one,) = compiled(PackFile.model_validate(data), act.catalogue)
    return run(one, World(act.model, act.catalogue))


def outcomes(name: str, **rule: Any) -> dict[str, str]:
    return {one.element: one.outcome.value for one in verdicts(rr.load(name), **rule)}


def outcome(name: str, **rule: Any) -> str:
    (one,) = verdicts(rr.load(name), **rule)
    return one.outcome.value


MEMBER = {"role": "cnppm", "standing": "member"}
REGISTRY = {"select": "functions", "where": {"concept": "mms-registry.keep"}}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("ivanovo", "pass"), ("krasnoyarsk", "pass"), ("novosibirsk", "fail"), ("orenburg", "pass"), ("pestyaki", "fail")],
)
def test_a_count_over_an_act(name: str, expected: str) -> None:
    assert outcome(name, **REGISTRY, count={"at_least": 1}) == expected
    reverse = {"pass": "fail", "fail": "pass"}
    if name != "krasnoyarsk":
        assert outcome(name, **REGISTRY, count={"none": True}) == reverse[expected]


def test_a_count_over_a_text_that_breaks_off() -> None:
    """In Krasnoyarsk the list of the school associations breaks off: nobody may or may not have more."""
    assert outcome("krasnoyarsk", **REGISTRY, count={"none": True}) == "fail"
    assert outcome("krasnoyarsk", **REGISTRY, count={"exactly": 1}) == "unknown"
    monitor = {"select": "functions", "where": {"concept": "system.monitor"}}
    assert outcome("krasnoyarsk", **monitor, count={"at_least": 1}) == "unknown"
    regional = {**monitor, "where": {"concept": "system.monitor", "carrier.level": "regional"}}
    assert outcome("krasnoyarsk", **regional, count={"at_least": 1}) == "fail"
    assert outcome("krasnoyarsk", select="indicators", count={"at_least": 1}) == "unknown"


def test_each_element_has_its_outcome() -> None:
    found = outcomes("ivanovo", **REGISTRY, require={"carrier.role": "cnppm", "mode": "leads"})
    assert found == {"ivanovo:subjects.cnppm.functions.mms-registry-keep": "pass"}
    found = outcomes("ivanovo", **REGISTRY, forbid={"carrier.level": "regional"})
    assert found == {"ivanovo:subjects.cnppm.functions.mms-registry-keep": "fail"}


def test_a_selection_of_nothing_is_told() -> None:
    assert outcomes("ivanovo", select="functions", where={"concept": "burnout.prevent"}, require={"mode": "leads"}) == {
        "ivanovo:act": "empty"
    }


def test_targets_are_compared_as_numbers_and_days() -> None:
    rule = {"select": "targets", "where": {"concept": "young-teachers.supported"}}
    wanted = {"at_least": {"at_least": 70}, "last": {"at_most": "2024-12-31"}}
    assert set(outcomes("novosibirsk", **rule, require=wanted).values()) == {"pass"}
    assert set(outcomes("ivanovo", **rule, require=wanted).values()) == {"fail"}


@pytest.mark.parametrize(
    ("name", "rule", "expected"),
    [
        ("ivanovo", {"where": {"role": "cnppm"}, "require": {"responsible_for": "mms-registry.keep"}}, {"pass"}),
        ("ivanovo", {"where": {"role": "cnppm"}, "require": {"responsible_for": "contests.run"}}, {"fail"}),
        (
            "novosibirsk",
            {"where": {"role": "cnppm", "standing": "member"}, "require": {"part_of": "institute"}},
            {"pass"},
        ),
        ("ivanovo", {"where": {"role": "methodical-service"}, "require": {"reaches": "cnppm"}}, {"pass"}),
        ("ivanovo", {"where": {"role": "cnppm"}, "require": {"unique": "role"}}, {"pass"}),
        ("orenburg", {"where": {"role": "cnppm"}, "require": {"joint_with": "development-centre"}}, {"pass"}),
    ],
)
def test_relations(name: str, rule: dict[str, Any], expected: set[str]) -> None:
    assert set(outcomes(name, select="subjects", **rule).values()) == expected


def test_who_leads_is_a_question_to_the_whole_act() -> None:
    lead = {"select": "regulation", "require": {"has_leader": "system.monitor"}}
    assert outcome("novosibirsk", **lead) == "pass"
    assert outcome("ivanovo", **lead) == "fail"
    assert outcome("krasnoyarsk", **lead) == "unknown"


def test_what_the_act_mentions_may_stand_anywhere() -> None:
    powers = {"select": "regulation", "require": {"mentions": "mechanism.cnppm-powers"}}
    assert outcome("ivanovo", **powers) == "pass"
    assert outcome("krasnoyarsk", **powers) == "unknown"  # the text breaks off
    assert outcome("orenburg", **powers) == "fail"
    spread = {"select": "regulation", "require": {"mentions": "practices.spread"}}
    assert outcome("ivanovo", **spread) == "pass"  # a task


def test_connectives() -> None:
    both = {
        "any": [{"carrier.role": "institute"}, {"all": [{"carrier.role": "cnppm"}, {"not": {"mode": "participates"}}]}]
    }
    assert set(outcomes("ivanovo", **REGISTRY, require=both).values()) == {"pass"}


TYPOS = [
    ("where", {"concpt": "passport.keep"}, "concept"),
    ("where", {"concept": "pasport.keep"}, "passport.keep"),
    ("where", {"carrier.rol": "cnppm"}, "carrier.role"),
    ("where", {"carrier.role": "cnpm"}, "cnppm"),
    ("require", {"mode": "lead"}, "leads"),
    ("require", {"mode": {"is_nto": "leads"}}, "is_not"),
    ("require", {"has_lader": "passport.keep"}, "has_leader"),
    ("forbid", {"joint_wit": "cnppm"}, "joint_with"),
]


@pytest.mark.parametrize(("key", "condition", "meant"), TYPOS)
def test_typos_are_refused_before_a_run(key: str, condition: dict[str, Any], meant: str) -> None:
    data = pack(select="functions", count={"at_least": 1}, **{key: condition})
    (found,) = faults(data, rr.load("ivanovo").catalogue)
    assert found.path[:3] == ("rules", 0, key)
    assert meant in str(found.remedy)


@pytest.mark.parametrize(
    "rule",
    [
        {"select": "functions"},
        {"select": "functions", "count": {"none": True, "at_least": 1}},
        {"select": "functions", "count": {"at_least": 3, "at_most": 2}},
        {"select": "targets", "require": {"at_least": "thirty"}},
        {"select": "targets", "require": {"last": {"at_most": "31.12.2024"}}},
        {"select": "subjects", "require": {"all": {}}},
        {"select": "subjects", "require": ["role"]},
        {"select": "subjects", "require": {"role": {"all_of": "cnppm"}}},
        {"select": "subjects", "require": {"unique": "rol"}},
    ],
)
def test_rules_that_say_nothing_or_nonsense(rule: dict[str, Any]) -> None:
    found = list(faults(pack(**rule), rr.load("ivanovo").catalogue))
    assert len(found) == 1
    assert isinstance(found[0], Fault)
    assert found[0].remedy is not None


def test_every_field_can_be_read_in_every_act() -> None:
    from rsnms_rules.policy.field import seen

    for name in bundled():
        act = rr.load(name)
        world = World(act.model, act.catalogue)
        for selection, fields in FIELDS.items():
            for candidate in (*world.candidates(selection), *world.lost(selection)):
                for field in fields.values():
                    assert field.kind in OPERATORS
                    seen(candidate, field, world)
    assert {name for name in RELATIONS if RELATIONS[name].kind is None} == {"rising", "stated", "unique"}


RULES: list[dict[str, Any]] = [
    {**REGISTRY, "require": {"carrier.role": "cnppm", "carrier.level": "regional", "mode": "leads"}},
    {**REGISTRY, "count": {"exactly": 1}},
    {
        "select": "subjects",
        "where": {"role": "cnppm"},
        "require": {"level": "regional", "responsible_for": "mms-registry.keep"},
    },
    {"select": "indicators", "where": {"concept": "young-teachers.supported"}, "require": {"unit": "percent"}},
    {"select": "targets", "where": {"concept": "young-teachers.supported"}, "require": {"at_least": {"at_least": 5}}},
    {
        "select": "regulation",
        "require": {"tier": "regional", "number": {"is_not": "1"}, "has_leader": "passport.approve"},
    },
]


def gapped(act: rr.Regulation, draw: random.Random) -> tuple[rr.Regulation, str]:
    """The act with one field of one element taken out and marked as unread, and the element's name."""
    data = read(rr.dump(act)).data
    assert isinstance(data, dict)
    found = [
        (element, key, f"subjects.{subject['id']}" + (f".functions.{element['id']}" if element is not subject else ""))
        for subject in data["subjects"]
        for element in (subject, *subject.get("functions", ()))
        for key in ("level", "roles", "functions", "concepts", "mode", "with")
        if key in element
    ]
    element, key, name = draw.choice(found)
    del element[key]
    element["unread"] = [key]
    data.pop("notes", None)
    return rr.loads(write(data)), name


@pytest.mark.parametrize("seed", range(60))
def test_a_gap_never_makes_a_rule_pass(seed: int) -> None:
    draw = random.Random(seed)
    act = rr.load("ivanovo")
    cut, name = gapped(act, draw)
    for rule in RULES:
        before = {one.element: one.outcome for one in verdicts(act, **rule)}
        for one in verdicts(cut, **rule):
            was = before.get(one.element, Outcome.EMPTY)
            assert one.outcome in {was, Outcome.UNKNOWN}
            if one.outcome is Outcome.UNKNOWN and was is not Outcome.UNKNOWN:
                assert any(name in reason.element or name in str(reason.text) for reason in one.reasons)


def outcomes_of_packs(act: rr.Regulation) -> dict[tuple[str, str], Verdict]:
    """The verdicts of both bundled packs by rule and element."""
    return {
        (held.slug, verdict.element): verdict
        for held in hold(load_packs(sorted(bundled_packs())), act, None)
        for verdict in held.verdicts
    }


def pruned(act: rr.Regulation, draw: random.Random) -> tuple[rr.Regulation, str]:
    """The act with one field simply left out, as an encoder may forget it, and the name of what it belonged to."""
    data = read(rr.dump(act)).data
    assert isinstance(data, dict)
    found: list[tuple[dict[str, Any], str, str]] = [
        (subject, "level", f"subjects.{subject['id']}") for subject in data["subjects"] if "level" in subject
    ]
    found += [
        (function, "concepts", f"subjects.{subject['id']}.functions.{function['id']}")
        for subject in data["subjects"]
        for function in subject.get("functions", ())
        if "concepts" in function
    ]
    found += [(one, "concepts", f"indicators.{one['id']}") for one in data.get("indicators", ()) if "concepts" in one]
    found += [(data["act"], key, "act") for key in ("date", "number", "coordinator") if key in data["act"]]
    if "monitoring" in data:
        found += [(data["monitoring"], key, "monitoring") for key in ("every", "at_least")]
    element, key, name = draw.choice(found)
    del element[key]
    data.pop("notes", None)
    return rr.loads(write(data)), name


@pytest.mark.parametrize("make", [gapped, pruned], ids=["unread", "left-out"])
@pytest.mark.parametrize("name", ["ivanovo", "krasnoyarsk", "novosibirsk", "orenburg"])
def test_gaps_turn_outcomes_of_the_bundled_packs_to_unknown(name: str, make: Cut) -> None:
    act = rr.load(name)
    before = outcomes_of_packs(act)
    turned = 0
    for seed in range(15):
        cut, gap = make(act, random.Random(f"{name} {seed}"))
        after = outcomes_of_packs(cut)
        for key, verdict in after.items():
            was = before[key].outcome if key in before else Outcome.EMPTY
            assert verdict.outcome in {was, Outcome.UNKNOWN}, (gap, key)
            if verdict.outcome is Outcome.UNKNOWN and was is not Outcome.UNKNOWN:
                turned += 1
                assert any(gap in f"{reason.element} {reason.text}" for reason in verdict.reasons), (gap, key)
        lost = {slug for slug, _ in before} - {slug for slug, _ in after}
        assert not lost, (gap, lost)
    assert turned
