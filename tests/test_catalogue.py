"""The catalogue: nothing unused, nothing that hardly differs, earlier ids still lead to their concept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

import rsnms_rules as rr
from rsnms_rules.api.loading import bundled_catalogue
from rsnms_rules.model.catalogue import Concept, Role

CATALOGUE = bundled_catalogue()
CLOSE = 0.92
"""Two texts of which so much is the same, letter by letter, hardly differ."""


def used() -> set[str]:
    """Concepts and roles of all bundled regulations, and what is wider than these."""
    names: set[str] = set()
    for regulation in rr.load_corpus().values():
        for branch in regulation.elements.values():
            for field in ("concepts", "roles"):
                names.update(getattr(branch.value, field, ()))
    broader = {concept.id: concept.broader for concept in CATALOGUE.concepts}
    for name in list(names):
        above = broader.get(name)
        while above:
            names.add(above)
            above = broader.get(above)
    return names


def test_every_concept_and_role_is_used() -> None:
    entries: tuple[Role | Concept, ...] = (*CATALOGUE.roles, *CATALOGUE.concepts)
    aliases = {name for entry in entries for name in entry.aliases}
    assert {entry.id for entry in entries} - used() == set()
    assert aliases & used() == set(), "the bundled files use the ids of today"


def close(texts: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Pairs of ids whose texts hardly differ."""
    words = {name: frozenset(re.findall(r"\w+", text.lower())) for name, text in texts.items()}
    for one, two in combinations(texts, 2):
        common = len(words[one] & words[two])
        if common * 2 >= len(words[one] | words[two]) and _ratio(texts[one], texts[two]) >= CLOSE:
            yield one, two, texts[one], texts[two]


def _ratio(one: str, two: str) -> float:
    return SequenceMatcher(None, one.lower(), two.lower(), autojunk=False).ratio()


def test_labels_and_definitions_differ() -> None:
    for field in ("label", "is_"):
        for language in ("ru", "en"):
            texts = {concept.id: getattr(getattr(concept, field), language) for concept in CATALOGUE.concepts}
            assert list(close(texts)) == []


def test_close_texts_are_found() -> None:
    assert list(close({"a": "Ведёт реестр служб", "b": "Ведёт реестр службы", "c": "Обучает служб"})) == [
        ("a", "b", "Ведёт реестр служб", "Ведёт реестр службы")
    ]


def test_an_earlier_id_leads_to_its_concept() -> None:
    names = [(alias, concept.id) for concept in CATALOGUE.concepts for alias in concept.aliases]
    corpus = rr.load_corpus()
    for alias, name in names:
        assert corpus.who(concept=alias).leaders == corpus.who(concept=name).leaders
