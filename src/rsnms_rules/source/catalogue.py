"""What a catalogue must hold beyond its shape: ids once in one name space, parents that exist, no circles."""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.finding import Fault, Path, nearest
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.catalogue import CatalogueFile


def catalogue_faults(data: object, base: CatalogueFile | None = None) -> Iterator[Fault]:
    """Yield the faults of plain catalogue data that concern more than one entry; `base` is what it extends."""
    seen: set[str] = set()
    paths: dict[str, Path] = {}
    broader = {} if base is None else {entry.id: entry.broader for entry in base.concepts if entry.broader}
    known = set() if base is None else {entry.id for entry in (*base.roles, *base.concepts)}
    for path, entry in _entries(data):
        yield from _names(entry, path, seen)
        name, parent = entry.get("id"), entry.get("broader")
        if isinstance(name, str) and isinstance(parent, str):
            broader[name], paths[name] = parent, (*path, "broader")
    for name, path in paths.items():
        parent = broader[name]
        if parent not in seen and parent not in known:
            text = message(N_("«{name}» is not in the catalogue."), name=parent)
            yield Fault("dangling-reference", path, text, nearest(parent, sorted(seen | known)))
        elif _reaches(parent, name, broader):
            text = message(N_("«{id}» is wider than itself by way of broader."), id=name)
            yield Fault("circular-reference", path, text, message(N_("Break the circle.")))


def _entries(data: object) -> Iterator[tuple[Path, dict[str, object]]]:
    for key in ("roles", "concepts"):
        items = data.get(key) if isinstance(data, dict) else None
        for index, item in enumerate(items if isinstance(items, list) else []):
            if isinstance(item, dict):
                yield (key, index), item


def _names(entry: dict[str, object], path: Path, seen: set[str]) -> Iterator[Fault]:
    aliases = entry.get("aliases")
    named = [(entry.get("id"), (*path, "id"))]
    named += [(name, (*path, "aliases", i)) for i, name in enumerate(aliases if isinstance(aliases, list) else [])]
    for name, at in named:
        if not isinstance(name, str):
            continue
        if name in seen:
            text = message(N_("«{id}» is already an id or an earlier id in the catalogue."), id=name)
            yield Fault(
                "duplicate-id", at, text, message(N_("Roles and concepts share one name space: choose another id."))
            )
        seen.add(name)


def _reaches(start: str, goal: str, broader: dict[str, str]) -> bool:
    seen: set[str] = set()
    current = start
    while current not in seen:
        if current == goal:
            return True
        seen.add(current)
        current = broader.get(current, "")
    return False
