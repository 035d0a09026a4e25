"""Every word of the act's text is cited or skipped on purpose.

**Why.** What nobody cites may be a duty that was left out.

**Condition.** Words of the text lie in the span of no citation and are not in `text.skipped`.

**Fails**

```yaml
goals:
  - {id: goal, does: Развивать систему, cite: 1 «развивать систему»}
```

```text
1. Цель:

развивать систему;

обучать методистов.
```

**Passes**

```yaml
text: {skipped: [{why: title, cite: "1"}]}
goals:
  - {id: goal, does: Развивать систему, cite: 1 «развивать систему»}
  - {id: train, does: Обучать методистов, cite: 1 «обучать методистов»}
```

```text
1. Цель:

развивать систему;

обучать методистов.
```

**Remedy.** Encode the words, or name them in `text.skipped` with the reason.

**Authority.** DESIGN section 6, source coverage. The act's text is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.checks.base import Fact, Material, fact
from rsnms_rules.i18n import N_
from rsnms_rules.rule import Needs, Rule, Severity

RULE = Rule(
    "text-not-covered", Severity.WARNING, N_("Every word of the act's text is cited or skipped on purpose."), Needs.TEXT
)


def check(material: Material) -> Iterator[Fact]:
    """Yield each run of words that nobody cites, by its line in the act's text."""
    for line, words in material.text.uncited if material.text is not None else ():
        yield fact(
            ("text",),
            N_("Line {line} of the act's text is cited by nobody: {words}"),
            N_("Encode it, or name it in text.skipped with the reason."),
            line=line,
            words=words,
        )
