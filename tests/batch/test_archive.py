"""Letters as tables, and the questions of docs/archive.md."""

import os
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from letteranalyser.batch.archive import TABLES
from tests.batch.conftest import COMMAND, analyse, tree
from tests.conftest import ROOT

SQL = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "archive.md").read_text(encoding="utf-8"), re.DOTALL)
LETTERS = ("samples/text", "samples/kamerstuk")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archief")
    done = analyse(*LETTERS, "-o", folder / "a.duckdb", "--model", "none", cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert [path.name for path in folder.iterdir()] == ["a.duckdb"]
    return folder / "a.duckdb"


@pytest.fixture(scope="module")
def db(archive: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(archive), read_only=True)


def test_every_table_has_rows_of_letters(db: duckdb.DuckDBPyConnection) -> None:
    for table in TABLES:
        [(rows, strange)] = db.execute(
            f'SELECT count(*), count(*) FILTER (letter NOT IN (SELECT letter FROM letters)) FROM "{table}"'  # noqa: S608
        ).fetchall()
        assert rows > 0, table
        assert strange == 0, table


def test_how_motions_were_answered(db: duckdb.DuckDBPyConnection) -> None:
    found = {(row[0], row[1]): row for row in db.execute(SQL[0]).fetchall()}
    assert "2022-06-14: rejected" in found["33612", "83"][3]
    assert ("33612", "86") not in found


def test_what_falls_due_this_quarter(db: duckdb.DuckDBPyConnection) -> None:
    rows = db.execute(SQL[1].replace("current_date", "DATE '2023-08-01'")).fetchall()
    assert {str(row[0]) for row in rows} >= {"2023-07-06"}
    assert {(row[0].year, (row[0].month - 1) // 3) for row in rows} == {(2023, 2)}
    db.execute(SQL[1])


def test_money_by_dossier_and_year(db: duckdb.DuckDBPyConnection) -> None:
    rows = db.execute(SQL[2]).fetchall()
    [(total,)] = db.execute("SELECT count(*) FROM amounts WHERE kind = 'money'").fetchall()
    assert sum(row[3] for row in rows) == total > 0
    assert len(SQL) == 3


def test_parquet_has_the_same_rows_and_the_same_bytes_each_time(
    db: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    for name in ("een", "twee", "een"):
        done = analyse(*LETTERS, "-f", "parquet", "-o", tmp_path / name, "--model", "none", cwd=ROOT)
        assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "een") == tree(tmp_path / "twee")
    for table in TABLES:
        read = duckdb.connect().execute(f"SELECT * FROM '{tmp_path}/een/{table}.parquet'").fetchall()  # noqa: S608
        assert read == db.execute(f'SELECT * FROM "{table}"').fetchall(), table  # noqa: S608


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").touch()
    done = analyse("samples/text", "-f", "parquet", "-o", tmp_path, cwd=ROOT)
    assert done.returncode == 5
    assert "holds other files" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["foto.jpg"]


def test_without_duckdb_the_message_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "duckdb.py").write_text("raise ImportError", encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, "samples/text", "-o", str(tmp_path / "a.duckdb")], cwd=ROOT, capture_output=True, text=True,
        check=False, env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{os.pathsep.join(sys.path)}"},
    )  # fmt: skip
    assert done.returncode == 4
    assert done.stderr == "analyse: this format needs duckdb – pip install 'letteranalyser[archive]'\n"
