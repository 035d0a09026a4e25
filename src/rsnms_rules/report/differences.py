"""The words of a comparison, the same in every format: fields, values, bodies and themes as people call them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rsnms_rules.differences.diff import Change, Diff, JudgedField
from rsnms_rules.differences.kinds import Area, Item, Value
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.vocabulary import Every, How, Level, Mode, People, Standing, Unit, Vocabulary

_FIELDS = {
    "abbr": N_("abbreviation"),
    "aliases": N_("other names"),
    "among": N_("counts"),
    "at_least": N_("at least"),
    "at_most": N_("at most"),
    "between": N_("between whom"),
    "by": N_("by whom"),
    "carrier": N_("carrier"),
    "clause": N_("clause"),
    "concepts": N_("what it is"),
    "consists_of": N_("consists of"),
    "coordinator": N_("coordinator"),
    "date": N_("date"),
    "does": N_("statement"),
    "done": N_("done"),
    "due": N_("when"),
    "every": N_("how often"),
    "executors": N_("executors"),
    "first": N_("beginning"),
    "from": N_("beginning"),
    "indicator": N_("indicator"),
    "interacts": N_("counterparties"),
    "last": N_("last day"),
    "level": N_("level"),
    "listed": N_("listed under"),
    "means": N_("meaning"),
    "mode": N_("part in it"),
    "months": N_("months"),
    "name": N_("name"),
    "number": N_("number"),
    "of": N_("of how many"),
    "part_of": N_("part of"),
    "parties": N_("parties"),
    "per": N_("per"),
    "promises": N_("promised"),
    "responsible": N_("responsible"),
    "result": N_("result"),
    "roles": N_("roles"),
    "standing": N_("standing"),
    "takes_part": N_("takes part in"),
    "targets": N_("target"),
    "term": N_("term"),
    "territory": N_("territory"),
    "text": N_("in words"),
    "title": N_("title"),
    "undated": N_("undated"),
    "unit": N_("unit"),
    "until": N_("until"),
    "with": N_("jointly with"),
}

_THEMES = {
    "content": N_("Content of education"),
    "data": N_("Data and passports"),
    "finance": N_("Money and conditions"),
    "network": N_("Networks and communities"),
    "practice": N_("Practices"),
    "research": N_("Research"),
    "staff": N_("Staff"),
    "support": N_("Support of teachers"),
    "system": N_("Steering of the system"),
    "training": N_("Programmes and training"),
}
"""Themes of the bundled catalogue; a theme of another catalogue is shown as it is."""

_VALUES: dict[str, type[Vocabulary]] = {
    "among": People,
    "every": Every,
    "level": Level,
    "listed": Level,
    "mode": Mode,
    "standing": Standing,
    "unit": Unit,
}

_BODIES = frozenset(
    ("between", "by", "carrier", "consists_of", "coordinator", "executors", "part_of", "parties", "responsible", "with")
)


@dataclass(frozen=True, slots=True)
class Compared:
    """The answer of `rsnms diff`: the differences, the catalogue for their names, and what the two sides are called."""

    found: Diff
    catalogue: CatalogueFile
    a: str
    b: str


class Words:
    """Names of one comparison in the current language."""

    def __init__(self, found: Diff | None, catalogue: CatalogueFile) -> None:
        self._found = found or Diff("", "", (), ())
        self._catalogue = catalogue

    def theme(self, change: Change) -> str:
        """The theme of a duty's concept as people call it; empty for other areas."""
        concept = self._catalogue.concept_index.get(change.concept)
        theme = (concept.theme or "") if concept is not None and change.area is Area.DUTIES else ""
        return translate(_THEMES.get(theme, theme))

    def themed(self, area: Area) -> Iterator[tuple[str, tuple[Change, ...]]]:
        """The changes of an area by theme, in the order of the themes' names."""
        changes = self._found.of(area)
        for theme in sorted({self.theme(change) for change in changes}):
            yield theme, tuple(change for change in changes if self.theme(change) == theme)

    def body(self, name: str, element: str = "") -> str:
        """A body as its act calls it, both names where the acts differ; the name in the act of `element` if given."""
        a, b = self._found.bodies.get(name, (name, name))
        if element:
            return (a if element.startswith(f"{self._found.a}:") else b) or a or b
        return " / ".join(dict.fromkeys(filter(None, (a, b))))

    def head(self, change: Change) -> str:
        """The element that a change is about, with its carrier."""
        a, b = change.fact.a, change.fact.b
        if change.area is Area.SUBJECTS:
            return self.body(change.fact.item.owner, "" if a and b else change.fact.item.element)
        return self.item(change.fact.item, both=bool(a and b and a.owner == b.owner))

    def item(self, item: Item, *, both: bool = False) -> str:
        """An element with its carrier, under both acts' names for it if wanted."""
        owner = f"{self.body(item.owner, '' if both else item.element)}: " if item.owner else ""
        return f"{owner}{item.label}"

    def concept(self, name: str) -> str:
        """The label of a concept or role."""
        return str(self._catalogue.label(name))

    def field(self, judged: JudgedField) -> str:
        """A field that differs: its name, both values, the judgement, and whether an encoder's reading is behind it."""
        field = judged.field
        reading = " " + translate(N_("(an encoder's reading)")) if field.reading else ""
        a, b = self.value(field.name, field.a), self.value(field.name, field.b)
        return f"{self.name(field.name)}: {a} → {b} — {judged.judgement.label}{reading}"

    def name(self, field: str) -> str:
        """A field's name: `targets.1.at_least` is «target 1: at least»."""
        parts = [translate(_FIELDS[part]) if part in _FIELDS else part for part in field.split(".")]
        if len(parts) == 3:
            return f"{parts[0]} {parts[1]}: {parts[2]}"
        return ": ".join(parts)

    def value(self, field: str, value: Value) -> str:
        """A compared value as text."""
        last = field.rpartition(".")[2]
        if isinstance(value, frozenset):
            return "; ".join(sorted(self._one(last, one) for one in value)) or "—"
        if isinstance(value, bool):
            return translate(N_("yes")) if value else translate(N_("no"))
        if isinstance(value, Decimal):
            return f"{value:f}"
        if isinstance(value, date):
            return value.isoformat()
        return self._one(last, value) if value else "—"

    def _one(self, field: str, value: str) -> str:
        if field in _VALUES:
            return _VALUES[field](value).label
        if field in {"concepts", "takes_part", "roles"}:
            return self.concept(value)
        if field == "interacts":
            how, _, party = value.partition(" ")
            arrow = "→ " if party.startswith("→ ") else ""
            return f"{How(how).label} {arrow}{self.body(party.removeprefix('→ '))}"
        return self.body(value) if field in _BODIES else value


def accepted(change: Change) -> str:
    """Until when, by whom and why a difference is accepted; empty where nobody accepts it."""
    if change.waived is None:
        return ""
    until, who, why = change.waived.expires.isoformat(), change.waived.approved_by, change.waived.reason.rstrip(".")
    return str(message(N_("Accepted until {day} by {who}: {why}."), day=until, who=who, why=why))


def likeness(change: Change) -> str:
    """How alike two elements are that only their words make one; empty where more than words does."""
    score = change.fact.score
    return "" if score == 1 else str(message(N_("(alike: {score})"), score=f"{score:.2f}"))
