"""Rows to running text: lines joined, footnote marks taken out and remembered, page breaks noted."""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field

from letteranalyser.models.layout import Word, spaced
from letteranalyser.split.hyphens import SOFT_HYPHEN, joiner
from letteranalyser.split.positioned.rows import Row

_TAIL = 400
"""Characters of the text so far that the joining of a line can depend on: a long web address."""

_CLOSING = re.compile(r"[.,;:!?)»”]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_ADDRESS_START = re.compile(r"https?://|www\.")

MarkTest = Callable[[int, str, Word], bool]
"""Whether a raised word is the mark of a footnote, from its page, the text before it on its row, and itself."""


def no_marks(_page: int, _before: str, _word: Word) -> bool:
    """For text in which raised pieces are never footnote marks."""
    return False


@dataclass
class Flow:
    """Running text as it grows row by row."""

    page: int
    known: Container[str]
    is_mark: MarkTest
    text: str = ""
    marks: list[tuple[int, str]] = field(default_factory=list)
    breaks: list[tuple[int, int]] = field(default_factory=list)
    _last_page: int = 0

    def add(self, row: Row, *, skip: int = 0) -> None:
        """Add a row, without its first ``skip`` words."""
        text, marks = row_text(row.words[skip:], row.page, self.is_mark)
        lead = len(text) - len(text.lstrip())
        stripped = text.strip()
        start = 0
        if self.text and stripped:
            cut = max(0, len(self.text) - _TAIL)
            joined = _join(self.text[cut:], stripped, self.known)
            start = cut + len(joined) - len(stripped)
            self.text = self.text[:cut] + joined
        elif stripped:
            self.text = stripped
        else:
            start, lead = len(self.text), 0
        if self._last_page and row.page != self._last_page:
            self.breaks.append((start, row.page))
        self._last_page = row.page
        self.marks += [(min(start + max(0, at - lead), len(self.text)), marker) for at, marker in marks]

    def finish(self) -> tuple[str, tuple[tuple[int, str], ...], tuple[tuple[int, int], ...]]:
        """The text, its marks and its page breaks; soft hyphens that nothing followed are gone."""
        text = self.text.replace(SOFT_HYPHEN, "-") if self.text.endswith(SOFT_HYPHEN) else self.text
        end = len(text)
        return (
            text,
            tuple((min(at, end), m) for at, m in self.marks),
            tuple((min(at, end), p) for at, p in self.breaks),
        )


def _join(left: str, right: str, known: Container[str]) -> str:
    """Two rows joined; web addresses are looked at here, where it is known that the second is all there is."""
    address = _ADDRESS.search(left)
    if address and _ADDRESS_START.match(right):
        return f"{left} {right}"
    if address and left[-1].isalnum() and right.isalnum() and right.islower():
        return left + right
    return joiner(left, right, known)


def row_text(words: tuple[Word, ...], page: int, is_mark: MarkTest) -> tuple[str, list[tuple[int, str]]]:
    """The text of a row and the footnote marks in it, which are left out of the text."""
    text = ""
    marks: list[tuple[int, str]] = []
    room = False
    for index, word in enumerate(words):
        room = room or (index > 0 and spaced(words[index - 1], word))
        if word.raised and text and is_mark(page, text, word):
            marks += [(len(text), marker) for marker in re.split(r"[,;\s]+", word.text.strip("()")) if marker]
            continue
        if marks and marks[-1][0] == len(text) and _CLOSING.match(word.text):
            room = False  # The room was that of the mark: "jl.¹ ," reads "jl.,".
        text += (" " if room and text else "") + word.text
        room = False
    return text, marks
