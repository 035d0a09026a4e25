"""Differences as Markdown, for the comment on a pull request."""

from __future__ import annotations

from rsnms_rules.differences.diff import Change, Diff
from rsnms_rules.differences.kinds import Area
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.report.ci.markdown import cell
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.diff import shown


def render(answer: tuple[Diff, CatalogueFile], style: Style) -> str:  # noqa: ARG001
    """A table for each area, and what one of the texts does not tell."""
    found, _ = answer
    lines = [f"### {cell(found.a)} → {cell(found.b)}", ""]
    if not found:
        lines.append(translate(N_("No differences.")))
    for area in Area:
        changes = found.of(area)
        if changes:
            columns = [translate(N_("what happened")), translate(N_("judgement")), translate(N_("element")), "A", "B"]
            lines += [f"\n#### {area.label}\n", f"| {' | '.join(columns)} |", "|---|---|---|---|---|"]
            lines += map(_row, changes)
    if found.unknown:
        lines.append("\n#### " + translate(N_("Unknown, because the text at hand lacks it:")) + "\n")
        lines += [f"- `{gap.element}`: {cell(str(gap.why))} ({gap.regulation})" for gap in found.unknown]
    return "\n".join(lines) + "\n"


def _row(change: Change) -> str:
    fields = (f"{one.field.name}: {shown(one.field.a)} → {shown(one.field.b)}" for one in change.fields)
    text = "<br>".join([cell(change.fact.item.label), *map(cell, fields)])
    if change.waived is not None:
        until, who = change.waived.expires.isoformat(), change.waived.approved_by
        told = message(
            N_("Accepted until {day} by {who}: {why}."), day=until, who=who, why=change.waived.reason.rstrip(".")
        )
        text = f"~~{text}~~ {cell(str(told))}"
    cites = [cell("; ".join(cite)) for cite in (change.cite_a, change.cite_b)]
    return f"| {change.kind.label} | {change.judgement.label} | {text} | {cites[0]} | {cites[1]} |"
