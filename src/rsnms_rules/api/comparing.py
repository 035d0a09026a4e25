"""Comparing regulations: what differs between two of them, or between two editions of one."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from rsnms_rules.api.loading import catalogue_for, library, load
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.differences.conformity import Conformance, conform
from rsnms_rules.differences.diff import Diff
from rsnms_rules.differences.diff import diff as _diff
from rsnms_rules.differences.matrix import Matrix, matrix
from rsnms_rules.errors import InvalidRegulation, UnreadablePath, UsageError
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.catalogue import joined
from rsnms_rules.source.file import read_regulation


def diff(a: Regulation, b: Regulation) -> Diff:
    """What differs in substance between two regulations; between two files with one id also the wording.

    Returns:
        the changes on the way from `a` to `b`, each with its fields, its judgement and the clauses of both sides, and
        what one of the texts does not tell (docs/comparing.md).
    """
    return _diff(a.model, b.model, joined([a.catalogue, b.catalogue]))


def compare(regulations: Sequence[Regulation]) -> Matrix:
    """Set regulations side by side: for each concept who carries it, how, on which level; for indicators the targets.

    Raises:
        UsageError: fewer than two are given, or two with one id.
    """
    ids = [regulation.id for regulation in regulations]
    if len(ids) < 2 or len(set(ids)) < len(ids):
        raise UsageError(message(N_("Name two regulations or more, each of them once.")))
    catalogue = joined([regulation.catalogue for regulation in regulations])
    return matrix([regulation.model for regulation in regulations], catalogue)


def conforms(district: Regulation, region: Regulation) -> Conformance:
    """Whether a district's act carries what its region's act gives to the municipal and institutional levels."""
    return conform(district.model, region.model, joined([district.catalogue, region.catalogue]))


def load_side(name: str, folders: Sequence[str] = ()) -> Regulation:
    """Load one side of a comparison: an id, a path, or either of them at a git revision: `FILE@REVISION`.

    Raises:
        UnknownRegulation, UnreadablePath: there is no such id, path or revision. InvalidRegulation: it has faults.
    """
    path, mark, revision = name.rpartition("@")
    if not mark or Path(name).exists():
        return load(name, folders=folders)
    file = library(folders).get(path, Path(path))
    data = _at_revision(file, revision, name)
    catalogue = catalogue_for(file)
    read = read_regulation(data, name, catalogue)
    if read.model is None:
        raise InvalidRegulation(read.findings)
    return Regulation(read.model, catalogue, file=name, places=read.places, findings=read.findings)


def _at_revision(file: Path, revision: str, name: str) -> bytes:
    folder = file.parent if file.parent.is_dir() else Path()
    command = ["git", "-C", str(folder), "show", "--end-of-options", f"{revision}:./{file.name}"]
    try:
        done = subprocess.run(command, capture_output=True, check=True)  # a list, no shell
    except FileNotFoundError:
        raise UnreadablePath(name, message(N_("{name}: git is not installed."), name=name)) from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        why = said[-1].removeprefix("fatal: ") if said else ""
        text = message(
            N_("{name}: git has no such file or revision ({why}); see: git log --oneline -- {file}"),
            name=name,
            why=why.rstrip("."),
            file=str(file),
        )
        raise UnreadablePath(name, text) from None
    return done.stdout
