"""A list gives a body each duty once.

**Why.** Of two items with the same concepts one is superfluous, or the difference between them is not seen.

**Condition.** Two functions of one body have the same concepts, the same mode, the same joint performers and the same
group.

**Fails**

```yaml
subjects:
  - id: centre
    level: regional
    name: Центр
    cite: "3.1"
    functions:
      - {does: Ведёт реестр, concepts: [mms-registry.keep], cite: «ведёт реестр»}
      - {id: again, does: Обеспечивает ведение реестра, concepts: [mms-registry.keep], cite: «обеспечивает ведение»}
```

**Passes**

```yaml
subjects:
  - id: centre
    level: regional
    name: Центр
    cite: "3.1"
    functions:
      - {does: Ведёт реестр, concepts: [mms-registry.keep], cite: «ведёт реестр»}
      - {does: Обучает работников служб, concepts: [mms-staff.train], cite: «обучает работников»}
```

**Remedy.** If the two differ, give one a narrower concept; if they do not, the act says the same twice: note it.

**Authority.** DESIGN section 3, one function per list item.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact, said
from rsnms_rules.i18n import N_
from rsnms_rules.model.subject import Function
from rsnms_rules.rule import Rule, Severity

RULE = Rule("same-duty-twice", Severity.NOTE, N_("A list gives a body each duty once."))


def check(material: Material) -> Iterator[Fact]:
    """Yield the second and later functions of a subject with the concepts, mode and partners of an earlier one."""
    seen: dict[tuple[object, ...], Function] = {}
    for path, subject, function in material.functions:
        if not function.concepts:
            continue
        key = (subject.id, frozenset(function.concepts), function.mode, function.with_, function.group)
        if key in seen:
            yield fact(
                path,
                N_("{name} has this duty already: «{other}»."),
                N_("Give one of the two a narrower concept, or note that the act says it twice."),
                name=material.name(subject.id),
                because=[said(material.name(subject.id), one) for one in (seen[key], function)],
                other=seen[key].does,
            )
        seen.setdefault(key, function)
