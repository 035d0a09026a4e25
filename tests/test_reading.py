"""Reading: each fault with its rule, its place and its words; hostile files end quickly and politely."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rsnms_rules as rr
from rsnms_rules.api.loading import bundled_catalogue
from rsnms_rules.i18n import speaking
from rsnms_rules.source import reader
from rsnms_rules.source.faults import READING_RULES
from rsnms_rules.source.file import read_catalogue, read_regulation
from rsnms_rules.source.reader import read
from tests.command import rsnms
from tests.conftest import ROOT

CASES: Any = read((ROOT / "tests/cases/read/reading.yaml").read_text(encoding="utf-8")).data
HEAD: str = CASES["head"]
VALID = (HEAD + "subjects: []\n").encode()


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["name"]))
def test_case(case: dict[str, Any]) -> None:
    found = read_regulation(HEAD + case["file"], "test.yaml", bundled_catalogue()).findings
    assert [(f.rule, f"{f.location.line}:{f.location.column}") for f in found] == [
        (wanted["rule"], wanted["at"]) for wanted in case["findings"]
    ]
    for finding, wanted in zip(found, case["findings"], strict=True):
        with speaking("en"):
            assert wanted.get("says", "") in str(finding)
        assert finding.severity.value == wanted.get("severity", "error")
        assert finding.element == wanted.get("element", finding.element)


def test_every_rule_has_a_case_that_fires() -> None:
    fired = {finding["rule"] for case in CASES["cases"] for finding in case["findings"]}
    elsewhere = {"byte-order-mark", "not-utf-8", "empty-file", "too-deep", "too-large", "renamed-concept"}
    assert fired | elsewhere == set(READING_RULES)


BYTES = {
    "empty": (b"", "empty-file", (1, 1)),
    "only a comment": ("# ничего\n".encode(), "empty-file", (1, 1)),
    "BOM": (b"\xef\xbb\xbf" + VALID, "byte-order-mark", (1, 1)),
    "UTF-16": (VALID.decode().encode("utf-16"), "not-utf-8", (1, 1)),
    "UTF-16 without BOM": (VALID.decode().encode("utf-16-le"), "not-utf-8", (1, 1)),
    "cp1251": (VALID.decode().encode("cp1251"), "not-utf-8", (4, 19)),
    "NUL": (VALID + b"\0", "control-character", (7, 1)),
    "control character": (VALID + b"# \x07", "control-character", (7, 3)),
    "brackets": (b"[" * 1_000_000, "too-deep", (1, 65)),
    "braces": (b"{a: " * 300_000, "too-deep", (1, 257)),
    "many keys": ("\n".join(f"k{i}: 1" for i in range(100_000)).encode(), "too-large", (2001, 1)),
    "many values": (b"subjects: [" + b"a," * 300_000 + b"a]", "too-large", (1, 400_008)),
    "brackets after Cyrillic": ("а: ".encode() + b"[" * 5000, "too-deep", (1, 67)),
    "long": (b"#" * 9_000_000, "too-large", (1, 1)),
    "a scalar": ("просто текст".encode(), "wrong-type", (1, 1)),
    "a list": (b"- a\n", "wrong-type", (1, 1)),
    "a long number": (VALID + b"x: " + b"9" * 5000, "bad-number", (7, 4)),
}


@pytest.mark.parametrize(("data", "rule", "place"), BYTES.values(), ids=BYTES.keys())
def test_bytes(data: bytes, rule: str, place: tuple[int, int], tmp_path: Path) -> None:
    findings = read_regulation(data, "test.yaml", bundled_catalogue()).findings
    assert (findings[0].rule, (findings[0].location.line, findings[0].location.column)) == (rule, place)
    path = tmp_path / "test.yaml"
    path.write_bytes(data)
    assert rsnms("validate", str(path)).code == 1
    assert rsnms("who", str(path), "реестр").code == 3


def test_alias_bomb_builds_nothing() -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    assert {f.rule for f in read(bomb).faults} == {"anchor", "alias"}


def test_load_raises_all_findings_together(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(HEAD + "tems: []\ngoles: []\n", encoding="utf-8")
    with pytest.raises(rr.InvalidRegulation) as caught:
        rr.load(path)
    assert [finding.rule for finding in caught.value.findings] == ["unknown-key", "unknown-key"]
    assert "bad.yaml:6:1" in str(caught.value)
    assert "bad.yaml:7:1" in str(caught.value)


def test_pure_parser_reads_the_same_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "regulations/ivanovo.yaml").read_text(encoding="utf-8")
    fast = read(text)
    monkeypatch.delattr("yaml.CSafeLoader")
    with pytest.warns(reader.SlowParserWarning, match="libyaml"):
        slow = read(text)
    assert slow.data == fast.data
    with pytest.warns(reader.SlowParserWarning):
        assert [f.rule for f in read("a: 1\na: 2\nb: *x\n").faults] == ["duplicate-key", "alias"]


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    read_regulation(data, "x.yaml", bundled_catalogue())
    read_catalogue(data, "x.yaml")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda x: (
            st.lists(x, max_size=3)
            | st.dictionaries(
                st.sampled_from(["subjects", "id", "cite", "functions", "with", "targets", "text", "act", "name"]),
                x,
                max_size=4,
            )
        ),
        max_leaves=20,
    )
)
def test_no_shape_of_data_crashes_the_checks(data: object) -> None:
    read_regulation(json.dumps(data, ensure_ascii=False), "x.yaml", bundled_catalogue())
