"""Tables without drawn rules: rows whose words stand in the same columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from letteranalyser.models.layout import Word
from letteranalyser.split.positioned.measure import Measures
from letteranalyser.split.positioned.numbering import is_numbered
from letteranalyser.split.positioned.rows import Row, words_text

_APART = 1.6
"""Columns are at least this many times the size apart."""
_STEP = 2.2
"""Rows of one table are at most this many line pitches apart."""
_LEAST_ROWS = 2

Interval = tuple[float, float]
Cells = tuple[str | None, ...]


@dataclass(frozen=True)
class FoundTable:
    """A table among the rows of a page: index range of its rows, and its cells."""

    start: int
    end: int
    rows: tuple[Cells, ...]


def find_tables(rows: Sequence[Row], measures: Measures) -> list[FoundTable]:
    """The tables among the rows of one page."""
    parts = [_parts(row) for row in rows]
    found: list[FoundTable] = []
    index = 0
    while index < len(rows):
        end = _table_end(rows, parts, index, measures) if len(parts[index]) > 1 else index
        if end > index:
            found.append(FoundTable(index, end, _cells(rows[index:end], parts[index:end], measures)))
            index = end
        else:
            index += 1
    return found


def _parts(row: Row) -> list[tuple[Word, ...]]:
    """The pieces of a row that stand apart; the sign or number of a list item belongs to its text."""
    parts = row.segments(_APART * row.size)
    if len(parts) > 1 and (row.bullet or is_numbered(row)) and len(parts[0]) == 1:
        return [parts[0] + parts[1], *parts[2:]]
    return parts


def _columns(parts: Sequence[Sequence[tuple[Word, ...]]]) -> list[Interval]:
    """The columns that pieces take: those that overlap from left to right are in one."""
    columns: list[Interval] = []
    for x0, x1 in sorted((p[0].x0, p[-1].x1) for row in parts for p in row):
        if columns and x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def _table_end(
    rows: Sequence[Row], parts: Sequence[Sequence[tuple[Word, ...]]], start: int, measures: Measures
) -> int:
    """Index after the table that starts here; ``start`` if there is none."""
    end = start + 1
    last_full = start
    while end < len(rows) and rows[end].top - rows[end - 1].top < _STEP * measures.pitch:
        if rows[end].box != rows[start].box:
            break
        columns = _columns(parts[start : end + 1])
        if len(columns) < len(_columns(parts[start:end])) or len(columns) < 2:
            break
        if len(parts[end]) > 1:
            last_full = end
        elif rows[end].bullet or rows[end].top - rows[end - 1].top > 1.5 * measures.pitch:
            break
        end += 1
    end = last_full + 1
    while end < len(rows) and _wraps(rows, parts, start, end, measures):
        end += 1
    full = sum(1 for row in parts[start:end] if len(row) > 1)
    return end if full >= _LEAST_ROWS else start


def _wraps(
    rows: Sequence[Row],
    parts: Sequence[Sequence[tuple[Word, ...]]],
    start: int,
    index: int,
    measures: Measures,
) -> bool:
    """Whether the row after a table is the rest of a cell of its last row."""
    row = rows[index]
    if row.top - rows[index - 1].top > 1.25 * measures.pitch or len(parts[index]) > 1:
        return False
    before = _columns(parts[start:index])
    if len(_columns(parts[start : index + 1])) != len(before):
        return False
    # In the first column only what starts small: running text under a table starts there too.
    return row.x0 > before[0][1] or (row.text[:1].islower() and row.x1 <= before[0][1])


def _cells(
    rows: Sequence[Row], parts: Sequence[Sequence[tuple[Word, ...]]], measures: Measures
) -> tuple[Cells, ...]:
    columns = _columns(parts)
    table: list[list[str | None]] = []
    for index, row in enumerate(parts):
        cells: list[str | None] = [None] * len(columns)
        for part in row:
            middle = (part[0].x0 + part[-1].x1) / 2
            at = next(i for i, (x0, x1) in enumerate(columns) if x0 <= middle <= x1)
            text = words_text(part)
            cells[at] = f"{cells[at]} {text}" if cells[at] else text
        close = index > 0 and rows[index].top - rows[index - 1].top < 1.25 * measures.pitch
        if table and close and _completes(cells):
            table[-1] = [_joined(above, cell) for above, cell in zip(table[-1], cells, strict=True)]
        else:
            table.append(cells)
    return tuple(tuple(row) for row in table)


def _completes(cells: Sequence[str | None]) -> bool:
    """Whether a row only goes on with cells of the row above: no label of its own, or one that starts small."""
    filled = [cell for cell in cells if cell]
    if cells[0] is None:
        return not any(c.isdigit() for cell in filled for c in cell)
    return len(filled) == 1 and filled[0][0].islower()


def _joined(above: str | None, cell: str | None) -> str | None:
    return f"{above} {cell}" if above and cell else above or cell
