"""An act's text as words: runs of letters and digits, compared without case, ё, look-alike letters and hyphenation.

DESIGN section 5: a word is a run of letters and digits after markup is taken out, hyphenated line ends joined.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_MARKUP = re.compile(r"</?[A-Za-z][^<>\n]*>|&[a-z]+;")
_BLOCK = re.compile(r"</?(?:p|li|ul|ol|br|div)\b", re.IGNORECASE)
BREAK = "\v"
"""Stands in the text where markup begins or ends a paragraph inside a line."""
_WORD = re.compile(r"[^\W_]+(?:-[ \t\r]*\n\s*(?=[a-zа-яё])[^\W_]+)*")
_HYPHEN = re.compile(r"-[ \t\r]*\n\s*")
_LOOKALIKE = str.maketrans("abcehkmoptxyё", "авсенкмортхуе")


def plain(text: str) -> str:
    """Reduce `text` to what is compared: lower-case letters and digits, Latin look-alikes read as Cyrillic."""
    return "".join(c for c in unicodedata.normalize("NFC", text).lower().translate(_LOOKALIKE) if c.isalnum())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text.

    Attributes:
        text: the text with markup blanked out, position by position as long as the original; `BREAK` at paragraphs.
        stream: all words reduced by `plain` and run together.
        begins, ends: where each word lies in `stream`.
        joints: places in `stream` where a line end with a hyphen was joined; a citation may begin or end there.
        starts, stops: where each word lies in `text`.
        line_starts: where each line begins in `text`.
    """

    text: str
    stream: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    joints: frozenset[int]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    line_starts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def line(self, word: int) -> int:
        """Line (from 1) on which the word begins."""
        return bisect_right(self.line_starts, self.starts[word])

    def at(self, position: int) -> int:
        """Number of the first word that begins at or after a position of the text."""
        return bisect_left(self.starts, position)

    def between(self, first: int, end: int) -> str:
        """The text from word `first` to the last word before `end`, white space run together."""
        if first >= end:
            return ""
        stop = self.stops[end - 1]
        while stop < len(self.text) and self.text[stop] in '»")],.;:%':
            stop += 1
        start = self.starts[first]
        while start > 0 and self.text[start - 1] in '«"([':
            start -= 1
        return re.sub(r"\s+", " ", _HYPHEN.sub("", self.text[start:stop])).strip()


def _blank(match: re.Match[str]) -> str:
    return (BREAK if _BLOCK.match(match[0]) else " ").ljust(len(match[0]))


def split_words(original: str) -> Words:
    """Take the text of an act apart into words."""
    text = unicodedata.normalize("NFC", original)
    text = _MARKUP.sub(_blank, text)
    parts, begins, ends, joints, starts, stops, length = [], [], [], [], [], [], 0
    for match in _WORD.finditer(text):
        begins.append(length)
        for piece in _HYPHEN.split(match[0]):
            joints.append(length)
            parts.append(plain(piece))
            length += len(parts[-1])
        ends.append(length)
        starts.append(match.start())
        stops.append(match.end())
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    stream = "".join(parts)
    return Words(text, stream, tuple(begins), tuple(ends), frozenset(joints), tuple(starts), tuple(stops), tuple(lines))
