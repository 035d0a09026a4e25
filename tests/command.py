"""Calling the command inside the test's process."""

from __future__ import annotations

import io
import json
from typing import Any, NamedTuple

from rsnms_rules.cli import main


class Outcome(NamedTuple):
    """Exit code and both outputs of one call."""

    code: int
    out: str
    err: str

    def json(self) -> dict[str, Any]:
        """Standard output as a JSON object."""
        value = json.loads(self.out)
        assert isinstance(value, dict)
        return value


class _Input(io.TextIOWrapper):
    pass


def rsnms(*arguments: str, stdin: bytes | str = b"") -> Outcome:
    """Run `rsnms` with the given arguments."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    out, err = io.StringIO(), io.StringIO()
    code = main(arguments, _Input(io.BytesIO(data), encoding="utf-8"), out, err)
    assert "Traceback" not in err.getvalue()
    return Outcome(code, out.getvalue(), err.getvalue())


def text(output: str | bytes) -> str:
    """The output of a format that is text."""
    assert isinstance(output, str)
    return output
