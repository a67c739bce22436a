"""What a person reads, before any layout: labelled lines and tables of cells."""

from dataclasses import dataclass, replace

STRONG = "strong"
QUIET = "quiet"
WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, or what stands behind a label.

    Attributes:
        text: what it says.
        tone: how: ``strong``, ``quiet``, ``warning``, or a position (``rejected``) for its colour.
        note: said behind or under the text, quietly.
        link: where the note leads, or the text where there is no note; empty for nowhere.
    """

    text: str
    tone: str = ""
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: its heading.
        short: a shorter heading for a narrow screen.
        weight: share of the room that is left when the narrow columns have theirs; 0 for a narrow column.
        number: whether it holds numbers, set to the right.
        folds: whether it goes under the column before it where there is no room for both.
        once: whether a cell that repeats the one above it is left blank where rows stand under each other.
    """

    title: str
    short: str = ""
    weight: int = 0
    number: bool = False
    folds: bool = False
    once: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row; ``groups`` are the headings under which it stands, outermost first."""

    cells: tuple[Cell, ...]
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``summary`` says in a few words what is in it, and ``groups`` name the levels of heading."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    groups: tuple[str, ...] = ()
    summary: tuple[Cell, ...] = ()

    def without_empty_columns(self) -> "Table":
        """The table without the columns in which nothing stands, such as the pages of a plain text."""
        kept = [
            index
            for index in range(len(self.columns))
            if any(row.cells[index].text or row.cells[index].note for row in self.rows)
        ]
        return replace(
            self,
            columns=tuple(self.columns[index] for index in kept),
            rows=tuple(replace(row, cells=tuple(row.cells[index] for index in kept)) for row in self.rows),
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What a person reads of one letter or of many.

    Attributes:
        title: file or subject.
        facts: labelled lines; a label may have several.
        tables: without the empty ones.
        notes: what the reader should know besides.
    """

    title: str
    facts: tuple[tuple[str, Cell], ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[Cell, ...] = ()
