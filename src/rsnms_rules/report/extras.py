"""Packages that only some formats need: they come with an extra, and their absence is told."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from rsnms_rules.errors import MissingExtra


def need(package: str, extra: str) -> Any:  # noqa: ANN401 -- a module
    """Import a package that comes with `rsnms-rules[extra]`.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        if error.name != package.partition(".")[0]:
            raise
        raise MissingExtra(package, extra) from None
