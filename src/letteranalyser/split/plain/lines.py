"""The lines of a plain text letter, a margin column beside the text taken apart from it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from letteranalyser.models.layout import Page

_GAP = re.compile(r"\s{6,}")
_FEWEST = 2
"""Lines that begin at the same column before it counts as a margin column."""
_TOLERANCE = 2
_LEFTMOST = 60
"""A margin column begins no further left than this, in characters."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of plain text.

    Attributes:
        text: its words, single spaces between them; empty for a blank line.
        raw: as it stands in the file, for columns.
        page: number of its page.
        margin: whether it stood in a column beside the text.
    """

    text: str
    raw: str
    page: int
    margin: bool = False

    @property
    def indent(self) -> int:
        """Spaces before the first word."""
        return len(self.raw) - len(self.raw.lstrip())


def text_lines(pages: Sequence[Page]) -> list[TextLine]:
    """All lines in reading order; those of a margin column follow the page's other lines."""
    lines: list[TextLine] = []
    for page in pages:
        raws = [line.text for line in page.lines]
        column = _margin_column(raws)
        margin: list[TextLine] = []
        for raw in raws:
            left, right = _cut(raw, column)
            lines.append(_line(left, page.number))
            if right.strip() or (margin and not left.strip()):
                margin.append(_line(right, page.number, margin=True))
        lines += margin
    return lines


def _line(raw: str, page: int, *, margin: bool = False) -> TextLine:
    return TextLine(" ".join(raw.split()), raw.rstrip(), page, margin)


def _cut(raw: str, column: int | None) -> tuple[str, str]:
    if column is None or len(raw) <= column:
        return raw, ""
    if not raw[:column].strip():
        return "", raw
    for gap in _GAP.finditer(raw):
        if abs(gap.end() - column) <= _TOLERANCE:
            return raw[: gap.start()], raw[gap.end() :]
    return raw, ""


def _margin_column(raws: Sequence[str]) -> int | None:
    """Column at which margin text begins, or None: the one shared by most, right of all running text."""
    starts: Counter[int] = Counter()
    widest = 0
    for raw in raws:
        gaps = list(_GAP.finditer(raw))
        last = gaps[-1].end() if gaps else 0
        if last >= _LEFTMOST and last < len(raw):
            starts[last] += 1
            widest = max(widest, len(raw[: gaps[-1].start()].rstrip()))
        elif not gaps or gaps[-1].end() < _LEFTMOST:
            widest = max(widest, len(raw))
    column, count = max(starts.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return column if count >= _FEWEST and column > widest else None
