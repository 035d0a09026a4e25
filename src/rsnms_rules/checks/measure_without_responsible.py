"""A measure of the roadmap has a responsible body or an executor.

**Why.** What is everybody's is nobody's.

**Condition.** A measure has neither a responsible body nor an executor. Silent where these words are lost in the
text.

**Fails**

```yaml
measures:
  - {id: draft, row: 1, title: Проект, due: {by: 2023-05-31}, cite: прил. 2 к приказу «Проект»}
```

**Passes**

```yaml
measures:
  - {id: draft, row: 1, title: Проект, due: {by: 2023-05-31}, unread: [responsible], cite: прил. 2 к приказу «Проект»}
```

**Remedy.** If the words are lost in the text, say `unread: [responsible]`; else the act names nobody.

**Authority.** DESIGN section 3, measures; section 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Rule, Severity

RULE = Rule(
    "measure-without-responsible",
    Severity.WARNING,
    N_("A measure of the roadmap has a responsible body or an executor."),
)


def check(material: Material) -> Iterator[Fact]:
    """Yield the measures that name nobody, save where the words are lost."""
    for index, measure in enumerate(material.regulation.measures):
        lost = measure.broken or {"responsible", "executors"} & set(measure.unread)
        if not measure.responsible and not measure.executors and not lost:
            yield fact(
                ("measures", index),
                N_("The measure «{title}» names nobody who answers for it."),
                N_("If the words are lost, write unread: [responsible]; else the act names nobody."),
                title=measure.title or measure.id,
            )
