"""What all tests share: the acts' texts, the language, and the switch that turns skips into failures."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from rsnms_rules.i18n import speaking

ROOT = Path(__file__).resolve().parents[1]
NO_SKIP = os.environ.get("RSNMS_NO_SKIP") == "1"

settings.register_profile("rsnms", deadline=None, print_blob=True, derandomize=True, max_examples=60)
settings.load_profile("rsnms")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one way to rewrite golden files."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With RSNMS_NO_SKIP=1 a skipped test has failed: CI has everything that tests can use."""
    report = yield
    if NO_SKIP and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and RSNMS_NO_SKIP=1 forbids it: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test starts in Russian, with no variables of ours set and a page of 80 columns."""
    for name in ("RSNMS_LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    with speaking("ru"):
        yield


def sources() -> Path:
    """The folder of the acts' texts, whether or not it exists."""
    return Path(os.environ.get("RSNMS_SOURCES") or ROOT.parent / "shared" / "sources")


@pytest.fixture(scope="session")
def act_texts() -> Path:
    """The folder of the acts' texts; skips where it is absent."""
    folder = sources()
    if not folder.is_dir():
        pytest.skip(f"the texts of the acts are not at hand: no folder {folder} (set RSNMS_SOURCES)")
    return folder
