"""Which element of A is which element of B: by what they share, step by step, and at last by likeness of words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rsnms_rules.differences.kinds import Item, Pair

ALIKE = 0.8
"""Least likeness of two labels, from 0 to 1, at which they are taken for one thing; the score is shown."""

_Found = tuple[int, float, Item, Item]


def _always(a: Item, b: Item) -> bool:  # noqa: ARG001
    return True


@dataclass(frozen=True, slots=True)
class Step:
    """One way to tell that two items are one thing.

    `keys` gives what an item may share with another one: those that share most are paired first. `allowed` is asked
    about each pair, always the item of A first.
    """

    keys: Callable[[Item], Iterable[Hashable]]
    allowed: Callable[[Item, Item], bool] = _always


def match(
    a: Iterable[Item], b: Iterable[Item], steps: Sequence[Step], *, alike: Callable[[Item, Item], bool] = _always
) -> tuple[Pair, ...]:
    """Pair items of one sort, step by step; what is left by the likeness of labels, where `alike` allows it.

    The order of the items does not matter, and `match(b, a)` gives the same pairs the other way round.
    """
    left, right = {item.element: item for item in a}, {item.element: item for item in b}
    pairs: list[Pair] = []
    for step in steps:
        pairs += _taken(_sharing(left.values(), right.values(), step), left, right, scored=False)
    same = ((one, two) for one in left.values() for two in right.values() if one.sort == two.sort)
    candidates = ((one, two) for one, two in same if alike(one, two))
    near = [(1, score, one, two) for one, two in candidates if (score := likeness(one.label, two.label)) >= ALIKE]
    pairs += _taken(near, left, right, scored=True)
    return tuple(sorted(pairs, key=lambda pair: pair.a.element))


def likeness(one: str, two: str) -> float:
    """How alike two labels are, from 0 to 1, the same both ways."""
    first, second = sorted((one.casefold(), two.casefold()))
    return _ratio(first, second)


@lru_cache(maxsize=100_000)
def _ratio(one: str, two: str) -> float:
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _sharing(a: Iterable[Item], b: Iterable[Item], step: Step) -> list[_Found]:
    """Pairs that share a key, with how many they share; the likeness of words decides only where there is a choice."""
    ours, theirs = list(a), list(b)
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for at, item in enumerate(theirs):
        for key in set(step.keys(item)):
            holders[item.sort, key].append(at)
    shared = Counter(
        (index, at)
        for index, item in enumerate(ours)
        for key in set(step.keys(item))
        for at in holders.get((item.sort, key), ())
    )
    found = {pair: number for pair, number in shared.items() if step.allowed(ours[pair[0]], theirs[pair[1]])}
    degree_a, degree_b = Counter(one for one, _ in found), Counter(two for _, two in found)
    return [
        (
            number,
            1.0 if degree_a[one] == degree_b[two] == 1 else likeness(ours[one].label, theirs[two].label),
            ours[one],
            theirs[two],
        )
        for (one, two), number in found.items()
    ]


def _taken(found: list[_Found], left: dict[str, Item], right: dict[str, Item], *, scored: bool) -> list[Pair]:
    """Take pairs off both sides, those that share most first, then the most alike."""
    pairs = []
    for _, score, one, two in sorted(found, key=_rank):
        if one.element in left and two.element in right:
            del left[one.element], right[two.element]
            pairs.append(Pair(one, two, round(score, 2) if scored else 1.0))
    return pairs


def _rank(entry: _Found) -> tuple[int, float, list[str]]:
    number, score, one, two = entry
    return -number, -score, sorted((one.element, two.element))
