"""A district's act against its region's, for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rsnms_rules.differences.conforming.statuses import Conformity, Line
from rsnms_rules.differences.conformity import Conformance
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.report.differences import Words
from rsnms_rules.report.style import Style
from rsnms_rules.report.text.page import BOLD, painted, paragraph

_HEADINGS = {"functions": N_("Duties"), "channels": N_("Channels"), "indicators": N_("Indicators")}


def conformance(answer: tuple[Conformance, CatalogueFile], style: Style) -> str:
    """What is absent first, then what is another's, narrower, wider; then the district's own."""
    return "\n".join(_lines(*answer, style)) + "\n"


def _lines(found: Conformance, catalogue: CatalogueFile, style: Style) -> Iterator[str]:
    words = Words(None, catalogue)
    yield painted(f"{found.district} ⊂ {found.region}", BOLD, style)
    counts = Counter(line.status for line in found.lines if line.sort == "functions")
    summary = (f"{status.label}: {counts[status]}" for status in Conformity if counts[status])
    told = message("{what}: {counts}", what=translate(N_("Duties")), counts=", ".join(summary) or "—")
    yield from paragraph(str(told), style)
    for sort, heading in _HEADINGS.items():
        lines = [line for line in found.lines if line.sort == sort]
        if not lines:
            continue
        yield f"\n{painted(translate(heading), BOLD, style)}"
        for status in (Conformity.ABSENT, *(one for one in Conformity if one is not Conformity.ABSENT)):
            for line in lines:
                if line.status is status:
                    yield from _line(line, words, style)
    if found.own:
        yield ""
        yield painted(translate(N_("The district's own")), BOLD, style)
        for own in found.own:
            yield from paragraph(f"+ {own.body}: {own.label}", style, indent=1, hanging=2)
            if own.copied:
                told = message(N_("the region gives it to: {names}"), names=", ".join(own.copied))
                yield from paragraph(str(told), style, indent=3)
            yield from paragraph("; ".join(own.cite), style, indent=3)


def _line(line: Line, words: Words, style: Style) -> Iterator[str]:
    body = f"{line.body}: " if line.body else ""
    yield from paragraph(f"{line.status.label} — {body}{line.label}", style, indent=1, hanging=2)
    yield from paragraph(f"A: {'; '.join(line.cite)}", style, indent=3, hanging=2)
    if line.found:
        by = f"{', '.join(line.by)}: " if line.by else ""
        yield from paragraph(f"B: {by}{'; '.join(line.found_cite)}", style, indent=3, hanging=2)
    for text in line.how:
        yield from paragraph(f"~ {text}", style, indent=3, hanging=2)
    for field in line.fields:
        a, b = words.value(field.name, field.a), words.value(field.name, field.b)
        yield from paragraph(f"~ {words.name(field.name)}: {a} → {b}", style, indent=3, hanging=2)
    if line.why is not None:
        yield from paragraph(str(line.why), style, indent=3)
