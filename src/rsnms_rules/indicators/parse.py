"""From rows of text to observations; a row that cannot be used is rejected with its column and the reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction

from pydantic_core import PydanticCustomError

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.indicators.observations import Observation, Rejected, parse_period
from rsnms_rules.indicators.table import Row
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.types import MAX_DIGITS, parse_day
from rsnms_rules.model.vocabulary import FilePart, Unit

_NUMBER = re.compile(r"(-?\d+)(?:[.,](\d+))?\s*(%?)")
_TRUTH = {"true": True, "да": True, "yes": True, "1": True, "false": False, "нет": False, "no": False, "0": False}
MEASURES = "measures."


class RejectedError(Exception):
    """A row cannot be used; carries the column and the reason."""

    def __init__(self, column: str, reason: Message) -> None:
        super().__init__(column, reason)
        self.column = column
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a table holds for one regulation.

    `strangers` are observations of indicators whose part of the text is missing: unknown, not rejected.
    """

    observations: tuple[Observation, ...]
    strangers: tuple[Observation, ...]
    rejected: tuple[Rejected, ...]


def parse(rows: Collection[Row], regulation: RegulationFile, known: Collection[str]) -> Parsed:
    """Read the rows that concern a regulation; rows of the other `known` regulations are passed over."""
    reader = _Reader(regulation, {item.id: item for item in regulation.indicators})
    observations: list[Observation] = []
    strangers: list[Observation] = []
    rejected: list[Rejected] = []
    for row in rows:
        try:
            observation = reader.read(row, known)
        except RejectedError as error:
            rejected.append(Rejected(row.number, error.column, row.cells.get(error.column, ""), error.reason))
            continue
        if observation is not None:
            (observations if observation.indicator in reader.indicators else strangers).append(observation)
    doubles = dict(_doubles(observations))
    rejected += [Rejected(row, "period", period, reason) for row, (period, reason) in doubles.items()]
    return Parsed(
        tuple(item for item in observations if item.row not in doubles),
        tuple(strangers),
        tuple(sorted(rejected, key=lambda item: item.row)),
    )


def _doubles(observations: list[Observation]) -> Iterator[tuple[int, tuple[str, Message]]]:
    """Rows that say the same thing twice; none of them is used, since choosing one would be a guess."""
    seen: dict[tuple[object, ...], list[Observation]] = {}
    for item in observations:
        seen.setdefault((item.indicator, item.period.text, item.territory, item.as_of), []).append(item)
    for same in seen.values():
        for item in same if len(same) > 1 else ():
            others = ", ".join(str(other.row) for other in same if other is not item)
            text = N_("The same indicator, period and territory stand in row {rows} too; keep one.")
            yield item.row, (item.period.text, message(text, rows=others))


@dataclass(frozen=True, slots=True)
class _Reader:
    regulation: RegulationFile
    indicators: dict[str, Indicator]

    def read(self, row: Row, known: Collection[str]) -> Observation | None:
        """One observation; None for a row of another regulation or of a measure."""
        if row.extra:
            raise RejectedError("value", message(N_("The row has more cells than the head has columns.")))
        cells = row.cells
        if not self._ours(cells.get("regulation", ""), known):
            return None
        name = cells.get("indicator", "")
        if name.startswith(MEASURES):
            self._known("indicator", name.removeprefix(MEASURES), [item.id for item in self.regulation.measures])
            return None
        unknown_part = self.regulation.unknown(FilePart.INDICATORS)
        if not unknown_part:
            self._known("indicator", name, list(self.indicators))
        indicator = self.indicators.get(name)
        observation = self._values(row)
        return _checked(observation, indicator) if indicator is not None else observation

    def _ours(self, name: str, known: Collection[str]) -> bool:
        if name == self.regulation.id:
            return True
        if name not in known:
            self._known("regulation", name, sorted({*known, self.regulation.id}))
        return False

    @staticmethod
    def _known(column: str, name: str, names: list[str]) -> None:
        if name not in names:
            near = get_close_matches(name, names, n=1)
            hint: Message | str = message(N_("Did you mean «{word}»?"), word=near[0]) if near else ""
            raise RejectedError(column, message(N_("«{name}» is unknown. {hint}"), name=name, hint=hint))

    def _values(self, row: Row) -> Observation:
        cells = row.cells
        period = parse_period(cells.get("period", ""))
        if period is None:
            text = N_("«{found}» is no period; write 2023, 2023-Q1, 2023-H1, 2023-06 or 2023-06-30.")
            raise RejectedError("period", message(text, found=cells.get("period", "")))
        value, with_unit = _number(cells, "value")
        territory = cells.get("territory", "")
        return Observation(
            row=row.number,
            indicator=cells["indicator"],
            period=period,
            territory="" if territory == self.regulation.territory.name else territory,
            value=value,
            with_unit=with_unit,
            numerator=_number(cells, "numerator")[0],
            denominator=_number(cells, "denominator")[0],
            done=_truth(cells.get("done", "")),
            as_of=_day(cells.get("as_of", "")),
        )


def _number(cells: Mapping[str, str], column: str) -> tuple[Decimal | None, bool]:
    """A number with a decimal point or comma, and whether it was written with «%»."""
    text = cells.get(column, "")
    if not text:
        return None, False
    match = _NUMBER.fullmatch(text)
    if match is None or (match[3] and column != "value"):
        raise RejectedError(
            column, message(N_("«{found}» is no number; write 29.5 or 29,5 without spaces."), found=text)
        )
    if len(match[1]) + len(match[2] or "") > MAX_DIGITS:
        raise RejectedError(column, message(N_("«{found}» has too many digits."), found=text))
    return Decimal(f"{match[1]}.{match[2]}" if match[2] else match[1]), bool(match[3])


def _truth(text: str) -> bool | None:
    if not text:
        return None
    if text.lower() not in _TRUTH:
        raise RejectedError("done", message(N_("«{found}» is neither yes nor no; write да or нет."), found=text))
    return _TRUTH[text.lower()]


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return parse_day(text)
    except PydanticCustomError:
        raise RejectedError("as_of", message(N_("«{found}» is no day; write 2023-12-31."), found=text)) from None


def _checked(item: Observation, indicator: Indicator) -> Observation:
    """Hold an observation against its indicator: territory, unit, counts."""
    if indicator.territory is not None:
        if item.territory not in {"", indicator.territory}:
            text = N_("The indicator is about {own} alone.")
            raise RejectedError("territory", message(text, own=indicator.territory))
        item = replace(item, territory="")
    if indicator.unit is Unit.MILESTONE:
        if item.done is None or item.value is not None or item.numerator is not None:
            raise RejectedError("done", message(N_("A milestone is observed by done (да or нет) alone.")))
        return item
    if item.done is not None:
        raise RejectedError("done", message(N_("Only a milestone is observed by done; give a value.")))
    if item.with_unit and indicator.unit is not Unit.PERCENT:
        raise RejectedError("value", message(N_("The indicator is not counted in percent.")))
    _check_counts(item, indicator)
    return item


def _check_counts(item: Observation, indicator: Indicator) -> None:
    if (item.numerator is None) != (item.denominator is None):
        column = "numerator" if item.numerator is None else "denominator"
        raise RejectedError(column, message(N_("Numerator and denominator go together.")))
    if item.numerator is None or item.denominator is None:
        if item.value is None:
            raise RejectedError("value", message(N_("The row has no value.")))
        if item.value < 0:
            raise RejectedError("value", message(N_("A value is not negative.")))
        return
    if item.denominator <= 0 or item.numerator < 0:
        raise RejectedError("denominator", message(N_("The denominator is above zero, the numerator not below it.")))
    if indicator.unit is not Unit.PERCENT and indicator.per is None:
        raise RejectedError("numerator", message(N_("The indicator is a number, not a share: give a value.")))
    if indicator.unit is Unit.PERCENT and item.numerator > item.denominator:
        raise RejectedError("numerator", message(N_("A part is not greater than the whole.")))
    _check_agreement(item, indicator)


def _check_agreement(item: Observation, indicator: Indicator) -> None:
    """A value beside counts must be their quotient, rounded to the digits that the value has."""
    if item.value is None:
        return
    exponent = item.value.as_tuple().exponent
    digits = -exponent if isinstance(exponent, int) else 0
    if abs(Fraction(item.value) - quotient(item, indicator)) > Fraction(1, 2 * 10 ** max(digits, 0)):
        text = N_("The value contradicts numerator and denominator.")
        raise RejectedError("value", message(text))


def quotient(item: Observation, indicator: Indicator) -> Fraction:
    """The exact quotient of the counts, in percent for a percent indicator."""
    assert item.numerator is not None
    assert item.denominator is not None
    factor = 100 if indicator.unit is Unit.PERCENT else 1
    return factor * Fraction(item.numerator) / Fraction(item.denominator)
