"""Regulations as YAML, ready to be saved as files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rsnms_rules.model.plain import plain
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.report.json.export import Exported
from rsnms_rules.report.style import Style
from rsnms_rules.source.writer import write


def regulations(exported: Sequence[Exported], style: Style) -> str:  # noqa: ARG001
    """The regulation file as the library writes it; several are parted by comment lines."""
    return "\n".join(_one(item.model) for item in exported)


def draft(data: Mapping[str, object], style: Style) -> str:  # noqa: ARG001
    """The draft of a regulation file."""
    return write(data)


def _one(model: RegulationFile) -> str:
    return f"# {model.id}\n{write(plain(model))}"
