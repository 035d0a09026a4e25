"""From the ids in a file to the ids of nodes; what is named on the way is remembered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from rsnms_rules.model.catalogue import CatalogueFile, Concept, Entry, Role
from rsnms_rules.model.party import Party
from rsnms_rules.model.regulation import RegulationFile

E = TypeVar("E", bound=Entry)

REMEDY = "read the file with its catalogue first"


class DanglingEdgeError(AssertionError):
    """A reference leads nowhere although reading a file checks references: a bug, or an unchecked model."""

    def __init__(self, element: str, target: str) -> None:
        super().__init__(f"{element} refers to {target}, which is not there; {REMEDY}")
        self.element = element
        self.target = target


def node_id(regulation: str, element: str) -> str:
    """The id of an element's node: DESIGN's notation; the regulation's id alone for the regulation."""
    return f"{regulation}:{element}" if element else regulation


def concept_node(concept: str) -> str:
    """The id of a concept's node."""
    return f"concept:{concept}"


def role_node(role: str) -> str:
    """The id of a role's node."""
    return f"role:{role}"


def people_node(text: str) -> str:
    """The id of the node for people in words."""
    return f"people:{text}"


@dataclass(slots=True)
class Names:
    """Turns references into ids of nodes.

    Attributes:
        regulation: id of the regulation. `catalogue`: its catalogue.
        mechanisms: node ids of mechanisms by the id that functions name.
        concepts: entries in use by node id. `roles`: likewise.
        people: words for people by node id, in the order of first mention, with the element that names them.
    """

    regulation: str
    catalogue: CatalogueFile
    mechanisms: dict[str, str] = field(default_factory=dict)
    concepts: dict[str, Concept] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    people: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, regulation: RegulationFile, catalogue: CatalogueFile) -> Names:
        """Names for the references of a regulation; a mechanism of the act goes before one of a direction."""
        names = cls(regulation.id, catalogue)
        for mechanism in regulation.mechanisms:
            names.mechanisms.setdefault(mechanism.id, names.node(f"mechanisms.{mechanism.id}"))
        for direction in regulation.directions:
            for mechanism in direction.mechanisms:
                element = f"directions.{direction.id}.mechanisms.{mechanism.id}"
                names.mechanisms.setdefault(mechanism.id, names.node(element))
        return names

    def node(self, element: str) -> str:
        """The node of an element of this regulation."""
        return node_id(self.regulation, element)

    def subject(self, name: str) -> str:
        """The node of a subject."""
        return self.node(f"subjects.{name}")

    def mechanism(self, name: str) -> str:
        """The node of a mechanism, of the act or of a direction."""
        return self.mechanisms.get(name, self.node(f"mechanisms.{name}"))

    def party(self, party: Party, stated: str) -> str:
        """The node of a party that the element `stated` names."""
        if party.who is not None:
            return self.subject(party.who)
        text = party.text or ""
        node = people_node(text)
        self.people.setdefault(node, (text, stated))
        return node

    def concept(self, name: str, stated: str) -> str:
        """The node of a concept, by its present id, also when an earlier one is given."""
        concept = _entry(self.catalogue.concept_index.get(name), name, stated)
        return self._concept(concept)

    def _concept(self, concept: Concept) -> str:
        node = concept_node(concept.id)
        current: Concept | None = concept
        while current is not None and concept_node(current.id) not in self.concepts:
            self.concepts[concept_node(current.id)] = current
            current = self.broader(current)
        return node

    def broader(self, concept: Concept) -> Concept | None:
        """The wider concept of a concept, if it has one."""
        if concept.broader is None:
            return None
        wider = self.catalogue.concept_index.get(concept.broader)
        return _entry(wider, concept.broader, f"concepts.{concept.id}")

    def role(self, name: str, stated: str) -> str:
        """The node of a role, by its present id."""
        role = _entry(self.catalogue.role_index.get(name), name, stated)
        node = role_node(role.id)
        self.roles.setdefault(node, role)
        return node


def _entry(entry: E | None, name: str, stated: str) -> E:
    if entry is None:
        raise DanglingEdgeError(stated, name)
    return entry
