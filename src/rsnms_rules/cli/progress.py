"""A progress bar on standard error, for long work in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import translate

T = TypeVar("T")

LONG = 20
"""From how many items on a bar is shown; fewer are read in a moment."""


def progress(streams: Streams, label: str) -> Callable[[Sequence[T]], Iterable[T]]:
    """Hand items on one by one and show how many are done; silent where standard error is no terminal."""

    def each(items: Sequence[T]) -> Iterable[T]:
        if len(items) < LONG or not streams.stderr.isatty():
            return items
        from tqdm import tqdm

        bar: Iterable[T] = tqdm(items, desc=translate(label), file=streams.stderr, leave=False, ncols=80)
        return bar

    return each
