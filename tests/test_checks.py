"""The built-in rules: every page runs, every rule fires and is silent, every case says path, line, column, message."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
import yaml

import rsnms_rules as rr
from rsnms_rules.api.checking import EVERY_RULE, INPUT_RULES, RULES, check_regulation
from rsnms_rules.checks import ALL_RULES, card
from rsnms_rules.i18n import speaking
from rsnms_rules.indicators.table import read_csv
from rsnms_rules.source.act.resolve import parse_act
from tests.command import rsnms
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
from rules import pages

HEAD = "spec: 1\nid: tiny\ntier: regional\nterritory: {name: Т}\n"
ACT = "act: {kind: order}\n"
DAY = date(2024, 12, 31)
CASES = ROOT / "tests" / "cases" / "checks"
FOLDER = ROOT / "src" / "rsnms_rules" / "checks"

Found = list[dict[str, str | int]]


def run(slug: str, excerpt: str, text: str | None = None, table: str | None = None) -> Found:
    """What one rule finds in an excerpt of a file, in the order of the file."""
    source = HEAD + ("" if re.search(r"^act:", excerpt, re.MULTILINE) else ACT) + excerpt
    regulation = rr.loads(source, file="tiny.yaml")
    found = check_regulation(
        regulation,
        text=parse_act(text) if text else None,
        observations=[read_csv(table, "tiny.csv")] if table else [],
        as_of=DAY,
    )
    with speaking("en"):
        return [
            {"element": f.element, "line": f.location.line, "column": f.location.column, "message": str(f.message)}
            for f in found
            if f.rule == slug
        ]


def examples(module: ModuleType, heading: str) -> tuple[str, str | None, str | None]:
    """The file and, where there are, the act's text and the observations below a heading of a rule's page."""
    page = module.__doc__ or ""
    part = page.split(f"**{heading}**", 1)[1].split("\n**", 1)[0]
    blocks = dict(re.findall(r"```(yaml|text|csv)\n(.*?)```", part, re.DOTALL))
    return blocks["yaml"], blocks.get("text"), blocks.get("csv")


@pytest.mark.parametrize("module", ALL_RULES, ids=lambda module: card(module).slug)
def test_the_examples_of_a_page(module: ModuleType) -> None:
    slug = card(module).slug
    assert run(slug, *examples(module, "Fails")), "the example under Fails does not fire"
    assert run(slug, *examples(module, "Passes")) == []


@pytest.mark.parametrize("module", ALL_RULES, ids=lambda module: card(module).slug)
def test_a_page_has_all_its_parts(module: ModuleType) -> None:
    page = module.__doc__ or ""
    parts = [page.index(f"**{part}") for part in ("Why.", "Condition.", "Fails", "Passes", "Remedy.", "Authority.")]
    assert parts == sorted(parts)
    assert page.splitlines()[0] == card(module).sentence


@pytest.mark.parametrize("module", ALL_RULES, ids=lambda module: card(module).slug)
def test_cases(module: ModuleType, request: pytest.FixtureRequest) -> None:
    """`tests/cases/checks/<slug>.yaml`: a list of files with the findings that are expected in English."""
    slug = card(module).slug
    path = CASES / f"{slug}.yaml"
    cases = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    if request.config.getoption("--rewrite-golden"):
        cases = cases or [dict(zip(("file", "text", "csv"), examples(module, "Fails"), strict=True))]
        for case in cases:
            case["finds"] = run(slug, case["file"], case.get("text"), case.get("csv"))
        path.write_text(_written(cases), encoding="utf-8")
    assert cases, f"{path} has no cases"
    assert any(case["finds"] for case in cases)
    for case in cases:
        assert run(slug, case["file"], case.get("text"), case.get("csv")) == case["finds"]


def _written(cases: list[dict[str, object]]) -> str:
    kept = [{key: value for key, value in case.items() if value is not None} for case in cases]
    return str(yaml.dump(kept, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110))


class _Dumper(yaml.SafeDumper):
    pass


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def test_every_module_is_registered_once_and_in_order() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py")} - {"__init__", "base", "page", "report"}
    assert {module.__name__.rpartition(".")[2] for module in ALL_RULES} == modules
    slugs = [card(module).slug for module in ALL_RULES]
    assert slugs == sorted(slugs) == list(RULES)
    assert all(
        slug == module.__name__.rpartition(".")[2].replace("_", "-")
        for slug, module in zip(slugs, ALL_RULES, strict=True)
    )


def test_cases_belong_to_rules() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == set(RULES)


@pytest.mark.parametrize("name", sorted(rr.load_corpus()))
def test_the_findings_of_the_acts_are_golden(name: str, act_texts: Path, request: pytest.FixtureRequest) -> None:
    """Each of them was read against the act: docs/review/findings.md."""
    regulation = rr.load(name)
    with speaking("ru"):
        found = check_regulation(regulation, text=rr.read_act(act_texts / f"{name}.txt"))
        lines = "".join(
            f"{one.fingerprint} {one.severity} [{one.rule}] {one.element}: {one.message}\n" for one in found
        )
    golden = ROOT / "tests" / "golden" / "findings" / f"{name}.txt"
    if request.config.getoption("--rewrite-golden"):
        golden.write_text(lines, encoding="utf-8")
    assert lines == golden.read_text(encoding="utf-8")


def test_every_golden_finding_is_in_the_review() -> None:
    golden = [
        line.split(" ", 1)[0]
        for path in (ROOT / "tests" / "golden" / "findings").glob("*.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    page = (ROOT / "docs" / "review" / "findings.md").read_text(encoding="utf-8")
    read = re.findall(r"^\| ([0-9a-f]{16}) \|.*\| (?:true|false as it was; mended: )", page, re.MULTILINE)
    assert sorted(read) == sorted(golden)


def test_the_pages_are_fresh() -> None:
    """Written by `python tools/rules.py`."""
    folder = ROOT / "docs" / "rules"
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert found == dict(pages())


def test_check_fails_at_the_severity_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_text(HEAD + ACT + examples(ALL_RULES[0], "Fails")[0] + "monitoring: {every: year}\n", encoding="utf-8")
    outcome = rsnms("check", str(path), "--format", "json")
    assert outcome.code == 0
    assert {finding["rule"] for finding in outcome.json()["findings"]} == {"monitoring-without-body"}
    assert rsnms("check", str(path), "--fail-on", "warning").code == 1
    assert rsnms("check", str(path), "--severity", "monitoring-without-body=error").code == 1
    assert rsnms("check", str(path), "--severity", "monitoring-without-body=off", "--fail-on", "note").code == 0
    path.write_text("spec: 2\n", encoding="utf-8")
    assert rsnms("check", str(path)).code == 1


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("ivanovo", "--all"),
        ("nowhere",),
        ("ivanovo", "--severity", "nothing=error"),
        ("ivanovo", "--severity", "two-leaders=loud"),
    ],
)
def test_wrong_calls_of_check(args: tuple[str, ...]) -> None:
    assert rsnms("check", *args).code == 2


def test_rules_are_listed_in_both_languages() -> None:
    listed = [entry["rule"] for entry in rsnms("rules", "--format", "json").json()["rules"]]
    assert listed == sorted(EVERY_RULE)
    assert {*RULES, *INPUT_RULES} < set(listed)
    russian, english = rsnms("rules").out, rsnms("--lang", "en", "rules").out
    assert all(slug in russian and slug in english for slug in RULES)
    assert russian != english
