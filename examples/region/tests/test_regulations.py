"""`pytest --rsnms` adds one test per regulation and rule; tests of one's own stand beside them."""

from __future__ import annotations

from pathlib import Path

import rsnms_rules as rr

REGULATION = Path(__file__).parents[1] / "regulations" / "zarechye.yaml"


def test_the_centre_answers_for_requests() -> None:
    """The duty that everything else in this region hangs on."""
    found = rr.load(REGULATION).who(concept="needs.study")
    assert [duty.subject for duty in found.leaders] == ["cmr"]
