"""Where a command reads and writes: three streams, the look of the terminal, and files written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rsnms_rules.cli.parser import terminal_width
from rsnms_rules.errors import UnreadablePath, UsageError
from rsnms_rules.i18n import N_, Message, message
from rsnms_rules.questions.base import Quote, no_quote
from rsnms_rules.report.style import Style


@dataclass(frozen=True, slots=True)
class Streams:
    """Standard input, output and error of one call."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO

    def say(self, text: Message) -> None:
        """Tell something beside the result, on standard error."""
        self.stderr.write(f"rsnms: {text}\n")

    def style(self, output: str | None, quote: Quote = no_quote) -> Style:
        """The look of the result: colour only on a terminal, and not where NO_COLOR is set."""
        terminal = output is None and self.stdout.isatty()
        colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return Style(width=terminal_width() if terminal or "COLUMNS" in os.environ else 80, colour=colour, quote=quote)

    def read_input(self) -> bytes:
        """All of standard input as bytes."""
        buffer = getattr(self.stdin, "buffer", None)
        return buffer.read() if buffer is not None else self.stdin.read().encode()

    def _write(self, text: str | bytes) -> None:
        if isinstance(text, str):
            self.stdout.write(text)
            return
        buffer = getattr(self.stdout, "buffer", None)
        if buffer is None or self.stdout.isatty():
            raise UsageError(message(N_("this format is not text; write it into a file: --output FILE")))
        buffer.write(text)

    def emit(self, text: str | bytes, output: str | None) -> None:
        """Write the result to standard output, or whole into a file.

        Raises:
            UnreadablePath: when the file cannot be written.
        """
        if output is None or output == "-":
            try:
                self._write(text)
            except BrokenPipeError:  # the reader has gone; what the call found still counts
                return
            except OSError as error:
                said = message(N_("{path} cannot be written: {reason}."), path="-", reason=error.strerror or str(error))
                raise UnreadablePath("-", said) from None
            return
        path = Path(output)
        try:
            _replace(path, text)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            said = message(N_("{path} cannot be written: {reason}."), path=output, reason=reason)
            raise UnreadablePath(output, said) from None


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", errors="backslashreplace")


def _replace(path: Path, text: str | bytes) -> None:
    """Write beside the file and put it in its place, so that no half-written file is ever seen."""
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21))
    if path.exists() and not path.is_file():  # a device or a pipe has nothing to be put in place of
        path.write_bytes(_bytes(text))
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(_bytes(text))
        if sys.platform != "win32":
            mask = os.umask(0)
            os.umask(mask)
            Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
