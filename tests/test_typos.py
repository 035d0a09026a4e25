"""Fifty one-letter typos in regulations: refused, and nearly all with the right suggestion."""

from __future__ import annotations

import random
import re
from typing import NamedTuple

import pytest

import rsnms_rules as rr
from rsnms_rules.api.bundled import bundled
from rsnms_rules.i18n import speaking

LETTERS = "abcdefghijklmnopqrstuvwxyz"
COUNT, RIGHT = 50, 48
KEYS = re.compile(r"(?<=[{ ])([a-z_]{4,})(?=: )")
CONCEPTS = re.compile(r"concepts: \[([a-z-]+\.[a-z-]+)")
WORDS = re.compile(r"(?:kind|level|mode|unit|how|every|standing|extent|where|why): ([a-z-]{4,})(?=[,}\n])")
REFERENCES = re.compile(
    r"(?:issuer|coordinator|part_of|direction): ([a-z0-9-]{4,})|(?:with|to|responsible): \[([a-z-]{4,})"
)


class Typo(NamedTuple):
    """A place in a file, the word there, and what somebody typed in its stead."""

    file: str
    at: int
    word: str
    typed: str


def typed(word: str, draw: random.Random) -> str:
    """The word with a letter left out, doubled, changed, or swapped with its neighbour."""
    at = draw.randrange(1, len(word) - 1)
    found = word
    while found == word:
        found = draw.choice(
            [
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + draw.choice(LETTERS) + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )
    return found


def typos(seed: int) -> list[Typo]:
    """Typos in keys, concepts, words of closed vocabularies and ids, as many of each kind as of the others."""
    draw = random.Random(seed)
    texts = {name: path.read_text(encoding="utf-8") for name, path in bundled().items()}
    found: list[Typo] = []
    while len(found) < COUNT:
        kind = (KEYS, CONCEPTS, WORDS, REFERENCES)[len(found) % 4]
        name = draw.choice(sorted(texts))
        match = draw.choice(list(kind.finditer(texts[name])))
        group = next(index for index in range(1, len(match.groups()) + 1) if match[index])
        if "«" in texts[name][texts[name].rfind("\n", 0, match.start()) : match.start()].partition('"')[2]:
            continue  # inside a quoted text
        found.append(Typo(name, match.start(group), match[group], typed(match[group], draw)))
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_typos_are_refused_with_the_right_suggestion(seed: int) -> None:
    right = 0
    for typo in typos(seed):
        text = bundled()[typo.file].read_text(encoding="utf-8")
        broken = text[: typo.at] + typo.typed + text[typo.at + len(typo.word) :]
        with speaking("en"), pytest.raises(rr.InvalidRegulation) as caught:
            rr.loads(broken)
        said = [f"{one.message} {one.remedy}" for one in caught.value.findings]
        line = text.count("\n", 0, typo.at) + 1
        assert any(one.location.line == line for one in caught.value.findings), typo
        right += any(f"«{typo.word}»" in one for one in said)
    assert right >= RIGHT
