"""A rule held against a regulation: pass, fail, or unknown with what is missing; never a silent pass."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import ge, gt, le, lt

from rsnms_rules.finding import Path
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.pack import Count, Outcome, PackRule
from rsnms_rules.model.vocabulary import Every
from rsnms_rules.policy.conditions import All, Any, Node, Not, Relation, Test
from rsnms_rules.policy.field import Scalar, Seen, seen
from rsnms_rules.policy.relations import RELATIONS
from rsnms_rules.policy.truth import Judged, Reason, Truth, every, some
from rsnms_rules.policy.world import WHOLE, Candidate, World


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule of a pack with its conditions as trees."""

    rule: PackRule
    where: Node
    require: Node
    forbid: Node | None

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All its conditions."""
        return (self.where, self.require, *((self.forbid,) if self.forbid is not None else ()))


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome with what decided it.

    `element` is in DESIGN's notation, `act` where the rule looks at the act as a whole; `path` leads into the file.
    """

    rule: str
    outcome: Outcome
    element: str
    path: Path
    reasons: tuple[Reason, ...]


_ORDER: Mapping[str, Callable[[typing.Any, typing.Any], bool]] = {
    "at_least": ge,
    "at_most": le,
    "more_than": gt,
    "less_than": lt,
}
TIMES = {Every.YEAR: 1, Every.HALF_YEAR: 2, Every.QUARTER: 4, Every.MONTH: 12}
"""How many times a year; «at least every year» holds of a quarter too."""
NEAR_MISSES = 5
"""How many elements are named that miss one part of the condition of a rule that counts."""
_OUTCOMES = {Truth.TRUE: Outcome.PASS, Truth.FALSE: Outcome.FAIL, Truth.UNKNOWN: Outcome.UNKNOWN}


def run(compiled: Compiled, world: World) -> tuple[Verdict, ...]:
    """Hold a rule against a regulation: one verdict for a rule that counts, else one for each element it looks at."""
    rule = compiled.rule
    candidates = (*world.candidates(rule.select), *world.lost(rule.select))
    judged = [(one, judge(compiled.where, one, world)) for one in candidates]
    if rule.count is not None:
        return (_counted(compiled, rule.count, judged, world),)
    return tuple(_each(compiled, judged, world))


def selected(compiled: Compiled, world: World) -> Iterator[str]:
    """The elements that a rule surely selects, in DESIGN's notation."""
    for one in world.candidates(compiled.rule.select):
        if judge(compiled.where, one, world).truth is Truth.TRUE:
            yield world.element(one.name)


def _each(compiled: Compiled, judged: Sequence[tuple[Candidate, Judged]], world: World) -> Iterator[Verdict]:
    """Every element that `where` selects has to satisfy the rule; one that it may select is unknown at best."""
    slug = compiled.rule.rule
    chosen = [(one, where) for one, where in judged if where.truth is not Truth.FALSE]
    if not chosen:
        yield Verdict(slug, Outcome.EMPTY, world.element(), (WHOLE,), (_nothing(compiled, world),))
    for one, where in chosen:
        name = world.element(one.name)
        if one.why is not None:
            yield Verdict(slug, Outcome.UNKNOWN, name, ("text",), (Reason(one.why, name),))
            continue
        held = _satisfies(compiled, one, world) if where.truth is Truth.TRUE else where
        yield Verdict(slug, _OUTCOMES[held.truth], name, one.path, held.reasons)


def _nothing(compiled: Compiled, world: World) -> Reason:
    """That the act has nothing that the rule could look at."""
    text = message(N_("nothing is selected: {what}"), what=message(compiled.rule.select.english))
    return Reason(text, world.element())


def _satisfies(compiled: Compiled, one: Candidate, world: World) -> Judged:
    parts = [judge(compiled.require, one, world)]
    if compiled.forbid is not None:
        parts.append(~judge(compiled.forbid, one, world))
    return every(parts)


def _counted(compiled: Compiled, count: Count, judged: Sequence[tuple[Candidate, Judged]], world: World) -> Verdict:
    """Count the elements that are selected and satisfy the rule; those of a lost text may be any number."""
    act = world.element()
    sure, maybe = list[Reason](), list[Reason]()
    many = False
    for one, where in judged:
        held = every((where, _satisfies(compiled, one, world))) if where.truth is not Truth.FALSE else where
        if held.truth is Truth.TRUE and one.why is None:
            sure.append(Reason(message(N_("counted")), world.element(one.name), one.cite))
        elif held.truth is not Truth.FALSE:
            maybe += [Reason(one.why, world.element(one.name))] if one.why is not None else list(held.reasons)
            many = many or one.why is not None
    least, most = _bounds(count)
    truth = Truth.TRUE
    if len(sure) < least:
        truth = Truth.UNKNOWN if many or len(sure) + len(maybe) >= least else Truth.FALSE
    if most is not None and len(sure) > most:
        truth = Truth.FALSE
    elif most is not None and truth is Truth.TRUE and (many or len(sure) + len(maybe) > most):
        truth = Truth.UNKNOWN
    if truth is Truth.TRUE and not judged and most:
        return Verdict(compiled.rule.rule, Outcome.EMPTY, act, (WHOLE,), (_nothing(compiled, world),))
    told = Reason(message(N_("{found} found; wanted: {wanted}"), found=len(sure), wanted=_wanted(least, most)), act)
    near = _near_misses(compiled, judged, world) if truth is Truth.FALSE and len(sure) < least else ()
    reasons = (told, *(maybe if truth is Truth.UNKNOWN else sure), *near)
    return Verdict(compiled.rule.rule, _OUTCOMES[truth], act, (WHOLE,), tuple(dict.fromkeys(reasons)))


def _near_misses(compiled: Compiled, judged: Sequence[tuple[Candidate, Judged]], world: World) -> tuple[Reason, ...]:
    """What kept elements from being counted that fall short in one number, day or rhythm only: a target too low."""
    nodes = (compiled.where, compiled.require)
    parts = [part for node in nodes for part in (node.parts if isinstance(node, All) else (node,))]
    found = list[Reason]()
    for one, _ in judged:
        failed = [(part, held) for part in parts if (held := judge(part, one, world)).truth is Truth.FALSE]
        if len(failed) == 1 and _is_measured(failed[0][0]):
            found += failed[0][1].reasons
    return tuple(found[:NEAR_MISSES])


def _is_measured(part: Node) -> bool:
    return isinstance(part, Test) and part.operator in _ORDER


def _bounds(count: Count) -> tuple[int, int | None]:
    if count.none:
        return 0, 0
    if count.exactly is not None:
        return count.exactly, count.exactly
    return count.at_least or 0, count.at_most


def _wanted(least: int, most: int | None) -> Message:
    if most is None:
        return message(N_("at least {least}"), least=least)
    if most == 0:
        return message(N_("none"))
    if most == least:
        return message(N_("exactly {least}"), least=least)
    return message(N_("from {least} to {most}"), least=least, most=most)


def judge(node: Node, one: Candidate, world: World) -> Judged:
    """The value of a condition for an element."""
    if isinstance(node, All):
        return every(judge(part, one, world) for part in node.parts)
    if isinstance(node, Any):
        return some(judge(part, one, world) for part in node.parts)
    if isinstance(node, Not):
        return ~judge(node.part, one, world)
    if isinstance(node, Relation):
        if one.part is None:
            return Judged(Truth.UNKNOWN, (Reason(one.why or message(""), world.element(one.name)),))
        return RELATIONS[node.name].judge(one, node.argument, world)
    return _test(node, one, world)


def _test(node: Test, one: Candidate, world: World) -> Judged:
    found = seen(one, node.field, world)
    owner = world.element(one.name)
    if found.lost:
        text = one.why or message(N_("«{field}» is not known"), field=node.name)
        there = world.element(found.at) if found.at else f"{owner}.{node.field.attribute}"
        name = owner if one.part is None else there
        return Judged(Truth.UNKNOWN, (Reason(text, name, one.cite),))
    truth = Truth.TRUE if _holds(node.operator, found, node.values) else Truth.FALSE
    text = message(
        N_("{field}: {found}; asked: {operator} {values}"),
        field=node.name,
        found=", ".join(map(_shown, found.values)) or ("*" if found.everyone else "—"),
        operator=node.operator,
        values=", ".join(map(_shown, node.values)),
    )
    return Judged(truth, (Reason(text, owner, one.cite),))


def _shown(value: Scalar) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _holds(operator: str, found: Seen, wanted: tuple[Scalar, ...]) -> bool:
    values = found.values
    if operator in {"is", "in"}:
        return found.everyone or any(value in wanted for value in values)
    if operator in {"is_not", "not_in"}:
        return not found.everyone and not any(value in wanted for value in values)
    if operator == "all_of":
        return found.everyone or all(value in values for value in wanted)
    if operator == "only":
        return not found.everyone and all(value in wanted for value in values)
    if operator in {"contains", "starts_with"}:
        return any(_texts(operator, str(value), str(wanted[0])) for value in values)
    return any(_ordered(operator, value, wanted[0]) for value in values)


def _texts(operator: str, value: str, wanted: str) -> bool:
    """Whether a text has or begins with the words, case ignored; they begin a word («1 мая» is not in «21 мая»)."""
    value, wanted = value.casefold(), wanted.casefold()
    if operator == "starts_with":
        return value.startswith(wanted)
    return re.search(rf"(?<!\w){re.escape(wanted)}" if wanted[0].isalnum() else re.escape(wanted), value) is not None


def _ordered(operator: str, value: Scalar, wanted: Scalar) -> bool:
    """Compare numbers, days and rhythms; the parser has seen to it that both are of one kind."""
    if isinstance(value, str) and isinstance(wanted, str):
        return _ORDER[operator](TIMES[Every(value)], TIMES[Every(wanted)])
    if isinstance(value, Decimal) and isinstance(wanted, Decimal):
        return _ORDER[operator](value, wanted)
    assert isinstance(value, date)
    assert isinstance(wanted, date)
    return _ORDER[operator](value, wanted)
