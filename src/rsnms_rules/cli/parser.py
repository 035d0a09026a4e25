"""Argument parsers in two languages, which raise instead of printing and leaving.

argparse (the standard library's) keeps its translator in the module variable `_`; pointing it at our catalogue is
the one way to have its own messages in the language of `--lang` (docs/adr/0005-command-line.md).
"""

from __future__ import annotations

import argparse
import os
import re
import sys

from rsnms_rules.__about__ import __version__
from rsnms_rules.cli.commands import COMMANDS
from rsnms_rules.i18n import N_, message, translate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

setattr(argparse, "_", translate)  # noqa: B010 -- a private name, on purpose; see above

ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("expected at most one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("ignored explicit argument %r"),
)
"""The messages of argparse that users of these commands can meet."""

NO_ADVICE = N_("The output is no legal advice; what binds is the act.")


class CallError(Exception):
    """The call is wrong; the text says why."""


class HelpShown(Exception):
    """Help or the version was asked for; `text` is to be printed."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def terminal_width(default: int = 80) -> int:
    """Columns of the terminal, of the variable COLUMNS, or `default`; never below 40."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return max(int(columns), 40)
    try:
        return max(os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns, 40)
    except (OSError, ValueError, AttributeError):
        return default


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, width=min(terminal_width(), 100), max_help_position=26)


class Parser(argparse.ArgumentParser):
    """A parser that raises `CallError` and `HelpShown` and names the nearest option for a typo."""

    def error(self, message: str) -> NoReturn:
        """Raise `CallError` with argparse's text and, for an unknown option, the nearest known one."""
        raise CallError(f"{message}{self._nearest(message)}\n{self.format_usage().rstrip()}")

    def parse(self, arguments: list[str]) -> argparse.Namespace:
        """Parse options and positional arguments in any order."""
        if self.usage is None:  # parse_intermixed_args would cut off the seven letters of «usage: »
            self.usage = self.format_usage().removeprefix(translate(ARGPARSE[0])).rstrip()
        return self.parse_intermixed_args(arguments)

    def _nearest(self, text: str) -> str:
        from difflib import get_close_matches

        known = [option for action in self._actions for option in action.option_strings if option.startswith("--")]
        for word in re.findall(r"--[\w-]+", text):
            near = get_close_matches(word, known, n=1)
            if near and word not in known:
                return " " + str(message(N_("Did you mean «{word}»?"), word=near[0]))
        return ""

    def print_help(self, file: object = None) -> None:  # noqa: ARG002
        """Raise `HelpShown`."""
        raise HelpShown(self.format_help())


class _Version(argparse.Action):
    def __call__(self, *_: object) -> NoReturn:
        raise HelpShown(f"rsnms {__version__}\n")


def _add_common(parser: Parser) -> None:
    group = parser.add_argument_group(translate(N_("common options")))
    group.add_argument("-h", "--help", action="help", help=translate(N_("show this help message and exit")))
    group.add_argument(
        "--lang",
        choices=("ru", "en"),
        help=translate(N_("language of messages (default: RSNMS_LANG, then ru)")),
    )
    group.add_argument("--debug", action="store_true", help=translate(N_("show the traceback of a fault of rsnms")))


def top_parser() -> Parser:
    """The parser of `rsnms` itself: help and version."""
    width = max(map(len, COMMANDS)) + 2
    heading = translate(N_("commands"))
    rows = "\n".join(f"  {name:<{width}}{translate(command.summary)}" for name, command in COMMANDS.items())
    hint = translate(N_("Help of a command: rsnms COMMAND --help."))
    parser = Parser(
        prog="rsnms",
        usage=translate(N_("rsnms COMMAND [options]")),
        description=translate(N_("Regulations of regional teacher-support systems: who does what, by which clause.")),
        epilog=f"{heading}:\n{rows}\n\n{hint}\n{translate(NO_ADVICE)}",
        formatter_class=_formatter,
        add_help=False,
    )
    _add_common(parser)
    parser.add_argument("--version", action=_Version, nargs=0, help=translate(N_("show the version and exit")))
    return parser


def command_parser(name: str) -> Parser:
    """The parser of one command, without its own arguments."""
    summary = translate(COMMANDS[name].summary)
    parser = Parser(
        prog=f"rsnms {name}",
        description=summary[:1].upper() + summary[1:] + ".",
        epilog=translate(NO_ADVICE),
        formatter_class=_formatter,
        add_help=False,
        allow_abbrev=False,
    )
    _add_common(parser)
    return parser
