"""A file format as a table for people: key, what it is, what it means."""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.i18n import N_, translate
from rsnms_rules.model.plan import plan
from rsnms_rules.model.types import Part
from rsnms_rules.report.json.schema import FILES, schema_of
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import BOLD, painted, paragraph


def schema(name: str, style: Style) -> str:
    """The keys of a file format and their meaning, or the top-level keys of an output."""
    if name not in FILES:
        keys = schema_of(name).get("properties", {})
        return "\n".join(keys) + "\n"
    lines: list[str] = []
    for part in _parts(FILES[name]):
        lines.append(painted(part.__name__, BOLD, style))
        for key, field in plan(part).items():
            must = N_("required")
            info = part.model_fields[field.attribute]
            required = f" ({translate(must)})" if field.required else ""
            text = f"{key}{required} — {translate(info.description or info.title or '')}".rstrip(" —")
            lines += paragraph(text, style, indent=1, hanging=2)
    return "\n".join(lines) + "\n"


def _parts(root: type[Part]) -> Iterator[type[Part]]:
    seen: list[type[Part]] = [root]
    for part in seen:
        yield part
        seen += [f.part for f in plan(part).values() if f.part is not None and f.part not in seen]
