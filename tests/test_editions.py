"""The lock of cited spans: what changed, moved or vanished in a newer edition of an act."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import rsnms_rules as rr
from rsnms_rules.api.bundled import bundled
from rsnms_rules.source.act.lock import Fate, make_lock, read_lock, write_lock
from rsnms_rules.source.act.resolve import parse_act
from tests.command import rsnms
from tests.test_verify import ACT, ENCODED

REGISTRY = "subjects.centre.functions.registry"
TRAIN = "subjects.centre.functions.train"


def fates(newer: str) -> dict[str, tuple[Fate, int]]:
    regulation = rr.loads(ENCODED)
    edition = rr.verify(regulation, newer, lock=make_lock(regulation.model, parse_act(ACT))).edition
    assert edition is not None
    assert edition.stale == ()
    return {change.element: (change.fate, change.line) for change in edition.changes}


def test_the_same_text_has_no_changes() -> None:
    assert fates(ACT) == {}
    assert fates(ACT.replace("ведёт реестр служб", "Ведёт  реестр\nслужб")) == {}, "case and line ends are no change"


def test_changed_moved_and_vanished() -> None:
    assert fates(ACT.replace("ведёт реестр служб", "ведёт реестр школ")) == {REGISTRY: (Fate.VANISHED, 0)}
    assert fates(ACT.replace("методистов по программам", "педагогов по программам")) == {TRAIN: (Fate.CHANGED, 17)}
    assert fates(ACT.replace("обучает методистов по программам.", "")) == {TRAIN: (Fate.VANISHED, 0)}
    moved = ACT.replace("обучает методистов по программам.\n", "2. Служба\n\nобучает методистов по программам.\n")
    assert fates(moved) == {TRAIN: (Fate.MOVED, 19)}
    assert fates(ACT.replace("1. Центр", "2. Центр"))["subjects.centre"] == (Fate.VANISHED, 0)
    assert fates(ACT.replace("1. Центр", "2. Центр"))[REGISTRY] == (Fate.MOVED, 15)


def test_a_lock_is_read_back() -> None:
    regulation = rr.loads(ENCODED)
    lock = make_lock(regulation.model, parse_act(ACT))
    assert read_lock(write_lock(lock)) == lock
    assert len(lock.spans) == len(rr.verify(regulation, ACT).citations)
    for bad in ("", "[]", "{}", '{"schema": "rsnms/lock/2"}', write_lock(lock).replace('"letters": ', '"letters": -')):
        assert read_lock(bad) is None


def test_the_command_writes_and_reads_a_lock(tmp_path: Path) -> None:
    act, newer, encoded = tmp_path / "tiny.txt", tmp_path / "newer.txt", tmp_path / "tiny.yaml"
    act.write_text(ACT, encoding="utf-8")
    newer.write_text(ACT.replace("методистов по программам", "педагогов по программам"), encoding="utf-8")
    encoded.write_text(ENCODED, encoding="utf-8")
    assert rsnms("verify", str(encoded), str(act), "--format", "json").json()["edition"] is None
    assert rsnms("verify", str(encoded), str(newer)).code == 0
    assert rsnms("verify", str(encoded), str(act), "--lock").code == 0
    assert rsnms("verify", str(encoded), str(act), "--format", "json").json()["edition"] == {
        "same": True,
        "changes": [],
        "stale": [],
    }
    found = rsnms("verify", str(encoded), str(newer), "--format", "json")
    assert found.code == 1
    (change,) = found.json()["edition"]["changes"]
    assert (change["element"], change["change"], change["line"]) == (f"tiny:{TRAIN}", "changed", 17)
    assert "изменён: " + TRAIN in rsnms("verify", str(encoded), str(newer)).out
    encoded.write_text(ENCODED.replace("обучает … программам", "обучает методистов … программам"), encoding="utf-8")
    assert "Слепок старше файла" in rsnms("verify", str(encoded), str(act)).out
    (tmp_path / "tiny.lock.json").write_text("{}", encoding="utf-8")
    broken = rsnms("verify", str(encoded), str(act))
    assert (broken.code, "tiny.lock.json" in broken.err) == (3, True)


def test_what_does_not_resolve_is_not_locked(tmp_path: Path) -> None:
    act, encoded = tmp_path / "tiny.txt", tmp_path / "tiny.yaml"
    act.write_text(ACT, encoding="utf-8")
    encoded.write_text(ENCODED.replace("обучает …", "учит …"), encoding="utf-8")
    outcome = rsnms("verify", str(encoded), str(act), "--lock")
    assert (outcome.code, list(tmp_path.glob("*.lock.json"))) == (3, [])


@pytest.mark.parametrize("name", sorted(bundled()))
def test_the_locks_of_the_bundled_acts_are_fresh(name: str, act_texts: Path) -> None:
    """Written by `rsnms verify --all --lock`; the file names the text that it was made from."""
    regulation = rr.load(name)
    text = act_texts / f"{name}.txt"
    path = bundled()[name].with_name(f"{name}.lock.json")
    assert path.read_text(encoding="utf-8") == write_lock(make_lock(regulation.model, rr.read_act(text)))
    assert regulation.model.text.digest == json.loads(path.read_text(encoding="utf-8"))["text"]["digest"]
    edition = rr.verify(regulation, text).edition
    assert edition is not None
    assert (edition.same, edition.changes, edition.stale) == (True, (), ())
