"""A regulation as JSON: the file's own fields, with what the file may leave out filled in (DESIGN section 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rsnms_rules.model.party import Party
from rsnms_rules.model.plain import Plain, plain, scalar, special
from rsnms_rules.model.plan import plan
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Subject
from rsnms_rules.model.types import Element, Part
from rsnms_rules.model.vocabulary import FilePart
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.style import Style

SCHEMA = "rsnms/export/1"
FILLED = frozenset({"mode", "standing", "kind"})
"""Keys whose default is written out."""

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """A regulation to be exported; `line` tells the line of the YAML file for a path, or None."""

    model: RegulationFile
    line: Callable[[Path], int | None]


def export(exported: Sequence[Exported], style: Style, *, several: bool = False) -> str:  # noqa: ARG001
    """One regulation beside `schema`, or `several` in a list."""
    if not several:
        return dumps({"schema": SCHEMA, **fields(exported[0])})
    return dumps({"schema": SCHEMA, "regulations": [fields(item) for item in exported]})


def fields(item: Exported) -> dict[str, Plain]:
    """The fields of one regulation, names and shapes as in its file."""
    return _Exporter(item).part(item.model, (), "")


@dataclass(frozen=True, slots=True)
class _Exporter:
    item: Exported

    def part(self, part: Part, path: Path, element: str) -> dict[str, Plain]:
        result: dict[str, Plain] = {}
        for key, field in plan(type(part)).items():
            value = getattr(part, field.attribute)
            if isinstance(value, tuple):
                if value or self._known(part, key):
                    result[key] = self._items(value, (*path, key), self._step(element, key))
            elif isinstance(value, Part):
                if field.attribute in part.model_fields_set:
                    result[key] = self._value(value, (*path, key), self._step(element, key))
            elif field.attribute in part.model_fields_set or key in FILLED:
                word = special(part, key) if value is None else None
                if value is not None or word is not None:
                    result[key] = word if word is not None else _scalar(value)
        if element and not isinstance(part, Party) and ("id" in result or result.get("cite")):
            result["path"] = f"{self.item.model.id}:{element}"
            if (line := self.item.line(path)) is not None:
                result["line"] = line
        return result

    @staticmethod
    def _step(element: str, key: str) -> str:
        return f"{element}.{key}" if element else key

    def _items(self, values: Iterable[object], path: Path, element: str) -> Plain:
        return [
            self._value(value, (*path, index), f"{element}.{getattr(value, 'id', None) or index + 1}")
            for index, value in enumerate(values)
        ]

    def _value(self, value: object, path: Path, element: str) -> Plain:
        if isinstance(value, Party):
            return plain(value)
        return self.part(value, path, element) if isinstance(value, Part) else _scalar(value)

    def _known(self, part: Part, key: str) -> bool:
        """Tell whether an empty list means that there is nothing, and not that nothing is known."""
        model = self.item.model
        if isinstance(part, Element) and (part.broken or key in part.unread):
            return key in {"cite", "unread"}
        if isinstance(part, RegulationFile):
            return key not in set(FilePart) or not model.unknown(FilePart(key))
        if isinstance(part, Subject) and key == "functions":
            return not any(gap.part is FilePart.FUNCTIONS and gap.of in {None, part.id} for gap in model.text.missing)
        return True


def _scalar(value: object) -> Plain:
    return scalar(value, number=lambda number: f"{number:f}")
