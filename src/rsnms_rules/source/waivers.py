"""Files of waivers: read strictly, written for a start."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping

from rsnms_rules.finding import Acceptance, Fault, Finding, nearest
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.waiver import WaiverFile
from rsnms_rules.source.file import Read, read_file
from rsnms_rules.source.writer import write

HEAD = "# Findings that are accepted: rule, element, reason, who approved, and the last day on which it holds.\n"


def read_waivers(data: bytes | str, file: str, rules: Collection[str]) -> Read[WaiverFile]:
    """Read a file of waivers; a rule that is none of `rules` is a fault."""
    return read_file(data, file, WaiverFile, lambda filled: _faults(filled, rules))


def _faults(data: object, rules: Collection[str]) -> Iterator[Fault]:
    entries = data.get("waivers") if isinstance(data, dict) else None
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        if not isinstance(entry, dict):
            continue
        rule, element = entry.get("rule"), entry.get("element")
        if isinstance(rule, str) and rule not in rules:
            text = message(N_("There is no rule «{name}» whose findings can be accepted."), name=rule)
            remedy = nearest(rule, sorted(rules)) or message(N_("«rsnms rules» lists them."))
            yield Fault("dangling-reference", ("waivers", index, "rule"), text, remedy)
        if isinstance(element, str) and ":" not in element and not (isinstance(data, dict) and data.get("regulation")):
            text = message(N_("«{element}» does not say of which regulation."), element=element)
            remedy = message(N_("Write ID:{element}, or «regulation: ID» at the head of the file."), element=element)
            yield Fault("dangling-reference", ("waivers", index, "element"), text, remedy)


def added(known: str | None, regulation: str | None, findings: Iterable[Finding], acceptance: Acceptance) -> str:
    """The text of a file with one more waiver for each finding; what it holds, comments too, stays as it is.

    Args:
        known: the text of the file so far, None for a new one.
        regulation: the one that the whole file is about, if it says so.
        findings: what is accepted.
        acceptance: why, by whom, until when.
    """
    entries: list[Mapping[str, object]] = [
        {
            "rule": finding.rule,
            "element": finding.element.removeprefix(f"{regulation}:") if regulation else finding.element,
            "fingerprint": finding.fingerprint,
            "reason": acceptance.reason,
            "approved_by": acceptance.approved_by,
            "expires": acceptance.expires,
        }
        for finding in findings
    ]
    if known is None:
        return HEAD + write({"spec": 1, "waivers": entries})
    indent = re.search(r"^waivers:\s*\n((?:\s*#.*\n|\s*\n)*)( *)- ", known, re.MULTILINE)
    text = textwrap.indent(write(entries), indent[2] if indent else "  ") if entries else ""
    return known.rstrip("\n") + "\n" + text
