"""A body that the act puts to work is described by it.

**Why.** A body that is charged, consulted or made a party without a list of its own has duties that nobody can look up.

**Condition.** A body that the act only mentions is a joint performer, a responsible body, an executor or a party, and
it has no functions. Federal bodies, persons and mere counterparties do not count.

**Fails**

```yaml
subjects:
  - id: centre
    level: regional
    name: Центр
    cite: "3.1"
    functions:
      - does: Сообщает о планах
        concepts: [event-plans.report]
        with: [office]
        cite: «сообщает о планах»
  - {id: office, name: Бюро, cite: 3.1 «Бюро», standing: mentioned}
```

**Passes**

```yaml
subjects:
  - {id: office, name: Бюро, cite: 3.1 «Бюро», standing: mentioned}
```

**Remedy.** Nothing in the file: the act names the body and does not describe it. A new edition should.

**Authority.** DESIGN section 3, «every body that a text names as an actor or counterparty is a subject».
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.model.party import Party
from rsnms_rules.model.vocabulary import Level, Standing, SubjectKind
from rsnms_rules.rule import Rule, Severity

RULE = Rule("body-not-described", Severity.NOTE, N_("A body that the act puts to work is described by it."))


def check(material: Material) -> Iterator[Fact]:
    """Yield the bodies of the region that share duties, answer for measures or are parties, and have no list."""
    parties = (branch.value for branch in material.of(Party) if "interacts" not in branch.path)
    charged = {party.who for party in parties if isinstance(party, Party)}
    for index, subject in enumerate(material.regulation.subjects):
        bare = subject.standing is Standing.MENTIONED and not subject.functions and subject.kind is SubjectKind.BODY
        if bare and subject.level is not Level.FEDERAL and subject.id in charged:
            yield fact(
                ("subjects", index),
                N_("The act names «{name}» as a performer or a party and does not describe it."),
                N_("Keep it as printed; a new edition should say what the body is and does."),
                name=subject.abbr or subject.name,
            )
