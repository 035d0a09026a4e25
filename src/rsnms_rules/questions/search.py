"""Search in short Russian texts: stems find candidates (BM25), n-grams of stems rank them.

The method and its figures are in FACTS: BM25 on stems for the top 100, re-ranked by 3- and 4-grams, forgives
typos and word forms and needs only a stemmer. Scores run from 0 to 1 and are the same on every machine.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

CANDIDATES = 100
K1, B = 1.2, 0.75
"""The usual parameters of BM25 (Robertson and Zaragoza 2009, section 3.4)."""
UNSEEN = 0.5
"""Weight of an n-gram that no document has, relative to the rarest one that some have."""

_WORD = re.compile(r"[^\W_]+")
_STOP = frozenset(
    """
    а в во для до за и из или к как какая какие какой кем ком кому кто ли на над не о об от по под при с со что это
    чем чего чья чьи чей у их его её ее том числе the of and a to in who is for which
    """.split()  # noqa: SIM905 -- a list of fifty strings reads worse
)


@cache
def _stemmer() -> object:
    import snowballstemmer

    return snowballstemmer.stemmer("russian")


@cache
def stem(word: str) -> str:
    """The stem of a lower-case word."""
    return str(_stemmer().stemWord(word))  # type: ignore[attr-defined]


def stems(text: str) -> list[str]:
    """Stems of the words of a text without the words that carry no meaning."""
    words = (word.replace("ё", "е") for word in _WORD.findall(text.lower()))
    return [stem(word) for word in words if word not in _STOP]


def _grams(words: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in words:
        edged = f"^{word}$"
        for size in (3, 4):
            found.update(edged[i : i + size] for i in range(max(1, len(edged) - size + 1)))
    return found


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers, by its position, with a score from 0 to 1."""

    document: int
    score: float


class Index:
    """An index over texts, built once; `search` returns hits, best first, ties in the order of the texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Index `texts`; their order gives the documents their positions."""
        self._terms = [Counter(stems(text)) for text in texts]
        self._grams = [_grams(terms) for terms in self._terms]
        self._sizes = [terms.total() for terms in self._terms]
        self._mean = sum(self._sizes) / len(self._sizes) if self._sizes else 1.0
        self._with_term: dict[str, list[int]] = {}
        for document, terms in enumerate(self._terms):
            for term in terms:
                self._with_term.setdefault(term, []).append(document)
        self._gram_counts = Counter(gram for grams in self._grams for gram in grams)

    def search(self, query: str) -> list[Hit]:
        """Rank the documents for a query; documents without anything in common are left out."""
        words = stems(query)
        wanted = _grams(words)
        if not wanted:
            return []
        hits = [Hit(document, self._similarity(wanted, document)) for document in self._candidates(words)]
        return sorted((hit for hit in hits if hit.score > 0), key=lambda hit: (-hit.score, hit.document))

    def _candidates(self, words: list[str]) -> list[int]:
        scores: dict[int, float] = {}
        for word in words:
            documents = self._with_term.get(word, [])
            idf = math.log(1 + (len(self._terms) - len(documents) + 0.5) / (len(documents) + 0.5))
            for document in documents:
                tf = self._terms[document][word]
                norm = K1 * (1 - B + B * self._sizes[document] / self._mean)
                scores[document] = scores.get(document, 0.0) + idf * tf * (K1 + 1) / (tf + norm)
        best = sorted(scores, key=lambda document: (-scores[document], document))[:CANDIDATES]
        if len(best) < CANDIDATES:  # words with typos have no stem in common: let the n-grams see more
            best += [d for d in range(min(len(self._terms), 5 * CANDIDATES)) if d not in scores]
        return best

    def _weight(self, gram: str) -> float:
        count = self._gram_counts.get(gram, 0)
        total = len(self._grams)
        return math.log(1 + total / count) if count else UNSEEN * math.log(1 + total)

    def _similarity(self, wanted: Counter[str], document: int) -> float:
        have = self._grams[document]
        total = sum(self._weight(gram) for gram in wanted)
        common = sum(self._weight(gram) for gram in wanted if gram in have)
        size = sum(self._weight(gram) for gram in have)
        containment = common / total
        return round(0.85 * containment + 0.15 * (2 * common / (total + size)), 3)
