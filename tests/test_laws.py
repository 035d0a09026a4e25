"""Laws of the design that hold for any regulation: unknown is not none, determinism, no format crashes."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import rsnms_rules as rr
from rsnms_rules.api.loading import bundled_catalogue
from rsnms_rules.i18n import speaking
from rsnms_rules.indicators.outcome import Status
from rsnms_rules.indicators.table import from_records
from rsnms_rules.model.vocabulary import FilePart
from rsnms_rules.report import FORMATS, renderer
from rsnms_rules.report.json.export import Exported, fields
from rsnms_rules.report.json.schema import schema_of
from rsnms_rules.report.style import Style
from rsnms_rules.source.file import read_regulation
from rsnms_rules.source.writer import write
from tests.command import text as text_of
from tests.strategies import regulations

SCHEMAS = {
    name: jsonschema.Draft202012Validator(schema_of(name))
    for name in ("who", "functions", "channels", "assess", "export")
}


def rendered(regulation: rr.Regulation, style: Style) -> dict[str, dict[str, str]]:
    """Every answer about a regulation in every format."""
    record = {"regulation": regulation.id, "indicator": "none", "period": "2022", "value": 1}
    answers: dict[str, object] = {
        "who": regulation.who("ведёт реестр"),
        "functions": [regulation.functions_of(name) for name in regulation.subjects],
        "channels": [regulation.all_channels()],
        "assess": [regulation.assess(from_records([record]), as_of=date(2024, 1, 1))],
        "export": [Exported(regulation.model, regulation.line)],
    }
    return {
        command: {name: text_of(renderer(command, name)(answer, style)) for name in FORMATS[command]}
        for command, answer in answers.items()
    }


@given(regulations(), st.sampled_from(["ru", "en"]), st.integers(30, 200), st.booleans())
def test_no_format_crashes_and_every_json_follows_its_schema(
    data: dict[str, Any], lang: str, width: int, colour: bool
) -> None:
    with speaking(lang):
        found = rendered(rr.loads(write(data)), Style(width=width, colour=colour))
    for command, formats in found.items():
        assert formats["text"].endswith("\n") or formats["text"] == ""
        errors = [error.message for error in SCHEMAS[command].iter_errors(json.loads(formats["json"]))]
        assert errors == [], command


@given(regulations())
def test_the_same_input_gives_the_same_bytes(data: dict[str, Any]) -> None:
    text = write(data)
    assert rendered(rr.loads(text), Style()) == rendered(rr.loads(text), Style())


PARTS = [part for part in FilePart if part.value in {"tasks", "channels", "indicators", "measures", "terms", "goals"}]


@given(regulations(), st.sampled_from(PARTS))
def test_a_missing_part_is_unknown_and_never_an_empty_list(data: dict[str, Any], part: FilePart) -> None:
    full = fields(Exported(rr.loads(write({**data, part.value: []})).model, lambda path: None))
    assert full[part.value] == []
    cut = {**data, part.value: [], "text": {"extent": "partial", "missing": [{"part": part.value, "why": "обрыв"}]}}
    regulation = rr.loads(write(cut))
    assert part.value not in fields(Exported(regulation.model, lambda path: None))
    assert regulation.model.unknown(part)


@given(regulations())
def test_missing_functions_are_said_beside_every_answer(data: dict[str, Any]) -> None:
    subject = data["subjects"][0]["id"]
    text = {"extent": "partial", "missing": [{"part": "functions", "of": subject, "why": "обрыв"}]}
    regulation = rr.loads(write({**data, "text": text}))
    for answer in (regulation.who("ведёт реестр"), regulation.who("космодром"), regulation.functions_of(subject)):
        assert [gap.element for gap in answer.unknown] == [f"{regulation.id}:subjects.{subject}.functions"]
    exported: Any = fields(Exported(regulation.model, lambda path: None))
    lists = {item["id"]: item.get("functions") for item in exported["subjects"]}
    assert lists[subject] != []


@given(regulations())
def test_missing_indicators_are_unknown_in_an_assessment(data: dict[str, Any]) -> None:
    text = {"extent": "partial", "missing": [{"part": "indicators", "why": "обрыв"}]}
    regulation = rr.loads(write({**data, "indicators": [], "text": text}))
    record = {"regulation": regulation.id, "indicator": "any", "period": "2022", "value": 1}
    found = regulation.assess(from_records([record]), as_of=date(2024, 1, 1))
    assert {result.status for result in found.results} == {Status.UNKNOWN}
    assert found.rejected == ()


@given(regulations(), st.integers(0, 5))
def test_fingerprints_do_not_know_lines_or_order(data: dict[str, Any], shift: int) -> None:
    data["subjects"][0]["functions"] = [{"id": "x", "does": "Ведёт", "concepts": ["no.such"], "with": ["nobody"]}]
    turned = {**data, "subjects": data["subjects"][::-1]}
    prints = [
        {
            finding.fingerprint
            for finding in read_regulation("\n" * n + write(item), "x.yaml", bundled_catalogue()).findings
        }
        for n, item in ((0, data), (shift, turned))
    ]
    assert prints[0] == prints[1]
    assert len(prints[0]) == 2


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_json_says_the_same_in_both_languages(lang: str) -> None:
    regulation = rr.load("ivanovo")
    with speaking("ru"):
        russian = json.loads(rendered(regulation, Style())["who"]["json"])
    with speaking(lang):
        assert json.loads(rendered(regulation, Style())["who"]["json"]) == russian
