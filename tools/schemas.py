"""Writes the published JSON Schemas into `schemas/`; a test proves that they are fresh."""

from __future__ import annotations

from pathlib import Path

from rsnms_rules.report.json.envelope import dumps
from rsnms_rules.report.json.schema import NAMES, schema_of

FOLDER = Path(__file__).resolve().parents[1] / "schemas"


def main() -> None:
    """Write one file per schema."""
    for name in NAMES:
        (FOLDER / f"{name}-1.json").write_text(dumps(schema_of(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
