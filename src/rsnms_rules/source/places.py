"""Positions beside the data, and the one place that turns a path into file:line:column."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol

from rsnms_rules.finding import Anchor, Fault, Finding, Location, Path, sort_key
from rsnms_rules.rule import Rule


class Mark(Protocol):
    """A position as the YAML parsers give it; both numbers count from 0."""

    @property
    def line(self) -> int: ...  # noqa: D102
    @property
    def column(self) -> int: ...  # noqa: D102


class ListPlace(NamedTuple):
    """Where a list begins, and the places of its items."""

    mark: Mark
    items: list[Place]


class MapPlace(NamedTuple):
    """Where a mapping begins, and for each key its own mark and the place of its value."""

    mark: Mark
    entries: dict[str, tuple[Mark, Place]]


Place = Mark | ListPlace | MapPlace


def _mark(place: Place) -> Mark:
    return place.mark if isinstance(place, (ListPlace, MapPlace)) else place


def position(root: Place, path: Path, anchor: Anchor = Anchor.VALUE) -> tuple[int, int]:
    """Return (line, column) from 1 of the value or the key at `path`.

    Where the document lacks the path (a missing key, an id that was filled in), the nearest value above it counts.
    """
    key, place = _walk(root, path)
    found = key if anchor is Anchor.KEY and key is not None else _mark(place)
    return found.line + 1, found.column + 1


def below(root: Place, path: Path) -> Place:
    """The place of the value at `path`, or of the nearest one above it that the document has."""
    return _walk(root, path)[1]


def _walk(root: Place, path: Path) -> tuple[Mark | None, Place]:
    """Where a path leads, with the mark of its key where it ends in a mapping."""
    key: Mark | None = None
    place = root
    for step in path:
        if isinstance(place, MapPlace) and step in place.entries:
            key, place = place.entries[str(step)]
        elif isinstance(place, ListPlace) and isinstance(step, int) and step < len(place.items):
            key, place = None, place.items[step]
        else:
            break
    return key, place


def findings(
    faults: Iterable[Fault],
    rules: dict[str, Rule],
    *,
    file: str,
    root: Place | None,
    element: Callable[[Path], str],
) -> tuple[Finding, ...]:
    """Stamp severity, place and element on faults, in the order of the file."""
    stamped = (
        Finding(
            rule=fault.rule,
            severity=rules[fault.rule].severity,
            element=element(fault.path),
            location=Location(file, *(_spot(fault, root))),
            message=fault.message,
            remedy=fault.remedy,
            because=fault.because,
        )
        for fault in faults
    )
    return tuple(sorted(stamped, key=sort_key))


def _spot(fault: Fault, root: Place | None) -> tuple[int, int]:
    if fault.spot is not None:
        return fault.spot
    return position(root, fault.path, fault.anchor) if root is not None else (1, 1)
