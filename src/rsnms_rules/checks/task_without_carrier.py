"""A task or duty of the system is carried by a function.

**Why.** What the act demands and gives to nobody is not done (DESIGN 4.9).

**Fails**

```yaml
tasks:
  - {id: diagnose, does: Выявлять дефициты, concepts: [deficits.diagnose], cite: 2.2 «выявлять дефициты»}
```

**Passes**

```yaml
tasks:
  - {id: diagnose, does: Выявлять дефициты, concepts: [deficits.diagnose], cite: 2.2 «выявлять дефициты»}
subjects:
  - id: centre
    level: regional
    name: Центр
    cite: "3.1"
    functions: [{does: Выявляет дефициты, concepts: [deficits.diagnose], cite: «выявляет дефициты»}]
```

**Remedy.** If a body carries the duty in other words, give its function the concept or a narrower one; else the act
itself has the gap. Where functions are missing from the text the rule is silent: nobody can be said to carry it.

**Authority.** DESIGN section 4, points 1 and 9.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Rule, Severity

RULE = Rule("task-without-carrier", Severity.WARNING, N_("A task or duty of the system is carried by a function."))


def check(material: Material) -> Iterator[Fact]:
    """Yield each concept of a task or duty that no function carries."""
    if material.functions_unknown:
        return
    for key in ("tasks", "duties"):
        for index, item in enumerate(getattr(material.regulation, key)):
            for position, concept in enumerate(item.concepts):
                if concept not in material.carried:
                    yield fact(
                        (key, index, "concepts", position),
                        N_("Nobody carries «{label}» ({concept}), which the act demands."),
                        N_("Look whether a body carries it in other words; if none does, the act has the gap."),
                        label=material.label(concept),
                        concept=concept,
                    )
