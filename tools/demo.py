"""`make demo`: the main job on a real act, the order of the education department of Ivanovo oblast."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMAND = Path(sys.executable).with_name("rsnms")
STEPS = (
    (("validate", "ivanovo"), 0),
    (("who", "ivanovo", "реестр работников методических служб"), 0),
    (("channels", "ivanovo", "ММС", "ЦНППМ"), 0),
    (("assess", "ivanovo", "examples/observations.csv", "--as-of", "2022-12-31"), 1),
)
"""Calls and the exit codes that they must end with; `assess` says 1 when a target is missed."""


def main() -> int:
    """Run the steps one after the other, each below its command line."""
    for arguments, expected in STEPS:
        shown = " ".join(f'"{word}"' if " " in word else word for word in arguments)
        print(f"\n$ rsnms {shown}", flush=True)
        code = subprocess.run([COMMAND, *arguments], cwd=ROOT, check=False).returncode
        if code != expected:
            print(f"demo: exit code {code}, expected {expected}", file=sys.stderr)
            return 1
    print("\nПоказатели в examples/observations.csv выдуманы. / The observations are made up.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
