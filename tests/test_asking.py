"""Questions in Russian: what they get, how sure it is, and how well the question set is answered."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rsnms_rules as rr
from benchmarks.questions import FIGURES, PAGE, PARTS, Outcome, outcomes, page, questions, wilson
from rsnms_rules.api.corpus import Corpus
from rsnms_rules.cli.completion import SCRIPTS, candidates
from rsnms_rules.cli.conversation import completer
from rsnms_rules.questions.ask.answer import Grade
from rsnms_rules.questions.ask.kinds import KINDS
from rsnms_rules.questions.ask.words import STOP, content, plain, root, sayings, spoken_out, thesaurus
from tests.command import rsnms
from tests.conftest import ROOT

REGISTRY = "ivanovo:subjects.cnppm.functions.mms-registry-keep"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return rr.load_corpus()


@pytest.fixture(scope="module")
def found(corpus: Corpus) -> dict[str, list[Outcome]]:
    """Every question of both parts, asked once."""
    return {part: outcomes(part, corpus) for part in PARTS}


def test_the_set_names_what_exists(corpus: Corpus) -> None:
    for part in PARTS:
        for question in questions(part):
            if question.regulation == "corpus":
                assert set(question.expect) <= set(corpus), question
                continue
            model = corpus[question.regulation]
            for name in question.expect:
                assert name in model.elements or any(key.startswith(f"{name}.") for key in model.elements), question


def test_no_question_is_in_both_parts_or_twice() -> None:
    asked = [(one.regulation, one.text) for part in PARTS for one in questions(part)]
    assert len(asked) == len(set(asked))


def test_the_floors_hold_on_what_was_tuned(found: dict[str, list[Outcome]]) -> None:
    """Those of the measured part are told by docs/questions.md, which is held fresh: a gate on them would be tuning."""
    for figure in FIGURES:
        hits, total = figure.count(found["tuning"])
        assert 100 * hits >= figure.floor * total, (figure.name, hits, total)


def test_the_report_is_fresh(found: dict[str, list[Outcome]]) -> None:
    made = page({part: asked for part, asked in found.items() if asked})
    assert made == PAGE.read_text(encoding="utf-8"), "run make questions"


def test_wilson_is_the_known_interval() -> None:
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert wilson(0, 0) == (0.0, 1.0)


def test_every_kind_is_registered_once() -> None:
    files = {path.stem for path in (ROOT / "src/rsnms_rules/questions/ask/kinds").glob("*.py")} - {"__init__"}
    assert sorted(kind.NAME for kind in KINDS) == sorted(files)


@pytest.mark.parametrize(
    "question",
    [
        "Кто ведёт учёт сотрудников методслужб?",
        "кто ведет учет сотрудников методслужб",
        "реестр работников методических служб кто ведёт",
        "Кто видет рееестр работников методслужб",
        "СОТРУДНИКОВ МЕТОДСЛУЖБ КТО ВЕДЁТ УЧЁТ???",
    ],
)
def test_word_order_letters_and_typos_do_not_matter(question: str) -> None:
    answer = rr.load("ivanovo").ask(question)
    assert answer.items[0].id == REGISTRY
    assert answer.grade is not Grade.UNKNOWN
    assert answer.citations[0].startswith("3.2.2 ")


def test_a_year_without_a_target_is_unknown_and_the_nearest_is_shown() -> None:
    reg = rr.load("ivanovo")
    known = reg.ask("Какая доля учителей должна пройти диагностику в 2022 году?")
    assert (known.grade, "9 %" in str(known.text)) == (Grade.ANSWER, True)
    answer = reg.ask("Какая доля учителей должна пройти диагностику в 2031 году?")
    assert answer.unknown
    assert not answer.items
    assert [item.id for item in answer.nearest] == ["ivanovo:indicators.diagnosed"]


def test_a_lost_part_is_named() -> None:
    answer = rr.load("krasnoyarsk").ask("Какая доля педагогов должна пройти курсы в 2023 году?")
    assert answer.unknown
    assert [gap.element for gap in answer.why] == ["krasnoyarsk:indicators"]


def test_a_level_restricts() -> None:
    reg = rr.load("krasnoyarsk")
    for level, carrier in (("региональном", "kk-ipk"), ("муниципальном", "mms")):
        answer = reg.ask(f"Кто проводит конкурсы профмастерства на {level} уровне?")
        assert answer.items[0].id.split(".")[1] == carrier, answer


def test_a_region_in_words_restricts_the_corpus(corpus: Corpus) -> None:
    answer = corpus.ask("Кто ведёт реестр работников методслужб в Оренбургской области?")
    assert {item.regulation for item in answer.items} == {"orenburg"}


def test_an_answer_over_acts_names_them_together(corpus: Corpus) -> None:
    answer = corpus.ask("В каких регионах есть методактив?")
    assert [item.regulation for item in answer.best] == ["novosibirsk", "orenburg"]
    assert "krasnoyarsk" in {gap.regulation for gap in answer.why}


def test_higher_is_told_by_the_targets_first_the_highest(corpus: Corpus) -> None:
    answer = corpus.ask("Где выше доля молодых педагогов, охваченных поддержкой?")
    assert [item.regulation for item in answer.best][:3] == ["orenburg", "novosibirsk", "ivanovo"]
    assert all(part in str(item.value) for item, part in zip(answer.best, ("100 %", "70 %", "12 %"), strict=False))
    lower = corpus.ask("Где ниже доля молодых педагогов, охваченных поддержкой: в Оренбурге или Новосибирске?")
    assert [item.regulation for item in lower.best] == ["novosibirsk", "orenburg"]


def test_an_empty_corpus_knows_nothing() -> None:
    assert Corpus({}).ask("Кто ведёт реестр?").unknown


def test_shorthand_is_written_out() -> None:
    assert spoken_out(plain("Методический совет и педсовет")) == "методсовет и педсовет"
    assert spoken_out(plain("Сотрудники ММС")) == spoken_out(plain("сотрудники муниципальной методической службы"))
    assert root("актив") != root("акт")
    assert content("кто и что") == ()
    assert content("объединение") == content("обьединение")


def test_the_thesaurus_joins_words_by_their_beginnings() -> None:
    table = thesaurus()
    for one, other in (("выявляют", "диагностика"), ("следит", "мониторинга"), ("деньги", "финансирование")):
        assert table.kin(root(one))[1] & table.kin(root(other))[1], (one, other)
    assert not table.kin(root("учителя"))[1] & table.kin(root("учитывать"))[1]  # the longest beginning wins
    assert table.kin("ы") == ("ы", frozenset())
    same = {"нужн", "сред"}  # «нужно» and «среди» have the stems of «нужный» and «среда»
    assert {root(word) for word in STOP} & (set(table.whole) | set(table.beginnings)) <= same


def test_what_people_call_a_concept_names_concepts_of_the_catalogue(corpus: Corpus) -> None:
    concepts = {concept.id: concept for concept in corpus["ivanovo"].catalogue.concepts}
    assert set(sayings()) <= set(concepts)
    silent = {name for name in concepts if name not in sayings()}
    assert silent <= {concept.broader for concept in concepts.values()} | {"mechanism.regulation"}


@pytest.mark.parametrize(
    ("regulation", "question", "expected"),
    [
        ("ivanovo", "Что ЦНППМ делает с реестром методистов?", "subjects.cnppm.functions.mms-registry-keep"),
        ("orenburg", "При каком колледже работает ЦНППМ?", "subjects.cnppm"),
        ("orenburg", "Кто подписал приказ?", "act"),
        ("novosibirsk", "Какой стаж нужен, чтобы попасть в методактив?", "subjects.active.notes"),
        ("orenburg", "Что делает Дворец творчества Поляничко?", "subjects.model-centre"),
    ],
)
def test_what_stands_beside_lists_is_found(regulation: str, question: str, expected: str) -> None:
    assert rr.load(regulation).ask(question).items[0].id.startswith(f"{regulation}:{expected}")


def test_what_lacks_the_word_on_which_a_question_turns_is_no_sure_answer() -> None:
    reg = rr.load("ivanovo")
    assert reg.ask("Кто ведёт реестр работников методслужб?").grade is Grade.ANSWER
    for question in ("Кто ведёт реестр наставников?", "Кто финансирует стажировки?"):
        assert reg.ask(question).grade is not Grade.ANSWER, question


def test_krasnoyarsk_is_heard_as_a_place(corpus: Corpus) -> None:
    answer = corpus.ask("Кто ведёт реестр методистов в Красноярском крае?")
    assert {item.regulation for item in answer.items} == {"krasnoyarsk"}


@settings(max_examples=150)
@given(st.text(max_size=80))
def test_any_text_gets_an_answer_and_the_same_one(text: str) -> None:
    reg = rr.load("pestyaki")
    answer = reg.ask(text)
    assert str(answer) == str(reg.ask(text))
    assert all(0 <= item.score <= 1 for item in (*answer.items, *answer.nearest))
    assert answer.unknown == (not answer.items)


def test_a_conversation_from_a_pipe() -> None:
    outcome = rsnms("ask", "ivanovo", stdin="Сколько функций у ЦНППМ?\n\nвыход\nКто ведёт реестр?\n")
    assert (outcome.code, outcome.err) == (0, "")
    assert "  14\n" in outcome.out
    assert "Кто ведёт реестр?" not in outcome.out
    assert rsnms("ask", "ivanovo", " ").code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="readline is not on Windows")
def test_history_and_completion_on_a_terminal(tmp_path: Path) -> None:
    import os
    import pty

    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "rsnms_rules", "ask", "ivanovo"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, close_fds=True) as process:
        os.close(theirs)
        said = _until(ours, "? ")
        os.write(ours, "Сколько функций у ЦНППМ?\n".encode())
        said += _until(ours, "3.2.2")
        os.write(ours, b"\x04")
        process.wait(timeout=60)
    os.close(ours)
    assert "Ctrl+D" in said
    assert process.returncode == 0
    assert "Сколько функций у ЦНППМ?" in (tmp_path / "rsnms" / "history").read_text(encoding="utf-8")


def _until(handle: int, words: str) -> str:
    import os

    said = b""
    while words.encode() not in said:
        said += os.read(handle, 4096)
    return said.decode("utf-8", "replace")


def test_the_prompt_completes_names() -> None:
    complete = completer(Corpus({"ivanovo": rr.load("ivanovo")}))
    assert complete("цнп", 0) == "ЦНППМ"
    assert complete("цнп", 1) is None
    assert complete("", 0) is None


CANDIDATES = {
    "commands": (["as"], ["ask", "assess"]),
    "ids": (["ask", "iv"], ["ivanovo"]),
    "bodies": (["functions", "ivanovo", "cn"], ["cnppm"]),
    "terms": (["ask", "ivanovo", "Менторство"], ["Менторство (здесь)"]),
    "options": (["who", "--conc"], ["--concept"]),
    "choices": (["who", "--format", "j"], ["json"]),
    "concepts": (["who", "ivanovo", "--concept", "mms-registry"], ["mms-registry.keep"]),
    "no such command": (["whoo", "x"], []),
    "no such id": (["functions", "ivanowo", "c"], []),
}


@pytest.mark.parametrize("name", CANDIDATES)
def test_the_shell_is_offered_what_fits(name: str) -> None:
    words, expected = CANDIDATES[name]
    assert candidates(words) == expected
    assert rsnms("completion", "words", "--", *words).out.split("\n")[:-1] == expected


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_scripts_are_printed(shell: str) -> None:
    outcome = rsnms("completion", shell)
    assert outcome.code == 0
    assert "rsnms completion words" in outcome.out


def test_bash_completes(tmp_path: Path) -> None:
    script = tmp_path / "completion.bash"
    script.write_text(SCRIPTS["bash"], encoding="utf-8")
    rsnms_command = Path(sys.executable).with_name("rsnms")
    lines = f"""
    rsnms() {{ "{rsnms_command}" "$@"; }}
    source "{script}"
    COMP_WORDS=(rsnms ask iv); COMP_CWORD=2; _rsnms; printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(["bash", "-c", lines], capture_output=True, text=True, check=False)
    assert done.stdout == "ivanovo\n", done.stderr


def test_the_answer_reads_the_same_in_json() -> None:
    outcome = rsnms("ask", "ivanovo", "Кто ведёт учёт сотрудников методслужб?", "--format", "json").json()
    assert outcome["schema"] == "rsnms/ask/1"
    assert (outcome["kind"], outcome["grade"], outcome["unknown"]) == ("who", "answer", False)
    assert outcome["answers"][0]["id"] == REGISTRY
    assert outcome["answers"][0]["cite"] == ["3.2.2 «обеспечивает ведение реестра … методических служб»"]
    assert {"id", "label", "value", "cite", "score"} <= set(outcome["answers"][0])
    assert io.StringIO(outcome["text"]).read()
