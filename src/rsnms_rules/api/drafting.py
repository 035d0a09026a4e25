"""A new regulation file: a draft from an act's text, or a skeleton to fill in by hand."""

from __future__ import annotations

import os

from pydantic import TypeAdapter, ValidationError

from rsnms_rules.api.verifying import as_act
from rsnms_rules.errors import UsageError
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.types import Id
from rsnms_rules.model.vocabulary import Tier
from rsnms_rules.source.act.resolve import ActText
from rsnms_rules.source.draft.draft import Head
from rsnms_rules.source.draft.draft import draft as _draft
from rsnms_rules.source.draft.skeleton import skeleton as _skeleton

_ID = TypeAdapter(Id)


def draft(text: str | os.PathLike[str] | ActText, head: Head) -> dict[str, object]:
    """Draft a regulation file from the text of an act.

    Every clause, item and row is cited; lists and bodies are guessed from headings, names and titles stand as
    printed, and statements are `TODO`. `verify` lists what is left to write.

    Args:
        text: the text itself, the path of its file, or what `read_act` has read.
        head: id, tier, parent and territory of the new regulation.

    Returns:
        the file as plain data in the order of the format; `as_yaml` writes it.

    Raises:
        UsageError: the head cannot stand in a file. UnreadablePath, InvalidText: the text cannot be used.
    """
    return _draft(as_act(text), _checked(head))


def skeleton(head: Head) -> str:
    """An empty regulation file with a comment for every part, in the current language.

    Raises:
        UsageError: the head cannot stand in a file.
    """
    return _skeleton(_checked(head))


def _checked(head: Head) -> Head:
    for name in filter(None, (head.id, head.parent)):
        try:
            _ID.validate_python(name)
        except ValidationError:
            text = message(N_("«{name}» is no id: Latin, lower case, hyphens between words, e.g. tver."), name=name)
            raise UsageError(text) from None
    if head.parent and head.tier != Tier.MUNICIPAL:
        raise UsageError(message(N_("Only a municipal act has a parent; add --tier municipal.")))
    return head
