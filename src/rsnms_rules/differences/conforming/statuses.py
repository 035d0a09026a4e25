"""What a district's act may make of an element of its region's act."""

from __future__ import annotations

from dataclasses import dataclass

from rsnms_rules.differences.kinds import Field
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import FilePart, Level, Vocabulary

BELOW = (Level.MUNICIPAL, Level.INSTITUTIONAL)


class Conformity(Vocabulary):
    """How a district's act carries a duty, a channel or an indicator of its region's act."""

    CARRIED = "carried", N_("carried as it is")
    NARROWER = "narrower", N_("narrower")
    WIDER = "wider", N_("wider")
    DIFFERENT = "different", N_("otherwise")
    OTHER_BODY = "other-body", N_("another body carries it")
    ABSENT = "absent", N_("absent")
    UNKNOWN = "unknown", N_("unknown")


@dataclass(frozen=True, slots=True)
class Line:
    """One element of the region's act and what the district's act makes of it.

    Attributes:
        sort: `functions`, `channels` or `indicators`. `element`, `cite`: of the region. `label`: how people call it.
        body: who carries it by the region's act. `status`: how the district's act does.
        found, found_cite: elements and clauses of the district. `by`: who carries it there.
        how, fields: in what the district's act is narrower, wider or different.
        why: what the district's text lacks, where the status is unknown.
    """

    sort: str
    element: str
    concept: str
    label: str
    body: str
    cite: tuple[str, ...]
    status: Conformity
    found: tuple[str, ...] = ()
    found_cite: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    how: tuple[Message, ...] = ()
    fields: tuple[Field, ...] = ()
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """A duty of the district's act that the region gives to nobody below it; `copied` where a regional body has it."""

    element: str
    concept: str
    label: str
    body: str
    cite: tuple[str, ...]
    copied: tuple[str, ...]


def lost(regulation: RegulationFile, *parts: FilePart) -> Message | None:
    """Why the text of a regulation may have more of some parts than is at hand; None where it is whole there."""
    entry = next((one for one in regulation.text.missing if one.part in {*parts, FilePart.REGULATION}), None)
    if entry is not None:
        return message("{why}", why=entry.why)
    if any(regulation.unknown(part) and not regulation.holds(part) for part in parts):
        return message(N_("the text at hand is not the whole act"))
    return None


def summed(found: set[Conformity]) -> Conformity:
    """One status of several: what is narrower here and wider there is different."""
    found = found - {Conformity.CARRIED}
    if not found:
        return Conformity.CARRIED
    return found.pop() if len(found) == 1 else Conformity.DIFFERENT
