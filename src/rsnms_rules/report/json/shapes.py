"""The shapes of the JSON outputs, from which their published JSON Schemas are generated."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

SeverityWord = Literal["error", "warning", "note"]
StatusWord = Literal["met", "missed", "pending", "no-data", "no-target", "unknown"]
CitationWord = Literal["resolved", "lost", "ambiguous", "cut-off", "doubly-cited"]


class UnknownShape(TypedDict):
    """Something that the text at hand does not tell."""

    regulation: str
    element: str
    why: str


class DutyShape(TypedDict):
    """A duty of a carrier with its clause and a score from 0 to 1."""

    regulation: str
    subject: str
    element: str
    does: str
    cite: list[str]
    score: float


class WhoShape(TypedDict):
    """Answer of `rsnms who`."""

    schema: Literal["rsnms/who/1"]
    leaders: list[DutyShape]
    participants: list[DutyShape]
    joint: list[DutyShape]
    unknown: list[UnknownShape]


class AskedShape(TypedDict):
    """One candidate of an answer."""

    id: str
    regulation: str
    kind: str
    label: str
    value: str
    cite: list[str]
    score: float


class AskShape(TypedDict):
    """Answer of `rsnms ask`; `nearest` is what comes nearest to an unknown one, `missing` what the text lacks."""

    schema: Literal["rsnms/ask/1"]
    question: str
    kind: str
    text: str
    grade: Literal["answer", "maybe", "unknown"]
    unknown: bool
    answers: list[AskedShape]
    nearest: list[AskedShape]
    missing: list[UnknownShape]


FunctionShape = TypedDict(
    "FunctionShape",
    {
        "regulation": str,
        "subject": str,
        "element": str,
        "does": str,
        "mode": Literal["leads", "participates"],
        "joint": bool,
        "concepts": list[str],
        "with": list[str],
        "cite": list[str],
    },
)


class FunctionsShape(TypedDict):
    """Answer of `rsnms functions`; `joint` marks duties that other lists give to the subject."""

    schema: Literal["rsnms/functions/1"]
    functions: list[FunctionShape]
    unknown: list[UnknownShape]


class WayShape(TypedDict):
    """A channel or mechanism; `between` is empty where it connects all."""

    regulation: str
    element: str
    kind: str
    name: str
    between: list[str]
    cite: list[str]


class ContactShape(TypedDict):
    """A duty in which one body deals with another; `how` is `joint` or a word of `interacts`."""

    regulation: str
    element: str
    how: str
    subject: str
    partner: str
    to: list[str]
    does: str
    cite: list[str]


class ChannelsShape(TypedDict):
    """Answer of `rsnms channels`."""

    schema: Literal["rsnms/channels/1"]
    channels: list[WayShape]
    mechanisms: list[WayShape]
    interactions: list[ContactShape]
    unknown: list[UnknownShape]


class ResultShape(TypedDict):
    """A judged target; quantities are strings, `target` is as in the regulation file."""

    regulation: str
    indicator: str
    period: str
    territory: str | None
    status: StatusWord
    target: dict[str, object] | None
    value: str | None
    gap: str | None
    cite: list[str]


class RejectedShape(TypedDict):
    """A row that was not used; `row` counts lines of the table from 1, its head included."""

    row: int
    column: str
    value: str
    reason: str


class AssessShape(TypedDict):
    """Answer of `rsnms assess`."""

    schema: Literal["rsnms/assess/1"]
    results: list[ResultShape]
    rejected: list[RejectedShape]


class UncitedShape(TypedDict):
    """Words that nobody cites, with their line in the text."""

    line: int
    text: str


class CitedShape(TypedDict):
    """A citation of an element and what became of it."""

    element: str
    status: CitationWord


class TodoShape(TypedDict):
    """A field that a person has still to write."""

    element: str
    field: str


FateWord = Literal["changed", "moved", "vanished"]


class ChangeShape(TypedDict):
    """A citation whose text differs from the locked one; `line` and `place` say where it stands now."""

    element: str
    cite: str
    change: FateWord
    line: int | None
    place: str | None


class EditionShape(TypedDict):
    """The text held against the lock; `stale` names elements whose citations the lock does not know."""

    same: bool
    changes: list[ChangeShape]
    stale: list[str]


class NewShape(TypedDict):
    """Answer of `rsnms new --from`: the fields of the drafted file."""

    schema: Literal["rsnms/new/1"]
    regulation: dict[str, object]


class VerifyShape(TypedDict):
    """Answer of `rsnms verify`; `coverage` is a share from "0" to "1"."""

    schema: Literal["rsnms/verify/1"]
    coverage: str
    words: int
    quoted: int
    bare: int
    skipped: int
    uncited: list[UncitedShape]
    citations: list[CitedShape]
    todo: list[TodoShape]
    edition: EditionShape | None


class VerifyOneShape(TypedDict):
    """One regulation among several."""

    regulation: str
    coverage: str
    words: int
    quoted: int
    bare: int
    skipped: int
    uncited: list[UncitedShape]
    citations: list[CitedShape]
    todo: list[TodoShape]
    edition: EditionShape | None


class VerifyAllShape(TypedDict):
    """Answer of `rsnms verify --all`."""

    schema: Literal["rsnms/verify/1"]
    regulations: list[VerifyOneShape]


class FindingShape(TypedDict):
    """A finding; lines and columns count from 1."""

    rule: str
    severity: SeverityWord
    element: str
    file: str
    line: int
    column: int
    message: str
    cite: list[str]
    fingerprint: str
    waived: bool


class CountsShape(TypedDict):
    """How many findings there are of each severity."""

    error: int
    warning: int
    note: int


class ValidateShape(TypedDict):
    """Answer of `rsnms validate`."""

    schema: Literal["rsnms/validate/1"]
    findings: list[FindingShape]
    counts: CountsShape


class CheckCountsShape(CountsShape):
    """How many open findings there are of each severity, and how many are accepted by waivers."""

    waived: int


class CheckShape(TypedDict):
    """Answer of `rsnms check`; `failed` says whether an open finding is at or above the failing severity."""

    schema: Literal["rsnms/check/1"]
    findings: list[FindingShape]
    counts: CheckCountsShape
    regulations: list[str]
    failed: bool


class RuleShape(TypedDict):
    """A rule: slug, severity, the sentence that it holds, and its page; `needs` is what it is silent without."""

    rule: str
    severity: SeverityWord
    sentence: str
    why: str
    condition: str
    remedy: str
    authority: str
    needs: str | None


class WaiverShape(TypedDict):
    """That somebody accepts a finding, through the day `expires`."""

    reason: str
    approved_by: str
    expires: str


class ExplainedShape(TypedDict):
    """A finding with the values in its message, what was looked at, and the act's words where its text is at hand."""

    finding: FindingShape
    values: dict[str, str]
    because: list[str]
    quotes: list[str]
    waiver: WaiverShape | None


class ExplainShape(TypedDict):
    """Answer of `rsnms explain`."""

    schema: Literal["rsnms/explain/1"]
    rule: RuleShape
    findings: list[ExplainedShape]


EntryShape = TypedDict("EntryShape", {"id": str, "kind": str, "label": str, "is": str})
"""A role or a concept: `kind` is role, or what it is a concept of."""


class ConceptsShape(TypedDict):
    """Answer of `rsnms concepts`."""

    schema: Literal["rsnms/concepts/1"]
    roles: list[EntryShape]
    concepts: list[EntryShape]


class RulesShape(TypedDict):
    """Answer of `rsnms rules`."""

    schema: Literal["rsnms/rules/1"]
    rules: list[RuleShape]


KindWord = Literal["added", "removed", "changed", "moved", "renamed", "renumbered"]
JudgementWord = Literal["stricter", "looser", "different", "editorial", "unknown"]


class FieldShape(TypedDict):
    """A field that differs; quantities and days are texts, sets are lists; `reading`: an encoder's reading is in it."""

    name: str
    a: str | bool | list[str] | None
    b: str | bool | list[str] | None
    judgement: JudgementWord
    rule: str
    reading: bool


class DifferenceShape(TypedDict):
    """One element that differs; `score` is below 1 where the two were matched by likeness of words only.

    `elsewhere` has the elements by which the side without the element says the same in another list or of another body.
    """

    kind: KindWord
    element_a: str | None
    element_b: str | None
    concept: str | None
    fields: list[FieldShape]
    judgement: JudgementWord
    cite_a: list[str]
    cite_b: list[str]
    elsewhere: list[str]
    score: float
    fingerprint: str
    waived: bool


class DiffShape(TypedDict):
    """Answer of `rsnms diff`; `unknown` lists elements without a counterpart in a text that is not whole there."""

    schema: Literal["rsnms/diff/1"]
    a: str
    b: str
    changes: list[DifferenceShape]
    unknown: list[UnknownShape]


StateWord = Literal["yes", "no", "unknown"]


class HolderShape(TypedDict):
    """Who carries a concept, by one duty."""

    subject: str
    name: str
    role: str | None
    level: str | None
    mode: str
    concept: str
    element: str
    cite: list[str]


class GoalShape(TypedDict):
    """A target of an indicator."""

    element: str
    bound: str
    unit: str
    last: str | None
    cite: list[str]


class CellShape(TypedDict):
    """One concept in one regulation; `why` says what its text lacks where the state is unknown."""

    regulation: str
    state: StateWord
    why: str | None
    holders: list[HolderShape]
    targets: list[GoalShape]


class RowShape(TypedDict):
    """One concept in all regulations; a wider one counts what is narrower too."""

    concept: str
    label: str
    kind: str
    parent: str | None
    cells: list[CellShape]


class CompareShape(TypedDict):
    """Answer of `rsnms compare`; `perhaps_alone` where another's text leaves the concept unknown."""

    schema: Literal["rsnms/compare/1"]
    regulations: list[str]
    rows: list[RowShape]
    common: list[str]
    alone: dict[str, list[str]]
    perhaps_alone: dict[str, list[str]]
    different: list[str]


class ConformShape(TypedDict):
    """An element of the region's act and what the district's act makes of it; `why` where that is unknown."""

    status: str
    sort: str
    element: str
    concept: str
    found: list[str]
    cite: list[str]
    found_cite: list[str]
    how: list[str]
    why: str | None


class OwnShape(TypedDict):
    """A duty that the region gives to nobody below it; `copied_from` names its regional bodies that have it."""

    element: str
    concept: str
    copied_from: list[str]
    cite: list[str]


class ConformsShape(TypedDict):
    """Answer of `rsnms conforms`."""

    schema: Literal["rsnms/conforms/1"]
    district: str
    region: str
    results: list[ConformShape]
    own: list[OwnShape]


class NodeLinkShape(TypedDict):
    """Answer of `rsnms graph`: node-link data of one graph."""

    schema: Literal["rsnms/graph/1"]
    directed: bool
    multigraph: bool
    graph: dict[str, object]
    nodes: list[dict[str, object]]
    edges: list[dict[str, object]]


SHAPES: dict[str, Any] = {
    "ask": AskShape,
    "assess": AssessShape,
    "concepts": ConceptsShape,
    "channels": ChannelsShape,
    "check": CheckShape,
    "compare": CompareShape,
    "conforms": ConformsShape,
    "diff": DiffShape,
    "explain": ExplainShape,
    "functions": FunctionsShape,
    "graph": NodeLinkShape,
    "new": NewShape,
    "rules": RulesShape,
    "validate": ValidateShape,
    "verify": VerifyShape | VerifyAllShape,
    "who": WhoShape,
}
