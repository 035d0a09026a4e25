"""Verification against the acts' texts: full coverage, and every kind of fault shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import rsnms_rules as rr
from rsnms_rules.api.bundled import bundled
from rsnms_rules.model.citation import parse_citation
from rsnms_rules.source.act.resolve import Status, parse_act, resolve
from tests.command import rsnms
from tests.conftest import ROOT

ACT = """ПРИКАЗ № 1

В целях развития п р и к а з ы в а ю:

1. Принять положение.

Приложение № 1 к приказу

ПОЛОЖЕНИЕ о системе

1. Центр

Функции:

ведёт реестр служб и методистов;

обучает методистов по программам.
"""
ENCODED = """
spec: 1
id: tiny
tier: regional
territory: {name: Т}
act:
  kind: order
  points: [{id: approve, does: Утверждает положение, cite: "приказ 1 «Принять … положение»"}]
text:
  extent: complete
  skipped:
    - {why: title, cite: "приказ шапка"}
    - {why: preamble, cite: "приказ преамбула"}
    - {why: stamp, cite: "прил. 1 к приказу, гриф"}
    - {why: title, cite: "шапка"}
subjects:
  - id: centre
    level: regional
    name: Центр
    cite: "1"
    functions:
      - {id: registry, does: Ведёт реестр, concepts: [mms-registry.keep], cite: «ведёт реестр служб и методистов»}
      - {id: train, does: Обучает, concepts: [mms-staff.train], cite: «обучает … программам»}
"""


def statuses(text: str) -> dict[str, str]:
    return {cited.element: cited.status.value for cited in rr.verify(rr.loads(text), ACT).citations}


def test_full_coverage() -> None:
    found = rr.verify(rr.loads(ENCODED), ACT)
    assert (found.coverage_text, found.uncited, found.complete) == ("1", (), True)
    assert found.words == found.quoted + found.bare + found.skipped
    assert found.of(Status.RESOLVED) == found.citations


def test_uncited_words_have_their_place() -> None:
    found = rr.verify(rr.loads(ENCODED.replace('    - {why: stamp, cite: "прил. 1 к приказу, гриф"}\n', "")), ACT)
    assert [(free.line, free.text) for free in found.uncited] == [(7, "Приложение № 1 к приказу")]
    assert found.coverage_text == "0.8918"
    assert not found.complete


def test_each_fault_of_a_citation() -> None:
    function = "subjects.centre.functions.registry"
    assert statuses(ENCODED.replace("реестр служб и методистов»", "реестр школ»"))[function] == "lost"
    assert statuses(ENCODED.replace("«ведёт реестр служб и методистов»", "«методистов»"))[function] == "ambiguous"
    assert statuses(ENCODED.replace("реестр служб и методистов»", "реестр служб»"))[function] == "cut-off"
    double = statuses(ENCODED.replace("«обучает … программам»", "«ведёт реестр служб и методистов»"))
    assert double[function] == "doubly-cited"
    assert double["subjects.centre.functions.train"] == "doubly-cited"


def test_notes_and_nested_elements_are_not_double() -> None:
    text = ENCODED + 'notes:\n  - {kind: other, note: Н, cite: "1 «ведёт реестр служб и методистов»"}\n'
    assert set(statuses(text).values()) == {"resolved"}


TORN = """Положение

3. Части

3.4. Состав:

20.10. 2021 года принят состав.

Элемент\tФункции
1. Центр\t
1.7. Кураторы\t<p>– ведут списки</p> <p>– помогают</p>

1.8. Объединение

- а) в части программ:
- рассматривает;

\t<p>проекты.</p> <p>б) в части оценки:</p> <ul>– читает отчёты
2. Совет\t<p>– собирается</p>

4. Итоги

Понятия, используемые здесь

«Тьютор» – помощник
"""


@pytest.mark.parametrize(
    ("cite", "words"),
    [
        ("3.4 «20.10. 2021 года»", "20.10. 2021 года"),
        ("3.4/1.7 «помогают»", "помогают"),
        ("3.4/1.8", "1.8. Объединение"),
        ("3.4/1.8.а", "а) в части программ:"),
        ("3.4/1.8.б", "б) в части оценки:"),
        ("3.4/2", "2. Совет"),
        ("4", "4. Итоги"),
        ("понятия «Тьютор … помощник»", "Тьютор» – помощник"),
    ],
)
def test_numbers_in_torn_tables(cite: str, words: str) -> None:
    """Dates are no clauses; a row that lost its cell still counts; a letter may begin a paragraph inside a cell."""
    act = parse_act(TORN)
    span = resolve(act, parse_citation(cite)).span
    assert span is not None
    assert act.quote(span).strip("«") == words


def test_commands(tmp_path: Path) -> None:
    act, encoded = tmp_path / "tiny.txt", tmp_path / "tiny.yaml"
    act.write_text(ACT, encoding="utf-8")
    encoded.write_text(ENCODED, encoding="utf-8")
    full = rsnms("verify", str(encoded), str(act), "--format", "json")
    assert (full.code, full.json()["coverage"], full.json()["uncited"]) == (0, "1", [])
    assert rsnms("verify", str(encoded), "--sources", str(tmp_path)).code == 0
    assert rsnms("verify", str(encoded), "-", stdin=ACT).code == 0
    shown = rsnms("verify", str(encoded), str(act), "--show", "tiny:subjects.centre.functions.train")
    assert "does: Обучает" in shown.out
    assert "обучает методистов по программам." in shown.out
    answer = rsnms("who", str(encoded), "обучает методистов", "--sources", str(tmp_path))
    assert "обучает методистов по программам." in answer.out
    encoded.write_text(ENCODED.replace("«обучает … программам»", "«обучает … планам»"), encoding="utf-8")
    lost = rsnms("verify", str(encoded), str(act))
    assert lost.code == 1
    assert "tiny.txt" not in lost.err
    assert "subjects.centre.functions.train" in lost.out


@pytest.mark.parametrize("name", sorted(bundled()))
def test_real_acts_are_covered(name: str, act_texts: Path) -> None:
    found = rr.verify(rr.load(name), act_texts / f"{name}.txt")
    assert [f"{free.line}: {free.text}" for free in found.uncited] == []
    assert [
        f"{c.element}: {c.resolution.citation}: {c.resolution.why}"
        for c in found.citations
        if c.status is not Status.RESOLVED
    ] == []
    assert found.coverage_text == "1"


def test_no_sentence_of_an_act_stands_in_the_repository(act_texts: Path) -> None:
    """The same check as the project's own tool: twelve words in a row, outside names and citations."""
    names = {"name", "title", "abbr", "aliases", "misread", "cite", "term", "label", "ru", "en", "result"}

    def words(text: str) -> list[str]:
        return [w.lower().replace("ё", "е") for w in re.findall(r"[^\W_]+", text)]

    known: set[tuple[str, ...]] = set()
    for source in act_texts.glob("*.txt"):
        w = words(source.read_text(encoding="utf-8"))
        known.update(tuple(w[i : i + 12]) for i in range(len(w) - 11))

    def prose(node: object, key: str = "") -> list[str]:
        if isinstance(node, dict):
            return [t for k, v in node.items() for t in prose(v, str(k))]
        if isinstance(node, list):
            return [t for v in node for t in prose(v, key)]
        return [node] if isinstance(node, str) and key not in names else []

    for path in bundled().values():
        for text in prose(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)):
            w = words(text)
            assert not any(tuple(w[i : i + 12]) in known for i in range(len(w) - 11)), f"{path.name}: {text}"
    prose_files = [path for folder in ("docs", "src", "tests", "tools") for path in (ROOT / folder).rglob("*")]
    for path in (ROOT / "README.md", ROOT / "README.ru.md", *prose_files):
        if path.suffix in {".md", ".py"} and "golden" not in path.parts:
            w = words(path.read_text(encoding="utf-8"))
            found = next((w[i : i + 12] for i in range(len(w) - 11) if tuple(w[i : i + 12]) in known), None)
            assert found is None, f"{path.name}: {found}"
