"""The parts of a rule's page, read from its docstring, in the language of the reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import ModuleType

from rsnms_rules.i18n import translate

_PART = re.compile(r"^\*\*(Why|Condition|Remedy|Authority)\.\*\*(.*?)(?=\n\n|\Z)", re.DOTALL | re.MULTILINE)
_EXAMPLE = re.compile(r"^\*\*(Fails|Passes)\*\*\n\n((?:```\w+\n.*?```\n*)+)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page: why it exists, when exactly it fires, what to do, whose word it rests on; two examples."""

    why: str
    condition: str
    remedy: str
    authority: str
    fails: str
    passes: str


def english(module: ModuleType) -> Page:
    """The page as it stands in the docstring, each part on one line."""
    text = module.__doc__ or ""
    parts = {name.lower(): " ".join(words.split()) for name, words in _PART.findall(text)}
    examples = {name.lower(): block.strip() for name, block in _EXAMPLE.findall(text)}
    return Page(**parts, **examples)


def page(module: ModuleType) -> Page:
    """The page in the current language; the examples are the same in both."""
    own = english(module)
    return Page(
        why=translate(own.why),
        condition=translate(own.condition),
        remedy=translate(own.remedy),
        authority=translate(own.authority),
        fails=own.fails,
        passes=own.passes,
    )
