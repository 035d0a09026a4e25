"""The draft of a regulation file: every item, clause and row of an act's text with its citation.

Lists and bodies are guessed from headings (`kinds`), names and titles stand as printed, and what a person has to
say in their own words is `TODO`. What is no rule of the act (stamps, titles, heads of tables) is put into
`text.skipped`, so that a draft cites the whole text from the beginning and the work is to replace every TODO.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rsnms_rules.model.citation import parse_citation
from rsnms_rules.source.act.blocks import Block, Role, blocks
from rsnms_rules.source.act.quoting import cite
from rsnms_rules.source.act.resolve import ActText, resolve
from rsnms_rules.source.act.unwritten import TODO
from rsnms_rules.source.draft import entries, kinds
from rsnms_rules.source.draft.entries import Entry

_STATEMENTS: dict[str, tuple[str, Callable[[str], Entry]]] = {
    "points": ("point", entries.statement),
    "goals": ("goal", entries.statement),
    "tasks": ("task", entries.statement),
    "principles": ("principle", entries.statement),
    "provisions": ("provision", entries.statement),
    "matters": ("matter", entries.statement),
    "functions": ("function", entries.function),
    "channels": ("channel", entries.named),
    "methods": ("method", entries.named),
    "mechanisms": ("mechanism", entries.mechanism),
    "indicators": ("indicator", entries.indicator),
    "terms": ("term", entries.term),
    "monitoring": ("", entries.statement),
    "legal_basis": ("", entries.basis),
    "repeals": ("", entries.repeal),
}
_SKIPPED = {Role.STAMP: "stamp", Role.HEAD: "title", Role.PREAMBLE: "preamble", Role.TABLE_HEAD: "table-head"}
_SIGNATURE = re.compile(r"(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё]+|^[А-ЯЁ][а-яё]+\s(?:[А-ЯЁ]\.\s?){1,2}$")
_TITLES = ("subjects", "goals", "tasks", "principles", "provisions", "matters", "channels", "mechanisms")
_REST = ("indicators", "monitoring", "measures", "terms")


@dataclass(slots=True)
class _Drafting:
    """A draft as it grows, block by block."""

    act: ActText
    tier: str
    lists: dict[str, list[Entry]] = field(default_factory=dict)
    subjects: dict[tuple[int, int], Entry] = field(default_factory=dict)
    skipped: list[Entry] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    heads: tuple[str, ...] = ()
    last_point: int = 0

    def add(self, name: str, block: Block, entry: Entry) -> None:
        """Put an entry with its citation at the end of a list."""
        key = _STATEMENTS[name][0] if name in _STATEMENTS else "measure"
        self.counts[key] += 1
        head: Entry = {"id": f"{key}-{self.counts[key]}"} if key else {}
        found = self.lists.setdefault(name, [])
        found.append(head | entry | {"cite": cite(self.act, block.label, block.span)})

    def skip(self, block: Block, why: str) -> None:
        """Note words that are no rule of the act."""
        self.skipped.append({"why": why, "cite": self.place(block)})

    def place(self, block: Block) -> str:
        """The bare label of a heading, or its words where the label alone means more or less."""
        bare = bool(block.label) and resolve(self.act, parse_citation(block.label)).span == block.span
        return block.label if bare else cite(self.act, block.label, block.span)


@dataclass(frozen=True, slots=True)
class Head:
    """What the caller knows of a new regulation; the territory's name may be left to be written."""

    id: str
    tier: str = "regional"
    parent: str | None = None
    territory: str = TODO

    def data(self) -> Entry:
        """The first keys of the file."""
        entry: Entry = {"spec": 1, "id": self.id, "tier": self.tier, "territory": {"name": self.territory}}
        return entry | ({"parent": self.parent} if self.parent else {})


def draft(act: ActText, head: Head) -> Entry:
    """The draft of a regulation file as plain data, in the order of the format."""
    work = _Drafting(act, head.tier)
    found = list(blocks(act))
    leads = {span for block in found for span in block.above[-1:]}
    for block in found:
        _take(work, block, leads)
    title = next((act.quote(block.span) for block in found if block.role is Role.HEAD), "")
    text = {"extent": "complete", "digest": act.digest, "skipped": work.skipped}
    return head.data() | {"act": _act(work, found, title), "text": text} | _lists(work)


def _lists(work: _Drafting) -> Entry:
    """The lists of the file in the order of the format, empty ones left out."""
    found: Entry = {"subjects": list(work.subjects.values()), **work.lists}
    told, methods = work.lists.get("monitoring", []), work.lists.get("methods")
    found["monitoring"] = {**(told[0] if told else {}), **({"methods": methods} if methods else {})}
    data: Entry = {name: found[name] for name in (*_TITLES, *_REST) if found.get(name)}
    return data | {"encoding": {"by": TODO}}


def _act(work: _Drafting, found: Iterable[Block], head: str) -> Entry:
    """The act's own data as far as its head shows them."""
    numbers, days = entries.numbers(head), entries.days(head)
    act: Entry = {"kind": "order", "number": numbers[0] if len(numbers) == 1 else "unknown"}
    act["date"] = days[0].isoformat() if len(days) == 1 else "unknown"
    titles = {block.piece: work.act.quote(block.span) for block in found if block.role is Role.HEAD}
    annexes = [
        {"number": piece.annex, "part": _part(piece.kind, title), "of": piece.of}
        for piece, title in titles.items()
        if piece.annex
    ]
    act |= {name: work.lists[name] for name in ("points", "repeals") if name in work.lists}
    act |= {"annexes": annexes} if annexes else {}
    return act | ({"legal_basis": work.lists["legal_basis"]} if "legal_basis" in work.lists else {})


def _part(kind: str, title: str) -> str:
    return "regulation" if kind == "regulation" else kinds.part_of(title)


def _take(work: _Drafting, block: Block, leads: set[tuple[int, int]]) -> None:
    """Put one block where it belongs."""
    text = work.act.quote(block.span)
    headings = [work.act.quote(span) for span in reversed(block.above)]
    if block.role is Role.TABLE_HEAD:
        work.heads = tuple(work.act.quote(cell).lower() for cell in block.cells)
    if block.role in _SKIPPED:
        work.skip(block, _SKIPPED[block.role])
    elif block.role is Role.LEAD:
        _lead(work, block, headings, text, leads)
    elif block.role is Role.ROW:
        _row(work, block)
    elif block.role is Role.TERM:
        work.add("terms", block, entries.term(text))
    else:
        _item(work, block, headings, text)


def _lead(work: _Drafting, block: Block, headings: list[str], text: str, leads: set[tuple[int, int]]) -> None:
    """A heading: a body of the structure, an operative point, or words to skip."""
    if block.span in leads and kinds.is_functions([text, *headings]):
        work.subjects[block.span] = _subject(work, block, headings, text)
    elif block.piece.kind == "order":
        work.add("points", block, entries.statement(text))
        work.lists["points"][-1]["cite"] = work.place(block)
    else:
        work.skip(block, "title")


def _subject(work: _Drafting, block: Block, headings: list[str], text: str) -> Entry:
    name, short, _ = re.split(r"\s*(\(далее|:|\.\s)", entries.tidy(text) + ":", maxsplit=1)
    abbr = re.search(r"\(далее\s*[–—-]\s*([^)]+)\)", text)
    entry: Entry = {"id": f"subject-{len(work.subjects) + 1}", "level": kinds.level_of(headings, work.tier)}
    entry |= {"name": name or TODO} | ({"abbr": abbr[1].strip()} if abbr and short else {})
    return entry | {"cite": block.label, "functions": []}


def _item(work: _Drafting, block: Block, headings: list[str], text: str) -> None:
    """An item of a list, or a clause of its own."""
    if block.piece.kind == "order":
        if not block.label.partition(" ")[2] or _is_signature(block, text):
            work.skip(block, "signature" if block.label.partition(" ")[2] else "title")
            return
        _point(work, block, headings, text)
        return
    subject = work.subjects.get(block.above[-1]) if block.above else None
    leaf = any(marker.word == block.span[0] for marker in block.piece.markers)
    name = kinds.clause_of(text, headings) if leaf else kinds.list_of(headings)
    if subject is not None and name == "functions":
        _function(work, block, subject, text)
    else:
        name = (
            "provisions" if name in {"functions", "repeals"} or (name == "monitoring" and name in work.lists) else name
        )
        name = "legal_basis" if name == "provisions" and kinds.is_basis(text) else name
        work.add(name, block, _STATEMENTS[name][1](text))


def _point(work: _Drafting, block: Block, headings: list[str], text: str) -> None:
    """An operative point of the order; one that repeals an act also names that act."""
    listed = kinds.list_of(headings[:1]) == "repeals"
    if not listed:
        work.add("points", block, entries.statement(text))
    if listed or (kinds.is_repeal(text) and entries.numbers(text)):
        work.add("repeals", block, entries.repeal(text))


def _function(work: _Drafting, block: Block, subject: Entry, text: str) -> None:
    functions = subject["functions"]
    assert isinstance(functions, list)
    citation = cite(work.act, block.label, block.span)
    if block.label == subject["cite"]:
        citation = citation.removeprefix(f"{block.label} ")
    functions.append({"id": f"function-{len(functions) + 1}", **entries.function(text), "cite": citation})


def _is_signature(block: Block, text: str) -> bool:
    """Tell whether a paragraph at the end of the order is part of the signature."""
    short = block.span[1] - block.span[0] <= 6
    last = not any(marker.word >= block.span[0] for marker in block.piece.markers)
    return last and bool(block.above or short) and (short or bool(_SIGNATURE.search(text)))


def _row(work: _Drafting, block: Block) -> None:
    """A row of an annex: a measure of the roadmap, an indicator, or a provision."""
    texts = [work.act.quote(cell) for cell in block.cells]
    heads = [*work.heads, *[""] * len(texts)]
    cells: dict[str, str] = {}
    for head, text in zip(heads, texts, strict=False):
        key = head or f"#{len(cells)}"
        cells[key] = f"{cells[key]} {text}".strip() if key in cells else text
    kind = kinds.part_of(work.act.quote(block.piece.head))
    if kind == "measures":
        row = len(work.lists.get("measures", ())) + 1
        work.add("measures", block, {"row": row} | entries.measure_row(cells))
    elif kind == "indicators":
        work.add("indicators", block, entries.indicator_row(cells))
    else:
        work.add("provisions", block, entries.statement(texts[0]))
