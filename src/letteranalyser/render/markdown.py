"""A report in Markdown, to go into a document."""

import re

from letteranalyser.render.report import STRONG, Cell, Report, Table

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def render(report: Report) -> str:
    """Set a report as Markdown with tables (GitHub's dialect, which Pandoc reads too)."""
    blocks = [f"# {escaped(report.title)}"] if report.title else []
    if report.facts:
        blocks.append("\n".join(f"- {label}: {text_of(cell)}" for label, cell in report.facts))
    for table in (table.without_empty_columns() for table in report.tables):
        blocks.append(f"## {table.title}")
        if table.summary:
            blocks.append(", ".join(escaped(cell.text) for cell in table.summary) + ".")
        blocks.append(grid(table))
    if report.notes:
        blocks.append("## Notes")
        blocks.append("\n".join(f"- {text_of(cell)}" for cell in report.notes))
    return "\n\n".join(blocks) + "\n"


def grid(table: Table) -> str:
    """A table with its groups as its first columns."""
    titles = [*table.groups, *(column.title for column in table.columns)]
    rules = [*("---" for _ in table.groups), *("--:" if c.number else "---" for c in table.columns)]
    rows = [[*(escaped(g) for g in row.groups), *(text_of(cell) for cell in row.cells)] for row in table.rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (titles, rules, *rows))


def text_of(cell: Cell) -> str:
    """A cell: bold where it stands out, its note behind it, either as a link."""
    text, note = escaped(cell.text), escaped(cell.note)
    if text and cell.tone == STRONG:
        text = f"**{text}**"
    if cell.link and note:
        note = f"[{note}]({cell.link})"
    elif cell.link and text:
        text = f"[{text}]({cell.link})"
    return f"{text} ({note})" if text and note else text or note


def escaped(text: str) -> str:
    """Text that stands as it is: no character of it is taken for Markdown or HTML."""
    return SPECIAL.sub(r"\\\1", text).replace("&", "&amp;")
