"""One kind of finding for all that is wrong in a file (STYLE "The idea").

A reader or a rule yields a `Fault`: a fact with a path into the document, never a line number. One place
(`source.places`) turns paths into lines and columns and makes the `Finding` that people and machines see.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from rsnms_rules.i18n import N_, Message, message, translate
from rsnms_rules.rule import Severity

LABELS = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.NOTE: N_("note"),
}
"""What people call a severity (English, translatable)."""

Path = tuple[str | int, ...]
"""Keys and list positions (from 0) that lead from the root of a file to a value."""


class Anchor(Enum):
    """Which end of a `key: value` pair a fault points at."""

    KEY = "key"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file; `line` and `column` count characters from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where in the document, and what to do.

    Attributes:
        rule: slug of the rule that is broken.
        path: path of the value concerned.
        message: what was found and what was expected.
        remedy: what to do about it, where that can be said.
        anchor: whether the key or the value is to blame.
        spot: (line, column) from 1 for faults found before there is a document to have paths in.
        because: what was looked at and led to the fault, for `rsnms explain`.
    """

    rule: str
    path: Path
    message: Message
    remedy: Message | None = None
    anchor: Anchor = Anchor.VALUE
    spot: tuple[int, int] | None = None
    because: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Acceptance:
    """That somebody accepts a finding: why, who, and the last day on which it holds."""

    reason: str
    approved_by: str
    expires: date


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with its severity, its place in the file and the element it concerns (DESIGN section 5).

    Attributes:
        because: what was looked at and led to the finding. `waived`: that somebody accepts it, or None.
    """

    rule: str
    severity: Severity
    element: str
    location: Location
    message: Message
    remedy: Message | None = None
    cite: tuple[str, ...] = ()
    because: tuple[Message, ...] = ()
    waived: Acceptance | None = None

    @property
    def fingerprint(self) -> str:
        """16 hex digits that stay the same when lines move or the wording of the message changes."""
        args = sorted((name, str(value)) for name, value in self.message.args if not isinstance(value, Message))
        return hashlib.sha256(repr((self.rule, self.element, args)).encode()).hexdigest()[:16]

    def __str__(self) -> str:
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.location}: {translate(LABELS[self.severity])} [{self.rule}] {self.message}{remedy}"


def sort_key(finding: Finding) -> tuple[str, int, int, str, str]:
    """Order findings by place, then by rule."""
    at = finding.location
    return (at.file, at.line, at.column, finding.rule, finding.element)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def nearest(word: str, words: list[str]) -> Message | None:
    """«Did you mean …», where one of `words` is near."""
    import difflib

    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    return message(N_("Did you mean «{word}»?"), word=close[0]) if close else None
