"""SARIF 2.1.0 (OASIS) for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import quote

from rsnms_rules.__about__ import __version__
from rsnms_rules.checks.report import Report, fingerprints
from rsnms_rules.finding import Finding
from rsnms_rules.i18n import message, translate
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.rules import page_of
from rsnms_rules.report.style import Style
from rsnms_rules.rule import Rule

Json = dict[str, object]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
PART = 5_000
"""Results of one part: GitHub shows 5,000 of a run and takes at most 25,000."""


def render(report: Report, style: Style) -> str:
    """The whole report as one run."""
    return next(_logs(report, style, len(report.findings) or 1))


def pages(report: Report, style: Style) -> Iterator[str]:
    """The report in parts that GitHub takes; each part is an analysis of its own category."""
    return _logs(report, style, PART)


def _logs(report: Report, style: Style, size: int) -> Iterator[str]:  # noqa: ARG001
    slugs = sorted(report.rules)
    names = fingerprints(report.findings)
    for number, part in enumerate(report.parts(size), 1):
        start = (number - 1) * size
        run: Json = {
            "tool": {
                "driver": {
                    "name": "rsnms",
                    "semanticVersion": __version__,
                    "rules": [_rule(report.rules[slug]) for slug in slugs],
                }
            },
            "automationDetails": {"id": f"rsnms/part-{number}/"},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder in which rsnms was run."}}},
            "results": [
                _result(finding, slugs.index(finding.rule), name)
                for finding, name in zip(part.findings, names[start : start + size], strict=True)
            ],
        }
        yield dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> Json:
    sentence = translate(rule.sentence)
    own = page_of(rule.slug)
    shape: Json = {
        "id": rule.slug,
        "shortDescription": {"text": sentence},
        "defaultConfiguration": {"level": rule.severity.value},
    }
    if own is not None:
        text = f"{own.why} {own.condition} {own.remedy}"
        shape["fullDescription"] = {"text": f"{sentence} {own.why}"}
        shape["help"] = {
            "text": text,
            "markdown": f"{own.why}\n\n{own.condition}\n\n**{own.remedy}**\n\n{own.authority}",
        }
    return shape


def _result(finding: Finding, index: int, name: str) -> Json:
    cite = "; ".join(finding.cite)
    remedy = f" {finding.remedy}" if finding.remedy else ""
    region = {"startLine": finding.location.line, "startColumn": finding.location.column}
    place: Json = {"physicalLocation": {"artifactLocation": _artifact(finding.location.file), "region": region}}
    if finding.element:
        place["logicalLocations"] = [{"fullyQualifiedName": finding.element, "kind": "element"}]
    shape: Json = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity.value,
        "message": {"text": f"{finding.message}{remedy}" + (f" [{cite}]" if cite else "")},
        "locations": [place],
        "partialFingerprints": {"primaryLocationLineHash": f"{name}:1", "rsnms/1": name},
        "properties": {"cite": list(finding.cite)},
    }
    if finding.waived is not None:
        told = message(
            "{reason} ({who}, {until})",
            reason=finding.waived.reason,
            who=finding.waived.approved_by,
            until=finding.waived.expires.isoformat(),
        )
        shape["suppressions"] = [{"kind": "external", "status": "accepted", "justification": str(told)}]
    return shape


def _artifact(file: str) -> Json:
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix(), errors="surrogateescape"), "uriBaseId": "SRCROOT"}
