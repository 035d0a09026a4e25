"""What a check found: the findings, and what was run over what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from rsnms_rules.finding import Finding
from rsnms_rules.rule import Rule, Severity


class Ran(NamedTuple):
    """A regulation that was checked: its id, its file, and the slugs of the rules that could run over it."""

    id: str
    file: str
    rules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check.

    Attributes:
        findings: all of them, in the order of files and lines; accepted ones are marked by `waived`.
        rules: cards of all rules that may have findings here, by slug, with the severities chosen.
        ran: the regulations that were checked, in the order of the files.
        fail_on: least severity at which the check fails.
    """

    findings: tuple[Finding, ...]
    rules: Mapping[str, Rule]
    ran: tuple[Ran, ...] = ()
    fail_on: Severity = Severity.ERROR

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has accepted."""
        return tuple(finding for finding in self.findings if finding.waived is None)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that a waiver accepts."""
        return tuple(finding for finding in self.findings if finding.waived is not None)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many open findings there are of each severity."""
        found = Counter(finding.severity for finding in self.open)
        return {severity: found[severity] for severity in Severity}

    def fails(self, finding: Finding) -> bool:
        """Whether this finding makes the check fail."""
        return finding.waived is None and finding.severity.weighs(self.fail_on)

    @property
    def failed(self) -> bool:
        """Whether an open finding is at or above the failing severity."""
        return any(map(self.fails, self.findings))

    def parts(self, size: int) -> Iterator[Report]:
        """The same report in parts of at most `size` findings, at least one."""
        for start in range(0, max(len(self.findings), 1), size):
            yield replace(self, findings=self.findings[start : start + size])


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule, and findings of it to be explained: none where the rule itself was asked about."""

    rule: Rule
    findings: tuple[Finding, ...] = ()


def fingerprints(found: Sequence[Finding]) -> tuple[str, ...]:
    """A fingerprint for each finding, in their order, that none of the others has: twins get a number."""
    seen: Counter[str] = Counter()
    names = []
    for finding in found:
        base = finding.fingerprint
        seen[base] += 1
        names.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return tuple(names)
