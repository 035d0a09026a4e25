"""Answering a question: which kinds claim it, what they find, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

from rsnms_rules.i18n import N_, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.regulation import RegulationFile
from rsnms_rules.model.vocabulary import FilePart
from rsnms_rules.questions.ask.answer import Answer, Grade, Item
from rsnms_rules.questions.ask.kinds import (
    KINDS,
    act,
    channel,
    comparison,
    deadline,
    definition,
    functions,
    indicator,
    joint,
    text,
    who,
)
from rsnms_rules.questions.ask.scope import Scope
from rsnms_rules.questions.ask.understand import Question, understand
from rsnms_rules.questions.base import Unknown

SHORT, LONG, FALLING = 0.49, 0.29, (0.65, 0.066)
"""Greatest and smallest least score of a candidate, and how it falls with the words of the question: the longer it is,
the more of its words are the asker's own. Chosen on data, see docs/adr/0018-ask.md."""
SURE = 0.12
"""What an answer scores above the least score of a candidate."""
OUTDONE = 0.9
"""An item that does not answer what was asked, of the kind that was asked for, makes the question unknown where the
best answer scores less than this share of it: the year or the body that is meant has none."""
NEAREST = 0.25
"""Least score of the nearest thing that is shown beside «unknown»."""
BESIDE, NAMED, ASIDE = 0.9, 0.85, 0.75
"""What an answer is worth of another kind that the question asks for, of a body where it has the word «кто» somewhere,
and of a kind that it does not ask for."""
PRONOUN = r"(?<!тех )(?<!тех, )(?<!тот, )(?<!те, )(?<!того, )(?<!тому, )\b(?:кто|кем|кому|кого|чь[яие]|чей|чьих)\b"
"""By which words a question asks for a body, wherever they stand."""
UNASKED = {functions: 1.0, definition: 0.98, who: 0.97, indicator: 0.95, deadline: 0.9, channel: 0.85, text: 0.85}
"""What the kinds are worth for words that ask nothing («ЦНППМ», «реестр методистов»)."""
STATED = {text: 0.85}
"""The same for what the kind that is asked for does not find, where only the act's own statements may answer."""
OPEN = (act, channel, functions, joint)
CERTAIN = 0.75
"""Kinds in whose place, where they find nothing, another kind answers from this score on."""
LOOSE = frozenset({"functions", "joint", "channel", "comparison"})
"""Kinds of question that a duty with its carrier may answer too; for the others it is only the nearest thing."""
SHOWN = 5
"""How many items an answer has at most."""


class Asker:
    """Answers questions about some acts; indexes them once."""

    def __init__(self, regulations: Sequence[RegulationFile], catalogue: CatalogueFile) -> None:
        """Index the regulations."""
        self.scope = Scope(regulations, catalogue)

    def ask(self, text: str) -> Answer:
        """Answer a question in free Russian words."""
        question = understand(text, self.scope.places)
        claiming = [kind for kind in KINDS if _claims(kind, question)]
        if comparison in claiming:  # which acts have it is what is asked, whatever it is
            claiming = [comparison]
        main = claiming[0] if claiming else None
        found = _best(self._found(question, main, claiming))
        maybe = _least(question)
        if main is not None and not any(item.exact and item.score >= maybe for item in found):
            other = _best(self._found(question, None, [], UNASKED if main in OPEN else STATED))
            found = other if other and other[0].score >= CERTAIN else found
        fitting = next((item.kind for item in found if item.exact), who.NAME)
        kind = (
            main.NAME if main and not found else fitting if found and found[0].exact else main.NAME if main else fitting
        )
        gaps = tuple(self._gaps(question, kind))
        return _graded(text, kind, found, gaps, maybe)

    def _found(
        self,
        question: Question,
        main: ModuleType | None,
        claiming: list[ModuleType],
        unasked: Mapping[ModuleType, float] = UNASKED,
    ) -> Iterator[Item]:
        body = main not in {comparison, definition} and question.asks(PRONOUN)
        for kind in KINDS if main is not None else unasked:
            if main is None or kind in claiming or kind is who:
                asked = body if kind is who else kind in claiming
                worth = unasked[kind] if main is None else 1.0 if kind is main else self._worth(kind, asked=asked)
                fits = main in {kind, None} or asked or main.NAME in LOOSE
                for item in kind.find(self.scope, question):
                    found = item.scored(worth, kind.NAME)
                    yield found if fits else found.doubted()

    @staticmethod
    def _worth(kind: ModuleType, *, asked: bool) -> float:
        """What a kind beside the main one is worth."""
        return ASIDE if not asked else NAMED if kind is who else BESIDE

    def _gaps(self, question: Question, kind: str) -> Iterator[Unknown]:
        """Parts of the acts that would answer this kind of question and that the text at hand has not, or not whole."""
        for regulation in self.scope.asked(question):
            for part in PARTS[kind]:
                if regulation.unknown(part):
                    why = message(SHORTENED if regulation.holds(part) else LACKING, part=message(part.english))
                    yield Unknown(regulation.id, f"{regulation.id}:{part.value}", why)


LACKING = N_("the text at hand does not contain this part: {part}")
SHORTENED = N_("the text at hand is not the whole act, and this part of it may lack something: {part}")


def _claims(kind: ModuleType, question: Question) -> bool:
    """Whether the question asks for this kind, by the kind's own test or by its pattern."""
    return bool(kind.claims(question)) if hasattr(kind, "claims") else question.asks(kind.ASKS)


PARTS = {
    "act": (),
    "comparison": (FilePart.FUNCTIONS, FilePart.INDICATORS),
    "definition": (FilePart.TERMS,),
    "indicator": (FilePart.INDICATORS,),
    "deadline": (FilePart.MEASURES, FilePart.INDICATORS),
    "level": (FilePart.SUBJECTS,),
    "joint": (FilePart.FUNCTIONS,),
    "channel": (FilePart.CHANNELS,),
    "functions": (FilePart.FUNCTIONS,),
    "who": (FilePart.FUNCTIONS,),
    "text": (),
}
"""The parts of a file that answer each kind of question."""


def _best(found: Iterator[Item]) -> tuple[Item, ...]:
    """One item an element, best first; ties in the order of the kinds and of the acts."""
    best: dict[str, Item] = {}
    for item in found:
        if item.id not in best or item.score > best[item.id].score:
            best[item.id] = item
    return tuple(sorted(best.values(), key=lambda item: -item.score))


def _least(question: Question) -> float:
    """The least score of a candidate: lower for longer questions."""
    return max(LONG, min(SHORT, FALLING[0] - FALLING[1] * len(set(question.words))))


def _graded(text: str, kind: str, found: tuple[Item, ...], gaps: tuple[Unknown, ...], maybe: float) -> Answer:
    fitting = tuple(item for item in found if item.exact)
    score = fitting[0].score if fitting else 0.0
    if score < maybe or (found[0].score > score / OUTDONE and found[0].kind == fitting[0].kind):
        nearest = tuple(item for item in found[:1] if item.score >= NEAREST)
        return Answer(text, kind, Grade.UNKNOWN, (), nearest, gaps)
    grade = Grade.ANSWER if score >= maybe + SURE else Grade.MAYBE
    group = fitting[0].group
    together = tuple(item for item in fitting if group and item.group == group)
    others = tuple(item for item in fitting if item not in together)
    answered = {item.regulation for item in together} if kind == comparison.NAME else set()
    why = tuple(gap for gap in gaps if gap.regulation not in answered)
    return Answer(text, kind, grade, together + others[:SHOWN], (), why)
