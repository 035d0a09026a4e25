"""Nothing merged, split or left out: per act and list, the items that the text prints and the elements of the file.

The items are counted from the text alone, by the blocks that its headings, dashes, numbers and rows make; for each the
elements whose citations begin in it are counted. Where the two differ, the act itself is the reason, and it stands
in `tests/cases/counts/<id>.yaml` with a reason.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

import rsnms_rules as rr
from rsnms_rules.api.bundled import bundled
from rsnms_rules.model.act import Document, LegalBasis, Point
from rsnms_rules.model.plan import branches
from rsnms_rules.source.act.blocks import Block, Role, blocks
from rsnms_rules.source.act.resolve import ActText, parse_act, resolve
from rsnms_rules.source.act.verify import ITEMS
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases" / "counts"


def items(regulation: rr.Regulation, act: ActText) -> dict[str, list[Block]]:
    """The items that the text prints, by the place of the list: clause, row of a table, or document.

    Words that the file skips (a signature, a heading) are no items.
    """
    skipped = [resolve(act, cite).span or (0, 0) for entry in regulation.model.text.skipped for cite in entry.cite]
    found: dict[str, list[Block]] = {}
    for block in blocks(act):
        out = any(first <= block.span[0] and block.span[1] <= end for first, end in skipped)
        if block.role in {Role.ITEM, Role.ROW, Role.TERM} and not out:
            label = block.label.rpartition(", строка")[0] or block.label
            found.setdefault(label, []).append(block)
    return found


def elements(regulation: rr.Regulation, act: ActText) -> Counter[int]:
    """For each word of the text, how many elements of lists have a citation that begins with it."""
    starts: Counter[int] = Counter()
    for branch in branches(regulation.model):
        if isinstance(branch.value, (*ITEMS, Point, LegalBasis, Document)):
            spans = [span for cite in branch.value.cite if (span := resolve(act, cite).span) is not None]
            starts.update({span[0] for span in spans[:1]})
    return starts


def counts(regulation: rr.Regulation, act: ActText) -> dict[str, tuple[int, int]]:
    """For each list (printed items, elements that begin in them), lists that agree left in."""
    starts = elements(regulation, act)
    return {
        label: (len(found), sum(starts[word] for block in found for word in range(*block.span)))
        for label, found in items(regulation, act).items()
    }


@pytest.mark.parametrize("name", sorted(bundled()))
def test_items_of_the_text_and_elements_of_the_file(name: str, act_texts: Path) -> None:
    act = rr.read_act(act_texts / f"{name}.txt")
    found = {label: pair for label, pair in counts(rr.load(name), act).items() if pair[0] != pair[1]}
    known = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8")) or {}
    said = {label: (case["items"], case["elements"]) for label, case in known.items()}
    assert found == said
    assert all(case["why"] for case in known.values())


TINY = """
spec: 1
id: tiny
tier: regional
territory: {name: Т}
act: {kind: order}
subjects:
  - id: centre
    level: regional
    name: Центр
    cite: "1"
    functions: [{does: Ведёт, concepts: [mms-registry.keep], cite: «ведёт … учит»}]
"""


def test_a_merged_and_a_left_out_item_show() -> None:
    act = parse_act("1. Центр\n\n- ведёт реестр;\n\n- учит;\n\n- судит.")
    assert counts(rr.loads(TINY), act) == {"1": (3, 1)}
