"""The closed vocabularies of the regulation file (DESIGN section 3), each word with a label in both languages.

A member is written `NAME = "word in the file", N_("English label")`; the Russian label is the translation.
Extensions beyond the words that DESIGN lists are recorded in docs/adr/0004-vocabularies.md.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from rsnms_rules.i18n import N_, translate


class Vocabulary(StrEnum):
    """A closed list of words; `label` says a word in the current language."""

    english: str

    def __new__(cls, word: str, english: str = "") -> Self:
        """Make a member from the word in the file and its English label."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.english = english
        return member

    @property
    def label(self) -> str:
        """The word as people read it, in the current language."""
        return translate(self.english)


class Tier(Vocabulary):
    """Whose act it is."""

    REGIONAL = "regional", N_("regional act")
    MUNICIPAL = "municipal", N_("municipal act")


class Level(Vocabulary):
    """The level that a body belongs to or serves."""

    FEDERAL = "federal", N_("federal level")
    REGIONAL = "regional", N_("regional level")
    MUNICIPAL = "municipal", N_("municipal level")
    INSTITUTIONAL = "institutional", N_("institutional level")


class Standing(Vocabulary):
    """Whether a subject is a member of the system or only named by the act."""

    MEMBER = "member", N_("member of the system")
    MENTIONED = "mentioned", N_("only mentioned")


class SubjectKind(Vocabulary):
    """What a subject is."""

    BODY = "body", N_("body")
    PERSONS = "persons", N_("persons")


class Mode(Vocabulary):
    """Whether a subject leads in a function or takes part in it."""

    LEADS = "leads", N_("leads")
    PARTICIPATES = "participates", N_("participates")


class How(Vocabulary):
    """How a subject interacts with its counterparty."""

    INFORMS = "informs", N_("informs")
    SENDS = "sends", N_("sends")
    REQUESTS = "requests", N_("requests")
    RECEIVES = "receives", N_("receives")
    AGREES = "agrees", N_("agrees")
    APPOINTS = "appoints", N_("appoints")
    CONTROLS = "controls", N_("controls")
    COORDINATES = "coordinates", N_("coordinates")
    COOPERATES = "cooperates", N_("cooperates")
    SUPPORTS = "supports", N_("supports")
    TRAINS = "trains", N_("trains")
    EQUIPS = "equips", N_("equips")


class ActKind(Vocabulary):
    """The form of the act."""

    ORDER = "order", N_("order")
    DECREE = "decree", N_("decree")
    DIRECTIVE = "directive", N_("directive")
    REGULATION = "regulation", N_("regulation")
    LETTER = "letter", N_("letter")


class BasisKind(Vocabulary):
    """The form of a document that the act rests on."""

    FEDERAL_LAW = "federal-law", N_("federal law")
    PRESIDENTIAL_DECREE = "presidential-decree", N_("decree of the President")
    GOVERNMENT_DECREE = "government-decree", N_("decree of the Government")
    GOVERNMENT_DIRECTIVE = "government-directive", N_("directive of the Government")
    MINISTRY_ORDER = "ministry-order", N_("order of a federal ministry")
    MINISTRY_DIRECTIVE = "ministry-directive", N_("directive of a federal ministry")
    NATIONAL_PROJECT = "national-project", N_("national project")
    FEDERAL_PROJECT = "federal-project", N_("federal project")
    REGIONAL_PROJECT = "regional-project", N_("regional project")
    STATE_PROGRAMME = "state-programme", N_("state programme")
    REGIONAL_LAW = "regional-law", N_("regional law")
    REGIONAL_DECREE = "regional-decree", N_("regional decree")
    REGIONAL_ORDER = "regional-order", N_("regional order")
    MUNICIPAL_ACT = "municipal-act", N_("municipal act of local government")
    OTHER = "other", N_("other document")


class Where(Vocabulary):
    """In which part of the act its legal basis stands."""

    PREAMBLE = "preamble", N_("preamble")
    REGULATION = "regulation", N_("text of the regulation")
    ANNEX = "annex", N_("annex")


class InForceFrom(Vocabulary):
    """From which event on the act is in force."""

    SIGNING = "signing", N_("from signing")
    PUBLICATION = "publication", N_("from official publication")
    UNKNOWN = "unknown", N_("the text does not say")


class FilePart(Vocabulary):
    """A part of the act: a top-level list of the file, or one of `functions`, `act`, `order`, `regulation`."""

    ACT = "act", N_("the act's own data")
    ORDER = "order", N_("the order")
    REGULATION = "regulation", N_("the regulation itself")
    FUNCTIONS = "functions", N_("functions")
    SUBJECTS = "subjects", N_("subjects")
    DUTIES = "duties", N_("duties without a carrier")
    GOALS = "goals", N_("goals")
    TASKS = "tasks", N_("tasks")
    PRINCIPLES = "principles", N_("principles")
    PROVISIONS = "provisions", N_("other provisions")
    MATTERS = "matters", N_("matters of interaction")
    CHANNELS = "channels", N_("channels")
    MECHANISMS = "mechanisms", N_("mechanisms")
    DIRECTIONS = "directions", N_("directions")
    INDICATORS = "indicators", N_("indicators")
    MONITORING = "monitoring", N_("monitoring")
    MEASURES = "measures", N_("roadmap measures")
    TERMS = "terms", N_("terms")
    NOTES = "notes", N_("notes")


class Extent(Vocabulary):
    """How much of the act the encoder had before them."""

    COMPLETE = "complete", N_("complete text")
    PARTIAL = "partial", N_("partial text")


class SkippedWhy(Vocabulary):
    """Why words of the text are deliberately not encoded."""

    STAMP = "stamp", N_("approval stamp")
    SIGNATURE = "signature", N_("signature")
    TITLE = "title", N_("title or heading")
    TABLE_HEAD = "table-head", N_("head of a table")
    PREAMBLE = "preamble", N_("words of the preamble")
    RUNNING_HEAD = "running-head", N_("running head")
    BLANK = "blank", N_("blank form field")


class PrincipleKind(Vocabulary):
    """Whether the act calls it a principle or an approach."""

    PRINCIPLE = "principle", N_("principle")
    APPROACH = "approach", N_("approach")


class MechanismKind(Vocabulary):
    """What sort of mechanism it is."""

    AGREEMENT = "agreement", N_("agreement")
    AUTHORITY = "authority", N_("delegation of authority")
    DOCUMENT = "document", N_("document")
    EVENT = "event", N_("event")
    FUNDING = "funding", N_("funding")
    MONITORING = "monitoring", N_("monitoring as a mechanism")
    NETWORK = "network", N_("network")
    PLAN = "plan", N_("plan")
    PLATFORM = "platform", N_("platform")
    PROCEDURE = "procedure", N_("procedure")
    PROGRAMME = "programme", N_("programme")
    REGISTER = "register", N_("register")
    STAFFING = "staffing", N_("staffing")
    OTHER = "other", N_("other mechanism")


class Unit(Vocabulary):
    """The unit of a target."""

    PERCENT = "percent", N_("percent")
    COUNT = "count", N_("units")
    PERSONS = "persons", N_("people")
    MILESTONE = "milestone", N_("done or not")


class People(Vocabulary):
    """Groups of people that an indicator counts."""

    TEACHERS = "teachers", N_("teachers")
    LEADERS = "leaders", N_("school leaders")


class Every(Vocabulary):
    """How often."""

    YEAR = "year", N_("every year")
    HALF_YEAR = "half-year", N_("every half-year")
    QUARTER = "quarter", N_("every quarter")
    MONTH = "month", N_("every month")


class SubjectNoteKind(Vocabulary):
    """What a sentence beside a subject's list speaks of."""

    QUALIFICATION = "qualification", N_("qualification")
    COMPOSITION = "composition", N_("composition")
    FRAGMENT = "fragment", N_("fragment")
    STATUS = "status", N_("status")
    MEMBERSHIP = "membership", N_("membership")
    CREATION = "creation", N_("creation")
    OTHER = "other", N_("other remark")


class NoteKind(Vocabulary):
    """What the encoder saw in the act."""

    NUMBERING = "numbering", N_("numbering")
    DATE = "date", N_("date")
    TERM = "term", N_("term")
    ABBREVIATION = "abbreviation", N_("abbreviation")
    HOMOGLYPH = "homoglyph", N_("look-alike letters")
    TRUNCATION = "truncation", N_("text breaks off")
    SCAN = "scan", N_("fault of the scan")
    TYPO = "typo", N_("misprint")
    DUPLICATE = "duplicate", N_("said twice")
    REFERENCE = "reference", N_("wrong reference")
    CONTRADICTION = "contradiction", N_("contradiction")
    SILENCE = "silence", N_("the act is silent")
    READING = "reading", N_("the encoder's reading")
    OTHER = "other", N_("other note")


class ConceptKind(Vocabulary):
    """What a concept of the catalogue is a concept of."""

    FUNCTION = "function", N_("function")
    INDICATOR = "indicator", N_("indicator")
    CHANNEL = "channel", N_("channel")
    MECHANISM = "mechanism", N_("mechanism")
