"""A defined term is used.

**Why.** A definition that nothing refers to came with a text that was taken over, or the text says something else
instead.

**Condition.** The words of a defined term, in any form, and its abbreviation stand in the text only once: in the
definition. Of a term of an adjective and a noun the noun alone will do.

**Fails**

```yaml
terms:
  - {id: atlas, term: Атлас практик, means: Список практик, cite: понятия «Атлас практик»}
```

```text
3.1. Центр ведёт реестр.

Понятия

«Атлас практик» – список практик.
```

**Passes**

```yaml
terms:
  - {id: atlas, term: Атлас практик, means: Список практик, cite: понятия «Атлас практик»}
```

```text
3.1. Центр ведёт атлас практик.

Понятия

«Атлас практик» – список практик.
```

**Remedy.** Look whether the text uses the term in another form; else note it.

**Authority.** DESIGN section 3, `terms`. The act's text is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Needs, Rule, Severity

RULE = Rule("term-unused", Severity.NOTE, N_("A defined term is used."), Needs.TEXT)

_ENDING = 3
"""Letters at the end of a word that its forms may differ in."""


def check(material: Material) -> Iterator[Fact]:
    """Yield the terms whose words, in any form, and whose abbreviation stand only in their definition."""
    if material.text is None:
        return
    words = material.text.words.lower().replace("ё", "е")
    for index, term in enumerate(material.regulation.terms):
        names = [name for name in (term.term, term.abbr, *term.aliases) if name]
        pattern = "|".join(_pattern(variant) for name in names for variant in _variants(name))
        if len(re.findall(pattern, words)) <= len(names):
            yield fact(
                ("terms", index),
                N_("The act defines «{term}» and does not use it."),
                N_("Look whether it is used in another form; else note it."),
                term=term.term,
            )


def _variants(name: str) -> Iterator[str]:
    """The shorter forms in which a name may be used first: its words in quotes, or without its remark in brackets."""
    if quoted := re.match(r"«([^»]+)»", name):
        yield quoted[1]
    if found := re.fullmatch(r"\w+(?:ая|ое|ые|ие|ий|ый|ой)\s+(\w{5,})", name):
        yield found[1]  # of two words the second alone, as in «сообществ, ассоциаций»
    if (plain := re.sub(r"\s+[А-ЯЁ]{2,}$", "", name)) != name:
        yield plain  # its last word is an abbreviation, which the text may write out
    if "(" in name:
        yield re.sub(r"\s*\([^)]*\)", "", name)
    yield name


def _pattern(name: str) -> str:
    stems = (word[: max(3, len(word) - _ENDING)] for word in re.findall(r"\w+", name.lower().replace("ё", "е")))
    return r"\W+".join(rf"\b{re.escape(stem)}\w*" for stem in stems)
