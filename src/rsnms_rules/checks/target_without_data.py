"""A target in force has an observation.

**Why.** Of a target that nobody watches it can be said neither that it was reached nor that it was missed.

**Condition.** Observations were given, the target is in force on the day of the assessment, and no observation counts
for it.

**Fails**

```yaml
indicators:
  - {id: trained, unit: percent, name: Доля обученных, cite: "5", targets: [{period: 2023, at_least: 30}]}
```

```csv
regulation,indicator,period,value
tiny,trained,2022,31
```

**Passes**

```yaml
indicators:
  - {id: trained, unit: percent, name: Доля обученных, cite: "5", targets: [{period: 2023, at_least: 30}]}
```

```csv
regulation,indicator,period,value
tiny,trained,2023,31
```

**Remedy.** Add a row with this indicator and period.

**Authority.** DESIGN sections 4.2 and 4.3. Observations and the day of the assessment are needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Needs, Rule, Severity

RULE = Rule("target-without-data", Severity.WARNING, N_("A target in force has an observation."), Needs.OBSERVATIONS)


def check(material: Material) -> Iterator[Fact]:
    """Yield the targets in force that no observation counts for."""
    for judged in material.judged:
        if judged.status == "no-data":
            yield fact(
                judged.path,
                N_("No observation counts for «{title}», {period}."),
                N_("Add a row with this indicator and period."),
                because=(judged.told,),
                title=judged.indicator,
                period=judged.period,
            )
