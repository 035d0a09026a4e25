"""A regulation of a given size, made up from a seed: the same seed gives the same bytes."""

from __future__ import annotations

import random
from typing import Any

from rsnms_rules.api.loading import bundled_catalogue
from rsnms_rules.source.writer import write

WORDS = """
обеспечивает ведёт реестр работников муниципальных методических служб организует сопровождение педагогических
управленческих кадров проводит мониторинг эффективности системы выявляет профессиональные дефициты строит
индивидуальные образовательные маршруты координирует деятельность региональных методистов внедряет практики
""".split()  # noqa: SIM905 -- a list of forty strings reads worse


def _phrase(rng: random.Random, least: int, most: int) -> str:
    words = [rng.choice(WORDS) for _ in range(rng.randint(least, most))]
    return " ".join(words).capitalize()


def _function(rng: random.Random, number: int, concepts: list[str]) -> dict[str, Any]:
    return {
        "id": f"duty-{number}",
        "does": _phrase(rng, 8, 16),
        "concepts": rng.sample(concepts, rng.randint(1, 2)),
        "cite": f"«{_phrase(rng, 3, 4)} … {_phrase(rng, 2, 3)}»",
    }


def _subject(rng: random.Random, number: int, concepts: list[str]) -> dict[str, Any]:
    return {
        "id": f"body-{number}",
        "roles": ["cnppm"],
        "level": rng.choice(["regional", "municipal", "institutional"]),
        "name": _phrase(rng, 4, 9),
        "cite": f"3.{number + 1}",
        "functions": [_function(rng, item, concepts) for item in range(rng.randint(6, 12))],
    }


def _indicator(rng: random.Random, number: int) -> dict[str, Any]:
    targets = [{"period": year, "at_least": rng.randint(1, 100)} for year in (2022, 2023, 2024)]
    return {
        "id": f"share-{number}",
        "name": _phrase(rng, 8, 14),
        "unit": "percent",
        "targets": targets,
        "cite": "5",
    }


def regulation(size: int, seed: int = 1) -> str:
    """The YAML text of a valid regulation of about `size` bytes."""
    rng = random.Random(seed)
    concepts = sorted(concept.id for concept in bundled_catalogue().concepts if concept.kind.value == "function")
    data: dict[str, Any] = {
        "spec": 1,
        "id": "made-up",
        "tier": "regional",
        "territory": {"name": "Выдуманная область"},
        "act": {"kind": "order", "title": "О выдуманной системе", "number": "1", "date": "2023-01-01"},
        "text": {"extent": "complete"},
        "subjects": [],
        "indicators": [_indicator(rng, number) for number in range(20)],
    }
    length = len(write(data).encode())
    while length < size:
        subject = _subject(rng, len(data["subjects"]), concepts)
        data["subjects"].append(subject)
        length += len(write([subject]).encode())
    return write(data)
