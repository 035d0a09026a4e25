"""Which entries have the words of a question, and how many of them: the score of an answer.

A question is a set of stems, each weighted by its rarity. An entry has a stem exactly, by a synonym, or by one that is
spelled alike (Dice coefficient of 2- and 3-grams of stems: typos, and words of one root). The score is the share of the
question's weight that the entry has, and a little for how much of the entry the question has. So every score can be
explained word by word.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rsnms_rules.questions.ask.entry import FULL, LABEL, Entry
from rsnms_rules.questions.ask.words import OURS, content, decisive, plain, spoken_out, stems, thesaurus, weak

FIRST, LATE = 12, 0.8
"""Words of a statement that say what it is about, and what later ones are worth: statements begin with their verb."""
KINDRED = 0.9
"""What a word of the same beginning in the thesaurus is worth: выявляет, выявление."""
SYNONYM = 0.8
"""What a word that means the same is worth."""
ALIKE = 0.5
"""Least Dice coefficient of two stems that are taken for one word."""
PART, COMPOUND = 5, 0.75
"""Letters of a stem that counts inside a longer one («медиатурнир»: «турнир»), and what that is worth."""
WEAK_WEIGHT = 0.25
"""Weight of words that say little, however rare they are."""
VERB_WEIGHT = 0.4
"""Weight of other verbs: people have many for one duty."""
GATE = 0.55
"""What is left of the score of an entry that has not the word on which a question turns (утверждает, реестр)."""
COMMON = 0.12
"""Least weight of a word, relative to the rarest one."""
UNSEEN = 0.55
"""Weight of a word that no entry has, relative to the rarest one."""
LEAST = 0.1
"""Entries with less of the question are left out."""
REMEMBERED = 10_000
"""Words whose neighbours are remembered; more are looked up again."""
RECENT = 16
"""Searches that are remembered."""
CLOSE = 0.7
"""What another word must be worth to stand for one of an entry's own statement."""
WINDOW, SCATTERED, RANKED = 4, 0.1, 40
"""Neighbours in a question are neighbours in an entry within so many words; what an entry loses at most whose are not;
and how many of the best entries are looked at."""
FOCUS = 0.12
"""Share of the score for how much of the entry's own statement the question has."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry with its score, and the share of its own statement that the question has; from 0 to 1."""

    entry: Entry
    score: float
    focus: float


def grams(word: str) -> frozenset[str]:
    """The 2- and 3-grams of a stem with its edges marked."""
    edged = f"^{word}$"
    return frozenset(edged[i : i + size] for size in (2, 3) for i in range(len(edged) - size + 1))


def _factor(word: str, verbs: Collection[str]) -> float:
    if word in weak():
        return WEAK_WEIGHT
    return VERB_WEIGHT if word in verbs else 1.0


def _passed(number: int, gates: Sequence[Mapping[int, float]]) -> float:
    """What is left of an entry's score for each word on which the question turns and that the entry has not."""
    return math.prod(1.0 if gate.get(number, 0.0) >= ALIKE else GATE for gate in gates)


def _places(words: Sequence[str]) -> dict[str, list[int]]:
    """Where each word of a text stands in it."""
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(word, []).append(place)
    return found


class Matcher:
    """The entries of one or several acts, indexed once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index `entries`; their order settles ties."""
        self.entries = tuple(entries)
        self._numbers = {(entry.element, entry.sort): number for number, entry in enumerate(self.entries)}
        self._postings: dict[str, dict[int, float]] = {}
        self._texts: list[list[dict[str, list[int]]]] = []
        self._heads: list[frozenset[str]] = []
        for number, entry in enumerate(self.entries):
            self._texts.append(
                [_places(content(spoken_out(plain(part)))) for text, _ in entry.texts for part in text.split(";")]
            )
            self._heads.append(frozenset(content(spoken_out(plain(entry.head)))))
            for text, weight in entry.texts:
                for place, word in enumerate(stems(spoken_out(plain(text)))):
                    found = self._postings.setdefault(word, {})
                    late = LATE if place >= FIRST and weight == FULL else 1.0
                    found[number] = max(found.get(number, 0.0), weight * late)
        self._known: dict[str, dict[str, float]] = {}
        self._found: dict[tuple[tuple[str, ...], frozenset[str]], list[Hit]] = {}
        self._grams: dict[str, list[str]] = {}
        self._groups: dict[int, list[str]] = {}
        for word in self._postings:
            for group in thesaurus().kin(word)[1]:
                self._groups.setdefault(group, []).append(word)
            for gram in grams(word):
                self._grams.setdefault(gram, []).append(word)

    def weigh(self, words: Sequence[str], verbs: Collection[str] = ()) -> dict[str, float]:
        """The weight of each word of a question: its rarity here, less for verbs and for words that say little."""
        total = len(self.entries) + 1
        top = math.log(total)
        found = {}
        for word in words:
            near = self.near(word)
            count = sum(len(self._postings[other]) for other, worth in near.items() if worth >= SYNONYM)
            rarity = math.log(total / count) if count else UNSEEN * top
            rarity = min(rarity, 1.0) if word in weak() else max(rarity, COMMON * top)
            found[word] = rarity * _factor(word, verbs)
        return found

    def near(self, word: str) -> dict[str, float]:
        """The indexed stems that stand for `word`, each with what it is worth."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
        if word not in self._known:
            self._known[word] = self._near(word)
        return self._known[word]

    def _near(self, word: str) -> dict[str, float]:
        found = {word: 1.0} if word in self._postings else {}
        beginning, groups = thesaurus().kin(word)
        for other in (other for group in groups for other in self._groups.get(group, ())):
            if other not in found:
                found[other] = KINDRED if thesaurus().kin(other)[0] == beginning else SYNONYM
        if len(word) < 4 or word in OURS:
            return found
        mine = grams(word)
        common = Counter(other for gram in mine for other in self._grams.get(gram, ()))
        for other, count in common.items():
            dice = 2 * count / (len(mine) + 2 * len(other) + 1)
            inside = len(other) >= PART and other in word
            if (dice >= ALIKE or inside) and len(other) >= 4 and other not in found:
                found[other] = max(round(dice * 0.95, 3), COMPOUND if inside else 0.0)
        return found

    def search(self, words: Sequence[str], verbs: Collection[str] = ()) -> list[Hit]:
        """Entries that have words of the question, best first; ties in the order of the entries.

        The last few searches are remembered: the kinds of one question look for the same words.
        """
        asked = tuple(dict.fromkeys(words)), frozenset(verbs)
        if asked not in self._found:
            if len(self._found) >= RECENT:
                self._found.clear()
            self._found[asked] = self._search(*asked)
        return self._found[asked]

    def _search(self, words: tuple[str, ...], verbs: frozenset[str]) -> list[Hit]:
        weights = self.weigh(words, verbs)
        scores, shared = self._shares(weights)
        gates = [self._having(word) for word in weights if word in decisive()]
        focus = {number: min(shared.get(number, 0) / max(len(self._heads[number]), 1), 1.0) for number in scores}
        found = sorted(
            (-round(_passed(number, gates) * ((1 - FOCUS) * share + FOCUS * focus[number]), 4), number)
            for number, share in scores.items()
            if share >= LEAST
        )
        found = sorted(
            (round(score * (1 - SCATTERED * self._scattered(number, weights)), 4) if rank < RANKED else score, number)
            for rank, (score, number) in enumerate(found)
        )
        return [Hit(self.entries[number], -score, focus[number]) for score, number in found]

    def _shares(self, weights: Mapping[str, float]) -> tuple[dict[int, float], dict[int, int]]:
        """The share of the question that each entry has, and how many of its words stand in the entry's statement."""
        total = sum(weights.values())
        scores: dict[int, float] = {}
        shared: dict[int, int] = {}
        for word, weight in weights.items():
            close = {other for other, worth in self.near(word).items() if worth >= CLOSE}
            for number, worth in self._having(word).items():
                scores[number] = scores.get(number, 0.0) + weight * worth
                if worth > LABEL * ALIKE and not self._heads[number].isdisjoint(close):
                    shared[number] = shared.get(number, 0) + 1
        return {number: score / total for number, score in scores.items()}, shared

    def _scattered(self, number: int, weights: Mapping[str, float]) -> float:
        """The share of neighbours in the question that an entry has, but far apart; from 0 to 1."""
        words = [word for word in weights if word not in weak()]
        pairs = [
            (self.near(one), self.near(other), min(weights[one], weights[other])) for one, other in pairwise(words)
        ]
        apart = sum(weight for one, other, weight in pairs if self._are_apart(number, one, other))
        return apart / (sum(weight for _, _, weight in pairs) or 1.0)

    def _are_apart(self, number: int, one: Mapping[str, float], other: Mapping[str, float]) -> bool:
        """Whether the entry has both words, but nowhere near each other."""
        both = False, False
        for text in self._texts[number]:
            here = [place for word in text.keys() & one.keys() for place in text[word]]
            there = [place for word in text.keys() & other.keys() for place in text[word]]
            if here and there and any(abs(a - b) <= WINDOW for a in here for b in there):
                return False
            both = both[0] or bool(here), both[1] or bool(there)
        return all(both)

    def together(self, words: Sequence[str], verbs: Collection[str], pairs: Sequence[Sequence[Entry]]) -> list[float]:
        """The share of a question that the entries of each pair have between them, from 0 to 1."""
        weights = self.weigh(tuple(dict.fromkeys(words)), verbs)
        having = [(weight, self._having(word)) for word, weight in weights.items()]
        total = sum(weights.values())
        numbers = [[self._numbers[entry.element, entry.sort] for entry in pair] for pair in pairs]
        return [sum(weight * max(had.get(n, 0.0) for n in pair) for weight, had in having) / total for pair in numbers]

    def _having(self, word: str) -> dict[int, float]:
        """The entries that have a word of the question, with what that is worth."""
        found: dict[int, float] = {}
        for other, worth in self.near(word).items():
            for number, weight in self._postings[other].items():
                value = worth * weight
                if value > found.get(number, 0.0):
                    found[number] = value
        return found
