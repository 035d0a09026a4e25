"""The regulations that travel with the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

CATALOGUE = "catalogue.yaml"
WAIVERS = "waivers.yaml"


@cache
def folder() -> Path:
    """The folder of the bundled regulations: inside the wheel, or at the top of a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "regulations"
    return inside if inside.is_dir() else package.parents[1] / "regulations"


def regulation_files(root: Path) -> dict[str, Path]:
    """The regulation files below a folder by the name of the file, in the order of the names.

    A file is a regulation's unless it is called `catalogue.yaml` or `waivers.yaml`, or is hidden, itself or by its
    folder; its name without the ending is its id.
    """
    paths = [path for ending in ("yaml", "yml") for path in root.rglob(f"*.{ending}")]
    files = {path.stem: path for path in paths if path.name not in {CATALOGUE, WAIVERS} and path.is_file()}
    return {name: path for name, path in sorted(files.items()) if not _hidden(path.relative_to(root))}


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


@cache
def bundled() -> dict[str, Path]:
    """The bundled regulations by id."""
    return regulation_files(folder())
