"""The scalar types of the regulation file and the base of its parts.

Values come from the narrowed YAML reader: text, whole numbers, `Decimal`, truth values, lists and mappings. What
may be read in no other way than as meant is strict; lists become tuples, words of a vocabulary its members.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, Strict, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from rsnms_rules.model.citation import Citation, CitationError, parse_citation

T = TypeVar("T")

UNKNOWN = "unknown"
MAX_DIGITS = 15
"""Most digits of a quantity, before and after the point together: more cannot be a figure of an act."""

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_ISO_YEAR = re.compile(r"\d{4}")


def doc(title: str, description: str) -> FieldInfo:
    """Title and description of a field, both in English and marked for translation by this call."""
    info = Field(title=title, description=description)
    assert isinstance(info, FieldInfo)
    return info


class Ref(Enum):
    """What the ids of a field refer to; the value is the English name of the kind."""

    SUBJECT = "subjects"
    ROLE = "roles"
    CONCEPT = "concepts"
    MECHANISM = "mechanisms"
    DIRECTION = "directions"
    ACTIVITY = "activities"
    INDICATOR = "indicators"
    GROUP = "groups"
    ELEMENT = "elements"


def _quantity(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise PydanticCustomError("quantity_type", "number expected")
    number = Decimal(value)
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or len(number.as_tuple().digits) > MAX_DIGITS or abs(exponent) > MAX_DIGITS:
        raise PydanticCustomError("quantity_size", "number too long")
    return number


def parse_day(value: object) -> date:
    """Read an ISO date (`2023-06-07`).

    Raises:
        PydanticCustomError: `day_type` when it is no text of that form, `day_impossible` when no such day exists.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    match = _ISO_DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("day_type", "date expected")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise PydanticCustomError("day_impossible", "no such day") from None


def _day_or_unknown(value: object) -> date | str:
    return UNKNOWN if value == UNKNOWN else parse_day(value)


@dataclass(frozen=True, slots=True)
class Interval:
    """A span of days, both ends included, and how the file writes it: `2023`, `2023-06`, `2023-03/2023-05`."""

    first: date
    last: date
    text: str

    def __str__(self) -> str:
        return self.text


def _edges(text: str) -> tuple[date, date]:
    if _ISO_YEAR.fullmatch(text):
        return parse_day(f"{text}-01-01"), parse_day(f"{text}-12-31")
    if match := _ISO_MONTH.fullmatch(text):
        first = parse_day(f"{text}-01")
        return first, first.replace(day=calendar.monthrange(int(match[1]), int(match[2]))[1])
    day = parse_day(text)
    return day, day


def parse_interval(value: object) -> Interval:
    """Read `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or two of them joined by `/`.

    Raises:
        PydanticCustomError: `interval_type`, `day_impossible` or `interval_order`.
    """
    if isinstance(value, Interval):
        return value
    text = str(value) if isinstance(value, (int, str)) and not isinstance(value, bool) else ""
    try:
        edges = [_edges(part) for part in text.split("/")]
    except PydanticCustomError as error:
        if error.type == "day_impossible":
            raise
        edges = []
    if not 1 <= len(edges) <= 2:
        raise PydanticCustomError("interval_type", "period expected")
    first, last = edges[0][0], edges[-1][1]
    if first > last:
        raise PydanticCustomError("interval_order", "period ends before it begins")
    return Interval(first, last, text)


def _citations(value: object) -> tuple[Citation, ...]:
    if isinstance(value, (list, tuple)):
        return tuple(_citation(text, index) for index, text in enumerate(value))
    return (_citation(value, None),)


def _citation(value: object, index: int | None) -> Citation:
    if isinstance(value, Citation):
        return value
    where = {"found": str(value), "index": index}
    if not isinstance(value, str):
        raise PydanticCustomError("citation_type", "citation expected", where)
    try:
        return parse_citation(value)
    except CitationError:
        raise PydanticCustomError("citation_grammar", "bad citation", where) from None


_ONE_CITATION = {"type": "string", "minLength": 1}

Seq = tuple[T, ...]
Whole = Annotated[int, Strict()]
Flag = Annotated[bool, Strict()]
Text = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
ConceptId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([.-][a-z0-9]+)*$")]
Year = Annotated[Whole, Field(ge=1900, le=2200)]
Quantity = Annotated[Decimal, PlainValidator(_quantity), WithJsonSchema({"type": "number"})]
Day = Annotated[date, PlainValidator(parse_day), WithJsonSchema({"type": "string", "format": "date"})]
DayOrUnknown = Annotated[
    date | Literal["unknown"],
    PlainValidator(_day_or_unknown),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"const": "unknown"}]}),
]
Period = Annotated[
    Interval,
    PlainValidator(parse_interval),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?$"}),
]
Citations = Annotated[
    tuple[Citation, ...],
    PlainValidator(_citations),
    WithJsonSchema({"anyOf": [_ONE_CITATION, {"type": "array", "items": _ONE_CITATION}]}),
    doc("citation", "Where the act says it: LABEL «first words … last words», one place or a list"),
]


class Part(BaseModel):
    """A part of a file: frozen, and no key that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Element(Part):
    """A part with a place in the act."""

    cite: Citations = ()
    unread: Annotated[
        Seq[Text],
        doc("unread fields", "Fields whose words are lost in the text; they are answered «unknown»"),
    ] = ()
    broken: Annotated[Flag, doc("broken off", "The sentence breaks off in the text: what follows is unknown")] = False
