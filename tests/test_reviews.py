"""The log of the differences that were read is about the differences of today."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

import rsnms_rules as rr
from rsnms_rules.api.bundled import bundled
from tests.conftest import ROOT

LOG = (ROOT / "docs" / "review" / "diffs.md").read_text(encoding="utf-8")
WHOLE = {("ivanovo", "krasnoyarsk"), ("krasnoyarsk", "novosibirsk"), ("ivanovo", "pestyaki")}


@pytest.mark.parametrize(("a", "b"), list(combinations(sorted(bundled()), 2)))
def test_the_log_of_differences_is_of_today(a: str, b: str) -> None:
    section = re.search(rf"^## {a} → {b}: .*?(?=^## |\Z)", LOG, re.MULTILINE | re.DOTALL)
    assert section is not None
    rows = re.findall(r"`([0-9a-f]{16})` \| (\w+)", section.group())
    logged = {fingerprint for fingerprint, _ in rows}
    known = {change.fingerprint for change in rr.diff(rr.load(a), rr.load(b)).changes}
    assert logged <= known
    assert logged == known if (a, b) in WHOLE else len(logged) == 40
    assert {verdict for _, verdict in rows} <= {"right", "clumsy", "wrong"}


@pytest.mark.parametrize("name", sorted(bundled()))
def test_the_log_of_outcomes_is_of_today(name: str) -> None:
    text = (ROOT / "docs" / "review" / "packs.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {name}$.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section is not None
    logged = re.findall(
        r"^\| `(\S+)` \| (\w+) \| `(\S+)` \| .+ \| (?:right|mended|clumsy)", section.group(), re.MULTILINE
    )
    golden = (ROOT / "tests" / "golden" / "packs" / f"{name}.txt").read_text(encoding="utf-8")
    assert [" ".join(row) for row in logged] == golden.splitlines()
