"""Questions one after another: a prompt with history and completion on a terminal, plain lines from a pipe."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from rsnms_rules.api.corpus import Corpus
from rsnms_rules.cli.completion import words_of
from rsnms_rules.cli.streams import Streams
from rsnms_rules.i18n import N_, message

HISTORY = 1000
"""Questions that the history keeps."""


def converse(corpus: Corpus, answer: Callable[[str], str | bytes], streams: Streams) -> int:
    """Answer every line until the end of input or «выход»; empty lines are passed over."""
    terminal = streams.stdin is sys.stdin and streams.stdin.isatty() and streams.stdout.isatty()
    if terminal:
        streams.say(
            message(N_("Ask in Russian; Tab completes names, the arrow keys bring back questions, Ctrl+D ends."))
        )
    with _edited(corpus) if terminal else contextlib.nullcontext():
        while (line := _read(streams, terminal=terminal)) is not None:
            if line.strip().lower() in {"выход", "exit", "quit"}:
                break
            if line.strip():
                streams.emit(answer(line.strip()), None)
                streams.stdout.write("\n")
                streams.stdout.flush()
    return 0


def _read(streams: Streams, *, terminal: bool) -> str | None:
    if not terminal:
        return streams.stdin.readline() or None
    try:
        return input("? ")
    except EOFError:
        streams.stdout.write("\n")
        return None


def history_file() -> Path:
    """Where the questions are kept: `rsnms/history` below XDG_STATE_HOME."""
    home = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(home) / "rsnms" / "history"


@contextlib.contextmanager
def _edited(corpus: Corpus) -> Iterator[None]:
    """Line editing with completion, and the history of earlier sessions; without readline (Windows) just a prompt."""
    try:
        import readline
    except ImportError:
        yield
        return
    readline.set_completer(completer(corpus))
    readline.set_completer_delims(' \t\n?«»",')
    readline.parse_and_bind("tab: complete")
    readline.set_history_length(HISTORY)
    path = history_file()
    with contextlib.suppress(OSError):
        readline.read_history_file(path)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(path)


def completer(corpus: Corpus) -> Callable[[str, int], str | None]:
    """A completer for readline: the words of bodies' and terms' names that begin like what was typed."""
    known = sorted({word for regulation in corpus.values() for name in words_of(regulation) for word in name.split()})

    def complete(text: str, state: int) -> str | None:
        found = [word for word in known if word.casefold().startswith(text.casefold())] if text else []
        return found[state] if state < len(found) else None

    return complete
