"""A joint duty stands in the lists of all who share it.

**Why.** «Совместно с B» in A's list makes B a performer by A's clause; B's own list that is silent on it can be read
as a refusal.

**Condition.** The list of A has a duty «совместно с B», and the list of B has no duty of the same concept together
with A. Silent where the list of B is lost.

**Fails**

```yaml
subjects:
  - id: centre
    level: regional
    name: Центр
    cite: "3.1"
    functions: [{does: Ведёт реестр, concepts: [mms-registry.keep], with: [institute], cite: «ведёт реестр»}]
  - {id: institute, level: regional, name: Институт, cite: "3.2", standing: mentioned}
```

**Passes**

```yaml
subjects:
  - id: centre
    level: regional
    name: Центр
    cite: "3.1"
    functions: [{does: Ведёт реестр, concepts: [mms-registry.keep], with: [institute], cite: «ведёт реестр»}]
  - id: institute
    level: regional
    name: Институт
    cite: "3.2"
    functions: [{does: Ведёт реестр с Центром, concepts: [mms-registry.keep], with: [centre], cite: «ведёт реестр»}]
```

**Remedy.** The act's own defect: note it; a new edition should name the duty in both lists.

**Authority.** DESIGN section 4.8.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact, said
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.subject import Subject
from rsnms_rules.model.vocabulary import FilePart
from rsnms_rules.rule import Rule, Severity

RULE = Rule("one-sided-joint", Severity.WARNING, N_("A joint duty stands in the lists of all who share it."))


def check(material: Material) -> Iterator[Fact]:
    """Yield the joint performers whose own list has no duty of the same concept together with the carrier."""
    lost = {entry.of for entry in material.regulation.text.missing if entry.part is FilePart.FUNCTIONS}
    for path, subject, function in material.functions:
        for index, party in enumerate(function.with_):
            partner = material.subjects.get(party.who or "")
            if partner is None or partner.id in lost:
                continue
            alike = [own for own in partner.functions if set(own.concepts) & set(function.concepts)]
            if not any(party.who == subject.id for own in alike for party in own.with_):
                own_duties = [said(material.name(partner.id), own) for own in alike]
                yield fact(
                    (*path, "with", index),
                    N_("{carrier} does this jointly with {partner}, whose own list does not say so."),
                    N_("The act is one-sided here: keep it as printed; a new edition should name both."),
                    because=[said(material.name(subject.id), function), *(own_duties or [_none(material, partner)])],
                    carrier=material.name(subject.id),
                    partner=material.name(partner.id),
                )


def _none(material: Material, partner: Subject) -> Message:
    text = N_("{name}: {count} duties were looked through, none of them of this concept")
    return message(text, name=material.name(partner.id), count=len(partner.functions))
