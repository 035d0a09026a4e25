"""Writes the pages of the rules into `docs/rules/`, in both languages; a test proves them fresh."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from rsnms_rules.checks import ALL_RULES, card
from rsnms_rules.checks.page import page
from rsnms_rules.finding import LABELS
from rsnms_rules.i18n import speaking, translate
from rsnms_rules.rule import Rule
from rsnms_rules.source.faults import READING_RULES

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"
_WORDS = {
    "en": {
        "head": "# Rules\n\nWhat `rsnms check` holds regulations against; `rsnms rules` lists them too, and "
        "`rsnms explain RULE` shows one.\nПо-русски: [README.ru.md](README.ru.md).",
        "columns": ("rule", "severity", "what holds"),
        "reading": "## Rules of reading\n\nWhat a file must hold to be read at all (`rsnms validate`).",
        "parts": ("Severity", "Why.", "Condition.", "Fails", "Passes", "Remedy.", "Authority."),
    },
    "ru": {
        "head": "# Правила\n\nЧто проверяет `rsnms check`; список даёт и `rsnms rules`, "
        "одно правило — `rsnms explain ПРАВИЛО`.\nIn English: [README.md](README.md).",
        "columns": ("правило", "уровень", "что верно"),
        "reading": "## Правила чтения\n\nБез чего файл не прочитать (`rsnms validate`).",
        "parts": ("Уровень", "Зачем.", "Условие.", "Не проходит", "Проходит", "Что делать.", "Основание."),
    },
}


def pages() -> Iterator[tuple[str, str]]:
    """Name and text of every page, the lists of all rules first."""
    for lang, suffix in (("en", ".md"), ("ru", ".ru.md")):
        with speaking(lang):
            yield f"README{suffix}", _list(lang, suffix)
            for module in ALL_RULES:
                yield f"{card(module).slug}{suffix}", _page(module, lang)


def _list(lang: str, suffix: str) -> str:
    words = _WORDS[lang]
    head = f"| {' | '.join(words['columns'])} |\n|---|---|---|"
    own = [_row(rule, f"[{rule.slug}]({rule.slug}{suffix})") for rule in map(card, ALL_RULES)]
    reading = [_row(rule, rule.slug) for rule in sorted(READING_RULES.values(), key=lambda rule: rule.slug)]
    return "\n".join([f"{words['head']}\n", head, *own, f"\n{words['reading']}\n", head, *reading]) + "\n"


def _row(rule: Rule, name: str) -> str:
    return f"| {name} | {translate(LABELS[rule.severity])} | {translate(rule.sentence)} |"


def _page(module: ModuleType, lang: str) -> str:
    severity, why, condition, fails, passes, remedy, authority = _WORDS[lang]["parts"]
    rule, own = card(module), page(module)
    parts = [
        f"# {rule.slug}",
        translate(rule.sentence),
        f"{severity}: {translate(LABELS[rule.severity])}.",
        f"**{why}** {own.why}",
        f"**{condition}** {own.condition}",
        f"**{fails}**",
        own.fails,
        f"**{passes}**",
        own.passes,
        f"**{remedy}** {own.remedy}",
        f"**{authority}** {own.authority}",
    ]
    return "\n\n".join(parts) + "\n"


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
