"""The lines of a plain text letter, a margin column beside the text taken apart from it."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from letteranalyser.models.layout import Page
from letteranalyser.split.labels import is_department, is_foot, label_of

_GAP = re.compile(r"\s{2,}")
_WIDE = 6
"""Spaces that part a margin column from the text; before its labels fewer do."""
_FEWEST = 2
"""Lines that begin at the same column before it counts as a margin column."""
_TOLERANCE = 2
_PARTICULAR = 6
_LEFTMOST_SURE = 20
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
    columns = [(page, _margin_column([line.text for line in page.lines])) for page in pages]
    seen = {_cut(line.text, column)[1].strip() for page, column in columns for line in page.lines}
    lines: list[TextLine] = []
    for page, column in columns:
        margin: list[TextLine] = []
        for line in page.lines:
            left, right = _cut(line.text, column, seen)
            lines.append(_line(left, page.number))
            if right.strip() or (margin and not left.strip()):
                margin.append(_line(right, page.number, margin=True))
        lines += margin
    return lines


def _line(raw: str, page: int, *, margin: bool = False) -> TextLine:
    return TextLine(" ".join(raw.split()), raw.rstrip(), page, margin)


def _cut(raw: str, column: int | None, seen: Collection[str] = ()) -> tuple[str, str]:
    """A line's part left of the margin column and its part in it.

    Args:
        raw: the line.
        column: where the margin column begins, if there is one.
        seen: texts of the margin on any page, which a single space may part from a long line.
    """
    if column is None:
        return raw, ""
    if not raw[:column].strip():
        return "", raw
    for gap in _GAP.finditer(raw):
        if abs(gap.end() - column) <= _TOLERANCE:
            return raw[: gap.start()], raw[gap.end() :]
    end = next((text for text in seen if _is_reference(text) and raw.endswith(" " + text)), "")
    return raw.removesuffix(end), end


def _is_reference(text: str) -> bool:
    """Whether a margin text is so particular that no line of running text ends with it by chance."""
    return len(text) >= _PARTICULAR and any(char.isdigit() for char in text)


def _margin_column(raws: Sequence[str]) -> int | None:
    """Column at which margin text begins, or None: the one shared by most, right of all running text.

    Foot notes may reach below a margin column; where it holds the sender's labels nothing else need be asked.
    """
    cells = [_last_cell(raw) for raw in raws]
    starts: Counter[int] = Counter()
    labelled: set[int] = set()
    for raw, (end, at) in zip(raws, cells, strict=True):
        if at < _LEFTMOST_SURE:
            continue  # nearly all lines
        text = raw[at:].strip()
        sure = is_department(text) or is_foot(text)
        label = sure or label_of(text) is not None
        if at >= _LEFTMOST and (label or at - end >= _WIDE):
            starts[at] += 1
            if label:
                labelled.add(at)
        elif sure:
            starts[at] += 1
    column, count = max(starts.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    widest = max(
        (end if at == column else len(raw) for raw, (end, at) in zip(raws, cells, strict=True)), default=0
    )
    return column if count >= _FEWEST and (column > widest or column in labelled) else None


def _last_cell(raw: str) -> tuple[int, int]:
    """Where the text before a line's last wide gap ends, and where the text behind it begins; 0 where there is no gap."""
    gaps = list(_GAP.finditer(raw.rstrip()))
    return (gaps[-1].start(), gaps[-1].end()) if gaps else (0, 0)
