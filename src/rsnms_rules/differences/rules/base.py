"""What every judgement is made of: a question with axes, and the answer to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rsnms_rules.differences.kinds import Judgement, Kind, Value

_NUMBER = re.compile(r"\.\d+\.")


@dataclass(frozen=True, slots=True)
class Rule:
    """A judgement's card: a slug, a sentence (English, translatable), and why it has no mirror, where it has none."""

    slug: str
    sentence: str
    one_sided: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is judged: a difference of a field, or that an element is only on one side.

    Attributes:
        kind: what happened. `sort`: the list of the element. `field`: the field's name, its number taken out; empty for
            an element as a whole. `a`, `b`: the values. `wording`: only words differ. `demands`: an element that only
            one side has asks for more than the other side.
    """

    kind: Kind
    sort: str
    field: str = ""
    a: Value = None
    b: Value = None
    wording: bool = False
    demands: bool = True

    @property
    def mirror(self) -> Question:
        """The same difference on the way back."""
        kinds = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}
        return replace(self, kind=kinds.get(self.kind, self.kind), a=self.b, b=self.a)


def unnumbered(field: str) -> str:
    """A field's name without its number: `targets.at_least` of `targets.1.at_least`."""
    return _NUMBER.sub(".", field)


def up(rises: bool) -> Judgement:
    """Stricter where the demand rises, else looser."""
    return Judgement.STRICTER if rises else Judgement.LOOSER
