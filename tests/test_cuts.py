"""Texts cut as real ones are: what is lost is never told as removed, absent, moved or equal."""

from __future__ import annotations

import random
from typing import Any

import pytest

import rsnms_rules as rr
from rsnms_rules.differences.diff import Change
from rsnms_rules.differences.kinds import Kind
from rsnms_rules.source.reader import read
from rsnms_rules.source.writer import write

WHOLE = ("ivanovo", "orenburg", "pestyaki")
PARTS = ("channels", "directions", "indicators", "matters", "measures", "mechanisms", "principles", "tasks")
SEEDS = range(12)


class Cut:
    """A regulation without what stood behind a random place of its text, as the Krasnoyarsk act is encoded."""

    def __init__(self, name: str, seed: int) -> None:
        draw = random.Random(f"{name} {seed}")
        whole = rr.load(name)
        data = read(rr.dump(whole)).data
        assert isinstance(data, dict)
        self.whole = whole
        self.gone: set[str] = set()
        missing: list[dict[str, Any]] = []
        subjects = data["subjects"]
        with_lists = [at for at, subject in enumerate(subjects) if subject.get("functions")]
        at = draw.choice(with_lists)
        keep = draw.randrange(len(subjects[at]["functions"]))
        self.lose_functions(subjects[at], keep, missing)
        for subject in subjects[at + 1 :]:
            if subject.get("functions"):
                self.lose_functions(subject, 0, missing)
        for part in draw.sample(PARTS, 3):
            if data.get(part):
                self.gone |= {f"{part}.{entry['id']}" for entry in data.pop(part)}
            missing.append({"part": part, "why": "утрачено"})
        data["text"] = {"extent": "partial", "missing": missing}
        data.pop("notes", None)
        data.pop("directions", None) if "directions" in {one["part"] for one in missing} else None
        data["id"] = "cut"
        self.act = rr.loads(write(_without_references(data, self.gone)))

    def lose_functions(self, subject: dict[str, Any], keep: int, missing: list[dict[str, Any]]) -> None:
        lost = subject["functions"][keep:]
        subject["functions"] = subject["functions"][:keep]
        self.gone |= {f"subjects.{subject['id']}.functions.{one['id']}" for one in lost}
        missing.append({"part": "functions", "of": subject["id"], "why": "обрывается"})


def _without_references(data: dict[str, Any], gone: set[str]) -> dict[str, Any]:
    """The file without references into what was cut."""
    lists = {part.partition(".")[0] for part in gone}
    for subject in data["subjects"]:
        for function in subject.get("functions", ()):
            if "mechanisms" in lists:
                function.pop("under", None)
    for indicator in data.get("indicators", ()):
        if "directions" in lists:
            indicator.pop("direction", None)
    for measure in data.get("measures", ()):
        if "directions" in lists:
            measure.pop("activity", None)
        if "indicators" in lists:
            measure.pop("targets", None)
    return data


def _lost(change: Change, side: str, gone: set[str]) -> bool:
    elements = [one for one in (change.element_a, change.element_b) if one and one.startswith(side)]
    return any(one.partition(":")[2] in gone for one in elements)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", WHOLE)
def test_what_is_cut_off_is_unknown(name: str, seed: int) -> None:
    cut = Cut(name, seed)
    assert cut.gone
    for a, b in ((cut.whole, cut.act), (cut.act, cut.whole)):
        found = rr.diff(a, b)
        told = [one for one in found.changes if _lost(one, f"{name}:", cut.gone)]
        assert not [one for one in told if one.kind in {Kind.ADDED, Kind.REMOVED, Kind.MOVED}]
        unknown = {gap.element.partition(":")[2] for gap in found.unknown}
        compared = {one for one in cut.gone if _has_concept(cut.whole, one)}
        told_changed = {one.fact.item.element.partition(":")[2] for one in told}
        kept = _still_said(cut, compared)
        assert compared - kept <= unknown | told_changed


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_districts_text_lost_is_not_absent(seed: int) -> None:
    cut = Cut("pestyaki", seed)
    for line in rr.conforms(cut.act, rr.load("ivanovo")).lines:
        assert line.status.value != "absent" or line.sort in _untouched(cut)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", WHOLE)
def test_a_matrix_says_unknown_and_not_no(name: str, seed: int) -> None:
    cut = Cut(name, seed)
    other = next(one for one in WHOLE if one != name)
    lost = {part.partition(".")[0] for part in cut.gone}
    for row in rr.compare([cut.act, rr.load(other)]).rows:
        cell = row.cells[0]
        part = "indicators" if row.kind == "indicator" else "subjects"
        assert cell.state.value != "no" or part not in lost


def _untouched(cut: Cut) -> set[str]:
    lost = {part.partition(".")[0] for part in cut.gone}
    missing = {entry.part.value for entry in cut.act.model.text.missing}
    return {"functions", "channels", "indicators"} - missing - ({"functions"} if "subjects" in lost else set())


def _has_concept(act: rr.Regulation, element: str) -> bool:
    found = next((one for one in _elements(act) if one[0] == element), None)
    return found is not None and bool(found[1])


def _elements(act: rr.Regulation) -> list[tuple[str, tuple[str, ...]]]:
    from rsnms_rules.differences.items import Names, items

    return [(item.element.partition(":")[2], item.concepts) for item in items(act.model, Names())]


def _still_said(cut: Cut, gone: set[str]) -> set[str]:
    """Lost elements whose body still has the concept in an item that is left: nothing is lost in substance."""
    left: dict[tuple[str, ...], set[str]] = {}
    for element, concepts in _elements(cut.act):
        left.setdefault(tuple(element.split(".")[:-1]), set()).update(concepts)
    whole = dict(_elements(cut.whole))
    return {one for one in gone if set(whole[one]) & left.get(tuple(one.split(".")[:-1]), set())}
