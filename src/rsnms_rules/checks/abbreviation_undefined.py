"""An abbreviation that the act uses is explained in it.

**Why.** A reader from outside cannot tell what it stands for.

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
from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Rule, Severity

RULE = Rule("abbreviation-undefined", Severity.NOTE, N_("An abbreviation that the act uses is explained in it."))

_SHORT = re.compile(r"(?<![\w.-])[А-ЯЁ]{2,6}(?![\w-])")
_CAPITALS = re.compile(r"[А-ЯЁ]{2,}(?:[ \t]+[А-ЯЁ]{2,}){2,}|(?:\b[А-ЯЁ] ){3,}[А-ЯЁ]\b")
_EXPLAINED = re.compile(r"далее\s*(?:соответственно)?\s*[–—-]?\s*[^)]*\)|\(([А-ЯЁ]{2,6})\)", re.IGNORECASE)
KNOWN = frozenset({"РФ", "СМИ", "ФИО", "IT"})
"""Abbreviations that need no explanation."""


def check(material: Material) -> Iterator[Fact]:
    """Yield, once each, the abbreviations that stand in the text and are introduced nowhere in it."""
    if material.text is None:
        return
    text = _CAPITALS.sub(" ", material.text.words)
    explained = {short for match in _EXPLAINED.finditer(material.text.words) for short in _SHORT.findall(match[0])}
    known = explained | KNOWN | {term.abbr for term in material.regulation.terms if term.abbr}
    for short in dict.fromkeys(_SHORT.findall(text)):
        if short not in known:
            yield fact(
                ("text",),
                N_("The act uses «{short}» and does not explain it."),
                N_("Note it with kind abbreviation; do not explain it from another act."),
                short=short,
            )
