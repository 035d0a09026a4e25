"""Keys of one element that must fit together; each check sees the element's plain data and its path."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from rsnms_rules.finding import Fault, Path
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.indicator import Indicator, Target
from rsnms_rules.model.measure import Due, Promise
from rsnms_rules.model.party import Party
from rsnms_rules.model.plan import plan
from rsnms_rules.model.subject import Function
from rsnms_rules.model.system import Mechanism, Method
from rsnms_rules.model.types import Element, Part
from rsnms_rules.source.act.unwritten import TODO

Data = dict[str, object]
Check = Callable[[Data, Path], Iterable[Fault]]


def _unclear(path: Path, template: str, remedy: str, **args: str) -> Fault:
    return Fault("unclear-combination", path, message(template, **args), message(remedy))


def _count(data: Data, *keys: str) -> int:
    return sum(1 for key in keys if key in data and data[key] is not False)


def _party(data: Data, path: Path) -> Iterator[Fault]:
    if _count(data, "who", "text") != 1:
        yield _unclear(
            path,
            N_("An entry names either a subject (who) or people (text)."),
            N_("Give exactly one of the two."),
        )
    elif "as" in data and "who" not in data:
        yield _unclear(path, N_("«as» goes with «who»."), N_("Name the subject with who, or put all words into text."))


def _target(data: Data, path: Path) -> Iterator[Fault]:
    if _count(data, "by", "as_of", "period", "every", "undated") != 1:
        yield _unclear(
            path,
            N_("A target says exactly once when it holds."),
            N_("Give exactly one of: by, as_of, period, every, undated."),
        )
    if _count(data, "from", "until") and "every" not in data:
        yield _unclear(path, N_("«from» and «until» go with «every»."), N_("Add «every: year» or remove them."))
    yield from _required(data, path)


def _required(data: Data, path: Path) -> Iterator[Fault]:
    if _count(data, "at_least", "at_most", "done") == 0:
        yield _unclear(path, N_("The target requires nothing."), N_("Add at_least, at_most or «done: true»."))


def _indicator(data: Data, path: Path) -> Iterator[Fault]:
    targets = data.get("targets")
    milestone = data.get("unit") == "milestone"
    for index, target in enumerate(targets if isinstance(targets, list) else []):
        if (
            isinstance(target, dict)
            and milestone != ("done" in target)
            and _count(target, "at_least", "at_most", "done")
        ):
            yield _unclear(
                (*path, "targets", index),
                N_("A milestone is required by «done: true», a figure by at_least or at_most."),
                N_("Make unit and target agree."),
            )


def _named(data: Data, path: Path) -> Iterator[Fault]:
    if _count(data, "name", "does") == 0:
        yield _unclear(path, N_("The element has neither a name nor a statement."), N_("Add name or does."))


def _due(data: Data, path: Path) -> Iterator[Fault]:
    if _count(data, "by", "at", "every", "open") > 1:
        yield _unclear(path, N_("A measure is due by one kind of date."), N_("Keep one of: by, at, every, open."))


def _takes_part(data: Data, path: Path) -> Iterator[Fault]:
    part, concepts = data.get("takes_part"), data.get("concepts")
    if not isinstance(part, list) or not isinstance(concepts, list):
        return
    if data.get("mode", "leads") != "leads" or not [name for name in concepts if name not in part]:
        remedy = N_("Where it only takes part in all of them, write «mode: participates» instead.")
        yield _unclear((*path, "takes_part"), N_("«takes_part» goes with a duty that the body leads."), remedy)
    for index, name in enumerate(part):
        if isinstance(name, str) and name not in concepts:
            remedy = N_("Name a concept of this duty, or add it to «concepts».")
            yield _unclear(
                (*path, "takes_part", index), N_("«{name}» is not among the concepts of this duty."), remedy, name=name
            )


def _function(data: Data, path: Path) -> Iterable[Fault]:
    if data.get("concepts") or data.get("catch_all") is True or data.get("does") == TODO:
        return ()
    text = message(N_("The function names no concept: it cannot be compared or found by meaning."))
    remedy = message(N_("Choose one from the catalogue, or mark «other tasks» with catch_all."))
    return (Fault("function-without-concept", path, text, remedy),)


def _unread(model: type[Part]) -> Check:
    def check(data: Data, path: Path) -> Iterable[Fault]:
        return _unread_faults(model, data, path) if "unread" in data else ()

    return check


def _unread_faults(model: type[Part], data: Data, path: Path) -> Iterator[Fault]:
    unread = data["unread"]
    for index, name in enumerate(unread if isinstance(unread, list) else []):
        at = (*path, "unread", index)
        if isinstance(name, str) and name not in plan(model):
            remedy = N_("Name the fields whose words are lost.")
            yield _unclear(at, N_("«{name}» is no field of this element."), remedy, name=name)
        elif isinstance(name, str) and name in data:
            yield _unclear(at, N_("«{name}» is called unread and is given."), N_("Keep one of the two."), name=name)


_SPECIAL: dict[type[Part], tuple[Check, ...]] = {
    Party: (_party,),
    Target: (_target,),
    Promise: (_required,),
    Indicator: (_indicator,),
    Mechanism: (_named,),
    Method: (_named,),
    Due: (_due,),
    Function: (_function, _takes_part),
}


@cache
def checks(model: type[Part]) -> tuple[Check, ...]:
    """Return the checks for elements of the class `model`."""
    unread = (_unread(model),) if issubclass(model, Element) else ()
    return (*_SPECIAL.get(model, ()), *unread)
