"""A citation reaches to the end of its item.

**Why.** What is cut off may be the qualifier.

**Condition.** The last words of a citation stand before the end of the item in which it begins.

**Fails**

```yaml
goals:
  - {id: goal, does: Развивать систему, cite: 1 «развивать систему»}
```

```text
1. Цель:

развивать систему на всех уровнях.
```

**Passes**

```yaml
goals:
  - {id: goal, does: Развивать систему на всех уровнях, cite: 1 «развивать … уровнях»}
```

```text
1. Цель:

развивать систему на всех уровнях.
```

**Remedy.** Quote the last words of the item in TAIL.

**Authority.** DESIGN section 3, citations. The act's text is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material
from rsnms_rules.i18n import N_, message
from rsnms_rules.rule import Needs, Rule, Severity

RULE = Rule("citation-cut-off", Severity.WARNING, N_("A citation reaches to the end of its item."), Needs.TEXT)


def check(material: Material) -> Iterator[Fact]:
    """Yield the citations that end before their item does."""
    for place in material.text.cut_off if material.text is not None else ():
        yield Fact(
            place.path,
            message(N_("«{cite}» is cut off: {why}"), cite=place.cite, why=place.why),
            message(N_("Quote the last words of the item after the dots.")),
        )
