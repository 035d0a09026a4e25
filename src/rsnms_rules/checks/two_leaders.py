"""Two bodies of one level lead in one concept only jointly.

**Why.** Where two lead side by side and neither list says «совместно», nobody knows who answers for it.

**Condition.** Functions of two bodies of one level have the same leading concept, both bodies lead in it, neither
names the other in `with`, and neither is part of the other. Those who do it together stand with a «+» between them.

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
        groups = _groups(material, found)
        if len(groups) > 1:
            yield fact(
                found[0][0],
                N_("«{label}» is given to several side by side, without a joint clause: {names}."),
                N_("If the duties differ, give one a narrower concept; else the act leaves open who answers."),
                because=[said(material.name(subject.id), function) for _, subject, function in found],
                label=material.label(concept),
                names="; ".join(_named(material, group) for group in groups),
            )


def _groups(material: Material, leaders: list[_Leader]) -> list[list[_Leader]]:
    """The leaders of a concept, those together who are joined by a clause or of whom one is part of the other."""
    groups: list[list[_Leader]] = []
    for leader in leaders:
        near = [group for group in groups if any(_together(material, leader, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(entry for group in near for entry in group), leader])
    return sorted(groups, key=lambda group: min(leaders.index(entry) for entry in group))


def _together(material: Material, one: _Leader, two: _Leader) -> bool:
    return _joint(one, two) or _related(material, one[1], two[1])


def _named(material: Material, group: list[_Leader]) -> str:
    """Those who do it together, with their clauses."""
    names: dict[str, None] = {}
    for _, subject, function in group:
        place = next((cite.label for cite in function.cite if cite.label), "")
        names[f"{material.name(subject.id)} ({place})" if place else material.name(subject.id)] = None
    return " + ".join(names)


def _related(material: Material, one: Subject, two: Subject) -> bool:
    """Whether the two are one body, or one is part of the other: then they do not stand side by side."""
    return one.id in _above(material, two) or two.id in _above(material, one)


def _above(material: Material, subject: Subject) -> set[str]:
    found = {subject.id}
    while (whole := material.subjects.get(subject.part_of or "")) is not None and whole.id not in found:
        subject = whole
        found.add(whole.id)
    return found | {other.id for other in material.subjects.values() if subject.id in other.consists_of}


def _joint(one: _Leader, two: _Leader) -> bool:
    return any(party.who == two[1].id for party in one[2].with_) or any(p.who == one[1].id for p in two[2].with_)
