"""The act says who monitors the system.

**Why.** A monitoring that nobody is charged with does not take place.

**Condition.** The act has a monitoring, names nobody who does it, and no function has a concept of monitoring the
system.

**Fails**

```yaml
monitoring: {every: year, cite: 6 «мониторинг»}
```

**Passes**

```yaml
monitoring: {every: year, by: [{text: министерство}], cite: 6 «мониторинг»}
```

**Remedy.** If a function gives somebody the monitoring of the system, the rule is silent; else the act leaves it open.

**Authority.** DESIGN section 3, `monitoring`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Rule, Severity

RULE = Rule("monitoring-without-body", Severity.WARNING, N_("The act says who monitors the system."))

MONITORING = "system.monitor"


def check(material: Material) -> Iterator[Fact]:
    """Yield a monitoring without a body, unless some function carries it."""
    found = material.regulation.monitoring
    if found is None or found.by or "by" in found.unread or MONITORING in material.carried:
        return
    yield fact(
        ("monitoring",),
        N_("The act demands monitoring and does not say of whom."),
        N_("Keep it as printed; a new edition should charge somebody."),
    )
