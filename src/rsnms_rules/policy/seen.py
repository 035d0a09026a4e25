"""What a condition sees of values, concepts, bodies and parties."""

from __future__ import annotations

from collections.abc import Iterable

from rsnms_rules.model.party import Party
from rsnms_rules.model.subject import Subject
from rsnms_rules.policy.field import LOST, Scalar, Seen
from rsnms_rules.policy.world import World


def single(value: Scalar | None) -> Seen:
    """A single value; one that the file does not give is not known."""
    return LOST if value is None or value == "unknown" else Seen((value,))


def several(values: Iterable[Scalar]) -> Seen:
    """Values of which there may be none."""
    return Seen(tuple(values))


def told(values: Iterable[Scalar]) -> Seen:
    """Several values; none at all means that the file does not say what the element is."""
    found = tuple(values)
    return Seen(found) if found else LOST


def concepts(names: Iterable[str], world: World) -> Seen:
    """Concepts with all wider ones."""
    return told(dict.fromkeys(wide for name in names for wide in world.catalogue.wider(name)))


def roles(subject: Subject | None, world: World) -> Seen:
    """A body without a role of the catalogue is known to have none of them."""
    if subject is None:
        return LOST
    return _roles_lost(subject) if world.roles_lost(subject) else several(world.roles(subject))


def _roles_lost(subject: Subject) -> Seen:
    return Seen(lost=True, at=f"subjects.{subject.id}.roles")


def parties(named: Iterable[Party], world: World) -> Seen:
    """Roles of the parties; people in words have none, and are no reason to doubt."""
    found = [world.subjects[party.who] for party in named if party.who in world.subjects]
    if lost := [subject for subject in found if world.roles_lost(subject)]:
        return _roles_lost(lost[0])
    return several(dict.fromkeys(role for subject in found for role in world.roles(subject)))
