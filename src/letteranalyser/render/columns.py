"""How wide each column of a table is, so that it fits a screen without cutting a word."""

import re
from collections.abc import Sequence
from dataclasses import replace

from letteranalyser.render.report import Column, Row, Table

GAP = 2
"""Blank characters between columns."""
BREAK = re.compile(r"(?<=[-/_])(?=\w)")
"""Where a file name, or a word of several with hyphens, may go on on the next line."""
ROOMY = 44
"""Characters; a column that can fold does so rather than leave the widest column less than this."""
READABLE = 30
"""A column of sentences narrower than this is hard to read; narrow columns give way first."""


def fit(table: Table, width: int) -> list[int] | None:
    """Widths of the columns, in characters of the terminal.

    Args:
        table: the table.
        width: of the screen.

    Returns:
        One width a column, or None where even one word a line in every column is too wide.
    """
    from rich.cells import cell_len

    columns = table.columns
    room = width - GAP * (len(columns) - 1)
    natural = [max(cell_len(line) for line in lines(table.rows, i, c.title)) for i, c in enumerate(columns)]
    if sum(natural) <= room:
        return natural
    least = [
        max(
            cell_len(part)
            for line in lines(table.rows, i, heading(c))
            for part in parts(line, flowing=bool(c.weight))
        )
        for i, c in enumerate(columns)
    ]
    if sum(least) > room:
        return None
    flowing = [i for i, column in enumerate(columns) if column.weight]
    narrow = [i for i, column in enumerate(columns) if not column.weight]
    widths = [max(cell_len(line) for line in lines(table.rows, i, heading(c))) for i, c in enumerate(columns)]
    left = room - sum(widths[i] for i in narrow)
    if left < max(READABLE * len(flowing), sum(least[i] for i in flowing)):
        for i in narrow:
            widths[i] = least[i]
        left = room - sum(least[i] for i in narrow)
    shares = [columns[i].weight for i in flowing]
    for i, share in zip(
        flowing,
        share_out(left, shares, [least[i] for i in flowing], [widths[i] for i in flowing]),
        strict=True,
    ):
        widths[i] = share
    return widths


def cramped(table: Table, widths: Sequence[int]) -> bool:
    """Whether narrow columns that could fold leave the sentences of a table too little room."""
    if not any(column.folds and not column.weight for column in table.columns):
        return False
    main = max(range(len(widths)), key=lambda i: table.columns[i].weight)
    return widths[main] < ROOMY


def folded(table: Table) -> Table:
    """The table with each column that folds set under the one before it, for a narrow screen."""
    columns: list[Column] = []
    kept: list[list[int]] = []
    for index, column in enumerate(table.columns):
        if column.folds and kept:
            kept[-1].append(index)
            columns[-1] = replace(columns[-1], title=f"{columns[-1].title}, {column.title.lower()}")
        else:
            kept.append([index])
            columns.append(column)

    def together(row: Row) -> Row:
        cells = []
        for first, *others in kept:
            under = [row.cells[first].note, *(row.cells[index].text for index in others)]
            link = row.cells[first].link or next((row.cells[i].link for i in others if row.cells[i].link), "")
            cells.append(replace(row.cells[first], note="\n".join(text for text in under if text), link=link))
        return replace(row, cells=tuple(cells))

    return replace(table, columns=tuple(columns), rows=tuple(together(row) for row in table.rows))


def share_out(room: int, weights: Sequence[int], least: Sequence[int], most: Sequence[int]) -> list[int]:
    """Divide room by weight, none getting less than it needs nor more than it can use.

    Args:
        room: characters to divide; at least the sum of ``least``.
        weights: share of each.
        least: what each needs.
        most: what each can use.
    """
    shares = list(least)
    spare = room - sum(shares)
    while spare > 0 and (open_ := [i for i in range(len(shares)) if shares[i] < most[i]]):
        # To the one that has least of what its weight gives it a right to.
        poorest = min(open_, key=lambda i: shares[i] / weights[i])
        shares[poorest] += 1
        spare -= 1
    return shares


def parts(line: str, *, flowing: bool) -> list[str]:
    """What has to stay on one line: words, and in a flowing column what lies between the hyphens of a word."""
    words = line.split() or [""]
    return [part for word in words for part in BREAK.split(word)] if flowing else words


def broken(text: str, width: int) -> str:
    """Text in which a word that is wider than its column goes on on a new line, after a hyphen or a slash."""
    from rich.cells import cell_len

    if all(cell_len(word) <= width for word in text.split()):
        return text
    if "\n" in text:
        return "\n".join(broken(line, width) for line in text.split("\n"))
    words = []
    for word in text.split(" "):
        made = [""]
        for part in BREAK.split(word):
            if made[-1] and cell_len(made[-1] + part) > width:
                made.append(part)
            else:
                made[-1] += part
        words.append("\n".join(made))
    return " ".join(words)


def heading(column: Column) -> str:
    """The heading of a column where room is short."""
    return column.short or column.title


def lines(rows: Sequence[Row], index: int, title: str) -> list[str]:
    """All that stands in a column, as it is before wrapping."""
    cells = [row.cells[index] for row in rows]
    return [title, *(line for cell in cells for line in (cell.text, *cell.note.split("\n")))]
