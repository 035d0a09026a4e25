"""Characters that have no place in a file: invisible, directing or controlling ones, and foreign indents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsnms_rules.finding import Fault
from rsnms_rules.i18n import N_, message

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INDENT = re.compile(f"^[ ]*(?:- )*([{_SPACES}])", re.MULTILINE)
_LINE_END = re.compile("\r\n|\r|\n")
MOST = 50
"""Faults of this kind that are listed: a binary file would give thousands."""


def character_faults(text: str, spot: tuple[int, int] | None = None) -> list[Fault]:
    """List forbidden characters of `text`; with `spot` all are said to stand there (an escape in a quoted value)."""
    found = list(_forbidden(text, spot))
    if spot is None and any(character in text for character in _SPACES):
        found += _indents(text)
    return found[:MOST]


def _forbidden(text: str, spot: tuple[int, int] | None) -> Iterator[Fault]:
    for match in _FORBIDDEN.finditer(text):
        code = f"U+{ord(match[0]):04X}"
        yield Fault(
            "control-character",
            (),
            message(N_("Invisible or control character {code} found."), code=code),
            message(N_("Delete it; it often comes along when text is pasted from a document.")),
            spot=spot or _line_column(text, match.start()),
        )


def _indents(text: str) -> Iterator[Fault]:
    for match in _INDENT.finditer(text):
        code = f"U+{ord(match[1]):04X}"
        yield Fault(
            "wrong-indent",
            (),
            message(N_("The line is indented with {code}, not with spaces."), code=code),
            message(N_("Indent with ordinary spaces (no tabs, no non-breaking spaces).")),
            spot=_line_column(text, match.start(1)),
        )


def _line_column(text: str, index: int) -> tuple[int, int]:
    ends = list(_LINE_END.finditer(text, 0, index))
    return len(ends) + 1, index - (ends[-1].end() if ends else 0) + 1
