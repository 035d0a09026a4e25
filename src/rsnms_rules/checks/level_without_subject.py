"""A level that the act announces has a body.

**Why.** «Система включает муниципальный уровень» without a municipal body leaves the districts without a place.

**Condition.** A provision says that the system includes a level («включает … уровень»), and no body of the act stands
on it. Silent where bodies of that level are missing from the text.

**Fails**

```yaml
provisions:
  - {id: levels, does: РСНМС включает компоненты регионального и муниципального уровней, cite: 3.1 «включает»}
subjects:
  - {id: centre, level: regional, name: Центр, cite: "3.2", standing: mentioned}
```

**Passes**

```yaml
provisions:
  - {id: levels, does: РСНМС включает компоненты регионального уровня, cite: 3.1 «включает»}
subjects:
  - {id: centre, level: regional, name: Центр, cite: "3.2", standing: mentioned}
```

**Remedy.** If the bodies of the level are lost with the text, say so in `text.missing`; else the act announces what it
does not have.

**Authority.** DESIGN section 2, `level`; section 4.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.vocabulary import FilePart, Level
from rsnms_rules.rule import Rule, Severity

RULE = Rule("level-without-subject", Severity.WARNING, N_("A level that the act announces has a body."))

_WORDS = {
    Level.REGIONAL: r"региональн\w+",
    Level.MUNICIPAL: r"муниципальн\w+",
    Level.INSTITUTIONAL: r"институциональн\w+",
}
_LEVELS = r"(?:[^.;]*)\bуровн"


def check(material: Material) -> Iterator[Fact]:
    """Yield the provisions that speak of a level on which no body of the act stands."""
    regulation = material.regulation
    lost = {entry.level for entry in regulation.text.missing if entry.part is FilePart.SUBJECTS}
    there = {subject.level for subject in regulation.subjects} | lost
    for index, provision in enumerate(regulation.provisions):
        for level, word in _WORDS.items():
            announced = re.search(rf"включает[^.;]*{word}{_LEVELS}", provision.does, re.IGNORECASE)
            if announced and level not in there and None not in lost:
                yield Fact(
                    ("provisions", index),
                    message(N_("The act announces the {level} and has no body on it."), level=message(level.english)),
                    message(N_("If the bodies are lost with the text, say so in text.missing.")),
                )
