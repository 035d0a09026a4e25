"""What regulations must hold together: ids that are unique, parents that exist, no circle of parents."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from rsnms_rules.api.regulation import Regulation
from rsnms_rules.finding import Fault, Finding, Path, nearest
from rsnms_rules.i18n import N_, message
from rsnms_rules.source.faults import READING_RULES
from rsnms_rules.source.places import findings


def family_findings(regulations: Sequence[Regulation], known: Collection[str] = ()) -> tuple[Finding, ...]:
    """What is wrong between the regulations of a corpus.

    Args:
        regulations: all regulations, of which two may have the same id.
        known: ids of regulations outside the corpus that may be parents, the bundled ones.
    """
    first: dict[str, Regulation] = {}
    for regulation in regulations:
        first.setdefault(regulation.id, regulation)
    found: list[Finding] = []
    for regulation in regulations:
        faults = [*_twice(regulation, first), *_parent(regulation, first, known)]
        name = partial(_named, regulation.id)
        found += findings(faults, READING_RULES, file=regulation.file, root=regulation.places, element=name)
    return tuple(found)


def _named(name: str, _: Path) -> str:
    return name


def _twice(regulation: Regulation, first: dict[str, Regulation]) -> Iterator[Fault]:
    other = first[regulation.id]
    if other is not regulation:
        text = message(N_("The regulation «{id}» is also in {file}."), id=regulation.id, file=other.file)
        yield Fault("duplicate-id", ("id",), text, message(N_("Give one of them another id, or name one folder.")))


def _parent(regulation: Regulation, first: dict[str, Regulation], known: Collection[str]) -> Iterator[Fault]:
    parent = regulation.model.parent
    if parent is None:
        return
    if parent not in first and parent not in known:
        text = message(N_("There is no regulation «{name}» for the parent."), name=parent)
        yield Fault("dangling-reference", ("parent",), text, nearest(parent, sorted({*first, *known})))
    seen, above = {regulation.id}, parent
    while above in first and above not in seen:
        seen.add(above)
        above = first[above].model.parent or ""
    if above == regulation.id:
        text = message(N_("«{name}» is its own parent in the end."), name=regulation.id)
        yield Fault("circular-reference", ("parent",), text, message(N_("A parent is the act of the region.")))
