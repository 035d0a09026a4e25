"""The coordinator of the system has a coordinating duty.

**Why.** A title without a duty gives nobody the right to coordinate.

**Condition.** The act names a coordinator of the system among its bodies, and none of this body's own functions has a
concept of coordinating the system. Silent where the functions of the body are lost.

**Fails**

```yaml
act: {kind: order, coordinator: centre}
subjects:
  - id: centre
    level: regional
    name: Центр
    cite: "3.1"
    functions: [{does: Ведёт реестр, concepts: [mms-registry.keep], cite: «ведёт реестр»}]
```

**Passes**

```yaml
act: {kind: order, coordinator: centre}
subjects:
  - id: centre
    level: regional
    name: Центр
    cite: "3.1"
    functions: [{does: Координирует систему, concepts: [system.coordinate], cite: «координирует»}]
```

**Remedy.** The act's own gap: note it; a new edition should say what the coordinator does.

**Authority.** DESIGN section 3, `act.coordinator`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact, said
from rsnms_rules.i18n import N_
from rsnms_rules.model.vocabulary import FilePart
from rsnms_rules.rule import Rule, Severity

RULE = Rule("coordinator-without-duty", Severity.WARNING, N_("The coordinator of the system has a coordinating duty."))

COORDINATION = "system.coordinate"


def check(material: Material) -> Iterator[Fact]:
    """Yield the coordinator whose own list has no function of coordinating the system."""
    name = material.regulation.act.coordinator
    subject = material.subjects.get(name or "")
    lost = {entry.of for entry in material.regulation.text.missing if entry.part is FilePart.FUNCTIONS}
    if subject is None or subject.id in lost:
        return
    index = material.catalogue.concept_index
    wider = {concept: index[concept].broader for f in subject.functions for concept in f.concepts if concept in index}
    if COORDINATION not in {*wider, *wider.values()}:
        yield fact(
            ("act", "coordinator"),
            N_("«{name}» is coordinator of the system, and its own list has no duty of coordinating it."),
            N_("Keep it as printed; a new edition should say what the coordinator does."),
            because=[said(subject.abbr or subject.name, function) for function in subject.functions],
            name=subject.abbr or subject.name,
        )
