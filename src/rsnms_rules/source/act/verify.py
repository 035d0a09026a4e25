"""Source coverage: which words of an act's text lie in the span of some citation (DESIGN section 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction

from rsnms_rules.i18n import N_, message
from rsnms_rules.model.act import (
    Act,
    Document,
    LegalBasis,
    Missing,
    OtherDate,
    Point,
    Skipped,
)
from rsnms_rules.model.act import (
    ActText as TextOfAct,
)
from rsnms_rules.model.indicator import Indicator
from rsnms_rules.model.measure import Measure
from rsnms_rules.model.plan import Branch, branches
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.subject import Function, SubjectNote
from rsnms_rules.model.system import Activity, Channel, Mechanism, Method, Note, Statement, Term
from rsnms_rules.model.types import Element, Part
from rsnms_rules.source.act.lock import Edition, Lock, compare
from rsnms_rules.source.act.resolve import ActText, Resolution, Span, Status, ends_paragraph, resolve
from rsnms_rules.source.act.unwritten import Unwritten, unwritten

EXEMPT = (Note, SubjectNote, Missing, Point, LegalBasis, Document, OtherDate, Act, TextOfAct)
"""Elements that may cite what other elements cite."""

ITEMS = (Function, Statement, Channel, Mechanism, Activity, Method, Term, Indicator, Measure)
"""Elements that stand for a whole list item or row: a span that ends before the item does is cut off."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of an element and what became of it; `line` is the text's line of the span, 0 where there is none."""

    element: str
    resolution: Resolution
    line: int

    @property
    def status(self) -> Status:
        """What became of the citation."""
        return self.resolution.status


@dataclass(frozen=True, slots=True)
class Uncited:
    """Words of one line that nobody cites; `line` counts from 1 in the act's text."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Verification:
    """Result of `verify`.

    Attributes:
        words: number of words in the text.
        quoted: words inside the span of a quotation.
        bare: words that only a bare label covers.
        skipped: words that only `text.skipped` covers.
        uncited: what is left, with its place.
        citations: every citation of the file with its status, in the order of the file.
        todo: what a person has still to write.
        edition: the text held against the regulation's lock; None where there is no lock.
    """

    regulation: str
    words: int
    quoted: int
    bare: int
    skipped: int
    uncited: tuple[Uncited, ...]
    citations: tuple[Cited, ...]
    todo: tuple[Unwritten, ...] = ()
    edition: Edition | None = None

    @property
    def coverage(self) -> Fraction:
        """Share of the words that are cited or skipped, 0 to 1; 1 for a text without words."""
        return Fraction(self.quoted + self.bare + self.skipped, self.words) if self.words else Fraction(1)

    @property
    def coverage_text(self) -> str:
        """The share rounded down to four decimals, so that only a full coverage reads 1."""
        value = Decimal(self.coverage.numerator) / Decimal(self.coverage.denominator)
        return f"{value.quantize(Decimal('0.0001'), ROUND_FLOOR).normalize():f}"

    @property
    def complete(self) -> bool:
        """Nothing uncited, every citation resolved (warnings aside), and no cited text other than the locked one."""
        other = self.edition is not None and bool(self.edition.changes)
        return self.coverage == 1 and not self.of(Status.LOST) and not self.of(Status.AMBIGUOUS) and not other

    def of(self, status: Status) -> tuple[Cited, ...]:
        """The citations of one status."""
        return tuple(cited for cited in self.citations if cited.status is status)


@dataclass(frozen=True, slots=True)
class _Place:
    branch: Branch
    resolution: Resolution


def verify(regulation: RegulationFile, act: ActText, lock: Lock | None = None) -> Verification:
    """Resolve every citation of a regulation in the act's text and measure what they cover.

    Args:
        regulation: the regulation.
        act: a text of its act.
        lock: digests of the text that was encoded, where they were kept.
    """
    places = [
        _Place(branch, resolve(act, citation))
        for branch in branches(regulation)
        if isinstance(branch.value, Element)
        for citation in branch.value.cite
    ]
    places = list(_cut_off(act, places))
    doubles = _doubles(places)
    cited = tuple(
        Cited(
            place.branch.element,
            _doubled(place.resolution, doubles.get(index)),
            act.words.line(place.resolution.span[0]) if place.resolution.span else 0,
        )
        for index, place in enumerate(places)
    )
    covered = _covered(len(act.words), places)
    return Verification(
        regulation=regulation.id,
        words=len(act.words),
        quoted=covered.count("quoted"),
        bare=covered.count("bare"),
        skipped=covered.count("skipped"),
        uncited=tuple(_uncited(act, covered)),
        citations=cited,
        todo=tuple(unwritten(regulation)),
        edition=compare(regulation, act, lock) if lock is not None else None,
    )


def _cut_off(act: ActText, places: list[_Place]) -> Iterator[_Place]:
    """Call the span of an item cut off when the item goes on after it and no other item cites the rest."""
    ends = [
        place.resolution.span
        for place in places
        if place.resolution.span is not None and place.resolution.citation.head and _is_item(place.branch.value)
    ]
    for place in places:
        span = place.resolution.span
        rest = _rest(act, span[1]) if span is not None and span in ends and _is_item(place.branch.value) else None
        if rest is None or any(first <= rest[0] and rest[1] <= end and first > span[0] for first, end in ends if span):
            yield place
            continue
        words = act.quote((rest[0], min(rest[0] + 5, rest[1])))
        why = message(N_("The item goes on after the cited words: «{rest} …»."), rest=words)
        yield _Place(place.branch, replace(place.resolution, status=Status.CUT_OFF, why=why))


def _is_item(value: Part) -> bool:
    return isinstance(value, ITEMS) and not value.broken


def _rest(act: ActText, end: int) -> Span | None:
    """What follows a span in its paragraph, item or cell; None where it ends there."""
    if ends_paragraph(act.words, end - 1):
        return None
    stop = next(word for word in range(end, len(act.words)) if ends_paragraph(act.words, word))
    return end, stop + 1


def _doubled(resolution: Resolution, other: str | None) -> Resolution:
    if other is None or resolution.status is not Status.RESOLVED:
        return resolution
    return replace(resolution, status=Status.DOUBLE, why=message(N_("{element} cites the same words."), element=other))


def _doubles(places: list[_Place]) -> dict[int, str]:
    """For each citation whose words another element cites too, the other element.

    Allowed are a span inside a longer one, an element inside the other, rows that a scan tore together (the same
    citation, word for word, among measures) and the elements in `EXEMPT`.
    """
    spans = [
        (place.resolution.span, index, place)
        for index, place in enumerate(places)
        if place.resolution.span is not None and not isinstance(place.branch.value, EXEMPT)
    ]
    spans.sort(key=lambda entry: (entry[0], entry[1]))
    found: dict[int, str] = {}
    for position, (span, index, place) in enumerate(spans):
        for other_span, other_index, other in spans[position + 1 :]:
            if other_span[0] >= span[1]:
                break
            if _clash(span, other_span, place, other):
                found.setdefault(index, other.branch.element)
                found.setdefault(other_index, place.branch.element)
    return found


def _clash(a: Span, b: Span, one: _Place, two: _Place) -> bool:
    inside = a != b and ((a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1]))
    if inside or one.branch.element == two.branch.element:
        return False
    first, second = one.branch.path, two.branch.path
    if first == second[: len(first)] or second == first[: len(second)]:
        return False
    both_rows = isinstance(one.branch.value, Measure) and isinstance(two.branch.value, Measure)
    return not (both_rows and one.resolution.citation == two.resolution.citation)


def _covered(total: int, places: list[_Place]) -> list[str]:
    """For each word how it is covered: quoted, bare, skipped or not at all (an empty text)."""
    covered = [""] * total
    for kind in ("skipped", "bare", "quoted"):
        for place in places:
            if place.resolution.span is not None and _kind(place) == kind:
                first, end = place.resolution.span
                covered[first:end] = [kind] * (end - first)
    return covered


def _kind(place: _Place) -> str:
    if isinstance(place.branch.value, Skipped):
        return "skipped"
    return "quoted" if place.resolution.citation.head else "bare"


def _uncited(act: ActText, covered: list[str]) -> Iterator[Uncited]:
    """Runs of words that nobody cites, one entry per run and line."""
    start: int | None = None
    for word in range(len(covered) + 1):
        free = word < len(covered) and not covered[word]
        if start is not None and (not free or act.words.line(word) != act.words.line(start)):
            yield Uncited(act.words.line(start), act.quote((start, word)))
            start = None
        if free and start is None:
            start = word
