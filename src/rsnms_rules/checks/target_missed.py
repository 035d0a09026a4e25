"""An indicator reaches its target on the target's last day.

**Why.** It is what indicators are kept for: the target was not reached.

**Condition.** Observations were given, the last day of the target has come, and the value that counts does not reach
it. The numbers are compared exactly.

**Fails**

```yaml
indicators:
  - {id: trained, unit: percent, name: Доля обученных, cite: "5", targets: [{period: 2023, at_least: 30}]}
```

```csv
regulation,indicator,period,value
tiny,trained,2023,29.996
```

**Passes**

```yaml
indicators:
  - {id: trained, unit: percent, name: Доля обученных, cite: "5", targets: [{period: 2023, at_least: 30}]}
```

```csv
regulation,indicator,period,value
tiny,trained,2023,30
```

**Remedy.** Look at the row of the observations; if it is right, the target was missed.

**Authority.** DESIGN sections 4.2 to 4.5. Observations and the day of the assessment are needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_, message
from rsnms_rules.rule import Needs, Rule, Severity

RULE = Rule(
    "target-missed", Severity.ERROR, N_("An indicator reaches its target on the target's last day."), Needs.OBSERVATIONS
)


def check(material: Material) -> Iterator[Fact]:
    """Yield the targets that the observations miss."""
    for judged in material.judged:
        if judged.status == "missed":
            rows = ", ".join(judged.rows)
            yield fact(
                judged.path,
                N_("«{title}» misses its target, {period}: {told}"),
                N_("Look at the row of the observations; if it is right, the target was missed."),
                because=[message(N_("rows of the observations: {rows}"), rows=rows)],
                title=judged.indicator,
                period=judged.period,
                told=judged.told,
            )
