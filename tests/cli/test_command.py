"""The real command: pipes, folders, bad letters, exit codes."""

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from letteranalyser import __version__
from letteranalyser.errors import ExitCode
from letteranalyser.render.choices import KINDS

Run = Callable[..., "subprocess.CompletedProcess[str]"]

QUICK = ("--only", "alignment")
"""Kinds whose rules need no spaCy, where it does not matter what is found."""


def stream(text: str) -> list[dict[str, Any]]:
    """Objects after each other, as jq reads them."""
    decoder, objects = json.JSONDecoder(), []
    while text := text.lstrip():
        found, end = decoder.raw_decode(text)
        objects.append(found)
        text = text[end:]
    return objects


# What a letter gives.


def test_text_for_a_pipe(run: Run, letter: Path) -> None:
    done = run(letter.name, "--only", "alignment,references")
    assert (done.returncode, done.stderr) == (ExitCode.OK, "")
    assert "\x1b" not in done.stdout
    [line] = [
        line for line in done.stdout.splitlines() if "staand kabinetsbeleid" in line and "existing" in line
    ]
    assert line.count("\t") >= 3
    assert "Kamerstuk 31999, nr. 12" in done.stdout


def test_json_is_the_contract(run: Run, letter: Path) -> None:
    done = run(letter.name, "--json")
    [analysis] = stream(done.stdout)
    assert done.returncode == ExitCode.OK
    assert analysis["source"]["path"] == "brief.txt"
    assert analysis["letter"]["date"] == "2020-11-03"
    assert {row["position"] for row in analysis["alignment"]} == {"rejected", "existing_policy", "aligned"}
    assert all(analysis[kind] for kind in KINDS if kind != "operations")


def test_json_for_short(run: Run, letter: Path) -> None:
    assert run(letter.name, "--json", *QUICK).stdout == run(letter.name, "-f", "json", *QUICK).stdout


def test_standard_input_to_json_lines(run: Run, letter: Path) -> None:
    done = run("-", "-f", "jsonl", *QUICK, stdin=letter.read_bytes())
    assert done.stdout.count("\n") == 1
    found = json.loads(done.stdout)
    assert found["source"]["path"] == "-"
    assert found | {"source": None} == json.loads(run(letter.name, "-f", "jsonl", *QUICK).stdout) | {
        "source": None
    }
    named = run("-", "-f", "jsonl", "--stdin-name", "kst-1.txt", *QUICK, stdin=letter.read_bytes())
    assert json.loads(named.stdout)["source"]["path"] == "kst-1.txt"


def test_only_leaves_the_other_lists_empty(run: Run, letter: Path) -> None:
    [found] = stream(run(letter.name, "--json", "--only", "commitments").stdout)
    assert found["commitments"]
    assert not any(found[kind] for kind in ("alignment", "motions", "amounts", "actors", "references"))


def test_csv(run: Run, letter: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(letter.name, "-f", "csv").stdout)))
    assert {"rejected", "existing_policy", "aligned"} == {row["position"] for row in rows}
    assert all(row["source"] == "brief.txt" and row["date"] == "2020-11-03" for row in rows)
    motions = list(csv.DictReader(io.StringIO(run(letter.name, "-f", "csv", "--only", "motions").stdout)))
    assert {row["motion_number"] for row in motions} == {"12"}


def test_markdown(run: Run, letter: Path) -> None:
    text = run(letter.name, "-f", "markdown", *QUICK).stdout
    assert text.startswith("# brief.txt\n")
    assert "## Alignment" in text
    assert "| existing policy |" in text


@pytest.mark.parametrize("locale", ["C", "POSIX", "nl_NL.ISO-8859-1"])
def test_output_is_utf8_whatever_the_locale(run: Run, letter: Path, locale: str) -> None:
    env = {"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert "geïnventariseerd" in run(letter.name, "--json", *QUICK, env=env).stdout
    assert "vóór de zomer" in run(letter.name, "--only", "commitments", env=env).stdout


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_jq_reads_it(run: Run, letter: Path) -> None:
    done = subprocess.run(["jq", "-r", ".alignment[].position"], input=run(letter.name, "--json", *QUICK).stdout, text=True, capture_output=True, check=True)  # fmt: skip
    assert "existing_policy" in done.stdout.split()


# Folders.


def test_a_folder_with_bad_letters(run: Run, folder: Path) -> None:
    done = run(folder.name, "-f", "jsonl", *QUICK)
    records = {
        Path(record["source"]["path"]).name: record for record in map(json.loads, done.stdout.splitlines())
    }
    assert done.returncode == ExitCode.SOME_FAILED
    assert list(records) == ["b.md", "a.txt", "geheim.pdf", "gescand.pdf", "leeg.txt", "plaatje.pdf"]
    failed = {name for name, record in records.items() if "text" not in record}
    assert failed == {"geheim.pdf", "gescand.pdf", "leeg.txt", "plaatje.pdf"}
    assert all(records[name]["problems"] for name in failed)
    lines = done.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in lines[:-1]] == [
        f"brieven/{name}" for name in sorted(failed)
    ]
    assert lines[-1] == "analyse: 4 of 6 letters could not be analysed"


def test_a_folder_as_text_lists_the_letters_and_their_positions(run: Run, folder: Path) -> None:
    done = run(folder.name)
    assert done.returncode == ExitCode.SOME_FAILED
    assert re.search(r"^2020-11-03\tbrieven/a\.txt\t.*\t1\t3\t1$", done.stdout, re.MULTILINE)
    assert re.search(r"^brieven/2020/b\.md\t.*\tmotie.*\taligned\t", done.stdout, re.MULTILINE)


def test_a_folder_as_a_folder(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run(folder.name, "-f", "json", "-o", "uit", *QUICK)
    assert (done.returncode, done.stdout) == (ExitCode.SOME_FAILED, "")
    found = sorted(
        str(path.relative_to(tmp_path / "uit")) for path in (tmp_path / "uit").rglob("*") if path.is_file()
    )
    assert found == [
        *(
            "2020/b.md.json",
            "a.txt.json",
            "geheim.pdf.json",
            "gescand.pdf.json",
            "leeg.txt.json",
            "plaatje.pdf.json",
        )
    ]
    [alone] = stream((tmp_path / "uit/a.txt.json").read_text(encoding="utf-8"))
    assert alone == stream(run(f"{folder.name}/a.txt", "--json", *QUICK).stdout)[0]


def test_a_folder_of_tables(run: Run, folder: Path, tmp_path: Path) -> None:
    run(f"{folder.name}/a.txt", "-f", "csv", "--only", "motions,commitments", "-o", "uit/")
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == [
        *("a.txt.commitments.csv", "a.txt.motions.csv")
    ]


def test_a_file_takes_its_format_from_its_suffix(run: Run, letter: Path, tmp_path: Path) -> None:
    assert run(letter.name, "-o", "uit.jsonl", *QUICK).stdout == ""
    assert json.loads((tmp_path / "uit.jsonl").read_text(encoding="utf-8"))["letter"]["date"] == "2020-11-03"
    run(letter.name, "-o", "uit.md", "-f", "csv")
    assert (tmp_path / "uit.md").read_text(encoding="utf-8").startswith("source,")
    assert run(letter.name, "-o", "-", "-f", "csv").stdout.startswith("source,")


# What goes wrong: one clear line and an exit code each.


@pytest.mark.parametrize("what", ["missing", "empty", "encrypted", "no_text", "picture"])
def test_a_letter_that_cannot_be_read(run: Run, bad_letters: dict[str, Path], what: str) -> None:
    name = bad_letters[what].name
    for format_ in ("text", "csv", "jsonl"):
        done = run(name, "-f", format_)
        assert done.returncode == ExitCode.UNREADABLE
        assert done.stderr.count("\n") == 1
        assert re.fullmatch(rf"analyse: {re.escape(name)}: .{{10,}} – .{{5,}}\n", done.stderr)
        assert "Traceback" not in done.stderr
    record = json.loads(done.stdout)
    assert set(record) == {"schema_version", "source", "problems"}
    assert record["problems"][0]["message"] in done.stderr


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "niets").mkdir()
    done = run("niets")
    assert done.returncode == ExitCode.UNREADABLE
    assert "no letters in this folder" in done.stderr


def test_empty_standard_input(run: Run) -> None:
    done = run("-")
    assert done.returncode == ExitCode.UNREADABLE
    assert done.stderr.startswith("analyse: -: ")


@pytest.mark.parametrize("output", ["bestand/uit.json", "bestand/", "weg/uit.json", "/proc/uit.json"])
def test_output_that_cannot_be_written(run: Run, letter: Path, tmp_path: Path, output: str) -> None:
    (tmp_path / "bestand").touch()
    done = run(letter.name, "--json", "-o", output, *QUICK)
    assert (done.returncode, done.stdout) == (ExitCode.NOT_WRITABLE, "")
    assert re.fullmatch(r"analyse: \S+: cannot be written: .+\n", done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk(letter: Path, command_line: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command_line, str(letter), "--json", *QUICK],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == ExitCode.NOT_WRITABLE
    assert re.fullmatch(rb"analyse: standard output: .+\n", done.stderr)


def test_a_reader_that_has_enough(folder: Path, command_line: tuple[str, ...]) -> None:
    script = f'set -o pipefail; {" ".join(command_line)} "$0" "$0/a.txt" "$0/2020" -f json --only alignment | head -1'
    done = subprocess.run(
        ["bash", "-c", script, str(folder)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (0, "{\n")
    assert not [line for line in done.stderr.splitlines() if not line.startswith("analyse: ")]


def test_closed_standard_output(letter: Path, command_line: tuple[str, ...]) -> None:
    script = f'{" ".join(command_line)} "$0" --json --only alignment >&-'
    done = subprocess.run(
        ["bash", "-c", script, str(letter)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == ExitCode.NOT_WRITABLE
    assert "Traceback" not in done.stderr


def test_stopped_with_ctrl_c(tmp_path: Path, command_line: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [*command_line, "-", "-v", "-o", "uit.json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stderr is not None
        assert process.stdout is not None
        assert process.stderr.readline() == b"analyse: -: reading\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == ExitCode.INTERRUPTED
        assert process.stderr.read() == b"analyse: stopped\n"
        assert process.stdout.read() == b""
    assert list(tmp_path.iterdir()) == []


def test_unknown_option(run: Run) -> None:
    done = run("x.txt", "--onzin")
    assert (done.returncode, done.stdout) == (ExitCode.USAGE, "")
    assert "--onzin" in done.stderr


# Colour: a pipe has none, unless it is asked for.


@pytest.mark.parametrize(
    ("arguments", "env", "coloured"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--json",), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(
    run: Run, letter: Path, arguments: tuple[str, ...], env: dict[str, str], *, coloured: bool
) -> None:
    done = run(letter.name, *arguments, *QUICK, env={"TERM": "xterm"} | env)
    assert ("\x1b[" in done.stdout) is coloured


# Help and the like.


def test_help_names_everything(run: Run) -> None:
    done = run("--help")
    assert done.returncode == ExitCode.OK
    for words in ("SOURCE", "--format", "--json", "--output", "--only", "--schema", "--version", "--color", "--quiet", "--verbose", "--stdin-name", "--install-completion", "Examples:", "Exit codes:"):  # fmt: skip
        assert words in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert run("-h").stdout == done.stdout


def test_help_tells_every_exit_code(run: Run) -> None:
    table = run("--help").stdout.partition("Exit codes:")[2]
    assert {int(number) for number in re.findall(r"(?:^|  )(\d+)  ", table, re.MULTILINE)} == set(ExitCode)


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(run: Run, option: str) -> None:
    assert run(option).stdout == f"letteranalyser {__version__}\n"


def test_schema(run: Run) -> None:
    made = json.loads(run("--schema").stdout)
    assert {variant["$ref"] for variant in made["anyOf"]} == {"#/$defs/Analysis", "#/$defs/Failure"}


def test_shells_complete_the_options(run: Run) -> None:
    env = {"_ANALYSE_COMPLETE": "complete_bash", "COMP_WORDS": "analyse --on", "COMP_CWORD": "1"}
    script = "import sys; sys.argv = ['analyse']; from letteranalyser.cli.app import main; main()"
    done = subprocess.run(
        [run("-V").args[0], "-c", script], env=os.environ | env, capture_output=True, text=True, check=False
    )
    assert "--only" in done.stdout.split()
