"""Pages and workbooks as people open them: whole, without formulas, without anything from elsewhere."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

import rsnms_rules as rr
from rsnms_rules.api.bundled import bundled
from tests.command import rsnms
from tests.programs import browser, office

HOSTILE = '=HYPERLINK("http://example.org","<script>alert(1)</script>")'
ACT = """\
spec: 1
id: {id}
tier: regional
territory: {{name: '<b>Край</b>'}}
act: {{kind: order}}
subjects:
  - id: centre
    roles: [cnppm]
    level: regional
    name: '{name}'
    cite: "1"
    functions: [{{does: '{does}', concepts: [{concept}], cite: «ведёт»}}]
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Two acts whose words look like formulas and markup."""
    for name, concept in (("one", "mms-registry.keep"), ("two", "system.monitor")):
        text = ACT.format(id=name, name=HOSTILE, does="@SUM(1) <img src=x onerror=alert(1)>", concept=concept)
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


class _Page(HTMLParser):
    """Counts the rows of changes and collects tags and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = 0
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self.rows += tag == "tr" and "data-judgement" in values
        self.links += [value for name, value in attrs if name in {"href", "src"} and value]


def parsed(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    return page


@pytest.mark.parametrize(("a", "b"), [("ivanovo", "krasnoyarsk"), ("novosibirsk", "orenburg")])
def test_a_page_has_a_row_for_each_change(a: str, b: str) -> None:
    page = parsed(rsnms("diff", a, b, "--format", "html").out)
    assert page.rows == len(rr.diff(rr.load(a), rr.load(b)).changes)
    assert all(link.startswith("#") for link in page.links)
    assert page.tags.count("script") == 1


def test_a_page_shows_words_and_runs_none_of_them(hostile: Path) -> None:
    page = rsnms("diff", str(hostile / "one.yaml"), str(hostile / "two.yaml"), "--format", "html").out
    assert {"img", "b"} & set(parsed(page).tags) <= {"b"}
    assert "&lt;img src=x" in page
    assert parsed(page).tags.count("script") == 1
    assert "&lt;b&gt;Край" in page


def test_a_page_in_a_browser(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert rsnms("diff", "ivanovo", "krasnoyarsk", "--format", "html", "-o", str(path)).code == 0
    shown = browser(tmp_path, "--dump-dom", path.as_uri())
    assert '<form id="choose">' in shown  # the script has run: it shows the form
    browser(tmp_path, "--window-size=1280,1600", f"--screenshot={tmp_path / 'page.png'}", path.as_uri())
    assert (tmp_path / "page.png").stat().st_size > 50_000


def test_the_choice_of_judgements_in_a_browser(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    rsnms("diff", "ivanovo", "krasnoyarsk", "--format", "html", "-o", str(path))
    click = "<script>document.querySelector('input[name=stricter]').click()</script></body>"
    path.write_text(path.read_text(encoding="utf-8").replace("</body>", click), encoding="utf-8")
    shown = browser(tmp_path, "--dump-dom", path.as_uri())
    rows = re.findall(r'<tr id="[^"]*" data-judgement="(\w+)"( hidden="")?', shown)
    assert {judgement for judgement, hidden in rows if hidden} == {"stricter"}
    assert {judgement for judgement, hidden in rows if not hidden} >= {"different"}


def test_a_workbook_has_every_cell_as_text(tmp_path: Path) -> None:
    path = tmp_path / "matrix.xlsx"
    assert rsnms("compare", "--all", "--format", "xlsx", "-o", str(path)).code == 0
    book = openpyxl.load_workbook(path)
    found = rr.compare([rr.load(name) for name in bundled()])
    matrix = book.worksheets[0]
    assert [cell.value for cell in matrix[1]][2:] == list(found.regulations)
    assert matrix.max_row == len(found.rows) + 1
    assert [matrix.cell(at, 2).value for at in range(2, matrix.max_row + 1)] == [row.concept for row in found.rows]
    lines = list(csv.reader(rsnms("compare", "--all", "--format", "csv").out.splitlines()))
    assert book.worksheets[1].max_row == len(lines)
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}


def test_words_that_look_like_formulas_stay_words(hostile: Path) -> None:
    path = hostile / "matrix.xlsx"
    sides = [str(hostile / "one.yaml"), str(hostile / "two.yaml")]
    assert rsnms("compare", *sides, "--format", "xlsx", "-o", str(path)).code == 0
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    office(
        hostile,
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2",
        str(path),
    )
    table = next(hostile.glob("matrix*.csv")).read_text(encoding="utf-8")
    assert '"=HYPERLINK(""http://example.org"",' in table


def test_the_same_workbook_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        rsnms("compare", "ivanovo", "orenburg", "--format", "xlsx", "-o", str(tmp_path / name))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    command = [sys.executable, "-m", "rsnms_rules", "compare", "ivanovo", "orenburg", "--format", "xlsx"]
    piped = subprocess.run(command, capture_output=True, check=True).stdout
    assert piped == (tmp_path / "a.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("call", "package", "extra"),
    [
        (("diff", "ivanovo", "orenburg", "--format", "html"), "jinja2", "html"),
        (("compare", "ivanovo", "orenburg", "--format", "xlsx"), "xlsxwriter", "xlsx"),
    ],
)
def test_a_missing_extra_is_told(
    call: tuple[str, ...], package: str, extra: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    outcome = rsnms(*call, "-o", str(tmp_path / "out"))
    assert outcome.code == 2
    assert f"rsnms-rules[{extra}]" in outcome.err
    assert not (tmp_path / "out").exists()
