"""`rsnms verify ID TEXT`: hold a regulation against the text of its act."""

from __future__ import annotations

import argparse
from pathlib import Path

from rsnms_rules.api.regulation import Regulation
from rsnms_rules.api.verifying import act_of, find_text, lock_path, quotes, read_act, verify
from rsnms_rules.cli.options import add_format, add_selection, add_sources, selected
from rsnms_rules.cli.parser import CallError, Parser
from rsnms_rules.cli.streams import Streams
from rsnms_rules.errors import InvalidInput, UnreadablePath
from rsnms_rules.i18n import N_, message, translate
from rsnms_rules.model.plain import plain
from rsnms_rules.model.types import Element
from rsnms_rules.report import renderer
from rsnms_rules.report.text.page import paragraph
from rsnms_rules.source.act.lock import make_lock, write_lock
from rsnms_rules.source.act.resolve import ActText, Status
from rsnms_rules.source.writer import write


def add_arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_selection(
        parser,
        "[TEXT]",
        N_("TEXT: file with the act's text, - for standard input; by default from --sources"),
    )
    parser.add_argument(
        "--show",
        metavar="ELEMENT",
        help=translate(N_("print the act's words beside the encoding of an element, e.g. subjects.cnppm")),
    )
    parser.add_argument(
        "--lock",
        action="store_true",
        help=translate(N_("write ID.lock.json beside the file: digests by which a newer edition is told apart")),
    )
    add_sources(parser)
    add_format(parser, "verify")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Verify; 1 when words are uncited, a citation does not resolve or its text is not the locked one."""
    regulations, words = selected(args, streams)
    if len(words) > (1 if len(regulations) == 1 and not args.all else 0):
        raise CallError(translate(N_("give one text for one regulation")))
    pairs = [(item, _text(item, words, args.sources, streams)) for item in regulations]
    style = streams.style(args.output)
    if args.show:
        if len(pairs) != 1 or args.format != "text":
            raise CallError(translate(N_("--show goes with one regulation and the format text")))
        streams.emit("\n".join(_shown(*pairs[0], args.show, streams)) + "\n", args.output)
        return 0
    if args.lock:
        _write_locks(pairs, streams)
    found = [verify(item, act) for item, act in pairs]
    streams.emit(renderer("verify", args.format)(found, style), args.output)
    return 0 if all(item.complete for item in found) else 1


def _text(regulation: Regulation, words: list[str], sources: str | None, streams: Streams) -> ActText:
    if words and words[0] != "-":
        return read_act(words[0])
    if words:
        return act_of(streams.read_input(), "<stdin>")
    path = find_text(regulation.id, sources)
    if path is None:
        text_ = message(N_("There is no text of {id}: name the file, or a folder with --sources."), id=regulation.id)
        raise UnreadablePath(f"{regulation.id}.txt", text_)
    return read_act(path)


def _write_locks(pairs: list[tuple[Regulation, ActText]], streams: Streams) -> None:
    """Write a lock for each regulation whose citations all resolve in its text."""
    for item, act in pairs:
        found = verify(item, act, lock=make_lock(item.model, act))
        if not Path(item.file).is_file() or found.of(Status.LOST) or found.of(Status.AMBIGUOUS):
            text = N_("{id} is not locked: mend the citations first, and name the regulation by its file or id.")
            raise InvalidInput(message(text, id=item.id))
        path = lock_path(item)
        streams.emit(write_lock(make_lock(item.model, act)), str(path))
        streams.say(message(N_("{path} is written."), path=str(path)))


def _shown(regulation: Regulation, act: ActText, name: str, streams: Streams) -> list[str]:
    """The encoding of an element, then the act's words for each of its citations."""
    branch = regulation.element(name)
    style = streams.style(None)
    lines = [f"{regulation.id}:{branch.element}", *write(plain(branch.value)).rstrip().splitlines(), ""]
    found = quotes(act, branch.value) if isinstance(branch.value, Element) else []
    if not found:
        lines.append(translate(N_("The element has no citation.")))
    for citation, words in found:
        lines += paragraph(str(citation), style)
        lines += paragraph(words or translate(N_("These words are not found in the text.")), style, indent=1)
    return lines
