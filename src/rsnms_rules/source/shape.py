"""From pydantic's errors to faults: where, what was found, what was expected, what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rsnms_rules.finding import Anchor, Fault, Path, nearest
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.plan import part_at, plan
from rsnms_rules.model.subject import Function
from rsnms_rules.model.types import Part

M = TypeVar("M", bound=Part)


def build(model: type[M], data: object, *, context: object = None) -> tuple[M | None, list[Fault]]:
    """Validate `data` as `model`, with pydantic's `context`; return the model or the faults of its shape."""
    if not isinstance(data, dict):
        found = message(N_("The file holds {found}, not a mapping of keys."), found=_kind(data))
        return None, [Fault("wrong-type", (), found, message(N_("Begin with «spec: 1» and «id: …».")))]
    try:
        return model.model_validate(data, context=context), []
    except ValidationError as error:
        return None, list(_faults(model, data, error))


def _faults(model: type[Part], data: object, error: ValidationError) -> Iterator[Fault]:
    seen = set()
    for detail in error.errors(include_url=False):
        path = _real(data, detail["loc"], missing=detail["type"] == "missing")
        if (path, detail["type"]) in seen or (path, "reported") in seen:
            continue
        seen |= {(path, detail["type"]), (path, "reported")}
        yield _fault(model, path, detail)


def _real(data: object, loc: tuple[int | str, ...], *, missing: bool) -> Path:
    """Drop the segments of pydantic's `loc` that the document does not have (tags of unions and validators)."""
    path: list[str | int] = []
    for index, step in enumerate(loc):
        if _has(data, step):
            data = data[step]  # type: ignore[index]
        elif not (missing and index == len(loc) - 1):
            continue
        path.append(step)
    return tuple(path)


def _has(data: object, step: int | str) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _fault(model: type[Part], path: Path, detail: ErrorDetails) -> Fault:
    build_one = _KINDS.get(detail["type"], _other)
    return build_one(model, path, detail)


def _missing(model: type[Part], path: Path, detail: ErrorDetails) -> Fault:  # noqa: ARG001
    key = str(path[-1])
    if key == "id" and part_at(model, path[:-1]) is Function:
        text = message(N_("The function has neither a concept nor an id."))
        return Fault("missing-key", path[:-1], text, message(N_("Name its concepts, or give it an id.")))
    return Fault(
        "missing-key",
        path[:-1],
        message(N_("Key «{key}» is missing."), key=key),
        message(N_("Add it; it is required.")),
    )


def _extra(model: type[Part], path: Path, detail: ErrorDetails) -> Fault:  # noqa: ARG001
    key = str(path[-1])
    part = part_at(model, path[:-1])
    keys = list(plan(part)) if part is not None else []
    text = message(N_("Unknown key «{key}»; known here: {keys}."), key=key, keys=", ".join(keys))
    return Fault("unknown-key", path, text, nearest(key, keys) or message(N_("Remove it.")), Anchor.KEY)


def _word(model: type[Part], path: Path, detail: ErrorDetails) -> Fault:  # noqa: ARG001
    words = re.findall(r"'([^']+)'", str(detail.get("ctx", {}).get("expected", "")))
    if not words:
        words = [str(detail.get("ctx", {}).get("expected", ""))]
    found = detail["input"]
    if path == ("spec",):
        text = message(
            N_("The file has format version «{found}»; this rsnms reads version {known}."),
            found=str(found),
            known=", ".join(words),
        )
        return Fault(
            "unknown-word",
            path,
            text,
            message(N_("Write spec: 1 in a file of this format, or take a newer rsnms for a newer format.")),
        )
    if not isinstance(found, str) and not any(word.isdigit() for word in words):
        return _typed(N_("a word"), found, path)
    text = message(N_("Unknown word «{found}»; expected one of: {words}."), found=str(found), words=", ".join(words))
    return Fault("unknown-word", path, text, nearest(str(found), words) or message(N_("Use one of these words.")))


def _text(model: type[Part], path: Path, detail: ErrorDetails) -> Fault:  # noqa: ARG001
    found = detail["input"]
    if isinstance(found, (bool, int, Decimal)):
        shown = str(found).lower() if isinstance(found, bool) else str(found)
        text = message(
            N_("Text is expected; without quotes {found} is read as {kind}."), found=shown, kind=_kind(found)
        )
        return Fault("unquoted-text", path, text, message(N_('Put it in quotes: "{found}".'), found=shown))
    return _typed(N_("text"), found, path)


def _typed(expected: str, found: object, path: Path, keys: Sequence[str] = ()) -> Fault:
    text = message(
        N_("«{key}»: expected {expected}, found {found}."),
        key=next((str(step) for step in reversed(path) if isinstance(step, str)), ""),
        expected=Message(expected),
        found=_kind(found),
    )
    known = message(N_("Its keys are: {keys}."), keys=", ".join(keys)) if keys else None
    return Fault("wrong-type", path, text, known or message(N_("Compare it with the format's description.")))


def _expect(expected: str) -> Callable[[type[Part], Path, ErrorDetails], Fault]:
    return lambda model, path, detail: _typed(expected, detail["input"], path)  # noqa: ARG005


def _mapping(model: type[Part], path: Path, detail: ErrorDetails) -> Fault:
    part = part_at(model, path)
    return _typed(N_("a mapping"), detail["input"], path, list(plan(part)) if part is not None else ())


def _plain(rule: str, template: str, remedy: str) -> Callable[[type[Part], Path, ErrorDetails], Fault]:
    def fault(model: type[Part], path: Path, detail: ErrorDetails) -> Fault:  # noqa: ARG001
        found = _short(detail["input"])
        return Fault(rule, path, message(template, found=found), message(remedy))

    return fault


def _citation(model: type[Part], path: Path, detail: ErrorDetails) -> Fault:  # noqa: ARG001
    context: dict[str, Any] = detail.get("ctx", {})
    found, index = str(context.get("found", "")), context.get("index")
    at = (*path, index) if isinstance(index, int) else path
    if detail["type"] == "citation_type":
        text = message(N_("A citation is text; without quotes {found} is read as a number."), found=found)
        return Fault("unquoted-text", at, text, message(N_('Put it in quotes: "{found}".'), found=found))
    text = message(N_("«{found}» is no citation."), found=_short(found))
    return Fault("bad-citation", at, text, message(_citation_remedy(found)))


def _citation_remedy(found: str) -> str:
    if '"' in found or "“" in found or "„" in found:
        return N_("Quote the act's words in «…».")
    if "..." in found or found.count("…") > 1:
        return N_("Join first and last words by one « … » (space, ellipsis character, space).")
    if re.match(r"(п\.|пункт|раздел|ст\.)", found):
        return N_("Write the number alone: 3.2.1, not «п. 3.2.1».")
    return N_("Write LABEL «first words … last words»: 3.2.1 «…», приказ 2, прил. 1 к положению, строка 4.")


def _other(model: type[Part], path: Path, detail: ErrorDetails) -> Fault:  # noqa: ARG001
    text = message(
        N_("The value {found} cannot be used here: {problem}."),
        found=_short(detail["input"]),
        problem=detail["msg"],
    )
    return Fault("wrong-type", path, text)


_NAMES = {
    dict: N_("a mapping"),
    list: N_("a list"),
    str: N_("text"),
    bool: N_("a truth value"),
    int: N_("a number"),
    Decimal: N_("a number"),
}


def _kind(value: object) -> Message:
    return Message(_NAMES.get(type(value), N_("nothing")))


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


_ID_REMEDY = N_("Use Latin lower-case letters, digits and hyphens, beginning with a letter.")
_KINDS: dict[str, Callable[[type[Part], Path, ErrorDetails], Fault]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "enum": _word,
    "literal_error": _word,
    "string_type": _text,
    "string_too_short": _plain("empty-value", N_("The text is empty."), N_("Fill it or remove the key.")),
    "string_pattern_mismatch": _plain("bad-id", N_("«{found}» is no id."), _ID_REMEDY),
    "tuple_type": _expect(N_("a list")),
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "int_type": _expect(N_("a whole number")),
    "bool_type": _expect(N_("true or false")),
    "greater_than_equal": _plain("bad-number", N_("{found} is too small."), N_("Check the figure against the act.")),
    "less_than_equal": _plain("bad-number", N_("{found} is too great."), N_("Check the figure against the act.")),
    "quantity_type": _expect(N_("a number without quotes")),
    "quantity_size": _plain(
        "bad-number",
        N_("{found} has too many digits."),
        N_("Quantities have at most 15 digits."),
    ),
    "day_type": _plain("impossible-date", N_("«{found}» is no date."), N_("Write it as YYYY-MM-DD: 2023-06-07.")),
    "day_impossible": _plain(
        "impossible-date",
        N_("There is no day «{found}» in the calendar."),
        N_("Check day and month against the act."),
    ),
    "interval_type": _plain(
        "bad-period", N_("«{found}» is no period."), N_("Write 2023, 2023-06, 2023-06-07 or 2023-03/2023-05.")
    ),
    "interval_order": _plain("bad-period", N_("The period «{found}» ends before it begins."), N_("Change the order.")),
    "citation_type": _citation,
    "citation_grammar": _citation,
}
