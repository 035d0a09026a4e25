"""Regulations of regional teacher-support systems (РСНМС) as checked data.

    import rsnms_rules as rr
    reg = rr.load("ivanovo")
    print(reg.who("реестр работников методических служб"))

Names are imported when they are first used: `import rsnms_rules` alone reads neither pydantic nor networkx.
This software is no legal advice; what binds is the act.
"""

from __future__ import annotations

from rsnms_rules.__about__ import __version__

TYPE_CHECKING = False  # known to type checkers; importing typing for it would slow the start

if TYPE_CHECKING:
    from rsnms_rules.api.checking import Choice, check
    from rsnms_rules.api.comparing import compare, conforms, diff
    from rsnms_rules.api.corpus import Corpus
    from rsnms_rules.api.drafting import draft, skeleton
    from rsnms_rules.api.loading import dump, load, load_corpus, loads
    from rsnms_rules.api.regulation import Regulation
    from rsnms_rules.api.verifying import read_act, verify
    from rsnms_rules.checks.report import Report
    from rsnms_rules.errors import (
        InvalidConfiguration,
        InvalidInput,
        InvalidObservations,
        InvalidRegulation,
        InvalidText,
        InvalidWaivers,
        RsnmsError,
        UnknownElement,
        UnknownRegulation,
        UnreadablePath,
        UsageError,
    )
    from rsnms_rules.i18n import set_language

_HOMES = {
    "Choice": "api.checking",
    "Corpus": "api.corpus",
    "InvalidConfiguration": "errors",
    "InvalidInput": "errors",
    "InvalidObservations": "errors",
    "InvalidRegulation": "errors",
    "InvalidText": "errors",
    "InvalidWaivers": "errors",
    "Regulation": "api.regulation",
    "Report": "checks.report",
    "RsnmsError": "errors",
    "UnknownElement": "errors",
    "UnknownRegulation": "errors",
    "UnreadablePath": "errors",
    "UsageError": "errors",
    "check": "api.checking",
    "compare": "api.comparing",
    "conforms": "api.comparing",
    "diff": "api.comparing",
    "draft": "api.drafting",
    "dump": "api.loading",
    "load": "api.loading",
    "load_corpus": "api.loading",
    "loads": "api.loading",
    "read_act": "api.verifying",
    "set_language": "i18n",
    "skeleton": "api.drafting",
    "verify": "api.verifying",
}

__all__ = [
    "Choice",
    "Corpus",
    "InvalidConfiguration",
    "InvalidInput",
    "InvalidObservations",
    "InvalidRegulation",
    "InvalidText",
    "InvalidWaivers",
    "Regulation",
    "Report",
    "RsnmsError",
    "UnknownElement",
    "UnknownRegulation",
    "UnreadablePath",
    "UsageError",
    "__version__",
    "check",
    "compare",
    "conforms",
    "diff",
    "draft",
    "dump",
    "load",
    "load_corpus",
    "loads",
    "read_act",
    "set_language",
    "skeleton",
    "verify",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'rsnms_rules' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"rsnms_rules.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
