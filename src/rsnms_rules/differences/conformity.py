"""Whether a district's act carries what its region's act gives to the municipal and institutional levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms_rules.differences.conforming.duties import Duties
from rsnms_rules.differences.conforming.rest import channel_lines, indicator_lines
from rsnms_rules.differences.conforming.statuses import Conformity, Line, Own
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.regulation import RegulationFile


@dataclass(frozen=True, slots=True)
class Conformance:
    """A district's act against its region's."""

    district: str
    region: str
    lines: tuple[Line, ...]
    own: tuple[Own, ...]

    def of(self, status: Conformity) -> tuple[Line, ...]:
        """The lines of one status."""
        return tuple(line for line in self.lines if line.status is status)


def conform(district: RegulationFile, region: RegulationFile, catalogue: CatalogueFile) -> Conformance:
    """Hold a district's act against its region's, by the concepts of duties, channels and indicators."""
    duties = Duties(district, region, catalogue)

    def lines() -> Iterator[Line]:
        yield from duties.lines()
        yield from channel_lines(district, region, catalogue)
        yield from indicator_lines(district, region, catalogue)

    return Conformance(district.id, region.id, tuple(lines()), tuple(duties.own()))
