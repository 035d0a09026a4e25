"""A measure of the roadmap has a due date.

**Why.** A measure without a last day is never overdue.

**Condition.** The due date of a measure is missing, or is only words without a day, a month, a year or a rhythm.
Silent where the date is lost in the text.

**Fails**

```yaml
measures:
  - id: draft
    row: 1
    title: Проект
    responsible: [{text: министр}]
    due: {text: в течение года}
    cite: прил. 2 к приказу «Проект»
```

**Passes**

```yaml
measures:
  - id: draft
    row: 1
    title: Проект
    responsible: [{text: министр}]
    due: {by: 2023-05-31}
    cite: прил. 2 к приказу «Проект»
```

**Remedy.** If the printed words give a day, month, year or rhythm, encode it; `open: true` where the act means no last
day.

**Authority.** DESIGN section 3, `due`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Rule, Severity

RULE = Rule("measure-without-due", Severity.WARNING, N_("A measure of the roadmap has a due date."))


def check(material: Material) -> Iterator[Fact]:
    """Yield the measures whose date is missing or only words, save where it is lost."""
    for index, measure in enumerate(material.regulation.measures):
        due = measure.due
        dated = due is not None and (due.by or due.at or due.every or due.open)
        if not dated and not measure.broken and "due" not in measure.unread:
            yield fact(
                ("measures", index, "due") if due is not None else ("measures", index),
                N_("The measure «{title}» has no day, month or year by which it is due."),
                N_("Encode the printed date; «open: true» where the act means no last day."),
                title=measure.title or measure.id,
            )
