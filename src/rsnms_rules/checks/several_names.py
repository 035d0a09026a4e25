"""A body has one name.

**Why.** Two names for one body read as two bodies.

**Condition.** The file gives the body other names in `aliases`. Spellings that are the scanner's (`misread`) do not
count.

**Fails**

```yaml
subjects:
  - {id: centre, level: regional, name: Центр, aliases: [Центр развития], cite: "3.1", standing: mentioned}
```

**Passes**

```yaml
subjects:
  - {id: centre, level: regional, name: Центр развития, abbr: ЦР, cite: "3.1", standing: mentioned}
```

**Remedy.** Keep the other names in `aliases`; a new edition should use one.

**Authority.** DESIGN section 3, `aliases`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Rule, Severity

RULE = Rule("several-names", Severity.NOTE, N_("A body has one name."))


def check(material: Material) -> Iterator[Fact]:
    """Yield the bodies that the act calls by several names; spellings of the scanner do not count."""
    for index, subject in enumerate(material.regulation.subjects):
        if subject.aliases:
            yield fact(
                ("subjects", index, "aliases"),
                N_("The act calls «{name}» also: {others}."),
                N_("Keep them as they are; a new edition should use one name."),
                name=subject.abbr or subject.name,
                others=", ".join(subject.aliases),
            )
