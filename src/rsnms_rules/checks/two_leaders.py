"""Two bodies of one level lead in one concept only jointly.

**Why.** Where two lead side by side and neither list says «совместно», nobody knows who answers for it.

**Condition.** Functions of two bodies of one level have the same leading concept, both bodies lead in it, and neither
names the other in `with`.

**Fails**

```yaml
subjects:
  - id: centre
    level: regional
    name: Центр
    cite: "3.1"
    functions: [{does: Ведёт реестр, concepts: [mms-registry.keep], cite: «ведёт реестр»}]
  - id: institute
    level: regional
    name: Институт
    cite: "3.2"
    functions: [{does: Ведёт реестр, concepts: [mms-registry.keep], cite: «ведёт реестр»}]
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
    functions: [{does: Ведёт реестр, concepts: [mms-registry.keep], with: [centre], cite: «ведёт реестр»}]
```

**Remedy.** See whether the two duties are the same: if they differ in object or audience, give one of them a narrower
concept.

**Authority.** DESIGN section 4.8.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact, said
from rsnms_rules.finding import Path
from rsnms_rules.i18n import N_
from rsnms_rules.model.subject import Function, Subject
from rsnms_rules.model.vocabulary import Level, Mode
from rsnms_rules.rule import Rule, Severity

RULE = Rule("two-leaders", Severity.NOTE, N_("Two bodies of one level lead in one concept only jointly."))

_Leader = tuple[Path, Subject, Function]


def check(material: Material) -> Iterator[Fact]:
    """Yield, at the first leader of a concept, the others of its level that lead in it without a joint clause."""
    leaders: dict[tuple[str, Level | None], list[_Leader]] = defaultdict(list)
    for path, subject, function in material.functions:
        if function.concepts and function.mode_in(function.concepts[0]) is Mode.LEADS and subject.level is not None:
            leaders[function.concepts[0], subject.level].append((path, subject, function))
    for (concept, _), found in leaders.items():
        first, *rest = found
        others = [entry for entry in rest if entry[1].id != first[1].id and not _joint(first, entry)]
        if others:
            yield fact(
                first[0],
                N_("«{label}» is led by {names} side by side, without a joint clause."),
                N_("If the duties differ, give one a narrower concept; else the act leaves open who answers."),
                because=[said(material.name(subject.id), function) for _, subject, function in (first, *others)],
                label=material.label(concept),
                names=", ".join(dict.fromkeys(material.name(s.id) for _, s, _ in (first, *others))),
            )


def _joint(one: _Leader, two: _Leader) -> bool:
    return any(party.who == two[1].id for party in one[2].with_) or any(p.who == one[1].id for p in two[2].with_)
