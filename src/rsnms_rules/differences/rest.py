"""Whatever else the file says of an element: between two editions of one act no edit stays unseen."""

from __future__ import annotations

import json
from collections.abc import Mapping

from rsnms_rules.differences.kinds import Value
from rsnms_rules.model.types import Element, Part

_PLACES = frozenset(("broken", "cite", "id", "row", "unread"))
"""Where an element stands, and what is legible of it."""

_LISTS = frozenset(("activities", "contents", "functions", "mechanisms", "points"))
"""Lists of elements that are compared one by one."""

_MEANT = frozenset(
    (
        "abbr",
        "aliases",
        "among",
        "as_",
        "at_least",
        "between",
        "by",
        "concepts",
        "consists_of",
        "coordinator",
        "date",
        "does",
        "due",
        "every",
        "executors",
        "interacts",
        "level",
        "listed",
        "means",
        "mode",
        "name",
        "number",
        "of",
        "part_of",
        "parties",
        "per",
        "responsible",
        "result",
        "roles",
        "standing",
        "takes_part",
        "targets",
        "term",
        "territory",
        "title",
        "unit",
        "with_",
    )
)
"""Fields that `items` compares by their meaning or their words."""


def rest(element: Element) -> Mapping[str, Value]:
    """The fields of an element that nothing else compares, as text."""
    names = set(element.model_fields_set) - _PLACES - _LISTS - _MEANT
    found = {name: _plain(getattr(element, name)) for name in sorted(names)}
    return {name.rstrip("_"): _text(value) for name, value in found.items() if value not in (None, False, [], {})}


def _plain(value: object) -> object:
    """A value without order, and without the clauses that it stands in: a renumbered clause is told once."""
    if isinstance(value, Part):
        found = {name: _plain(getattr(value, name)) for name in type(value).model_fields if name != "cite"}
        return {name: one for name, one in found.items() if one not in (None, False, [], {})}
    if isinstance(value, list | tuple):
        return sorted(map(_plain, value), key=_text)
    return value


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
