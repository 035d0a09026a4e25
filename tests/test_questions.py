"""Who, functions, channels: leaders, participants and joint performers apart, and unknown where the text is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rsnms_rules as rr
from rsnms_rules.graph.kinds import EdgeKind
from rsnms_rules.graph.walk import carriers
from rsnms_rules.questions.search import Index, stems

SMALL = """
spec: 1
id: small
tier: regional
territory: {name: Выдуманная область}
act: {kind: order, title: Выдуманный приказ, issuer: ministry}
text:
  extent: partial
  missing:
    - {part: subjects, level: institutional, why: раздел обрывается}
    - {part: functions, of: associations, why: перечень обрывается}
  absent: [channels]
subjects:
  - id: ministry
    roles: [authority]
    level: regional
    name: Министерство образования
    cite: "3.1"
    functions:
      - {does: Согласует руководителя центра, concepts: [federal-operator.interact], cite: «согласует»,
         interacts: [{how: agrees, with: [operator], to: [centre]}]}
  - id: centre
    roles: [cnppm]
    level: regional
    name: Центр непрерывного повышения мастерства
    abbr: ЦНППМ
    cite: "3.2"
    functions:
      - does: Ведёт реестр работников муниципальных методических служб
        concepts: [mms-registry.keep]
        cite: «ведёт реестр»
      - does: Проводит мониторинг деятельности системы
        concepts: [system.monitor]
        with: [institute, {text: эксперты}]
        cite: «мониторинг»
  - id: institute
    level: regional
    name: Институт развития образования
    cite: "3.3"
    functions:
      - does: Участвует в мониторинге деятельности системы
        concepts: [system.monitor]
        mode: participates
        cite: «участвует»
  - {id: associations, level: institutional, name: Объединения учителей, cite: "3.4"}
  - {id: operator, level: federal, name: Федеральный оператор, standing: mentioned, cite: "3.1 «оператор»"}
mechanisms:
  - {id: agreement, kind: agreement, name: Соглашение, parties: [ministry, centre], cite: "4.1"}
"""


@pytest.fixture(scope="module")
def small() -> rr.Regulation:
    return rr.loads(SMALL)


def test_leaders_participants_and_joint_apart(small: rr.Regulation) -> None:
    found = small.who("мониторинг деятельности системы")
    assert [duty.subject for duty in found.leaders] == ["centre"]
    assert [duty.subject for duty in found.participants] == ["institute"]
    assert [duty.subject for duty in found.joint] == ["institute", "эксперты"]
    assert all(duty.element == "small:subjects.centre.functions.system-monitor" for duty in found.joint)
    assert found.leaders[0].cite == ("3.2 «мониторинг»",)
    assert 0 < found.leaders[0].score <= 1


def test_unknown_is_said_beside_the_answer(small: rr.Regulation) -> None:
    found = small.who("реестр методических служб")
    assert [duty.subject for duty in found.leaders] == ["centre"]
    assert [(gap.element, str(gap.why)) for gap in found.unknown] == [
        ("small:text.missing.1", "раздел обрывается"),
        ("small:subjects.associations.functions", "перечень обрывается"),
    ]
    nobody = small.who("строительство космодромов")
    assert not nobody
    assert len(nobody.unknown) == 2
    assert "раздел обрывается" in str(nobody)


def test_by_concept(small: rr.Regulation) -> None:
    found = small.who(concept="system.monitor")
    assert [(duty.subject, duty.score) for duty in found.leaders] == [("centre", 1.0)]
    with pytest.raises(rr.UnknownElement, match=r"system\.monitor"):
        small.who(concept="system.monitr")
    with pytest.raises(ValueError, match="either"):
        small.who()


def test_a_duty_with_two_verbs_is_led_in_one_concept_and_shared_in_another() -> None:
    old = "concepts: [federal-operator.interact]"
    twofold = rr.loads(SMALL.replace(old, "concepts: [active.form, active.coordinate], takes_part: [active.form]"))
    formed, coordinated = twofold.who(concept="active.form"), twofold.who(concept="active.coordinate")
    assert [duty.subject for duty in formed.participants] == ["ministry"]
    assert not formed.leaders
    assert [duty.subject for duty in coordinated.leaders] == ["ministry"]
    assert [item.mode.value for item in carriers(twofold.graph, "active.form")] == ["participates"]
    assert [item.mode.value for item in carriers(twofold.graph, "active.coordinate")] == ["leads"]


def test_functions_own_and_joint(small: rr.Regulation) -> None:
    found = small.functions_of("institute")
    assert [duty.element for duty in found.own] == ["small:subjects.institute.functions.system-monitor"]
    assert [duty.element for duty in found.joint] == ["small:subjects.centre.functions.system-monitor"]
    assert found.unknown == ()
    broken = small.functions_of("associations")
    assert (broken.own, broken.joint, len(broken.unknown)) == ((), (), 1)


def test_a_body_is_found_by_its_names(small: rr.Regulation) -> None:
    for name in ("centre", "ЦНППМ", "цнппм", "Центр непрерывного повышения мастерства"):
        assert small.functions_of(name).subject.id == "centre"
    with pytest.raises(rr.UnknownElement, match="centre"):
        small.functions_of("center")


def test_channels_between(small: rr.Regulation) -> None:
    found = small.channels_between("ministry", "centre")
    assert [way.element for way in found.mechanisms] == ["small:mechanisms.agreement"]
    assert [(c.how, c.subject, c.partner) for c in found.contacts] == [("agrees", "ministry", "centre")]
    assert found.channels == ()
    assert found.unknown == ()  # the act is known to have no channels, and its mechanisms were found
    joint = small.channels_between("centre", "institute")
    assert [c.how for c in joint.contacts] == ["joint"]


def test_missing_channels_are_unknown() -> None:
    cut = rr.loads(SMALL.replace("  absent: [channels]\n", ""))
    assert [gap.element for gap in cut.all_channels().unknown] == ["small:channels"]


def test_graph_and_answers_agree_on_joint_performers(small: rr.Regulation) -> None:
    edges = {(a, b) for a, b, data in small.graph.edges(data=True) if data["kind"] == EdgeKind.JOINT.value}
    answers = {
        (duty.element, f"small:subjects.{name}" if name in small.subjects else f"people:{name}")
        for duty in small.who(concept="system.monitor").joint
        for name in [duty.subject]
    }
    assert edges == answers


def test_corpus_is_a_mapping_and_joins_answers() -> None:
    corpus = rr.load_corpus()
    assert "ivanovo" in corpus
    assert corpus["ivanovo"] == rr.load("ivanovo")
    assert list(corpus) == sorted(corpus)
    joined = corpus.who("реестр работников методических служб")
    assert "cnppm" in {duty.subject for duty in joined.leaders}


ASKED = {
    "реестр работников методических служб": ("cnppm", "3.2.2 «"),
    "кто финансирует систему": ("department", "3.2.1 «"),
    "региональные конкурсы профмастерства": ("university", "3.2.4 «"),
    "стажировочные площадки": ("cnppm", "3.2.2 «"),
    "обучение тьюторов муниципальных служб": ("cnppm", "3.2.2 «"),
    "изучение запросов педагогов": ("mms", "3.3.1 «"),
    "взаимодействие с федеральным оператором": ("cnppm", "3.2.2 «"),
    "разработка программ ДПО": ("university", "3.2.4 «"),
    "реест работников методичиских служб": ("cnppm", "3.2.2 «"),
}


@pytest.mark.parametrize(("query", "expected"), ASKED.items(), ids=ASKED.keys())
def test_ivanovo_answers(query: str, expected: tuple[str, str]) -> None:
    found = rr.load("ivanovo").who(query)
    subject, clause = expected
    assert found.leaders, str(found)
    assert found.leaders[0].subject == subject, str(found)
    assert found.leaders[0].cite[0].startswith(clause)


@pytest.mark.parametrize(
    "query",
    [
        "строительство школ",
        "питание школьников",
        "лицензирование такси",
        "запуск спутников",
        "охрана труда",
        "???",
        "",
    ],
)
def test_what_the_act_does_not_say_is_not_found(query: str) -> None:
    found = rr.load("ivanovo").who(query)
    assert not found, str(found)


def test_stems_leave_out_words_without_meaning() -> None:
    assert stems("Кто ведёт реестр и учёт?") == stems("ведет реестр учет")
    assert stems("") == []


@given(st.lists(st.text(max_size=40), max_size=8), st.text(max_size=40))
def test_search_takes_any_text_and_scores_between_0_and_1(texts: list[str], query: str) -> None:
    hits = Index(texts).search(query)
    assert all(0 < hit.score <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@given(
    st.lists(
        st.sampled_from(["ведёт реестр служб", "обучает методистов", "проводит конкурсы"]),
        min_size=1,
        unique=True,
    )
)
def test_a_text_finds_itself_first(texts: list[str]) -> None:
    index = Index(texts)
    for position, text in enumerate(texts):
        assert index.search(text)[0].document == position
