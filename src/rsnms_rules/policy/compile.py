"""From a pack to rules that can run: every field, word and id is checked first, with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.finding import Fault
from rsnms_rules.i18n import N_, message
from rsnms_rules.model.catalogue import CatalogueFile
from rsnms_rules.model.pack import PackFile, Selection
from rsnms_rules.policy.conditions import Parser
from rsnms_rules.policy.evaluate import Compiled

_CONDITIONS = ("where", "require", "forbid")


def faults(data: object, catalogue: CatalogueFile) -> Iterator[Fault]:
    """What is wrong in the rules of a pack, as plain data, beyond the shape of the file."""
    rules = data.get("rules") if isinstance(data, dict) else None
    seen: set[object] = set()
    for at, entry in enumerate(rules if isinstance(rules, list) else []):
        if not isinstance(entry, dict):
            continue
        slug = entry.get("rule")
        if slug in seen:
            text = message(N_("The slug «{name}» is used twice."), name=str(slug))
            yield Fault("duplicate-id", ("rules", at, "rule"), text, message(N_("Give each rule a slug of its own.")))
        seen.add(slug)
        if not any(key in entry for key in ("count", "require", "forbid")):
            text = message(N_("The rule asks for nothing."))
            remedy = message(N_("Add require, forbid or count."))
            yield Fault("missing-key", ("rules", at), text, remedy)
        yield from _count_faults(entry.get("count"), at)
        if entry.get("select") in list(Selection):
            parser = Parser(Selection(entry["select"]), catalogue)
            for key in _CONDITIONS:
                if key in entry:
                    asserted = key == "require" and "count" not in entry
                    parser.parse(entry[key], ("rules", at, key), asserted=asserted)
            yield from parser.faults


def _count_faults(count: object, at: int) -> Iterator[Fault]:
    """A count says one thing: none, exactly so many, or from so many to so many."""
    if not isinstance(count, dict):
        return
    path = ("rules", at, "count")
    remedy = message(N_("Write at_least, at_most or both; or exactly; or none: true."))
    if not count or (("none" in count or "exactly" in count) and len(count) > 1) or count.get("none") is False:
        yield Fault("unclear-combination", path, message(N_("The count does not say one thing.")), remedy)
    least, most = count.get("at_least"), count.get("at_most")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        yield Fault("unclear-combination", path, message(N_("The least number is greater than the greatest.")), remedy)


def compiled(pack: PackFile, catalogue: CatalogueFile) -> tuple[Compiled, ...]:
    """The rules of a pack that has no faults, ready to run."""
    found = []
    for rule in pack.rules:
        parser = Parser(rule.select, catalogue)
        forbid = parser.parse(rule.forbid, ()) if rule.forbid is not None else None
        require = parser.parse(rule.require or {}, (), asserted=rule.count is None)
        found.append(Compiled(rule, parser.parse(rule.where or {}, ()), require, forbid))
    return tuple(found)
