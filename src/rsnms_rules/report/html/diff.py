"""Differences side by side: one page, A on the left, B on the right, each with its clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from rsnms_rules.differences.diff import Change
from rsnms_rules.differences.kinds import Area, Item, Judgement
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.report.differences import Compared, Words, accepted, likeness
from rsnms_rules.report.html import page
from rsnms_rules.report.style import Style

_LABELS = {
    "advice": N_("This is no legal advice; what binds is the act."),
    "elsewhere": N_("elsewhere:"),
    "find": N_("find"),
    "none": N_("No differences."),
    "nothing": N_("not here"),
    "show": N_("Show"),
    "unknown": N_("Unknown, because the text at hand lacks it:"),
    "what": N_("what happened"),
}


def render(answer: Compared, style: Style) -> str:  # noqa: ARG001
    """The whole page."""
    found, words = answer.found, Words(answer.found, answer.catalogue)
    counts = Counter(change.judgement for change in found.changes)
    return page(
        "diff.html",
        title=f"{answer.a} → {answer.b}",
        a=answer.a,
        b=answer.b,
        say={name: translate(text) for name, text in _LABELS.items()},
        counts=[(one.value, one.label, counts[one]) for one in Judgement if counts[one]],
        areas=[
            (area.value, area.label, len(found.of(area)), list(_themes(words, area))) for area in Area if found.of(area)
        ],
        unknown=[(gap.element, gap.regulation, str(gap.why), "; ".join(gap.cite)) for gap in found.unknown],
    )


def _themes(words: Words, area: Area) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for theme, changes in words.themed(area):
        yield theme, [_row(change, words) for change in changes]


def _row(change: Change, words: Words) -> dict[str, Any]:
    return {
        "kind": change.kind.label,
        "judgement": change.judgement.label,
        "slug": change.judgement.value,
        "near": likeness(change),
        "fingerprint": change.fingerprint,
        "a": _side(change.fact.a, words),
        "b": _side(change.fact.b, words),
        "fields": [
            {
                "name": words.name(one.field.name),
                "a": words.value(one.field.name, one.field.a),
                "b": words.value(one.field.name, one.field.b),
                "judgement": one.judgement.label,
                "slug": one.judgement.value,
                "reading": translate(N_("(an encoder's reading)")) if one.field.reading else "",
            }
            for one in change.fields
        ],
        "elsewhere": [_side(item, words) for item in change.fact.elsewhere],
        "accepted": accepted(change),
    }


def _side(item: Item | None, words: Words) -> dict[str, str] | None:
    if item is None:
        return None
    body = words.body(item.owner, item.element) if item.owner and item.area is not Area.SUBJECTS else ""
    cite = "; ".join(item.cite) or str(message("{element}", element=item.element))
    return {"body": body, "label": item.label, "cite": cite, "element": item.element}
