"""How do two bodies interact, and through which channels?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.model.party import Party
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Interaction, Subject
from rsnms_rules.model.system import Channel, Mechanism
from rsnms_rules.model.vocabulary import FilePart
from rsnms_rules.questions.base import Quote, Unknown, act_words, citations, no_quote, short_name


@dataclass(frozen=True, slots=True)
class Way:
    """A channel or a mechanism. `parties` is empty where it connects all; `kind` is `channel` or a mechanism's kind."""

    regulation: str
    element: str
    kind: str
    name: str
    parties: tuple[str, ...]
    cite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """A duty in which one body deals with another.

    `how` is `joint` for a joint duty; `to` names whom it reaches in the end.
    """

    regulation: str
    element: str
    how: str
    label: Message
    subject: str
    partner: str
    to: tuple[str, ...]
    does: str
    cite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Channels:
    """Answer to «channels»: of the whole act, or between two bodies `a` and `b`."""

    regulation: str
    a: str
    b: str
    channels: tuple[Way, ...]
    mechanisms: tuple[Way, ...]
    contacts: tuple[Contact, ...]
    unknown: tuple[Unknown, ...]
    names: tuple[tuple[str, str], ...] = ()

    def lines(self, quote: Quote = no_quote) -> Iterator[tuple[int, Message]]:
        """The answer for a reader, as pairs of indent and sentence."""
        names = dict(self.names)
        if self.a:
            yield 0, message("{a} — {b}", a=names.get(self.a, self.a), b=names.get(self.b, self.b))
        for heading, ways in ((N_("Channels:"), self.channels), (N_("Mechanisms:"), self.mechanisms)):
            if ways:
                yield 0, message(heading)
                for way in ways:
                    yield from _way_lines(way, names, quote)
        if self.contacts:
            yield 0, message(N_("Duties that connect them:"))
            for contact in self.contacts:
                pair = {
                    "a": names.get(contact.subject, contact.subject),
                    "b": names.get(contact.partner, contact.partner),
                }
                yield 1, message("{a} → {b}: {how}", how=contact.label, **pair)
                yield 2, message("{does}", does=contact.does)
                yield 2, message("{cite}", cite="; ".join(contact.cite))
                for words in act_words(contact.regulation, contact.cite, quote):
                    yield 3, words
        if not (self.channels or self.mechanisms or self.contacts) and not self.unknown:
            yield 0, message(N_("The act names no channel and no duty that connects them."))
        for gap in self.unknown:
            yield 0, message(N_("Unknown: {why}"), why=gap.why)

    def __str__(self) -> str:
        return "\n".join("  " * indent + str(line) for indent, line in self.lines())


def _way_lines(way: Way, names: dict[str, str], quote: Quote) -> Iterator[tuple[int, Message]]:
    yield 1, message("{name}", name=way.name)
    parties = ", ".join(names.get(party, party) for party in way.parties)
    between = message(N_("between: {parties}"), parties=parties) if parties else message(N_("between all subjects"))
    cite = "; ".join(way.cite)
    yield 2, message("{between}; {cite}", between=between, cite=cite) if cite else between
    for words in act_words(way.regulation, way.cite, quote):
        yield 3, words


def channels(regulation: RegulationFile, a: Subject | None = None, b: Subject | None = None) -> Channels:
    """Gather channels, mechanisms and connecting duties; without `a` and `b` those of the whole act."""
    pair = (a.id if a else "", b.id if b else "")
    ways = [*_channels(regulation), *_mechanisms(regulation)]
    if a is not None and b is not None:
        ways = [way for way in ways if _connects(way, *pair)]
    contacts = tuple(contact for contact in _contacts(regulation) if _concerns(contact, *pair))
    return Channels(
        regulation=regulation.id,
        a=pair[0],
        b=pair[1],
        channels=tuple(way for way in ways if way.kind == "channel"),
        mechanisms=tuple(way for way in ways if way.kind != "channel"),
        contacts=contacts,
        unknown=tuple(_unknown(regulation)),
        names=tuple((subject.id, subject.abbr or subject.name) for subject in regulation.subjects),
    )


def _unknown(regulation: RegulationFile) -> Iterator[Unknown]:
    for part, found in (
        (FilePart.CHANNELS, regulation.channels),
        (FilePart.MECHANISMS, regulation.mechanisms),
    ):
        if not found and regulation.unknown(part):
            why = message(N_("the text at hand does not contain this part: {part}"), part=message(part.english))
            yield Unknown(regulation.id, f"{regulation.id}:{part.value}", why)


def _channels(regulation: RegulationFile) -> Iterator[Way]:
    for channel in regulation.channels:
        yield _way(regulation, f"channels.{channel.id}", "channel", channel, channel.between or ())


def _mechanisms(regulation: RegulationFile) -> Iterator[Way]:
    for mechanism in regulation.mechanisms:
        yield _way(regulation, f"mechanisms.{mechanism.id}", mechanism.kind.value, mechanism, mechanism.parties)
    for direction in regulation.directions:
        for item in direction.mechanisms:
            yield _way(
                regulation,
                f"directions.{direction.id}.mechanisms.{item.id}",
                item.kind.value,
                item,
                item.parties,
            )


def _way(
    regulation: RegulationFile, element: str, kind: str, item: Channel | Mechanism, parties: tuple[Party, ...]
) -> Way:
    name = item.name or (item.does if isinstance(item, Mechanism) else None) or item.id
    names = tuple(party.name for party in parties)
    return Way(regulation.id, f"{regulation.id}:{element}", kind, name, names, citations(item))


def _connects(way: Way, a: str, b: str) -> bool:
    """Tell whether the way is open to both; a mechanism without parties is no channel between two bodies."""
    if not way.parties:
        return way.kind == "channel"
    return a in way.parties and b in way.parties


def _contacts(regulation: RegulationFile) -> Iterator[Contact]:
    for subject in regulation.subjects:
        for function in subject.functions:
            base = Contact(
                regulation=regulation.id,
                element=f"{regulation.id}:subjects.{subject.id}.functions.{function.id}",
                how="joint",
                label=message(N_("jointly")),
                subject=subject.id,
                partner="",
                to=(),
                does=function.does,
                cite=citations(function),
            )
            for party in function.with_:
                yield replace(base, partner=party.name)
            for interaction in function.interacts:
                yield from _interaction(regulation, base, interaction)


def _interaction(regulation: RegulationFile, base: Contact, interaction: Interaction) -> Iterator[Contact]:
    base = replace(base, how=interaction.how.value, label=message(interaction.how.english))
    ends = tuple(short_name(regulation, party.name) for party in interaction.to)
    near = [party.name for party in interaction.with_]
    for name in near:
        yield replace(base, partner=name, to=ends)
    for party in interaction.to:
        if party.name not in near:
            yield replace(base, partner=party.name)


def _concerns(contact: Contact, a: str, b: str) -> bool:
    return not a or {contact.subject, contact.partner} == {a, b}
