"""The entries of the catalogue that packs, queries and encodings name: found by everyday words."""

from __future__ import annotations

from collections.abc import Sequence

from rsnms_rules.api.loading import bundled_catalogue
from rsnms_rules.model.catalogue import CatalogueFile, Entry
from rsnms_rules.questions.ask.words import sayings
from rsnms_rules.questions.search import stems


def found(words: Sequence[str]) -> CatalogueFile:
    """The roles and concepts that have every one of the words in id, label, definition or what people call them.

    Without words all of them; words count by their stems, in Russian or English.
    """
    base = bundled_catalogue()
    wanted = stems(" ".join(words).replace(".", " "))
    roles = tuple(role for role in base.roles if _has(role, wanted))
    concepts = tuple(concept for concept in base.concepts if _has(concept, wanted))
    return CatalogueFile(spec=1, roles=roles, concepts=concepts)


def _has(entry: Entry, wanted: Sequence[str]) -> bool:
    told = (entry.id, entry.label.ru, entry.label.en, entry.is_.ru, entry.is_.en, sayings().get(entry.id, ""))
    known = stems(" ".join(told).replace(".", " ").replace("-", " "))
    return all(any(word.startswith(stem) for word in known) for stem in wanted)
