"""The text at hand is the whole act.

**Why.** What is missing is unknown, and every answer says so.

**Condition.** `text.missing` names a part of the act.

**Fails**

```yaml
text:
  extent: partial
  missing: [{part: measures, certain: true, why: В файле нет приложения № 2}]
```

**Passes**

```yaml
text: {extent: complete}
```

**Remedy.** Find the whole text, encode the part, and remove the entry.

**Authority.** DESIGN section 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.act import Missing
from rsnms_rules.rule import Rule, Severity

RULE = Rule("text-missing", Severity.NOTE, N_("The text at hand is the whole act."))


def check(material: Material) -> Iterator[Fact]:
    """Yield every part that the text lacks."""
    for index, entry in enumerate(material.regulation.text.missing):
        certain = N_("The text at hand lacks {part}{of}: {why}.")
        likely = N_("Whether the act has more of {part}{of} cannot be seen: {why}.")
        yield fact(
            ("text", "missing", index),
            certain if entry.certain else likely,
            N_("Find the whole text, encode the part and remove this entry."),
            part=message(entry.part.english),
            of=_of(material, entry),
            why=_lower(entry.why),
        )


def _of(material: Material, entry: Missing) -> Message:
    if entry.of is not None:
        return message(" («{name}»)", name=material.name(entry.of))
    return message(" ({level})", level=message(entry.level.english)) if entry.level is not None else message("")


def _lower(why: str) -> str:
    """A reason as the rest of a sentence: its first letter small, unless the word is an abbreviation."""
    return why[:1].lower() + why[1:].rstrip(".") if why[1:2].islower() else why.rstrip(".")
