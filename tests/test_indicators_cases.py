"""Cases of assessment as data (tests/cases/assess), one small regulation a file, every figure in them made up.

`statuses.yaml` has a runner of its own in test_indicators.py.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms_rules.errors import InvalidObservations
from rsnms_rules.i18n import speaking
from rsnms_rules.indicators.assess import Assessment, assess
from rsnms_rules.indicators.outcome import Result, Status
from rsnms_rules.indicators.quantity import shown
from rsnms_rules.indicators.table import COLUMNS, from_records, read_csv
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.source.reader import read
from tests.conftest import ROOT

FILES = sorted(path for path in (ROOT / "tests/cases/assess").glob("*.yaml") if path.name != "statuses.yaml")
NONE = "none"
HEAD = {"spec": 1, "id": "made-up", "tier": "regional", "territory": {"name": "Выдуманная область"}}


def load(path: Path) -> Any:
    document = read(path.read_text(encoding="utf-8"))
    assert document.faults == (), path
    return document.data


DATA = {path.stem: load(path) for path in FILES}
CASES = [
    pytest.param(data, case, id=f"{stem}: {case['name']}") for stem, data in DATA.items() for case in data["cases"]
]


def regulation(**parts: Any) -> RegulationFile:
    return RegulationFile.model_validate({**HEAD, "act": {}, **parts})


def judged(data: Any, case: Any) -> Assessment:
    table = read_csv(case["csv"].encode("utf-8"), "case.csv")
    return assess(
        regulation(**data["regulation"]),
        table,
        as_of=date.fromisoformat(case["as_of"]),
        known=frozenset(data.get("known", [])),
    )


def check_result(found: Result, wanted: dict[str, Any]) -> None:
    """Only what the case names is compared; of notes and words, that they say it."""
    facts = {"indicator": found.indicator, "status": found.status.value, "period": found.period}
    assert facts == {**facts, **{name: wanted[name] for name in facts if name in wanted}}
    for name in ("value", "gap"):
        if name in wanted:
            exact = wanted[name]
            assert getattr(found, name) == (None if exact == NONE else Fraction(exact)), name
    for name in ("rows", "cite", "done", "territory"):
        if name in wanted:
            actual = getattr(found, name)
            expected = None if wanted[name] == NONE else wanted[name]
            assert (list(actual) if isinstance(actual, tuple) else actual) == expected, name
    if "notes" in wanted:
        assert len(found.notes) == len(wanted["notes"]), [str(note) for note in found.notes]
        assert [part for note, part in zip(found.notes, wanted["notes"], strict=True) if part not in str(note)] == []
    assert wanted.get("says", "") in str(found)


@pytest.mark.parametrize(("data", "case"), CASES)
def test_case(data: dict[str, Any], case: dict[str, Any]) -> None:
    with speaking("en"):
        if "refused" in case:
            with pytest.raises(InvalidObservations) as caught:
                judged(data, case)
            assert case["refused"] in str(caught.value)
            return
        found = judged(data, case)
        assert [f"{r.indicator} {r.status}" for r in found.results] == [
            f"{wanted['indicator']} {wanted['status']}" for wanted in case["results"]
        ]
        for result, wanted in zip(found.results, case["results"], strict=True):
            check_result(result, wanted)
        rejected = case.get("rejected", [])
        assert [(r.row, r.column) for r in found.rejected] == [(wanted["row"], wanted["column"]) for wanted in rejected]
        for row, wanted in zip(found.rejected, rejected, strict=True):
            assert row.value == wanted.get("value", row.value)
            assert wanted["says"] in str(row.reason)
        remarks = case.get("remarks", [])
        assert [remark.row for remark in found.remarks] == [wanted["row"] for wanted in remarks]
        for remark, wanted in zip(found.remarks, remarks, strict=True):
            assert wanted["says"] in str(remark.message)


def test_the_cases_show_all_six_statuses() -> None:
    seen = {wanted["status"] for data in DATA.values() for case in data["cases"] for wanted in case.get("results", [])}
    assert seen == {status.value for status in Status}


def test_an_assessment_reads_as_text() -> None:
    data, case = DATA["exact"], DATA["exact"]["cases"][0]
    with speaking("en"):
        lines = str(judged(data, case)).splitlines()
    assert lines[0] == "Выдуманная область, as of 2024-01-01"
    assert "missed: share, 2023; target: at least 30 %; observed: 29.996 %" in lines[1]
    with speaking("ru"):
        assert "29,996" in str(judged(data, case))


FIGURES = regulation(
    indicators=[
        {"id": "share", "unit": "percent", "targets": [{"by": "2023-12-31", "at_least": 30}]},
        {"id": "load", "unit": "persons", "per": "методист", "targets": [{"period": 2023, "at_most": 250}]},
        {"id": "events", "unit": "count", "targets": [{"undated": True, "at_least": 10, "at_most": 40}]},
        {"id": "plan", "unit": "milestone", "targets": [{"every": "year", "from": 2022, "done": True}]},
    ],
)
RECORDS = st.fixed_dictionaries(
    {
        "regulation": st.just("made-up"),
        "indicator": st.sampled_from(["share", "load", "events", "plan", "shares"]),
        "period": st.sampled_from(["2022", "2023", "2023-Q4", "2023-12", "2023-12-31", "2023-H1"]),
        "value": st.sampled_from(["", "29.996", "30", "31 %", "251", "11"]),
        "territory": st.sampled_from(["", "Выдуманная область", "Заречный район", "Нагорный район"]),
        "as_of": st.sampled_from(["", "2023-12-31", "2023-11-15"]),
    },
    optional={
        "numerator": st.integers(0, 90),
        "denominator": st.integers(90, 300),
        "done": st.booleans(),
    },
)


def facts(found: Assessment, order: list[int]) -> list[object]:
    """What an assessment says, with rows called by where they stood before they were shuffled."""
    back = dict(enumerate(order, 2))
    results = [
        (r.indicator, r.period, r.status, r.value, r.done, r.gap, {back[row] for row in r.rows}) for r in found.results
    ]
    return [
        results,
        {back[row.row]: (row.column, row.value) for row in found.rejected},
        {back[r.row] for r in found.remarks},
    ]


@given(st.lists(RECORDS, max_size=8), st.randoms())
def test_the_order_of_rows_changes_nothing(records: list[dict[str, object]], random: Any) -> None:
    order = list(range(len(records)))
    before = assess(FIGURES, from_records(records), as_of=date(2024, 1, 1))
    expected = facts(before, order)
    random.shuffle(order)
    after = assess(FIGURES, from_records([records[index] for index in order]), as_of=date(2024, 1, 1))
    assert facts(after, order) == expected


@given(st.decimals(0, 100, places=4), st.decimals(0, 100, places=4))
def test_the_verdict_is_the_exact_comparison(value: Decimal, bound: Decimal) -> None:
    for kind, reached in (("at_least", value >= bound), ("at_most", value <= bound)):
        indicator = {"id": "a", "unit": "count", "targets": [{"period": 2023, kind: bound}]}
        record = {"regulation": "made-up", "indicator": "a", "period": 2023, "value": value}
        found = assess(regulation(indicators=[indicator]), from_records([record]), as_of=date(2023, 12, 31)).results[0]
        assert found.status is (Status.MET if reached else Status.MISSED)
        assert found.gap == (1 if kind == "at_least" else -1) * (Fraction(bound) - Fraction(value))


@given(st.fractions(0, 100, max_denominator=10**9), st.decimals(0, 100, places=3))
def test_a_printed_value_stays_on_its_side_of_the_bound(value: Fraction, bound: Decimal) -> None:
    text = shown(value, against=[bound])
    printed, exact = Fraction(text), Fraction(bound)
    assert (printed > exact, printed < exact) == (value > exact, value < exact)
    assert "E" not in text.upper()
    assert not ("." in text and text.endswith("0"))
    assert not text.startswith("-")


@pytest.mark.parametrize(
    ("value", "against", "text"),
    [
        (Decimal("29.996"), [30], "29.996"),
        (Decimal("1E+3"), [], "1000"),
        (Decimal("-0.0"), [], "0"),
        (Fraction(1, 3), [], "0.333333"),
        (Fraction(-1, 10**9), [], "-0.000000001"),
        (Fraction(-1, 3 * 10**9), [], "0"),
        (Fraction(-1, 3 * 10**9), [0], "-0.0000000003"),
        (Fraction(299999999, 10**7) - Fraction(1, 3 * 10**9), [30], "29.9999999"),
        (Fraction(30) - Fraction(1, 3 * 10**7), [30], "29.99999997"),
        # rounded to six digits this one would read as more than the bound that it misses
        (Fraction(30) - Fraction(1, 3 * 10**7), [Decimal("29.9999999")], "30"),
        (Fraction(30) - Fraction(1, 3 * 10**6), [Decimal("29.9999998")], "29.9999997"),
    ],
)
def test_shown(value: Decimal | Fraction, against: list[Decimal], text: str) -> None:
    assert shown(value, against=[Decimal(bound) for bound in against]) == text


MINIMAL = "regulation,indicator,period,value\nmade-up,events,2023,11\n"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (MINIMAL.encode("utf-16-le"), "UTF-16"),
        ("регион,показатель\n".encode("cp1251"), "cp1251"),
        (b"PK\x03\x04\x14\x00\xff", "XLSX"),
        (MINIMAL.replace("value", "valeu"), "Did you mean «value»?"),
        (MINIMAL + 'made-up,events,2023,"11\n', "quotation mark"),
        ("regulation,indicator,period\n", "missing: value"),
        (b"x" * 50_000_001, "bytes"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "file",
)
def test_refused_files(data: str | bytes, says: str) -> None:
    with speaking("en"), pytest.raises(InvalidObservations) as caught:
        read_csv(data, "made-up.csv")
    with speaking("en"):
        assert str(caught.value).startswith("made-up.csv: ")
        assert says in str(caught.value)
    assert caught.value.file == "made-up.csv"


@pytest.mark.parametrize("before", ["", "\ufeff", "\n\n"])
@pytest.mark.parametrize("after", ["", ";", ";;"])
def test_delimiters_that_spreadsheets_leave_behind(before: str, after: str) -> None:
    text = before + "".join(line.replace(",", ";") + after + "\n" for line in MINIMAL.splitlines())
    (row,) = read_csv(text.encode(), "made-up.csv").rows
    assert (dict(row.cells)["value"], row.extra, row.number) == ("11", (), 2 + before.count("\n"))


def test_records_say_what_they_cannot_be() -> None:
    record: dict[str, object] = dict.fromkeys(COLUMNS, None)
    for value, says in ((0.31, "float is not exact"), (b"1", "bytes cannot be read")):
        with speaking("en"), pytest.raises(InvalidObservations, match=says) as caught:
            from_records([{**record, "value": value}])
        with speaking("en"):
            assert "Row 2, column value" in str(caught.value)
    (row,) = from_records(
        [{**record, "period": 2023, "as_of": date(2023, 5, 1), "done": True, "value": Decimal("1E+1")}]
    ).rows
    assert [row.cells[name] for name in ("period", "as_of", "done", "value")] == ["2023", "2023-05-01", "true", "10"]
