"""An abbreviation that the act uses is explained in it.

**Why.** A reader from outside cannot tell what it stands for.

**Condition.** A word of two to six capitals stands in the text, and nowhere «(далее – …)» or brackets introduce it.
Legal forms, other spellings of a known abbreviation, misprints that a note names, headings and stamps do not count.

**Fails**

```yaml
subjects:
  - {id: centre, level: regional, name: Центр, cite: "1", standing: mentioned}
```

```text
1. Центр взаимодействует с ММС.
```

**Passes**

```yaml
subjects:
  - {id: centre, level: regional, name: Центр, cite: "1", standing: mentioned}
```

```text
1. Центр взаимодействует с муниципальной методической службой (далее – ММС). ММС отвечает.
```

**Remedy.** Note it with kind `abbreviation`; do not explain it from another act.

**Authority.** DESIGN section 3, notes of kind `abbreviation`. The act's text is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from difflib import SequenceMatcher

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.vocabulary import NoteKind
from rsnms_rules.rule import Needs, Rule, Severity

RULE = Rule(
    "abbreviation-undefined", Severity.NOTE, N_("An abbreviation that the act uses is explained in it."), Needs.TEXT
)

_SHORT = re.compile(r"(?<![\w.-])[А-ЯЁ]{2,6}(?: [А-ЯЁ]{2,6})*(?![\w-])")
_CAPITALS = re.compile(r"(?:[А-ЯЁ]+[ \t]+)*[А-ЯЁ]{7,}(?:[ \t]+[А-ЯЁ]+)*|(?:\b[А-ЯЁ] ){3,}[А-ЯЁ]\b")
_EXPLAINED = re.compile(r"далее\s*(?:соответственно)?\s*[–—-]?\s*[^)]*\)|\(([А-ЯЁ]{2,6})\)", re.IGNORECASE)
_HEADING = frozenset(
    ("ПРИКАЗ", "ПЛАН", "ЯНВ", "ФЕВ", "МАР", "АПР", "МАЙ", "ИЮН", "ИЮЛ", "АВГ", "СЕН", "ОКТ", "НОЯ", "ДЕК")
)
"""Words of headings and of date stamps, printed in capitals."""
_FORM = re.compile(r"(?:АО|АНО|НКО|(?:Ф|М|Г)(?:Г)?(?:А|Б|К)(?:О|ПО|НО|Н)?У)")
"""Legal forms of organisations: ГБУ, ФГАУ, ГАПОУ, МКОУ; below what may follow them in a name."""
_AFTER_FORM = frozenset(("ВО", "ДО", "ДПО", "СПО"))
KNOWN = frozenset(("ЕГЭ", "ОГЭ", "РФ", "СМИ", "ФИО"))
"""Abbreviations that need no explanation."""
_MISPRINTS = frozenset((NoteKind.TYPO, NoteKind.SCAN, NoteKind.HOMOGLYPH))
_PRINTED = re.compile(r"апечатано «([^»]+)»")
_ALIKE_LETTERS = str.maketrans("ABCEHKMOPTXY\N{NO-BREAK SPACE}", "АВСЕНКМОРТХУ ")
_ALIKE = 0.75
"""Likeness from which another spelling of a body's abbreviation is one of the same abbreviation."""


def check(material: Material) -> Iterator[Fact]:
    """Yield, once each, the abbreviations that stand in the text and are introduced nowhere in it."""
    if material.text is None:
        return
    words = material.text.words.translate(_ALIKE_LETTERS)
    text = _CAPITALS.sub(" ", words)
    explained = {short for match in _EXPLAINED.finditer(words) for short in _SHORT.findall(match[0])}
    explained |= {_bare(short) for short in explained}
    explained |= set(_said_elsewhere(material, explained))
    found = (short for run in _SHORT.findall(text) if run not in _HEADING for short in _unexplained(run, explained))
    for short in dict.fromkeys(found):
        line = message("{line}", line=_line(text, short))
        noted = any(re.search(rf"\b{short}\b", note.note) for note in material.regulation.notes)
        again = N_("The file notes it; the act should explain it.")
        yield fact(
            ("text",),
            N_("The act uses «{short}» and does not explain it; first in line {line} of the text."),
            again if noted else N_("Note it with kind abbreviation; do not explain it from another act."),
            short=short,
            line=line,
        )


def _line(text: str, short: str) -> int:
    found = re.search(rf"(?<![\w.-]){re.escape(short)}(?![\w-])", text)
    return text.count("\n", 0, found.start() if found else 0) + 1


def _said_elsewhere(material: Material, explained: Set[str]) -> Iterator[str]:
    """Abbreviations of terms, misspelt abbreviations of bodies, and words that a note calls misprints."""
    regulation = material.regulation
    yield from (term.abbr for term in regulation.terms if term.abbr)
    for subject in regulation.subjects:
        yield from (name for text in subject.misread for name in _SHORT.findall(text))
        yield from (name for name in subject.aliases if _alike(name, subject.abbr or ""))
    printed = (text for note in regulation.notes if note.kind in _MISPRINTS for text in _PRINTED.findall(note.note))
    for run in (run for text in printed for run in _SHORT.findall(text.translate(_ALIKE_LETTERS))):
        yield run
        yield from (word for word in run.split() if not _belongs(word, explained))


def _alike(one: str, two: str) -> bool:
    return SequenceMatcher(None, one, two).ratio() >= _ALIKE


def _belongs(word: str, explained: Set[str]) -> bool:
    return any(word in short.split() for short in explained)


def _bare(run: str) -> str:
    """An abbreviated name without its legal form."""
    words = run.split()
    pairs = zip(("", *words), words, strict=False)
    return " ".join(word for before, word in pairs if not _formal(before, word))


def _formal(before: str, word: str) -> bool:
    return bool(_FORM.fullmatch(word) or (word in _AFTER_FORM and _FORM.fullmatch(before)))


def _unexplained(run: str, explained: Set[str]) -> Iterator[str]:
    """What is not explained of abbreviations that stand together: a word, or a pair whose first is part of another."""
    joined = {short.replace(" ", "") for short in explained}
    words = _bare(run).split()
    for index, word in enumerate(words):
        after = f"{word} {words[index + 1]}" if index + 1 < len(words) else word
        if {word, after, " ".join(words[max(index - 1, 0) : index + 1])}.isdisjoint(explained | KNOWN | joined):
            yield after if _belongs(word, explained) else word
