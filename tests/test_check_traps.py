"""What somebody who tried to break `rsnms check` found: none of it may pass for a clean run."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from rsnms_rules.cli import main
from tests.command import rsnms
from tests.conftest import ROOT

HEAD = "regulation,indicator,period,value\n"
DAY = ("--as-of", "2026-02-01")


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = tmp_path / "region"
    shutil.copytree(ROOT / "examples" / "region", copy)
    monkeypatch.chdir(copy)
    monkeypatch.delenv("RSNMS_SOURCES", raising=False)
    return copy


def test_a_large_table_is_read_to_its_end(region: Path) -> None:
    rows = "zarechye,indicator-2,2025,131\n" + "ivanovo,with-iom,2022,5\n" * 400_000
    (region / "big.csv").write_text(HEAD + rows + "zarechye,indicator-1,2025,1\n", encoding="utf-8")
    outcome = rsnms("check", "--observations", "big.csv", *DAY, "--select", "target-missed")
    assert outcome.code == 1


def test_a_broken_regulation_cannot_be_accepted(region: Path) -> None:
    (region / "waivers.yaml").write_text(
        "spec: 1\nregulation: zarechye\nwaivers:\n"
        "  - {rule: unknown-word, element: act, reason: р, approved_by: н, expires: 2030-01-01}\n",
        encoding="utf-8",
    )
    assert rsnms("check", *DAY).code == 3


class _Gone(io.StringIO):
    def write(self, _: str) -> int:
        raise BrokenPipeError


class _Full(io.StringIO):
    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


def test_a_reader_that_has_gone_does_not_make_it_a_pass(region: Path) -> None:
    call = ["check", *DAY, "--fail-on", "warning"]
    assert main(call, io.StringIO(), _Gone(), io.StringIO()) == 1
    assert main(call, io.StringIO(), _Full(), io.StringIO()) == 2


def test_rules_that_lack_what_they_need_are_no_pass(region: Path) -> None:
    outcome = rsnms("check", "regulations", "--no-config", "--select", "target-missed,citation-lost")
    assert outcome.code == 2
    rsnms("check", "regulations", "--no-config", "--format", "junit=out.xml")
    text = (region / "out.xml").read_text(encoding="utf-8")
    assert 'name="target-missed"' not in text
    assert 'name="citation-lost"' not in text
    assert 'name="two-leaders"' in text


def test_waivers_are_added_to_a_file_without_touching_the_rest(region: Path) -> None:
    path = region / "waivers.yaml"
    before = path.read_text(encoding="utf-8")
    call = ("check", "regulations", "ivanovo", *DAY, "--write-waivers", "waivers.yaml", "--approved-by", "н")
    assert rsnms(*call).code == 0
    assert path.read_text(encoding="utf-8").startswith(before.rstrip("\n"))
    data = rsnms("check", "regulations", "ivanovo", *DAY, "--format", "json").json()
    assert not [one for one in data["findings"] if not one["waived"]]


@pytest.mark.parametrize(
    "more",
    [("--expires", "2020-01-01"), ("--format", "json"), ("--output", "x"), ("--waivers", "")],
    ids=lambda more: more[0],
)
def test_writing_waivers_refuses_what_it_cannot_do(region: Path, more: tuple[str, str]) -> None:
    assert rsnms("check", *DAY, "--write-waivers", "new.yaml", "--approved-by", "н", *more).code == 2
    assert not (region / "new.yaml").exists()


def test_the_last_day_of_time(region: Path) -> None:
    call = ("check", "--no-config", "regulations", "--as-of", "9999-12-31")
    assert rsnms(*call, "--write-waivers", "new.yaml", "--approved-by", "н").code == 0


def test_observations_in_two_files_are_one_table(region: Path) -> None:
    text = (region / "observations" / "2025.csv").read_text(encoding="utf-8").splitlines()
    for name, row in (("a.csv", text[1]), ("b, c.csv", text[2])):
        (region / name).write_text(f"{text[0]}\n{row}\n", encoding="utf-8")
    call = ("check", "--observations", "a.csv", "--observations", "b, c.csv", *DAY, "--format", "json")
    found = [one["element"] for one in rsnms(*call).json()["findings"] if one["rule"] == "target-without-data"]
    assert found == ["zarechye:indicators.indicator-3.targets.1"]
    (region / "b, c.csv").write_text(f"{text[0]}\n{text[2].replace('indicator-2', 'indicator-9')}\n", encoding="utf-8")
    rejected = [one for one in rsnms(*call).json()["findings"] if one["rule"] == "observation-rejected"]
    assert [(one["file"], one["line"]) for one in rejected] == [("b, c.csv", 2)]


def test_the_example_of_the_readme(region: Path) -> None:
    assert rsnms("explain", "one-sided-joint", "zarechye").code == 0


def test_a_file_that_is_named_twice_is_read_once(region: Path) -> None:
    once = rsnms("check", "regulations", *DAY, "--format", "json").json()
    twice = rsnms("check", "regulations", "regulations/zarechye.yaml", "./regulations", *DAY, "--format", "json").json()
    assert once == twice


def test_a_waiver_of_a_regulation_that_is_nowhere_is_unused(region: Path) -> None:
    path = region / "waivers.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("regulation: zarechye", "regulation: zarechey"), encoding="utf-8"
    )
    assert "[waiver-unused]" in rsnms("check", *DAY).out


def test_configured_outputs_find_their_folder(region: Path) -> None:
    with (region / "rsnms.toml").open("a", encoding="utf-8") as stream:
        stream.write('\n[outputs]\nsarif = "build/rsnms.sarif"\n')
    assert rsnms("check", *DAY).code == 0
    assert (region / "build" / "rsnms.sarif").is_file()


def test_paths_stay_relative_below_the_configuration(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(region / "texts")
    data = json.loads(rsnms("check", *DAY, "--format", "sarif").out)
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in data["runs"][0]["results"]}
    assert uris == {"../regulations/zarechye.yaml"}


def test_parts_of_an_earlier_run_are_removed(region: Path) -> None:
    for number in range(1, 5):
        (region / f"out-{number}.md").write_text("old", encoding="utf-8")
    rsnms("check", *DAY, "--format", "markdown=out.md", "--split")
    assert [path.name for path in sorted(region.glob("out-*.md"))] == ["out-1.md"]


@pytest.mark.parametrize(
    "args",
    [
        ("--format", "json=-", "--format", "text"),
        ("--format", "json=x", "--format", "sarif=./x"),
        ("--format", "json=-", "--split"),
        ("--select", ""),
        ("",),
    ],
)
def test_calls_that_say_two_things_or_nothing(region: Path, args: tuple[str, ...]) -> None:
    outcome = rsnms("check", *DAY, *args)
    assert outcome.code == 2
    assert outcome.out == ""


def test_a_table_that_is_none(region: Path) -> None:
    (region / "rsnms.toml").unlink()
    (region / "pyproject.toml").write_text("[tool]\nrsnms = 5\n", encoding="utf-8")
    assert rsnms("check", "regulations").code == 2
    (region / "pyproject.toml").write_text("a = " + "[" * 5000, encoding="utf-8")
    assert rsnms("check", "regulations").code == 2
