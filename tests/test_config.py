"""`rsnms.toml` and `[tool.rsnms]`: what a repository checks; faults name file, line and the nearest key."""

from __future__ import annotations

from pathlib import Path

import pytest

from rsnms_rules.api.config import find_config
from rsnms_rules.rule import Severity
from tests.command import rsnms
from tests.conftest import ROOT

GOOD = """
paths = ["pestyaki"]
fail-on = "warning"
ignore = ["monitoring-without-body"]

[severity]
two-leaders = "error"
several-names = "off"

[outputs]
json = "out.json"
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_nearest_configuration_holds(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "rsnms.toml").write_text(GOOD, encoding="utf-8")
    below = here / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    found = find_config()
    assert found.paths == ("pestyaki",)
    assert found.fail_on is Severity.WARNING
    assert found.severities == {"two-leaders": Severity.ERROR, "several-names": None}


def test_check_follows_it_and_the_call_goes_first(here: Path) -> None:
    (here / "rsnms.toml").write_text(GOOD, encoding="utf-8")
    outcome = rsnms("check")
    assert outcome.code == 1
    assert "[two-leaders]" in outcome.out
    assert "[several-names]" not in outcome.out
    assert "[monitoring-without-body]" not in outcome.out
    assert (here / "out.json").is_file()
    assert rsnms("check", "--fail-on", "error", "--severity", "two-leaders=note").code == 0
    assert "[several-names]" in rsnms("check", "pestyaki", "--no-config").out


def test_a_table_in_pyproject_will_do(here: Path) -> None:
    (here / "pyproject.toml").write_text('[tool.other]\na = 1\n[tool.rsnms]\npaths = ["pestyaki"]\n', encoding="utf-8")
    assert find_config().paths == ("pestyaki",)
    (here / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert find_config().paths == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('path = ["a"]\n', ":1: Неизвестный ключ «path». Возможно, вы имели в виду «paths»?"),
        ('paths = "a"\n', ":1: В «paths» должен стоять список"),
        ("\nfail-on = 1\n", ":2: В «fail-on»"),
        ('fail-on = "eror"\n', "error, warning, note"),
        ('[severity]\ntwo-leaders = "loud"\n', ":2: В «two-leaders» стоит «loud»"),
        ('[severity]\ntwo-leader = "error"\n', "two-leaders"),
        ('select = ["nothing"]\n', "нет правила «nothing»"),
        ('[outputs]\nsarf = "a"\n', "sarif"),
        ("paths = [\n", "TOML"),
        ("outputs = 3\n", "[outputs]"),
    ],
)
def test_a_broken_configuration_is_a_wrong_call(here: Path, text: str, says: str) -> None:
    (here / "rsnms.toml").write_text(text, encoding="utf-8")
    outcome = rsnms("check", "pestyaki")
    assert outcome.code == 2
    assert says.casefold() in outcome.err.casefold()
    assert outcome.out == ""


@pytest.mark.parametrize(
    "args",
    [
        ("--config", "nowhere.toml"),
        ("--select", "two-leaders", "--ignore", "two-leaders"),
        ("--select", "two-leader"),
        ("--observations", "nowhere.csv"),
        ("--waivers", "nowhere.yaml"),
    ],
)
def test_a_selection_of_nothing_is_no_pass(here: Path, args: tuple[str, ...]) -> None:
    outcome = rsnms("check", "pestyaki", *args)
    assert outcome.code == 2
    assert outcome.err


def test_an_empty_folder_is_no_pass(here: Path) -> None:
    assert rsnms("check", str(here)).code == 2
    assert rsnms("check").code == 2


def test_observations_are_judged_as_of_a_day(here: Path) -> None:
    table = ROOT / "examples" / "observations.csv"
    call = ("check", "ivanovo", "--observations", str(table), "--as-of", "2022-12-31", "--format", "json")
    outcome = rsnms(*call)
    missed = [entry for entry in outcome.json()["findings"] if entry["rule"] == "target-missed"]
    assert outcome.code == 1
    told = {entry["element"]: entry["message"] for entry in missed}
    assert len(told) == 4
    assert "4,996" in told["ivanovo:indicators.with-iom.targets.2"]
    assert rsnms(*call[:5], "2020-12-31", "--format", "json").code == 0
    broken = here / "broken.csv"
    broken.write_text("regulation,indicator,period,value\nivanovo,diagnosd,2022,3\n", encoding="utf-8")
    found = rsnms("check", "ivanovo", "--observations", str(broken), "--as-of", "2022-12-31", "--format", "json")
    rejected = [entry for entry in found.json()["findings"] if entry["rule"] == "observation-rejected"]
    assert [(entry["file"], entry["line"]) for entry in rejected] == [(str(broken), 2)]
    assert found.code == 1
