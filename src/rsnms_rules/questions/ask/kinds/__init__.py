"""The kinds of question, one module each: `NAME`, `CUE` (what such a question looks like) and `find`."""

from __future__ import annotations

from types import ModuleType

from rsnms_rules.questions.ask.kinds import (
    act,
    channel,
    comparison,
    deadline,
    definition,
    functions,
    indicator,
    joint,
    level,
    text,
    who,
)

KINDS: tuple[ModuleType, ...] = (
    comparison,
    act,
    definition,
    indicator,
    deadline,
    level,
    joint,
    channel,
    functions,
    who,
    text,
)
"""In the order in which a question is held against them: the more special before the more general."""
