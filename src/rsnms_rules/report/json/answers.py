"""Answers to questions as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rsnms_rules.indicators.assess import Assessment
from rsnms_rules.indicators.outcome import Result, Status
from rsnms_rules.indicators.quantity import shown
from rsnms_rules.model.plain import plain
from rsnms_rules.model.vocabulary import Mode
from rsnms_rules.questions.ask.answer import Answer, Item
from rsnms_rules.questions.base import Duty, Unknown
from rsnms_rules.questions.channels import Channels, Way
from rsnms_rules.questions.functions import SubjectFunctions
from rsnms_rules.questions.who import Responsibilities
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.shapes import (
    AskedShape,
    AskShape,
    AssessShape,
    ChannelsShape,
    DutyShape,
    FunctionShape,
    FunctionsShape,
    ResultShape,
    StatusWord,
    UnknownShape,
    WayShape,
    WhoShape,
)
from rsnms_rules.report.style import Style

STATUSES: dict[Status, StatusWord] = {
    Status.MET: "met",
    Status.MISSED: "missed",
    Status.PENDING: "pending",
    Status.NO_DATA: "no-data",
    Status.NO_TARGET: "no-target",
    Status.UNKNOWN: "unknown",
}


def _duty(item: Duty) -> DutyShape:
    return {
        "regulation": item.regulation,
        "subject": item.subject,
        "element": item.element,
        "does": item.does,
        "cite": list(item.cite),
        "score": item.score,
    }


def _unknown(gaps: Sequence[Unknown]) -> list[UnknownShape]:
    return [{"regulation": gap.regulation, "element": gap.element, "why": str(gap.why)} for gap in gaps]


def who(found: Responsibilities, style: Style) -> str:  # noqa: ARG001
    """The answer of `rsnms who`."""
    shape: WhoShape = {
        "schema": "rsnms/who/1",
        "leaders": [_duty(item) for item in found.leaders],
        "participants": [_duty(item) for item in found.participants],
        "joint": [_duty(item) for item in found.joint],
        "unknown": _unknown(found.unknown),
    }
    return dumps(shape)


def ask(found: Answer, style: Style) -> str:  # noqa: ARG001
    """The answer of `rsnms ask`."""
    shape: AskShape = {
        "schema": "rsnms/ask/1",
        "question": found.question,
        "kind": found.kind,
        "text": str(found.text),
        "grade": found.grade.value,
        "unknown": found.unknown,
        "answers": [_asked(item) for item in found.items],
        "nearest": [_asked(item) for item in found.nearest],
        "missing": _unknown(found.why),
    }
    return dumps(shape)


def _asked(item: Item) -> AskedShape:
    return {
        "id": item.id,
        "regulation": item.regulation,
        "kind": item.kind,
        "label": str(item.label),
        "value": str(item.value),
        "cite": list(item.cite),
        "score": item.score,
    }


def functions(found: Sequence[SubjectFunctions], style: Style) -> str:  # noqa: ARG001
    """The answer of `rsnms functions`."""
    shape: FunctionsShape = {
        "schema": "rsnms/functions/1",
        "functions": [
            _function(answer, item, joint=joint)
            for answer in found
            for joint, items in ((False, answer.own), (True, answer.joint))
            for item in items
        ],
        "unknown": _unknown([gap for answer in found for gap in answer.unknown]),
    }
    return dumps(shape)


def _function(answer: SubjectFunctions, item: Duty, *, joint: bool) -> FunctionShape:
    return {
        "regulation": item.regulation,
        "subject": answer.subject.id,
        "element": item.element,
        "does": item.does,
        "mode": "leads" if item.mode is Mode.LEADS else "participates",
        "joint": joint,
        "concepts": list(item.concepts),
        "with": list(item.partners),
        "cite": list(item.cite),
    }


def _way(way: Way) -> WayShape:
    return {
        "regulation": way.regulation,
        "element": way.element,
        "kind": way.kind,
        "name": way.name,
        "between": list(way.parties),
        "cite": list(way.cite),
    }


def channels(found: Sequence[Channels], style: Style) -> str:  # noqa: ARG001
    """The answer of `rsnms channels`."""
    shape: ChannelsShape = {
        "schema": "rsnms/channels/1",
        "channels": [_way(way) for answer in found for way in answer.channels],
        "mechanisms": [_way(way) for answer in found for way in answer.mechanisms],
        "interactions": [
            {
                "regulation": contact.regulation,
                "element": contact.element,
                "how": contact.how,
                "subject": contact.subject,
                "partner": contact.partner,
                "to": list(contact.to),
                "does": contact.does,
                "cite": list(contact.cite),
            }
            for answer in found
            for contact in answer.contacts
        ],
        "unknown": _unknown([gap for answer in found for gap in answer.unknown]),
    }
    return dumps(shape)


def assessment(found: Sequence[Assessment], style: Style) -> str:  # noqa: ARG001
    """The answer of `rsnms assess`."""
    shape: AssessShape = {
        "schema": "rsnms/assess/1",
        "results": [_result(result) for one in found for result in one.results],
        "rejected": [
            {"row": row.row, "column": row.column, "value": row.value, "reason": str(row.reason)}
            for row in sorted({row for one in found for row in one.rejected}, key=lambda row: (row.row, row.column))
        ],
    }
    return dumps(shape)


def _result(result: Result) -> ResultShape:
    target = plain(result.target, number=lambda value: f"{value:f}") if result.target is not None else None
    bounds: list[Decimal] = []
    if result.target is not None:
        bounds = [bound for bound in (result.target.at_least, result.target.at_most) if bound is not None]
    return {
        "regulation": result.regulation,
        "indicator": result.indicator,
        "period": result.period,
        "territory": result.territory,
        "status": STATUSES[result.status],
        "target": dict(target) if isinstance(target, dict) else None,
        "value": shown(result.value, against=bounds) if result.value is not None else None,
        "gap": shown(result.gap, against=[Decimal(0)]) if result.gap is not None else None,
        "cite": list(result.cite),
    }
