"""Words of a question: stems, the trade's shorthand, and words that mean the same.

The tables hold what people in the field say (методсовет, профдефициты, курсы) where an act says something longer. A new
word goes into one of them; nothing else changes. They are written by the authors and never from the questions that
are only measured (docs/adr/0018-ask.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from rsnms_rules.questions.search import stem

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

_PAPER = "(?:документ|диплом|короч|удостоверени|сертификат|бумаг|бумажк)"
PHRASES = {
    rf"\bбез (?:\w+ ){{0,2}}{_PAPER}\w*|\bне (?:вы)?да\w+ (?:\w+ ){{0,3}}{_PAPER}\w*"
    rf"|\b{_PAPER}\w* (?:\w+ ){{0,4}}не (?:вы)?да\w+": "бездокументов",
    r"\bперсональн\w+ данн\w+": "персданные",
    r"\bм?соко\b": "система оценки качества образования",
    r"\bточ(?:к\w+|ек) роста\b": "точкароста",
    r"\bгоряч\w+ лини\w*": "горячаялиния",
    r"\bс учетом\b|\bв целом\b": " ",
    r"\bтридцати пяти\b": "35",
    r"\bэтажей\b": "уровней",
    r"\b(?:этаж|ярус)\w*": "уровни",
    r"\bскольк\w+": "сколько",
    r"\b(?:раз|одного раза) в год\b|\bкаждый год\b": "ежегодно",
    r"\b(?:раз|одного раза) в полгода\b": "полугодие",
    r"\bдобр\w+ (?:день|утро|вечер)\b": " ",
    r"\bскол?ь?к[ао]\b|\bскольки\b": "сколько",
    r"\bк[оа]?[аг]?гда\b|\bкада\b": "когда",
    r"\b[чш][еоё]\b": "что",
    r"\bк[оа]во\b": "кого",
    r"\bиндивидуальн\w+ (?:образовательн\w+ )?(?:маршрут|план развит)\w*": "маршрут",
    r"\bмаршрутн\w+ лист\w*": "маршрут",
    r"\bиом\w*": "маршрут",
    r"\bпед(?:агогическ\w+ )?(?:работник|кадр|состав|коллектив)\w*": "педагоги",
    r"\bуправленческ\w+ кадр\w*|\bуправленц\w*": "управленцы",
    r"\bпроф(?:ессиональн\w+ )?дефицит\w*": "дефициты",
    r"\b(?:проф|пед)(?:ессиональн\w+ |агогическ\w+ )?мастерств\w*": "мастерство",
    r"\bповышени\w+ квалификации|\bпк\b": "курсы",
    r"\bдорожн\w+ карт\w*": "дорожнаякарта",
    r"\bобразовательн\w+ организаци\w*|\bоо\b": "школы",
    r"\b(?:муни\w+ )?метод(?:ическ\w+ )?служб\w*|\bммс\b": "методслужба",
    r"\bметод(?:ическ\w+ )?актив(?:а|у|ом|е|ы|ов)?\b": "методактив",
    r"\bметод(?:ическ\w+ (?:\([^)]*\) )?)?совет\w*": "методсовет",
    r"\bпед(?:агогическ\w+ )?совет\w*": "педсовет",
    r"\bметод(?:ическ\w+ )?обьединени\w*": "методобьединение",
    r"\bфед(?:еральн\w+ )?реестр\w*": "федреестр",
    r"\b(?:региональн|областн|краев)\w* методист\w*": "регметодист методист",
    r"\bсистем\w* (?:научно ?-? ?)?методическ\w+ (?:сопровождени|поддержк|помощ)\w*(?: (?:педагог\w*|учител\w*)"
    r"(?: и управленц\w*)?)?": "система",
    r"\bметод(?=работ|центр|поддержк|сопровожден|кабинет)": "методический ",
    r"\bнаучметод\w*": "научно методический ",
    r"\bпед(?=сообществ|колледж|опыт|технологи|вуз)": "педагогический ",
    r"\bпроф(?=задач|стандарт|развит|сообществ|компетенц|рост|обьединен|ассоциац)": "профессиональный ",
    r"\bучител\w* предметник": "учителя предметники",
    r"\bнац(?=цел|проект|систем)": "национальный ",
    r"\bгос(?=програм|орган|задан)": "государственный ",
    r"\bзам(?=министр|начальник|руководит)": "заместитель ",
    r"\bминобр\w*": "министерство образования",
    r"\bсоц\w*[ -]?сет\w*": "социальные сети",
    r"\bмуниципалитет\w*": "муниципальный",
    r"\bнмц\b": "научно методический центр",
    r"\bрмо\b": "районное методобьединение",
    r"\bмо\b": "методобьединение",
    r"\bшмо\b": "школьное методобьединение",
    r"\bфип\b": "федеральная инновационная площадка",
    r"\bмолод\w+ (?:педагог|учител|специалист)\w*": "молодой педагог",
    r"\bтр(?:и|ех|емя) сторон\w*": "трехсторонний",
}
"""Terms of several words, which count as one, and shorthand of the trade: patterns over lower-case text without ё."""

WEAK = frozenset(
    """
    закреплено закреплен закреплена поручено поручен поручена числится
    обратиться обращаться лежит возложен положено дать давать дает дают оказывать оказывает оказание служить
    служит получать получает пройти проходить проходит проходят один одна одного одному каждый максимум
    минимум человек нужный считать считают начинаться начинается раз выполнять предусмотрен запланирован
    установлен прописан указан назван существует действует создан любой разный какой-то вести ведет ведение
    ведут осуществлять осуществляет обеспечивать обеспечивает обеспечение проводить проводит проведение
    организовывать организует организация заниматься занимается занимаются отвечать отвечает отвечают
    ответственный обязан обязаны должен должны делать делает делают работа работать работает система сфера
    часть область деятельность вопрос рамки помощь задача функция реализация осуществление есть быть будет
    являться является нужно надо иметь который этот свой весь такой конкретно именно вообще у нас региональный
    регион образование образовательный акт документ приказ документация
    """.split()  # noqa: SIM905 -- a list of fifty strings reads worse
)
"""Words that say little about what is asked; they weigh a quarter."""

STEMS = {
    r"подпис(?:ь|и|ью|ей|ям|ями|ях)": "подпис",
    r"актив(?:а|у|ом|е|ы|ов|ам|ами|ах)?": "актив",
    r"систем(?:а|ы|е|у|ой|ам|ами|ах)?": "систем",
}
"""Words that the stemmer would take for others, and their stems."""
OURS = frozenset(STEMS.values())
DECISIVE = frozenset(
    """
    утверждать утверждает утвердить подписывать подписывает подписал финансировать финансирует оплачивать
    оплачивает платить платит контролировать контролирует проверять проверяет назначать назначает увольнять
    увольняет согласовывать согласовывает согласует отбирать отбирает подбирает награждать награждает
    премировать премирует аттестовать аттестует лицензировать лицензирует выдает закупает строит ремонтирует
    присваивает присваивать сертифицирует штрафует наказывает нанимает увольнение назначение утверждение
    согласование финансирование контроль реестр паспорт резерв аттестация лицензия сертификат зарплата оклад доплата
    персданные точкароста горячаялиния нейросеть нейросети грант гранты обжаловать доплачивать доплачивают земский
    телефон телефону адрес почта мессенджер чат телеграм вконтакте сферум профсоюз профсоюзный председатель секретарь
    ректор фамилия взыскание выговор наказание подъемные выплата выплачивать выплачивают пособие льгота ипотека часы
    часов рубли тысяч миллион
    заседать заседает заседание заседания голосование кворум протокол отчет отчета
    опубликовать опубликован опубликовали родители родительский психолог логопед дефектолог библиотекарь медсестра
    зарубежный иностранный частный негосударственный платный бесплатный очередь жалоба
    жаловаться апелляция суд прокуратура рособрнадзор полиция церковь армия спорт питание автобус ремонт
    учет возглавляет надбавка премия стипендия бюджет рубль сумма штраф жилье квартира категория рейтинг отпуск
    """.split()  # noqa: SIM905 -- as above
)
"""Words on which a question turns: who approves is not who develops; what lacks them is hardly an answer."""
STOP = frozenset(
    """
    может могут можно быть будет будут был была было были этот этому этого эту эти этой этом такой такая такие
    такое самый самая сам сама еще уже также вообще именно только нам мне меня мы я вы ваш если хочу скажите
    подскажите а в во для до за и из или к как какая какие какой какого какое каком какими какому каким каких
    какую кем ком кого кому кто ли на над не о об от по под при с со что чему чем это эта чего чья чьи чей у их
    его её ее том числе же бы то кроме между через после где когда куда сколько почему зачем который которая
    которые которых тем чтобы чтоб того тот та те тому прямо прописано сказано упомянут упомянуто упомянута
    рснмс рс нмс наш наша нашей про там согласно нужно надо есть какова каковы каково the of and a to in who is
    for which what when how весь вся всю все всех всей мной ты тебя тебе он она оно они ей им ими него нее ней
    нем ним ними них нею ею ему нас нами вас вам вами себя себе собой свой свое своя свои своего своей своих
    своим своими свою своем наше наши нашего наших нашем ваша ваши этих этим этими той тех теми ту так такого
    таких таким чье чьих чьей чьего каков которое которого которой которому которым которыми котором которую
    всем всеми всему всего само сами самого самой самих самим самое самые откуда насколько ведь вот вон
    разве неужели даже лишь просто тоже но да либо ни нет хотя хоть пока потому поэтому поскольку ибо зато
    однако причем подо обо ото ко изо без безо сквозь среди перед передо около возле вокруг вместо помимо ради
    благодаря вдоль внутри буду бывает бывают могла мог могли расскажите пожалуйста интересует хотелось тут
    здесь туда сюда оттуда тогда сейчас теперь
    здравствуйте привет коллеги отношении вопросах
    """.split()  # noqa: SIM905 -- as above
)
"""Words that carry no meaning for the search."""


def soft(text: str) -> str:
    """The text with ь for ъ and «ци» for «цы», which people mix up («обьединение», «принцып»)."""
    return text.replace("ъ", "ь").replace("цы", "ци")


def plain(text: str) -> str:
    """Lower case, ё as е, ъ as ь, runs of spaces as one."""
    return soft(" ".join(text.lower().replace("ё", "е").split()))


@lru_cache(maxsize=8192)
def spoken_out(text: str) -> str:
    """The plain text with the trade's shorthand written out."""
    for pattern, full in _phrases():
        text = pattern.sub(full, text)
    return soft(text)


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), full) for pattern, full in PHRASES.items())


_VERB = re.compile(r"\w{2,}(?:[аяеуию]ет|ит|ют|ут|ят|[аеиуыя]ть|[аи]ли)(?:с[ья])?")
_NOUNS = frozenset(
    {
        "дебют",
        "приют",
        "салют",
        "атрибут",
        "статут",
        "этикет",
        "институт",
        "аудит",
        "кредит",
        "лимит",
        "сеть",
        "память",
        "печать",
        "маршрут",
        "дефицит",
        "визит",
    }
)


def is_verb(word: str) -> bool:
    """Whether a word looks like a verb in the present or the infinitive; by its ending, so now and then wrong."""
    return _VERB.fullmatch(word) is not None and word not in _NOUNS and not word.endswith("сть")


@cache
def root(word: str) -> str:
    """The stem of a word; where the stemmer errs (it takes «актив» for «акт»), ours."""
    return next((ours for pattern, ours in STEMS.items() if re.fullmatch(pattern, word)), stem(word))


def stems(text: str) -> tuple[str, ...]:
    """Stems of all words, in the order of the text; hyphenated words count as their parts."""
    return tuple(root(part) for word in _WORD.findall(soft(text)) for part in word.split("-"))


def content(text: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning."""
    words = (part for word in _WORD.findall(soft(text)) for part in word.split("-"))
    return tuple(root(word) for word in words if word not in STOP)


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Groups of words that people use one for another.

    Attributes:
        beginnings: from the beginning of a stem to the numbers of its groups. `whole`: from a whole stem to them.
    """

    beginnings: Mapping[str, frozenset[int]]
    whole: Mapping[str, frozenset[int]]

    def kin(self, word: str) -> tuple[str, frozenset[int]]:
        """The longest beginning of a stem that the thesaurus has, with its groups; nothing where it has none."""
        if word in self.whole:
            return word, self.whole[word]
        for end in range(len(word), 2, -1):
            if word[:end] in self.beginnings:
                return word[:end], self.beginnings[word[:end]]
        return word, frozenset()


@cache
def thesaurus() -> Thesaurus:
    """The table in thesaurus.txt."""
    text = soft(resources.files(__package__).joinpath("thesaurus.txt").read_text(encoding="utf-8"))
    beginnings: dict[str, set[int]] = {}
    whole: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()):
        for word in "" if line.startswith("#") else line.split():
            if word.endswith("="):
                whole.setdefault(root(word[:-1]), set()).add(number)
            else:
                beginnings.setdefault(word, set()).add(number)
    return Thesaurus(_frozen(beginnings), _frozen(whole))


@cache
def sayings() -> dict[str, str]:
    """From the id of a concept to what people call it, the table in sayings.txt."""
    text = resources.files(__package__).joinpath("sayings.txt").read_text(encoding="utf-8")
    lines = (line.partition("=") for line in text.splitlines() if "=" in line and not line.startswith("#"))
    return {name.strip(): said.strip() for name, _, said in lines}


def _frozen(found: Mapping[str, set[int]]) -> dict[str, frozenset[int]]:
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def decisive() -> frozenset[str]:
    """Stems of the words on which a question turns."""
    return frozenset(root(soft(word)) for word in DECISIVE)


@cache
def weak() -> frozenset[str]:
    """Stems of the words that say little."""
    return frozenset(root(word) for word in WEAK)
