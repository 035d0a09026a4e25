"""A small regulation that has every kind of node and edge; the data of the tests of the graph."""

from __future__ import annotations

from collections.abc import Collection

from rsnms_rules.graph.build import build
from rsnms_rules.graph.sealed import RegulationGraph
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.regulation import RegulationFile


def _entry(name: str, ru: str, en: str, **more: object) -> dict[str, object]:
    return {"id": name, "label": {"ru": ru, "en": en}, "is": {"ru": ru, "en": en}, **more}


CATALOGUE = CatalogueFile.model_validate(
    {
        "spec": 1,
        "roles": [
            _entry("authority", "Орган управления", "Authority"),
            _entry("cnppm", "ЦНППМ", "Centre"),
            _entry("unused", "Лишняя", "Unused"),
        ],
        "concepts": [
            _entry("passport", "Паспорт", "Passport", kind="function"),
            _entry(
                "passport.keep",
                "Ведение паспорта",
                "Keeping the passport",
                kind="function",
                broader="passport",
                theme="data",
                aliases=["dpo-passport.keep"],
            ),
            _entry("mms-registry.keep", "Реестр", "Register", kind="function"),
            _entry("system.coordinate", "Координация", "Coordination", kind="function"),
            _entry("channel.portal", "Портал", "Portal", kind="channel"),
            _entry("unused", "Лишнее", "Unused", kind="function"),
        ],
    }
)

_SUBJECTS: list[dict[str, object]] = [
    {
        "id": "ministry",
        "roles": ["authority"],
        "level": "regional",
        "name": "Министерство образования",
        "cite": "3.1",
        "functions": [
            {"does": "Координирует систему", "concepts": ["system.coordinate"], "cite": "«координирует»"},
        ],
    },
    {
        "id": "cnppm",
        "roles": ["cnppm"],
        "level": "regional",
        "name": "Центр непрерывного повышения мастерства",
        "abbr": "ЦНППМ",
        "part_of": "institute",
        "cite": ["3.3.4", "3.4.1/2"],
        "functions": [
            {
                "does": "Ведёт реестр",
                "concepts": ["mms-registry.keep"],
                "with": ["mms", "institute"],
                "cite": "«ведёт реестр»",
            },
            {
                "does": "Ведёт паспорт",
                "concepts": ["passport.keep", "mms-registry.keep"],
                "interacts": [
                    {"how": "sends", "with": ["ministry"], "to": [{"text": "федеральный оператор"}]},
                    {"how": "requests", "with": ["ministry"]},
                ],
                "cite": "3.2 «ведёт паспорт»",
            },
        ],
        "notes": [
            {
                "kind": "membership",
                "note": "Взаимодействует со службами",
                "interacts": [{"how": "cooperates", "with": ["mms"]}],
                "cite": "3.3",
            }
        ],
    },
    {"id": "institute", "level": "regional", "name": "Институт", "consists_of": ["cnppm"], "cite": "3.4"},
    {
        "id": "mms",
        "level": "municipal",
        "name": "Муниципальная методическая служба",
        "many": True,
        "listed": [{"under": "regional", "cite": "3.3.8"}],
        "functions": [{"does": "Решает иные задачи", "catch_all": True, "under": "network", "mode": "participates"}],
    },
]

DATA: dict[str, object] = {
    "spec": 1,
    "id": "test",
    "tier": "regional",
    "territory": {"name": "Область «Проба»", "code": "RU-XXX"},
    "act": {
        "kind": "order",
        "title": "О создании системы",
        "issuer": "ministry",
        "number": "1",
        "date": "2023-06-07",
        "coordinator": "cnppm",
        "points": [
            {
                "id": "control",
                "does": "Возлагает контроль",
                "to": [{"text": "первый заместитель министра"}],
                "cite": "приказ 5",
            }
        ],
        "cite": "приказ шапка",
    },
    "text": {
        "extent": "partial",
        "missing": [
            {"part": "functions", "of": "mms", "why": "перечень обрывается"},
            {"part": "subjects", "level": "institutional", "why": "раздел обрывается"},
        ],
    },
    "subjects": _SUBJECTS,
    "duties": [
        {"id": "inform", "does": "Информирование", "concepts": ["passport.keep"], "about": "cnppm", "cite": "11"}
    ],
    "goals": [{"id": "goal", "does": "Создать систему", "cite": "1.1"}],
    "tasks": [{"id": "diagnose", "does": "Выявлять дефициты", "area": "Кадры", "cite": "1.2"}],
    "principles": [{"id": "unity", "does": "Единство", "kind": "approach", "cite": "1.3"}],
    "provisions": [{"id": "scope", "does": "Определяет порядок", "cite": "1.4"}],
    "matters": [{"id": "teams", "does": "Работа команд", "cite": "1.5"}],
    "channels": [
        {"id": "portal", "name": "Портал", "concepts": ["channel.portal"], "between": "all", "cite": "4.1"},
        {"id": "chat", "name": "Чат", "between": ["cnppm", {"text": "методисты"}], "cite": "4.2"},
        {"id": "lost", "name": "Совещание", "unread": ["between"], "cite": "4.3"},
    ],
    "mechanisms": [
        {"id": "tripartite", "kind": "agreement", "name": "Соглашение", "parties": ["cnppm", "mms"], "cite": "5"}
    ],
    "directions": [
        {
            "id": "d2",
            "number": "2",
            "name": "Повышение мастерства",
            "contents": [{"id": "courses", "does": "Курсы"}],
            "mechanisms": [{"id": "network", "kind": "network", "does": "Сетевое взаимодействие"}],
            "activities": [{"id": "training", "level": "regional", "does": "Обучение", "with": ["institute"]}],
            "cite": "6",
        }
    ],
    "indicators": [
        {
            "id": "trained",
            "name": "Доля обученных",
            "unit": "percent",
            "direction": "d2",
            "targets": [{"text": "к 2024 году", "by": "2024-12-31", "at_least": 30}],
            "cite": "7/1",
        },
        {"id": "none", "name": "Качество", "targets": "none", "cite": "7/2"},
        {"id": "done", "name": "Создан реестр", "unit": "milestone", "targets": [{"undated": True, "done": True}]},
    ],
    "monitoring": {"every": "year", "by": ["cnppm", {"text": "эксперты"}], "cite": "8"},
    "measures": [
        {
            "id": "draft",
            "row": 1,
            "title": "Разработка положения",
            "activity": "d2.training",
            "responsible": ["ministry"],
            "executors": [{"who": "cnppm", "as": "методисты"}, {"text": "школы-участницы"}],
            "due": {"text": "май, 2023 год", "by": "2023-05-31"},
            "targets": [{"indicator": "trained", "at_least": 40}, {"name": "Доля", "unit": "percent", "at_least": 50}],
            "cite": "прил. 2 к приказу, строка 1",
        }
    ],
    "terms": [{"id": "tutor", "term": "тьютор", "means": "Сопровождает", "cite": "понятия"}],
}


def regulation(*, keep: Collection[str] | None = None, **changes: object) -> RegulationFile:
    """The regulation with `changes`; `keep` says which optional parts stay (all unless given)."""
    needed = {"spec", "id", "tier", "territory"}
    if keep is None:
        return RegulationFile.model_validate({**DATA, **changes})
    kept = {name: value for name, value in DATA.items() if name in needed or name in keep}
    return RegulationFile.model_validate({"act": {}, **kept, **changes})


def small() -> RegulationGraph:
    return build(regulation(), CATALOGUE)


def element(name: str) -> str:
    return f"test:{name}"
