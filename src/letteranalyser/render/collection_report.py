"""What a person reads of many letters: a row for each, then what was asked for of all of them."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from letteranalyser.models.analysis import Analysis, Failure
from letteranalyser.render import letter_report, over_all, wording
from letteranalyser.render.report import QUIET, STRONG, WARNING, Cell, Column, Report, Row, Table
from letteranalyser.render.wording import printable

COUNTS = {
    "motions": (Column("Motions", short="Mot.", number=True), "motion"),
    "alignment": (Column("Positions", short="Pos.", number=True), "position"),
    "commitments": (Column("Commitments", short="Com.", number=True), "commitment"),
}
"""Kind to the column that counts it in the list of letters, and to what is counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one letter until all are done: its row and its tables, not its text."""

    row: Row
    tables: tuple[Table, ...] = ()
    answers: tuple[over_all.Answer, ...] = ()
    promises: tuple[over_all.Promise, ...] = ()
    date: dt.date | None = None


def entry(record: Analysis | Failure, tables: Collection[str], counts: Collection[str]) -> Entry:
    """What the report on many letters says of one.

    Args:
        record: the letter.
        tables: kinds of which all findings are shown.
        counts: kinds that are counted in the letter's row.
    """
    path = printable(record.source.path)
    if isinstance(record, Failure):
        why = "; ".join(printable(problem.message) for problem in record.problems)
        cells = (Cell(""), Cell(path, WARNING, note=why), Cell(""), *(Cell("–", QUIET) for _ in counts))
        return Entry(Row(cells))
    letter = record.letter
    numbers = [len(getattr(record, kind)) for kind in COUNTS if kind in counts]
    sender = letter.senders[0] if letter.senders else None
    cells = (
        Cell(letter.date.isoformat() if letter.date else ""),
        Cell(path, STRONG, note=about(record)),
        Cell(printable((sender.function or sender.name or "") if sender else "")),
        *(Cell(str(number), "" if number else QUIET) for number in numbers),
    )
    made = [table(record) for kind, table in letter_report.TABLES.items() if kind in tables]
    shown = [
        replace(table, rows=tuple(replace(row, groups=(path, *row.groups)) for row in table.rows))
        for table in made
    ]
    return Entry(Row(cells), tuple(shown), over_all.answers(record), over_all.promises(record), letter.date)


def about(analysis: Analysis) -> str:
    """What a letter is about: its subject, else its dossier."""
    letter = analysis.letter
    if letter.subject:
        return printable(letter.subject)
    return "; ".join(
        printable(f"{wording.document(dossier.number, letter.number)} {dossier.title or ''}")
        for dossier in letter.dossiers
    )


def collection_report(
    entries: Sequence[Entry], counts: Collection[str], together: Collection[str] = ()
) -> Report:
    """The report on many letters.

    Args:
        entries: the letters.
        counts: kinds that are counted in the list of letters.
        together: kinds of ``over_all`` that are shown.
    """
    counted = [(column, noun) for kind, (column, noun) in COUNTS.items() if kind in counts]
    columns = (
        Column("Date"),
        Column("Letter", weight=4),
        Column("From", weight=3, folds=True),
        *(column for column, _ in counted),
    )
    summary = [Cell(wording.count(len(entries), "letter"), QUIET)]
    for offset, (_, noun) in enumerate(counted, start=3):
        cells = [item.row.cells[offset].text for item in entries]
        summary.append(Cell(wording.count(sum(int(text) for text in cells if text.isdigit()), noun), QUIET))
    letters = Table("Letters", columns, tuple(item.row for item in entries), summary=tuple(summary))
    latest = max((item.date for item in entries if item.date), default=dt.date.min)
    found = {
        "motions": over_all.motions([answer for item in entries for answer in item.answers]),
        "commitments": over_all.commitments(
            [promise for item in entries for promise in item.promises], latest
        ),
    }
    shown = [table for kind, table in found.items() if kind in together and table.rows]
    return Report(title="", tables=(letters, *shown, *joined(entries)))


def joined(entries: Sequence[Entry]) -> list[Table]:
    """The tables of one kind put together, each row under its letter."""
    found: dict[str, list[Table]] = {}
    for item in entries:
        for table in item.tables:
            if table.rows:
                found.setdefault(table.title, []).append(table)
    return [
        replace(
            tables[0],
            rows=tuple(row for table in tables for row in table.rows),
            groups=("Letter", *tables[0].groups),
            summary=added(tables),
        )
        for tables in found.values()
    ]


def added(tables: Sequence[Table]) -> tuple[Cell, ...]:
    """The summaries of tables as one; each of their cells begins with its number."""
    numbers: Counter[Cell] = Counter()
    for table in tables:
        for cell in table.summary:
            number, _, words = cell.text.partition(" ")
            numbers[Cell(words, cell.tone)] += int(number)
    order: list[str] = list(wording.POSITIONS)
    cells = sorted(numbers, key=lambda cell: order.index(cell.tone) if cell.tone in order else 0)
    return tuple(replace(cell, text=f"{numbers[cell]} {cell.text}") for cell in cells)
