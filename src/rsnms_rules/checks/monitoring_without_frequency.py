"""The act says how often the system is monitored.

**Why.** Without a rhythm no year can be named in which it was not done.

**Condition.** The act has a monitoring, and `every` is missing.

**Fails**

```yaml
monitoring: {by: [{text: министерство}], cite: 6 «мониторинг»}
```

**Passes**

```yaml
monitoring: {every: year, by: [{text: министерство}], cite: 6 «мониторинг»}
```

**Remedy.** If the act names a rhythm, encode it in `every`; else a new edition should.

**Authority.** DESIGN section 3, `monitoring`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Rule, Severity

RULE = Rule("monitoring-without-frequency", Severity.WARNING, N_("The act says how often the system is monitored."))


def check(material: Material) -> Iterator[Fact]:
    """Yield a monitoring without a rhythm."""
    found = material.regulation.monitoring
    if found is not None and found.every is None and "every" not in found.unread:
        yield fact(
            ("monitoring",),
            N_("The act does not say how often the system is monitored."),
            N_("Encode the rhythm in «every» if the act names one; else a new edition should."),
        )
