"""Writes the pages of the built-in rules into `docs/rules/` from their docstrings; a test proves them fresh."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rsnms_rules.checks import ALL_RULES, card
from rsnms_rules.i18n import speaking, translate

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"


def pages() -> Iterator[tuple[str, str]]:
    """Name and text of every page, the list of all rules first."""
    cards = [card(module) for module in ALL_RULES]
    lines = [f"| [{rule.slug}]({rule.slug}.md) | {rule.severity} | {rule.sentence} |" for rule in cards]
    head = "# Built-in rules\n\nWhat `rsnms check` holds regulations against; `rsnms rules` lists them too."
    yield "README.md", head + "\n\n| rule | severity | what holds |\n|---|---|---|\n" + "\n".join(lines) + "\n"
    for module, rule in zip(ALL_RULES, cards, strict=True):
        sentence, _, rest = (module.__doc__ or "").partition("\n")
        with speaking("ru"):
            russian = translate(rule.sentence)
        text = f"# {rule.slug}\n\n{sentence} *{russian}*\n\nSeverity: {rule.severity}.\n{rest}"
        yield f"{rule.slug}.md", text.rstrip("\n") + "\n"


def main() -> None:
    """Write the pages and remove those of rules that are gone."""
    FOLDER.mkdir(exist_ok=True)
    found = dict(pages())
    for path in FOLDER.glob("*.md"):
        if path.name not in found:
            path.unlink()
    for name, text in found.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
