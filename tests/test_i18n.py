"""Every message has a Russian translation with the same placeholders, and the catalogue is fresh."""

from __future__ import annotations

import argparse
import ast
import re
import sys
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from rsnms_rules.cli.parser import ARGPARSE
from rsnms_rules.i18n import LANGUAGES, Message, message, set_language, speaking, translate
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import messages

with messages.PO.open("rb") as _stream:
    CATALOGUE = {str(entry.id): str(entry.string) for entry in read_po(_stream) if entry.id}


def placeholders(text: str) -> set[str]:
    named = {name for _, name, _, _ in Formatter().parse(re.sub(r"%\(\w+\)[sr]|%[sr]", "", text)) if name}
    return named | set(re.findall(r"%\(\w+\)[sr]|%[sr]", text))


def test_catalogue_is_fresh() -> None:
    assert messages.PO.read_bytes() == messages.updated(), "run «make messages» and translate what is new"


def test_nothing_is_untranslated() -> None:
    assert [text for text, russian in CATALOGUE.items() if not russian] == []


@pytest.mark.parametrize("text", CATALOGUE)
def test_placeholders_agree(text: str) -> None:
    assert placeholders(text) == placeholders(CATALOGUE[text])


def test_translations_are_russian() -> None:
    """A translation without Russian letters is one of a text that has no words either."""
    for text, russian in CATALOGUE.items():
        words = re.sub(r"\{\w*\}", "", text)
        assert re.search("[а-яё]", russian.lower()) or not re.search("[a-z]", words), text


def test_compiled_catalogue_is_what_the_source_says() -> None:
    with speaking("ru"):
        for text, russian in CATALOGUE.items():
            assert translate(text) == russian, "run «make messages»"


def test_every_message_of_argparse_that_can_be_met_is_ours() -> None:
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    for text in ARGPARSE:
        assert text in source or text in {"options"}, f"argparse no longer says {text!r}"


@pytest.mark.parametrize("path", sorted(messages.PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_no_message_hides_in_a_formatted_string(path: Path) -> None:
    """The extractor of Python 3.11 does not look into them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            names = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
            assert "N_" not in names, f"line {node.lineno}"


def test_messages_speak_the_language_of_the_context() -> None:
    text = message("Unknown key «{key}»; known here: {keys}.", key="a", keys=Message("a list"))
    with speaking("en"):
        assert str(text) == "Unknown key «a»; known here: a list."
    with speaking("ru"):
        assert "список" in str(text)
    assert LANGUAGES == ("ru", "en")
    with pytest.raises(ValueError, match="de"):
        set_language("de")
