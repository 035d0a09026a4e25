"""Roles and concepts as JSON."""

from __future__ import annotations

from rsnms_rules.i18n import language
from rsnms_rules.model.catalogue import CatalogueFile, Entry
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.shapes import ConceptsShape, EntryShape
from rsnms_rules.report.style import Style


def concepts(entries: CatalogueFile, style: Style) -> str:  # noqa: ARG001
    """The answer of `rsnms concepts`."""
    shape: ConceptsShape = {
        "schema": "rsnms/concepts/1",
        "roles": [_entry(role, "role") for role in entries.roles],
        "concepts": [_entry(concept, concept.kind.value) for concept in entries.concepts],
    }
    return dumps(shape)


def _entry(entry: Entry, kind: str) -> EntryShape:
    return {
        "id": entry.id,
        "kind": kind,
        "label": entry.label.in_language(language()),
        "is": entry.is_.in_language(language()),
    }
