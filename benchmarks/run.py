"""Measures reading and start-up as ratios against a peer in the same run; writes docs/benchmarks.md.

Both sides of a pair run in turn, A B A B …, so that a change of the machine's speed hits both; the median of the
ratios pair by pair is what counts.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks.generate import regulation
from benchmarks.questions import PARTS, questions
from rsnms_rules.api.loading import bundled_catalogue, load_corpus
from rsnms_rules.questions.ask.words import content, plain, spoken_out
from rsnms_rules.source.file import read_regulation

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
SIZE = 157_000
SEED = 20_261_123
"""Not the seed that the reader was tuned on (1)."""
ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}


class Pair(NamedTuple):
    """Times of A and B in milliseconds, run in turn."""

    a: list[float]
    b: list[float]

    @property
    def ratio(self) -> float:
        """Median of A/B, pair by pair."""
        return statistics.median(a / b for a, b in zip(self.a, self.b, strict=True))


def paired(a: Callable[[], object], b: Callable[[], object], runs: int) -> Pair:
    """Time two calls in turn, after one uncounted run of each."""
    times: Pair = Pair([], [])
    for run in range(runs + 1):
        for call, into in ((a, times.a), (b, times.b)):
            start = time.perf_counter()
            call()
            spent = (time.perf_counter() - start) * 1000
            if run:
                into.append(spent)
    return times


def process(*arguments: str) -> Callable[[], object]:
    """A whole process with these arguments, its output thrown away."""
    return lambda: subprocess.run(arguments, stdout=subprocess.DEVNULL, check=True, env=ENVIRONMENT)


def _row(name: str, pair: Pair, limits: str) -> str:
    a, b = statistics.median(pair.a), statistics.median(pair.b)
    return f"| {name} | {a:.1f} | {b:.1f} | **{pair.ratio:.2f}** | {limits} |"


def _reading() -> str:
    text = regulation(SIZE, SEED)
    data = text.encode()
    catalogue = bundled_catalogue()

    def ours() -> None:
        assert read_regulation(data, "made-up.yaml", catalogue).model is not None

    pair = paired(ours, lambda: yaml.load(data, Loader=yaml.CSafeLoader), 31)
    name = f"read and validate {len(data) // 1000} KB / bare `yaml.load` with `CSafeLoader`"
    return _row(name, pair, "1.0 / 0.5")


def _starts() -> list[str]:
    command = str(Path(sys.executable).with_name("rsnms"))
    bare = process(sys.executable, "-c", "pass")
    return [
        _row("`rsnms --help` / bare interpreter", paired(process(command, "--help"), bare, 31), "3 / 2"),
        _row(
            "`rsnms who ivanovo …` / bare interpreter",
            paired(process(command, "who", "ivanovo", "реестр методических служб"), bare, 15),
            "—",
        ),
    ]


def _asking() -> str:
    """Every question of the set, over five acts, against the same questions cut into stems; a mean per question."""
    corpus = load_corpus()
    asked = [question.text for part in PARTS for question in questions(part)]
    corpus.ask(asked[0])

    def ours() -> None:
        corpus._asker.scope.matcher._known.clear()  # the neighbours of words are looked up anew
        spoken_out.cache_clear()
        for text in asked:
            corpus.ask(text)

    def theirs() -> None:
        spoken_out.cache_clear()
        for text in asked:
            content(spoken_out(plain(text)))

    pair = paired(ours, theirs, 7)
    each = Pair([time / len(asked) for time in pair.a], [time / len(asked) for time in pair.b])
    return _row(f"a question over five acts, mean of {len(asked)} / its words alone", each, "A under 10 ms")


def main() -> None:
    """Measure and write the page."""
    rows = [_reading(), *_starts(), _asking()]
    page = "\n".join(
        [
            "# Benchmarks",
            "",
            "Written by `make bench`. Medians in milliseconds; the ratio is the median of A/B over pairs that ran in",
            "turn in the same minute. Floor: the least that ships; goal: what we are after. Absolute times differ from",
            "machine to machine and are here only to show the order of size.",
            "",
            "| what (A / B) | A, ms | B, ms | A / B | floor / goal |",
            "|---|---|---|---|---|",
            *rows,
            "",
            f"Python {platform.python_version()}, PyYAML {yaml.__version__}, {platform.machine()},",
            f"{os.cpu_count()} cores,",
            f"generated file with seed {SEED}.",
            "",
        ]
    )
    PAGE.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
