"""Hypothesis strategies that build valid regulations as the plain data of a file."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from hypothesis import strategies as st

CONCEPTS = [
    "passport.keep",
    "mms-registry.keep",
    "system.monitor",
    "deficits.diagnose",
    "training.run",
    "iom.build",
]
ROLES = ["authority", "cnppm", "methodical-service"]
LEVELS = ["federal", "regional", "municipal", "institutional"]
HOWS = ["informs", "sends", "requests", "receives", "agrees", "coordinates", "supports"]

_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)
WORDS = [
    "Ведёт реестр",
    "NO",
    "010",
    "4.10",
    "12:30",
    "да: нет",
    "# не комментарий",
    "a, б",
    "«ёлочки»",
    "-",
    "~",
    "0o17",
    "1e3",
]

texts = st.one_of(
    st.sampled_from(WORDS),
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")),
        min_size=1,
        max_size=30,
    ).filter(lambda text: not _FORBIDDEN.search(text)),
)
names = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
quoted = st.text("абвгдежз ", min_size=1, max_size=12).map(str.strip).filter(bool)
labels = st.one_of(
    st.sampled_from(
        [
            "приказ 2",
            "положение",
            "прил. 1 к положению, шапка",
            "прил. 2 к приказу, строка 4",
            "IV",
            "понятия",
        ]
    ),
    st.lists(st.integers(1, 20), min_size=1, max_size=3).map(lambda steps: ".".join(map(str, steps))),
)
days = st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31)).map(str)
quantities = st.one_of(st.integers(0, 10**6), st.decimals(0, 1000, places=3, allow_nan=False, allow_infinity=False))


@st.composite
def citations(draw: st.DrawFn) -> str:
    label, head = draw(labels), draw(st.one_of(st.none(), quoted))
    if head is None:
        return label
    tail = draw(st.one_of(st.none(), quoted))
    return f"{label} «{head} … {tail}»" if tail else f"{label} «{head}»"


def some(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=most)


def unique(ids: st.SearchStrategy[str], least: int = 0, most: int = 4) -> st.SearchStrategy[list[str]]:
    return st.lists(ids, unique=True, min_size=least, max_size=most)


@st.composite
def parties(draw: st.DrawFn, subjects: list[str]) -> object:
    who = draw(st.sampled_from(subjects))
    return draw(st.sampled_from([who, {"who": who, "as": draw(texts)}, {"text": draw(texts)}]))


@st.composite
def functions(draw: st.DrawFn, subjects: list[str], name: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": name,
        "does": draw(texts),
        "concepts": draw(unique(st.sampled_from(CONCEPTS), 1, 3)),
    }
    if draw(st.booleans()):
        data["with"] = draw(st.lists(parties(subjects), min_size=1, max_size=2))
    if draw(st.booleans()):
        data["mode"] = "participates"
    if draw(st.booleans()):
        data["interacts"] = [{"how": draw(st.sampled_from(HOWS)), "with": [draw(parties(subjects))]}]
    data["cite"] = draw(
        st.one_of(citations(), st.lists(citations(), min_size=2, max_size=3), quoted.map(lambda t: f"«{t}»"))
    )
    return data


@st.composite
def subject_lists(draw: st.DrawFn) -> list[dict[str, Any]]:
    ids = draw(unique(names, 1, 4))
    subjects = []
    for name in ids:
        subjects.append(
            {
                "id": name,
                "roles": draw(unique(st.sampled_from(ROLES), 0, 2)),
                "level": draw(st.sampled_from(LEVELS)),
                "name": draw(texts),
                "cite": draw(citations()),
                "functions": [draw(functions(ids, function)) for function in draw(unique(names, 0, 4))],
            }
        )
    return subjects


@st.composite
def targets(draw: st.DrawFn, unit: str) -> dict[str, Any]:
    when: Any = draw(
        st.sampled_from(
            [
                {"period": draw(st.integers(2018, 2030))},
                {"by": draw(days)},
                {"as_of": draw(days)},
                {"every": "year", "from": 2021},
                {"undated": True},
            ]
        )
    )
    required = (
        {"done": True} if unit == "milestone" else {draw(st.sampled_from(["at_least", "at_most"])): draw(quantities)}
    )
    return {**when, **required}


@st.composite
def indicators(draw: st.DrawFn, name: str) -> dict[str, Any]:
    unit = draw(st.sampled_from(["percent", "count", "persons", "milestone"]))
    made: object = draw(st.one_of(st.just("none"), some(targets(unit))))
    return {"id": name, "name": draw(texts), "unit": unit, "targets": made, "cite": draw(citations())}


@st.composite
def measures(draw: st.DrawFn, name: str, row: int, subjects: list[str]) -> dict[str, Any]:
    due: Any = draw(
        st.sampled_from(
            [
                {"by": draw(days)},
                {"at": ["2023-06", "2023-03/2023-05", 2024]},
                {"every": "year", "months": [6, 12]},
                {"open": True},
            ]
        )
    )
    return {
        "id": name,
        "row": row,
        "title": draw(texts),
        "responsible": draw(some(parties(subjects), 2)),
        "due": {"text": draw(texts), **due},
        "cite": draw(citations()),
    }


@st.composite
def regulations(draw: st.DrawFn) -> dict[str, Any]:
    """A valid regulation file as plain data."""
    subjects = draw(subject_lists())
    ids = [subject["id"] for subject in subjects]
    return {
        "spec": 1,
        "id": draw(names),
        "tier": draw(st.sampled_from(["regional", "municipal"])),
        "territory": {"name": draw(texts)},
        "act": {
            "kind": "order",
            "title": draw(texts),
            "number": draw(texts),
            "date": draw(st.one_of(days, st.just("unknown"))),
        },
        "text": {"extent": "complete"},
        "subjects": subjects,
        "tasks": [{"id": name, "does": draw(texts), "cite": draw(citations())} for name in draw(unique(names))],
        "channels": [
            {"id": name, "name": draw(texts), "between": draw(st.sampled_from(["all", ids]))}
            for name in draw(unique(names))
        ],
        "indicators": [draw(indicators(name)) for name in draw(unique(names))],
        "measures": [draw(measures(name, row + 1, ids)) for row, name in enumerate(draw(unique(names)))],
        "terms": [{"id": name, "term": draw(texts), "means": draw(texts)} for name in draw(unique(names))],
    }
