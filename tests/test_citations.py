"""The grammar of citations, the outline of an act, and how a citation finds its words (docs/citations.md)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms_rules.model.citation import Citation, CitationError, Document, Number, parse_citation, parse_label
from rsnms_rules.source.act.resolve import Status, parse_act, resolve
from rsnms_rules.source.act.words import plain
from tests.strategies import citations

ACT = """ПРИКАЗ
от 01.02.2023 № 5-о

О системе

В целях развития системы  п р и к а з ы в а ю :

1. Принять положение (приложение № 1 к настоящему приказу).
2. Контроль оставляю за собой.

Министр
И.И. Иванов

Приложение № 1 к приказу
министерства
от 01.02.2023 № 5-о

ПОЛОЖЕНИЕ
о системе

1. Общие положения

1.1. Система включает уровни:

региональный уровень;

муниципальный уровень, который продолжается на

следующей странице.

1.2. Задачи:
1) ведёт реестр:
а) методистов;
б) тьюторов;
2) ведёт реестр школ.

2. Субъекты

2.1. Центр (далее - ЦHППM)

Функции:

ведет реестр научно-
методических служб;

ведёт **учёт** кадров;

ведёт учёт кадров школ.

2. Прочее

Последний абзац.

2.3. Таблица
Служба\tФункции
<p>2.1. Отдел</p>\t<p>– ведёт паспорт; – ведёт <b>сайт</b></p>
<p>2.2. Кафедры</p>\t– пишут работ-

\tник книги

Приложение 1 к Положению

ПОКАЗАТЕЛИ

Показатель\t2023
Доля А\t5

Приложение № 2 к приказу
от ____ № ____

ДОРОЖНАЯ КАРТА

№\tМероприятие\tСрок
1\tПервое\t01.03.2023
3\tТретье на-\t01.04.2023
\tчинание\t
"""


@pytest.fixture(scope="module")
def act():  # type: ignore[no-untyped-def]
    return parse_act(ACT)


@pytest.mark.parametrize(
    "text",
    [
        "3.2.1",
        "3.4.1/2.1",
        "3.4.1/1.8.а",
        "5/2 «доля … работников)»",
        "13.3.а",
        "1#2",
        "IV",
        "строка 4",
        "приказ",
        "приказ 5 «Контроль … области»",
        "приказ преамбула",
        "приказ шапка",
        "положение",
        "положение, 3.2",
        "прил. 1, гриф «от 27.06.2023 … 01-21/889»",
        "прил. 2 к приказу, строка 1 «…»".replace("…", "а"),
        "прил. 1 к положению «Доля „А“ «Б» … 5»",
        "понятия «тьютор … реестра»",
        "«без места … внутри»",
    ],
)
def test_grammar_accepts(text: str) -> None:
    assert str(parse_citation(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "п. 3.2",
        "3.2.",
        "03.2",
        "3..2",
        "3.2 «»",
        "3.2 «а … б … в»",
        "3.2 «а…б»",
        '3.2 "а"',
        "3.2«а»",
        "приложение 1",
        "прил. 0",
        "строка 0",
        "прил. 1 к приказам",
        "1#0",
        "3/",
        "ГРИФ",
        "3.2 «а» б",
        "XIIA",
    ],
)
def test_grammar_refuses(text: str) -> None:
    with pytest.raises(CitationError):
        parse_citation(text)


@given(citations())
def test_citations_are_written_as_they_are_read(text: str) -> None:
    assert str(parse_citation(text)) == text
    parse_label(parse_citation(text).label)


def test_labels_are_taken_apart() -> None:
    assert parse_label("приказ 5").document is Document.ORDER
    assert parse_label("3.4.1/2.1").numbers == (Number(("3", "4", "1")), Number(("2", "1")))
    assert parse_label("13.3.а#2").numbers == (Number(("13", "3", "а"), 2),)
    label = parse_label("прил. 2 к положению, строка 7")
    assert (label.document, label.annex, label.of, label.row) == (Document.ANNEX, 2, "regulation", 7)


FOUND = {
    "приказ шапка": "ПРИКАЗ от 01.02.2023 № 5-о О системе",
    "приказ преамбула": "В целях развития системы п р и к а з ы в а ю",
    "приказ 2 «Контроль … собой»": "2. Контроль оставляю за собой.",
    "приказ 2 «Министр … Иванов»": "Министр И.И. Иванов",
    "прил. 1, гриф": "Приложение № 1 к приказу министерства от 01.02.2023 № 5-о",
    "шапка": "ПОЛОЖЕНИЕ о системе",
    "1": "1. Общие положения",
    "1.1": "1.1. Система включает уровни:",
    "1.1 «региональный уровень»": "региональный уровень;",
    "1.1 «муниципальный … странице»": "муниципальный уровень, который продолжается на следующей странице.",
    "1.2.1": "1) ведёт реестр:",
    "1.2.1.б «тьюторов»": "б) тьюторов;",
    "1.2 «ведёт реестр школ»": "2) ведёт реестр школ.",
    "2.1": "2.1. Центр (далее - ЦHППM) Функции:",
    "2.1 «ЦНППМ»": "ЦHППM)",
    "2.1 «ведёт реестр … научно-методических служб»": "ведет реестр научнометодических служб;",
    "2.1 «ВЕДЁТ РЕЕСТР … методических служб»": "ведет реестр научнометодических служб;",
    "2.1 «ведет учет кадров школ»": "ведёт учёт кадров школ.",
    "2#2": "2. Прочее Последний абзац.",
    "2#2 «Последний абзац»": "Последний абзац.",
    "2.3/2.1 «ведёт сайт»": "ведёт сайт",
    "2.3/2.2 «пишут … книги»": "пишут работник книги",
    "2.3/2.1": "2.1. Отдел",
    "прил. 1 к положению «Доля А … 5»": "Доля А 5",
    "прил. 1 к положению, шапка": "ПОКАЗАТЕЛИ",
    "прил. 2 к приказу, строка 2 «Третье … чинание»": "3 Третье на- 01.04.2023 чинание",
    "прил. 2, гриф": "Приложение № 2 к приказу от",
}


@pytest.mark.parametrize(("citation", "words"), FOUND.items(), ids=FOUND.keys())
def test_citation_finds_its_words(act, citation: str, words: str) -> None:  # type: ignore[no-untyped-def]
    resolution = resolve(act, parse_citation(citation))
    assert resolution.span is not None, str(resolution.why)
    assert " ".join(act.quote(resolution.span).replace("**", "").split()) == words


def test_lost_elsewhere_and_ambiguous(act) -> None:  # type: ignore[no-untyped-def]
    lost = resolve(act, parse_citation("2.1 «ведёт паспорт»"))
    assert (lost.status, lost.span) == (Status.LOST, None)
    assert "положение, 2.3" in str(lost.why)
    assert resolve(act, parse_citation("2.1 «этих слов нет»")).status is Status.LOST
    assert resolve(act, parse_citation("7.7")).status is Status.LOST
    assert resolve(act, parse_citation("2#3")).status is Status.LOST
    double = resolve(act, parse_citation("2.1 «ведёт учёт кадров»"))
    assert double.status is Status.AMBIGUOUS
    assert "46, 48" in str(double.why)


def test_words_must_be_whole(act) -> None:  # type: ignore[no-untyped-def]
    assert resolve(act, parse_citation("2.1 «едёт реестр»")).status is Status.LOST


def test_inherited_citation_has_no_label() -> None:
    assert parse_citation("«а … б»") == Citation("", "а", "б")


LINES = st.sampled_from(
    [
        "Приложение № 1 к приказу",
        "Приложение 2 к Положению",
        "ПОЛОЖЕНИЕ",
        "1. Общее",
        "1.1. Пункт:",
        "а) буква;",
        "2) номер",
        "IV. Раздел",
        "№\tМероприятие\tСрок",
        "1\tПервое\t01.01.2023",
        "\tпродолжение-",
        "слово",
        "",
        "Понятия, используемые в Положении",
        "В целях п р и к а з ы в а ю:",
        "<p>2.1. Ячейка</p>\t<p>– пункт; – пункт</p>",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(LINES, max_size=12).map("\n".join)), citations())
def test_any_text_and_any_citation(text: str, citation: str) -> None:
    """Nothing crashes, and a span that is found holds the cited words, inside the text."""
    any_act = parse_act(text)
    assert sum(piece.end - piece.first for piece in any_act.pieces) <= len(any_act.words)
    resolution = resolve(any_act, parse_citation(citation))
    if resolution.span is None:
        assert resolution.why is not None
        return
    first, end = resolution.span
    assert 0 <= first <= end <= len(any_act.words)
    words = plain(any_act.quote(resolution.span))
    assert plain(resolution.citation.head) in words
    assert words.endswith(plain(resolution.citation.tail))
