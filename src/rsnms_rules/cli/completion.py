"""`rsnms completion SHELL`: a script that completes commands, options, ids, bodies and terms in the shell.

The script asks `rsnms completion words …` for the candidates, so that it never grows old.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module

from rsnms_rules.api.bundled import bundled
from rsnms_rules.api.loading import bundled_catalogue, load
from rsnms_rules.api.regulation import Regulation
from rsnms_rules.cli.commands import COMMANDS
from rsnms_rules.cli.parser import Parser, command_parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.errors import InvalidInput, UsageError
from rsnms_rules.i18n import N_, translate

SCRIPTS = {
    "bash": """_rsnms() {
    local IFS=$'\\n'
    COMPREPLY=($(rsnms completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _rsnms rsnms
""",
    "zsh": """#compdef rsnms
_rsnms() {
    local -a found
    found=("${(@f)$(rsnms completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    compadd -- $found || _files
}
compdef _rsnms rsnms
""",
    "fish": """complete -c rsnms -a '(rsnms completion words -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
""",
}
"""The script of each shell."""
BODIES = frozenset({"functions", "channels"})
"""Commands whose words are bodies; those of `ask` and `who` are names of bodies and terms."""


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("shell", choices=[*SCRIPTS, "words"], help=translate(N_("bash, zsh or fish")))
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help=translate(N_("words typed so far, the last one unfinished"))
    )


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Print the script, or the candidates for the words typed so far."""
    if args.shell in SCRIPTS:
        streams.emit(SCRIPTS[args.shell], None)
        return 0
    streams.emit("".join(f"{name}\n" for name in candidates(list(args.words))), None)
    return 0


def candidates(words: list[str]) -> list[str]:
    """What can stand in the place of the last word, sorted; nothing where that is unknown."""
    *before, last = words or [""]
    if not before:
        return [name for name in sorted(COMMANDS) if name.startswith(last)]
    if before[0] not in COMMANDS:
        return []
    return sorted({name for name in _possible(before, last) if name.casefold().startswith(last.casefold())})


def _possible(before: list[str], last: str) -> Iterator[str]:
    command, *rest = before
    parser = command_parser(command)
    import_module(COMMANDS[command].module).add_arguments(parser)
    actions = parser._actions
    option = next((action for action in actions if rest and rest[-1] in action.option_strings), None)
    if option is not None and option.nargs != 0:
        yield from (str(choice) for choice in option.choices or ())
        if option.dest == "concept":
            yield from (concept.id for concept in bundled_catalogue().concepts)
        return
    if last.startswith("-"):
        yield from (name for action in actions for name in action.option_strings)
        return
    named = [word for word in rest if not word.startswith("-")]
    if not named:
        yield from bundled()
        return
    for regulation in _loaded(named[0]):
        yield from regulation.subjects if command in BODIES else ()
        yield from words_of(regulation) if command in {"ask", "who", *BODIES} else ()


def _loaded(name: str) -> Iterator[Regulation]:
    """The regulations of one word; what cannot be read gives no candidates."""
    for one in name.split(","):
        try:
            yield load(one)
        except (UsageError, InvalidInput):
            return


def words_of(regulation: Regulation) -> Iterator[str]:
    """The names of bodies and terms of a regulation, with their abbreviations."""
    for subject in regulation.subjects.values():
        yield from (name for name in (subject.abbr, subject.name) if name)
    for term in regulation.terms.values():
        yield from (name for name in (term.abbr, term.term) if name)
