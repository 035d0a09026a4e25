"""The published JSON Schemas are fresh, valid, and agree with the models and with what the commands print."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from rsnms_rules.api.bundled import bundled
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.report import FORMATS
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.schema import NAMES, schema_of
from rsnms_rules.source.reader import read
from tests.command import rsnms
from tests.conftest import ROOT
from tests.strategies import regulations


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "schemas" / f"{name}-1.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def as_json(data: object) -> Any:
    return json.loads(json.dumps(data, default=float))


def validated(name: str, path: Path) -> None:
    """Hold a YAML file against its schema."""
    data = read(path.read_text(encoding="utf-8")).data
    assert [error.message for error in validator(name).iter_errors(as_json(data))] == []


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_fresh(name: str) -> None:
    text = (ROOT / "schemas" / f"{name}-1.json").read_text(encoding="utf-8")
    assert text == dumps(schema_of(name)), "run «make schemas»"


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in (ROOT / "schemas").iterdir()} == {f"{name}-1.json" for name in NAMES}


def test_every_output_has_a_schema() -> None:
    assert set(FORMATS) - {"schema"} <= set(NAMES)


@pytest.mark.parametrize("name", sorted(bundled()))
def test_bundled_files_follow_their_schema(name: str) -> None:
    data = read(bundled()[name].read_text(encoding="utf-8")).data
    assert [error.message for error in validator("regulation").iter_errors(as_json(data))] == []


def test_catalogue_follows_its_schema() -> None:
    data = read((ROOT / "regulations/catalogue.yaml").read_text(encoding="utf-8")).data
    assert [error.message for error in validator("catalogue").iter_errors(as_json(data))] == []
    CatalogueFile.model_validate(data)


REGULATION = validator("regulation")


@given(regulations())
def test_schema_accepts_what_the_model_accepts(data: dict[str, Any]) -> None:
    RegulationFile.model_validate(data)
    assert [error.message for error in REGULATION.iter_errors(as_json(data))] == []


JUNK = st.sampled_from([3, True, "слово", [], {}, ["а"], {"а": 1}, -1, "", 2.5])


@given(regulations(), st.data())
def test_schema_and_model_agree_on_broken_shapes(data: dict[str, Any], draw: st.DataObject) -> None:
    """References, dates and citations aside: put junk somewhere, and both refuse it or both take it."""
    broken = copy.deepcopy(data)
    spot: Any = broken
    while True:
        key = draw.draw(st.sampled_from(sorted(spot)) if isinstance(spot, dict) else st.integers(0, len(spot) - 1))
        below = spot[key]
        if isinstance(below, (dict, list)) and below and draw.draw(st.booleans()):
            spot = below
            continue
        if key in {"cite", "date", "by", "as_of", "at", "from", "until", "id"}:
            return
        spot[key] = draw.draw(JUNK)
        break
    if isinstance(spot[key], float):
        return  # the reader gives Decimal
    schema_ok = REGULATION.is_valid(as_json(broken))
    try:
        RegulationFile.model_validate(broken)
        model_ok = True
    except ValidationError:
        model_ok = False
    assert schema_ok == model_ok, (key, spot[key])


def test_editor_help_is_bilingual() -> None:
    subject = schema_of("regulation")["$defs"]["Subject"]["properties"]
    assert " · " in subject["part_of"]["description"]
    assert " · " in subject["part_of"]["title"]


CALLS = {
    "validate": ["validate", "ivanovo"],
    "ask": ["ask", "ivanovo", "Кто ведёт учёт сотрудников методслужб?"],
    "who": ["who", "ivanovo", "реестр работников методических служб"],
    "functions": ["functions", "ivanovo"],
    "channels": ["channels", "ivanovo"],
    "assess": ["assess", "ivanovo", "examples/observations.csv", "--as-of", "2022-12-31"],
    "graph": ["graph", "ivanovo"],
    "export": ["export", "ivanovo"],
    "check": ["check", "pestyaki", "--no-config"],
    "diff": ["diff", "ivanovo", "novosibirsk"],
    "conforms": ["conforms", "pestyaki"],
    "compare": ["compare", "ivanovo", "novosibirsk", "krasnoyarsk"],
    "explain": ["explain", "two-leaders", "pestyaki", "--no-config"],
    "rules": ["rules"],
    "concepts": ["concepts", "маршрут"],
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_output_follows_its_schema(name: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    outcome = rsnms(*CALLS[name], "--format", "json", "--lang", lang)
    assert outcome.code in {0, 1}, outcome.err
    data = outcome.json()
    assert data["schema"] == f"rsnms/{name}/1"
    assert [error.message for error in validator(name).iter_errors(data)] == []


def test_export_of_all_follows_its_schema() -> None:
    data = rsnms("export", "--all", "--format", "json").json()
    assert len(data["regulations"]) == len(bundled())
    assert [error.message for error in validator("export").iter_errors(data)] == []
