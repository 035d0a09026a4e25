"""Whole outputs as people see them; `pytest --rewrite-golden` writes them anew, to be read before a commit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import rsnms
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "text"
CALLS = {
    "help": ["--help"],
    "who": ["who", "ivanovo", "реестр работников методических служб"],
    "who-several": ["who", "ivanovo", "наставничество"],
    "who-nobody": ["who", "ivanovo", "строительство космодромов"],
    "ask": ["ask", "ivanovo", "Кто ведёт учёт сотрудников методслужб?"],
    "ask-maybe": ["ask", "ivanovo", "Кто назначает директоров школ?"],
    "ask-unknown": ["ask", "krasnoyarsk", "Какая доля педагогов должна пройти курсы в 2023 году?"],
    "ask-all": ["ask", "--all", "В каких регионах есть методактив?"],
    "functions": ["functions", "ivanovo", "ММС"],
    "channels": ["channels", "ivanovo", "ММС", "ЦНППМ"],
    "assess": ["assess", "ivanovo", "examples/observations.csv", "--as-of", "2022-12-31"],
    "graph": ["graph", "ivanovo"],
    "validate": ["validate", "tests/cases/read/faulty.yaml"],
}


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("name", CALLS)
def test_output_is_golden(name: str, lang: str, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("RSNMS_SOURCES", raising=False)
    outcome = rsnms(*CALLS[name], "--lang", lang)
    path = GOLDEN / f"{name}.{lang}.txt"
    if pytestconfig.getoption("--rewrite-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(outcome.out, encoding="utf-8")
    assert outcome.out == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    names = {f"{name}.{lang}.txt" for name in CALLS for lang in ("ru", "en")}
    assert {path.name for path in Path(GOLDEN).iterdir()} == names
