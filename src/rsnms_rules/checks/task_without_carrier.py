"""A task or duty of the system is carried by a function.

**Why.** What the act demands and gives to nobody is not done (DESIGN 4.9).

**Condition.** A concept of a task or of a duty without a carrier is among the concepts of no function, nor is a
narrower one. Silent where functions are missing from the text.

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

from rsnms_rules.checks.base import Fact, Material, fact, said
from rsnms_rules.i18n import N_, Message, message
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
                        N_("No list gives anybody directly what the act demands: «{label}» ({concept})."),
                        N_("Look whether a body carries it in other words; if none does, the act has the gap."),
                        because=[message(N_("the act demands: {does}"), does=item.does), *_looked(material, concept)],
                        label=material.label(concept),
                        concept=concept,
                    )


def _looked(material: Material, concept: str) -> Iterator[Message]:
    """How many functions were looked through, and the duties that stand nearest: those under the same wider concept."""
    text = N_("{functions} functions of {subjects} bodies were looked through")
    bodies = {subject.id for _, subject, _ in material.functions}
    yield message(text, functions=len(material.functions), subjects=len(bodies))
    index = material.catalogue.concept_index
    wider = index[concept].broader if concept in index else None
    for _, subject, function in material.functions:
        if wider and any(index[name].broader == wider for name in function.concepts if name in index):
            near = said(material.name(subject.id), function)
            yield message(N_("near to it, yet another duty: {duty}"), duty=near)
