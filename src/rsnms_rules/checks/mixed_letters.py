"""A word is written in one alphabet.

**Why.** «PC НМС» with Latin letters is not found by a search for «РС НМС».

**Condition.** A word has letters of both alphabets, or consists of Latin capitals that look Cyrillic beside Cyrillic
words. Notes do not count.

**Fails**

```yaml
terms:
  - {id: system, term: региональная система, abbr: PС НМС, means: Система, cite: понятия «система»}
```

**Passes**

```yaml
terms:
  - {id: system, term: региональная система, abbr: РС НМС, means: Система, cite: понятия «система»}
```

**Remedy.** In the encoder's own words write Cyrillic letters; in names and titles keep what is printed and note it.

**Authority.** DESIGN section 3, notes of kind `homoglyph`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.model.system import Note
from rsnms_rules.rule import Rule, Severity

RULE = Rule("mixed-letters", Severity.WARNING, N_("A word is written in one alphabet."))

_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[А-Яа-яЁё]")
_ALIKE = frozenset("ABCEHKMOPTXaceopxy")


def check(material: Material) -> Iterator[Fact]:
    """Yield the texts with a word of both alphabets, or a Latin word of look-alike capitals beside Cyrillic ones.

    Notes quote such words on purpose.
    """
    for branch in (branch for branch in material.branches if not isinstance(branch.value, Note)):
        for name, value in branch.value:
            words = _WORD.findall(value) if isinstance(value, str) else []
            found = next((word for word in words if _mixed(word, words)), None)
            if found is not None:
                yield fact(
                    (*branch.path, name.rstrip("_")),
                    N_("«{word}» has Latin letters that look Cyrillic."),
                    N_("Write Cyrillic letters; where the act prints it so, keep it and note it."),
                    word=found,
                )


def _mixed(word: str, words: list[str]) -> bool:
    if _LATIN.search(word) and _CYRILLIC.search(word):
        return True
    alike = len(word) > 1 and word.isupper() and set(word) <= _ALIKE
    return alike and any(_CYRILLIC.search(other) for other in words)
