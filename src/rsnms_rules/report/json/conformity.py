"""A district's act against its region's, as JSON."""

from __future__ import annotations

from rsnms_rules.differences.conformity import Conformance
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.shapes import ConformsShape
from rsnms_rules.report.style import Style


def conformance(answer: tuple[Conformance, CatalogueFile], style: Style) -> str:  # noqa: ARG001
    """The answer of `rsnms conforms`."""
    found, _ = answer
    shape: ConformsShape = {
        "schema": "rsnms/conforms/1",
        "district": found.district,
        "region": found.region,
        "results": [
            {
                "status": line.status.value,
                "sort": line.sort,
                "element": line.element,
                "concept": line.concept,
                "found": list(line.found),
                "cite": list(line.cite),
                "found_cite": list(line.found_cite),
                "how": [*map(str, line.how), *(field.name for field in line.fields)],
                "why": str(line.why) if line.why is not None else None,
            }
            for line in found.lines
        ],
        "own": [
            {
                "element": own.element,
                "concept": own.concept,
                "copied_from": list(own.copied),
                "cite": list(own.cite),
            }
            for own in found.own
        ],
    }
    return dumps(shape)
