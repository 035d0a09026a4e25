"""What CI reads: every format is whole, escaped, and accepted by those who read it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml, Skipped
from markdown_it import MarkdownIt

import rsnms_rules as rr
from rsnms_rules.api.checking import EVERY_RULE
from rsnms_rules.checks.report import Ran, Report, fingerprints
from rsnms_rules.finding import Acceptance, Finding, Location
from rsnms_rules.i18n import message
from rsnms_rules.report import FORMATS, pages, renderer
from rsnms_rules.report.ci.markdown import LIMIT
from rsnms_rules.report.style import Style
from rsnms_rules.rule import Severity
from tests.command import rsnms
from tests.command import text as text_of
from tests.conftest import ROOT

STYLE = Style(width=80, colour=False)
MANY = 30_000
ACCEPTED = Acceptance("так | решили\n<b>", "нач. отдела", date(2030, 1, 1))


def sarif_schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "tests" / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    return found


def finding(number: int, text: str = "Находка", *, rule: str = "two-leaders", waived: bool = False) -> Finding:
    return Finding(
        rule=rule,
        severity=list(Severity)[number % 3],
        element=f"act{number % 7}:subjects.a{number}",
        location=Location(f"regulations/act{number % 7}.yaml", number // 7 + 1, number % 80 + 1),
        message=message("{text} {number}", text=text, number=number),
        remedy=message("Исправьте, пожалуйста: {number}", number=number),
        cite=("3.1 «ведёт … реестр»",),
        waived=ACCEPTED if waived else None,
    )


@cache
def large() -> Report:
    found = sorted(
        (finding(number, waived=number % 10 == 0) for number in range(MANY)),
        key=lambda one: (one.location.file, one.location.line),
    )
    return Report(
        tuple(found),
        EVERY_RULE,
        tuple(Ran(f"act{n}", f"regulations/act{n}.yaml", frozenset(EVERY_RULE)) for n in range(7)),
    )


def rendered(name: str, report: Report) -> str:
    return text_of(renderer("check", name)(report, STYLE))


def counted(name: str, text: str) -> int:
    """How many findings an output holds, counted by a reader of its own."""
    if name in {"json", "sarif"}:
        data = json.loads(text)
        return len(data["findings"] if name == "json" else data["runs"][0]["results"])
    if name == "gitlab":
        return len({entry["fingerprint"] for entry in json.loads(text)})
    if name == "junit":
        xml = JUnitXml.fromstring(text.encode())
        return sum(1 for suite in xml for case in suite if case.result or case.system_out)
    if name == "markdown":
        table = MarkdownIt("commonmark").enable("table")
        return sum(1 for token in table.parse(text) if token.type == "tr_open") - len(re.findall(r"^#### ", text, re.M))
    marks = {"github": r"^::(?:error|warning|notice) ", "text": r"^\S+\.yaml:\d+:\d+: "}
    return len(re.findall(marks[name], text, re.MULTILINE))


@pytest.mark.parametrize("name", FORMATS["check"])
def test_thirty_thousand_findings_come_through_whole(name: str) -> None:
    assert counted(name, rendered(name, large())) == MANY


@pytest.mark.parametrize("name", FORMATS["check"])
def test_parts_hold_every_finding_once(name: str) -> None:
    parts = [text_of(part) for part in pages("check", name)(large(), STYLE)]
    assert sum(counted(name, part) for part in parts) == MANY
    if name == "sarif":
        runs = [json.loads(part)["runs"][0] for part in parts]
        assert max(len(run["results"]) for run in runs) <= 5_000
        assert len({run["automationDetails"]["id"] for run in runs}) == len(parts) == 6
        assert max(len(part.encode()) for part in parts) < 10_000_000  # GitHub's limit holds even before gzip
    if name == "markdown":
        assert max(map(len, parts)) <= LIMIT < 65_536
        assert len(parts) > 1


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_sarif_is_valid(lang: str) -> None:
    outcome = rsnms("check", "--all", "--format", "sarif", "--lang", lang)
    data = json.loads(outcome.out)
    jsonschema.Draft4Validator(sarif_schema(), format_checker=jsonschema.FormatChecker()).validate(data)
    run = data["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert rules[result["ruleIndex"]]["help"]["text"]
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
    prints = [result["partialFingerprints"]["rsnms/1"] for result in run["results"]]
    assert len(set(prints)) == len(prints) > 100


def test_sarif_of_parts_and_of_accepted_findings_is_valid() -> None:
    validator = jsonschema.Draft4Validator(sarif_schema())
    small = replace(large(), findings=large().findings[:40])
    validator.validate(json.loads(rendered("sarif", small)))
    results = json.loads(rendered("sarif", small))["runs"][0]["results"]
    assert sum("suppressions" in result for result in results) == len(small.waived) > 0


def test_junit_says_what_failed_what_passed_and_what_is_accepted() -> None:
    found = (finding(0), finding(1), replace(finding(3), waived=ACCEPTED))  # an error, a warning, an accepted error
    report = Report(found, {"two-leaders": EVERY_RULE["two-leaders"], "term-unused": EVERY_RULE["term-unused"]}, ())
    xml = JUnitXml.fromstring(rendered("junit", report).encode())
    assert (xml.tests, xml.failures, xml.skipped, xml.errors) == (3, 1, 1, 0)
    skipped = [case for suite in xml for case in suite if any(isinstance(one, Skipped) for one in case.result)]
    assert "нач. отдела" in skipped[0].result[0].message
    clean = Report((), report.rules, (Ran("a", "a.yaml", frozenset(report.rules)),))
    assert JUnitXml.fromstring(rendered("junit", clean).encode()).tests == 2


def test_github_escapes_messages_and_properties() -> None:
    odd = replace(finding(0), message=message("100 %\r\nа, б: в"), location=Location("a,b:c%.yaml", 1, 2), remedy=None)
    line = rendered("github", Report((odd,), EVERY_RULE))
    assert line.startswith(
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=rsnms%3A two-leaders::100 %25%0D%0Aа, б: в"
    )
    assert line.count("\n") == 1


def test_gitlab_has_the_fields_that_it_reads() -> None:
    twins = Report((finding(1), finding(1)), EVERY_RULE)
    entries = json.loads(rendered("gitlab", twins))
    assert {entry["severity"] for entry in entries} <= {"info", "minor", "major", "critical", "blocker"}
    assert all(set(entry) == {"description", "check_name", "fingerprint", "severity", "location"} for entry in entries)
    assert len({entry["fingerprint"] for entry in entries}) == 2


@given(text=st.text(min_size=1), waived=st.booleans())
def test_no_format_breaks_on_any_text(text: str, waived: bool) -> None:
    odd = replace(finding(1, waived=waived), message=message("{text}", text=text), element=f"a:{text}")
    report = Report((odd, finding(2)), EVERY_RULE, (Ran("a", "regulations/a.yaml", frozenset()),))
    for name in FORMATS["check"]:
        assert counted(name, rendered(name, report)) == 2 or name == "text"  # a text may hold the mark of a line


@given(st.lists(st.integers(0, 5), max_size=30))
def test_fingerprints_are_unique_and_keep_their_order(numbers: list[int]) -> None:
    names = fingerprints([finding(number) for number in numbers])
    assert len(set(names)) == len(names) == len(numbers)


def test_several_outputs_at_once_and_parts(tmp_path: Path) -> None:
    sarif, junit = tmp_path / "out.sarif", tmp_path / "out.xml"
    call = ("check", "pestyaki", "--format", "text", "--format", f"sarif={sarif}", "--format", f"junit={junit}")
    outcome = rsnms(*call)
    assert outcome.code == 0
    assert "pestyaki.yaml" in outcome.out
    assert counted("sarif", sarif.read_text(encoding="utf-8")) == counted("text", outcome.out)
    assert JUnitXml.fromfile(str(junit)).failures == 0
    rsnms(*call, "--split")
    assert (tmp_path / "out-1.sarif").is_file()
    assert (tmp_path / "out-1.xml").is_file()


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--format", "sarf"), "sarif"),
        (("--format", "sarif="), "NAME=FILE"),
        (("--format", "text", "--format", "json"), "--format NAME=FILE"),
        (("--split",), "--split"),
        (("--format", "sarif=/nowhere/at/all.sarif"), "/nowhere"),
    ],
)
def test_wrong_outputs(args: tuple[str, ...], says: str) -> None:
    outcome = rsnms("check", "pestyaki", *args)
    assert outcome.code == 2
    assert says in outcome.err


def test_the_report_in_python() -> None:
    report = rr.check(["pestyaki"])
    assert not report.failed
    assert {one.severity for one in report.findings} == {Severity.WARNING, Severity.NOTE}
    assert [one.id for one in report.ran] == ["pestyaki"]
    assert [one.id for one in rr.check().ran] == sorted(rr.load_corpus(), key=lambda name: (name == "pestyaki", name))
