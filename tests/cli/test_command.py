"""The real command on real letters: what it gives, and what it says of files that are none."""

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from letteranalyser.errors import ExitCode
from letteranalyser.render.choices import KINDS

Run = Callable[..., "subprocess.CompletedProcess[str]"]

QUICK = ("--only", "commitments", "--ocr", "off")
"""The kind that takes the least time, where it does not matter what is found; without what may not be installed."""

BAD = ["geheim.pdf", "gescand.pdf", "leeg.txt", "plaatje.pdf"]


def test_json_is_the_contract(run: Run, letter: Path) -> None:
    done = run(letter.name, "--json")
    assert (done.returncode, done.stderr) == (ExitCode.OK, "")
    analysis = json.loads(done.stdout)
    assert analysis["source"]["path"] == "brief.txt"
    assert analysis["letter"]["date"] == "2020-11-03"
    assert {row["position"] for row in analysis["alignment"]} == {"rejected", "existing_policy", "aligned"}
    assert [kind for kind in KINDS if not analysis[kind]] == ["operations"]


def test_text_for_a_pipe(run: Run, letter: Path) -> None:
    done = run(letter.name, "--only", "alignment,references")
    assert (done.returncode, done.stderr) == (ExitCode.OK, "")
    assert "\x1b" not in done.stdout
    [line] = [line for line in done.stdout.splitlines() if "\texisting policy\t" in line]
    assert "Het openhouden van veerdiensten is staand kabinetsbeleid." in line.split("\t")
    assert "Kamerstuk 31999, nr. 12" in done.stdout


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_jq_reads_standard_input_to_json_lines(run: Run, letter: Path) -> None:
    lines = run("-", "-f", "jsonl", *QUICK, stdin=letter.read_bytes()).stdout
    assert lines.count("\n") == 1
    done = subprocess.run(
        ["jq", "-r", ".source.path, .commitments[].deadline"], input=lines, text=True, capture_output=True, check=True
    )  # fmt: skip
    assert done.stdout.splitlines() == ["-", "vóór de zomer van 2021"]


def test_only_leaves_the_other_lists_empty(run: Run, letter: Path) -> None:
    found = json.loads(run(letter.name, "--json", "--only", "commitments").stdout)
    assert [kind for kind in KINDS if found[kind]] == ["commitments"]


def test_csv(run: Run, letter: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(letter.name, "-f", "csv", "--only", "references").stdout)))
    assert [(row["source"], row["date"], row["id"]) for row in rows] == [
        ("brief.txt", "2020-11-03", "kst-31999-12")
    ]


def test_a_folder_with_bad_letters(run: Run, folder: Path) -> None:
    done = run(folder.name, "-f", "jsonl", *QUICK)
    records = {
        Path(found["source"]["path"]).name: found for found in map(json.loads, done.stdout.splitlines())
    }
    assert done.returncode == ExitCode.SOME_FAILED
    assert list(records) == ["b.md", "a.txt", *BAD]
    assert [name for name, record in records.items() if "text" not in record] == BAD
    assert all(records[name]["problems"] for name in BAD)
    *told, last = done.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in told] == [f"brieven/{name}" for name in BAD]
    assert last == "analyse: 4 of 6 letters could not be analysed"


def test_a_folder_as_text_lists_the_letters_and_their_positions(run: Run, folder: Path) -> None:
    done = run(folder.name)
    assert done.returncode == ExitCode.SOME_FAILED
    assert re.search(r"^2020-11-03\tbrieven/a\.txt.*\t1\t3\t1$", done.stdout, re.MULTILINE)
    assert re.search(r"^brieven/2020/b\.md\t.*\tmotie.*\taligned\t", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("what", ["missing", "empty", "encrypted", "no_text", "picture"])
def test_a_letter_that_cannot_be_read(run: Run, bad_letters: dict[str, Path], what: str) -> None:
    name = bad_letters[what].name
    done = run(name, "-f", "jsonl", *QUICK)
    assert done.returncode == ExitCode.UNREADABLE
    assert re.fullmatch(rf"analyse: {re.escape(name)}: .{{10,}} – .{{5,}}\n", done.stderr)
    record = json.loads(done.stdout)
    assert set(record) == {"schema_version", "source", "problems"}
    assert record["problems"][0]["message"] in done.stderr
