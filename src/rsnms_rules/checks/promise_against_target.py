"""A number that a measure promises agrees with the target of its indicator.

**Why.** Two numbers for one thing leave open which of them binds.

**Condition.** A measure promises a number for an indicator, and no target of this indicator has that number.

**Fails**

```yaml
indicators:
  - {id: teams, name: Доля команд, unit: percent, targets: [{by: 2024-12-31, at_least: 40}], cite: 5 «доля команд»}
measures:
  - id: m
    row: 1
    title: Курсы
    responsible: [{text: министр}]
    due: {by: 2023-12-31}
    targets: [{indicator: teams, at_least: 35}]
    cite: прил. 2 к приказу «Курсы»
```

**Passes**

```yaml
indicators:
  - {id: teams, name: Доля команд, unit: percent, targets: [{by: 2024-12-31, at_least: 40}], cite: 5 «доля команд»}
measures:
  - id: m
    row: 1
    title: Курсы
    responsible: [{text: министр}]
    due: {by: 2023-12-31}
    targets: [{indicator: teams, at_least: 40}]
    cite: прил. 2 к приказу «Курсы»
```

**Remedy.** Keep both numbers as printed and have the act corrected.

**Authority.** DESIGN section 3, `targets` of measures.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.model.indicator import Required
from rsnms_rules.rule import Rule, Severity

RULE = Rule(
    "promise-against-target",
    Severity.ERROR,
    N_("A number that a measure promises agrees with the target of its indicator."),
)


def check(material: Material) -> Iterator[Fact]:
    """Yield the promises whose bound stands in no target of the indicator."""
    targets = {indicator.id: indicator.targets or () for indicator in material.regulation.indicators}
    for index, measure in enumerate(material.regulation.measures):
        for position, promise in enumerate(measure.targets):
            wanted = targets.get(promise.indicator or "", ())
            if wanted and all(_bound(promise) != _bound(target) for target in wanted):
                yield fact(
                    ("measures", index, "targets", position),
                    N_("The measure promises {promised}, the indicator «{indicator}» requires {required}."),
                    N_("Keep both as printed; the act should be corrected."),
                    promised=_shown(promise),
                    indicator=promise.indicator or "",
                    required=", ".join(dict.fromkeys(_shown(target) for target in wanted)),
                )


def _bound(required: Required) -> tuple[object, ...]:
    return required.at_least, required.at_most, required.done


def _shown(required: Required) -> str:
    bounds = ((">= ", required.at_least), ("<= ", required.at_most))
    return ", ".join(f"{sign}{value:f}" for sign, value in bounds if value is not None) or "done"
