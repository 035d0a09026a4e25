"""A body is listed under the level that it belongs to.

**Why.** A municipal body in the regional list makes it unclear who controls it and whose report it goes into.

**Condition.** The act lists the body under a heading of another level than its own.

**Fails**

```yaml
subjects:
  - id: mmo
    level: municipal
    name: Муниципальные объединения
    listed: [{under: regional, cite: "3.1"}]
    functions: [{does: Поддерживают педагогов, concepts: [teachers.support], cite: 3.1 «поддерживают»}]
```

**Passes**

```yaml
subjects:
  - id: mmo
    level: municipal
    name: Муниципальные объединения
    listed: [{under: municipal, cite: "3.1"}]
    functions: [{does: Поддерживают педагогов, concepts: [teachers.support], cite: 3.1 «поддерживают»}]
```

**Remedy.** Keep the level that the body has; the act lists it elsewhere.

**Authority.** DESIGN section 4.7.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material
from rsnms_rules.i18n import N_, message
from rsnms_rules.rule import Rule, Severity

RULE = Rule("listed-elsewhere", Severity.WARNING, N_("A body is listed under the level that it belongs to."))


def check(material: Material) -> Iterator[Fact]:
    """Yield each listing under another level than the body's own."""
    for index, subject in enumerate(material.regulation.subjects):
        for position, entry in enumerate(subject.listed):
            if subject.level is not None and entry.under is not subject.level:
                template = N_("«{name}» belongs to the {level} and is listed under the {under}.")
                words = {"level": message(subject.level.english), "under": message(entry.under.english)}
                yield Fact(
                    ("subjects", index, "listed", position, "under"),
                    message(template, name=subject.abbr or subject.name, **words),
                    message(N_("Keep both as they are; the act should list the body where it belongs.")),
                )
