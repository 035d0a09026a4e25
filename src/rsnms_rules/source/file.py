"""From bytes to text to a checked file: every fault of one file at once."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path as FilePath
from typing import Generic, NamedTuple, TypeVar

from rsnms_rules.errors import UnreadablePath
from rsnms_rules.finding import Anchor, Fault, Finding, has_errors
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.defaults import fill_in_place
from rsnms_rules.model.plan import element_of
from rsnms_rules.model.regulation import FILLED, RegulationFile
from rsnms_rules.model.types import Part
from rsnms_rules.pause import no_collector
from rsnms_rules.source import references
from rsnms_rules.source.catalogue import catalogue_faults
from rsnms_rules.source.faults import READING_RULES
from rsnms_rules.source.places import Place, findings, position
from rsnms_rules.source.reader import Document, read
from rsnms_rules.source.shape import build

MAX_BYTES = 8_000_000

M = TypeVar("M", bound=Part)


class Read(NamedTuple, Generic[M]):
    """A file that was read.

    Attributes:
        model: the model, or None where a finding is an error.
        findings: all that is wrong, in the order of the file.
        places: positions of the values, or None where the file could not be read at all.
    """

    model: M | None
    findings: tuple[Finding, ...]
    places: Place | None

    def line(self, path: tuple[str | int, ...]) -> int | None:
        """Line (from 1) of the value at `path`, or None where there are no positions."""
        return position(self.places, path)[0] if self.places is not None else None


def read_bytes(path: FilePath, limit: int = MAX_BYTES) -> bytes:
    """Read a file of at most `limit` bytes (one more is read, so that the excess shows).

    Raises:
        UnreadablePath: when there is no such file, or it is a folder, or it may not be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except IsADirectoryError:
        raise UnreadablePath(str(path), message(N_("{path} is a folder; name a file."), path=str(path))) from None
    except FileNotFoundError:
        raise UnreadablePath(str(path), message(N_("There is no file {path}."), path=str(path))) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        text = message(N_("{path} cannot be read: {reason}."), path=str(path), reason=reason)
        raise UnreadablePath(str(path), text) from None


def decode(data: bytes) -> tuple[str, Fault | None]:
    """Decode UTF-8; a fault says what the file seems to be instead."""
    if len(data) > MAX_BYTES:
        text = message(N_("The file has more than {limit} bytes."), limit=MAX_BYTES)
        return "", Fault("too-large", (), text, message(N_("No act is that long: check the path.")), spot=(1, 1))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\0" in data[:4] and len(data) % 2 == 0):
        text = message(N_("The file is encoded in UTF-16, not in UTF-8."))
        return "", Fault("not-utf-8", (), text, message(N_("Save it as UTF-8 without a byte order mark.")), spot=(1, 1))
    if data.startswith(b"\xef\xbb\xbf"):
        text = message(N_("The file begins with a byte order mark (BOM)."))
        return "", Fault("byte-order-mark", (), text, message(N_("Save it as UTF-8 without BOM.")), spot=(1, 1))
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return "", _not_utf8(data, error.start)


def _not_utf8(data: bytes, start: int) -> Fault:
    before = data[:start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    text = message(
        N_("Byte {byte} is no UTF-8; the file looks like Windows-1251 (cp1251)."), byte=f"0x{data[start]:02X}"
    )
    return Fault("not-utf-8", (), text, message(N_("Save it as UTF-8 without a byte order mark.")), spot=(line, column))


def read_regulation(data: bytes | str, file: str, catalogue: CatalogueFile) -> Read[RegulationFile]:
    """Read a regulation file; `file` names it in findings."""
    with no_collector():
        return read_file(data, file, RegulationFile, lambda filled: references.check(RegulationFile, filled, catalogue))


def read_inside(
    data: dict[str, object], root: Place | None, file: str, catalogue: CatalogueFile
) -> Read[RegulationFile]:
    """Read a regulation that stands inside another file (the made-up act of a test); `root` is its place there."""
    document = Document(copy.deepcopy(data), root, ())
    return _read_document(
        document, file, RegulationFile, lambda filled: references.check(RegulationFile, filled, catalogue)
    )


def read_catalogue(data: bytes | str, file: str, base: CatalogueFile | None = None) -> Read[CatalogueFile]:
    """Read a catalogue file; `file` names it in findings, `base` is the catalogue that it extends."""
    return read_file(data, file, CatalogueFile, lambda filled: catalogue_faults(filled, base))


def read_file(data: bytes | str, file: str, model: type[M], check: Callable[[object], Iterable[Fault]]) -> Read[M]:
    """Read a file of the format `model`; `check` yields what is wrong beyond the shape of its plain data."""
    text, fault = (data, None) if isinstance(data, str) else decode(data)
    if fault is not None:
        return Read(None, findings((fault,), READING_RULES, file=file, root=None, element=lambda _: ""), None)
    return _read_document(read(text, data if isinstance(data, bytes) else None), file, model, check)


def _read_document(
    document: Document, file: str, model: type[M], check: Callable[[object], Iterable[Fault]]
) -> Read[M]:
    filled = document.data
    if model is RegulationFile:
        fill_in_place(filled)
    built, faults = build(model, filled, context=FILLED) if document.places is not None else (None, [])
    faults = [*faults, *check(filled)]
    prefix = _name(filled)
    found = findings(
        [*document.faults, *_unsaid(faults, document.faults, document.places)],
        READING_RULES,
        file=file,
        root=document.places,
        element=lambda path: _element(prefix, element_of(filled, path)),
    )
    return Read(None if has_errors(found) else built, found, document.places)


def _unsaid(faults: list[Fault], said: tuple[Fault, ...], root: Place | None) -> Iterator[Fault]:
    """Leave out faults of shape where the reader has already said what is wrong."""
    spots = {fault.spot for fault in said if fault.spot is not None}
    for fault in faults:
        places = {position(root, fault.path, anchor) for anchor in Anchor} if root is not None and spots else set()
        if not places & spots:
            yield fault


def _name(data: object) -> str:
    name = data.get("id") if isinstance(data, dict) else None
    return name if isinstance(name, str) else ""


def _element(name: str, element: str) -> str:
    return f"{name}:{element}" if name and element else name or element
