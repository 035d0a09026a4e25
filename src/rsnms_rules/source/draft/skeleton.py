"""An empty regulation file that explains itself."""

from __future__ import annotations

from collections.abc import Iterator

from rsnms_rules.i18n import N_, translate
from rsnms_rules.source.act.unwritten import TODO
from rsnms_rules.source.draft.draft import Head
from rsnms_rules.source.writer import write

_SCHEMA = "# yaml-language-server: $schema=../schemas/regulation-1.json\n"
_PARTS = (
    (
        N_("The act's own data. Number and date: unknown where the text leaves them blank."),
        "act:\n  kind: order\n  number: unknown\n  date: unknown\n",
        "# points: [{id: control, does: …, cite: приказ 5 «Контроль за … министра»}]\n"
        "# repeals, legal_basis, annexes, coordinator, in_force",
    ),
    (
        N_("What you had before you. A text that breaks off is partial: say what is missing and why."),
        "text:\n  extent: complete\n",
        "# missing: [{part: indicators, why: …}]\n# skipped: [{why: title, cite: шапка}]",
    ),
    (
        N_("Every body with its duties: one function for each item of the act's list, none merged, none left out."),
        "subjects: []\n",
        "# - id: cnppm\n"
        "#   roles: [cnppm]\n"
        "#   level: regional\n"
        "#   name: …\n"
        '#   cite: "3.2.2"\n'
        "#   functions:\n"
        "#     - does: Ведёт реестр методистов\n"
        "#       concepts: [mms-registry.keep]\n"
        "#       cite: «обеспечивает ведение … методических служб»",
    ),
    (
        N_("Goals, tasks, principles and other rules, each in your own short words."),
        "",
        "# goals: [{id: goal, does: …, cite: 2.1 «…»}]\n# tasks, principles, provisions, matters, duties",
    ),
    (
        N_("Channels, mechanisms and directions, under the act's own heading words."),
        "",
        "# channels: [{id: portal, name: …, concepts: [channel.portal], between: all, cite: …}]\n"
        "# mechanisms, directions",
    ),
    (
        N_("Indicators with unit, bound and period as the act sets them; targets: none where it sets none."),
        "",
        "# indicators:\n"
        "#   - id: diagnosed\n"
        "#     name: …\n"
        "#     unit: percent\n"
        "#     targets: [{text: к 2026 году, by: 2026-12-31, at_least: 30}]\n"
        "#     cite: 5 «…»\n"
        "# monitoring: {every: year, by: [cnppm], cite: …}",
    ),
    (
        N_("The roadmap, row by row, with responsible body, executors, due date and result."),
        "",
        "# measures:\n"
        "#   - {id: m1, row: 1, title: …, responsible: [ministry], due: {text: май 2026 г., at: [2026-05]}, result: …}",
    ),
    (N_("Terms that the act defines."), "", "# terms: [{id: tutor, term: тьютор, means: …, cite: понятия «…»}]"),
    (
        N_("The act's own defects and your readings of it."),
        "",
        '# notes: [{kind: numbering, cite: "3.2", note: …}]',
    ),
    (N_("Who made this file and who reviewed it, as roles."), f"encoding:\n  by: {TODO}\n", "# made, reviewed"),
)


def skeleton(head: Head) -> str:
    """The skeleton as YAML text with comments in the current language; it is a valid file."""
    return _SCHEMA + write(head.data()) + "".join(_parts())


def _parts() -> Iterator[str]:
    for comment, data, example in _PARTS:
        yield f"\n# {translate(comment)}\n{data}{example}\n"
