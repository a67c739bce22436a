"""Tables of plain text: rows whose cells are set apart by wide gaps, tabs or bars."""

import re
from collections.abc import Sequence

from letteranalyser.split.plain.lines import TextLine

_GAP = re.compile(r"\s?\.{4,40}\s|\s{2,}|\s?\t\s?|\s\|\s?|\|\s")
_WIDE = re.compile(r"\s{3,}|\t|\||\.{4,40}\s")
_ITEM = re.compile(r"\s*(?:[•▪◦●■–—*-]|\(?\w{1,3}[.)]|o|\d{1,2}(?:\.\d{1,2}){0,3}\.?)(?=\s)")
_RULE = re.compile(r"[\s|+=_:–-]{3,}$")
_LONGEST_CELL = 9
"""Words in a cell, on average; running text with wide gaps between its words has lines of one cell more."""
_MOST_CELLS = 16

Row = tuple[str | None, ...]
_Cell = tuple[int, int, str]


def table_end(lines: Sequence[TextLine], start: int) -> int:
    """Index behind the last row of the table that begins at a line, or ``start`` if none does."""
    end = start
    rows = 0
    while end < len(lines):
        if is_row(lines[end]):
            rows += 1
            end += 1
        elif rows and (_RULE.match(lines[end].raw) or _belongs(lines, end)):
            end += 1
        else:
            break
    return end if rows > 1 else start


def is_row(line: TextLine) -> bool:
    """Whether a line holds two or more cells."""
    if not _WIDE.search(line.raw.strip()):
        return False  # nearly all lines
    cells = _cells(line.raw)
    if not 1 < len(cells) <= _MOST_CELLS:
        return False
    return sum(len(text.split()) for _, _, text in cells) / len(cells) <= _LONGEST_CELL


def _belongs(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line with one cell stands between rows: a part of the table's first column, or a cell gone over."""
    line = lines[at]
    following = at + 1 < len(lines) and is_row(lines[at + 1])
    return following and len(line.text.split()) <= _LONGEST_CELL and not line.text.endswith(".")


def _cells(raw: str) -> list[_Cell]:
    """Cells of a line as (start, end, text), offsets in the line."""
    cells: list[_Cell] = []
    item = _ITEM.match(raw)
    start = len(raw) - len(raw.lstrip(" |"))
    at = item.end() if item else start
    for gap in _GAP.finditer(raw, max(at, start) if item is None else raw.find(raw[at:].lstrip(), at)):
        if gap.start() > start:
            cells.append((start, gap.start(), raw[start : gap.start()].strip()))
        start = gap.end()
    last = raw[start:].strip(" |")
    if last:
        cells.append((start, start + len(last), last))
    return cells


def rows_of(lines: Sequence[TextLine]) -> tuple[Row, ...]:
    """The rows of a table, each with as many cells as there are columns."""
    parsed = [_cells(line.raw) for line in lines if not _RULE.match(line.raw)]
    if any("\t" in line.raw or "|" in line.raw for line in lines):
        return _rows_by_mark(lines)
    columns = _columns(parsed)
    rows: list[Row] = []
    for cells in parsed:
        row: list[str | None] = [None] * len(columns)
        for index, (start, end, text) in enumerate(cells):
            at = index if len(cells) == len(columns) else _nearest(columns, start, end)
            row[at] = f"{row[at]} {text}" if row[at] else text
        if len(cells) == 1 and row[0] is None and rows:  # the end of a cell that took two lines
            at = next(i for i, cell in enumerate(row) if cell)
            rows[-1] = tuple(_joined(old, row[at]) if i == at else old for i, old in enumerate(rows[-1]))
        else:
            rows.append(tuple(row))
    return tuple(rows)


def _joined(first: str | None, second: str | None) -> str | None:
    return f"{first} {second}" if first and second else first or second


def _rows_by_mark(lines: Sequence[TextLine]) -> tuple[Row, ...]:
    mark = "|" if any("|" in line.raw for line in lines) else "\t"
    rows = [
        line.raw.strip(" |" if mark == "|" else " ").split(mark)
        for line in lines
        if not _RULE.match(line.raw)
    ]
    most = max(len(row) for row in rows)
    return tuple(tuple((cell.strip() or None) for cell in (*row, *[""] * (most - len(row)))) for row in rows)


def _columns(parsed: Sequence[Sequence[_Cell]]) -> list[tuple[int, int]]:
    """Extent of each column, from the rows with most cells."""
    most = max(len(cells) for cells in parsed)
    full = [cells for cells in parsed if len(cells) == most]
    return [(min(cells[i][0] for cells in full), max(cells[i][1] for cells in full)) for i in range(most)]


def _nearest(columns: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """The column that a cell overlaps most, or stands nearest to."""

    def apart(index: int) -> int:
        low, high = columns[index]
        return max(low, start) - min(high, end)

    return min(range(len(columns)), key=apart)
