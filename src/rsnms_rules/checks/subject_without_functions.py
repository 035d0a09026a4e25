"""A member of the system has functions.

**Why.** A body that the act places in the system without saying what it does cannot be held responsible.

**Condition.** A member of the system has no functions, is not made of other bodies, and its list is not said to be
missing.

**Fails**

```yaml
subjects:
  - {id: centre, level: regional, name: Центр, cite: "3.1"}
```

**Passes**

```yaml
subjects:
  - {id: centre, level: regional, name: Центр, cite: "3.1", standing: mentioned}
```

**Remedy.** Encode the list that the act prints under the body; if it has none, say `standing: mentioned`, or tell in
`text.missing` that the list is lost.

**Authority.** DESIGN section 3, `standing`; section 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.model.vocabulary import FilePart, Standing
from rsnms_rules.rule import Rule, Severity

RULE = Rule("subject-without-functions", Severity.WARNING, N_("A member of the system has functions."))


def check(material: Material) -> Iterator[Fact]:
    """Yield the members without functions; a body made of others has theirs."""
    lost = {entry.of for entry in material.regulation.text.missing if entry.part is FilePart.FUNCTIONS}
    for index, subject in enumerate(material.regulation.subjects):
        bare = not subject.functions and not subject.consists_of and not subject.broken
        if bare and subject.standing is Standing.MEMBER and subject.id not in lost:
            yield fact(
                ("subjects", index),
                N_("«{name}» is a member of the system without functions."),
                N_("Encode its list, or write «standing: mentioned»."),
                name=subject.abbr or subject.name,
            )
