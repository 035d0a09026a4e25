"""A citation leads to one place of the act's text.

**Why.** An answer whose clause cannot be found is worth nothing.

**Condition.** The first and last words of a citation are not found under its label, or are found there in several
places.

**Fails**

```yaml
subjects:
  - {id: centre, level: regional, name: Центр, cite: 1 «Институт», standing: mentioned}
```

```text
1. Центр ведёт реестр.
```

**Passes**

```yaml
subjects:
  - {id: centre, level: regional, name: Центр, cite: 1 «Центр», standing: mentioned}
```

```text
1. Центр ведёт реестр.
```

**Remedy.** Quote the first and last words as printed, and as many as lead to one place.

**Authority.** DESIGN section 3, citations. The act's text is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material
from rsnms_rules.i18n import N_, message
from rsnms_rules.rule import Needs, Rule, Severity

RULE = Rule("citation-lost", Severity.ERROR, N_("A citation leads to one place of the act's text."), Needs.TEXT)


def check(material: Material) -> Iterator[Fact]:
    """Yield the citations that are lost or ambiguous."""
    for place in material.text.lost if material.text is not None else ():
        yield Fact(
            place.path,
            message(N_("«{cite}» does not resolve: {why}"), cite=place.cite, why=place.why),
            message(N_("Quote the first and last words as printed, as many as lead to one place.")),
        )
