"""What ids of the catalogue mean in a comparison: the id of today, and which concepts are wider."""

from __future__ import annotations

from rsnms_rules.i18n import Message, bilingual, message
from rsnms_rules.model.catalogue import CatalogueFile


class Meanings:
    """The concepts and roles of one catalogue or of several."""

    def __init__(self, *catalogues: CatalogueFile) -> None:
        self._concepts = {name: one for each in catalogues for name, one in each.concept_index.items()}
        self._roles = {name: one for each in catalogues for name, one in each.role_index.items()}

    def now(self, name: str) -> str:
        """The id that a concept or role has today."""
        found = self._concepts.get(name) or self._roles.get(name)
        return found.id if found is not None else name

    def label(self, name: str) -> Message:
        """What a concept or role is called."""
        found = self._concepts.get(name) or self._roles.get(name)
        return bilingual(found.label.ru, found.label.en) if found is not None else message("{name}", name=name)

    def wider(self, concept: str) -> tuple[str, ...]:
        """The concept and all that are wider, from itself to the widest."""
        found = [concept]
        while (entry := self._concepts.get(found[-1])) is not None and entry.broader and entry.broader not in found:
            found.append(self.now(entry.broader))
        return tuple(found)

    def kin(self, one: str, two: str) -> bool:
        """Whether one of two concepts is the other, or a wider one."""
        return one in self.wider(two) or two in self.wider(one)
