"""Relations of an element to others, which conditions may ask for like fields: one function each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import itemgetter

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.indicator import Indicator, Target
from rsnms_rules.model.measure import Measure
from rsnms_rules.model.pack import Selection
from rsnms_rules.model.plan import branches
from rsnms_rules.model.subject import Function, Subject
from rsnms_rules.model.system import Activity, Channel, Duty, Mechanism, Task
from rsnms_rules.model.types import Element
from rsnms_rules.model.vocabulary import Extent, Mode
from rsnms_rules.policy.field import Kind, Seen, owner, seen
from rsnms_rules.policy.fields import FIELDS
from rsnms_rules.policy.truth import Judged, Reason, Truth, every, some
from rsnms_rules.policy.world import Candidate, World


@dataclass(frozen=True, slots=True)
class RelationSpec:
    """A relation: where it can be asked, what sort of id it takes (None: a field's name), and how it is judged.

    `asserted` ones can only be required; `takes` is the kind of field whose name is wanted, if only one will do.
    """

    selections: frozenset[Selection]
    kind: Kind | None
    judge: Callable[[Candidate, str, World], Judged]
    asserted: bool = False
    takes: Kind | None = None


def _judged(truth: bool | None, text: Message, candidate: Candidate, world: World) -> Judged:
    value = Truth.UNKNOWN if truth is None else Truth.TRUE if truth else Truth.FALSE
    return Judged(value, (Reason(text, world.element(candidate.name), candidate.cite),))


def _has(function: Function, concept: str, world: World, *, leads: bool) -> bool:
    return any(
        world.catalogue.now(concept) in world.catalogue.wider(name)
        and (not leads or function.mode_in(name) is Mode.LEADS)
        for name in function.concepts
    )


def _carries(candidates: Iterator[Candidate], concept: str, world: World, *, leads: bool) -> Judged:
    """Whether one of the functions has the concept; a function without concepts may have it."""

    def one(candidate: Candidate) -> Judged:
        function = candidate.part
        if candidate.why is not None:
            return _judged(None, candidate.why, candidate, world)
        assert isinstance(function, Function)
        if function.catch_all:
            return _judged(False, message(N_("other tasks name none")), candidate, world)
        if function.broken or "concepts" in function.unread or not function.concepts:
            return _judged(None, message(N_("«{field}» is not known"), field="concept"), candidate, world)
        text = message("«{does}»", does=function.does)
        return _judged(_has(function, concept, world, leads=leads), text, candidate, world)

    found = some(map(one, candidates))
    if found.truth is not Truth.FALSE:
        return found
    text = message(N_("no function has {concept}"), concept=concept)
    return Judged(Truth.FALSE, (Reason(text, world.element()),))


def _functions(world: World, subject: str | None = None) -> Iterator[Candidate]:
    """All functions with those that the lost text may have had; of one subject, if one is named."""
    for candidate in (*world.candidates(Selection.FUNCTIONS), *world.lost(Selection.FUNCTIONS)):
        if subject is None or (candidate.carrier.id if candidate.carrier is not None else subject) == subject:
            yield candidate


def _has_leader(candidate: Candidate, concept: str, world: World) -> Judged:  # noqa: ARG001
    return _carries(_functions(world), concept, world, leads=True)


def _responsible_for(candidate: Candidate, concept: str, world: World) -> Judged:
    return _carries(_functions(world, _subject(candidate).id), concept, world, leads=True)


def _involved_in(candidate: Candidate, concept: str, world: World) -> Judged:
    return _carries(_functions(world, _subject(candidate).id), concept, world, leads=False)


def _mentions(candidate: Candidate, concept: str, world: World) -> Judged:  # noqa: ARG001
    """Whether anything in the act has the concept: a duty, a mechanism, a task, an activity, a measure."""
    unsure = [Reason(message("{why}", why=entry.why), world.element()) for entry in world.regulation.text.missing]
    if not unsure and world.regulation.text.extent is Extent.PARTIAL:
        unsure = [Reason(message(N_("the text at hand is not the whole act")), world.element())]
    for branch in branches(world.regulation):
        part = branch.value
        names = getattr(part, "concepts", None)
        if not isinstance(part, Element) or names is None or getattr(part, "catch_all", False):
            continue
        name = world.element(branch.element)
        if world.catalogue.now(concept) in {wide for one in names for wide in world.catalogue.wider(one)}:
            text = message(N_("has {concept}"), concept=concept)
            return Judged(Truth.TRUE, (Reason(text, name, tuple(map(str, part.cite))),))
        if part.broken or "concepts" in part.unread or (not names and isinstance(part, _NAMED)):
            unsure.append(Reason(message(N_("«{field}» is not known"), field="concept"), name))
    if unsure:
        return Judged(Truth.UNKNOWN, tuple(unsure))
    return Judged(Truth.FALSE, (Reason(message(N_("nothing has {concept}"), concept=concept), world.element()),))


def _subject(candidate: Candidate) -> Subject:
    assert isinstance(candidate.part, Subject)
    return candidate.part


def _joint_with(candidate: Candidate, role: str, world: World) -> Judged:
    """Whether a function, or one of a subject's functions, names a joint performer of that role."""
    if isinstance(candidate.part, Function):
        return _joint(candidate, role, world)
    return some(_joint(one, role, world) for one in _functions(world, _subject(candidate).id))


def _joint(candidate: Candidate, role: str, world: World) -> Judged:
    found = seen(candidate, FIELDS[Selection.FUNCTIONS]["with.role"], world)
    if found.lost:
        lost = message(N_("«{field}» is not known"), field="with.role")
        return _judged(None, candidate.why or lost, candidate, world)
    if world.catalogue.now(role) in found.values:
        return _judged(True, message(N_("jointly with {role}"), role=role), candidate, world)
    return _judged(False, message(N_("not jointly with {role}"), role=role), candidate, world)


def _part_of(candidate: Candidate, role: str, world: World) -> Judged:
    """Whether the body is a unit of one of that role, directly or through others."""
    current, seen_ids = _subject(candidate), set[str]()
    text, no = message(N_("a unit of {role}"), role=role), message(N_("no unit of {role}"), role=role)
    while current.id not in seen_ids:
        seen_ids.add(current.id)
        if current.part_of is None:
            lost = "part_of" in current.unread or current.broken
            why = message(N_("«{field}» is not known"), field="part_of") if lost else no
            return _judged(None if lost else False, why, candidate, world)
        parent = world.subjects.get(current.part_of)
        if parent is None:
            break
        if world.catalogue.now(role) in world.roles(parent):
            return _judged(True, text, candidate, world)
        if world.roles_lost(parent):
            return _judged(None, _lost(f"subjects.{parent.id}.roles"), candidate, world)
        current = parent
    return _judged(False, no, candidate, world)


def _reaches(candidate: Candidate, role: str, world: World) -> Judged:
    """Whether the body reaches one of that role through joint duties, interactions and what it is a unit of."""
    start = _subject(candidate)
    queue, reached = [start.id], [start.id]
    while queue:
        for name in _near(world, queue.pop(0)):
            if name not in reached:
                reached.append(name)
                queue.append(name)
    hit = any(world.catalogue.now(role) in world.roles(world.subjects[name]) for name in reached[1:])
    text = message(N_("reaches {role}"), role=role)
    if hit:
        return _judged(True, text, candidate, world)
    for name in reached:
        if _cut_off(world.subjects[name]) or world.roles_lost(world.subjects[name]):
            return _judged(None, _lost(f"subjects.{name}"), candidate, world)
    for one in (*world.lost(Selection.FUNCTIONS), *world.lost(Selection.SUBJECTS)):
        return _judged(None, one.why or _lost(one.name), candidate, world)
    return _judged(False, message(N_("does not reach {role}"), role=role), candidate, world)


def _lost(name: str) -> Message:
    return message(N_("the words of {element} are lost"), element=name)


def _cut_off(subject: Subject) -> bool:
    """Whether words are lost from which the body may be seen to reach others."""
    return any(part.broken or _LINKS & set(part.unread) for part in (subject, *subject.functions))


def _near(world: World, name: str) -> Iterator[str]:
    subject = world.subjects[name]
    parties = [
        party
        for function in subject.functions
        for party in (*function.with_, *(one for each in function.interacts for one in (*each.with_, *each.to)))
    ]
    for other in (subject.part_of, *subject.consists_of, *(party.who for party in parties)):
        if other in world.subjects:
            yield str(other)


def _unique(candidate: Candidate, name: str, world: World) -> Judged:
    """Whether no other element of the selection has the same value in a field; case does not count."""
    selection = candidate.selection
    field = FIELDS[selection][name]
    own = seen(candidate, field, world)
    if own.lost:
        return _judged(None, message(N_("«{field}» is not known"), field=name), candidate, world)
    unsure = list[Judged]()
    for one in (*world.candidates(selection), *world.lost(selection)):
        found = seen(one, field, world)
        if one.name == candidate.name:
            continue
        if found.lost:
            text = one.why or message(N_("«{field}» is not known"), field=name)
            unsure.append(_judged(None, text, one, world))
        elif _folded(found) == _folded(own):
            text = message(N_("has the same «{field}»: {value}"), field=name, value=", ".join(map(str, found.values)))
            return _judged(False, text, one, world)
    if unsure:
        return every(unsure)
    value = ", ".join(map(str, own.values))
    return _judged(True, message(N_("no other has this «{field}»: {value}"), field=name, value=value), candidate, world)


def _folded(found: Seen) -> frozenset[object]:
    return frozenset(value.casefold() if isinstance(value, str) else value for value in found.values)


def _rising(candidate: Candidate, name: str, world: World) -> Judged:
    """Whether a number of a target is not lower than that of the target before it, by their last days."""
    every_one = (*world.candidates(candidate.selection), *world.lost(candidate.selection))
    others = [one for one in every_one if one.indicator is candidate.indicator and one.name != candidate.name]
    if not others:
        return _judged(True, message(N_("the only target")), candidate, world)
    days = [_last(one) for one in others]
    mine = _last(candidate)
    if mine is None or None in days:
        return _judged(None, message(N_("«{field}» is not known"), field="last"), candidate, world)
    before = [(day, one) for day, one in zip(days, others, strict=True) if day is not None and day < mine]
    if not before:
        return _judged(True, message(N_("the first target")), candidate, world)
    _, previous = max(before, key=itemgetter(0))
    value, floor = _number(candidate, name, world), _number(previous, name, world)
    if value is None or floor is None:
        return _judged(None, message(N_("«{field}» is not known"), field=name), candidate, world)
    text = message(N_("{field}: {value} after {before}"), field=name, value=f"{value:f}", before=f"{floor:f}")
    return _judged(value >= floor, text, candidate, world)


def _last(target: Candidate) -> date | None:
    """The last day of a target; None where it is not known."""
    part = target.part
    return part.last if isinstance(part, Target) and not part.broken and not _DAYS & set(part.unread) else None


def _number(candidate: Candidate, name: str, world: World) -> Decimal | None:
    """A number of an element; None where it has none or it is not known."""
    values = seen(candidate, FIELDS[candidate.selection][name], world).values
    return values[0] if values and isinstance(values[0], Decimal) else None


def _stated(candidate: Candidate, name: str, world: World) -> Judged:
    """Whether the file gives a field, in whatever form (`due` as words too); unknown where its words are lost."""
    field = FIELDS[candidate.selection][name]
    found, whose = seen(candidate, field, world), owner(candidate, field)
    if found.values or found.everyone:
        return _judged(True, message(N_("«{field}» is stated"), field=name), candidate, world)
    key = field.attribute.rpartition(".")[2]
    given = getattr(whose, key, None) if found.lost else None
    if found.at or whose is None or whose.broken or (_DAYS if key in _DAYS else {key}) & set(whose.unread):
        return _judged(None, candidate.why or message(N_("«{field}» is not known"), field=name), candidate, world)
    if given == "unknown":
        return _judged(None, message(N_("«{field}» is not known"), field=name), candidate, world)
    if given:
        return _judged(True, message(N_("«{field}» is stated"), field=name), candidate, world)
    return _judged(False, message(N_("«{field}» is not stated"), field=name), candidate, world)


_DAYS = frozenset({"as_of", "by", "every", "period", "undated"})
"""Keys of a target that say its day, each in another way."""
_NAMED = (Activity, Channel, Duty, Function, Indicator, Measure, Mechanism, Task)
"""What has concepts as a rule, so that one without may have any; goals and principles have none."""
_LINKS = frozenset({"consists_of", "functions", "interacts", "part_of", "with"})
"""What a body may reach others by."""
_ANY = frozenset(Selection)
_BODIES = frozenset({Selection.SUBJECTS})

RELATIONS: Mapping[str, RelationSpec] = {
    "has_leader": RelationSpec(_ANY, Kind.CONCEPT, _has_leader),
    "responsible_for": RelationSpec(_BODIES, Kind.CONCEPT, _responsible_for),
    "involved_in": RelationSpec(_BODIES, Kind.CONCEPT, _involved_in),
    "joint_with": RelationSpec(frozenset({Selection.SUBJECTS, Selection.FUNCTIONS}), Kind.ROLE, _joint_with),
    "mentions": RelationSpec(frozenset({Selection.REGULATION}), Kind.CONCEPT, _mentions),
    "part_of": RelationSpec(_BODIES, Kind.ROLE, _part_of),
    "reaches": RelationSpec(_BODIES, Kind.ROLE, _reaches),
    "stated": RelationSpec(_ANY, None, _stated, asserted=True),
    "rising": RelationSpec(frozenset({Selection.TARGETS}), None, _rising, takes=Kind.NUMBER),
    "unique": RelationSpec(_ANY - {Selection.REGULATION}, None, _unique),
}
"""The relations by name."""
