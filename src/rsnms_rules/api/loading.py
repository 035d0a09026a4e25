"""From a name, a path or a text to a regulation; from a folder to a corpus."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from rsnms_rules.api.bundled import CATALOGUE, bundled, folder, regulation_files
from rsnms_rules.api.corpus import Corpus
from rsnms_rules.api.family import family_findings
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.errors import InvalidRegulation, UnknownRegulation, UnreadablePath
from rsnms_rules.finding import Finding, has_errors, nearest
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.plain import plain
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.source.file import Read, read_bytes, read_catalogue, read_regulation
from rsnms_rules.source.writer import write

Source = str | os.PathLike[str]


def _catalogue_at(path: Path) -> CatalogueFile:
    state = path.stat()
    return _read_catalogue_at(path, state.st_mtime_ns, state.st_size)


@cache
def _read_catalogue_at(path: Path, changed: int, size: int) -> CatalogueFile:  # noqa: ARG001 -- part of the key
    read = _read_catalogue(path)
    if read.model is None:
        raise InvalidRegulation(read.findings)
    return read.model


def check_catalogue(path: Path) -> tuple[Finding, ...]:
    """What is wrong in a catalogue: the bundled one, or one that extends it.

    Raises:
        UnreadablePath: when the file cannot be read.
    """
    return _read_catalogue(path).findings


def _read_catalogue(path: Path) -> Read[CatalogueFile]:
    base = None if path.resolve() == (folder() / CATALOGUE).resolve() else bundled_catalogue()
    return read_catalogue(read_bytes(path), shown(path), base)


def bundled_catalogue() -> CatalogueFile:
    """The catalogue that travels with the package."""
    return _catalogue_at(folder() / CATALOGUE)


def catalogue_for(path: Path | None) -> CatalogueFile:
    """The catalogue for a regulation file: the bundled one, and one of the folder's own on top of it.

    Raises:
        InvalidRegulation: when the folder's catalogue has faults.
    """
    base = bundled_catalogue()
    own = _own_catalogue(path) if path is not None else None
    if own is None:
        return base
    extra = _catalogue_at(own)
    taken = {name for entry in (*extra.roles, *extra.concepts) for name in (entry.id, *entry.aliases)}
    return CatalogueFile(
        spec=1,
        roles=(*(role for role in base.roles if role.id not in taken), *extra.roles),
        concepts=(*(concept for concept in base.concepts if concept.id not in taken), *extra.concepts),
    )


def _own_catalogue(path: Path) -> Path | None:
    """The catalogue beside a file or, for a district's file, in the folder above; None for the bundled one."""
    bundled_one = (folder() / CATALOGUE).resolve()
    found = (place / CATALOGUE for place in (path.parent, path.parent.parent))
    own = next((candidate for candidate in found if candidate.is_file()), None)
    return own if own is not None and own.resolve() != bundled_one else None


def shown(path: Path) -> str:
    """A path as messages show it: relative where it lies below the current folder."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def locate(source: Source, folders: Sequence[Source] = ()) -> Path:
    """Find the file of a regulation: an id in one of the folders, a bundled id, or a path.

    Raises:
        UnknownRegulation: when it is neither. UnreadablePath: when one of `folders` is no folder.
    """
    ids = library(folders)
    if isinstance(source, str) and source in ids:
        return ids[source]
    text = os.fspath(source)
    if (
        text
        and "\0" not in text
        and (not isinstance(source, str) or os.sep in text or Path(text).suffix or Path(text).exists())
    ):
        return Path(text)
    known = list(ids)
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
    return read_regulation(data, shown(path), catalogue), catalogue


def library(folders: Sequence[Source] = ()) -> dict[str, Path]:
    """The regulation files by id: the bundled ones and those of folders beside them, which go first.

    Raises:
        UnreadablePath: when one of `folders` is no folder.
    """
    ids = dict(bundled())
    for name in reversed(folders):
        ids |= regulation_files(_folder(name))
    return dict(sorted(ids.items()))


def _folder(name: Source) -> Path:
    top = Path(name)
    if "\0" in str(name) or not top.is_dir():
        raise UnreadablePath(str(name), message(N_("{path} is no folder of regulations."), path=str(name)))
    return top


def load(source: Source, *, folders: Sequence[Source] = ()) -> Regulation:
    """Load a regulation.

    Args:
        source: the id of a bundled regulation (`"ivanovo"`), or a path to a file.
        folders: folders of one's own; the ids of the files in them are known too.

    Raises:
        UnknownRegulation: no bundled id and no path. UnreadablePath: no such file, or a folder.
        InvalidRegulation: the file has faults; all of them are listed.
    """
    path = locate(source, folders)
    read, catalogue = read_at(path)
    return _regulation(read, catalogue, shown(path))


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


def load_corpus(root: Source | Sequence[Source] | None = None, *, with_bundled: bool = False) -> Corpus:
    """Load all regulations below a folder or several, by default the bundled ones.

    Args:
        root: a folder, or several.
        with_bundled: load the bundled regulations beside those of `root`.

    Raises:
        UnreadablePath: `root` is no folder. InvalidRegulation: files have faults, an id stands twice, a parent does
            not exist; those of all files are listed.
    """
    several = [] if root is None else [root] if isinstance(root, (str, os.PathLike)) else list(root)
    tops = [folder()] * (with_bundled or not several) + [_folder(name) for name in several]
    loaded: list[Regulation] = []
    found: list[Finding] = []
    for path in dict.fromkeys(path.resolve() for top in tops for path in regulation_files(top).values()):
        try:
            loaded.append(load(path))
        except InvalidRegulation as error:
            found.extend(error.findings)
    found += [*family_findings(loaded, bundled())]
    if has_errors(found):
        raise InvalidRegulation(tuple(dict.fromkeys(found)))  # a catalogue's faults show with each of its files
    return Corpus({regulation.id: regulation for regulation in loaded})


def load_each(names: Sequence[str], folders: Sequence[Source] = ()) -> Iterator[Regulation]:
    """Load the acts of ids, files and folders, in this order; without names the bundled ones.

    Raises:
        UnknownRegulation, UnreadablePath, InvalidRegulation: as `load` and `load_corpus` do.
    """
    if not names:
        yield from load_corpus().values()
    for name in names:
        yield from load_corpus(name).values() if Path(name).is_dir() else (load(name, folders=folders),)
