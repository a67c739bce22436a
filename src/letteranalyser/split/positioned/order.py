"""The rows of all pages in reading order, with tables and signatures as finished blocks between them."""

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import groupby

from letteranalyser.models.layout import Block, BlockKind, Table
from letteranalyser.split.hyphens import join_lines
from letteranalyser.split.positioned.measure import Measures
from letteranalyser.split.positioned.numbering import is_numbered
from letteranalyser.split.positioned.rows import Row
from letteranalyser.split.positioned.signature import find_signatures, signature_blocks
from letteranalyser.split.positioned.tables import find_tables
from letteranalyser.split.positioned.zones import Sheet

_LEAST_COLUMNS = 2
_FAR = 4.0
"""Words on one base line that are this many times the size apart do not belong to one sentence."""


def reading_order(sheets: Sequence[Sheet], measures: Measures, known: Container[str]) -> list[Row | Block]:
    """Rows, and blocks where rows were a table or a signature.

    Args:
        sheets: the pages in order.
        measures: of the document.
        known: words of the document, for joining lines.
    """
    tables = {sheet.page.number: _drawn_tables(sheet) for sheet in sheets}
    rows = [
        row
        for sheet in sheets
        for row in sheet.body
        if not any(_inside(row, table) for table in tables[sheet.page.number])
    ]
    order: list[Row | Block] = []
    done = 0
    for start, end in find_signatures(rows):
        order += _with_tables(rows[done:start], measures)
        order += signature_blocks(rows[start:end], known)
        done = end
    order += _with_tables(rows[done:], measures)
    for sheet in sheets:
        for table in tables[sheet.page.number]:
            cells = tuple(
                tuple(join_lines(cell.split("\n"), known) if cell else None for cell in row)
                for row in table.rows
            )
            block = Block(BlockKind.TABLE, _table_text(cells), sheet.page.number, rows=cells)
            order.insert(_place(order, sheet.page.number, table), block)
    return order


def _drawn_tables(sheet: Sheet) -> list[Table]:
    """Tables with rules that have more than one column: others are boxes around text."""
    return [
        t
        for t in sheet.page.tables
        if any(sum(1 for cell in row if cell) >= _LEAST_COLUMNS for row in t.rows)
    ]


def _inside(row: Row, table: Table) -> bool:
    middle = (row.top + row.bottom) / 2
    return table.top - 1 <= middle <= table.bottom + 1 and table.x0 - 3 <= row.x0 and row.x0 < table.x1


def _place(order: Sequence[Row | Block], page: int, table: Table) -> int:
    """Where in the order a table of a page belongs: before the first row under it."""
    for index, element in enumerate(order):
        number = element.page or 0
        if number > page or (number == page and isinstance(element, Row) and element.top > table.top):
            return index
    return len(order)


def _with_tables(rows: Sequence[Row], measures: Measures) -> list[Row | Block]:
    order: list[Row | Block] = []
    for page, group in groupby(rows, key=lambda r: r.page):
        members = list(group)
        done = 0
        for found in find_tables(members, measures):
            order += _labels(members[done : found.start])
            order.append(Block(BlockKind.TABLE, _table_text(found.rows), page, rows=found.rows))
            done = found.end
        order += _labels(members[done:])
    return order


def _labels(rows: Sequence[Row]) -> list[Row]:
    """The rows, cut where words stand far apart that are no table: the labels in a figure are not to be read across."""
    cut: list[Row] = []
    for row in rows:
        parts = row.segments(_FAR * row.size)
        if len(parts) == 1 or (len(parts) == _LEAST_COLUMNS and (row.bullet or is_numbered(row))):
            cut.append(row)
        else:
            cut += [replace(row, words=words, apart=True) for words in parts]
    return cut


def _table_text(rows: Sequence[Sequence[str | None]]) -> str:
    return "\n".join("\t".join(cell or "" for cell in row).rstrip() for row in rows)
