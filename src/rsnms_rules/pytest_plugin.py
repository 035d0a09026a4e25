"""A pytest plugin: `pytest --rsnms` adds one test for each regulation and rule, by the configuration of `rsnms check`.

A test fails where `rsnms check` would fail; other findings, and accepted ones, are shown in the test's report.
"""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rsnms_rules.checks.report import Report
    from rsnms_rules.finding import Finding


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--rsnms` and `--rsnms-as-of`."""
    group = parser.getgroup("rsnms")
    group.addoption(
        "--rsnms",
        action="store_true",
        help="one test for each regulation and rule, by the nearest rsnms.toml",
    )
    group.addoption("--rsnms-as-of", metavar="YYYY-MM-DD", help="day of the check (default: today)")


def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add the tests of the regulations to those that were collected."""
    if config.getoption("--rsnms"):
        items.extend(_tests(session, _report(config)))


def _report(config: pytest.Config) -> Report:
    from rsnms_rules.api.checking import Choice, check
    from rsnms_rules.api.config import find_config
    from rsnms_rules.cli.options import parse_as_of
    from rsnms_rules.cli.parser import CallError
    from rsnms_rules.errors import RsnmsError
    from rsnms_rules.i18n import LANGUAGES, set_language

    set_language(os.environ.get("RSNMS_LANG") or LANGUAGES[0])
    try:
        day = config.getoption("--rsnms-as-of")
        found = find_config(start=config.invocation_params.dir)
        if not found.paths:
            raise pytest.UsageError("rsnms: name what to check in «paths» of rsnms.toml")
        return check(
            found.paths,
            folders=found.regulations,
            observations=found.observations,
            as_of=parse_as_of(day),
            sources=found.sources,
            waivers=found.waivers,
            choice=Choice(found.select, found.ignore, found.severities, found.fail_on),
        )
    except (RsnmsError, CallError, ValueError) as error:
        raise pytest.UsageError(f"rsnms: {error}") from None


def _tests(session: pytest.Session, report: Report) -> Iterator[RuleItem]:
    """A test for each regulation and rule, and one for each other file and rule that has findings."""
    ids = {one.file: one.id for one in report.ran}
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        file = finding.location.file
        found[ids.get(file, file), finding.rule].append(finding)
    keys = {(one.id, rule) for one in report.ran for rule in one.rules} | set(found)
    for name, rule in sorted(keys):
        item = RuleItem.from_parent(session, name=f"rsnms[{name}-{rule}]")
        item.report, item.findings = report, found[name, rule]
        yield item


class RuleItem(pytest.Item):
    """One rule over one regulation."""

    report: Report
    findings: list[Finding]

    def runtest(self) -> None:
        """Fail where a finding is at or above the failing severity and nobody accepted it."""
        told = "\n".join(str(finding) for finding in self.findings)
        if any(map(self.report.fails, self.findings)):
            raise FindingsError(told)
        if told:
            self.add_report_section("call", "rsnms", told)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:  # noqa: ARG002
        """The findings, without a traceback."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[str, int | None, str]:
        """Where the regulation's file is."""
        file = self.findings[0].location.file if self.findings else str(self.path)
        return file, None, self.name


class FindingsError(Exception):
    """Findings that make a check fail."""
