"""Three-valued logic with reasons: true, false, or unknown with what is missing (Kleene 1952, strong connectives)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from rsnms_rules.i18n import Message


class Truth(Enum):
    """The value of a condition."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    def __invert__(self) -> Truth:
        return {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE}.get(self, self)


@dataclass(frozen=True, slots=True)
class Reason:
    """What decided: a sentence, the element that it is about, and its clauses."""

    text: Message
    element: str
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A value with what decided it."""

    truth: Truth
    reasons: tuple[Reason, ...] = ()

    def __invert__(self) -> Judged:
        return Judged(~self.truth, self.reasons)


def every(parts: Iterable[Judged]) -> Judged:
    """All of them: false where one is, else unknown where one is; the deciding parts give the reasons."""
    return _joined(tuple(parts), (Truth.FALSE, Truth.UNKNOWN, Truth.TRUE))


def some(parts: Iterable[Judged]) -> Judged:
    """Any of them: true where one is, else unknown where one is."""
    return _joined(tuple(parts), (Truth.TRUE, Truth.UNKNOWN, Truth.FALSE))


def _joined(parts: tuple[Judged, ...], order: tuple[Truth, Truth, Truth]) -> Judged:
    for truth in order:
        found = [part for part in parts if part.truth is truth]
        if found:
            return Judged(truth, tuple(dict.fromkeys(reason for part in found for reason in part.reasons)))
    return Judged(order[-1])
