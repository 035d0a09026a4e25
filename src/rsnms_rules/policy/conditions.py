"""Conditions as a tree, read from a pack's plain data and checked against model and catalogue before anything runs.

A mapping means that all of its keys hold. A key is a field of the selection, a relation, or `all`, `any`, `not`. A
field's value is a value, a list of values (any of them), or a mapping of operators.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic_core import PydanticCustomError

from rsnms_rules.finding import Anchor, Fault, Path, nearest
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.pack import Selection
from rsnms_rules.model.types import parse_day
from rsnms_rules.policy.field import Field, Kind, Scalar
from rsnms_rules.policy.fields import FIELDS
from rsnms_rules.policy.relations import RELATIONS

_SET = ("is", "is_not", "in", "not_in", "all_of", "only")
_ORDERED = ("is", "is_not", "at_least", "at_most", "more_than", "less_than")
OPERATORS: Mapping[Kind, tuple[str, ...]] = {
    Kind.TEXT: ("is", "is_not", "in", "not_in", "contains", "starts_with"),
    Kind.WORD: _SET,
    Kind.CONCEPT: _SET,
    Kind.ROLE: _SET,
    Kind.NUMBER: _ORDERED,
    Kind.DAY: _ORDERED,
    Kind.RHYTHM: (*_SET, "at_least", "at_most"),
    Kind.FLAG: ("is",),
}
"""What can be asked of a field of each kind."""

LISTS = frozenset(("in", "not_in", "all_of", "only"))
"""The operators that take a list."""
CONNECTIVES = ("all", "any", "not")


@dataclass(frozen=True, slots=True)
class Test:
    """A field held against values by an operator."""

    name: str
    field: Field
    operator: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the element to others: `responsible_for: passport.keep`."""

    name: str
    argument: str


@dataclass(frozen=True, slots=True)
class All:
    """All parts hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One of the parts holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Node


Node = Test | Relation | All | Any | Not


class Parser:
    """Reads the conditions of one rule; `faults` collects all that is wrong with them."""

    def __init__(self, selection: Selection, catalogue: CatalogueFile) -> None:
        self.fields = FIELDS[selection]
        self.relations = {name: one for name, one in RELATIONS.items() if selection in one.selections}
        self.catalogue = catalogue
        self.faults: list[Fault] = []

    def parse(self, data: object, path: Path, *, asserted: bool = False) -> All:
        """Read a condition; what is faulty is left out of the tree.

        `asserted` says that the rule fails where the condition does not hold: only there a field may be asked to be
        stated, for what a file does not give does not show that the act has none.
        """
        if not isinstance(data, dict):
            self._fault("wrong-type", path, message(N_("A condition is a mapping of fields to values.")))
            return All(())
        return All(tuple(self._entries(data, path, asserted=asserted)))

    def _entries(self, data: Mapping[str, object], path: Path, *, asserted: bool) -> Iterator[Node]:
        for key, value in data.items():
            at = (*path, key)
            if key == "not":
                yield Not(self.parse(value, at))
            elif key in CONNECTIVES:
                parts = value if isinstance(value, list) else []
                if not parts:
                    self._fault("wrong-type", at, message(N_("«{key}» takes a list of conditions."), key=key))
                nodes = tuple(self.parse(part, (*at, index), asserted=asserted) for index, part in enumerate(parts))
                yield All(nodes) if key == "all" else Any(nodes)
            elif key in self.relations:
                if self.relations[key].asserted and not asserted:
                    remedy = message(N_("Write it under require, without not and without count."))
                    text = message(N_("«{key}» can only be required."), key=key)
                    self._fault("unclear-combination", at, text, remedy, Anchor.KEY)
                yield from self._relations(key, value, at)
            elif key in self.fields:
                yield from self._tests(key, value, at)
            else:
                known = [*self.fields, *self.relations, *CONNECTIVES]
                text = message(N_("Unknown field «{key}»; known here: {keys}."), key=key, keys=", ".join(known))
                self._fault("unknown-key", at, text, nearest(key, known), Anchor.KEY)

    def _relations(self, name: str, value: object, path: Path) -> Iterator[Node]:
        """A relation to one id, or to any of several; fields that are to be stated are so all of them."""
        if isinstance(value, list) and value:
            nodes = tuple(node for at, one in enumerate(value) for node in self._relation(name, one, (*path, at)))
            yield All(nodes) if self.relations[name].asserted else Any(nodes)
        else:
            yield from self._relation(name, value, path)

    def _relation(self, name: str, value: object, path: Path) -> Iterator[Node]:
        kind = self.relations[name].kind
        if not isinstance(value, str):
            self._fault("wrong-type", path, message(N_("«{key}» takes an id or a list of ids."), key=name))
        elif kind is None:
            takes = self.relations[name].takes
            known = [key for key, field in self.fields.items() if takes in {None, field.kind}]
            if value in known:
                yield Relation(name, value)
            else:
                text = message(N_("Unknown field «{key}»; known here: {keys}."), key=value, keys=", ".join(known))
                self._fault("unknown-key", path, text, nearest(value, known))
        elif self._known(kind, value, path):
            yield Relation(name, value)

    def _tests(self, name: str, value: object, path: Path) -> Iterator[Node]:
        field = self.fields[name]
        if not isinstance(value, dict):
            operator = "in" if isinstance(value, list) else "is"
            yield from self._test(name, field, operator, value, path)
            return
        for operator, wanted in value.items():
            known = OPERATORS[field.kind]
            if operator in known:
                yield from self._test(name, field, operator, wanted, (*path, operator))
            else:
                text = message(
                    N_("Unknown operator «{key}» for «{field}»; known here: {keys}."),
                    key=operator,
                    field=name,
                    keys=", ".join(known),
                )
                self._fault("unknown-key", (*path, operator), text, nearest(operator, list(known)), Anchor.KEY)

    def _test(self, name: str, field: Field, operator: str, value: object, path: Path) -> Iterator[Node]:
        if operator not in OPERATORS[field.kind] or isinstance(value, list) != (operator in LISTS) or value == []:
            expected = message(N_("a list of values")) if operator in LISTS else message(N_("one value"))
            several = isinstance(value, list) and "in" in OPERATORS[field.kind] and value
            remedy = message(N_("For any of several values write in: […].")) if several else None
            if several and field.kind is Kind.TEXT:
                remedy = message(
                    N_("For any of several texts write any: [{{{field}: {{{operator}: …}}}}, …]."),
                    field=name,
                    operator=operator,
                )
            text = message(N_("«{key}» takes {what}."), key=f"{name}: {operator}", what=expected)
            self._fault("wrong-type", path, text, remedy)
            return
        items = [(item, (*path, at)) for at, item in enumerate(value)] if isinstance(value, list) else [(value, path)]
        values = [found for item, at in items if (found := self._value(name, field, item, at)) is not None]
        if len(values) == len(items) and values:
            yield Test(name, field, operator, tuple(values))

    def _value(self, name: str, field: Field, value: object, path: Path) -> Scalar | None:
        if field.kind in {Kind.CONCEPT, Kind.ROLE} and isinstance(value, str):
            return value if self._known(field.kind, value, path) else None
        if field.vocabulary is not None and isinstance(value, str):
            words = [word.value for word in field.vocabulary]
            if value in words:
                return value
            text = message(N_("Unknown word «{found}»; expected one of: {words}."), found=value, words=", ".join(words))
            self._fault("unknown-word", path, text, nearest(value, words))
            return None
        found = _typed(field.kind, value)
        if found is None:
            expected = _EXPECTED[field.kind]
            self._fault("wrong-type", path, message(N_("«{key}» takes {what}."), key=name, what=message(expected)))
        return found

    def _known(self, kind: Kind, name: str, path: Path) -> bool:
        index = self.catalogue.concept_index if kind is Kind.CONCEPT else self.catalogue.role_index
        if name in index:
            return True
        text = message(N_("«{name}» is not in the catalogue."), name=name)
        listed = message(N_("All ids with their meanings: rsnms concepts."))
        self._fault("unknown-concept", path, text, nearest(name, list(index)) or listed)
        return False

    def _fault(
        self, rule: str, path: Path, text: Message, remedy: Message | None = None, anchor: Anchor = Anchor.VALUE
    ) -> None:
        self.faults.append(Fault(rule, path, text, remedy or message(N_("See docs/packs.md.")), anchor))


_EXPECTED = {
    Kind.TEXT: N_("text"),
    Kind.WORD: N_("a word"),
    Kind.CONCEPT: N_("a concept's id"),
    Kind.ROLE: N_("a role's id"),
    Kind.NUMBER: N_("a number"),
    Kind.DAY: N_("a day as 2024-12-31"),
    Kind.RHYTHM: N_("a word"),
    Kind.FLAG: N_("true or false"),
}


def _typed(kind: Kind, value: object) -> Scalar | None:
    """A plain value as the field's kind has it; None where it is none."""
    if kind is Kind.FLAG:
        return value if isinstance(value, bool) else None
    if kind is Kind.NUMBER:
        return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
    if kind is Kind.DAY:
        return _day(value)
    return value if isinstance(value, str) and value else None


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return parse_day(value) if isinstance(value, str) else None
    except PydanticCustomError:
        return None


def names(node: Node) -> Sequence[str]:
    """The fields and relations that a condition asks for."""
    return tuple(leaf.name for leaf in leaves((node,)))


def leaves(nodes: Sequence[Node]) -> Iterator[Test | Relation]:
    """The tests and relations of conditions, from left to right."""
    for node in nodes:
        if isinstance(node, Test | Relation):
            yield node
        else:
            yield from leaves((node.part,) if isinstance(node, Not) else node.parts)
