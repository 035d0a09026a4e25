"""The text at hand is the whole act.

**Why.** What is missing is unknown, and every answer says so.

**Condition.** `text.missing` names a part of the act.

**Fails**

```yaml
text:
  extent: partial
  missing: [{part: measures, certain: true, why: В файле нет приложения № 2}]
```

**Passes**

```yaml
text: {extent: complete}
```

**Remedy.** Find the whole text, encode the part, and remove the entry.

**Authority.** DESIGN section 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Rule, Severity

RULE = Rule("text-missing", Severity.NOTE, N_("The text at hand is the whole act."))


def check(material: Material) -> Iterator[Fact]:
    """Yield every part that the text lacks."""
    for index, entry in enumerate(material.regulation.text.missing):
        yield fact(
            ("text", "missing", index),
            N_("Missing from the text at hand: {why}"),
            N_("Find the whole text, encode the part and remove this entry."),
            why=entry.why,
        )
