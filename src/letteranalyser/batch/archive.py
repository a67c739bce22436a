"""Analyses as tables of a database: DuckDB, or a folder of Parquet files. docs/archive.md describes them."""

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from letteranalyser.batch.files import told
from letteranalyser.errors import MissingDependencyError, NotWritableError
from letteranalyser.models.analysis import Analysis, Failure, Span
from letteranalyser.render import wording
from letteranalyser.render.choices import Format
from letteranalyser.render.standings import standings

SPAN = {
    "text": "VARCHAR",
    "section": "VARCHAR",
    "page": "INTEGER",
    "footnote": "VARCHAR",
    "starts": "INTEGER",
    "ends": "INTEGER",
    "rule": "VARCHAR",
}

TABLES: dict[str, dict[str, str]] = {
    "letters": {
        "letter": "VARCHAR",
        "sha256": "VARCHAR",
        "date": "DATE",
        "subject": "VARCHAR",
        "sender": "VARCHAR",
        "function": "VARCHAR",
        "chamber": "VARCHAR",
        "dossier": "VARCHAR",
        "dossiers": "VARCHAR[]",
        "number": "VARCHAR",
        "session_year": "VARCHAR",
        "reference": "VARCHAR",
        "pages": "INTEGER",
        "problem": "VARCHAR",
    },
    "sections": {
        "letter": "VARCHAR",
        "id": "VARCHAR",
        "heading": "VARCHAR",
        "level": "INTEGER",
        "page": "INTEGER",
        "starts": "INTEGER",
        "ends": "INTEGER",
    },
    "actors": {"letter": "VARCHAR", "id": "VARCHAR", "name": "VARCHAR", "type": "VARCHAR"},
    "operations": {"letter": "VARCHAR", "id": "VARCHAR", "name": "VARCHAR", "type": "VARCHAR"},
    "mentions": {"letter": "VARCHAR", "kind": "VARCHAR", "id": "VARCHAR", **SPAN},
    "amounts": {
        "letter": "VARCHAR",
        "kind": "VARCHAR",
        "value": "DOUBLE",
        "value_max": "DOUBLE",
        "unit": "VARCHAR",
        "per": "VARCHAR",
        "approximate": "BOOLEAN",
        **SPAN,
    },
    "motions": {
        "letter": "VARCHAR",
        "id": "VARCHAR",
        "dossier": "VARCHAR",
        "number": "VARCHAR",
        "movers": "VARCHAR",
        "url": "VARCHAR",
        "standing": "VARCHAR",
    },
    "references": {"letter": "VARCHAR", "id": "VARCHAR", "kind": "VARCHAR", "url": "VARCHAR"},
    "commitments": {
        "letter": "VARCHAR",
        "deadline": "VARCHAR",
        "due": "DATE",
        "actor": "VARCHAR",
        **SPAN,
    },
    "alignment": {
        "letter": "VARCHAR",
        "about": "VARCHAR",
        "target": "VARCHAR",
        "target_id": "VARCHAR",
        "position": "VARCHAR",
        "confidence": "DOUBLE",
        **SPAN,
    },
}
"""Table to its columns with their types; every row begins with the letter."""

Row = Mapping[str, object]


def require() -> None:
    """See that DuckDB is installed, before any letter is read.

    Raises:
        MissingDependencyError: if it is not.
    """
    try:
        import duckdb  # noqa: F401
    except ImportError:
        hint = "pip install 'letteranalyser[archive]'"
        raise MissingDependencyError("needs_duckdb", "this format needs duckdb", hint) from None


def place(span: Span) -> Row:
    """The columns of a span."""
    return {
        "text": span.text,
        "section": span.section,
        "page": span.page,
        "footnote": span.footnote,
        "starts": span.start,
        "ends": span.end,
        "rule": span.rule,
    }


def rows(record: Analysis | Failure) -> Iterator[tuple[str, Row]]:
    """The rows of a letter, each with its table."""
    source = record.source
    first: dict[str, object] = {"letter": source.path, "sha256": source.sha256, "pages": source.pages}
    if isinstance(record, Failure):
        yield "letters", first | {"problem": record.problems[0].message}
        return
    head = record.letter
    sender = head.senders[0] if head.senders else None
    numbers = [dossier.number for dossier in head.dossiers]
    yield (
        "letters",
        {
            **first,
            "date": head.date.isoformat() if head.date else None,
            "subject": head.subject,
            "sender": sender and sender.name,
            "function": sender and sender.function,
            "chamber": head.chamber,
            "dossier": numbers[0] if numbers else None,
            "dossiers": numbers,
            "number": head.number,
            "session_year": head.session_year,
            "reference": head.reference,
        },
    )
    for section in record.sections:
        yield (
            "sections",
            {
                **section.model_dump(include={"id", "heading", "level", "page"}),
                "starts": section.start,
                "ends": section.end,
            },
        )
    left_at = standings(record)
    for motion in record.motions:
        yield (
            "motions",
            {
                **motion.model_dump(include={"id", "dossier", "number", "url"}),
                "movers": "; ".join(wording.mover(who) for who in motion.movers),
                "standing": "; ".join(position for position, _ in left_at[motion.id].positions) or None,
            },
        )
    for actor in record.actors:
        yield "actors", actor.model_dump(include={"id", "name", "type"})
    for operation in record.operations:
        yield "operations", operation.model_dump(include={"id", "name", "type"})
    for reference in record.references:
        yield "references", reference.model_dump(include={"id", "kind", "url"})
    for kind in ("actors", "operations", "motions", "references"):
        for entry in getattr(record, kind):
            for span in entry.mentions:
                yield "mentions", {"kind": kind, "id": entry.id, **place(span)}
    names = {actor.id: actor.name for actor in record.actors}
    for amount in record.amounts:
        own = {"kind", "value", "value_max", "unit", "per", "approximate"}
        yield "amounts", {**amount.model_dump(include=own), **place(amount)}
    for item in record.commitments:
        due = item.due.isoformat() if item.due else None
        who = names.get(item.actor or "", item.actor)
        yield "commitments", {"deadline": item.deadline, "due": due, "actor": who, **place(item)}
    for row in record.alignment:
        own = {"about", "target", "target_id", "position", "confidence"}
        yield "alignment", {**row.model_dump(include=own), **place(row.evidence)}


def write_archive(target: Path, form: Format, records: Iterable[Analysis | Failure]) -> None:
    """Write all letters as tables, which take the place of earlier ones when they are whole.

    Args:
        target: the file of DuckDB, or the folder of Parquet files.
        form: which of the two.
        records: the letters, in the order in which their rows are to be.

    Raises:
        NotWritableError: if that cannot be done, or the place is taken by something else.
        MissingDependencyError: if DuckDB is not installed.
    """
    require()
    import duckdb

    target = Path(os.path.realpath(target))
    check_place(target, form)
    with contextlib.ExitStack() as cleanup:
        with told(target):
            draft = Path(tempfile.mkdtemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent))
            cleanup.callback(shutil.rmtree, draft, ignore_errors=True)
            files: dict[str, IO[str]] = {
                table: cleanup.enter_context((draft / f"{table}.jsonl").open("w", encoding="utf-8"))
                for table in TABLES
            }
        for record in records:
            with told(target):
                for table, row in rows(record):
                    line = {"letter": record.source.path, **row}
                    files[table].write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
        with told(target):
            for file in files.values():
                file.close()
        try:
            made = load(draft, form)
        except duckdb.Error as error:
            what = " ".join(str(error).split())
            raise NotWritableError("not_writable", f"{target}: cannot be written: {what}") from None
        with told(target):
            put(made, target)


def check_place(target: Path, form: Format) -> None:
    """See that nothing but an earlier archive is in the way.

    Raises:
        NotWritableError: if something is.
    """
    if form is Format.DUCKDB:
        if target.is_dir():
            hint = "name a file such as archive.duckdb with -o"
            raise NotWritableError("not_writable", f"{target} is a folder", hint)
        return
    ours = {f"{table}.parquet" for table in TABLES}
    with told(target):
        if target.exists() and not {path.name for path in target.iterdir()} <= ours:
            hint = "name an empty or a new folder with -o"
            raise NotWritableError("not_writable", f"{target} holds other files", hint)


def load(draft: Path, form: Format) -> Path:
    """Have DuckDB read the rows and write its own files; gives the file or folder."""
    import duckdb

    made = draft / ("made.duckdb" if form is Format.DUCKDB else "made")
    with duckdb.connect(str(made) if form is Format.DUCKDB else ":memory:") as db:
        # One thread: the order of rows, and with it the file, is the same each time.
        db.execute("SET threads = 1; SET preserve_insertion_order = true")
        db.execute("SET autoinstall_known_extensions = false")
        if form is Format.PARQUET:
            made.mkdir()
        for table, columns in TABLES.items():
            typed = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
            db.execute(f'CREATE TABLE "{table}" ({typed})')
            struct = "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items()) + "}"
            source = draft / f"{table}.jsonl"
            if source.stat().st_size:
                # The largest letter allowed has rows far below a gigabyte.
                how = f"format = 'newline_delimited', maximum_object_size = 1000000000, columns = {struct}"
                db.execute(f'INSERT INTO "{table}" SELECT * FROM read_json(?, {how})', [str(source)])  # noqa: S608 - names of our own
            if form is Format.PARQUET:
                name = str(made / f"{table}.parquet").replace("'", "''")
                db.execute(f"COPY \"{table}\" TO '{name}' (FORMAT parquet, COMPRESSION zstd)")
        if form is Format.DUCKDB:
            db.execute("CHECKPOINT")
    return made


def put(made: Path, target: Path) -> None:
    """Put what was made in its place."""
    for path in [made] if made.is_file() else sorted(made.iterdir()):
        with path.open("rb") as file:
            os.fsync(file.fileno())
    if made.is_dir() and target.exists():
        old = made.with_name("old")
        target.rename(old)
    made.replace(target)
