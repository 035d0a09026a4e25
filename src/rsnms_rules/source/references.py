"""What a file refers to, and whether it is there; ids once per list; keys that fit together.

Works on plain data, guided by the model's classes, so that a file with faults of shape still shows all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from rsnms_rules.finding import Fault, Path, nearest
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.catalogue import CatalogueFile, Entry
from rsnms_rules.model.party import Party
from rsnms_rules.model.plan import plan
from rsnms_rules.model.types import Part, Ref
from rsnms_rules.source.coherence import checks

Data = dict[str, object]


@dataclass(slots=True)
class _Found:
    """What one walk over a file has gathered; ids of groups carry the position of their subject.

    `known` are ids that need no second look: the current ones of the catalogue.
    """

    known: dict[Ref, frozenset[object]]
    ids: dict[Ref, set[str]] = field(default_factory=lambda: {ref: set() for ref in Ref})
    uses: list[tuple[Ref, str, Path]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


_LISTS = {
    "subjects": Ref.SUBJECT,
    "mechanisms": Ref.MECHANISM,
    "directions": Ref.DIRECTION,
    "indicators": Ref.INDICATOR,
    "groups": Ref.GROUP,
}


def check(model: type[Part], data: object, catalogue: CatalogueFile) -> Iterator[Fault]:
    """Yield the faults of `data`, a filled regulation, that concern more than one value."""
    if not isinstance(data, dict):
        return
    found = _Found({Ref.CONCEPT: catalogue.current_concepts, Ref.ROLE: catalogue.current_roles})
    _walk(model, data, (), found)
    yield from found.faults
    yield from _part_of_itself(data)
    if any(ref is Ref.ELEMENT for ref, _, _ in found.uses):
        found.ids[Ref.ELEMENT] = set(element_names(model, data, ""))
    if any(ref is Ref.ACTIVITY for ref, _, _ in found.uses):
        found.ids[Ref.ACTIVITY] = {
            name.removeprefix("directions.").replace(".activities.", ".")
            for name in element_names(model, data, "")
            if name.startswith("directions.") and ".activities." in name
        }
    for ref, name, path in found.uses:
        yield from _use(ref, name, path, found, catalogue)


def element_names(model: type[Part], data: Data, above: str) -> Iterator[str]:
    """The names of all elements of plain data, in DESIGN's notation without the regulation's id."""
    for key, value in data.items():
        plan_ = plan(model).get(key)
        if plan_ is None or plan_.part is None:
            continue
        name = f"{above}.{key}" if above else key
        if isinstance(value, dict):
            yield name
            yield from element_names(plan_.part, value, name)
        for index, item in enumerate(value if isinstance(value, list) else ()):
            if isinstance(item, dict):
                step = item.get("id")
                inner = f"{name}.{step if isinstance(step, str) else index + 1}"
                yield inner
                yield from element_names(plan_.part, item, inner)


def _walk(model: type[Part], data: Data, path: Path, found: _Found) -> None:
    if plan(model).keys() >= data.keys():  # an unknown key is mostly a known one misspelt: say that alone
        for check_one in checks(model):
            found.faults.extend(check_one(data, path))
    fields = _linked(model)
    for key, value in data.items():
        if key not in fields:
            continue
        ref, part = fields[key]
        if ref is not None:
            _gather(ref, value, (*path, key), found)
        elif part is None:
            _labels(value, (*path, key), found)
        elif isinstance(value, list):
            _items(part, value, (*path, key), found)
        elif isinstance(value, dict):
            _walk(part, value, (*path, key), found)


@cache
def _linked(model: type[Part]) -> dict[str, tuple[Ref | None, type[Part] | None]]:
    """The keys that matter here: what their ids refer to, or the part below them; neither: a citation."""
    return {
        key: (plan_.ref, plan_.part)
        for key, plan_ in plan(model).items()
        if plan_.ref is not None or plan_.part is not None or key == "cite"
    }


def _items(part: type[Part], items: list[object], path: Path, found: _Found) -> None:
    ids: set[str] = set()
    for index, item in enumerate(items):
        at = (*path, index)
        if isinstance(item, dict):
            if isinstance(step := item.get("id"), str):
                _identify(step, at, ids, found)
            _walk(part, item, at, found)
        elif isinstance(item, str) and part is Party:
            found.uses.append((Ref.SUBJECT, item, at))


def _identify(step: str, path: Path, ids: set[str], found: _Found) -> None:
    if step in ids:
        text = message(N_("Id «{id}» stands a second time in this list."), id=step)
        remedy = message(N_("Give this element an id of its own, for example «{id}-2»."), id=step)
        found.faults.append(Fault("duplicate-id", (*path, "id"), text, remedy))
    ids.add(step)
    ref = _LISTS.get(str(path[-2]))
    if ref is not None:
        found.ids[ref].add(f"{path[1]}.{step}" if ref is Ref.GROUP else step)


def _gather(ref: Ref, value: object, path: Path, found: _Found) -> None:
    if isinstance(value, str):
        found.uses.append((ref, value, path))
    elif isinstance(value, list):
        known = found.known.get(ref, _NOTHING)
        for index, item in enumerate(value):
            if isinstance(item, str) and item not in known:
                found.uses.append((ref, item, (*path, index)))


_NOTHING: frozenset[object] = frozenset()


def _labels(cite: object, path: Path, found: _Found) -> None:
    """Refuse citations that no element above them has given a label."""
    for index, text in enumerate(cite if isinstance(cite, list) else [cite]):
        if isinstance(text, str) and text[:1] == "«":
            at = (*path, index) if isinstance(cite, list) else path
            said = message(N_("The citation has no label, and no element above it has one."))
            found.faults.append(
                Fault("citation-without-label", at, said, message(N_("Write the clause before it: 3.2.1 «…».")))
            )


def _use(ref: Ref, name: str, path: Path, found: _Found, catalogue: CatalogueFile) -> Iterator[Fault]:
    if ref is Ref.CONCEPT:
        yield from _catalogued("unknown-concept", name, path, catalogue.concept_index)
    elif ref is Ref.ROLE:
        yield from _catalogued("unknown-role", name, path, catalogue.role_index)
    elif ref is Ref.GROUP:
        here = f"{path[1]}."
        yield from _dangling(ref, name, path, {g.removeprefix(here) for g in found.ids[ref] if g.startswith(here)})
    else:
        yield from _dangling(ref, name, path, found.ids[ref])


def _dangling(ref: Ref, name: str, path: Path, known: set[str]) -> Iterator[Fault]:
    if name not in known:
        text = message(N_("«{name}» is not among the {list} of this file."), name=name, list=message(_KINDS[ref]))
        remedy = nearest(name, sorted(known)) or message(N_("Describe it in its list, or correct the id."))
        yield Fault("dangling-reference", path, text, remedy)


def _catalogued(rule: str, name: str, path: Path, index: Mapping[str, Entry]) -> Iterator[Fault]:
    entry = index.get(name)
    if entry is None:
        text = message(N_("«{name}» is not in the catalogue."), name=name)
        remedy = nearest(name, sorted(index)) or message(N_("Add it to the catalogue with a label and a definition."))
        yield Fault(rule, path, text, remedy)
    elif entry.id != name:
        text = message(N_("«{name}» is now called «{id}»."), name=name, id=entry.id)
        yield Fault("renamed-concept", path, text, message(N_("Write the current id.")))


def _part_of_itself(data: Data) -> Iterator[Fault]:
    subjects = data.get("subjects")
    above: dict[str, str] = {}
    for item in subjects if isinstance(subjects, list) else []:
        if isinstance(item, dict) and isinstance(item.get("id"), str) and isinstance(item.get("part_of"), str):
            above[item["id"]] = item["part_of"]
    for index, item in enumerate(subjects if isinstance(subjects, list) else []):
        start = item.get("id") if isinstance(item, dict) else None
        seen, current = set(), start
        while isinstance(current, str) and current in above and current not in seen:
            seen.add(current)
            current = above[current]
        if seen and current == start:
            text = message(N_("«{id}» is part of itself by way of part_of."), id=str(start))
            yield Fault("circular-reference", ("subjects", index, "part_of"), text, message(N_("Break the circle.")))


_KINDS = {
    Ref.SUBJECT: N_("subjects"),
    Ref.MECHANISM: N_("mechanisms"),
    Ref.DIRECTION: N_("directions"),
    Ref.ACTIVITY: N_("activities (direction.activity)"),
    Ref.INDICATOR: N_("indicators"),
    Ref.GROUP: N_("groups of this subject"),
    Ref.ELEMENT: N_("elements"),
}
