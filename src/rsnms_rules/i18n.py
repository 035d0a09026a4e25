"""Translation of messages: English stands in the code, Russian in `locale/ru` (gettext).

The language is a context variable, so that two threads of one process may speak two languages. Russian is
the default, as DESIGN section 5 says.
"""

from __future__ import annotations

import gettext
import os.path
from contextvars import ContextVar
from functools import cache

LANGUAGES = ("ru", "en")
LOCALE = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120 -- pathlib is slow to import

_language: ContextVar[str] = ContextVar("rsnms_language", default="ru")


def N_(text: str) -> str:
    """Mark `text` for the message catalogue and return it as it is."""
    return text


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """The compiled catalogue of a language, read directly: `gettext.translation` imports `locale` and `copy` first."""
    if language == "en":
        return gettext.NullTranslations()
    with open(f"{LOCALE}/{language}/LC_MESSAGES/rsnms.mo", "rb") as stream:  # noqa: PTH123 -- pathlib is slow to import
        return gettext.GNUTranslations(stream)


def translate(text: str) -> str:
    """Return `text` in the current language; an empty text stays empty."""
    return _catalogue(_language.get()).gettext(text) if text else ""


def language() -> str:
    """Return the current language, one of `LANGUAGES`."""
    return _language.get()


def set_language(name: str) -> None:
    """Make `name` the language of this context.

    Raises:
        ValueError: when `name` is not one of `LANGUAGES`.
    """
    if name not in LANGUAGES:
        raise ValueError(name)
    _language.set(name)


class speaking:  # noqa: N801 -- read as a verb: `with speaking("en"):`
    """Use the language `name` inside a `with` block."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        self._token = _language.set(self._name)

    def __exit__(self, *_: object) -> None:
        _language.reset(self._token)


class Message:
    """A sentence that is put into words only when it is shown: an English template and its values.

    `args` are pairs of a placeholder's name and its value; a value that is itself a `Message` is translated too.
    Written by hand, because importing `dataclasses` costs a third of the start of `rsnms --help`.
    """

    __slots__ = ("args", "template")

    template: str
    args: tuple[tuple[str, str | int | Message], ...]

    def __init__(self, template: str, args: tuple[tuple[str, str | int | Message], ...] = ()) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "args", args)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} of a message cannot be changed")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.template, self.args) == (other.template, other.args)

    def __hash__(self) -> int:
        return hash((self.template, self.args))

    def __repr__(self) -> str:
        return f"Message({self.template!r}, {self.args!r})"

    def __str__(self) -> str:
        return translate(self.template).format(**{name: str(value) for name, value in self.args})


def bilingual(ru: str, en: str) -> Message:
    """A text that stands in both languages in the data itself."""
    return _Bilingual(ru, en)


class _Bilingual(Message):
    """`template` is the Russian text, its one argument the English one."""

    __slots__ = ()

    def __init__(self, ru: str, en: str) -> None:
        super().__init__(ru, (("en", en),))

    def __str__(self) -> str:
        return self.template if language() == "ru" else str(self.args[0][1])


def message(template: str, **args: str | int | Message) -> Message:
    """Build a `Message` from keyword arguments."""
    return Message(template, tuple(args.items()))
