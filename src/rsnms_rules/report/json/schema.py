"""The published JSON Schemas: of the files, generated from the models, and of the outputs, from their shapes."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.json_schema import DIALECT, json_schema
from rsnms_rules.model.pack import PackFile, Selection
from rsnms_rules.model.packtest import PackTestFile
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.types import Part
from rsnms_rules.model.waiver import WaiverFile
from rsnms_rules.policy.conditions import LISTS, OPERATORS
from rsnms_rules.policy.field import Field, Kind
from rsnms_rules.policy.fields import FIELDS
from rsnms_rules.policy.relations import RELATIONS
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.export import SCHEMA
from rsnms_rules.report.json.shapes import SHAPES
from rsnms_rules.report.style import Style
from rsnms_rules.source.act.lock import Lock

FILES: dict[str, type[Part]] = {
    "catalogue": CatalogueFile,
    "lock": Lock,
    "pack": PackFile,
    "pack-test": PackTestFile,
    "regulation": RegulationFile,
    "waivers": WaiverFile,
}
NAMES = tuple(sorted([*FILES, *SHAPES, "export"]))


def schema(name: str, style: Style) -> str:  # noqa: ARG001
    """One of the schemas in `NAMES` as JSON text."""
    return dumps(schema_of(name))


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema called `name`, one of `NAMES`."""
    identity = f"{name}-1.json"
    if name == "pack":
        return _pack(identity)
    if name in FILES:
        return json_schema(FILES[name], name=identity)
    if name == "export":
        return _export(identity)
    return {"$schema": DIALECT, "$id": identity, **TypeAdapter(SHAPES[name]).json_schema()}


def _pack(identity: str) -> dict[str, Any]:
    """A pack, with the fields, relations and operators that go with what each rule selects."""
    base = json_schema(PackFile, name=identity)
    rule = base["$defs"]["PackRule"]
    for selection in Selection:
        base["$defs"][f"condition-{selection.value}"] = _condition(selection)
        condition = {"$ref": f"#/$defs/condition-{selection.value}"}
        rule.setdefault("allOf", []).append(
            {
                "if": {"properties": {"select": {"const": selection.value}}, "required": ["select"]},
                "then": {"properties": dict.fromkeys(("where", "require", "forbid"), condition)},
            }
        )
    return base


def _condition(selection: Selection) -> dict[str, Any]:
    itself = {"$ref": f"#/$defs/condition-{selection.value}"}
    fields: dict[str, Any] = {name: _asked(field) for name, field in FIELDS[selection].items()}
    ids = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
    relations = {name: ids for name, one in RELATIONS.items() if selection in one.selections}
    several = {"type": "array", "items": itself, "minItems": 1}
    words = {"all": several, "any": several, "not": itself}
    return {"type": "object", "properties": {**fields, **relations, **words}, "additionalProperties": False}


def _asked(field: Field) -> dict[str, Any]:
    """A value, a list of values, or operators with their values."""
    value: dict[str, Any] = {"type": {Kind.NUMBER: "number", Kind.FLAG: "boolean"}.get(field.kind, "string")}
    if field.vocabulary is not None:
        value["enum"] = [word.value for word in field.vocabulary]
    many = {"type": "array", "items": value, "minItems": 1}
    known = OPERATORS[field.kind]
    operators = {name: many if name in LISTS else value for name in known}
    asked = {"type": "object", "properties": operators, "additionalProperties": False, "minProperties": 1}
    return {"anyOf": [value, *([many] if "in" in known else []), asked]}


def _export(identity: str) -> dict[str, Any]:
    """The export has the fields of the file: citations and quantities as texts, places beside the elements."""
    base = json_schema(RegulationFile, name=identity)
    defs = {name: _exported(definition) for name, definition in base.pop("$defs").items()}
    root = _exported({key: value for key, value in base.items() if not key.startswith("$")})
    defs["Regulation"] = root
    marked = {"schema": {"const": SCHEMA}}
    one = {**root, "properties": {**root["properties"], **marked}, "required": ["schema", *root["required"]]}
    several = {
        "type": "object",
        "properties": {**marked, "regulations": {"type": "array", "items": {"$ref": "#/$defs/Regulation"}}},
        "required": ["schema", "regulations"],
        "additionalProperties": False,
    }
    return {"$schema": DIALECT, "$id": identity, "$defs": defs, "anyOf": [one, several]}


def _exported(definition: dict[str, Any]) -> dict[str, Any]:
    if "properties" not in definition:
        return definition
    properties = {key: _value(key, value) for key, value in definition["properties"].items()}
    if "cite" in properties or "id" in properties:
        properties |= {"path": {"type": "string"}, "line": {"type": "integer", "minimum": 1}}
    return {**definition, "properties": properties}


def _value(key: str, value: dict[str, Any]) -> dict[str, Any]:
    if key == "cite":
        return {"type": "array", "items": {"type": "string"}}
    return {**value, "type": "string"} if value.get("type") == "number" else value
