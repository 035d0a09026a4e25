"""From plain data to YAML text that the reader reads back as the same data."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import yaml

from rsnms_rules.source.scalars import is_plain_text

_Base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_Base):  # type: ignore[misc]
    """Writes quotes wherever a plain scalar would be read as something else."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _text(dumper: Any, text: str) -> Any:
    style = None if is_plain_text(text) else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _number(dumper: Any, number: Decimal) -> Any:
    text = f"{number:f}"
    return dumper.represent_scalar("tag:yaml.org,2002:float" if "." in text else "tag:yaml.org,2002:int", text)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Decimal, _number)


def write(data: object) -> str:
    """Write plain data (text, numbers, truth values, lists, mappings) as YAML in block style."""
    return str(
        yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110, default_flow_style=False)
    )
