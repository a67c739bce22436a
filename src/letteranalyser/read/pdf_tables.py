"""Tables with drawn rules: pdfplumber's table finder on the rules that pdfium has read.

Its functions are called on our rules, so that a page need not be parsed a second time by pdfminer, which takes a hundred
times as long.
"""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from letteranalyser.models.layout import Line, Rule, Table, Word
from letteranalyser.read.pdf_lines import line_text

_THIN = 3.0
"""A rule up to this thick is a line, a thicker one a filled rectangle, whose edges count."""
_SHORTEST = 5.0
_NEAR = 8.0
"""Points within which upright edges count as one: the frame of a box and the shading inside it."""
_LEAST_UPRIGHTS = 3
_MOST_RULES = 1500
"""More than this is a drawing."""
_SNAP = 3.0
_LEAST = 2
"""Rows and columns that a table has at least."""

Box = tuple[float, float, float, float]


class _Edge(TypedDict):
    x0: float
    x1: float
    top: float
    bottom: float
    width: float
    height: float
    orientation: str
    object_type: str


def suggests_table(rules: Sequence[Rule]) -> bool:
    """Whether there are enough upright edges, apart from each other, to make two columns."""
    if len(rules) > _MOST_RULES:
        return False
    places = sorted(
        x
        for rule in rules
        if rule.bottom - rule.top > _SHORTEST
        for x in ((rule.x0,) if rule.x1 - rule.x0 <= _THIN else (rule.x0, rule.x1))
    )
    groups = 0
    last = float("-inf")
    for x in places:
        if x - last > _NEAR:
            groups += 1
        last = x
    return groups >= _LEAST_UPRIGHTS


def read_tables(rules: Sequence[Rule], lines: Sequence[Line]) -> tuple[Table, ...]:
    """The tables of a page; lines of a cell are separated by line breaks.

    Args:
        rules: drawn on the page.
        lines: of the page, whose words go into the cells.
    """
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    edges = merge_edges([dict(edge) for edge in _edges(rules)], _SNAP, _SNAP, _SNAP, _SNAP)
    cells = intersections_to_cells(edges_to_intersections(edges, _SNAP, _SNAP))
    tables = (_table([_box(cell) for cell in group], lines) for group in cells_to_tables(cells))
    return tuple(sorted((t for t in tables if t), key=lambda t: t.top))


def _box(cell: Iterable[float]) -> Box:
    x0, top, x1, bottom = cell
    return (x0, top, x1, bottom)


def _edges(rules: Iterable[Rule]) -> Iterable[_Edge]:
    for rule in rules:
        wide, high = rule.x1 - rule.x0, rule.bottom - rule.top
        if max(wide, high) < _SHORTEST:
            continue
        if high <= _THIN or wide > _THIN:
            yield _edge(rule.x0, rule.top, rule.x1, rule.top, "h")
        if wide <= _THIN or high > _THIN:
            yield _edge(rule.x0, rule.top, rule.x0, rule.bottom, "v")
        if wide > _THIN and high > _THIN:
            yield _edge(rule.x0, rule.bottom, rule.x1, rule.bottom, "h")
            yield _edge(rule.x1, rule.top, rule.x1, rule.bottom, "v")


def _edge(x0: float, top: float, x1: float, bottom: float, orientation: str) -> _Edge:
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": orientation,
        "object_type": "line",
    }


def _table(cells: Sequence[Box], lines: Sequence[Line]) -> Table | None:
    """A table of these cells, or None if it has not two rows and two columns with text in them."""
    lefts = sorted({cell[0] for cell in cells})
    tops = sorted({cell[1] for cell in cells})
    rows: list[list[str | None]] = [[None] * len(lefts) for _ in tops]
    for cell in cells:
        rows[tops.index(cell[1])][lefts.index(cell[0])] = _cell_text(cell, lines) or None
    filled = [row for row in rows if any(row)]
    columns = [index for index in range(len(lefts)) if any(row[index] for row in filled)]
    if len(filled) < _LEAST or len(columns) < _LEAST:
        return None
    return Table(
        tuple(tuple(row[index] for index in columns) for row in filled),
        lefts[0],
        tops[0],
        max(cell[2] for cell in cells),
        max(cell[3] for cell in cells),
    )


def _cell_text(cell: Box, lines: Sequence[Line]) -> str:
    x0, top, x1, bottom = cell
    found = []
    for line in lines:
        if line.words and line.bottom > top and line.top < bottom:
            words = [w for w in line.words if _centre_in(w, x0, top, x1, bottom)]
            if words:
                found.append(line_text(words))
    return "\n".join(found)


def _centre_in(word: Word, x0: float, top: float, x1: float, bottom: float) -> bool:
    return x0 <= (word.x0 + word.x1) / 2 < x1 and top <= (word.top + word.bottom) / 2 < bottom
