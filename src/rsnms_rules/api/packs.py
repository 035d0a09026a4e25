"""Policy packs: found, read with those that they extend, and held against regulations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from rsnms_rules.api.loading import bundled_catalogue, shown
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.errors import InvalidPack, UnknownPack, UsageError
from rsnms_rules.finding import Fault, Finding, nearest
from rsnms_rules.i18n import N_, Message, bilingual, language, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.pack import Outcome, PackFile
from rsnms_rules.policy.compile import compiled, faults
from rsnms_rules.policy.evaluate import Compiled, Verdict
from rsnms_rules.policy.evaluate import run as _run
from rsnms_rules.policy.truth import Reason
from rsnms_rules.policy.world import WHOLE, World
from rsnms_rules.rule import Rule, Severity
from rsnms_rules.source.file import read_bytes, read_file
from rsnms_rules.source.places import findings

TESTS = ".test.yaml"
MANY = 3
"""More elements than these that are unknown for one reason share a note."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was read, with its rules ready to run."""

    file: str
    model: PackFile
    rules: tuple[Compiled, ...]

    @property
    def cards(self) -> dict[str, Rule]:
        """The cards of the rules by `pack/rule`."""
        return {
            f"{self.model.pack}/{one.rule.rule}": Rule(
                f"{self.model.pack}/{one.rule.rule}", one.rule.severity, one.rule.title.in_language(language())
            )
            for one in self.rules
        }


@dataclass(frozen=True, slots=True)
class Held:
    """A rule of a pack that was held against a regulation."""

    pack: Pack
    rule: Compiled
    verdicts: tuple[Verdict, ...]

    @property
    def slug(self) -> str:
        """`pack/rule`."""
        return f"{self.pack.model.pack}/{self.rule.rule.rule}"


@cache
def bundled_packs() -> dict[str, Path]:
    """The packs that travel with the package, by name."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "policies"
    folder = inside if inside.is_dir() else package.parents[1] / "policies"
    return {path.stem: path for path in sorted(folder.glob("*.yaml")) if not path.name.endswith(TESTS)}


def load_packs(names: Sequence[str], catalogue: CatalogueFile | None = None) -> tuple[Pack, ...]:
    """Read packs by the name of a bundled one or by path, each after those that it extends, and each once.

    Raises:
        UnknownPack, UnreadablePath: there is no such pack. InvalidPack: one has faults, or packs extend each other.
    """
    found: dict[Path, Pack] = {}
    for name in names:
        _load(name, Path(), catalogue or bundled_catalogue(), found, ())
    packs = tuple(found.values())
    taken: dict[str, str] = {}
    for pack in packs:
        if taken.setdefault(pack.model.pack, pack.file) != pack.file:
            text = N_("The packs {one} and {two} have one name: {name}.")
            raise UsageError(message(text, one=taken[pack.model.pack], two=pack.file, name=pack.model.pack))
    return packs


def _load(name: str, beside: Path, catalogue: CatalogueFile, found: dict[Path, Pack], above: tuple[Path, ...]) -> None:
    path = _path(name, beside)
    if path.resolve() in above:
        raise UsageError(message(N_("{file} extends itself, directly or through others."), file=shown(path)))
    if path.resolve() in found:
        return
    pack = read_pack(path, catalogue)
    for other in pack.model.extends:
        _load(other, path.parent, catalogue, found, (*above, path.resolve()))
    found[path.resolve()] = pack


def _path(name: str, beside: Path) -> Path:
    if name in bundled_packs():
        return bundled_packs()[name]
    path = beside / name
    if not path.is_file():
        known = list(bundled_packs())
        hint = nearest(name, known) or message("")
        text = message(
            N_("There is no pack «{name}». Known: {known}; a path will do as well. {hint}"),
            name=name,
            known=", ".join(known),
            hint=hint,
        )
        raise UnknownPack(name, text)
    return path


def read_pack(path: Path, catalogue: CatalogueFile) -> Pack:
    """Read one pack.

    Raises:
        UnreadablePath: there is no such file. InvalidPack: it has faults; all of them are listed.
    """
    read = read_file(read_bytes(path), shown(path), PackFile, lambda filled: faults(filled, catalogue))
    if read.model is None:
        raise InvalidPack(read.findings)
    return Pack(shown(path), read.model, compiled(read.model, catalogue))


def hold(packs: Sequence[Pack], regulation: Regulation, as_of: date | None) -> Iterator[Held]:
    """Hold the rules of packs that are in force and of the act's tier against a regulation.

    Raises:
        UsageError: a rule has dates of force, and no day is given.
    """
    world = World(regulation.model, regulation.catalogue)
    for pack in packs:
        for one in pack.rules:
            if _applies(one, regulation, as_of):
                yield Held(pack, one, _run(one, world))


def _applies(one: Compiled, regulation: Regulation, as_of: date | None) -> bool:
    rule = one.rule
    if rule.tier is not None and rule.tier is not regulation.model.tier:
        return False
    if rule.from_ is None and rule.until is None:
        return True
    if as_of is None:
        text = N_("The rule «{rule}» is in force for a time only; it needs the day of the check (as_of).")
        raise UsageError(message(text, rule=rule.rule))
    return (rule.from_ or as_of) <= as_of <= (rule.until or as_of)


def every_verdict(held: Sequence[Held], regulation: Regulation) -> Iterator[Finding]:
    """One finding for each outcome, those that are met too, to be explained."""
    for one in held:
        for verdict in one.verdicts:
            yield _finding(one, verdict, regulation)


def verdict_findings(held: Sequence[Held], regulation: Regulation) -> Iterator[Finding]:
    """One finding for each outcome that is no pass: what is unknown or empty is a note, never silent.

    What is lost is told once and not again for each element that it makes unknown; more than `MANY` elements that are
    unknown for the same reason share one note.
    """
    for one in held:
        unknown = {verdict.element for verdict in one.verdicts if verdict.outcome is Outcome.UNKNOWN}
        shown = [
            verdict
            for verdict in one.verdicts
            if verdict.outcome is not Outcome.PASS and not _told_elsewhere(verdict, unknown)
        ]
        alike = defaultdict[str, list[Verdict]](list)
        for verdict in shown:
            alike[_alike(verdict)].append(verdict)
        for verdict in shown:
            group = alike[_alike(verdict)]
            if len(group) <= MANY or not _alike(verdict):
                yield _finding(one, verdict, regulation)
            elif group[0] is verdict:
                yield _shared(one, group, regulation)


def _alike(verdict: Verdict) -> str:
    """Why a verdict is unknown, the same for all elements that lack the same thing; empty for other outcomes."""
    return str(_missing(verdict).text) if verdict.outcome is Outcome.UNKNOWN and verdict.reasons else ""


def _shared(held: Held, verdicts: Sequence[Verdict], regulation: Regulation) -> Finding:
    """One note for many elements that are unknown for the same reason, at the place of the first."""
    reasons = tuple(reason for verdict in verdicts for reason in verdict.reasons)
    first = verdicts[0]
    whole = Verdict(first.rule, first.outcome, f"{regulation.id}:{WHOLE}", first.path, reasons)
    names = ", ".join(verdict.element.partition(":")[2] for verdict in verdicts)
    return _finding(
        held, whole, regulation, message(N_("the same of {count} elements: {names}"), count=len(verdicts), names=names)
    )


def _told_elsewhere(verdict: Verdict, unknown: set[str]) -> bool:
    """Whether an element is unknown only for what another element of the rule is unknown for."""
    if verdict.outcome is not Outcome.UNKNOWN or not verdict.reasons:
        return False
    return _missing(verdict).element in unknown - {verdict.element}


def _finding(held: Held, verdict: Verdict, regulation: Regulation, more: Message | None = None) -> Finding:
    rule = held.rule.rule
    title = bilingual(rule.title.ru, rule.title.en)
    failed = verdict.outcome is Outcome.FAIL
    text = message("{outcome}: {title}", outcome=message(verdict.outcome.english), title=title)
    if verdict.outcome is Outcome.UNKNOWN and verdict.reasons:
        missing = _missing(verdict)
        why = message("{text}; {more}", text=missing.text, more=more) if more is not None else told(missing)
        text = message(N_("{what}. What is missing: {why}"), what=text, why=why)
    remedy = bilingual(rule.remedy.ru, rule.remedy.en) if rule.remedy is not None and failed else None
    fault = Fault(held.slug, verdict.path, text, remedy, because=(*map(told, verdict.reasons), *_authority(held)))
    card = Rule(held.slug, rule.severity if failed else Severity.NOTE, "")
    (found,) = findings(
        (fault,), {held.slug: card}, file=regulation.file, root=regulation.places, element=lambda _: verdict.element
    )
    cites = tuple(dict.fromkeys(cite for reason in verdict.reasons for cite in reason.cite))
    return Finding(
        found.rule, found.severity, found.element, found.location, found.message, found.remedy, cites, found.because
    )


def _missing(verdict: Verdict) -> Reason:
    """The first thing that the text lacks; how many were found is no such thing."""
    return next((reason for reason in verdict.reasons if reason.element != verdict.element), verdict.reasons[0])


def told(reason: Reason) -> Message:
    """A reason in words: the element, what is seen of it, and the clause."""
    cite = f" ({'; '.join(reason.cite)})" if reason.cite else ""
    return message("{element}: {text}{cite}", element=reason.element, text=reason.text, cite=cite)


def _authority(held: Held) -> Iterator[Message]:
    for one in held.rule.rule.authority:
        yield message(N_("rests on: {document}, {cite}"), document=one.document, cite=one.cite)
