"""JSON text: sorted where order has no meaning, Russian letters as they are, a line break at the end."""

from __future__ import annotations

import json


def dumps(payload: object) -> str:
    """Write a payload as JSON text; the same payload gives the same bytes."""
    return json.dumps(payload, ensure_ascii=False, indent=2) + "\n"
