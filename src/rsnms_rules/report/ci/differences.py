"""Differences as Markdown, for the comment on a pull request."""

from __future__ import annotations

from rsnms_rules.differences.diff import Change
from rsnms_rules.differences.kinds import Area
from rsnms_rules.i18n import N_, translate
from rsnms_rules.report.ci.markdown import cell
from rsnms_rules.report.differences import Compared, Words, accepted
from rsnms_rules.report.style import Style


def render(answer: Compared, style: Style) -> str:  # noqa: ARG001
    """A table for each area, and what one of the texts does not tell."""
    found, words = answer.found, Words(answer.found, answer.catalogue)
    lines = [f"### {cell(answer.a)} → {cell(answer.b)}", ""]
    if not found:
        lines.append(translate(N_("No differences.")))
    for area in Area:
        changes = found.of(area)
        if changes:
            columns = [translate(N_("what happened")), translate(N_("judgement")), translate(N_("element")), "A", "B"]
            lines += [f"\n#### {area.label}\n", f"| {' | '.join(columns)} |", "|---|---|---|---|---|"]
            lines += [_row(change, words) for change in changes]
    if found.unknown:
        lines.append("\n#### " + translate(N_("Unknown, because the text at hand lacks it:")) + "\n")
        lines += [f"- `{gap.element}`: {cell(str(gap.why))} ({gap.regulation})" for gap in found.unknown]
    return "\n".join(lines) + "\n"


def _row(change: Change, words: Words) -> str:
    fields = map(words.field, change.fields)
    text = "<br>".join([cell(words.head(change)), *map(cell, fields)])
    if change.waived is not None:
        text = f"~~{text}~~ {cell(accepted(change))}"
    cites = [cell("; ".join(cite)) for cite in (change.cite_a, change.cite_b)]
    return f"| {change.kind.label} | {change.judgement.label} | {text} | {cites[0]} | {cites[1]} |"
