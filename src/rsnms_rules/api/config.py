"""The configuration of a repository: `rsnms.toml`, or `[tool.rsnms]` in `pyproject.toml`."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rsnms_rules.errors import InvalidConfiguration
from rsnms_rules.finding import nearest
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.rule import Severity
from rsnms_rules.source.file import read_bytes

FILE, SHARED = "rsnms.toml", "pyproject.toml"
LISTS = ("paths", "regulations", "observations", "waivers", "packs", "select", "ignore")
KEYS = (*LISTS, "sources", "fail-on", "severity", "outputs")
PATHS = frozenset(("paths", "regulations", "observations", "waivers", "packs"))
OFF = "off"


@dataclass(frozen=True, slots=True)
class Config:
    """What `rsnms check` does where the call does not say otherwise; paths are those of the configuration's folder.

    Attributes:
        paths: ids, files and folders to check. `regulations`: folders beside the bundled ones.
        observations, waivers: files. `packs`: policy packs. `sources`: folder of the acts' texts.
        select, ignore: slugs of rules. `severities`: other severities by slug, None for off.
        fail_on: least severity that fails. `outputs`: files by format, written beside the text for people.
    """

    paths: tuple[str, ...] = ()
    regulations: tuple[str, ...] = ()
    observations: tuple[str, ...] = ()
    waivers: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    sources: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    fail_on: Severity = Severity.ERROR
    outputs: Mapping[str, str] = field(default_factory=dict)


def find_config(name: str | None = None, *, wanted: bool = True, start: Path | None = None) -> Config:
    """Read the configuration: the file `name`, or the nearest one in the current folder and those above.

    Raises:
        UnreadablePath: there is no such file. InvalidConfiguration: it is broken.
    """
    if not wanted:
        return Config()
    if name is not None:
        return _config(Path(name), required=True) or Config()
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        for file in (FILE, SHARED):
            found = _config(folder / file, required=file == FILE) if (folder / file).is_file() else None
            if found is not None:
                return found
    return Config()


def _config(path: Path, *, required: bool) -> Config | None:
    data = read_bytes(path)
    try:
        text = data.decode("utf-8")
        table = tomllib.loads(text)
    except UnicodeDecodeError:
        raise _broken(path, None, message(N_("The file is not UTF-8."))) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"line (\d+)", str(error))
        raise _broken(path, int(place[1]) if place else None, message(N_("The file is no TOML."))) from None
    if path.name == SHARED:
        tool = table.get("tool")
        own = tool.get("rsnms") if isinstance(tool, dict) else None
        if own is None and not required:
            return None
        if own is not None and not isinstance(own, dict):
            raise _broken(path, None, message(N_("«{key}» is a table: [{key}]."), key="tool.rsnms"))
        table = own or {}
    return _Reader(path, text).config(table)


def _broken(path: Path, line: int | None, text: Message) -> InvalidConfiguration:
    where = f"{path}:{line}" if line is not None else str(path)
    return InvalidConfiguration(str(path), message("{where}: {what}", where=where, what=text))


class _Reader:
    """From a table to the configuration; every fault names file and line."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()

    def config(self, table: Mapping[str, object]) -> Config:
        for key in table:
            self._known(key, KEYS, N_("Unknown key «{key}». {hint}"))
        lists = {key: self._list(key, table.get(key, [])) for key in LISTS}
        sources = table.get("sources")
        return Config(
            **lists,
            sources=self._path(self._text("sources", sources)) if sources is not None else None,
            severities={
                slug: self._severity(slug, value, (*Severity, OFF))
                for slug, value in self._table("severity", table).items()
            },
            fail_on=self._severity("fail-on", table.get("fail-on", "error"), tuple(Severity)) or Severity.ERROR,
            outputs={
                name: self._path(self._text(name, value)) for name, value in self._table("outputs", table).items()
            },
        )

    def _fault(self, key: str, text: Message) -> InvalidConfiguration:
        pattern = re.compile(rf"""^\s*\[?["']?{re.escape(key)}["']?\s*[\]=]""")
        line = next((number for number, words in enumerate(self.lines, 1) if pattern.match(words)), None)
        return _broken(self.path, line, text)

    def _known(self, key: str, known: tuple[str, ...], template: str) -> None:
        if key not in known:
            hint = nearest(key, list(known)) or message(N_("Known: {ids}."), ids=", ".join(known))
            raise self._fault(key, message(template, key=key, hint=hint))

    def _text(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value:
            raise self._fault(key, message(N_("«{key}» holds a text in quotes."), key=key))
        return value

    def _list(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self._fault(key, message(N_('«{key}» holds a list of texts: {key} = ["…"].'), key=key))
        items = tuple(self._text(key, item) for item in value)
        return tuple(self._path(item, named=key in {"paths", "packs"}) for item in items) if key in PATHS else items

    def _table(self, key: str, table: Mapping[str, object]) -> dict[str, object]:
        value = table.get(key, {})
        if not isinstance(value, dict):
            raise self._fault(key, message(N_("«{key}» is a table: [{key}]."), key=key))
        return value

    def _severity(self, key: str, value: object, known: tuple[str, ...]) -> Severity | None:
        if value not in known or not isinstance(value, str):
            said = N_("«{key}» is «{found}»; it is one of: {known}.")
            raise self._fault(key, message(said, key=key, found=str(value), known=", ".join(known)))
        return None if value == OFF else Severity(value)

    def _path(self, text: str, *, named: bool = False) -> str:
        """A path of the configuration as seen from the current folder; where it may be `named`, an id stays so."""
        below = self.path.parent / text
        if named and not below.exists() and "/" not in text and not Path(text).suffix:
            return text
        return os.path.relpath(below)
