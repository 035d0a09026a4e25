"""Several regulations together: the bundled ones, a folder of one's own beside them, regions and districts."""

from __future__ import annotations

from pathlib import Path

import pytest

import rsnms_rules as rr
from tests.command import rsnms
from tests.test_verify import ENCODED

CATALOGUE = """
spec: 1
concepts:
  - id: library.lend
    kind: function
    label: {ru: Выдача книг, en: Lending books}
    is: {ru: Даёт книги методистам на время, en: Lends books to methodologists}
    broader: mms-registry.keep
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a region, a district below it, and a catalogue that extends the bundled one."""
    (tmp_path / "tiny.yaml").write_text(ENCODED, encoding="utf-8")
    (tmp_path / "catalogue.yaml").write_text(CATALOGUE, encoding="utf-8")
    below = tmp_path / "tiny"
    below.mkdir()
    district = ENCODED.replace("id: tiny", "id: hamlet").replace("tier: regional", "tier: municipal\nparent: tiny")
    (below / "hamlet.yaml").write_text(
        district.replace("mms-registry.keep", "library.lend").replace("Ведёт реестр", "Даёт книги"), encoding="utf-8"
    )
    return tmp_path


def test_a_folder_alone_and_beside_the_bundled_ones(own: Path) -> None:
    assert list(rr.load_corpus(own)) == ["hamlet", "tiny"]
    both = rr.load_corpus(own, with_bundled=True)
    assert {"hamlet", "ivanovo", "tiny"} <= set(both)
    assert list(both) == sorted(both)
    assert rr.load("tiny", folders=[own]) == both["tiny"]


def test_regions_and_their_districts(own: Path) -> None:
    corpus = rr.load_corpus(own)
    assert corpus.parent("hamlet") is corpus["tiny"]
    assert corpus.parent("tiny") is None
    assert corpus.districts("tiny") == (corpus["hamlet"],)
    assert corpus.graph.has_edge("hamlet", "tiny", "belongs-to")


def test_an_own_concept_below_a_bundled_one(own: Path) -> None:
    found = rr.load_corpus(own).who(concept="mms-registry.keep")
    assert {duty.regulation for duty in found.leaders} == {"hamlet", "tiny"}


def test_commands_over_one_several_and_all(own: Path) -> None:
    folder = ("--regulations", str(own))
    several = rsnms("who", "tiny,hamlet,ivanovo", "--concept", "mms-staff.train", *folder, "--format", "json").json()
    assert {duty["regulation"] for duty in several["leaders"]} == {"hamlet", "ivanovo", "tiny"}
    everything = rsnms("who", "--all", "--concept", "mms-staff.train", *folder, "--format", "json").json()
    assert {"hamlet", "tiny", "ivanovo"} <= {duty["regulation"] for duty in everything["leaders"]}
    assert rsnms("export", "hamlet", *folder).json()["parent"] == "tiny"
    assert len(rsnms("export", "hamlet,tiny", *folder).json()["regulations"]) == 2
    assert rsnms("validate", "--all", *folder).code == 0
    assert '"tiny" -> ' not in rsnms("graph", "hamlet", *folder, "--format", "dot").out


def test_wrong_calls(own: Path) -> None:
    unknown = rsnms("who", "tyni", "обучает", "--regulations", str(own))
    assert (unknown.code, "tiny" in unknown.err) == (2, True)
    assert rsnms("who", "tiny", "обучает", "--regulations", str(own / "nowhere")).code == 2
    assert rsnms("who", f"tiny,{own / 'tiny.yaml'},tiny", "обучает", "--regulations", str(own)).code == 2


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("other.yaml", ENCODED, "duplicate-id"),
        ("lost.yaml", ENCODED.replace("id: tiny\n", "id: lost\nparent: tyni\n", 1), "dangling-reference"),
        ("own.yaml", ENCODED.replace("id: tiny\n", "id: own\nparent: own\n", 1), "circular-reference"),
    ],
)
def test_what_regulations_must_hold_together(own: Path, name: str, text: str, rule: str) -> None:
    (own / name).write_text(text, encoding="utf-8")
    with pytest.raises(rr.InvalidRegulation, match=rule):
        rr.load_corpus(own)
    outcome = rsnms("validate", str(own), "--format", "json")
    assert outcome.code == 1
    (finding,) = outcome.json()["findings"]
    assert (finding["rule"], finding["line"] > 1) == (rule, True)
    assert rsnms("who", "--all", "обучает", "--regulations", str(own)).code == 3


def test_a_bundled_region_may_be_the_parent(tmp_path: Path) -> None:
    (tmp_path / "shuya.yaml").write_text(
        ENCODED.replace("id: tiny\n", "id: shuya\nparent: ivanovo\n", 1), encoding="utf-8"
    )
    assert rr.load_corpus(tmp_path).parent("shuya") is None
    assert rr.load_corpus(tmp_path, with_bundled=True).parent("shuya") == rr.load("ivanovo")


def test_answers_of_several_regulations_name_theirs(own: Path) -> None:
    outcome = rsnms("functions", "tiny,hamlet", "Центр", "--regulations", str(own))
    assert [line for line in outcome.out.splitlines() if line.startswith("—")] == ["— tiny —", "— hamlet —"]
    assert "—" not in rsnms("functions", "tiny", "Центр", "--regulations", str(own)).out.splitlines()[0][:1]
    lacking = rsnms("functions", "tiny,ivanovo", "ЦНППМ", "--regulations", str(own))
    assert (lacking.code, "tiny: " in lacking.err) == (0, True)
    assert rsnms("functions", "tiny,hamlet", "ЦНППМ", "--regulations", str(own)).code == 2
