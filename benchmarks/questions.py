"""How well questions are answered: figures over the question set with intervals, and every miss.

The set lies in tests/questions: `tuning` is what the search was built on, `measured` is what it was never changed for.
A question names what answers it (`expect`: elements without the act's id; for `corpus` the ids of acts; empty: the
acts are silent) and, for facts, words that the answer must have (`value`). `python -m benchmarks.questions` writes
docs/questions.md.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import rsnms_rules as rr
from rsnms_rules.api.corpus import Corpus
from rsnms_rules.questions.ask.answer import Answer

ROOT = Path(__file__).resolve().parents[1]
SET = ROOT / "tests" / "questions"
PAGE = ROOT / "docs" / "questions.md"
PARTS = ("measured", "tuning")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader of libyaml where it is there: the set has thousands of lines."""
FACTS = frozenset({"indicator", "deadline", "level", "act", "functions"})
"""Kinds whose answers are computed; a question of these counts as a fact where it names a `value`."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the set."""

    part: str
    regulation: str
    text: str
    kind: str
    expect: tuple[str, ...]
    value: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a question got."""

    question: Question
    answer: Answer
    first: bool
    three: bool

    @property
    def answerable(self) -> bool:
        """Whether the acts answer it."""
        return bool(self.question.expect)

    @property
    def fact(self) -> bool:
        """Whether the answer is computed from the model."""
        return self.answerable and bool(self.question.value) and self.question.kind in FACTS


@cache
def questions(part: str) -> tuple[Question, ...]:
    """The questions of a part, in the order of the files."""
    return tuple(question for path in sorted((SET / part).glob("*.yaml")) for question in _file(part, path))


def _file(part: str, path: Path) -> Iterator[Question]:
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    for entry in data["questions"]:
        expect, value = tuple(entry["expect"]), tuple(map(str, entry.get("value", ())))
        yield Question(part, data["regulation"], entry["q"], entry["kind"], expect, value)


def judge(question: Question, corpus: Corpus) -> Outcome:
    """Ask a question and hold the answer against what is expected."""
    if question.regulation == "corpus":
        return _judge_acts(question, corpus.ask(question.text))
    answer = corpus[question.regulation].ask(question.text)
    if not question.expect:
        return Outcome(question, answer, answer.unknown, answer.unknown)
    right = [_is(item.id.partition(":")[2], question.expect) for item in answer.items]
    said = str(answer.text).casefold()
    first = bool(right) and right[0] and all(word.casefold() in said for word in question.value)
    return Outcome(question, answer, first, any(right[:3]))


def _is(element: str, expect: Sequence[str]) -> bool:
    return any(element == name or element.startswith(f"{name}.") for name in expect)


def _judge_acts(question: Question, answer: Answer) -> Outcome:
    """Of several acts all must be named and no other; of one it must come first."""
    if not question.expect:
        return Outcome(question, answer, answer.unknown, answer.unknown)
    named = list(dict.fromkeys(item.regulation for item in answer.items if item.kind == answer.kind))
    expect = list(question.expect)
    first = set(named) == set(expect) or (len(expect) == 1 and named[:1] == expect)
    return Outcome(question, answer, first, set(expect) <= set(named))


def outcomes(part: str, corpus: Corpus) -> list[Outcome]:
    """Ask every question of a part."""
    return [judge(question, corpus) for question in questions(part)]


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927); from 0 to 1."""
    if not total:
        return 0.0, 1.0
    z, share = 1.96, hits / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Figure:
    """A share with its name, and the floor and goal of the issue in percent."""

    name: str
    of: Callable[[Outcome], bool]
    hit: Callable[[Outcome], bool]
    limits: str
    floor: int

    def count(self, found: Iterable[Outcome]) -> tuple[int, int]:
        """Hits and total."""
        chosen = [one for one in found if self.of(one)]
        return sum(map(self.hit, chosen)), len(chosen)

    def share(self, found: Iterable[Outcome]) -> str:
        """The share with its interval."""
        hits, total = self.count(found)
        low, high = wilson(hits, total)
        return f"{hits}/{total} = {100 * hits / total:.0f} % ({100 * low:.0f}–{100 * high:.0f})" if total else "—"


FIGURES = (
    Figure("first answer right", lambda one: one.answerable, lambda one: one.first, "80 / 90 %", 80),
    Figure("among the first three", lambda one: one.answerable, lambda one: one.three, "93 / 97 %", 93),
    Figure("unanswerable: unknown", lambda one: not one.answerable, lambda one: one.first, "70 / 90 %", 70),
    Figure("answerable: not unknown", lambda one: one.answerable, lambda one: not one.answer.unknown, "90 / 97 %", 90),
    Figure("facts right", lambda one: one.fact, lambda one: one.first, "95 / 99 %", 95),
)


def _table(heading: str, rows: Iterable[tuple[str, list[Outcome]]]) -> Iterator[str]:
    yield f"| {heading} | " + " | ".join(figure.name for figure in FIGURES) + " |"
    yield "|---" * (len(FIGURES) + 1) + "|"
    for name, found in rows:
        yield f"| {name} | " + " | ".join(figure.share(found) for figure in FIGURES) + " |"


def _groups(found: list[Outcome], key: Callable[[Outcome], str]) -> list[tuple[str, list[Outcome]]]:
    names = sorted({key(one) for one in found})
    return [(name, [one for one in found if key(one) == name]) for name in names]


def page(parts: dict[str, list[Outcome]]) -> str:
    """The report: figures per part, kind and act, and every miss."""
    lines = [
        "# How well questions are answered",
        "",
        "Written by `make questions` from the sets in tests/questions, and held fresh by a test. In brackets the 95 %",
        "interval (Wilson). *tuning* is what the search was built on and proves nothing; *measured* is what it was",
        "never changed for. Floors and goals: " + "; ".join(f"{one.name} {one.limits}" for one in FIGURES) + ".",
        "",
        *_table("part", parts.items()),
    ]
    for part, found in parts.items():
        lines += ["", f"## {part}, by kind", "", *_table("kind", _groups(found, lambda one: one.question.kind))]
        lines += ["", f"## {part}, by act", "", *_table("act", _groups(found, lambda one: one.question.regulation))]
        lines += ["", f"## {part}, every miss", "", *(_miss(one) for one in found if not one.first)]
    return "\n".join(lines) + "\n"


def _miss(one: Outcome) -> str:
    items = one.answer.items or one.answer.nearest
    got = f"`{items[0].id}` ({items[0].score})" if items else "nothing"
    expected = ", ".join(f"`{name}`" for name in one.question.expect) or "unknown"
    near = ", right among three" if one.answerable and one.three else ""
    asked = one.question
    return (
        f"- {asked.regulation}, {asked.kind}: «{asked.text}» expected {expected}; {one.answer.grade.value}: {got}{near}"
    )


def main() -> None:
    """Ask everything and write the page."""
    corpus = rr.load_corpus()
    text = page({part: found for part in PARTS if (found := outcomes(part, corpus))})
    PAGE.write_text(text, encoding="utf-8")
    print("\n".join(text.splitlines()[:12]))


if __name__ == "__main__":
    main()
