"""An indicator has a target.

**Why.** What need not reach anything cannot be missed.

**Condition.** The indicator says `targets: none`: the text is whole there and sets no target.

**Fails**

```yaml
indicators:
  - {id: quality, name: Доля команд, unit: percent, targets: none, cite: 5 «доля команд»}
```

**Passes**

```yaml
indicators:
  - {id: quality, name: Доля команд, unit: percent, targets: [{period: 2024, at_least: 30}], cite: 5 «доля команд»}
```

**Remedy.** Nothing in the file where the act sets none; a new edition should set a target and a period.

**Authority.** DESIGN section 4.2, `no-target`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Rule, Severity

RULE = Rule("indicator-without-target", Severity.WARNING, N_("An indicator has a target."))


def check(material: Material) -> Iterator[Fact]:
    """Yield the indicators for which the act sets no target."""
    for index, indicator in enumerate(material.regulation.indicators):
        if indicator.targets is None:
            yield fact(
                ("indicators", index, "targets"),
                N_("The act sets no target for «{name}»."),
                N_("A new edition should set a value and a period."),
                name=indicator.name or indicator.id,
            )
