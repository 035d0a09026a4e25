"""What a field is: its kind, and how it is seen of an element, or lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from rsnms_rules.model.pack import Selection
from rsnms_rules.model.types import Element
from rsnms_rules.model.vocabulary import Vocabulary
from rsnms_rules.policy.world import Candidate, World

Scalar = str | Decimal | date | bool


class Kind(Enum):
    """What sort of value a field has; it decides which operators go with it."""

    TEXT = "text"
    WORD = "word"
    CONCEPT = "concept"
    ROLE = "role"
    NUMBER = "number"
    DAY = "day"
    RHYTHM = "rhythm"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a field: its values (several where the field holds a list), or that it is lost.

    `at` names the element whose words are lost where it is another one. `everyone` says that the field means all there
    are, as `between: all` does.
    """

    values: tuple[Scalar, ...] = ()
    lost: bool = False
    everyone: bool = False
    at: str = ""


LOST = Seen(lost=True)
Read = Callable[[Candidate, World], Seen]


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its kind, its vocabulary where it has one, the attribute that may be unread, and how it is read."""

    kind: Kind
    read: Read
    attribute: str
    vocabulary: type[Vocabulary] | None = None


def owner(candidate: Candidate, field: Field) -> Element | None:
    """Whose field it is: the element's own, its carrier's or its indicator's; None where that is lost."""
    if field.attribute.startswith("carrier."):
        return candidate.carrier
    inner = candidate.indicator if field.attribute.startswith("indicator.") else None
    return inner if inner is not None else candidate.part


def seen(candidate: Candidate, field: Field, world: World) -> Seen:
    """Read a field; lost where the element is, where it breaks off, and where its words are unread."""
    part = candidate.part
    if part is None and candidate.selection is Selection.SUBJECTS and field.attribute == "level":
        level = candidate.carrier.level if candidate.carrier is not None else None
        return LOST if level is None else Seen((level.value,))
    carried = field.attribute.startswith("carrier.")
    if carried:
        if candidate.carrier is None or field.attribute.partition(".")[2] in candidate.carrier.unread:
            return LOST
        return field.read(candidate, world)
    whose = owner(candidate, field)
    if whose is None or whose.broken or field.attribute.rpartition(".")[2] in whose.unread:
        return LOST
    return field.read(candidate, world)
