"""Policy packs: rules that a ministry or an auditor writes itself, as YAML."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from rsnms_rules.i18n import N_
from rsnms_rules.model.catalogue import Bilingual
from rsnms_rules.model.types import Day, Flag, Id, Part, Seq, Text, Whole, doc
from rsnms_rules.model.vocabulary import Tier, Vocabulary
from rsnms_rules.rule import Severity


class Force(Vocabulary):
    """How strictly a requirement binds, by the document that it rests on."""

    MUST = "must", N_("must")
    SHOULD = "should", N_("should")


class Outcome(Vocabulary):
    """What comes of a rule for an element, or for the act as a whole."""

    PASS = "pass", N_("the rule is met")
    FAIL = "fail", N_("not met")
    UNKNOWN = "unknown", N_("unknown")
    EMPTY = "empty", N_("nothing to look at")


class Selection(Vocabulary):
    """What a rule looks at."""

    REGULATION = "regulation", N_("the act")
    SUBJECTS = "subjects", N_("subjects")
    FUNCTIONS = "functions", N_("functions of subjects")
    DUTIES = "duties", N_("duties without a carrier")
    INDICATORS = "indicators", N_("indicators")
    TARGETS = "targets", N_("targets of indicators")
    MEASURES = "measures", N_("measures of the roadmap")
    CHANNELS = "channels", N_("channels")
    MECHANISMS = "mechanisms", N_("mechanisms")
    TASKS = "tasks", N_("tasks")
    MONITORING = "monitoring", N_("monitoring")
    TERMS = "terms", N_("terms")


Condition = dict[str, Any]
"""A condition as the file writes it: fields with values, relations, all, any, not (docs/packs.md)."""


class Authority(Part):
    """A clause that a rule rests on."""

    document: Annotated[Text, doc("document", "The document: an act's id, or its name, number and date")]
    cite: Annotated[Text, doc("clause", "The clause, as in citations")]


class Count(Part):
    """How many elements there must be; `none` is the same as at most 0."""

    at_least: Annotated[Whole | None, Field(ge=1), doc("at least", "Least number")] = None
    at_most: Annotated[Whole | None, Field(ge=0), doc("at most", "Greatest number")] = None
    exactly: Annotated[Whole | None, Field(ge=0), doc("exactly", "The number")] = None
    none: Annotated[Flag, doc("none", "There must be none")] = False


class PackRule(Part):
    """One requirement."""

    rule: Annotated[Id, doc("rule", "Slug of the rule, unique in the pack")]
    title: Annotated[Bilingual, doc("title", "The requirement in a sentence")]
    severity: Annotated[Severity, doc("severity", "How much a finding weighs")] = Severity.WARNING
    force: Annotated[Force, doc("legal force", "Whether the requirement binds or advises")] = Force.SHOULD
    authority: Annotated[Seq[Authority], doc("authority", "The clauses that the requirement comes from")] = ()
    remedy: Annotated[Bilingual | None, doc("remedy", "What to do where it is not met")] = None
    from_: Annotated[Day | None, Field(alias="from"), doc("from", "First day on which the rule is in force")] = None
    until: Annotated[Day | None, doc("until", "Last day on which the rule is in force")] = None
    tier: Annotated[Tier | None, doc("tier", "Only acts of this tier")] = None
    select: Annotated[Selection, doc("select", "What the rule looks at")]
    where: Annotated[Condition | None, doc("where", "Which of them")] = None
    count: Annotated[Count | None, doc("count", "How many of them there must be")] = None
    require: Annotated[Condition | None, doc("require", "What must hold for each of them")] = None
    forbid: Annotated[Condition | None, doc("forbid", "What must hold for none of them")] = None


class PackFile(Part):
    """A policy pack (`spec: 1`)."""

    spec: Annotated[Literal[1], doc("format", "Version of this file format: 1")]
    pack: Annotated[Id, doc("pack", "Name of the pack")]
    version: Annotated[Text, doc("version", "Version of the pack")]
    title: Annotated[Bilingual, doc("title", "What the pack is about")]
    extends: Annotated[Seq[Text], doc("extends", "Packs whose rules hold too: names of bundled ones, or paths")] = ()
    rules: Annotated[Seq[PackRule], doc("rules", "The requirements")]
