"""What `verify` and `new` have to say of an encoding, as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.shapes import (
    ChangeShape,
    EditionShape,
    FateWord,
    NewShape,
    VerifyAllShape,
    VerifyOneShape,
    VerifyShape,
)
from rsnms_rules.report.style import Style
from rsnms_rules.source.act.lock import Edition, Fate
from rsnms_rules.source.act.verify import Verification

FATES: dict[Fate, FateWord] = {Fate.CHANGED: "changed", Fate.MOVED: "moved", Fate.VANISHED: "vanished"}


def verification(found: Sequence[Verification], style: Style) -> str:  # noqa: ARG001
    """The answer of `rsnms verify`; several regulations stand in a list."""
    if len(found) == 1:
        one = _verified(found[0])
        shape: VerifyShape = {
            "schema": "rsnms/verify/1",
            "coverage": one["coverage"],
            "words": one["words"],
            "quoted": one["quoted"],
            "bare": one["bare"],
            "skipped": one["skipped"],
            "uncited": one["uncited"],
            "citations": one["citations"],
            "todo": one["todo"],
            "edition": one["edition"],
        }
        return dumps(shape)
    several: VerifyAllShape = {"schema": "rsnms/verify/1", "regulations": [_verified(item) for item in found]}
    return dumps(several)


def _verified(item: Verification) -> VerifyOneShape:
    return {
        "regulation": item.regulation,
        "coverage": item.coverage_text,
        "words": item.words,
        "quoted": item.quoted,
        "bare": item.bare,
        "skipped": item.skipped,
        "uncited": [{"line": free.line, "text": free.text} for free in item.uncited],
        "citations": [
            {"element": f"{item.regulation}:{cited.element}", "status": cited.status.value} for cited in item.citations
        ],
        "todo": [{"element": f"{item.regulation}:{left.element}", "field": left.field} for left in item.todo],
        "edition": _edition(item.regulation, item.edition) if item.edition is not None else None,
    }


def _edition(regulation: str, edition: Edition) -> EditionShape:
    changes: list[ChangeShape] = [
        {
            "element": f"{regulation}:{change.element}",
            "cite": change.cite,
            "change": FATES[change.fate],
            "line": change.line or None,
            "place": change.place or None,
        }
        for change in edition.changes
    ]
    return {"same": edition.same, "changes": changes, "stale": [f"{regulation}:{name}" for name in edition.stale]}


def draft(data: Mapping[str, object], style: Style) -> str:  # noqa: ARG001
    """The answer of `rsnms new`: the fields of the file."""
    shape: NewShape = {"schema": "rsnms/new/1", "regulation": dict(data)}
    return dumps(shape)
