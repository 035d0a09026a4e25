"""Holding an encoding against the act's text."""

from __future__ import annotations

import os
from pathlib import Path

from rsnms_rules.api.regulation import Regulation
from rsnms_rules.errors import InvalidInput, InvalidText, UnreadablePath
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.citation import Citation
from rsnms_rules.model.types import Element
from rsnms_rules.source.act.lock import Lock, read_lock
from rsnms_rules.source.act.resolve import ActText, parse_act, resolve
from rsnms_rules.source.act.verify import Verification
from rsnms_rules.source.act.verify import verify as _verify
from rsnms_rules.source.file import decode, read_bytes

SOURCES_VARIABLE = "RSNMS_SOURCES"


def read_act(path: str | os.PathLike[str]) -> ActText:
    """Read the text of an act (UTF-8).

    Raises:
        UnreadablePath: the file cannot be read. InvalidText: it is not UTF-8, or it has no words.
    """
    return act_of(read_bytes(Path(path)), str(path))


def act_of(data: bytes, file: str) -> ActText:
    """The text of an act from its bytes (UTF-8); `file` names it in messages.

    Raises:
        InvalidText: it is not UTF-8, or it has no words.
    """
    text, fault = decode(data.removeprefix(b"\xef\xbb\xbf"))
    if fault is not None:
        said = message("{file}: {what} {remedy}", file=file, what=fault.message, remedy=fault.remedy or "")
        raise InvalidText(file, said)
    act = parse_act(text)
    if not len(act.words):
        raise InvalidText(file, message(N_("{file} contains no words; is it the text of an act?"), file=file))
    return act


def verify(regulation: Regulation, text: str | os.PathLike[str] | ActText, *, lock: Lock | None = None) -> Verification:
    """Resolve every citation of a regulation in the act's text and measure what is cited.

    Args:
        regulation: the regulation.
        text: the text of the act itself, the path of its file, or what `read_act` has read. A string of one line
            that names a file is its path: no act is that short.
        lock: digests of the text that was encoded; by default those of the file beside the regulation's, if any.

    Raises:
        UnreadablePath, InvalidText: when a path is given and its file cannot be used. InvalidInput: the lock file
            cannot be used.
    """
    return _verify(regulation.model, as_act(text), lock or find_lock(regulation))


def as_act(text: str | os.PathLike[str] | ActText) -> ActText:
    """What the functions of this library take for the text of an act, read.

    Raises:
        UnreadablePath, InvalidText: when a path is given and its file cannot be used.
    """
    if isinstance(text, ActText):
        return text
    if isinstance(text, os.PathLike) or _names_a_file(text):
        return read_act(text)
    return parse_act(text)


def lock_path(regulation: Regulation) -> Path:
    """Where the lock of a regulation lies: `<id>.lock.json` beside its file."""
    return Path(regulation.file).with_name(f"{regulation.id}.lock.json")


def find_lock(regulation: Regulation) -> Lock | None:
    """The lock beside a regulation's file, or None where there is none.

    Raises:
        InvalidInput: the file is no lock, or that of another regulation.
    """
    path = lock_path(regulation)
    if not path.is_file():
        return None
    lock = read_lock(read_bytes(path))
    if lock is None or lock.regulation != regulation.id:
        remedy = N_("{file} is no lock of {id}; write it anew with «rsnms verify {id} TEXT --lock».")
        raise InvalidInput(message(remedy, file=str(path), id=regulation.id))
    return lock


def _names_a_file(text: str) -> bool:
    try:
        return "\n" not in text and "\0" not in text and Path(text).is_file()
    except OSError:  # longer than any file's name
        return False


def find_text(regulation_id: str, sources: str | None) -> Path | None:
    """The text of an act in a folder of texts (`<id>.txt`), by default that of the variable RSNMS_SOURCES.

    Raises:
        UnreadablePath: the folder was named and is none.
    """
    folder = sources or os.environ.get(SOURCES_VARIABLE)
    if not folder:
        return None
    if sources and not Path(folder).is_dir():
        raise UnreadablePath(folder, message(N_("{path} is no folder of texts."), path=folder))
    path = Path(folder) / f"{regulation_id}.txt"
    return path if path.is_file() else None


def quotes(act: ActText, element: Element) -> list[tuple[Citation, str | None]]:
    """The act's own words for each citation of an element; None where a citation does not resolve."""
    found = [(citation, resolve(act, citation).span) for citation in element.cite]
    return [(citation, act.quote(span) if span is not None else None) for citation, span in found]
