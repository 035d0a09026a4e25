"""What differs between two elements that are one thing: fields of meaning, and between editions everything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import zip_longest

from rsnms_rules.differences.kinds import Item, Pair, Value
from rsnms_rules.differences.pairing import Pairing
from rsnms_rules.model.vocabulary import Mode

_NUMBERED = ("targets", "promises")
_SILENT = ("coordinator", "level", "of", "parties", "per")
"""What an act may leave unsaid: between regions only two values are compared."""
_Fields = Mapping[str, Value]


def edition_fields(pair: Pair) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
    """The fields of two editions of an element, targets numbered alike."""
    return _aligned({**pair.a.fields, **pair.a.rest}, {**pair.b.fields, **pair.b.rest})


def aligned(pair: Pair) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
    """The fields of meaning as they stand, targets numbered alike."""
    return _aligned(pair.a.fields, pair.b.fields)


def region_fields(pair: Pair, pairing: Pairing) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
    """The fields of two regions' elements, without what both sides say in other items.

    A concept that the body has in another item of the other act is no difference, an element left over is asked only
    for what it has itself, and a level or coordinator that only one of the acts states is not compared.
    """
    a, b = _aligned(dict(pair.a.fields), dict(pair.b.fields))
    for name in _SILENT:
        if not (a.get(name) and b.get(name)):
            a, b = _without(a, name), _without(b, name)
    if pair.a.sort == "subjects" or not pair.a.concepts:
        return a, b
    ours, theirs = frozenset(pair.a.concepts), frozenset(pair.b.concepts)
    shared = ours & theirs
    lead = min(({pair.a.concepts[0], pair.b.concepts[0]} & shared) or shared or ours | theirs)
    if pair.merged is not None and shared:
        a, b = _without(a, "interacts"), _without(b, "interacts")
    one = ours - (_held(pairing.b.held, pair) - theirs)
    two = theirs - (_held(pairing.a.held, pair) - ours)
    if pair.merged is pair.a and shared:
        two &= shared
    if pair.merged is pair.b and shared:
        one &= shared
    return (
        {**a, **_parts(pair.a, lead, shared), "concepts": one},
        {**b, **_parts(pair.b, lead, shared), "concepts": two},
    )


def _without(fields: Mapping[str, Value], name: str) -> dict[str, Value]:
    return {key: value for key, value in fields.items() if key != name}


def _held(held: Mapping[tuple[str, str], frozenset[str]], pair: Pair) -> frozenset[str]:
    """Concepts that the bodies of these elements have in one of the acts."""
    return frozenset(name for item in (pair.a, pair.b) for name in held.get((item.sort, item.owner), ()))


def _parts(item: Item, lead: str, shared: frozenset[str]) -> Mapping[str, Value]:
    """The body's part in what both elements are."""
    if "mode" not in item.fields:
        return {}
    part = item.fields.get("takes_part") or frozenset()
    assert isinstance(part, frozenset)
    whole = item.fields["mode"] == Mode.PARTICIPATES.value
    mode = Mode.PARTICIPATES if whole or lead in part else Mode.LEADS
    rest = shared - {lead} if whole else part & shared - {lead}
    return {"mode": mode.value, "takes_part": rest}


def _aligned(a: Mapping[str, Value], b: Mapping[str, Value]) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
    """Number targets and promises so that those of one day, or of one indicator, have one number on both sides.

    What is left is paired from the last one back: a series of years and a single later target meet at its end.
    """
    for prefix in _NUMBERED:
        a, b = _align(a, b, prefix)
    return a, b


def _align(a: Mapping[str, Value], b: Mapping[str, Value], prefix: str) -> tuple[dict[str, Value], dict[str, Value]]:
    ours, theirs = _numbered(a, prefix), _numbered(b, prefix)
    pairs: list[tuple[_Fields, _Fields]] = []
    for one in list(ours):
        same = next((two for two in theirs if _key(two) == _key(one)), None)
        if same is not None:
            ours.remove(one)
            theirs.remove(same)
            pairs.append((one, same))
    pairs = sorted((*pairs, *zip_longest(reversed(ours), reversed(theirs), fillvalue={})), key=_first)
    return _flat(a, prefix, [one for one, _ in pairs]), _flat(b, prefix, [two for _, two in pairs])


def _flat(fields: Mapping[str, Value], prefix: str, entries: Sequence[_Fields]) -> dict[str, Value]:
    found = {key: value for key, value in fields.items() if not key.startswith(f"{prefix}.")}
    for number, entry in enumerate(entries, 1):
        found |= {f"{prefix}.{number}.{key}": value for key, value in entry.items()}
    return found


def _numbered(fields: Mapping[str, Value], prefix: str) -> list[_Fields]:
    found: dict[int, dict[str, Value]] = {}
    for key, value in fields.items():
        head, _, rest = key.partition(".")
        if head == prefix:
            number, _, name = rest.partition(".")
            found.setdefault(int(number), {})[name] = value
    return [found[number] for number in sorted(found)]


def _key(fields: _Fields) -> tuple[str, ...]:
    return tuple(str(fields.get(name)) for name in ("last", "every", "undated", "indicator"))


def _first(pair: tuple[_Fields, _Fields]) -> list[date]:
    days = (fields.get("last") for fields in pair)
    return sorted(day if isinstance(day, date) else date.max for day in days)
