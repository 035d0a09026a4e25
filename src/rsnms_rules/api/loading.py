"""From a name, a path or a text to a regulation; from a folder to a corpus."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from rsnms_rules.api.bundled import CATALOGUE, bundled, folder, regulation_files
from rsnms_rules.api.corpus import Corpus
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.errors import InvalidRegulation, UnknownRegulation, UnreadablePath
from rsnms_rules.finding import Finding
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.plain import plain
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.source.file import Read, read_bytes, read_catalogue, read_regulation
from rsnms_rules.source.shape import nearest
from rsnms_rules.source.writer import write

Source = str | os.PathLike[str]


def _catalogue_at(path: Path) -> CatalogueFile:
    state = path.stat()
    return _read_catalogue_at(path, state.st_mtime_ns, state.st_size)


@cache
def _read_catalogue_at(path: Path, changed: int, size: int) -> CatalogueFile:  # noqa: ARG001 -- part of the key
    read = read_catalogue(read_bytes(path), _shown(path))
    if read.model is None:
        raise InvalidRegulation(read.findings)
    return read.model


def bundled_catalogue() -> CatalogueFile:
    """The catalogue that travels with the package."""
    return _catalogue_at(folder() / CATALOGUE)


def catalogue_for(path: Path | None) -> CatalogueFile:
    """The catalogue for a regulation file: the bundled one, and one of the file's own folder on top of it.

    Raises:
        InvalidRegulation: when the folder's catalogue has faults.
    """
    base = bundled_catalogue()
    own = path.parent / CATALOGUE if path is not None else None
    if own is None or not own.is_file() or own.resolve() == (folder() / CATALOGUE).resolve():
        return base
    extra = _catalogue_at(own)
    taken = {name for entry in (*extra.roles, *extra.concepts) for name in (entry.id, *entry.aliases)}
    return CatalogueFile(
        spec=1,
        roles=(*(role for role in base.roles if role.id not in taken), *extra.roles),
        concepts=(*(concept for concept in base.concepts if concept.id not in taken), *extra.concepts),
    )


def _shown(path: Path) -> str:
    """A path as messages show it: relative where it lies below the current folder."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def locate(source: Source) -> Path:
    """Find the file of a regulation: a bundled id, or a path.

    Raises:
        UnknownRegulation: when it is neither.
    """
    if isinstance(source, str) and source in bundled():
        return bundled()[source]
    text = os.fspath(source)
    if (
        text
        and "\0" not in text
        and (not isinstance(source, str) or os.sep in text or Path(text).suffix or Path(text).exists())
    ):
        return Path(text)
    known = list(bundled())
    hint = nearest(text, known) or message(N_("Known: {ids}; or give the path of a file."), ids=", ".join(known))
    raise UnknownRegulation(text, message(N_("There is no regulation «{name}». {hint}"), name=text, hint=hint))


def read_at(path: Path) -> tuple[Read[RegulationFile], CatalogueFile]:
    """Read the regulation file at a path together with the catalogue that holds for it.

    Raises:
        UnreadablePath: when the file cannot be read.
        InvalidRegulation: when the folder's catalogue has faults.
    """
    data = read_bytes(path)
    catalogue = catalogue_for(path)
    return read_regulation(data, _shown(path), catalogue), catalogue


def load(source: Source) -> Regulation:
    """Load a regulation.

    Args:
        source: the id of a bundled regulation (`"ivanovo"`), or a path to a file.

    Raises:
        UnknownRegulation: no bundled id and no path. UnreadablePath: no such file, or a folder.
        InvalidRegulation: the file has faults; all of them are listed.
    """
    path = locate(source)
    read, catalogue = read_at(path)
    return _regulation(read, catalogue, _shown(path))


def loads(text: str | bytes, *, file: str = "<text>") -> Regulation:
    """Load a regulation from YAML text; `file` names it in messages.

    Raises:
        InvalidRegulation: the text has faults; all of them are listed.
    """
    catalogue = bundled_catalogue()
    return _regulation(read_regulation(text, file, catalogue), catalogue, file)


def _regulation(read: Read[RegulationFile], catalogue: CatalogueFile, file: str) -> Regulation:
    if read.model is None:
        raise InvalidRegulation(read.findings)
    return Regulation(read.model, catalogue, file=file, findings=read.findings, places=read.places)


def dump(regulation: Regulation) -> str:
    """Write a regulation as YAML text; `loads(dump(x)) == x`."""
    return write(plain(regulation.model))


def load_corpus(root: Source | None = None) -> Corpus:
    """Load all regulations below a folder, by default the bundled ones.

    Raises:
        UnreadablePath: `root` is no folder. InvalidRegulation: files have faults; those of all files are listed.
    """
    top = folder() if root is None else Path(root)
    if not top.is_dir():
        text = message(N_("{path} is no folder of regulations."), path=str(top))
        raise UnreadablePath(str(top), text)
    loaded: dict[str, Regulation] = {}
    found: list[Finding] = []
    for path in regulation_files(top).values():
        try:
            regulation = load(path)
        except InvalidRegulation as error:
            found.extend(error.findings)
        else:
            loaded[regulation.id] = regulation
    if found:
        raise InvalidRegulation(tuple(found))
    return Corpus(loaded)
