"""Reading the files that a call names, as far as they can be read: `validate` and `check` report what is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from rsnms_rules.api.bundled import CATALOGUE, bundled, folder, regulation_files
from rsnms_rules.api.family import family_findings
from rsnms_rules.api.loading import bundled_catalogue, check_catalogue, library, locate, read_at, shown
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.errors import InvalidRegulation, UnreadablePath
from rsnms_rules.finding import Finding
from rsnms_rules.i18n import N_, message
from rsnms_rules.source.file import read_regulation

Source = str | os.PathLike[str]
Each = Callable[[Sequence[Source]], Iterable[Source]]
"""Hands the names on one by one; a command shows its progress there."""


def no_input() -> bytes:
    """For callers without a standard input."""
    raise UnreadablePath("-", message(N_("There is no standard input to read from.")))


def read_all(
    names: Sequence[Source],
    folders: Sequence[Source] = (),
    *,
    everything: bool = False,
    stdin: Callable[[], bytes] = no_input,
    each: Each = tuple,
) -> tuple[tuple[Finding, ...], tuple[Regulation, ...]]:
    """What the reader finds in the files, and the regulations that can be used.

    Args:
        names: ids, files, folders, or `-` for standard input.
        folders: folders of one's own beside the bundled regulations.
        everything: all regulations and the bundled catalogue in place of `names`.
        stdin: reads standard input.
        each: hands the names on, one by one.

    Raises:
        UnknownRegulation, UnreadablePath: a name leads nowhere, or a folder holds no regulation.
    """
    files = _once(_names(names, folders, everything=everything))
    read = [_read(name, stdin, folders) for name in each(files)]
    regulations = tuple(regulation for _, regulation in read if regulation is not None)
    family = family_findings(regulations, bundled()) if len(regulations) > 1 else ()
    return (*(finding for findings, _ in read for finding in findings), *family), regulations


def _once(names: Iterable[Source]) -> tuple[Source, ...]:
    """Each file once, by whatever name it is given."""
    ids = bundled()
    found: dict[object, Source] = {}
    for name in names:
        text = os.fspath(name)
        known = ids.get(text) if isinstance(name, str) else None
        key = text if text == "-" or "\0" in text else (known or Path(name)).resolve()
        found.setdefault(key, name)
    return tuple(found.values())


def _names(names: Sequence[Source], folders: Sequence[Source], *, everything: bool) -> Iterator[Source]:
    if everything:
        yield folder() / CATALOGUE
        yield from library(folders).values()
        return
    for given in names:
        name, path = os.fspath(given), Path(given)
        if not name:
            raise UnreadablePath(name, message(N_("A path is empty.")))
        if name not in bundled() and "\0" not in name and path.is_dir():
            files = [*regulation_files(path).values(), *path.glob(CATALOGUE)]
            if not files:
                raise UnreadablePath(name, message(N_("{path} is a folder without regulation files."), path=name))
            yield from files
        else:
            yield given


def _read(
    name: Source, stdin: Callable[[], bytes], folders: Sequence[Source]
) -> tuple[tuple[Finding, ...], Regulation | None]:
    """What is wrong in one file, and the regulation where nothing stands against it."""
    if name == "-":
        catalogue, file = bundled_catalogue(), "<stdin>"
        read = read_regulation(stdin(), file, catalogue)
    else:
        path = locate(name, folders)
        if path.name == CATALOGUE:
            return check_catalogue(path), None
        try:
            read, catalogue = read_at(path)
        except InvalidRegulation as error:  # the catalogue beside the file
            return error.findings, None
        file = shown(path)
    if read.model is None:
        return read.findings, None
    return read.findings, Regulation(read.model, catalogue, file=file, places=read.places)
