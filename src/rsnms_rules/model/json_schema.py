"""The JSON Schema (2020-12) of a file, with titles and descriptions in both languages."""

from __future__ import annotations

from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from rsnms_rules.i18n import speaking, translate

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Generator(GenerateJsonSchema):
    """A key that is left out is left out: null is nowhere a value of these files."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def json_schema(model: type[BaseModel], *, name: str) -> dict[str, Any]:
    """Return the JSON Schema of a file whose root is `model`; `name` becomes its `$id`."""
    schema = model.model_json_schema(schema_generator=_Generator, by_alias=True)
    return {"$schema": DIALECT, "$id": name, **cast("dict[str, Any]", _bilingual(schema))}


def _bilingual(node: object) -> object:
    if isinstance(node, list):
        return [_bilingual(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {key: _both(value) if _is_prose(key, value) else _bilingual(value) for key, value in node.items()}


def _is_prose(key: str, value: object) -> bool:
    return key in {"title", "description"} and isinstance(value, str)


def _both(english: str) -> str:
    with speaking("ru"):
        russian = translate(english)
    return english if russian == english else f"{russian} · {english}"
