"""`make fuzz`: mutated regulation files against the reader; it must find faults or none, and never crash.

    python tools/fuzz.py [SEED] [SECONDS]

A file that crashes the reader is written to `fuzz-crash.yaml`.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from rsnms_rules.api.bundled import CATALOGUE, bundled, folder
from rsnms_rules.api.loading import bundled_catalogue
from rsnms_rules.finding import has_errors
from rsnms_rules.source.file import read_catalogue, read_regulation

BITS = [
    *("id", "cite", "- ", ": ", "{", "}", "[", "]", '"', "«", "»", " … ", "null", "~", "true", "3.10", "2021-13-01"),
    *("targets", "with", "who", "text", "&a ", "*a", "!!x ", "\n", "  ", "\t", "none", "all", "0x1F", "1e9", "-5"),
    *("[]", "{}", "|", "> ", "#", "' ", "%", "@", "functions:", "subjects:", "listed:", "unread: [cite]", "by"),
]


def mutated(text: str, rng: random.Random) -> str:
    """`text` with one to four pieces inserted, removed, copied elsewhere or cut off."""
    for _ in range(rng.randint(1, 4)):
        at, kind = rng.randrange(len(text)), rng.random()
        if kind < 0.4:
            text = text[:at] + rng.choice(BITS) + text[at:]
        elif kind < 0.7:
            text = text[:at] + text[at + rng.randint(1, 40) :]
        elif kind < 0.9:
            other = rng.randrange(len(text))
            text = text[:at] + text[other : other + rng.randint(1, 60)] + text[at + rng.randint(0, 30) :]
        else:
            text = text[: at + 1]
    return text


def main() -> int:
    """Mutate and read until the time is over; 1 when the reader crashed."""
    seed, seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 1, float(sys.argv[2]) if len(sys.argv) > 2 else 60
    rng, end, count = random.Random(seed), time.monotonic() + seconds, 0
    files = [path.read_text(encoding="utf-8") for path in bundled().values()]
    catalogue = (folder() / CATALOGUE).read_text(encoding="utf-8")
    while time.monotonic() < end:
        text = mutated(rng.choice(files), rng)
        try:
            read = read_regulation(text, "fuzz.yaml", bundled_catalogue())
            assert (read.model is None) == has_errors(read.findings)
            assert all(str(finding) for finding in read.findings)
            read_catalogue(mutated(catalogue, rng), "fuzz.yaml")
        except Exception:
            Path("fuzz-crash.yaml").write_text(text, encoding="utf-8")
            raise
        count += 1
    print(f"{count} inputs with seed {seed}, no crash")
    return 0


if __name__ == "__main__":
    sys.exit(main())
