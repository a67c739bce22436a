"""Footnotes: the rows under the rule to notes with their marks, over pages where one goes on."""

import re
from collections import defaultdict
from collections.abc import Container, Sequence

from letteranalyser.models.layout import Block, BlockKind, Word
from letteranalyser.split.positioned.flow import Flow, MarkTest, no_marks
from letteranalyser.split.positioned.notezone import MARKER
from letteranalyser.split.positioned.rows import Row
from letteranalyser.split.positioned.zones import Sheet

_RAISED_SIZE = 0.85
_UNIT = re.compile(r"(?:(?<![A-Za-z])[kcdm]?m|\b10|(?:CO|NO|NH|SO|CH|H|N|O|PM))$")
_MARKS = re.compile(r"\(?(?:\d{1,3}|[*†‡]{1,3})(?:[,;](?:\d{1,3}|[*†‡]{1,3}))*[,;]?\)?")


def read_notes(sheets: Sequence[Sheet], known: Container[str]) -> list[Block]:
    """The footnotes of a document in the order in which they stand."""
    notes: list[tuple[str, Flow]] = []
    for sheet in sheets:
        is_start = _start_test(sheet.notes, int(notes[-1][0]) if notes and notes[-1][0].isdigit() else 0)
        for row in sheet.notes:
            marker = is_start(row)
            if marker:
                notes.append((marker, Flow(row.page, known, no_marks)))
                if len(row.words) > 1:
                    notes[-1][1].add(row, skip=1)
            elif notes:
                notes[-1][1].add(row)
            # Rows before the first mark of the document belong to no note that could be named.
    blocks = []
    for marker, flow in notes:
        text, _, breaks = flow.finish()
        if text:
            blocks.append(Block(BlockKind.FOOTNOTE, text, flow.page, marker=marker, breaks=breaks))
    return blocks


class _StartTest:
    """Tells the rows on which a note starts; numbers that are not raised must count on from the note before."""

    def __init__(self, rows: Sequence[Row], last: int) -> None:
        sizes = sorted(row.size for row in rows)
        self._size = sizes[len(sizes) // 2] if sizes else 0.0
        self._left = min((row.x0 for row in rows), default=0.0)
        self._raised = any(self._stands_out(row.words[0]) for row in rows)
        self._last = last

    def _stands_out(self, word: Word) -> bool:
        return MARKER.fullmatch(word.text.rstrip(").")) is not None and (
            word.raised or (word.text.isdigit() and word.size < _RAISED_SIZE * self._size)
        )

    def __call__(self, row: Row) -> str | None:
        first = row.words[0]
        marker = first.text.rstrip(").")
        if self._raised:
            found = self._stands_out(first)
        else:
            found = (
                marker.isdigit()
                and len(row.words) > 1
                and row.x0 - self._left < 0.5 * row.size
                and (int(marker) == self._last + 1 or (int(marker) == 1 and not self._last))
            )
        if not found:
            return None
        if marker.isdigit():
            self._last = int(marker)
        return marker


def _start_test(rows: Sequence[Row], last: int) -> _StartTest:
    return _StartTest(rows, last)


def mark_test(notes: Sequence[Block]) -> MarkTest:
    """The test for footnote marks in the running text of a document with these notes.

    A raised number is a mark where there is a note of that number on its page or the next; elsewhere it is one unless it
    stands where exponents and ordinals do (``m2``, ``7e``).
    """
    pages: dict[str, set[int]] = defaultdict(set)
    for note in notes:
        pages[note.marker or ""] |= {note.page or 0, (note.page or 0) - 1}
        pages[note.marker or ""] |= {page for _, page in note.breaks}

    def is_mark(page: int, before: str, word: Word) -> bool:
        markers = [m for m in re.split(r"[,;]", word.text.strip("()")) if m]
        here = any(page in pages[m] for m in markers if m in pages)
        if not _MARKS.fullmatch(word.text):
            return here and len(word.text) == 1 and not before[-1:].isdigit()
        if _UNIT.search(before):
            return here and word.text not in {"2", "3"}
        return here or not before[-1:].isdigit()

    return is_mark
