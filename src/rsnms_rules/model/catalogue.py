"""The catalogue: roles and concepts with labels and definitions in Russian and English."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from rsnms_rules.i18n import Message, bilingual, message
from rsnms_rules.model.types import ConceptId, Id, Part, Ref, Seq, Text, doc
from rsnms_rules.model.vocabulary import ConceptKind


class Bilingual(Part):
    """The same words in both languages."""

    ru: Annotated[Text, doc("in Russian", "The words in Russian")]
    en: Annotated[Text, doc("in English", "The words in English")]

    def in_language(self, name: str) -> str:
        """The words in the language `name`, `ru` or `en`."""
        return self.en if name == "en" else self.ru


class Entry(Part):
    """What roles and concepts have in common."""

    id: ConceptId
    label: Annotated[Bilingual, doc("label", "Short name")]
    is_: Annotated[Bilingual, Field(alias="is"), doc("is", "What tells it from its neighbours")]
    aliases: Annotated[Seq[ConceptId], doc("earlier ids", "Ids that it had before")] = ()


class Role(Entry):
    """What kind of body a subject is."""


class Concept(Entry):
    """What a function, indicator, channel or mechanism is, across regions."""

    kind: Annotated[ConceptKind, doc("kind", "What it is a concept of")]
    theme: Annotated[Id | None, doc("theme", "Group of concepts in reports")] = None
    broader: Annotated[ConceptId | None, Ref.CONCEPT, doc("broader", "The one wider concept")] = None


class CatalogueFile(Part):
    """The catalogue file."""

    spec: Annotated[Literal[1], doc("format", "Version of this file format: 1")]
    roles: Annotated[Seq[Role], doc("roles", "Kinds of bodies")] = ()
    concepts: Annotated[Seq[Concept], doc("concepts", "What duties, indicators, channels and mechanisms are")] = ()

    @cached_property
    def role_index(self) -> dict[str, Role]:
        """Roles by id and by earlier id."""
        return {name: role for role in self.roles for name in (role.id, *role.aliases)}

    @cached_property
    def concept_index(self) -> dict[str, Concept]:
        """Concepts by id and by earlier id."""
        return {name: concept for concept in self.concepts for name in (concept.id, *concept.aliases)}

    def now(self, name: str) -> str:
        """The id that a concept or role has today; a name that is neither stays as it is."""
        found = self.concept_index.get(name) or self.role_index.get(name)
        return found.id if found is not None else name

    def wider(self, concept: str) -> tuple[str, ...]:
        """A concept and all that are wider, from itself to the widest, by the ids of today."""
        found = [self.now(concept)]
        while (entry := self.concept_index.get(found[-1])) is not None and entry.broader:
            found.append(self.now(entry.broader))
        return tuple(found)

    def kin(self, one: str, two: str) -> bool:
        """Whether one of two concepts is the other, or a wider one."""
        return one in self.wider(two) or two in self.wider(one)

    def label(self, name: str) -> Message:
        """What a concept or role is called."""
        found = self.concept_index.get(name) or self.role_index.get(name)
        return bilingual(found.label.ru, found.label.en) if found is not None else message("{name}", name=name)

    @cached_property
    def current_roles(self) -> frozenset[object]:
        """Ids of the roles, earlier ids left out."""
        return frozenset(role.id for role in self.roles)

    @cached_property
    def current_concepts(self) -> frozenset[object]:
        """Ids of the concepts, earlier ids left out."""
        return frozenset(concept.id for concept in self.concepts)


def joined(catalogues: Sequence[CatalogueFile]) -> CatalogueFile:
    """One catalogue of several; of entries with one id the last one counts."""
    first, *others = catalogues
    if all(other is first for other in others):
        return first
    roles = {role.id: role for one in catalogues for role in one.roles}
    concepts = {concept.id: concept for one in catalogues for concept in one.concepts}
    return CatalogueFile(spec=1, roles=tuple(roles.values()), concepts=tuple(concepts.values()))
