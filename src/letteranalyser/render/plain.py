"""A report for a pipe or a file: a row a line, its cells separated by tabs, nothing to get in the way of grep."""

from collections.abc import Iterable

from letteranalyser.render.report import Cell, Report


def render(report: Report) -> str:
    """Set a report as lines of text."""
    blocks = []
    facts = [line([label, text_of(cell)]) for label, cell in report.facts]
    blocks.append([line(["File", report.title])] * bool(report.title) + facts)
    for table in report.tables:
        titles = [*table.groups, *(column.title for column in table.columns)]
        rows = [line([*row.groups, *(text_of(cell) for cell in row.cells)]) for row in table.rows]
        summary = ", ".join(cell.text for cell in table.summary)
        blocks.append([f"{table.title}: {summary}" if summary else table.title, line(titles), *rows])
    blocks.append([line(["Note", text_of(cell)]) for cell in report.notes])
    return "\n".join("".join(f"{text}\n" for text in block) for block in blocks if block)


def line(cells: Iterable[str]) -> str:
    """Cells on one line; the cells themselves hold no tab."""
    return "\t".join(cells).rstrip("\t")


def text_of(cell: Cell) -> str:
    """A cell with its note behind it."""
    return f"{cell.text} ({cell.note})" if cell.text and cell.note else cell.text or cell.note
