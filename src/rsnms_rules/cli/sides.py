"""The two sides of a comparison: an error says on which of them it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rsnms_rules.api.comparing import load_side
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.cli.streams import Streams
from rsnms_rules.errors import RsnmsError
from rsnms_rules.i18n import N_, message


def load_sides(names: Iterable[str], folders: Sequence[str], streams: Streams) -> list[Regulation]:
    """Load the sides in their order, A first.

    Raises:
        RsnmsError: one of them cannot be loaded; which one is told first.
    """
    found = []
    for side, name in zip("AB", names, strict=False):
        try:
            found.append(load_side(name, folders))
        except RsnmsError:
            streams.say(message(N_("side {side} ({name}) cannot be used:"), side=side, name=name))
            raise
    return found
