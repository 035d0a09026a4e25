"""From the model back to plain data, in the shapes of the regulation file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum

from rsnms_rules.model.citation import Citation
from rsnms_rules.model.indicator import TARGETS_NONE, Indicator
from rsnms_rules.model.party import Party
from rsnms_rules.model.plan import plan
from rsnms_rules.model.system import ALL, Channel
from rsnms_rules.model.types import Interval, Part

Plain = str | int | bool | Decimal | None | list["Plain"] | dict[str, "Plain"]


def scalar(value: object, *, number: Callable[[Decimal], Plain]) -> Plain:
    """Give one value of the model, no part and no list, the shape that the file has."""
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (Citation, Interval)):
        return str(value)
    assert value is None or isinstance(value, (str, int, bool)), value
    return value


def special(owner: Part, key: str) -> str | None:
    """The word that stands for «all» or «none» in two fields whose value is None, else None."""
    if isinstance(owner, Channel) and key == "between":
        return ALL
    return TARGETS_NONE if isinstance(owner, Indicator) and key == "targets" else None


def plain(value: object, *, number: Callable[[Decimal], Plain] = lambda value: value) -> Plain:
    """Return what a file says of `value`; keys that were left out stay out.

    Args:
        value: a part of the model, a tuple of such, or a scalar.
        number: what to make of quantities; by default they stay `Decimal`.
    """
    if isinstance(value, Party) and value.who is not None and value.as_ is None:
        return value.who
    if isinstance(value, Part):
        return _mapping(value, number)
    if isinstance(value, tuple):
        return [plain(item, number=number) for item in value]
    return scalar(value, number=number)


def _mapping(part: Part, number: Callable[[Decimal], Plain]) -> dict[str, Plain]:
    fields = plan(type(part))
    result: dict[str, Plain] = {}
    for key in fields:
        attribute = fields[key].attribute
        value = getattr(part, attribute)
        if attribute not in part.model_fields_set:
            continue
        if value is None:
            if (word := special(part, key)) is not None:
                result[key] = word
            continue
        if key == "cite" and len(value) == 1:
            result[key] = str(value[0])
        else:
            result[key] = plain(value, number=number)
    return result
