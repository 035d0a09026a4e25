"""What the encoder read into the act is told.

**Why.** A reading is not the act: whoever relies on an answer has to know of it.

**Condition.** The file has a note of kind `reading`.

**Fails**

```yaml
notes:
  - {kind: reading, note: «К 2024 году» прочитано как конец 2024 года, cite: "5"}
```

**Passes**

```yaml
notes:
  - {kind: numbering, note: Пункта 4 нет, cite: "5"}
```

**Remedy.** None: the note stays as long as the act leaves room for another reading.

**Authority.** DESIGN section 3, notes of kind `reading`.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.model.vocabulary import NoteKind
from rsnms_rules.rule import Rule, Severity

RULE = Rule("encoder-reading", Severity.NOTE, N_("What the encoder read into the act is told."))


def check(material: Material) -> Iterator[Fact]:
    """Yield the notes of the encoder's readings."""
    for index, note in enumerate(material.regulation.notes):
        if note.kind is NoteKind.READING:
            yield fact(
                ("notes", index),
                N_("The encoder's reading: {note}"),
                N_("Keep it as long as the act can be read otherwise."),
                note=note.note,
            )
