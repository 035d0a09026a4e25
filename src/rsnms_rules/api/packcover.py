"""What packs cover: parts of conditions by tests, elements of a regulation by rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rsnms_rules.api.packs import Held
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.pack import Selection
from rsnms_rules.policy.conditions import leaves
from rsnms_rules.policy.evaluate import Compiled, judge, selected
from rsnms_rules.policy.truth import Truth
from rsnms_rules.policy.world import World


@dataclass(frozen=True, slots=True)
class ListCover:
    """How much of one list of an act rules look at: `bare` are the elements that none does, in the file's order."""

    selection: Selection
    covered: int
    bare: tuple[str, ...]


def element_cover(held: Sequence[Held], regulation: Regulation) -> tuple[ListCover, ...]:
    """Which elements of a regulation the rules held against it look at.

    An element is looked at where a rule selects it, and where it decided an outcome (the duty that makes a body
    responsible). Lists that the act does not have are left out.
    """
    world = World(regulation.model, regulation.catalogue)
    seen = {reason.element for one in held for verdict in one.verdicts for reason in verdict.reasons}
    seen |= {name for one in held for name in selected(one.rule, world)}
    found = []
    for selection in Selection:
        names = [one.name for one in world.candidates(selection)]
        bare = tuple(name for name in names if world.element(name) not in seen)
        if names and selection is not Selection.REGULATION:
            found.append(ListCover(selection, len(names) - len(bare), bare))
    return tuple(found)


def cover_lines(act: str, lists: Iterable[ListCover]) -> list[Message]:
    """Coverage in words: a line for each list with the elements that no rule looks at."""
    lines = [message(N_("{act}: elements that rules look at"), act=act)]
    for one in lists:
        total = one.covered + len(one.bare)
        what = message(one.selection.english)
        if one.bare:
            text = N_("  {what}: {covered} of {total}; not looked at: {bare}")
            lines.append(message(text, what=what, covered=one.covered, total=total, bare=", ".join(one.bare)))
        else:
            lines.append(message(N_("  {what}: {covered} of {total}"), what=what, covered=one.covered, total=total))
    return lines


def sides(rule: Compiled, world: World) -> dict[int, frozenset[Truth]]:
    """Which truth values each part of the rule's conditions takes in an act, by the part's place in the rule."""
    candidates = (*world.candidates(rule.rule.select), *world.lost(rule.rule.select))
    return {
        at: frozenset(judge(leaf, one, world).truth for one in candidates) for at, leaf in enumerate(leaves(rule.nodes))
    }
