"""Roles and concepts as a list for people."""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.i18n import N_, language, translate
from rsnms_rules.model.catalogue import CatalogueFile, Entry
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import BOLD, painted, paragraph


def concepts(entries: CatalogueFile, style: Style) -> str:
    """Id, label and definition of each role and concept."""
    lists = ((N_("Roles"), entries.roles), (N_("Concepts"), entries.concepts))
    lines = [line for heading, one in lists if one for line in (translate(heading), *_list(one, style))]
    return "".join(f"{line}\n" for line in lines)


def _list(entries: tuple[Entry, ...], style: Style) -> Iterator[str]:
    for entry in entries:
        label, told = entry.label.in_language(language()), entry.is_.in_language(language())
        yield f"  {painted(entry.id, BOLD, style)} — {label}"
        yield from paragraph(told, style, indent=2)
