"""The lock of an encoding: a digest of every cited span, so that a newer edition of the act can be told apart.

The act's words are not kept, only their SHA-256 over the letters and digits that citations compare (`words.plain`)
and how many of these there are. That suffices to say of each citation whether its text stands unchanged, has
changed, has moved to another clause or has vanished.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from rsnms_rules.model.citation import Citation
from rsnms_rules.model.plan import branches
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.types import Element, Part, Seq
from rsnms_rules.source.act.resolve import ActText, Span, found_in_part, place_name, resolve

SCHEMA = "rsnms/lock/1"

_Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class LockedText(Part):
    """The text that was encoded: SHA-256 of its UTF-8 bytes, and its number of words."""

    digest: _Digest
    words: Annotated[int, Field(ge=0)]


class LockedSpan(Part):
    """What a citation of an element stood for: SHA-256 of its letters and digits, and their number."""

    element: str
    cite: str
    digest: _Digest
    letters: Annotated[int, Field(ge=1)]


class Lock(Part):
    """The lock file of a regulation, `<id>.lock.json` beside it."""

    schema_: Annotated[Literal["rsnms/lock/1"], Field(alias="schema")]
    regulation: str
    text: LockedText
    spans: Seq[LockedSpan]


class Fate(Enum):
    """What became of a cited span in another edition."""

    CHANGED = "changed"
    MOVED = "moved"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class Change:
    """A citation whose text differs from the locked one; `line` and `place` say where it stands now: 0, "" nowhere."""

    element: str
    cite: str
    fate: Fate
    line: int
    place: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A text held against the lock.

    Attributes:
        same: it is the text that was encoded, byte by byte.
        changes: the citations whose text differs, in the order of the file.
        stale: elements whose citations the lock does not know or knows otherwise: it has to be written anew.
    """

    same: bool
    changes: tuple[Change, ...]
    stale: tuple[str, ...]


def make_lock(regulation: RegulationFile, act: ActText) -> Lock:
    """Lock every citation of a regulation that resolves in its act's text."""
    spans = [
        LockedSpan(element=element, cite=str(citation), digest=_digest(act, span), letters=_letters(act, span))
        for element, citation in _citations(regulation)
        if (span := resolve(act, citation).span) is not None and span[0] < span[1]
    ]
    text = LockedText(digest=act.digest, words=len(act.words))
    return Lock.model_validate({"schema": SCHEMA, "regulation": regulation.id, "text": text, "spans": spans})


def write_lock(lock: Lock) -> str:
    """The lock as JSON text, a line for every span."""
    data = lock.model_dump(by_alias=True)
    spans = ",\n".join("  " + json.dumps(span, ensure_ascii=False) for span in data.pop("spans"))
    head = json.dumps(data, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{head},\n "spans": [\n{spans}\n ]\n}}\n'


def read_lock(text: str | bytes) -> Lock | None:
    """Read a lock; None where the text is none."""
    try:
        return Lock.model_validate(json.loads(text))
    except (ValidationError, ValueError, RecursionError):
        return None


def compare(regulation: RegulationFile, act: ActText, lock: Lock) -> Edition:
    """Hold a text against the lock, citation by citation."""
    locked = {(span.element, span.cite): span for span in lock.spans}
    cited = [(element, citation) for element, citation in _citations(regulation)]
    known = {(element, str(citation)) for element, citation in cited}
    unknown = [element for element, citation in cited if (element, str(citation)) not in locked]
    gone = [span.element for span in lock.spans if (span.element, span.cite) not in known]
    changes = [
        change
        for element, citation in cited
        if (span := locked.get((element, str(citation)))) and (change := _change(act, citation, span))
    ]
    return Edition(lock.text.digest == act.digest, tuple(changes), tuple(dict.fromkeys([*unknown, *gone])))


def _citations(regulation: RegulationFile) -> Iterator[tuple[str, Citation]]:
    for branch in branches(regulation):
        if isinstance(branch.value, Element):
            yield from ((branch.element, citation) for citation in branch.value.cite)


def _letters(act: ActText, span: Span) -> int:
    return act.words.ends[span[1] - 1] - act.words.begins[span[0]]


def _digest(act: ActText, span: Span) -> str:
    letters = act.words.stream[act.words.begins[span[0]] : act.words.ends[span[1] - 1]]
    return hashlib.sha256(letters.encode()).hexdigest()


def _change(act: ActText, citation: Citation, locked: LockedSpan) -> Change | None:
    """What became of a span: the same words elsewhere have moved; a half of the citation left means a change."""
    span = resolve(act, citation).span
    if span is not None and span[0] < span[1] and _digest(act, span) == locked.digest:
        return None
    moved = _elsewhere(act, locked)
    if moved is not None:
        return _as(act, citation, locked, Fate.MOVED, moved)
    rest = span if span is not None and span[0] < span[1] else found_in_part(act, citation)
    return _as(act, citation, locked, Fate.VANISHED if rest is None else Fate.CHANGED, rest)


def _as(act: ActText, citation: Citation, locked: LockedSpan, fate: Fate, span: Span | None) -> Change:
    line, place = (act.words.line(span[0]), place_name(act, span[0])) if span is not None else (0, "")
    return Change(locked.element, str(citation), fate, line, place)


def _elsewhere(act: ActText, locked: LockedSpan) -> Span | None:
    """The first place where words with the locked digest stand."""
    ends = {end: index for index, end in enumerate(act.words.ends)}
    for first, begin in enumerate(act.words.begins):
        last = ends.get(begin + locked.letters)
        if last is not None and _digest(act, (first, last + 1)) == locked.digest:
            return first, last + 1
    return None
