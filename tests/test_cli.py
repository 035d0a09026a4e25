"""The command line: exit codes, two languages, where output goes, what a wrong call is told."""

from __future__ import annotations

import io
import json
import os
import shutil
import stat
from pathlib import Path

import pytest

import rsnms_rules as rr
from rsnms_rules.cli import main
from rsnms_rules.cli.commands import COMMANDS
from tests.command import rsnms
from tests.conftest import ROOT

IVANOVO = str(ROOT / "regulations/ivanovo.yaml")
OBSERVATIONS = str(ROOT / "examples/observations.csv")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_help_of_every_command(name: str, lang: str) -> None:
    outcome = rsnms(name, "--help", "--lang", lang)
    assert (outcome.code, outcome.err) == (0, "")
    assert f"rsnms {name}" in outcome.out
    assert "--format" in outcome.out or name == "completion"  # a script for a shell has one form
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert ("no legal advice" if lang == "en" else "юридической консультаци") in " ".join(outcome.out.split())


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_help_of_all_names_every_command(lang: str) -> None:
    outcome = rsnms("--help", "--lang", lang)
    assert outcome.code == 0
    assert all(f"\n  {name}" in outcome.out for name in COMMANDS)
    assert rsnms("--lang", lang).out == outcome.out


def test_language_by_variable_and_option(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "использование" in rsnms("who", "--help").out
    monkeypatch.setenv("RSNMS_LANG", "en")
    assert "usage" in rsnms("who", "--help").out
    assert "использование" in rsnms("--lang=ru", "who", "--help").out
    assert rsnms("--lang", "de").code == 2
    monkeypatch.setenv("RSNMS_LANG", "xx")
    assert rsnms("--version").code == 2


WRONG = {
    "no such command": (["whoo", "ivanovo"], "Did you mean «who»?"),
    "no such option": (["who", "ivanovo", "x", "--concpet", "y"], "Did you mean «--concept»?"),
    "no such id": (["who", "ivanowo", "реестр"], "Did you mean «ivanovo»?"),
    "no such file": (["who", "nowhere.yaml", "реестр"], "There is no file nowhere.yaml"),
    "a folder": (["who", str(ROOT / "tests"), "реестр"], "is a folder; name a file"),
    "an empty folder": (["validate", str(ROOT / "docs")], "is a folder without regulation files"),
    "no such format": (["who", "ivanovo", "x", "--format", "xml"], "invalid choice: 'xml'"),
    "no id": (["who"], "an ID is missing"),
    "no words": (["who", "ivanovo"], "name a function in words"),
    "words and concept": (
        ["who", "ivanovo", "реестр", "--concept", "passport.keep"],
        "name a function in words",
    ),
    "no such concept": (["who", "ivanovo", "--concept", "pasport.keep"], "Did you mean «passport.keep»?"),
    "no such subject": (["functions", "ivanovo", "cnpm"], "Did you mean «cnppm»?"),
    "no such role": (["functions", "ivanovo", "--role", "cnpm"], "Did you mean «cnppm»?"),
    "no such level": (["functions", "ivanovo", "--level", "country"], "invalid choice: 'country'"),
    "one body": (["channels", "ivanovo", "mms"], "name two bodies"),
    "no text": (["verify", "ivanovo"], "There is no text of ivanovo"),
    "no such element": (
        ["verify", "ivanovo", IVANOVO, "--show", "subjects.cnpm"],
        "Did you mean «subjects.cnppm»?",
    ),
    "a bad day": (["assess", "ivanovo", OBSERVATIONS, "--as-of", "31.12.2022"], "is no day"),
    "no observations": (["assess", "ivanovo"], "name one file of observations"),
    "no observations file": (["assess", "ivanovo", "nowhere.csv"], "There is no file nowhere.csv"),
    "nothing to validate": (["validate"], "name files, or use --all"),
    "no such schema": (["schema", "whoo"], "invalid choice"),
    "no such sources": (["who", "ivanovo", "реестр", "--sources", "nowhere"], "is no folder of texts"),
    "an output that cannot be": (["schema", "--output", "nowhere/x.json"], "cannot be written"),
    "an output that is a folder": (["schema", "--output", str(ROOT)], "cannot be written"),
    "an empty name": (["who", "", "x"], "There is no regulation"),
    "a zero byte": (["who", "a\0b", "x"], "There is no regulation"),
}


@pytest.mark.parametrize(("arguments", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_calls(arguments: list[str], says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RSNMS_SOURCES", raising=False)
    outcome = rsnms(*arguments, "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert says in outcome.err
    russian = rsnms(*arguments)
    assert russian.code == 2
    assert russian.err != outcome.err


def test_invalid_regulation_is_a_finding_of_validate_and_an_invalid_input_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("spec: 1\nid: bad\n", encoding="utf-8")
    assert rsnms("validate", str(path)).code == 1
    for arguments in (
        ["who", "x"],
        ["functions"],
        ["channels"],
        ["export"],
        ["graph"],
        ["assess", OBSERVATIONS],
    ):
        outcome = rsnms(arguments[0], str(path), *arguments[1:])
        assert (outcome.code, outcome.out) == (3, "")
        assert "bad.yaml:1:1" in outcome.err


def test_refused_observations_are_invalid_input(tmp_path: Path) -> None:
    path = tmp_path / "obs.csv"
    path.write_text("indicator,value\na,1\n", encoding="utf-8")
    outcome = rsnms("assess", "ivanovo", str(path), "--as-of", "2022-12-31")
    assert (outcome.code, outcome.out) == (3, "")
    assert "period" in outcome.err


def test_text_that_cannot_be_used_is_invalid_input(tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_bytes("Текст".encode("cp1251"))
    assert rsnms("verify", "ivanovo", str(path)).code == 3
    path.write_text("\n", encoding="utf-8")
    assert rsnms("verify", "ivanovo", str(path)).code == 3


def test_validate_takes_folders_and_all_with_the_catalogue(tmp_path: Path) -> None:
    assert rsnms("validate", "--all").code == 0
    (tmp_path / "catalogue.yaml").write_text("spec: 1\nroles: {}\n", encoding="utf-8")
    outcome = rsnms("validate", str(tmp_path))
    assert outcome.code == 1
    assert "catalogue.yaml:2:8" in outcome.out
    shutil.copy(IVANOVO, tmp_path / "own.yaml")
    beside = rsnms("validate", str(tmp_path / "own.yaml"))
    assert (beside.code, "catalogue.yaml:2:8" in beside.out) == (1, True)
    (tmp_path / "catalogue.yaml").write_text(
        "spec: 1\nconcepts: [{id: own.duty, kind: function, label: {ru: Своё, en: Own}, is: {ru: Своё, en: Own}}]\n",
        encoding="utf-8",
    )
    assert rsnms("validate", str(tmp_path)).code == 0
    assert rsnms("who", str(tmp_path / "own.yaml"), "--concept", "own.duty").code == 0


def test_a_fault_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str, **_: object) -> None:
        raise ZeroDivisionError("nought")

    monkeypatch.setattr("rsnms_rules.cli.options.load", broken)
    outcome = rsnms("who", "ivanovo", "x")
    assert (outcome.code, outcome.out) == (4, "")
    assert outcome.err.count("\n") == 1
    assert "ZeroDivisionError: nought" in outcome.err
    with pytest.raises(ZeroDivisionError):
        rsnms("--debug", "who", "ivanovo", "x")


def test_output_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "who.json"
    printed = rsnms("who", "ivanovo", "реестр", "--format", "json").out
    assert rsnms("who", "ivanovo", "реестр", "--format", "json", "--output", str(path)).out == ""
    assert path.read_text(encoding="utf-8") == printed
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask
    assert [item.name for item in tmp_path.iterdir()] == ["who.json"]


def test_standard_input() -> None:
    data = Path(IVANOVO).read_bytes()
    assert rsnms("validate", "-", stdin=data).code == 0
    assert rsnms("who", "-", "реестр", stdin=data).out == rsnms("who", "ivanovo", "реестр").out
    observations = Path(OBSERVATIONS).read_bytes()
    day = ["--as-of", "2022-12-31"]
    assert (
        rsnms("assess", "ivanovo", "-", *day, stdin=observations).out
        == rsnms("assess", "ivanovo", OBSERVATIONS, *day).out
    )
    assert rsnms("who", "-", "x", stdin=b"\xff\xfea").code == 3


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_only_on_a_terminal_and_not_with_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    def shown() -> str:
        out = Terminal()
        assert main(["who", "ivanovo", "реестр"], io.StringIO(), out, io.StringIO()) == 0
        return out.getvalue()

    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in shown()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in shown()
    assert "\x1b[" not in rsnms("who", "ivanovo", "реестр").out


@pytest.mark.parametrize("columns", ["40", "80", "132"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["who", "ivanovo", "паспорт"],
        ["functions", "ivanovo"],
        ["channels", "ivanovo"],
        ["assess", "ivanovo", OBSERVATIONS, "--as-of", "2022-12-31"],
        ["graph", "ivanovo"],
        ["schema", "--format", "text"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_text_fits_the_page(arguments: list[str], columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = rsnms(*arguments).out.splitlines()
    assert lines
    assert max(map(len, lines)) <= int(columns)


def test_same_call_same_bytes() -> None:
    for arguments in (
        ["export", "ivanovo"],
        ["graph", "ivanovo", "--format", "graphml"],
        ["functions", "--all"],
    ):
        assert rsnms(*arguments).out == rsnms(*arguments).out


def test_all_takes_the_place_of_an_id() -> None:
    one = rsnms("who", "ivanovo", "паспорт", "--format", "json").json()
    every = rsnms("who", "паспорт", "--all", "--format", "json").json()
    assert [d["element"] for d in one["leaders"]] == [
        d["element"] for d in every["leaders"] if d["regulation"] == "ivanovo"
    ]


def test_exported_yaml_is_the_regulation() -> None:
    assert rr.loads(rsnms("export", "ivanovo", "--format", "text").out) == rr.load("ivanovo")


def test_export_has_places_and_full_citations() -> None:
    data = rsnms("export", "ivanovo").json()
    lines = Path(IVANOVO).read_text(encoding="utf-8").splitlines()
    for subject in data["subjects"]:
        assert subject["path"] == f"ivanovo:subjects.{subject['id']}"
        assert f"id: {subject['id']}" in lines[subject["line"] - 1]
        for function in subject["functions"]:
            assert function["mode"] in {"leads", "participates"}
            assert all(cite[0] != "«" for cite in function["cite"])
    assert json.dumps(data).count('"path"') > 100


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_long_work_shows_a_bar_in_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    text = (ROOT / "regulations" / "ivanovo" / "pestyaki.yaml").read_text(encoding="utf-8")
    for number in range(25):
        (tmp_path / f"act{number}.yaml").write_text(
            text.replace("id: pestyaki", f"id: act{number}", 1), encoding="utf-8"
        )
    call = ["check", str(tmp_path), "--no-config", "--format", f"json={tmp_path / 'out.json'}"]
    terminal, quiet = _Terminal(), io.StringIO()
    assert main(call, io.StringIO(), io.StringIO(), terminal) == 0
    assert "/25 [" in terminal.getvalue()
    assert main(call, io.StringIO(), io.StringIO(), quiet) == 0
    assert quiet.getvalue() == ""
