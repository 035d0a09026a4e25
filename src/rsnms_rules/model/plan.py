"""What the model's classes look like from outside: the kind of each key, so that files can be walked."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rsnms_rules.model.types import Part, Ref


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """A key of a part: the attribute behind it, the part it holds (`many`: a list of them), what its ids refer to."""

    key: str
    attribute: str
    part: type[Part] | None
    many: bool
    ref: Ref | None
    required: bool


_LAST = frozenset({"cite", "unread", "broken"})


@cache
def plan(cls: type[Part]) -> Mapping[str, FieldPlan]:
    """Return the keys of `cls` with their plans: its own in the order of the model, then those of every element."""
    found = {}
    fields = cls.model_fields
    for attribute in sorted(fields, key=lambda name: name in _LAST):
        info = fields[attribute]
        key = info.alias or attribute
        part, many = _part(info.annotation)
        ref = next((mark for mark in info.metadata if isinstance(mark, Ref)), None)
        found[key] = FieldPlan(key, attribute, part, many, ref, info.is_required())
    return types.MappingProxyType(found)


def _part(annotation: object) -> tuple[type[Part] | None, bool]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation, False
    many = typing.get_origin(annotation) is tuple
    for argument in typing.get_args(annotation):
        part, inner = _part(argument)
        if part is not None:
            return part, many or inner
    return None, False


@dataclass(frozen=True, slots=True)
class Branch:
    """One part of a file while it is walked.

    `element` is DESIGN's notation without the regulation's id; `path` leads through the file's keys and positions.
    """

    element: str
    path: tuple[str | int, ...]
    value: Part


def branches(root: Part) -> Iterator[Branch]:
    """Walk all parts below `root`, itself first, in the order of the model."""
    return _branches(Branch("", (), root))


def _branches(branch: Branch) -> Iterator[Branch]:
    yield branch
    for field in plan(type(branch.value)).values():
        if field.part is None:
            continue
        value = getattr(branch.value, field.attribute)
        if isinstance(value, Part):
            yield from _branches(_below(branch, (field.key,), field.key, value))
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            step = getattr(item, "id", None) or str(index + 1)
            yield from _branches(_below(branch, (field.key, index), f"{field.key}.{step}", item))


def _below(branch: Branch, path: tuple[str | int, ...], step: str, value: Part) -> Branch:
    element = f"{branch.element}.{step}" if branch.element else step
    return Branch(element, (*branch.path, *path), value)


def part_at(root: type[Part], path: tuple[str | int, ...]) -> type[Part] | None:
    """Return the class of the part that the mapping at `path` should be, or None where there is none."""
    current: type[Part] | None = root
    for step in path:
        if isinstance(step, int):
            continue
        field = plan(current).get(step) if current is not None else None
        current = field.part if field is not None else None
    return current


def element_of(data: object, path: tuple[str | int, ...]) -> str:
    """Name the element of plain `data` that contains `path`; list items count from 1 where they have no id."""
    steps: list[str] = []
    kept = 0
    for step in path:
        if isinstance(data, dict) and step in data:
            data = data[step]
            steps.append(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
            name = data.get("id") if isinstance(data, dict) else None
            steps.append(name if isinstance(name, str) else str(step + 1))
        else:
            break
        if isinstance(data, dict):
            kept = len(steps)
    return ".".join(steps[:kept])
