"""Pages that stand alone: one file, no network, readable without scripts and printable."""

from __future__ import annotations

from pathlib import Path

from rsnms_rules.i18n import language
from rsnms_rules.report.extras import need

_TEMPLATES = Path(__file__).parent / "templates"


def page(template: str, **values: object) -> str:
    """Fill a template; every value is escaped.

    Raises:
        MissingExtra: Jinja is not installed.
    """
    jinja2 = need("jinja2", "html")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return str(environment.get_template(template).render(lang=language(), **values))
