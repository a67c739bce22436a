"""A report for a screen, in rich: colours, clickable links, tables that wrap between words."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from letteranalyser.models.analysis import Position
from letteranalyser.render.columns import GAP, broken, cramped, fit, folded, heading
from letteranalyser.render.report import QUIET, STRONG, WARNING, Cell, Report, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

STYLES: dict[str, str] = {
    STRONG: "bold",
    QUIET: "dim",
    WARNING: "yellow",
    Position.EXISTING_POLICY: "green",
    Position.ALIGNED: "green",
    Position.EXECUTED: "bold green",
    Position.IN_PROGRESS: "cyan",
    Position.PARTIALLY_ALIGNED: "yellow",
    Position.CONDITIONAL: "yellow",
    Position.LEFT_TO_CHAMBER: "magenta",
    Position.PREMATURE: "magenta",
    Position.REJECTED: "bold red",
}
"""Tone to style; of the sixteen colours, which follow the user's own theme."""

WIDEST = 120
"""Longer lines are hard to follow, however wide the screen."""


def render(report: Report, width: int, *, colour: bool) -> str:
    """Set a report for a screen.

    Args:
        report: what to show.
        width: of the screen, in characters.
        colour: whether colours, bold and links may be used; the layout is the same without.
    """
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        force_terminal=True,
        color_system="auto" if colour else None,
        no_color=not colour,
        width=min(width, WIDEST),
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        if report.title:
            print_title(console, report.title)
        print_pairs(console, report.facts)
        for table in report.tables:
            print_table(console, table.without_empty_columns())
        if report.notes:
            console.print()
            print_pairs(console, [("Note", cell) for cell in report.notes])
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def text_of(cell: Cell, join: str) -> Text:
    """A cell as text; its note comes after ``join``."""
    from rich.text import Text

    text = Text(cell.text, STYLES.get(cell.tone, ""))
    if cell.link and not cell.note:
        text.stylize(f"link {cell.link}")
    if cell.note:
        # A link is underlined, so that it is seen to be one where the terminal does not show it.
        style = f"dim underline link {cell.link}" if cell.link else "dim"
        text.append(join if cell.text else "").append(cell.note, style)
    elif cell.link:
        text.stylize("underline")
    return text


def print_title(console: Console, title: str) -> None:
    """The file's name over a line."""
    from rich.text import Text

    console.print(Text(title, "bold"), soft_wrap=True)
    console.print(Text("─" * console.width, "dim"))


def print_pairs(console: Console, pairs: Iterable[tuple[str, Cell]]) -> None:
    """Labels with what they say; a label that repeats the one above it is left blank."""
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid.grid(padding=(0, GAP, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    above = ""
    for label, cell in pairs:
        grid.add_row(Text("" if label == above else label, "dim"), text_of(cell, " – "))
        above = label
    if grid.row_count:
        console.print(grid)


def print_table(console: Console, table: Table) -> None:
    """A table under its title, each run of rows under its headings."""
    from rich.text import Text

    title = Text(table.title.upper(), "bold")
    for number, cell in enumerate(table.summary):
        title.append(" · " if number else "  ", "dim").append_text(text_of(cell, " "))
    console.print()
    console.print(title)
    widths = fit(table, console.width)
    if widths is None or cramped(table, widths):
        table = folded(table)
        widths = fit(table, console.width)
    if widths is None:
        console.print(Text("─" * console.width, "dim"))
    else:
        print_headings(console, table, widths)
    above: tuple[str, ...] = ()
    for number, (groups, run) in enumerate(itertools.groupby(table.rows, key=lambda row: row.groups)):
        if number:
            console.print()
        print_groups(console, groups, above)
        above = groups
        if widths is None:
            print_stacked(console, table, list(run))
        else:
            print_rows(console, table, list(run), widths)


def print_headings(console: Console, table: Table, widths: Sequence[int]) -> None:
    """The headings of the columns over a line."""
    from rich.text import Text

    titles = [
        column.title if len(column.title) <= width else heading(column)
        for column, width in zip(table.columns, widths, strict=True)
    ]
    grid = empty_grid(table, widths)
    grid.add_row(*(Text(title, "dim") for title in titles))
    console.print(grid)
    console.print(Text("─" * (sum(widths) + GAP * (len(widths) - 1)), "dim"))


def print_groups(console: Console, groups: Sequence[str], above: Sequence[str]) -> None:
    """The headings that change, the outermost bold."""
    from rich.text import Text

    changed = False
    for level, group in enumerate(groups):
        changed = changed or list(above[level : level + 1]) != [group]
        if group and changed:
            style = "bold underline" if level == 0 and len(groups) > 1 else "italic"
            console.print(Text(group, style))


def empty_grid(table: Table, widths: Sequence[int]) -> Grid:
    """A grid with the columns of a table at the widths found."""
    from rich.table import Table as Grid

    grid = Grid(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))
    for column, width in zip(table.columns, widths, strict=True):
        grid.add_column(width=width, justify="right" if column.number else "left", overflow="fold")
    return grid


def print_rows(console: Console, table: Table, rows: Sequence[Row], widths: Sequence[int]) -> None:
    """Rows as a grid, apart where the first column is a text of several lines."""
    from rich.cells import cell_len

    grid = empty_grid(table, widths)
    apart = any(cell_len(row.cells[0].text) > 2 * widths[0] for row in table.rows)
    above: Row | None = None
    for row in rows:
        if apart and above is not None:
            grid.add_row()
        cells = [
            Cell("")
            if column.once and above is not None and above.cells[index] == row.cells[index]
            else row.cells[index]
            for index, column in enumerate(table.columns)
        ]
        grid.add_row(*(text_of(fitted(cell, width), "\n") for cell, width in zip(cells, widths, strict=True)))
        above = row
    console.print(grid)


def fitted(cell: Cell, width: int) -> Cell:
    """A cell whose longest words go on on a new line where they may."""
    return replace(cell, text=broken(cell.text, width), note=broken(cell.note, width))


def print_stacked(console: Console, table: Table, rows: Sequence[Row]) -> None:
    """Rows one cell under another, for a screen too narrow for columns."""
    from rich.padding import Padding
    from rich.text import Text

    for row in rows:
        for index, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            if not cell.text and not cell.note:
                continue
            label = Text(f"{column.title}: " if index and column.title else "", "dim")
            console.print(Padding(label.append_text(text_of(cell, " – ")), (0, 0, 0, 2 if index else 0)))
