"""What the YAML parser's complaint means to somebody who writes Russian phrases."""

from __future__ import annotations

import yaml

from rsnms_rules.finding import Fault
from rsnms_rules.i18n import N_, Message, message

_QUOTES = N_("Put the whole phrase in double quotes.")

_KNOWN: tuple[tuple[str, str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "colon-in-text",
        N_("A colon followed by a space breaks a phrase without quotes."),
        _QUOTES,
    ),
    (
        "found unexpected end of stream",
        "yaml-syntax",
        N_("A quotation mark or bracket that was opened is never closed."),
        N_("Close it; the place named is where the file ends or where the parser gave up."),
    ),
    (
        "did not find expected ',' or",
        "yaml-syntax",
        N_("Inside brackets or braces a comma or the closing bracket is missing."),
        N_("Put phrases with quotes, colons or commas in double quotes, and close the bracket."),
    ),
    (
        "could not find expected ':'",
        "yaml-syntax",
        N_("A line holds neither a key with a colon nor a list item."),
        N_("Write «key: value», or indent the line as part of the value above it."),
    ),
    (
        "did not find expected key",
        "yaml-syntax",
        N_("A key is expected here: the indent differs from that of its neighbours, or words follow a closing quote."),
        N_("Align the keys of one element; put the whole value in one pair of quotes."),
    ),
    (
        "did not find expected '-' indicator",
        "yaml-syntax",
        N_("A list item is expected here: a line in a list begins without «-»."),
        N_("Begin each item with «-» and indent all items alike."),
    ),
    (
        "found unknown escape character",
        "yaml-syntax",
        N_("Inside double quotes a backslash begins an escape, and this one is unknown."),
        N_("Write two backslashes, or use single quotes."),
    ),
    (
        "cannot start any token",
        "yaml-syntax",
        N_("A value cannot begin with this character without quotes."),
        _QUOTES,
    ),
    (
        "block sequence entries are not allowed",
        "yaml-syntax",
        N_("A list cannot begin on this line."),
        N_("Begin the list on a line of its own, below its key."),
    ),
    (
        "undefined tag handle",
        "tag",
        N_("A value begins with «!» without quotes, which makes it a tag."),
        _QUOTES,
    ),
    (
        "while scanning a tag",
        "tag",
        N_("A value begins with «!» without quotes, which makes it a tag."),
        _QUOTES,
    ),
    (
        "expected alphabetic or numeric character",
        "yaml-syntax",
        N_("A value begins with «*» or «&» without quotes."),
        _QUOTES,
    ),
)


def explain(error: yaml.YAMLError, text: str) -> Fault:
    """Turn a parser's error into a fault with a remedy in plain words; unknown ones keep the parser's own."""
    said = " ".join(str(getattr(error, name, "") or "") for name in ("context", "problem")) + " " + str(error)
    spot = _spot(error, text)
    for part, rule, found, remedy in _KNOWN:
        if part in said:
            return Fault(rule, (), message(found), message(remedy), spot=spot)
    return Fault(
        "yaml-syntax",
        (),
        message(N_("This is no YAML that can be read: {problem}."), problem=_problem(error)),
        message(N_("Compare the line with its neighbours: indent, colon, quotes, brackets.")),
        spot=spot,
    )


def _problem(error: yaml.YAMLError) -> Message | str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]


def _spot(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return text.count("\n") + 1, 1
    return mark.line + 1, mark.column + 1
