"""Which element of A is which element of B: by what it is, then by id, by label, and at last by likeness of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from rsnms_rules.differences.kinds import Item, Pair

Key = Callable[[Item], Hashable | None]
"""What two items must share to be one thing; None where an item has nothing to share."""

ALIKE = 0.8
"""Least likeness of two labels, from 0 to 1, at which they are taken for one thing; the score is shown."""


def match(a: Iterable[Item], b: Iterable[Item], keys: Sequence[Key], *, alike: bool = True) -> tuple[Pair, ...]:
    """Pair items by the first key that they share, the most alike first; what is left by the likeness of labels.

    The order of the items does not matter, and `match(b, a)` gives the same pairs the other way round.
    """
    left, right = {item.element: item for item in a}, {item.element: item for item in b}
    pairs: list[Pair] = []
    for key in keys:
        for ours, theirs in _groups(left.values(), right.values(), key):
            pairs += _best(ours, theirs, left, right)
    if alike:
        candidates = ((one, two) for one in left.values() for two in right.values() if one.sort == two.sort)
        near = [(score, one, two) for one, two in candidates if (score := likeness(one.label, two.label)) >= ALIKE]
        pairs += _taken(near, left, right, scored=True)
    return tuple(sorted(pairs, key=lambda pair: pair.a.element))


def likeness(one: str, two: str) -> float:
    """How alike two labels are, from 0 to 1, the same both ways."""
    first, second = sorted((one.casefold(), two.casefold()))
    return _ratio(first, second)


@lru_cache(maxsize=100_000)
def _ratio(one: str, two: str) -> float:
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _groups(a: Iterable[Item], b: Iterable[Item], key: Key) -> list[tuple[list[Item], list[Item]]]:
    found: dict[Hashable, tuple[list[Item], list[Item]]] = defaultdict(lambda: ([], []))
    for side, group in enumerate((a, b)):
        for item in group:
            if (shared := key(item)) is not None:
                found[item.sort, shared][side].append(item)
    return [group for group in found.values() if all(group)]


def _best(a: list[Item], b: list[Item], left: dict[str, Item], right: dict[str, Item]) -> list[Pair]:
    single = len(a) == len(b) == 1
    scored = [(1.0 if single else likeness(one.label, two.label), one, two) for one in a for two in b]
    return _taken(scored, left, right, scored=False)


def _taken(
    found: list[tuple[float, Item, Item]], left: dict[str, Item], right: dict[str, Item], *, scored: bool
) -> list[Pair]:
    """Take pairs off both sides, the most alike first."""
    pairs = []
    for score, one, two in sorted(found, key=_rank):
        if one.element in left and two.element in right:
            del left[one.element], right[two.element]
            pairs.append(Pair(one, two, round(score, 2) if scored else 1.0))
    return pairs


def _rank(entry: tuple[float, Item, Item]) -> tuple[float, list[str]]:
    score, one, two = entry
    return -score, sorted((one.name, two.name))
