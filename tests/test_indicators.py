"""Assessment: fixed cases for every status and every reason to reject, and laws that hold for any figures."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rsnms_rules as rr
from rsnms_rules.indicators.assess import Assessment, assess
from rsnms_rules.indicators.observations import parse_period
from rsnms_rules.indicators.outcome import Result, Status
from rsnms_rules.indicators.quantity import shown
from rsnms_rules.indicators.table import from_records, read_csv
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.source.reader import read
from tests.command import rsnms
from tests.conftest import ROOT

FILE: Any = read(
    (ROOT / "tests/cases/assess/statuses.yaml").read_text(encoding="utf-8").replace(": null", ": 'null'")
).data
REGULATION = RegulationFile.model_validate(FILE["regulation"])


def judged(csv: str, as_of: str) -> Assessment:
    return assess(REGULATION, read_csv(csv, "obs.csv"), as_of=date.fromisoformat(as_of), known={"other"})


def number(value: Fraction | None) -> str:
    return "null" if value is None else shown(value, against=[Decimal(30), Decimal(0)])


def test_the_cases_show_all_six_statuses() -> None:
    shown_ = {result["status"] for case in FILE["cases"] for result in case.get("results", [])}
    assert shown_ == {status.value for status in Status}


@pytest.mark.parametrize("case", FILE["cases"], ids=lambda case: str(case["name"]))
def test_case(case: dict[str, Any]) -> None:
    if "refused" in case:
        with pytest.raises(rr.InvalidObservations, match=r"Все значения") as caught:
            judged(case["csv"], case["as_of"])
        assert case["refused"] in str(caught.value)
        return
    found = judged(case["csv"], case["as_of"])
    results = [r for r in found.results if r.indicator in case.get("only", [r.indicator])]
    assert [(r.indicator, r.period, r.status.value) for r in results] == [
        (w["indicator"], w["period"], w["status"]) for w in case["results"]
    ]
    for result, wanted in zip(results, case["results"], strict=True):
        assert number(result.value) == wanted.get("value", number(result.value))
        assert number(result.gap) == wanted.get("gap", number(result.gap))
        assert result.territory == wanted.get("territory")
        assert wanted.get("note", "") in " ".join(map(str, result.notes))
    assert [(r.row, r.column) for r in found.rejected] == [(w["row"], w["column"]) for w in case.get("rejected", [])]
    for rejected, wanted in zip(found.rejected, case.get("rejected", []), strict=True):
        assert wanted["reason"] in str(rejected.reason)
    assert [remark.row for remark in found.remarks] == case.get("remarks", [remark.row for remark in found.remarks])


CUT = """
spec: 1
id: cut
tier: regional
territory: {name: Т}
act: {kind: order}
text: {extent: partial, missing: [{part: indicators, certain: true, why: обрыв}]}
"""


def test_missing_indicators_are_unknown_and_their_observations_too() -> None:
    csv = "regulation,indicator,period,value\ncut,diagnosed,2023,5\n"
    found = rr.loads(CUT).assess(read_csv(csv, "obs.csv"), as_of=date(2023, 12, 31))
    assert [(r.indicator, r.status) for r in found.results] == [("", Status.UNKNOWN), ("diagnosed", Status.UNKNOWN)]
    assert found.rejected == ()


REFUSED = {
    "empty": b"",
    "blank lines": b"\n\n",
    "column missing": b"regulation,indicator,value\n",
    "unknown column": b"regulation,indicator,period,value,teritory\n",
    "column twice": b"regulation,indicator,period,value,value\n",
    "cp1251": "regulation,indicator,period,value\nмир,a,2021,1\n".encode("cp1251"),
    "UTF-16": "regulation,indicator,period,value\n".encode("utf-16"),
    "a spreadsheet": b"PK\x03\x04\x14\x00",
    "NUL": b"regulation,indicator,period,value\n\0",
    "an open quote": b'regulation,indicator,period,value\n"a,b,c,d\n',
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_refused_as_a_whole(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "obs.csv"
    path.write_bytes(data)
    outcome = rsnms("assess", "ivanovo", str(path), "--as-of", "2022-12-31")
    assert (outcome.code, outcome.out) == (3, "")
    assert "obs.csv" in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_csv_as_people_write_it(mark: str, end: str, bom: str) -> None:
    lines = ["regulation,indicator,period,value".replace(",", mark), "", mark.join(["a", "b", "2021", '"1,5"']), ""]
    table = read_csv((bom + end.join(lines)).encode(), "obs.csv")
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (3, {"regulation": "a", "indicator": "b", "period": "2021", "value": "1,5"})
    ]


def test_records_from_python() -> None:
    record = {"regulation": "made-up", "indicator": "share", "period": 2021, "value": Decimal("30.0")}
    found = assess(REGULATION, from_records([record]), as_of=date(2021, 12, 31))
    assert found.met[0].value == 30
    with pytest.raises(rr.InvalidObservations, match="float"):
        from_records([{**record, "value": 0.1}])
    with pytest.raises(rr.InvalidObservations, match="period"):
        from_records([{"regulation": "made-up", "indicator": "share", "value": 1}])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-Q1", date(2023, 1, 1), date(2023, 3, 31)),
        ("2024-H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_periods(text: str, first: date, last: date) -> None:
    period = parse_period(text)
    assert period is not None
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize("text", ["", "23", "2023-00", "2023-13", "2023-Q5", "2023-H3", "2023-02-29", "2023/24"])
def test_no_periods(text: str) -> None:
    assert parse_period(text) is None


ROWS = st.lists(
    st.tuples(st.sampled_from(["Первый", "Второй", "Третий", "Четвёртый"]), st.integers(0, 50), st.integers(50, 99)),
    min_size=1,
    max_size=4,
    unique_by=lambda row: row[0],
)


def of_share(found: Assessment) -> Result:
    return next(result for result in found.results if result.indicator == "share")


@given(ROWS, st.randoms())
def test_the_sum_of_counts_is_exact_and_order_changes_nothing(rows: list[tuple[str, int, int]], rng: Any) -> None:
    head = "regulation,indicator,period,territory,value,numerator,denominator"
    lines = [f"made-up,share,2021,{name},,{top},{bottom}" for name, top, bottom in rows]
    one = of_share(judged("\n".join([head, *lines]), "2021-12-31"))
    rng.shuffle(lines)
    two = of_share(judged("\n".join([head, *lines]), "2021-12-31"))
    exact = Fraction(100 * sum(top for _, top, _ in rows), sum(bottom for _, _, bottom in rows))
    assert one.value == two.value == exact
    assert one.status is two.status is (Status.MET if exact >= 30 else Status.MISSED)
    assert one.gap == 30 - exact
    assert (one.status is Status.MISSED) == (one.gap > 0)


@given(st.fractions(-1000, 1000), st.decimals(-1000, 1000, places=2))
def test_a_value_is_never_printed_as_a_bound_that_it_is_not(value: Fraction, bound: Decimal) -> None:
    text = shown(value, against=[bound])
    assert (Decimal(text) == bound) == (value == Fraction(bound))
    assert "e" not in text.lower()
    assert not text.startswith("-0") or Decimal(text) != 0
    assert abs(Fraction(text) - value) <= Fraction(1, 2 * 10**6)


@given(st.text(max_size=200))
def test_no_text_crashes_the_table(text: str) -> None:
    try:
        table = read_csv(text, "obs.csv")
    except rr.InvalidObservations:
        return
    assess(REGULATION, table, as_of=date(2022, 12, 31))


CELLS = st.lists(
    st.sampled_from(["made-up", "share", "2021", "30", "", "да", "0", "-1", "1e5", "yearly", "2021-02-30"]),
    min_size=9,
    max_size=9,
)


@given(st.lists(CELLS, max_size=4))
def test_no_cells_crash_the_assessment(rows: list[list[str]]) -> None:
    head = "regulation,indicator,period,value,territory,numerator,denominator,done,as_of"
    with suppress(rr.InvalidObservations):
        judged("\n".join([head, *(",".join(row) for row in rows)]), "2022-12-31")


def test_command_in_both_languages() -> None:
    arguments = ["assess", "ivanovo", str(ROOT / "examples/observations.csv"), "--as-of", "2022-12-31"]
    outcome = rsnms(*arguments)
    assert outcome.code == 1
    assert "есть: 4,996 %; не хватает: 0,004 п. п." in " ".join(outcome.out.split())
    assert "прил. 1 к положению «Доля программ ДППО … 2 4 6»" in " ".join(outcome.out.split())
    english = rsnms(*arguments, "--lang", "en")
    assert "observed: 4.996 %; lacking: 0.004 percentage points" in " ".join(english.out.split())
    data = rsnms(*arguments, "--format", "json").json()
    missed = [r for r in data["results"] if r["status"] == "missed"]
    assert [(r["indicator"], r["value"], r["gap"]) for r in missed] == [
        ("diagnosed", "8.142857", "0.857143"),
        ("programmes-in-register", "3.5", "0.5"),
        ("with-iom", "4.996", "0.004"),
        ("distance-programmes", "17", "3"),
    ]
    assert missed[0]["target"] == {"period": 2022, "at_least": "9"}
