"""What a difference is called, where it belongs, and how it is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from rsnms_rules.i18n import N_
from rsnms_rules.model.vocabulary import Vocabulary

Value = str | Decimal | date | bool | frozenset[str] | None
"""A compared value: text, number, day, truth value, a set of names, or nothing said."""


class Area(Vocabulary):
    """The parts in which a person reads a comparison."""

    SYSTEM = "system", N_("System")
    SUBJECTS = "subjects", N_("Subjects")
    DUTIES = "duties", N_("Duties")
    INDICATORS = "indicators", N_("Indicators")
    ROADMAP = "roadmap", N_("Roadmap")


class Kind(Vocabulary):
    """What happened to an element on the way from A to B."""

    ADDED = "added", N_("added")
    REMOVED = "removed", N_("removed")
    CHANGED = "changed", N_("changed")
    MOVED = "moved", N_("moved to another carrier")
    RENAMED = "renamed", N_("renamed")
    RENUMBERED = "renumbered", N_("renumbered")


class Judgement(Vocabulary):
    """Whether B demands more than A, less, something else, or only in other words."""

    STRICTER = "stricter", N_("stricter")
    LOOSER = "looser", N_("looser")
    DIFFERENT = "different", N_("different")
    EDITORIAL = "editorial", N_("editorial")
    UNKNOWN = "unknown", N_("unknown")

    @property
    def mirror(self) -> Judgement:
        """The judgement of the way back."""
        pairs = {Judgement.STRICTER: Judgement.LOOSER, Judgement.LOOSER: Judgement.STRICTER}
        return pairs.get(self, self)


@dataclass(frozen=True, slots=True)
class Item:
    """An element as it is compared.

    Attributes:
        sort: the list that it stands in: `functions`, `indicators`.
        area: where a person reads it. `element`: DESIGN's notation with the regulation's id.
        name: the id inside its list. `concepts`: what it is, the leading one first; roles for a subject.
        label: how people call it. `owner`: the subject whose list it stands in. `level`: of it, or of its owner.
        fields: what is compared in substance. `wording`, `rest`: words, and whatever else the file says of it; only two
            editions of one act are compared by them.
        cite: full citations. `labels`: their labels, without the words.
        lost: the words break off. `unread`: fields whose words are lost. `reading`: an encoder's reading is in it.
    """

    sort: str
    area: Area
    element: str
    name: str
    concepts: tuple[str, ...]
    label: str
    owner: str = ""
    level: str = ""
    fields: Mapping[str, Value] = field(default_factory=dict)
    wording: Mapping[str, Value] = field(default_factory=dict)
    rest: Mapping[str, Value] = field(default_factory=dict)
    cite: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    lost: bool = False
    unread: frozenset[str] = frozenset()
    reading: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two elements that are one thing; `score` is below 1 where only their words are alike.

    `merged` is the one that was left over and is held against an element of the same body that has its concept too.
    """

    a: Item
    b: Item
    score: float = 1.0
    merged: Item | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A field that differs; `reading` says that an encoder's reading stands behind one of the values."""

    name: str
    a: Value
    b: Value
    reading: bool = False
    wording: bool = False
