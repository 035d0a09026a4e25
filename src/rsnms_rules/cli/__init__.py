"""The command `rsnms`; the only code that prints.

Importing this module stays cheap: `rsnms --help` needs neither pydantic nor networkx nor a command's module.
"""

from __future__ import annotations

import os
import sys

from rsnms_rules.cli.commands import COMMANDS
from rsnms_rules.i18n import LANGUAGES, N_, Message, message, set_language, translate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

DONE, FOUND, WRONG_CALL, INVALID, OUR_FAULT = 0, 1, 2, 3, 4
"""Exit codes of DESIGN section 5."""
INTERRUPTED = 130


def main_process() -> None:
    """Entry point of the installed command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    arguments = [os.fsencode(item).decode("utf-8", "backslashreplace") for item in sys.argv[1:]]
    code = main(arguments, sys.stdin, sys.stdout, sys.stderr)
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has gone: say nothing, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def main(argv: Sequence[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Run one command and return its exit code (DESIGN section 5).

    Nothing but the result goes to `stdout`; progress, warnings and errors go to `stderr`.
    """
    arguments, lang = _language(list(argv))
    debug = "--debug" in arguments
    if lang not in LANGUAGES:
        set_language("ru")
        return _fail(
            stderr,
            message(N_("Unknown language «{name}»; known: {known}."), name=lang, known=", ".join(LANGUAGES)),
        )
    set_language(lang)
    try:
        return _run([item for item in arguments if item != "--debug"], stdin, stdout, stderr)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return DONE
    except Exception as error:
        if debug and not hasattr(error, "message"):
            raise
        return _told(error, stderr)


def _told(error: Exception, stderr: TextIO) -> int:
    """Say what went wrong (all findings of an invalid file), and give the exit code for it."""
    from rsnms_rules.errors import InvalidInput, UsageError

    if isinstance(error, UsageError):
        stderr.write(f"rsnms: {error}\n")
        return WRONG_CALL
    if isinstance(error, InvalidInput):
        stderr.write(f"rsnms: {error}\n")
        return INVALID
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    text = N_("this is a fault of rsnms ({what}); please report it as README says, with the traceback of --debug")
    stderr.write(f"rsnms: {message(text, what=said)}\n")
    return OUR_FAULT


def _fail(stderr: TextIO, text: Message) -> int:
    stderr.write(f"rsnms: {text}\n")
    return WRONG_CALL


def _language(arguments: list[str]) -> tuple[list[str], str]:
    """Take `--lang NAME` out of the arguments; without it the variable RSNMS_LANG counts, then Russian."""
    lang = os.environ.get("RSNMS_LANG") or LANGUAGES[0]
    rest: list[str] = []
    items = iter(arguments)
    for item in items:
        if item == "--":
            rest += [item, *items]
        elif item == "--lang":
            lang = next(items, "")
        elif item.startswith("--lang="):
            lang = item.removeprefix("--lang=")
        else:
            rest.append(item)
    return rest, lang


def _run(arguments: list[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    from rsnms_rules.cli.parser import CallError, HelpShown, command_parser, top_parser

    try:
        top = top_parser()
        name, rest = (
            (arguments[0], arguments[1:]) if arguments and not arguments[0].startswith("-") else ("", arguments)
        )
        if not name:
            top.parse_args(rest or ["--help"])
            raise CallError(translate(N_("a command is missing")))
        if name not in COMMANDS:
            raise CallError(_no_command(name))
        from importlib import import_module

        from rsnms_rules.cli.streams import Streams

        command = import_module(COMMANDS[name].module)
        parser = command_parser(name)
        command.add_arguments(parser)
        return int(command.run(parser.parse(rest), Streams(stdin, stdout, stderr)))
    except HelpShown as shown:
        stdout.write(shown.text)
        return DONE
    except CallError as error:
        stderr.write(f"rsnms: {error}\n")
        return WRONG_CALL


def _no_command(name: str) -> str:
    from difflib import get_close_matches

    text = message(N_("there is no command «{name}»; known: {known}."), name=name, known=", ".join(COMMANDS))
    near = get_close_matches(name, COMMANDS, n=1)
    hint = N_("Did you mean «{word}»?")
    return f"{text} {message(hint, word=near[0])}" if near else str(text)
