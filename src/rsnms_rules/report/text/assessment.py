"""An assessment for people: all indicators by period, and last what is missed, with gap and row of the act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from rsnms_rules.i18n import N_, language, message, translate
from rsnms_rules.indicators.assess import Assessment
from rsnms_rules.indicators.outcome import Result, Status
from rsnms_rules.indicators.quantity import shown
from rsnms_rules.model.indicator import Target
from rsnms_rules.model.vocabulary import Unit
from rsnms_rules.questions.base import act_words
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import BOLD, DIM, GREEN, RED, YELLOW, painted, paragraph

COLOURS = {Status.MET: GREEN, Status.MISSED: RED, Status.PENDING: DIM, Status.NO_DATA: YELLOW}
UNITS = {
    Unit.PERCENT: N_("{number} %"),
    Unit.COUNT: N_("{number} units"),
    Unit.PERSONS: N_("{number} people"),
    Unit.MILESTONE: "{number}",
}
GAPS = {**UNITS, Unit.PERCENT: N_("{number} percentage points")}


def assessment(found: Sequence[Assessment], style: Style) -> str:
    """The assessments of one or several regulations."""
    return "\n".join("\n".join(_one(item, style)) + "\n" for item in found)


def _one(item: Assessment, style: Style) -> Iterator[str]:
    day = item.as_of.isoformat()
    head = message(N_("{territory}: indicators as of {day}"), territory=item.territory, day=day)
    yield from (painted(line, BOLD, style) for line in paragraph(str(head), style))
    counts = ", ".join(f"{status.label}: {len(item.of(status))}" for status in Status if item.of(status))
    yield from paragraph(counts or translate(N_("The act has no indicators.")), style)
    for indicator, results in groupby(item.results, key=lambda result: result.indicator):
        yield ""
        yield from _overview(indicator, list(results), style)
    for result in item.missed:
        yield ""
        yield from _missed(result, style)
    yield from _rejected(item, style)


def _name(result: Result) -> str:
    named = result.subject is not None and result.subject.name
    own = f" ({result.territory})" if result.territory else ""
    unnamed = result.indicator or translate(N_("all indicators"))
    return f"{named or unnamed}{own}"


def _number(value: Fraction, result: Result) -> str:
    """A number as people write it, with a decimal comma in Russian."""
    bounds = [Fraction(0)]
    if result.target is not None:
        bounds += [Fraction(b) for b in (result.target.at_least, result.target.at_most) if b is not None]
    text = shown(value, against=bounds)
    return text.replace(".", ",") if language() == "ru" else text


def _quantity(value: Fraction, result: Result, units: dict[Unit, str]) -> str:
    unit = result.subject.unit if result.subject is not None else Unit.COUNT
    return str(message(units[unit], number=_number(value, result)))


def _required(target: Target, result: Result) -> str:
    parts = []
    if target.at_least is not None:
        parts.append(message(N_("at least {value}"), value=_quantity(Fraction(target.at_least), result, UNITS)))
    if target.at_most is not None:
        parts.append(message(N_("at most {value}"), value=_quantity(Fraction(target.at_most), result, UNITS)))
    if target.done is not None:
        parts.append(message(N_("must be done")))
    return ", ".join(map(str, parts))


def _observed(result: Result) -> str:
    if result.value is not None:
        return _quantity(result.value, result, UNITS)
    if result.done is not None:
        return translate(N_("done")) if result.done else translate(N_("not done"))
    return "—"


def _missed(result: Result, style: Style) -> Iterator[str]:
    head = f"{result.status.label.upper()} · {result.period} · {_name(result)}"
    for line in paragraph(head, style, hanging=2):
        yield painted(line, RED, style)
    assert result.target is not None
    said = message(
        N_("target: {target}; observed: {value}"), target=_required(result.target, result), value=_observed(result)
    )
    text = str(said)
    if result.gap is not None:
        text += "; " + str(message(N_("lacking: {gap}"), gap=_quantity(result.gap, result, GAPS)))
    yield from paragraph(text, style, indent=1, hanging=2)
    for note in result.notes:
        yield from paragraph(str(note), style, indent=1, hanging=2)
    if result.cite:
        yield from paragraph(f"{result.regulation}, {'; '.join(result.cite)}", style, indent=1, hanging=2)
    for words in act_words(result.regulation, result.cite, style.quote):
        yield from paragraph(str(words), style, indent=2)


def _overview(indicator: str, results: list[Result], style: Style) -> Iterator[str]:
    """All periods of one indicator, a line each: period, status, observed value, target, notes."""
    yield from paragraph(f"{_name(results[0])} [{indicator or '—'}]", style, hanging=2)
    status_width = max(len(status.label) for status in Status)
    period_width = max(len(result.period) for result in results)
    for result in results:
        status = result.status.label.ljust(status_width)
        parts = [f"{result.period:<{period_width}}  {status}  {_observed(result)}"]
        if result.target is not None:
            parts.append(f"({_required(result.target, result)})")
        parts += [f"— {note}" for note in result.notes]
        lines = paragraph(" ".join(parts), style, indent=1, hanging=period_width + status_width + 4)
        yield from (line.replace(status, painted(status, COLOURS.get(result.status, DIM), style), 1) for line in lines)


def _rejected(item: Assessment, style: Style) -> Iterator[str]:
    if not item.rejected:
        return
    yield ""
    yield painted(str(message(N_("Rejected rows: {count}"), count=len(item.rejected))), BOLD, style)
    for row in item.rejected:
        where = message(N_("row {row}, column {column}"), row=row.row, column=row.column)
        yield from paragraph(f"{where} («{row.value}»): {row.reason}", style, indent=1, hanging=2)
