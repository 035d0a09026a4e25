"""The pages are true: their links lead somewhere, their examples run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from rsnms_rules.model.citation import PARTS
from rsnms_rules.source.act.resolve import Status
from tests.command import rsnms
from tests.conftest import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_python_example_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)
    assert "reg" in names


@pytest.mark.parametrize("page", ["README.md", "README.ru.md"])
def test_the_commands_of_the_readme_run(page: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    lines = re.findall(r"^rsnms (.*?)(?:  #.*)?$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(lines) >= 5
    for line in lines:
        if "my-region" in line or "мой-регион" in line or "TEXT" in line or "ТЕКСТ" in line:
            continue
        words = [word.replace("ivanovo.graphml", str(tmp_path / "x.graphml")) for word in shlex.split(line)]
        outcome = rsnms(*words)
        assert outcome.code in {0, 1}, (line, outcome.err)


@pytest.mark.parametrize("page", ["docs/asking.md", "docs/asking.ru.md"])
def test_the_questions_of_the_page_get_the_answers_that_stand_there(page: str) -> None:
    rows = re.findall(
        r"^\| `(.+?)` \| «(.+?)» \| (\w+) \| (.+?) \|$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(rows) >= 10
    for regulation, question, kind, words in rows:
        answer = rsnms(
            "ask", *(["--all"] if regulation == "--all" else [regulation]), question, "--format", "json"
        ).json()
        assert answer["kind"] == kind, question
        assert words in answer["text"] or (words == "—" and answer["unknown"]), (question, answer["text"])


@pytest.mark.parametrize("page", ["docs/citations.md", "docs/citations.ru.md"])
def test_the_page_on_citations_names_every_part_and_status(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert all(part in text for part in PARTS)
    assert all(f"`{status.value}`" in text for status in Status)


def test_decisions_are_listed_and_at_most_a_page() -> None:
    index = (ROOT / "docs/adr/README.md").read_text(encoding="utf-8")
    for path in (ROOT / "docs/adr").glob("0*.md"):
        assert path.name in index
        assert path.read_text(encoding="utf-8").count("\n") <= 60
