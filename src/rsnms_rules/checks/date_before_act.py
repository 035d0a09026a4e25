"""Targets and measures end after the act was issued.

**Why.** A date before the act's own binds nobody; it came with a text that was taken over.

**Condition.** The last day of a target or of a due date lies before the date of the act.

**Fails**

```yaml
act: {kind: order, date: 2023-06-07}
indicators:
  - {id: trained, name: Доля, unit: percent, targets: [{period: 2021, at_least: 5}], cite: 5 «доля»}
```

**Passes**

```yaml
act: {kind: order, date: 2023-06-07}
indicators:
  - {id: trained, name: Доля, unit: percent, targets: [{period: 2023, at_least: 5}], cite: 5 «доля»}
```

**Remedy.** Look whether the date was read rightly; if so, the act asks for what was past already.

**Authority.** DESIGN section 4.3, targets for years before the act.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rsnms_rules.checks.base import Fact, Material, day, fact
from rsnms_rules.i18n import N_
from rsnms_rules.model.indicator import Target
from rsnms_rules.model.measure import Due
from rsnms_rules.rule import Rule, Severity

RULE = Rule("date-before-act", Severity.WARNING, N_("Targets and measures end after the act was issued."))


def check(material: Material) -> Iterator[Fact]:
    """Yield the targets and due dates whose last day lies before the date of the act."""
    issued = material.regulation.act.date
    if not isinstance(issued, date):
        return
    for index, indicator in enumerate(material.regulation.indicators):
        for position, target in enumerate(indicator.targets or ()):
            last = _last_of_target(target)
            if last is not None and last < issued:
                yield _past(("indicators", index, "targets", position), last, issued)
    for index, measure in enumerate(material.regulation.measures):
        last = _last_of_due(measure.due) if measure.due is not None else None
        if last is not None and last < issued:
            yield _past(("measures", index, "due"), last, issued)


def _past(path: tuple[str | int, ...], last: date, issued: date) -> Fact:
    return fact(
        path,
        N_("The last day, {last}, lies before the date of the act, {issued}."),
        N_("Look whether the date was read rightly; else the act asks for what was past already."),
        last=day(last),
        issued=day(issued),
    )


def _last_of_target(target: Target) -> date | None:
    if target.every is not None:
        return date(target.from_, 12, 31) if target.from_ is not None else None
    if target.period is not None:
        return date(target.period, 12, 31)
    return target.by or target.as_of


def _last_of_due(due: Due) -> date | None:
    return due.by or max((period.last for period in due.at), default=None)
