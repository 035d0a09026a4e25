"""Differences: nothing against itself, mirrored the other way round, blind to order, never a guess about lost text."""

from __future__ import annotations

import contextlib
import random
import re
from collections import Counter
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rsnms_rules as rr
from benchmarks.generate import regulation as generated
from rsnms_rules.api.bundled import bundled
from rsnms_rules.differences.diff import Change, Diff
from rsnms_rules.differences.kinds import Judgement, Kind
from rsnms_rules.differences.rules import ALL_RULES, judge
from rsnms_rules.differences.rules.base import Question
from rsnms_rules.source.reader import read
from rsnms_rules.source.writer import write
from tests.command import rsnms
from tests.conftest import ROOT
from tests.strategies import regulations

IDS = sorted(bundled())
PAGES = [ROOT / "docs" / "comparing.md", ROOT / "docs" / "comparing.ru.md"]
HEAD = "spec: 1\nid: {id}\ntier: regional\nterritory: {{name: Т}}\nact: {{kind: order}}\n"
MIRROR = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}


def facts(found: Diff) -> list[tuple[object, ...]]:
    return [
        (
            one.kind,
            one.element_a,
            one.element_b,
            one.judgement,
            tuple((f.field.name, f.field.a, f.field.b, f.judgement) for f in one.fields),
        )
        for one in found.changes
    ]


def mirrored(found: Diff) -> list[tuple[object, ...]]:
    return [
        (
            MIRROR.get(one.kind, one.kind),
            one.element_b,
            one.element_a,
            one.judgement.mirror,
            tuple((f.field.name, f.field.b, f.field.a, f.judgement.mirror) for f in one.fields),
        )
        for one in found.changes
    ]


def loaded(data: object) -> rr.Regulation:
    return rr.loads(write(data))


@pytest.mark.parametrize("name", IDS)
def test_an_act_does_not_differ_from_itself(name: str) -> None:
    assert not rr.diff(rr.load(name), rr.load(name))


@given(regulations())
def test_nothing_differs_from_itself(data: dict[str, Any]) -> None:
    assert not rr.diff(loaded(data), loaded(data))


@pytest.mark.parametrize(("a", "b"), list(permutations(IDS, 2)))
def test_the_way_back_is_the_mirror(a: str, b: str) -> None:
    one, two = rr.diff(rr.load(a), rr.load(b)), rr.diff(rr.load(b), rr.load(a))
    assert Counter(mirrored(one)) == Counter(facts(two))
    assert {gap.element for gap in one.unknown} == {gap.element for gap in two.unknown}


def shuffled(value: Any, draw: random.Random) -> Any:
    """The same file with its lists of elements in another order; the order of concepts and roles means something."""
    if isinstance(value, dict):
        return {
            key: item if key in {"concepts", "roles", "cite"} else shuffled(item, draw) for key, item in value.items()
        }
    if isinstance(value, list):
        items = [shuffled(item, draw) for item in value]
        if all(isinstance(item, dict) for item in items):
            draw.shuffle(items)
        return items
    return value


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_lists_changes_nothing(seed: int) -> None:
    for name in ("ivanovo", "pestyaki"):
        data = read(rr.dump(rr.load(name))).data
        again = loaded(shuffled(data, random.Random(seed)))
        assert not [one for one in rr.diff(rr.load(name), again).changes if one.kind is not Kind.RENUMBERED]


@given(
    st.sampled_from(["subjects", "functions", "indicators", "channels", "tasks", "mechanisms"]), st.sampled_from(IDS)
)
def test_a_lost_part_is_unknown_and_never_removed(part: str, name: str) -> None:
    whole = rr.load(name)
    if whole.model.text.missing:
        return
    update: dict[str, Any] = {"subjects": ()} if part == "subjects" else {} if part == "functions" else {part: ()}
    model = whole.model
    if part == "functions":
        model = model.model_copy(
            update={"subjects": tuple(s.model_copy(update={"functions": ()}) for s in model.subjects)}
        )
    missing = [{"part": part, "why": "утрачено"}]
    text = model.text.model_validate({"extent": "partial", "missing": missing, "absent": []})
    cut = rr.Regulation(model.model_copy(update={**update, "text": text}), whole.catalogue)
    for found in (rr.diff(whole, cut), rr.diff(cut, whole)):
        gone = [one for one in found.changes if one.kind in {Kind.ADDED, Kind.REMOVED}]
        assert not [one for one in gone if _stands_in(one, part)], part
        lost = {gap.element for gap in found.unknown}
        own = [
            f"{name}:subjects.{s.id}.functions.{f.id}"
            for s in whole.model.subjects
            for f in s.functions
            if part == "functions"
        ]
        assert set(own) <= lost


def _stands_in(change: Change, part: str) -> bool:
    sorts = {"subjects", "functions"} if part == "subjects" else {part}
    return change.fact.item.sort in sorts


def test_every_judgement_has_its_mirror() -> None:
    """Every rule answers the way back with the opposite, for all values that it may meet."""
    reg = [rr.load(name).model for name in IDS]
    from rsnms_rules.differences.changes import compare

    seen: Counter[str] = Counter()
    for a, b in permutations(reg, 2):
        for fact in compare(a, b, rr.load("ivanovo").catalogue).facts:
            asked = [
                Question(fact.kind, fact.item.sort, re.sub(r"\.\d+\.", ".", f.name), f.a, f.b, f.wording)
                for f in fact.fields
            ] or [Question(fact.kind, fact.item.sort)]
            for question in asked:
                judgement, slug = judge(question)
                assert judge(question.mirror) == (judgement.mirror, slug)
                seen[slug] += 1
    assert set(seen) >= {module.RULE.slug for module in ALL_RULES} - {"words", "frequency", "mode"}
    assert all(module.RULE.slug == module.__name__.rpartition(".")[2] for module in ALL_RULES)


def examples(page: Path) -> list[tuple[str, str, str]]:
    """Pairs of files and the differences that a page says they have."""
    text = page.read_text(encoding="utf-8")
    return re.findall(r"```yaml\n# A\n(.*?)# B\n(.*?)```\n\n```text\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_the_examples_of_the_page(page: Path) -> None:
    assert len(examples(page)) >= 6
    for a, b, wanted in examples(page):
        ids = ("one", "one") if "edition" in a else ("one", "two")
        found = rr.diff(*(rr.loads(HEAD.format(id=name) + text) for name, text in zip(ids, (a, b), strict=True)))
        lines = [
            " ".join([one.kind.value, one.judgement.value, one.fact.item.element.partition(":")[2], *names(one)])
            for one in found.changes
        ]
        lines += [f"unknown {gap.element.partition(':')[2]}" for gap in found.unknown]
        assert lines == wanted.splitlines()


def names(change: Change) -> list[str]:
    return [field.field.name for field in change.fields]


@pytest.mark.parametrize(("a", "b"), [(a, b) for a in IDS for b in IDS if a < b])
def test_golden_differences(a: str, b: str, request: pytest.FixtureRequest) -> None:
    outcome = rsnms("diff", a, b)
    assert outcome.code == 0
    path = ROOT / "tests" / "golden" / "diff" / f"{a}-{b}.txt"
    if request.config.getoption("--rewrite-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(outcome.out, encoding="utf-8")
    assert outcome.out == path.read_text(encoding="utf-8")


def test_the_command(tmp_path: Path) -> None:
    assert rsnms("diff", "ivanovo", "ivanovo", "--exit-code").code == 0
    assert rsnms("diff", "ivanovo", "orenburg").code == 0
    assert rsnms("diff", "ivanovo", "orenburg", "--exit-code").code == 1
    data = rsnms("diff", "ivanovo", "orenburg", "--only", "indicators,stricter", "--format", "json").json()
    assert data["changes"]
    assert {one["judgement"] for one in data["changes"]} == {Judgement.STRICTER.value}
    assert all(":indicators." in (one["element_a"] or one["element_b"]) for one in data["changes"])


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("ivanovo",), 2, "A B"),
        (("ivanovo", "orenburk"), 2, "orenburg"),
        (("ivanovo", "regulations/ivanovo.yaml@nowhere"), 2, "nowhere"),
        (("ivanovo", "nofile.yaml@HEAD"), 2, "nofile.yaml@HEAD"),
        (("ivanovo", "orenburg", "--only", "dutes"), 2, "duties"),
    ],
)
def test_wrong_calls_of_diff(args: tuple[str, ...], code: int, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    outcome = rsnms("diff", *args)
    assert outcome.code == code
    assert says in outcome.err


def test_an_edition_of_a_git_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess

    monkeypatch.chdir(tmp_path)
    file = tmp_path / "act.yaml"
    text = bundled()["novosibirsk"].read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "one"]):
        subprocess.run(["git", *command], check=True)
    file.write_text(text.replace("at_least: 30}", "at_least: 35}", 1), encoding="utf-8")
    data = rsnms("diff", "act.yaml@HEAD", "act.yaml", "--format", "json").json()
    assert [(one["kind"], one["judgement"]) for one in data["changes"]] == [("changed", "stricter")]
    assert [field["name"] for field in data["changes"][0]["fields"]] == ["targets.1.at_least"]


EDITS = 18


def edited(data: dict[str, Any], draw: random.Random) -> None:
    """Edit eighteen elements, each once: words, mode, partners, targets, a name, a clause; two go, one comes."""
    subjects, indicators = data["subjects"], data["indicators"]
    duties = [(subject, function) for subject in subjects for function in subject["functions"]]
    chosen = draw.sample(duties, 13)
    for _, function in chosen[:4]:
        function["does"] += ", как решит совет"
    for _, function in chosen[4:7]:
        function["mode"] = "participates"
    for _, function in chosen[7:9]:
        function["with"] = [{"text": "эксперты"}]
    for subject, function in chosen[9:11]:
        subject["functions"].remove(function)
    subject, function = chosen[11]
    subject["functions"].append(
        {**function, "id": "new-duty", "concepts": ["passport.keep"], "does": "Новая обязанность"}
    )
    subject, function = chosen[12]
    subject["functions"].remove(function)
    other = draw.choice([one for one in subjects if one is not subject])
    other["functions"].append(
        {**function, "id": f"moved-{function['id']}", "cite": f"{subject['cite']} {function['cite']}"}
    )
    for indicator in draw.sample(indicators, 3):
        indicator["targets"][0]["at_least"] += 1
    renamed, renumbered = draw.sample(subjects, 2)
    renamed["name"] += " области"
    renumbered["cite"] = "4.99"


@pytest.mark.parametrize("seed", range(100))
def test_eighteen_edits_are_eighteen_changes(seed: int) -> None:
    text = generated(150_000)
    before = read(text).data
    after = read(text).data
    assert isinstance(after, dict)
    draw = random.Random(seed)
    edited(after, draw)
    for subject in after["subjects"]:
        draw.shuffle(subject["functions"])
    draw.shuffle(after["subjects"])
    found = rr.diff(loaded(before), loaded(after))
    kinds = Counter(one.kind for one in found.changes)
    assert sum(kinds.values()) == EDITS, kinds
    assert kinds == {
        Kind.CHANGED: 12,
        Kind.REMOVED: 2,
        Kind.ADDED: 1,
        Kind.MOVED: 1,
        Kind.RENAMED: 1,
        Kind.RENUMBERED: 1,
    }


def test_accepted_differences_are_shown_and_do_not_count(tmp_path: Path) -> None:
    found = rr.diff(rr.load("ivanovo"), rr.load("krasnoyarsk"))
    entries = "".join(
        f"  - {{rule: {one.judgement.value}, element: '{one.element_a or one.element_b}', "
        f"fingerprint: '{one.fingerprint}', reason: так решили, approved_by: совет, expires: 2030-01-01}}\n"
        for one in found.changes
    )
    path = tmp_path / "waivers.yaml"
    path.write_text("spec: 1\nwaivers:\n" + entries, encoding="utf-8")
    call = ("diff", "ivanovo", "krasnoyarsk", "--exit-code", "--waivers", str(path))
    outcome = rsnms(*call, "--as-of", "2026-11-24")
    assert outcome.code == 0
    assert outcome.out.count("так решили") == len(found.changes)
    assert rsnms(*call, "--as-of", "2030-01-02").code == 1
    assert all(one["waived"] for one in rsnms(*call, "--as-of", "2026-11-24", "--format", "json").json()["changes"])
    path.write_text("spec: 1\nwaivers:\n" + entries.replace("stricter", "strickter"), encoding="utf-8")
    assert rsnms(*call).code == 3


def test_markdown_has_a_row_for_each_change() -> None:
    found = rr.diff(rr.load("ivanovo"), rr.load("orenburg"))
    text = rsnms("diff", "ivanovo", "orenburg", "--format", "markdown").out
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| что")]
    assert len(rows) == len(found.changes)


def test_the_matrix_of_five_acts() -> None:
    data = rsnms("compare", "--all", "--format", "json").json()
    assert data["regulations"] == IDS or sorted(data["regulations"]) == IDS
    rows = {row["concept"]: row for row in data["rows"]}
    monitor = {cell["regulation"]: cell for cell in rows["system.monitor"]["cells"]}
    assert monitor["ivanovo"]["state"] == "no"
    assert monitor["krasnoyarsk"]["state"] == "unknown"
    assert {holder["role"] for holder in monitor["novosibirsk"]["holders"]} >= {"authority"}
    iom = {cell["regulation"]: cell for cell in rows["teachers.with-iom"]["cells"]}
    assert iom["krasnoyarsk"]["state"] == "unknown"
    assert [target["bound"] for target in iom["orenburg"]["targets"]] == [">= 35"]
    for row in data["rows"]:
        assert not [cell for cell in row["cells"] if cell["state"] == "no" and (cell["holders"] or cell["targets"])]
        if row["parent"]:
            wider = {cell["regulation"]: cell["state"] for cell in rows[row["parent"]]["cells"]}
            assert all(wider[cell["regulation"]] == "yes" for cell in row["cells"] if cell["state"] == "yes")
    assert set(data["common"]) <= set(rows)
    assert "krasnoyarsk" in data["perhaps_alone"]


def test_the_matrix_agrees_with_who() -> None:
    found = rr.compare([rr.load("ivanovo"), rr.load("orenburg")])
    for row in found.rows:
        if row.kind != "function":
            continue
        for cell in row.cells:
            who = rr.load(cell.regulation).who(concept=row.concept)
            assert {(one.subject, one.mode) for one in cell.holders} == {
                (duty.subject, duty.mode.value) for duty in (*who.leaders, *who.participants)
            }


def test_the_matrix_as_text_and_table() -> None:
    text = rsnms("compare", "ivanovo", "orenburg", "--summary").out
    assert "Итог" in text
    lines = rsnms("compare", "ivanovo", "orenburg", "--format", "csv").out.splitlines()
    assert lines[0].startswith("concept,label,parent,regulation,state")
    assert len(lines) > 100
    for args in (("ivanovo",), ("ivanovo", "ivanovo"), ("ivanovo", "nowhere")):
        assert rsnms("compare", *args).code == 2


def test_a_district_against_its_region() -> None:
    outcome = rsnms("conforms", "pestyaki", "--format", "json")
    assert outcome.code == 1  # duties of the municipal services are absent
    data = outcome.json()
    assert (data["district"], data["region"]) == ("pestyaki", "ivanovo")
    status = {one["element"]: one["status"] for one in data["results"]}
    region = rr.load("ivanovo")
    below = [
        f"ivanovo:subjects.{subject.id}.functions.{function.id}"
        for subject in region.model.subjects
        for function in subject.functions
        if subject.level in {"municipal", "institutional"} and function.concepts
    ]
    assert [one for one in status if ":subjects." in one] == below
    assert status["ivanovo:subjects.mms.functions.passport-supply-data"] == "absent"
    assert status["ivanovo:subjects.mms.functions.needs-study"] == "narrower"
    assert status["ivanovo:subjects.school-council.functions.school-growth-organise"] == "carried"
    assert status["ivanovo:subjects.mms.functions.municipal-work-coordinate"] == "other-body"
    copied = {one["element"]: one["copied_from"] for one in data["own"]}
    assert copied["pestyaki:subjects.education-department.functions.conditions-provide"]
    assert all(one["cite"] for one in data["own"])
    assert rsnms("conforms", "pestyaki", "ivanovo", "--format", "json").out == outcome.out


@pytest.mark.parametrize("name", IDS)
def test_an_act_conforms_to_itself(name: str) -> None:
    act = rr.load(name)
    found = rr.conforms(act, act)
    assert {line.status.value for line in found.lines} <= {"carried"}
    assert not [own for own in found.own if any(own.element == line.element for line in found.lines)]


def test_a_lost_part_of_the_district_is_unknown() -> None:
    model = rr.load("pestyaki").model
    missing = [{"part": "functions", "why": "утрачено"}, {"part": "channels", "why": "утрачено"}]
    text = model.text.model_validate({"extent": "partial", "missing": missing})
    bare = tuple(subject.model_copy(update={"functions": ()}) for subject in model.subjects)
    cut = rr.Regulation(
        model.model_copy(update={"subjects": bare, "channels": (), "text": text}), rr.load("pestyaki").catalogue
    )
    found = rr.conforms(cut, rr.load("ivanovo"))
    assert {line.status.value for line in found.lines if line.sort in {"functions", "channels"}} == {"unknown"}


@pytest.mark.parametrize("args", [(), ("ivanovo",), ("pestyaki", "nowhere"), ("a", "b", "c")])
def test_wrong_calls_of_conforms(args: tuple[str, ...]) -> None:
    assert rsnms("conforms", *args).code == 2


def test_waivers_that_accept_nothing_are_told(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    entry = "{{rule: stricter, element: '{}', reason: так, approved_by: совет, expires: {}}}\n"
    path.write_text(
        "spec: 1\nwaivers:\n  - "
        + entry.format("krasnoyarsk:subjects.nobody", "2030-01-01")
        + "  - "
        + entry.format("ivanovo:subjects.nobody", "2020-01-01")
        + "  - "
        + entry.format("orenburg:subjects.nobody", "2030-01-01"),
        encoding="utf-8",
    )
    outcome = rsnms("diff", "ivanovo", "krasnoyarsk", "--waivers", str(path), "--as-of", "2026-01-01")
    told = re.findall(r":(\d+):\d+: \S+ \[(waiver-\w+)\]", outcome.err)
    assert sorted(told) == [("3", "waiver-unused"), ("4", "waiver-expired"), ("4", "waiver-unused")]


@pytest.mark.parametrize(
    ("a", "b", "side", "says"),
    [
        ("ivanovo", "newer.yaml", "B", "newer.yaml:2:7: "),
        ("concept.yaml", "ivanovo", "A", "passport.approve"),
        ("nowhere", "ivanovo", "A", "krasnoyarsk"),
        ("ivanovo", "ivanovo@nowhere", "B", "git log --oneline"),
        ("ivanovo", "missing.yaml@HEAD", "B", "git log --oneline"),
        ("ivanovo", "broken.yaml", "B", "broken.yaml:"),
    ],
)
def test_an_error_names_side_place_and_remedy(a: str, b: str, side: str, says: str, tmp_path: Path) -> None:
    text = bundled()["ivanovo"].read_text(encoding="utf-8")
    (tmp_path / "newer.yaml").write_text(text.replace("spec: 1", "spec: 2", 1), encoding="utf-8")
    (tmp_path / "concept.yaml").write_text(text.replace("passport.approve", "passport.aprove", 1), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("spec: 1\nid: [", encoding="utf-8")
    with contextlib.chdir(tmp_path):
        outcome = rsnms("diff", a, b)
    assert outcome.code in {2, 3}
    assert outcome.out == ""
    assert outcome.err.startswith(f"rsnms: сторона {side} ")
    assert says in outcome.err


EDITION = """\
subjects:
  - id: centre
    roles: [cnppm]
    level: regional
    name: Центр
    cite: "3.1"
    functions:
      - {does: Ведёт реестр, concepts: [mms-registry.keep], cite: «ведёт»}
      - {does: Проводит мониторинг, concepts: [system.monitor], cite: «проводит»}
  - {id: council, roles: [school-council], level: institutional, name: Совет, cite: "3.2"}
indicators:
  - id: iom
    concepts: [teachers.with-iom]
    unit: percent
    targets: [{by: 2023-12-31, at_least: 20}, {by: 2024-12-31, at_least: 30}]
    cite: "5"
monitoring: {every: year, methods: [{id: sites, name: сайты}], cite: "6"}
measures:
  - id: open
    row: 1
    title: Открыть центр
    concepts: [cnppm.open]
    responsible: [centre]
    due: {by: 2024-06-30, text: июнь}
    cite: "7"
"""


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("name: Центр", "name: Центр мастерства", ["renamed editorial"]),
        ('cite: "3.1"', 'cite: "4.1"', ["renumbered editorial"]),
        ("id: council", "id: board", []),
        ("at_least: 20", "at_least: 25", ["changed stricter"]),
        ("{by: 2023-12-31, at_least: 20}, ", "", ["changed looser"]),
        ("every: year", "every: quarter", ["changed stricter"]),
        ("name: сайты", "name: порталы", ["changed different"]),
        ("by: 2024-06-30", "by: 2024-07-31", ["changed looser"]),
        ("text: июнь", "text: 30 июня", ["changed editorial"]),
        ("concepts: [system.monitor]", "concepts: [system.recommend]", ["changed different"]),
        ("Ведёт реестр", "Составляет реестр", ["changed editorial"]),
        ("level: institutional", "level: municipal", ["changed different"]),
    ],
)
def test_one_edit_of_an_edition_is_one_change(old: str, new: str, kinds: list[str]) -> None:
    head = HEAD.format(id="act")
    assert old in EDITION
    one, two = rr.loads(head + EDITION), rr.loads(head + EDITION.replace(old, new, 1))
    assert [f"{one.kind.value} {one.judgement.value}" for one in rr.diff(one, two).changes] == kinds
    assert len(rr.diff(two, one).changes) == len(kinds)


def test_a_body_with_another_id_takes_its_duties_along() -> None:
    """Ids are names of ours: a body of the same role and level is the same body, with one change at most."""
    head = HEAD.format(id="act")
    old, new = rr.loads(head + EDITION), rr.loads(head + EDITION.replace("centre", "center"))
    assert [one.kind.value for one in rr.diff(old, new).changes] == []
