"""An act has one date.

**Why.** Which edition binds, and from when, hangs on it.

**Condition.** The text gives the act another date than the head of the order does.

**Fails**

```yaml
act:
  kind: order
  date: 2023-06-07
  other_dates: [{date: 2023-06-27, cite: "прил. 1, гриф «от 27.06.2023»"}]
```

**Passes**

```yaml
act: {kind: order, date: 2023-06-07}
```

**Remedy.** Take the head of the order as the date, keep the others in `other_dates`, and have the act corrected.

**Authority.** DESIGN section 3, `act.other_dates`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rsnms_rules.checks.base import Fact, Material, day, fact, latest_basis
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.rule import Rule, Severity

RULE = Rule("dates-conflict", Severity.WARNING, N_("An act has one date."))


def check(material: Material) -> Iterator[Fact]:
    """Yield each date that the text gives for the act beside that of its head."""
    act = material.regulation.act
    for index, other in enumerate(act.other_dates):
        if other.date != act.date:
            yield fact(
                ("act", "other_dates", index, "date"),
                N_("The text dates the act {other} here, and {date} in its head."),
                N_("Compare them with the original; if it is printed so, the act should be corrected."),
                because=[*_impossible(material, act.date), *_impossible(material, other.date)],
                other=_shown(other.date),
                date=_shown(act.date),
            )


def _impossible(material: Material, value: date | object) -> Iterator[Message]:
    basis = latest_basis(material.regulation)
    if isinstance(value, date) and basis is not None and value < basis:
        text = N_("{date} cannot be: the act rests on a document of {basis}")
        yield message(text, date=day(value), basis=day(basis))


def _shown(value: date | object) -> Message:
    return day(value) if isinstance(value, date) else message("{value}", value=str(value))
