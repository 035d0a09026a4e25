"""`rsnms explain`: rule, condition, what was looked at, place, clause and what to do, as a tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from rsnms_rules.api.checking import EVERY_RULE
from tests.command import rsnms

ONE_SIDED = ("one-sided-joint", "orenburg:subjects.rcro.functions.system-coordinate.with.1")


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("slug", sorted(EVERY_RULE))
def test_every_rule_has_a_page(slug: str, lang: str) -> None:
    outcome = rsnms("explain", slug, "--lang", lang)
    assert outcome.code == 0
    assert outcome.out.startswith(slug)
    assert len(outcome.out.splitlines()) > 1


def test_a_finding_is_told_as_a_tree() -> None:
    lines = rsnms("explain", *ONE_SIDED).out.splitlines()
    starts = [line.strip().removeprefix("└ ").split(":")[0] for line in lines if line.startswith("  └")]
    assert starts == ["Правило", "Найдено", "Где", "В акте", "Что делать", "Отпечаток"]
    text = "\n".join(lines)
    assert "Условие: " in text
    assert "regulations/orenburg.yaml:" in text
    assert "ГБУ РЦРО: «Координирует" in " ".join(text.split())


def test_a_finding_is_found_by_its_fingerprint() -> None:
    data = rsnms("explain", *ONE_SIDED, "--format", "json").json()
    (one,) = data["findings"]
    again = rsnms("explain", one["finding"]["fingerprint"], "orenburg", "--format", "json").json()
    assert again["findings"] == data["findings"]
    assert one["values"]["carrier"] == "ГБУ РЦРО"
    assert len(one["because"]) == 2
    assert rsnms("explain", one["finding"]["fingerprint"][:8], "--all", "--format", "json").json() == again


def test_the_act_speaks_where_its_text_is_at_hand(act_texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RSNMS_SOURCES", raising=False)
    call = ("explain", "task-without-carrier", "pestyaki:tasks.network", "--format", "json")
    assert rsnms(*call).json()["findings"][0]["quotes"] == []
    (quote,) = rsnms(*call, "--sources", str(act_texts)).json()["findings"][0]["quotes"]
    assert quote.startswith("развитие сетевого")


def test_an_element_above_names_all_below_it() -> None:
    whole = rsnms("explain", "two-leaders", "orenburg", "--format", "json").json()["findings"]
    one = rsnms("explain", "two-leaders", "orenburg:subjects.rcro", "--format", "json").json()["findings"]
    assert len(whole) > len(one) > 0
    assert all(entry["finding"]["element"].startswith("orenburg:subjects.rcro.") for entry in one)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), "правило"),
        (("two-leader",), "two-leaders"),
        (("two-leaders", "orenburg:subjects.nobody"), "такого замечания нет"),
        (("abcdef0123456789", "pestyaki"), "такого замечания нет"),
        (("two-leaders", "nowhere:subjects"), "nowhere"),
    ],
)
def test_wrong_calls_of_explain(args: tuple[str, ...], says: str) -> None:
    outcome = rsnms("explain", *args)
    assert outcome.code == 2
    assert says in outcome.err
