"""The rules of reading, one line each: what a file must hold to be read at all.

The list is explicit and sorted; help and documentation derive from it, and a test proves that every fault that
the reader yields is listed here.
"""

from __future__ import annotations

from rsnms_rules.i18n import N_
from rsnms_rules.rule import Rule, Severity

_ERRORS = (
    ("alias", N_("A value is written out where it stands, never referred to by an alias.")),
    ("anchor", N_("No value carries an anchor.")),
    ("bad-citation", N_("A citation follows the grammar LABEL «HEAD … TAIL».")),
    ("bad-id", N_("An id is Latin, lower case and hyphenated.")),
    ("bad-number", N_("A number has the form and the size that its field allows.")),
    ("bad-period", N_("A period is written YYYY, YYYY-MM, YYYY-MM-DD or two of these joined by a slash.")),
    ("byte-order-mark", N_("A file begins with its text, not with a byte order mark.")),
    ("circular-reference", N_("No subject is part of itself, and no concept is wider than itself.")),
    ("citation-without-label", N_("A citation without a label stands below an element that has one.")),
    ("colon-in-text", N_("A phrase with a colon inside stands in quotes.")),
    ("comma-in-text", N_("A phrase with a comma inside stands in quotes within braces and brackets.")),
    ("complex-key", N_("A key is a plain word.")),
    ("control-character", N_("A file has no control characters and no invisible ones.")),
    ("dangling-reference", N_("Every id that is referred to exists.")),
    ("duplicate-id", N_("An id stands once in its list.")),
    ("duplicate-key", N_("A key stands once in its mapping.")),
    ("empty-file", N_("A file has content.")),
    ("empty-value", N_("A key that is written has a value.")),
    ("impossible-date", N_("A date is a day of the calendar, written YYYY-MM-DD.")),
    ("merge-key", N_("A mapping is written out, never merged from another one.")),
    ("missing-key", N_("A required key is there.")),
    ("not-utf-8", N_("A file is encoded in UTF-8.")),
    ("second-document", N_("A file holds one document.")),
    ("tag", N_("No value carries a tag.")),
    ("too-deep", N_("Values are nested at most 64 deep.")),
    ("too-large", N_("A file stays below the limits on bytes, values and keys.")),
    ("unclear-combination", N_("The keys of one element fit together.")),
    ("unknown-concept", N_("Every concept is in the catalogue.")),
    ("unknown-key", N_("Every key is one that the format knows.")),
    ("unknown-role", N_("Every role is in the catalogue.")),
    ("unknown-word", N_("A word of a closed vocabulary is one of its words.")),
    ("unquoted-text", N_("A text that looks like a number or a truth value stands in quotes.")),
    ("wrong-indent", N_("Lines are indented with spaces only.")),
    ("wrong-type", N_("A value is of the type that its key asks for.")),
    ("yaml-syntax", N_("A file is YAML.")),
)

_WARNINGS = (
    ("function-without-concept", N_("Every function but a catch-all names its concept.")),
    ("renamed-concept", N_("A concept or role is called by its current id.")),
)

READING_RULES = {
    rule.slug: rule
    for rule in (
        *(Rule(slug, Severity.ERROR, sentence) for slug, sentence in _ERRORS),
        *(Rule(slug, Severity.WARNING, sentence) for slug, sentence in _WARNINGS),
    )
}
