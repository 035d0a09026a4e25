"""Packs as people use them: bundled ones with their tests, in a check, with mistakes in them."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import rsnms_rules as rr
from rsnms_rules.api.bundled import bundled
from rsnms_rules.api.loading import bundled_catalogue
from rsnms_rules.api.packcover import element_cover
from rsnms_rules.api.packs import bundled_packs, hold, load_packs, read_pack
from rsnms_rules.api.packtests import run_tests
from rsnms_rules.errors import InvalidPack
from rsnms_rules.i18n import speaking
from rsnms_rules.source.reader import read
from tests.command import rsnms
from tests.conftest import ROOT
from tests.test_typos import typed

PACKS = sorted(bundled_packs())


@pytest.mark.parametrize("name", PACKS)
def test_the_tests_of_bundled_packs_hold(name: str) -> None:
    (pack,) = load_packs([name])
    tests = run_tests(pack)
    assert tests.findings == ()
    assert all({"pass", "fail"} <= set(expected) for expected in tests.tested.values())


@pytest.mark.parametrize("name", PACKS)
def test_bundled_packs_follow_their_schema_and_cite_what_resolves(name: str, act_texts: Path) -> None:
    schema = json.loads((ROOT / "schemas" / "pack-1.json").read_text(encoding="utf-8"))
    data = read(bundled_packs()[name].read_text(encoding="utf-8")).data
    assert [error.message for error in Draft202012Validator(schema).iter_errors(_plain(data))] == []
    (pack,) = load_packs([name])
    for one in pack.rules:
        assert one.rule.authority
        for authority in one.rule.authority:
            assert authority.document in bundled()
            act = rr.load(authority.document)
            labels = {str(cite).split(" «")[0] for cite in _cites(act)}
            assert authority.cite.split(" «")[0] in labels, (one.rule.rule, authority.cite)


def _plain(value: object) -> object:
    from decimal import Decimal

    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def _cites(act: rr.Regulation) -> list[str]:
    from rsnms_rules.model.plan import branches
    from rsnms_rules.model.types import Element

    parts = [branch.value for branch in branches(act.model)]
    found = [str(cite) for part in parts if isinstance(part, Element) for cite in part.cite]
    return found + [str(cite) for part in act.model.text.skipped for cite in part.cite]


def test_a_check_with_a_pack() -> None:
    packs = ("--pack", "common-core", "--pack", "drafting")
    data = rsnms("check", "--all", "--no-config", *packs, "--format", "json").json()
    found = {(one["rule"], one["element"], one["severity"]) for one in data["findings"] if "/" in one["rule"]}
    assert ("common-core/cnppm-keeps-registry", "novosibirsk:subjects.cnppm", "warning") in found
    assert ("common-core/monitoring-led", "ivanovo:act", "warning") in found
    assert ("common-core/monitoring-led", "krasnoyarsk:act", "note") in found  # unknown, and said
    unknown = [one["message"] for one in data["findings"] if "/" in one["rule"] and "неизвестно: " in one["message"]]
    assert unknown
    assert all("Чего не хватает: " in one for one in unknown)
    assert any("novosibirsk:act.date" in one for one in unknown)
    assert not [one for one in data["findings"] if one["rule"].startswith("common-core/") and not one["message"]]
    only = ("--select", "common-core/monitoring-led", "--severity", "common-core/monitoring-led=error")
    outcome = rsnms("check", "ivanovo", "--no-config", "--pack", "common-core", *only)
    assert outcome.code == 1
    assert outcome.out.count("[common-core/") == 1


def test_the_command_runs_the_tests_of_packs(tmp_path: Path) -> None:
    outcome = rsnms("check", "--test-packs")
    assert outcome.code == 0
    assert outcome.out.startswith("common-core: ")
    (tmp_path / "own.yaml").write_text(bundled_packs()["common-core"].read_text(encoding="utf-8"), encoding="utf-8")
    assert rsnms("check", "--test-packs", "--pack", str(tmp_path / "own.yaml")).code == 2
    tests = bundled_packs()["common-core"].with_name("common-core.test.yaml").read_text(encoding="utf-8")
    broken = tests.replace("regulation: novosibirsk, expect: pass", "regulation: novosibirsk, expect: fail", 1)
    (tmp_path / "own.test.yaml").write_text(broken, encoding="utf-8")
    outcome = rsnms("check", "--test-packs", "--pack", str(tmp_path / "own.yaml"))
    assert outcome.code == 1
    assert re.search(r"own\.test\.yaml:\d+:\d+: \S+ \[pack-test\]", outcome.out)


@pytest.mark.parametrize("count", ["{none: true, at_least: 1}", "{at_least: 3, at_most: 2}", "{none: false}"])
def test_a_count_that_contradicts_itself_is_told_with_its_place(count: str, tmp_path: Path) -> None:
    text = (
        bundled_packs()["common-core"].read_text(encoding="utf-8").replace("count: {at_least: 1}", f"count: {count}", 1)
    )
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    outcome = rsnms("check", "ivanovo", "--no-config", "--pack", str(tmp_path / "own.yaml"))
    assert outcome.code == 2
    assert re.search(r"own\.yaml:\d+:\d+: ошибка \[unclear-combination\]", outcome.err)


def test_findings_of_packs_can_be_accepted(tmp_path: Path) -> None:
    file = str(tmp_path / "waivers.yaml")
    call = ("check", "novosibirsk", "--no-config", "--pack", "common-core", "--as-of", "2026-11-24", "--format", "json")
    own = [one["rule"] for one in rsnms(*call).json()["findings"] if one["rule"].startswith("common-core/")]
    assert len(own) == 11
    assert rsnms(*call[:-2], "--write-waivers", file, "--approved-by", "совет").code == 0
    found = rsnms(*call, "--waivers", file).json()["findings"]
    assert [one["rule"] for one in found if one["rule"].startswith("common-core/") and one["waived"]] == own
    assert not [one for one in found if one["rule"].startswith("waiver-")]


def test_wrong_packs_are_wrong_calls(tmp_path: Path) -> None:
    outcome = rsnms("check", "ivanovo", "--pack", "comon-core")
    assert (outcome.code, outcome.out) == (2, "")
    assert "«common-core»" in outcome.err
    text = bundled_packs()["common-core"].read_text(encoding="utf-8")
    one = tmp_path / "one.yaml"
    one.write_text(text.replace("\nrules:", "\nextends: [two.yaml]\nrules:").replace("pack: c", "pack: x", 1), "utf-8")
    (tmp_path / "two.yaml").write_text(text.replace("\nrules:", "\nextends: [one.yaml]\nrules:"), "utf-8")
    assert rsnms("check", "ivanovo", "--pack", str(one)).code == 2
    (tmp_path / "two.yaml").write_text(text, "utf-8")
    assert [pack.model.pack for pack in load_packs([str(one)])] == ["common-core", "xommon-core"]


WORDS = re.compile(
    r"(?<=[{ ])(concept|role|level|standing|unit|last|count|select|where|require|exactly|at_least|at_most)(?=: )"
    r"|(?<=: )(cnppm|regional|municipal|institutional|member|percent|subjects|targets|regulation|mechanisms)(?=[,}\n])"
    r"|(?<=: )([a-z-]+\.[a-z-]+)(?=[,}\n])|(has_leader|responsible_for)(?=: )"
)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_typos_in_packs_are_refused_with_the_right_suggestion(seed: int, tmp_path: Path) -> None:
    text = bundled_packs()["common-core"].read_text(encoding="utf-8")
    start = text.index("rules:")
    draw = random.Random(seed)
    places = [match for match in WORDS.finditer(text, start) if len(match[0]) > 3]
    right = 0
    for match in (draw.choice(places) for _ in range(50)):
        path = tmp_path / "typo.yaml"
        path.write_text(text[: match.start()] + typed(match[0], draw) + text[match.end() :], encoding="utf-8")
        with speaking("en"), pytest.raises(InvalidPack) as caught:
            read_pack(path, bundled_catalogue())
        with speaking("en"):
            right += any(f"«{match[0]}»" in f"{one.message} {one.remedy}" for one in caught.value.findings)
    assert right >= 48


PAGES = [ROOT / "docs" / "packs.md", ROOT / "docs" / "packs.ru.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_the_example_of_the_page_is_a_pack_with_tests(page: Path, tmp_path: Path) -> None:
    pack, tests = re.findall(r"```yaml\n(spec: 1\n.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "our-rules.yaml").write_text(pack, encoding="utf-8")
    (tmp_path / "our-rules.test.yaml").write_text(tests, encoding="utf-8")
    assert rsnms("check", "--test-packs", "--pack", str(tmp_path / "our-rules.yaml")).code == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_the_page_names_every_field_operator_and_relation(page: Path) -> None:
    from rsnms_rules.policy.conditions import OPERATORS
    from rsnms_rules.policy.fields import FIELDS
    from rsnms_rules.policy.relations import RELATIONS

    text = page.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| ([\w., ]+) \|$", text, re.MULTILINE))
    assert {name: row.split(", ") for name, row in rows.items()} == {
        selection.value: list(fields) for selection, fields in FIELDS.items()
    }
    for name in {*RELATIONS, *(operator for known in OPERATORS.values() for operator in known)}:
        assert f"`{name}" in text, name


@pytest.mark.parametrize("name", sorted(bundled()))
def test_golden_outcomes(name: str, request: pytest.FixtureRequest) -> None:
    act = rr.load(name)
    lines = [
        f"{held.slug} {verdict.outcome.value} {verdict.element}"
        for held in hold(load_packs(PACKS), act, None)
        for verdict in held.verdicts
    ]
    path = ROOT / "tests" / "golden" / "packs" / f"{name}.txt"
    text = "\n".join(lines) + "\n"
    if request.config.getoption("--rewrite-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_explain_shows_what_decided() -> None:
    text = rsnms("explain", "common-core/conditions-provided", "orenburg").out
    assert "orenburg:subjects.ministry" in text
    assert "conditions.provide" in text
    text = rsnms("explain", "common-core/cnppm-keeps-registry", "novosibirsk:subjects.cnppm").out
    assert "orenburg, 3.3.4" in text  # what the rule rests on
    met = rsnms("explain", "common-core/routes-built", "ivanovo").out  # explained where it is met, too
    assert "ivanovo:mechanisms.cnppm-powers" in met
    assert "4.5" in met
    assert rsnms("explain", "drafting/names-unique", "krasnoyarsk:subjects.mms").code == 0  # the loss is told elsewhere
    data = rsnms("explain", "common-core/monitoring-led", "krasnoyarsk", "--format", "json").json()
    assert "обрывается" in " ".join(data["findings"][0]["because"])
    assert rsnms("explain", "common-core/monitoring-led").code == 0
    assert rsnms("explain", "common-core/monitoring-let").code == 2


def test_the_coverage_of_elements_and_of_conditions() -> None:
    text = rsnms("check", "pestyaki", "--no-config", "--pack", "common-core", "--pack-coverage").out
    assert text.startswith("pestyaki: ")
    assert "задачи: 0 из 7; ни одно не смотрит на: tasks.single-system, " in text
    assert rsnms("check", str(ROOT / "regulations"), "--no-config", "--pack-coverage").out.count(": на какие") == 5
    act = rr.load("novosibirsk")
    held = tuple(hold(load_packs(["common-core"]), act, None))
    lists = {one.selection.value: one for one in element_cover(held, act)}
    assert lists["indicators"].covered + len(lists["indicators"].bare) == len(act.model.indicators)
    assert "subjects.mmo" not in lists["subjects"].bare  # levels-named looks at it
    bare = lists["functions"].bare
    assert "subjects.cnppm.functions.iom-build" not in bare  # it decides routes-built
    assert "subjects.nipkipro.functions.programmes-develop" in bare
    assert element_cover((), act)[0].covered == 0
    (drafting,) = load_packs(["drafting"])
    tests = run_tests(drafting)
    assert 0 < tests.both < tests.parts
