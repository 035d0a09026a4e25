"""What rules say of fields that a file gives or does not give, and how messages tell it; asked for by the people of
docs/review/requirements.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import rsnms_rules as rr
from rsnms_rules.api.packs import MANY, hold, load_packs, verdict_findings
from rsnms_rules.policy.compile import faults
from tests.command import rsnms
from tests.conftest import ROOT
from tests.test_policy import pack, verdicts

EXAMPLES = sorted(path for path in (ROOT / "examples" / "packs").glob("*.yaml") if ".test." not in path.name)
HEAD = "spec: 1\nid: made-up\ntier: regional\nterritory: {name: —}\nact: {kind: order}\n"
CENTRE = "subjects: [{id: centre, roles: [cnppm], level: regional, name: Центр}]\n"
ROW = "measures: [{id: m, row: 1, title: Дело, %s}]\n"


def found(text: str, **rule: Any) -> list[str]:
    return [one.outcome.value for one in verdicts(rr.loads(HEAD + text), **rule)]


def refused(**rule: Any) -> list[str]:
    return [fault.rule for fault in faults(pack(**rule), rr.load("ivanovo").catalogue)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("due: {by: 2024-05-01}, responsible: [centre]", "pass"),
        ('due: {text: "постоянно", open: true}, responsible: [centre]', "pass"),
        ("responsible: [centre]", "fail"),
        ("due: {by: 2024-05-01}", "fail"),
        ("unread: [due], responsible: [centre]", "unknown"),
        ("due: {by: 2024-05-01}, unread: [responsible]", "unknown"),
        ("broken: true, responsible: [centre]", "unknown"),
    ],
)
def test_a_field_is_stated_or_not_or_lost(row: str, expected: str) -> None:
    rule = {"select": "measures", "require": {"stated": ["due", "responsible.role"]}}
    assert found(CENTRE + ROW % row, **rule) == [expected]


@pytest.mark.parametrize(
    "rule",
    [
        {"where": {"stated": "due"}, "require": {"concept": "passport.keep"}},
        {"forbid": {"stated": "due"}},
        {"require": {"not": {"stated": "due"}}},
        {"require": {"stated": "due"}, "count": {"none": True}},
    ],
)
def test_stated_can_only_be_required(rule: dict[str, Any]) -> None:
    """Elsewhere a field that was left out of the file could make a rule pass."""
    assert refused(select="measures", **rule) == ["unclear-combination"]


@pytest.mark.parametrize("field", ["stated", "unique"])
def test_a_misspelt_field_of_a_relation_is_refused(field: str) -> None:
    assert refused(select="measures", require={field: "duee"}) == ["unknown-key"]


def test_who_answers_for_a_row_is_unknown_where_nobody_is_named() -> None:
    rule = {"select": "measures", "require": {"responsible.role": {"is_not": "authority"}}}
    assert found(CENTRE + ROW % "due: {by: 2024-05-01}", **rule) == ["unknown"]


def test_an_empty_list_asks_nothing_and_is_refused() -> None:
    conditions: tuple[Any, ...] = ({"not_in": []}, {"all_of": []}, [])
    for condition in conditions:
        assert refused(select="measures", require={"responsible.role": condition}) == ["wrong-type"], condition


@pytest.mark.parametrize(("every", "expected"), [("month", "pass"), ("year", "pass")])
def test_more_often_is_at_least_as_often(every: str, expected: str) -> None:
    text = f"monitoring: {{every: {every}, does: Мониторинг}}\n"
    assert found(text, select="monitoring", require={"every": {"at_least": "year"}}) == [expected]
    assert found(text, select="monitoring", require={"every": {"at_most": "year"}}) == (
        ["pass"] if every == "year" else ["fail"]
    )


def test_when_a_row_is_due_again_or_has_no_last_day() -> None:
    yearly = CENTRE + ROW % "due: {text: ежегодно, every: year}, responsible: [centre]"
    assert found(yearly, select="measures", require={"due.every": "year"}) == ["pass"]
    assert found(yearly, select="measures", forbid={"due.open": True}) == ["pass"]
    ever = CENTRE + ROW % "due: {text: постоянно, open: true}, responsible: [centre]"
    assert found(ever, select="measures", forbid={"due.open": True}) == ["fail"]
    assert found(ever, select="measures", require={"stated": "due.every"}) == ["fail"]
    assert found(CENTRE + ROW % "responsible: [centre]", select="measures", forbid={"due.open": True}) == ["unknown"]


def test_a_relation_to_one_of_several() -> None:
    (one,) = verdicts(rr.load("ivanovo"), select="regulation", require={"mentions": ["passport.keep", "centre.inform"]})
    assert one.outcome.value == "pass"
    assert refused(select="regulation", require={"mentions": ["pasport.keep"]}) == ["unknown-concept"]


def test_words_begin_where_a_word_begins() -> None:
    text = "monitoring: {every: year, does: Отчёт до 21 декабря}\n"
    assert found(text, select="monitoring", require={"does": {"contains": "1 декабря"}}) == ["fail"]
    assert found(text, select="monitoring", require={"does": {"contains": "до 21 дек"}}) == ["pass"]


def test_the_target_of_an_indicator_by_its_name_and_its_people() -> None:
    rule = {"select": "targets", "where": {"name": {"contains": "педагогов"}, "unit": "percent"}}
    assert [one.element for one in verdicts(rr.load("ivanovo"), **rule, require={"at_least": {"at_least": 1}})]


def test_a_count_names_what_fell_short_in_a_number() -> None:
    rule = {
        "select": "targets",
        "where": {"concept": "teachers.with-iom", "unit": "percent"},
        "require": {"at_least": {"at_least": 40}},
        "count": {"at_least": 1},
    }
    (one,) = verdicts(rr.load("orenburg"), **rule)
    assert one.outcome.value == "fail"
    assert [reason.element for reason in one.reasons] == ["orenburg:act", "orenburg:indicators.with-iom.targets.1"]


def test_a_relation_that_does_not_hold_is_not_told_as_if_it_did() -> None:
    act = rr.load("novosibirsk")
    (one,) = verdicts(act, select="subjects", where={"id": "active"}, require={"part_of": "cnppm"})
    assert str(one.reasons[0].text) != "входит в cnppm"
    (two,) = verdicts(act, select="subjects", where={"id": "active"}, require={"joint_with": "institute"})
    assert "institute" in str(two.reasons[0].text)
    assert str(two.reasons[0].text) != "совместно с institute"


def test_many_that_are_unknown_for_one_reason_share_a_note() -> None:
    act = rr.load("orenburg")
    held = [
        one
        for one in hold(load_packs([str(ROOT / "examples" / "packs" / "ministry.yaml")]), act, None)
        if one.rule.rule.rule == "schools-do-not-diagnose"
    ]
    unknown = [one for one in held[0].verdicts if one.outcome.value == "unknown"]
    assert len(unknown) > MANY
    (note,) = verdict_findings(held, act)
    assert all(one.element.partition(":")[2] in str(note.message) for one in unknown)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_packs_of_people_who_knew_only_the_page_hold(path: Path) -> None:
    call = rsnms("check", "--test-packs", "--pack", str(path))
    assert call.code == 0, call.out
    assert rsnms("check", "--all", "--pack", str(path), "--no-config").code in {0, 1}


def test_there_are_such_packs() -> None:
    assert len(EXAMPLES) >= 2


def test_each_fault_of_a_made_up_act_has_its_place_in_the_tests(tmp_path: Path) -> None:
    row = "        - {id: m, title: Дело, due: 2026-12-01}"
    pack_file, tests = tmp_path / "p.yaml", tmp_path / "p.test.yaml"
    pack_file.write_text(
        'spec: 1\npack: p\nversion: "1"\ntitle: {ru: П, en: P}\nrules:\n'
        "  - {rule: r, title: {ru: П, en: P}, select: measures, require: {stated: due}}\n",
        encoding="utf-8",
    )
    tests.write_text(
        f"spec: 1\npack: p\ncases:\n  - rule: r\n    expect: pass\n    act:\n      measures:\n{row}\n",
        encoding="utf-8",
    )
    call = rsnms("check", "--test-packs", "--pack", str(pack_file))
    assert call.code == 1
    assert "p.test.yaml:8:11" in call.out
    assert "row" in call.out
    assert f"p.test.yaml:8:{row.index('2026') + 1}" in call.out
    assert "«due»" in call.out


def test_a_case_with_a_faulty_act_tries_nothing(tmp_path: Path) -> None:
    source = ROOT / "examples" / "packs" / "audit.yaml"
    (tmp_path / "audit.yaml").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    text = source.with_name("audit.test.yaml").read_text(encoding="utf-8").replace("concepts:", "concept:")
    (tmp_path / "audit.test.yaml").write_text(text, encoding="utf-8")
    call = rsnms("check", "--test-packs", "--pack", str(tmp_path / "audit.yaml"))
    assert call.code == 1
    assert "share-of-teachers-60" in call.out  # its only failing case had a made-up act


@pytest.mark.parametrize("words", [["реестр", "методист"], ["маршрут"], ["mentoring"], ["cnppm"]])
def test_concepts_are_found_by_everyday_words(words: list[str]) -> None:
    found_ = rsnms("concepts", *words, "--format", "json").json()
    assert found_["concepts"] or found_["roles"]
    assert len(rsnms("concepts", "--format", "json").json()["concepts"]) > 250


def test_words_that_nothing_has_are_told() -> None:
    call = rsnms("concepts", "квадратура")
    assert call.code == 0
    assert call.out == ""
    assert "квадратура" not in call.err
    assert call.err


def test_numbers_of_an_indicator_rise(tmp_path: Path) -> None:
    rule: dict[str, Any] = {"select": "targets", "require": {"rising": "at_least"}}
    text = "indicators: [{id: i, concepts: [teachers.with-iom], name: Доля, unit: percent, targets: [%s]}]\n"
    falling = "{at_least: 40, period: 2023}, {at_least: 35, period: 2024}"
    assert found(text % falling, **rule) == ["pass", "fail"]
    assert found(text % "{at_least: 40, period: 2023}, {at_least: 40, period: 2024}", **rule) == ["pass", "pass"]
    assert found(text % "{at_least: 40, period: 2023}, {at_most: 35, period: 2024}", **rule) == ["pass", "unknown"]
    assert set(found(text % "{at_least: 40, period: 2023}, {at_least: 30, undated: true}", **rule)) == {"unknown"}
    assert refused(select="targets", require={"rising": "name"}) == ["unknown-key"]


def test_with_whom_in_which_way_is_one_interaction() -> None:
    text = (
        "subjects:\n  - {id: centre, roles: [cnppm], level: regional, name: Центр}\n"
        "  - {id: institute, roles: [institute], level: regional, name: Институт}\n"
        "  - id: service\n    roles: [methodical-service]\n    level: municipal\n    name: Служба\n    functions:\n"
        "      - id: f\n        does: Передаёт\n"
        "        interacts: [{how: sends, to: [institute]}, {how: cooperates, with: [centre]}]\n"
    )
    assert found(text, select="functions", require={"interacts.sends": "cnppm"}) == ["fail"]
    assert found(text, select="functions", require={"interacts.cooperates": "cnppm"}) == ["pass"]


def test_the_mechanisms_of_directions_are_looked_at() -> None:
    names = [one.element for one in verdicts(rr.load("novosibirsk"), select="mechanisms", require={"stated": "name"})]
    assert any(".directions." in f".{name.partition(':')[2]}" for name in names)


def test_a_date_in_words_says_neither_how_often_nor_that_there_is_no_last_day() -> None:
    row = CENTRE + ROW % "due: {text: в течение года}, responsible: [centre]"
    assert found(row, select="measures", forbid={"due.open": True}) == ["unknown"]
    assert found(row, select="measures", require={"due.every": "year"}) == ["unknown"]


def test_at_most_so_many_of_nothing_is_reported() -> None:
    assert found("", select="measures", count={"at_most": 5}) == ["empty"]
    assert found("", select="measures", count={"none": True}) == ["pass"]


def test_explain_names_the_tier_and_takes_several_acts() -> None:
    path = str(ROOT / "examples" / "packs" / "audit.yaml")
    call = rsnms("--lang", "en", "explain", "audit/cnppm-routes", "pestyaki", "--pack", path, "--no-config")
    assert call.code == 2
    assert "one tier only" in call.err
    call = rsnms("explain", "audit/cnppm-routes", "ivanovo", "orenburg", "--pack", path, "--no-config")
    assert call.code == 0
    assert "ivanovo" in call.out
