"""Tables in plain text: lines whose cells stand apart by two or more spaces."""

import re
from collections.abc import Iterator, Sequence

from letteranalyser.split.plain.lines import TextLine
from letteranalyser.split.plain.notes import Group

Rows = tuple[tuple[str | None, ...], ...]
_GAP = re.compile(r"\s{2,}")
_LONGEST_CELL = 60
_INDENT = 6
"""A row that begins this far to the right leaves its first cell empty."""


def parts(group: Group) -> Iterator[Group | Rows]:
    """The parts of a group: tables, and the lines between them."""
    lines = group.lines
    start = index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and len(_cells(lines[end])) > 1:
            end += 1
        if end - index > 1:
            if index > start:
                yield Group(list(lines[start:index]), group.foot_before, group.blank_before)
            yield _rows(lines[index:end])
            start = end
        index = max(end, index + 1)
    if start < len(lines):
        yield Group(
            list(lines[start:]),
            group.foot_before and not start,
            group.blank_before or start > 0,
            group.foot_after,
        )


def _cells(line: TextLine) -> list[str]:
    cells = _GAP.split(line.raw.strip())
    return cells if all(len(cell) <= _LONGEST_CELL for cell in cells) else [line.text]


def _rows(lines: Sequence[TextLine]) -> Rows:
    found = [_cells(line) for line in lines]
    width = max(len(cells) for cells in found)
    rows: list[tuple[str | None, ...]] = []
    for line, cells in zip(lines, found, strict=True):
        missing = [None] * (width - len(cells))
        rows.append((*missing, *cells) if line.indent >= _INDENT else (*cells, *missing))
    if any(cells[0] for cells in rows[1:]) and len(found[0]) == width and lines[0].indent >= _INDENT:
        # headings of the columns only, none above the first
        rows = [(None, *rows[0]), *((*row, None)[: width + 1] for row in rows[1:])]
    return tuple(rows)
