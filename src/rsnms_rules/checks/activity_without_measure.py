"""An activity of a direction has a measure in the roadmap.

**Why.** What the act calls system-forming and the roadmap leaves out is not planned.

**Condition.** The act has a roadmap at hand, and no row names the activity in `activity`. Activities of schools do
not count.

**Fails**

```yaml
directions:
  - id: d1
    name: Направление
    cite: "4"
    activities: [{id: training, level: regional, does: Обучение, concepts: [training.run], cite: 4 «обучение»}]
measures:
  - {id: m, row: 1, title: Иное, responsible: [{text: министр}], due: {by: 2023-05-31}, cite: прил. 2 к приказу «Иное»}
```

**Passes**

```yaml
directions:
  - id: d1
    name: Направление
    cite: "4"
    activities: [{id: training, level: regional, does: Обучение, concepts: [training.run], cite: 4 «обучение»}]
measures:
  - id: m
    row: 1
    title: Курсы
    activity: d1.training
    responsible: [{text: министр}]
    due: {by: 2023-05-31}
    cite: прил. 2 к приказу «Курсы»
```

**Remedy.** If a row belongs to the activity, name it in `activity`; else the roadmap leaves the activity out.

**Authority.** DESIGN section 3, directions and measures.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.model.vocabulary import FilePart, Level
from rsnms_rules.rule import Rule, Severity

RULE = Rule(
    "activity-without-measure", Severity.WARNING, N_("An activity of a direction has a measure in the roadmap.")
)


def check(material: Material) -> Iterator[Fact]:
    """Yield the activities without a row, save those of schools, and only where there is a roadmap at hand."""
    regulation = material.regulation
    if not regulation.measures or any(entry.part is FilePart.MEASURES for entry in regulation.text.missing):
        return
    planned = {measure.activity for measure in regulation.measures}
    for index, direction in enumerate(regulation.directions):
        for position, activity in enumerate(direction.activities):
            if activity.level is not Level.INSTITUTIONAL and f"{direction.id}.{activity.id}" not in planned:
                yield fact(
                    ("directions", index, "activities", position),
                    N_("No row of the roadmap belongs to «{does}»."),
                    N_("Name the activity in a row, or keep it: the roadmap leaves it out."),
                    does=activity.does,
                )
