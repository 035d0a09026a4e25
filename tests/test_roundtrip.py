"""What is written is read back; filling in twice changes nothing; the same input gives the same bytes."""

from __future__ import annotations

from typing import Any

from hypothesis import given

import rsnms_rules as rr
from rsnms_rules.api.loading import bundled_catalogue
from rsnms_rules.model.defaults import fill
from rsnms_rules.model.party import Party
from rsnms_rules.model.plan import branches, element_of
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.report.json.export import Exported, fields
from rsnms_rules.source.file import read_regulation
from rsnms_rules.source.writer import write
from tests.strategies import regulations


@given(regulations())
def test_loads_after_dump_is_the_same(data: dict[str, Any]) -> None:
    regulation = rr.loads(write(data))
    assert rr.loads(rr.dump(regulation)) == regulation
    assert rr.dump(rr.loads(rr.dump(regulation))) == rr.dump(regulation)


@given(regulations())
def test_filling_is_idempotent(data: dict[str, Any]) -> None:
    assert fill(fill(data)) == fill(data)


@given(regulations())
def test_every_element_has_a_place_and_the_names_agree(data: dict[str, Any]) -> None:
    text = write(data)
    read = read_regulation(text, "x.yaml", bundled_catalogue())
    assert read.model is not None, [str(finding) for finding in read.findings]
    lines = text.count("\n")
    for branch in branches(read.model):
        line = read.line(branch.path)
        assert line is not None
        assert 1 <= line <= lines
        if not isinstance(branch.value, Party):
            assert element_of(fill(data), branch.path) == branch.element


@given(regulations())
def test_order_of_lists_never_changes_what_an_element_is(data: dict[str, Any]) -> None:
    turned = {**data, "subjects": data["subjects"][::-1], "indicators": data["indicators"][::-1]}
    one, two = (RegulationFile.model_validate(item) for item in (data, turned))
    assert {b.element for b in branches(one)} == {b.element for b in branches(two)}


@given(regulations())
def test_export_keeps_the_fields_of_the_file(data: dict[str, Any]) -> None:
    model = RegulationFile.model_validate(data)
    exported: Any = fields(Exported(model, lambda path: None))
    assert exported["id"] == data["id"]
    for subject, given_ in zip(exported["subjects"], data["subjects"], strict=True):
        assert [f["id"] for f in subject["functions"]] == [f["id"] for f in given_["functions"]]
        assert all(not cite.startswith("«") for f in subject["functions"] for cite in f["cite"])
        assert all(f["mode"] in {"leads", "participates"} for f in subject["functions"])
