"""A region's channels and indicators, and what a district's act makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rsnms_rules.differences.conforming.statuses import Conformity, Line, lost, summed
from rsnms_rules.differences.items import Names, items
from rsnms_rules.differences.kinds import Field, Item, Judgement, Kind, Pair, Value
from rsnms_rules.differences.rules import judge
from rsnms_rules.differences.rules.base import Question, unnumbered
from rsnms_rules.differences.substance import aligned
from rsnms_rules.differences.unknown import breaking_off
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.party import Party
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import FilePart

_Result = tuple[Conformity, tuple[Message, ...], tuple[Field, ...]]
_Judge = Callable[[Item, Item], _Result]

_BY = {Judgement.STRICTER: Conformity.WIDER, Judgement.LOOSER: Conformity.NARROWER}


def channel_lines(district: RegulationFile, region: RegulationFile, catalogue: CatalogueFile) -> Iterator[Line]:
    """One line for each channel of the region that has a concept; compared are its parties' roles."""

    def judged(ours: Item, theirs: Item) -> _Result:
        wanted = _roles(region, _between(region, ours.name), catalogue)
        found = _roles(district, _between(district, theirs.name), catalogue)
        if wanted == found:
            return Conformity.CARRIED, (), ()
        if wanted is None or (found is not None and found < wanted):
            return Conformity.NARROWER, (message(N_("between fewer bodies")),), ()
        if found is None or wanted < found:
            return Conformity.WIDER, (message(N_("between more bodies")),), ()
        return Conformity.DIFFERENT, (message(N_("between other bodies")),), ()

    yield from _lines("channels", FilePart.CHANNELS, (district, region), catalogue, judged)


def indicator_lines(district: RegulationFile, region: RegulationFile, catalogue: CatalogueFile) -> Iterator[Line]:
    """One line for each indicator of the region that has a concept; compared are whom it counts and its targets."""
    yield from _lines("indicators", FilePart.INDICATORS, (district, region), catalogue, _measured)


def _lines(
    sort: str, part: FilePart, acts: tuple[RegulationFile, RegulationFile], catalogue: CatalogueFile, judged: _Judge
) -> Iterator[Line]:
    theirs, ours = ([item for item in items(act, Names(concept=catalogue.now)) if item.sort == sort] for act in acts)
    for wanted in ours:
        if not wanted.concepts:
            continue
        found = [item for item in theirs if wanted.concepts[0] in item.concepts]
        results = [judged(wanted, item) for item in found]
        none: _Result = (Conformity.ABSENT, (), ())
        status, how, fields = min(results, key=lambda one: one[0] is not Conformity.CARRIED, default=none)
        why = None if found else lost(acts[0], part) or breaking_off(wanted, theirs)
        unread = next((item for item in found if item.unread or item.lost), None)
        if unread is not None:
            why = message(N_("words are lost in the text: {fields}"), fields=", ".join(sorted(unread.unread)) or "…")
        yield Line(
            sort=sort,
            element=wanted.element,
            concept=wanted.concepts[0],
            label=wanted.label,
            body="",
            cite=wanted.cite,
            status=Conformity.UNKNOWN if why is not None else status,
            found=tuple(item.element for item in found),
            found_cite=tuple(place for item in found for place in item.cite),
            how=() if why is not None else how,
            fields=() if why is not None else fields,
            why=why,
        )


def _between(regulation: RegulationFile, name: str) -> tuple[Party, ...] | None:
    return next(channel.between for channel in regulation.channels if channel.id == name)


def _roles(
    regulation: RegulationFile, parties: Iterable[Party] | None, catalogue: CatalogueFile
) -> frozenset[str] | None:
    """The leading roles of a channel's parties, which two acts have in common; None where all are meant."""
    if parties is None:
        return None
    roles = {subject.id: subject.roles for subject in regulation.subjects}
    return frozenset(
        catalogue.now(found[0]) if (found := roles.get(party.who or "")) else party.name.casefold() for party in parties
    )


def _measured(ours: Item, theirs: Item) -> _Result:
    """Whom an indicator counts and what it must reach: less is narrower, more is wider."""
    a, b = aligned(Pair(ours, theirs))
    found: list[tuple[Conformity, Field]] = []
    for name in sorted({*a, *b} - {"territory"}):
        one, two = a.get(name) or None, b.get(name) or None
        if one == two:
            continue
        if name == "among":
            status = _among(one, two)
        else:
            judgement, _ = judge(Question(Kind.CHANGED, "indicators", unnumbered(name), one, two))
            status = _BY.get(judgement, Conformity.DIFFERENT)
        found.append((status, Field(name, one, two, ours.reading or theirs.reading)))
    return summed({status for status, _ in found}), (), tuple(field for _, field in found)


def _among(one: Value, two: Value) -> Conformity:
    """Whom the district counts against whom the region counts; silence is neither more nor less."""
    if not isinstance(one, frozenset) or not isinstance(two, frozenset):
        return Conformity.DIFFERENT
    return Conformity.NARROWER if two < one else Conformity.WIDER if one < two else Conformity.DIFFERENT
