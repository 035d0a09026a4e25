"""Plain scalars by the core schema of YAML 1.2.2 (chapter 10.3.2): `NO` is text, `010` is ten.

Numbers with a point or an exponent become `Decimal`, so that no verdict ever meets a binary float.
"""

from __future__ import annotations

import re
from decimal import Decimal

MAX_NUMBER = 40
"""Characters of the longest number that is read as one; longer runs of digits are refused by the reader."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
TRUE = frozenset({"true", "True", "TRUE"})
FALSE = frozenset({"false", "False", "FALSE"})

INT = re.compile(r"[-+]?[0-9]+")
OCTAL = re.compile(r"0o[0-7]+")
HEX = re.compile(r"0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")

FIRST = frozenset("-+.0123456789~nNtTfF")

Scalar = str | int | bool | Decimal | None


def resolve(text: str) -> Scalar:
    """Give a plain scalar the value that the core schema gives it (`.inf` and `.nan` stay text).

    Raises:
        ValueError: when it is a number of more than `MAX_NUMBER` characters.
    """
    if text and text[0] not in FIRST:
        return text
    if text in NULLS:
        return None
    if text in TRUE or text in FALSE:
        return text in TRUE
    return _number(text)


def _number(text: str) -> Scalar:
    if FLOAT.fullmatch(text):
        if len(text) > MAX_NUMBER:
            raise ValueError(text)
        return int(text) if INT.fullmatch(text) else Decimal(text)
    if OCTAL.fullmatch(text):
        return int(text[2:], 8)
    return int(text[2:], 16) if HEX.fullmatch(text) else text


def is_plain_text(text: str) -> bool:
    """Tell whether `text`, written without quotes, is read back as the same text."""
    try:
        return resolve(text) is text
    except ValueError:
        return False
