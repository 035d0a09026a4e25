"""JUnit XML as CI systems read it: a suite per file, a case per rule that passed and per finding.

A finding that fails the check is a failure; one that does not is a passed case that says it; an accepted one is
skipped, with the reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree

from rsnms_rules.checks.report import Ran, Report
from rsnms_rules.finding import Finding
from rsnms_rules.report.style import Style

_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 has no way to write."""


def render(report: Report, style: Style) -> str:  # noqa: ARG001
    """The report as one document."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_file[finding.location.file].append(finding)
    checked = {one.file: one for one in report.ran}
    suites = [_suite(report, file, checked.get(file), by_file[file]) for file in sorted({*by_file, *checked})]
    root = ElementTree.Element("testsuites", _totals(suites) | {"name": "rsnms check"})
    root.extend(suites)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(report: Report, file: str, ran: Ran | None, found: list[Finding]) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", {"name": _clean(file)})
    suite.extend(_case(report, finding) for finding in found)
    if ran is not None:
        suite.extend(_passed(ran, {finding.rule for finding in found}))
    totals = {"tests": str(len(suite)), "errors": "0"}
    for kind in ("failure", "skipped"):
        totals["failures" if kind == "failure" else kind] = str(len(suite.findall(f"testcase/{kind}")))
    for key, value in totals.items():
        suite.set(key, value)
    return suite


def _case(report: Report, finding: Finding) -> ElementTree.Element:
    at = finding.location
    case = ElementTree.Element(
        "testcase",
        {
            "classname": _clean(finding.element or at.file),
            "name": finding.rule,
            "file": _clean(at.file),
            "line": str(at.line),
        },
    )
    text = _clean("\n".join([str(finding), *finding.cite]))
    if finding.waived is not None:
        until = finding.waived.expires.isoformat()
        said = f"{finding.waived.reason} ({finding.waived.approved_by}, {until})"
        ElementTree.SubElement(case, "skipped", {"message": _clean(said)}).text = text
    elif report.fails(finding):
        told = {"message": _clean(str(finding.message)), "type": finding.severity.value}
        ElementTree.SubElement(case, "failure", told).text = text
    else:
        ElementTree.SubElement(case, "system-out").text = text
    return case


def _passed(ran: Ran, fired: set[str]) -> Iterator[ElementTree.Element]:
    for slug in sorted(ran.rules - fired):
        yield ElementTree.Element("testcase", {"classname": ran.id, "name": slug})


def _totals(suites: list[ElementTree.Element]) -> dict[str, str]:
    keys = ("tests", "failures", "errors", "skipped")
    return {key: str(sum(int(suite.get(key, "0")) for suite in suites)) for key in keys}


def _clean(text: str) -> str:
    return _BAD.sub("\N{REPLACEMENT CHARACTER}", text)
