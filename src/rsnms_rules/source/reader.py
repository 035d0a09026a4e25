"""From YAML events straight to data, with positions beside it; strict as DESIGN section 3 says.

The events come from libyaml. Where PyYAML was built without it, the pure-Python parser stands in, slower, with a
warning. Depth, nodes and keys are counted on the events, before anything is built, so that a hostile file costs
milliseconds.
"""

from __future__ import annotations

import warnings
from typing import Any, NamedTuple

import yaml

from rsnms_rules.finding import Fault
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.source.characters import character_faults
from rsnms_rules.source.places import ListPlace, MapPlace, Mark, Place
from rsnms_rules.source.scalars import FIRST, resolve
from rsnms_rules.source.syntax import explain

MAX_DEPTH = 64
MAX_NODES = 200_000
MAX_KEYS = 2_000
DUPLICATE = "\0"
"""Ends the key under which the value of a duplicate key is put aside; a file cannot contain this character."""


class SlowParserWarning(RuntimeWarning):
    """PyYAML lacks libyaml: reading works but takes about ten times as long."""


class Document(NamedTuple):
    """What was read. `places` is None where nothing could be read; `faults` make the file invalid."""

    data: object
    places: Place | None
    faults: tuple[Fault, ...]


class _StopError(Exception):
    """Reading cannot go on after this fault."""


def _loader() -> type[Any]:
    fast: type[Any] | None = getattr(yaml, "CSafeLoader", None)
    if fast is None:
        warnings.warn(
            "PyYAML was built without libyaml; the slower pure-Python parser is used",
            SlowParserWarning,
            stacklevel=4,
        )
    return fast or yaml.SafeLoader


def read(text: str, raw: bytes | None = None) -> Document:
    """Read the text of one file; all faults that can be told are told at once.

    `raw` is the same text in UTF-8, where the caller has it: the parser would otherwise encode it once more.
    """
    faults = character_faults(text)
    if faults:
        return Document(None, None, tuple(faults))
    builder = _Builder(text)
    try:
        loader = _loader()(text if raw is None else raw)
        try:
            builder.run(loader.get_event)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        if (end := _too_nested(error)) is not None and end < len(text):
            return read(text[:end])  # what stands before that is too deep by our own limit, and told with its place
        builder.faults.append(explain(error, text))
    except _StopError:
        pass
    if builder.root is None and not builder.faults:
        remedy = message(N_("Begin with «spec: 1» and «id: …»."))
        builder.faults.append(Fault("empty-file", (), message(N_("The file is empty.")), remedy, spot=(1, 1)))
    return Document(builder.data, builder.root, tuple(builder.faults))


def _too_nested(error: yaml.YAMLError) -> int | None:
    """Where the parser's own limit of nesting ended it (from PyYAML 6.0.4 on), before it gave any event."""
    if isinstance(error, yaml.MarkedYAMLError) and "maximum nesting depth" in (error.problem or ""):
        return error.problem_mark.index if error.problem_mark is not None else None
    return None


_Frame = tuple[Any, Any, bool, bool, str | None, Any, Any]
"""What waits while a value inside it is read: data, places, is it a mapping, flow style, key, mark of key, mark."""


class _Builder:
    """Builds data and places from events, with a stack of its own.

    `run` is the hot loop of the whole library: it keeps its state in local names and leaves it only for what is rare.
    """

    def __init__(self, text: str) -> None:
        self.data: object = None
        self.root: Place | None = None
        self.faults: list[Fault] = []
        self.escapes = "\\" in text
        self.tagged = "!" in text or "&" in text

    def run(self, get_event: Any) -> None:  # noqa: PLR0912, PLR0915 -- one loop, on purpose (docs/adr/0002-reader.md)
        """Read all events of a stream."""
        scalar, ends, odd, tagged, escapes = yaml.ScalarEvent, _ENDS, FIRST, self.tagged, self.escapes
        stack: list[_Frame] = []
        data: Any = None
        places: Any = None
        mapping = flow = False
        key: str | None = None
        keymark: Any = None
        start: Any = None
        left = MAX_NODES
        while True:
            event = get_event()
            kind = type(event)
            if kind is scalar:
                text, mark = event.value, event.start_mark
                if tagged:
                    self.properties(event)
                if mapping and key is None:
                    if text in data or text == "<<" or len(data) >= MAX_KEYS:
                        text = self.odd_key(text, mark, places)
                    key, keymark = text, mark
                    continue
                value = text
                if not event.style:
                    if not text or text[0] in odd:
                        value = self.plain(text, mark, key if mapping else None, keymark, flow=flow)
                elif escapes and event.style == '"':
                    self.faults.extend(character_faults(text, spot=(mark.line + 1, mark.column + 1)))
                place = mark
            elif kind in _BEGINS:
                left = self.begin(event, len(stack), left, wants_key=mapping and key is None)
                stack.append((data, places, mapping, flow, key, keymark, start))
                mapping, flow, key, start = kind is yaml.MappingStartEvent, event.flow_style, None, event.start_mark
                data, places = ({}, {}) if mapping else ([], [])
                continue
            elif kind in ends:
                value, place = data, (MapPlace if mapping else ListPlace)(start, places)
                data, places, mapping, flow, key, keymark, start = stack.pop()
            elif kind is yaml.AliasEvent:
                value, place = "", event.start_mark
                self.alias(event)
            elif kind is yaml.StreamEndEvent:
                return
            else:
                self.document(kind, event)
                continue
            left -= 1
            if left < 0:
                self.too_many(event.start_mark)
            if not stack:
                self.whole(value, place)
            elif mapping:
                data[key], places[key], key = value, (keymark, place), None
            else:
                data.append(value)
                places.append(place)

    def fault(self, rule: str, mark: Mark, text: Message, remedy: Message | None = None) -> None:
        """Note a fault at a mark."""
        self.faults.append(Fault(rule, (), text, remedy, spot=(mark.line + 1, mark.column + 1)))

    def stop(self, rule: str, mark: Mark, text: Message, remedy: Message) -> None:
        """Note a fault after which reading cannot go on."""
        self.fault(rule, mark, text, remedy)
        raise _StopError

    def whole(self, value: object, place: Place) -> None:
        """Take the value of the document; an empty scalar is none."""
        if value != "" or isinstance(place, (ListPlace, MapPlace)):
            self.data, self.root = value, place

    def document(self, kind: Any, event: Any) -> None:
        """Refuse a second document."""
        if kind is yaml.DocumentStartEvent and self.root is not None:
            self.stop(
                "second-document",
                event.start_mark,
                message(N_("A second document begins here.")),
                message(N_("Put each act into a file of its own and remove the line «---».")),
            )

    def begin(self, event: Any, depth: int, left: int, *, wants_key: bool) -> int:
        """Check the limits where a list or mapping begins; count it as one of the values that are `left`."""
        mark = event.start_mark
        if event.tag is not None or event.anchor is not None:
            self.properties(event)
        if depth >= MAX_DEPTH:
            self.stop(
                "too-deep",
                mark,
                message(N_("Values are nested more than {limit} deep here."), limit=MAX_DEPTH),
                message(N_("Look for a stray bracket or a wrong indent.")),
            )
        if wants_key:
            self.stop(
                "complex-key",
                mark,
                message(N_("A list or mapping stands where a key is expected.")),
                message(N_("Write the key as one word before the colon.")),
            )
        return left - 1

    def too_many(self, mark: Mark) -> None:
        """Refuse a file of too many values."""
        self.stop(
            "too-large",
            mark,
            message(N_("The file has more than {limit} values."), limit=MAX_NODES),
            message(N_("Split it: one act, one file.")),
        )

    def properties(self, event: Any) -> None:
        """Refuse tags and anchors."""
        if event.tag is not None:
            self.fault(
                "tag",
                event.start_mark,
                message(N_("Tag «{tag}» found."), tag=str(event.tag)),
                message(N_("Remove the tag; put a text that begins with «!» in quotes.")),
            )
        if event.anchor is not None:
            self.fault(
                "anchor",
                event.start_mark,
                message(N_("Anchor «&{name}» found."), name=str(event.anchor)),
                message(N_("Remove it; put a text that begins with «&» in quotes.")),
            )

    def alias(self, event: Any) -> None:
        """Refuse an alias."""
        self.fault(
            "alias",
            event.start_mark,
            message(N_("Alias «*{name}» found."), name=str(event.anchor)),
            message(N_("Write the value out; put a text that begins with «*» in quotes.")),
        )

    def plain(self, text: str, mark: Mark, key: str | None, keymark: Mark, *, flow: bool) -> object:
        """Resolve a plain scalar that may be more than text; refuse empty values."""
        try:
            value = resolve(text)
        except ValueError:
            self.fault("bad-number", mark, message(N_("The number is too long.")))
            return text
        if value is not None:
            return value
        if key is None and mark.line == mark.column == 0 and not text:
            return ""  # nothing but comments
        if flow and key is not None and (" " in key or not key.isascii()):
            self.fault(
                "comma-in-text",
                keymark,
                message(N_("A comma has broken a phrase in braces: «{words}» is read as a key."), words=key),
                message(N_("Put the whole phrase in double quotes.")),
            )
        else:
            self.fault(
                "empty-value",
                mark if key is None else keymark,
                message(N_("«{key}» has no value."), key=key) if key else message(N_("An empty value stands here.")),
                message(N_("Give it a value or remove the line; what is not known is said in text.missing or unread.")),
            )
        return ""

    def odd_key(self, text: str, mark: Mark, places: dict[str, tuple[Mark, Place]]) -> str:
        """Refuse duplicate and merge keys and too many of them; return a key that no model knows of."""
        if len(places) >= MAX_KEYS:
            self.stop(
                "too-large",
                mark,
                message(N_("A mapping has more than {limit} keys."), limit=MAX_KEYS),
                message(N_("No element of this format has that many: check what wrote the file.")),
            )
        if text == "<<":
            self.fault("merge-key", mark, message(N_("Merge key «<<» found.")), message(N_("Write the keys out.")))
            return text
        first = places[text][0].line + 1
        self.fault(
            "duplicate-key",
            mark,
            message(N_("Key «{key}» stands here a second time; the first is in line {line}."), key=text, line=first),
            message(N_("Keep one of the two.")),
        )
        return text + DUPLICATE


_BEGINS = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
