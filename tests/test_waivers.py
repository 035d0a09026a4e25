"""Waivers: counted and shown, never hidden; expired and unused ones are findings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import rsnms_rules as rr
from tests.command import rsnms
from tests.test_schemas import validated

FILE = """
spec: 1
waivers:
  - rule: indicator-without-target
    element: pestyaki:indicators.young-teachers
    reason: цель поставят в новой редакции
    approved_by: начальник отдела
    expires: 2027-03-31
"""
DAY = date(2026, 11, 24)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "waivers.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def rules(report: rr.Report) -> list[tuple[str, str, int]]:
    return [
        (one.rule, one.element, one.location.line)
        for one in report.findings
        if one.location.file.endswith("waivers.yaml")
    ]


def test_an_accepted_finding_is_marked_and_counted(file: Path) -> None:
    before, after = rr.check(["pestyaki"]), rr.check(["pestyaki"], waivers=[file], as_of=DAY)
    assert len(before.findings) == len(after.findings)
    assert [(one.rule, one.element) for one in after.waived] == [
        ("indicator-without-target", "pestyaki:indicators.young-teachers")
    ]
    assert after.waived[0].waived is not None
    assert after.waived[0].waived.approved_by == "начальник отдела"
    assert sum(after.counts.values()) == len(before.findings) - 1


def test_an_accepted_finding_does_not_fail_but_is_shown(file: Path) -> None:
    strict = (
        "check",
        "pestyaki",
        "--select",
        "indicator-without-target",
        "--fail-on",
        "warning",
        "--as-of",
        "2026-11-24",
    )
    assert rsnms(*strict, "--waivers", str(file)).code == 1  # the other indicator
    text = file.read_text(encoding="utf-8")
    twin = text[text.index("  - rule") :].replace("young-teachers", "management-teams")
    file.write_text(text + twin, encoding="utf-8")
    outcome = rsnms(*strict, "--waivers", str(file))
    assert outcome.code == 0
    assert outcome.out.count("начальник отдела") == 2
    data = rsnms(*strict, "--waivers", str(file), "--format", "json").json()
    assert data["counts"] == {"error": 0, "warning": 0, "note": 0, "waived": 2}
    assert all(entry["waived"] for entry in data["findings"])


def test_a_waiver_holds_through_its_last_day(file: Path) -> None:
    assert rules(rr.check(["pestyaki"], waivers=[file], as_of=date(2027, 3, 31))) == []
    late = rr.check(["pestyaki"], waivers=[file], as_of=date(2027, 4, 1))
    assert late.waived == ()
    assert rules(late) == [("waiver-expired", "pestyaki:indicators.young-teachers", 8)]


def test_a_waiver_that_accepts_nothing_is_a_finding(file: Path) -> None:
    file.write_text(FILE.replace("young-teachers", "young-teacher"), encoding="utf-8")
    assert rules(rr.check(["pestyaki"], waivers=[file], as_of=DAY)) == [
        ("waiver-unused", "pestyaki:indicators.young-teacher", 4)
    ]


def test_a_waiver_is_not_called_unused_where_its_rule_did_not_run(file: Path) -> None:
    assert rules(rr.check(["ivanovo"], waivers=[file], as_of=DAY)) == []
    file.write_text(FILE.replace("indicator-without-target", "term-unused"), encoding="utf-8")
    assert rules(rr.check(["pestyaki"], waivers=[file], as_of=DAY, sources=str(file.parent))) == []


def test_the_fingerprint_narrows_a_waiver(file: Path) -> None:
    fingerprint = next(
        one.fingerprint for one in rr.check(["pestyaki"]).findings if one.element.endswith("indicators.young-teachers")
    )
    file.write_text(FILE + f"    fingerprint: '{fingerprint}'\n", encoding="utf-8")
    assert len(rr.check(["pestyaki"], waivers=[file], as_of=DAY).waived) == 1
    file.write_text(FILE + "    fingerprint: '0000'\n", encoding="utf-8")
    assert rr.check(["pestyaki"], waivers=[file], as_of=DAY).waived == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("    expires: 2027-03-31\n", "", "expires"),
        ("    reason: цель поставят в новой редакции\n", "", "reason"),
        ("    approved_by: начальник отдела\n", "", "approved_by"),
        ("2027-03-31", "2027-02-31", "8:14"),
        ("indicator-without-target", "indicator-without-targt", "indicator-without-target"),
        ("element: pestyaki:", "element: ", "regulation: ID"),
        ("reason:", "raeson:", "reason"),
        ("spec: 1", "spec: 2", "2:7"),
    ],
)
def test_a_broken_file_of_waivers_is_refused(file: Path, old: str, new: str, says: str) -> None:
    file.write_text(FILE.replace(old, new), encoding="utf-8")
    outcome = rsnms("check", "pestyaki", "--waivers", str(file))
    assert outcome.code == 3
    assert says in outcome.err
    assert outcome.out == ""


def test_waivers_are_written_for_a_start(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "start.yaml"
    call = ("check", "pestyaki", "--as-of", "2026-11-24", "--waivers", str(file))
    outcome = rsnms(*call, "--write-waivers", str(path), "--approved-by", "отдел: образования")
    assert outcome.code == 0
    assert "2027-02-22" in path.read_text(encoding="utf-8")  # ninety days on
    validated("waivers", path)
    both = rr.check(["pestyaki"], waivers=[file, path], as_of=DAY)
    assert both.open == ()
    assert len(both.waived) == len(rr.check(["pestyaki"]).findings)
    again = rsnms(*call, "--write-waivers", str(path), "--approved-by", "кто-то")
    assert again.code == 0
    assert path.read_text(encoding="utf-8").count("- rule:") == len(both.waived) - 1


def test_writing_waivers_needs_a_name(tmp_path: Path) -> None:
    outcome = rsnms("check", "pestyaki", "--write-waivers", str(tmp_path / "w.yaml"))
    assert outcome.code == 2
    assert "--approved-by" in outcome.err
    assert not (tmp_path / "w.yaml").exists()
