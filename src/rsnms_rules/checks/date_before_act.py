"""Targets and measures end after the act was issued.

**Why.** A date before the act's own binds nobody; it came with a text that was taken over.

**Condition.** The last day of a target or of a due date lies before the date of the act; where that is unknown,
before the latest document that the act rests on.

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

from rsnms_rules.checks.base import Fact, Material, day, fact, latest_basis
from rsnms_rules.finding import Path
from rsnms_rules.i18n import N_
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.rule import Rule, Severity

RULE = Rule("date-before-act", Severity.WARNING, N_("Targets and measures end after the act was issued."))


def check(material: Material) -> Iterator[Fact]:
    """Yield the targets and due dates whose last day lies before the date of the act, or before it can have been."""
    regulation = material.regulation
    known = regulation.act.date if isinstance(regulation.act.date, date) else None
    issued = known or latest_basis(regulation)
    if issued is None:
        return
    for path, last in _last_days(regulation):
        if last < issued:
            yield _past(path, last, issued) if known is not None else _too_early(path, last, issued)


def _last_days(regulation: RegulationFile) -> Iterator[tuple[Path, date]]:
    for index, indicator in enumerate(regulation.indicators):
        for position, target in enumerate(indicator.targets or ()):
            if (last := target.last) is not None:
                yield ("indicators", index, "targets", position), last
    for index, measure in enumerate(regulation.measures):
        if measure.due is not None and (last := measure.due.last) is not None:
            yield ("measures", index, "due"), last


def _past(path: Path, last: date, issued: date) -> Fact:
    return fact(
        path,
        N_("The last day, {last}, lies before the date of the act, {issued}."),
        N_("Look whether the date was read rightly; else the act asks for what was past already."),
        last=day(last),
        issued=day(issued),
    )


def _too_early(path: Path, last: date, issued: date) -> Fact:
    return fact(
        path,
        N_("The last day, {last}, lies before the act can have been issued: it rests on a document of {issued}."),
        N_("Look whether the date was read rightly; else the act asks for what was past already."),
        last=day(last),
        issued=day(issued),
    )
