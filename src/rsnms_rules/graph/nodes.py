"""Which parts of a regulation become nodes, and what the nodes say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from rsnms_rules.graph.kinds import NodeKind
from rsnms_rules.graph.names import Names, node_id
from rsnms_rules.graph.sealed import Value
from rsnms_rules.model.act import Missing, Point
from rsnms_rules.model.indicator import Indicator, Required, Target
from rsnms_rules.model.measure import Due, Measure, Promise
from rsnms_rules.model.plain import scalar
from rsnms_rules.model.plan import branches, plan
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, Subject, SubjectNote
from rsnms_rules.model.system import Activity, Channel, Direction, Mechanism, Principle, Task, Term
from rsnms_rules.model.types import Citations, Element, Part
from rsnms_rules.model.vocabulary import FilePart, Unit

Lines = Callable[[tuple[str | int, ...]], int | None]
"""From a path into the file to the line on which its value stands."""

KINDS: Mapping[tuple[str, ...], NodeKind] = MappingProxyType(
    {
        (): NodeKind.REGULATION,
        ("act", "points"): NodeKind.POINT,
        ("subjects",): NodeKind.SUBJECT,
        ("subjects", "functions"): NodeKind.FUNCTION,
        ("subjects", "notes"): NodeKind.NOTE,
        ("duties",): NodeKind.DUTY,
        ("goals",): NodeKind.GOAL,
        ("tasks",): NodeKind.TASK,
        ("principles",): NodeKind.PRINCIPLE,
        ("provisions",): NodeKind.PROVISION,
        ("matters",): NodeKind.MATTER,
        ("channels",): NodeKind.CHANNEL,
        ("mechanisms",): NodeKind.MECHANISM,
        ("directions",): NodeKind.DIRECTION,
        ("directions", "contents"): NodeKind.CONTENT,
        ("directions", "mechanisms"): NodeKind.MECHANISM,
        ("directions", "activities"): NodeKind.ACTIVITY,
        ("indicators",): NodeKind.INDICATOR,
        ("indicators", "targets"): NodeKind.TARGET,
        ("measures",): NodeKind.MEASURE,
        ("measures", "targets"): NodeKind.TARGET,
        ("terms",): NodeKind.TERM,
    }
)
"""The lists of a file whose items become nodes, by their keys."""

_OWN: Mapping[type[Part], tuple[str, ...]] = MappingProxyType(
    {
        RegulationFile: ("tier", "parent"),
        Point: ("does",),
        Subject: ("name", "abbr", "aliases", "misread", "level", "standing", "kind", "many"),
        Function: ("mode", "as", "group", "beside", "catch_all"),
        SubjectNote: ("kind",),
        Task: ("area",),
        Principle: ("kind",),
        Channel: ("level",),
        Mechanism: ("kind", "name", "does"),
        Direction: ("number",),
        Activity: ("level",),
        Indicator: ("unit", "of", "per", "territory", "among"),
        Target: ("by", "as_of", "period", "every", "from", "until", "undated", "at_least", "at_most", "done"),
        Promise: ("name", "unit", "at_least", "at_most", "done"),
        Measure: ("row", "result"),
        Term: ("abbr", "aliases", "means"),
    }
)
"""Keys of the file that a node takes over by name; only `kind` becomes `sort`, for a node has its own."""


class Stated(NamedTuple):
    """An element of the file that is a node.

    Attributes:
        node: id of the node. `owner`: id of the node in whose list it stands; empty for the regulation.
        path: the way into the file. `kind`: what the node is.
        part: the element. `above`: the element that owns it.
        cite: where the act says it; that of the indicator or measure for a target without a place of its own.
    """

    node: str
    owner: str
    path: tuple[str | int, ...]
    kind: NodeKind
    part: Part
    above: Part
    cite: tuple[str, ...]


def citations(places: Citations) -> tuple[str, ...]:
    """Full citations as text."""
    return tuple(str(place) for place in places)


def stated(regulation: RegulationFile) -> Iterator[Stated]:
    """The elements that become nodes, in the order of the model, the regulation first."""
    parents: dict[str, Part] = {}
    for branch in branches(regulation):
        part = branch.value
        if not isinstance(part, (Element, RegulationFile)):
            continue  # most parts of a file: parties, interactions
        kind = KINDS.get(tuple(step for step in branch.path if isinstance(step, str)))
        if kind is None or (isinstance(part, Promise) and part.indicator is not None):
            continue
        parents[branch.element] = part
        over = branch.element.rpartition(".")[0].rpartition(".")[0]
        over = over if over in parents else ""
        above = parents[over]
        cite = _cite(part) or (_cite(above) if kind is NodeKind.TARGET else ())
        node = node_id(regulation.id, branch.element)
        owner = node_id(regulation.id, over) if branch.element else ""
        yield Stated(node, owner, branch.path, kind, part, above, cite)


def _cite(part: Part) -> tuple[str, ...]:
    if isinstance(part, RegulationFile):
        return citations(part.act.cite)
    if isinstance(part, Subject):
        return citations(part.places)
    return citations(part.cite) if isinstance(part, Element) else ()


def element_node(item: Stated, regulation: RegulationFile, lines: Lines | None, file: str) -> dict[str, Value]:
    """The attributes of an element's node; what the file leaves out is left out, but for the first seven."""
    node: dict[str, Value] = {
        "kind": item.kind,
        "label": _label(item.part, item.above),
        "regulation": regulation.id,
        "element": item.node,
        "cite": item.cite,
        "line": lines(item.path) if lines is not None else None,
        "file": file,
    }
    node.update(_taken(item.part))
    node.update(_special(item.part, item.above, regulation))
    return node


def _taken(part: Part) -> Iterator[tuple[str, Value]]:
    fields = plan(type(part))
    keys = _OWN.get(type(part), ())
    for key in (*keys, "unread", "broken") if isinstance(part, Element) else keys:
        value = getattr(part, fields[key].attribute)
        if value is None or value == () or (value is False and key != "done"):
            continue
        yield ("sort" if key == "kind" else key), as_value(value)


def as_value(value: object) -> Value:
    """A value of the model as an attribute: words of vocabularies, dates and quantities as text."""
    if isinstance(value, tuple):
        return tuple(str(item) for item in value)
    plain = scalar(value, number=str)
    assert plain is None or isinstance(plain, (str, int)), plain
    return plain


def _special(part: Part, above: Part, regulation: RegulationFile) -> Iterator[tuple[str, Value]]:
    """Attributes that are more than a key of the file."""
    if isinstance(part, RegulationFile):
        yield from _regulation(part)
    elif isinstance(part, Subject):
        missing = {entry.of for entry in regulation.text.missing if entry.part is FilePart.FUNCTIONS}
        if part.id in missing:
            yield "incomplete", True
    elif isinstance(part, Channel):
        yield "between", _between(part)
    elif isinstance(part, Indicator) and part.targets is None:
        yield "targets", "none"
    elif isinstance(part, Target) and isinstance(above, Indicator):
        yield "unit", above.unit.value
    elif isinstance(part, Measure) and part.due is not None:
        yield "due", due(part.due)


def _between(channel: Channel) -> str:
    if "between" in channel.unread:
        return "unknown"
    return "all" if channel.between is None else "parties"


def _regulation(regulation: RegulationFile) -> Iterator[tuple[str, Value]]:
    act = regulation.act
    yield "territory", regulation.territory.name
    yield "sort", act.kind.value
    if regulation.territory.code is not None:
        yield "code", regulation.territory.code
    if act.title is not None:
        yield "title", act.title
    yield "number", act.number
    yield "date", as_value(act.date)
    yield "extent", regulation.text.extent.value
    if regulation.text.missing:
        yield "missing", tuple(_missing(entry) for entry in regulation.text.missing)


def _missing(entry: Missing) -> str:
    of = f" of {entry.of}" if entry.of is not None else ""
    level = f" on level {entry.level.value}" if entry.level is not None else ""
    return f"{entry.part.value}{of}{level}"


def due(when: Due) -> str:
    """When a measure is due: as printed, else the dates themselves."""
    if when.text is not None:
        return when.text
    dates = [when.by, *when.at, when.every, when.from_, when.until]
    written = ", ".join(str(as_value(date)) for date in dates if date is not None)
    return written or ("open" if when.open else "")


def required(value: Required, unit: Unit | None) -> str:
    """A required value in signs that need no language: `≥ 30 %`, `✓` for a milestone."""
    sign = " %" if unit is Unit.PERCENT else ""
    bounds = [f"≥ {value.at_least}{sign}"] if value.at_least is not None else []
    bounds += [f"≤ {value.at_most}{sign}"] if value.at_most is not None else []
    bounds += ["✓" if value.done else "✗"] if value.done is not None else []
    return ", ".join(bounds)


def _target(target: Target, unit: Unit | None) -> str:
    dates = [target.by, target.as_of, target.period, target.every]
    when = target.text or ", ".join(str(as_value(date)) for date in dates if date is not None)
    return f"{required(target, unit)} ({when})" if when else required(target, unit)


def _label(part: Part, above: Part) -> str:
    """A short name in the words of the file."""
    if isinstance(part, Target):
        return _target(part, above.unit if isinstance(above, Indicator) else None)
    if isinstance(part, Promise):
        return ": ".join(text for text in (part.name, required(part, part.unit)) if text)
    if isinstance(part, RegulationFile):
        return part.territory.name
    if isinstance(part, Subject):
        return part.abbr or part.name
    for name in ("name", "title", "term", "does", "note"):
        text = getattr(part, name, None)
        if isinstance(text, str):
            return text
    return str(getattr(part, "id", ""))


def catalogue_nodes(names: Names) -> Iterator[tuple[str, dict[str, Value]]]:
    """Nodes of the roles and concepts in use, sorted by id; their home is the catalogue."""
    for node, role in sorted(names.roles.items()):
        yield node, {**_entry(NodeKind.ROLE, f"roles.{role.id}", role.label.ru), "label_en": role.label.en}
    for node, concept in sorted(names.concepts.items()):
        values = _entry(NodeKind.CONCEPT, f"concepts.{concept.id}", concept.label.ru)
        theme: dict[str, Value] = {"theme": concept.theme} if concept.theme is not None else {}
        yield node, {**values, "label_en": concept.label.en, "sort": concept.kind.value, **theme}


def _entry(kind: NodeKind, element: str, label: str) -> dict[str, Value]:
    nowhere: dict[str, Value] = {"cite": (), "line": None, "file": ""}
    return {"kind": kind, "label": label, "regulation": "", "element": element, **nowhere}
