"""The process around the analysis: pipes, files, colours, exit codes, help."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from letteranalyser import __version__
from letteranalyser.cli.run import screen
from letteranalyser.errors import ExitCode

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def stream(text: str) -> list[dict[str, Any]]:
    """Objects after each other, as jq reads them."""
    decoder, objects = json.JSONDecoder(), []
    while text := text.lstrip():
        found, end = decoder.raw_decode(text)
        objects.append(found)
        text = text[end:]
    return objects


def test_json_for_short(run_stub: Run, letter: Path) -> None:
    assert run_stub(letter.name, "--json").stdout == run_stub(letter.name, "-f", "json").stdout


def test_standard_input_has_a_name(run_stub: Run, letter: Path) -> None:
    done = run_stub("-", letter.name, "--json", "--stdin-name", "kst-1.txt", stdin=letter.read_bytes())
    assert [found["source"]["path"] for found in stream(done.stdout)] == ["kst-1.txt", "brief.txt"]


@pytest.mark.parametrize("arguments", [("--json",), ()], ids=["json", "text"])
def test_output_is_utf8_whatever_the_locale(run_stub: Run, letter: Path, arguments: tuple[str, ...]) -> None:
    env = {
        "LC_ALL": "nl_NL.ISO-8859-1",
        "PYTHONIOENCODING": "latin-1",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    assert "vóór de zomer" in run_stub(letter.name, *arguments, env=env).stdout


# Where results go.


def test_a_folder_as_a_folder(run_stub: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "geheim.pdf").unlink()
    done = run_stub(folder.name, "-o", "uit")
    assert (done.returncode, done.stdout) == (ExitCode.SOME_FAILED, "")
    results = tmp_path / "uit"
    found = sorted(str(path.relative_to(results)) for path in results.rglob("*") if path.is_file())
    state, found = found[:2], found[2:]
    assert state == [".letteranalyser/lock", ".letteranalyser/manifest.jsonl"]
    letters = ["2020/b.md.json", "a.txt.json", "gescand.pdf.json", "leeg.txt.json", "plaatje.pdf.json"]
    assert found == [*letters, "problems.jsonl"]
    written = (results / "a.txt.json").read_text(encoding="utf-8")
    assert written == run_stub(f"{folder.name}/a.txt", "--json").stdout
    assert "problems" in (results / "leeg.txt.json").read_text(encoding="utf-8")


def test_a_letter_that_failed_has_no_report(run_stub: Run, folder: Path, tmp_path: Path) -> None:
    run_stub(folder.name, "-f", "markdown", "-o", "uit/")
    assert (tmp_path / "uit/a.txt.md").read_text(encoding="utf-8").startswith("# brieven/a.txt\n")
    assert not (tmp_path / "uit/leeg.txt.md").exists()


def test_a_folder_of_tables(run_stub: Run, letter: Path, tmp_path: Path) -> None:
    run_stub(letter.name, "-f", "csv", "--only", "motions,alignment", "-o", "uit/")
    names = sorted(path.name for path in (tmp_path / "uit").iterdir())
    assert names == ["brief.txt.alignment.csv", "brief.txt.motions.csv"]
    with (tmp_path / "uit" / names[1]).open(encoding="utf-8") as file:
        assert [row["movers"] for row in csv.DictReader(file)] == ["De Wit"]


def test_a_file_takes_its_format_from_its_suffix(run_stub: Run, letter: Path, tmp_path: Path) -> None:
    assert run_stub(letter.name, "-o", "uit.jsonl").stdout == ""
    assert json.loads((tmp_path / "uit.jsonl").read_text(encoding="utf-8"))["motions"]
    run_stub(letter.name, "-o", "uit.md", "-f", "csv")
    assert (tmp_path / "uit.md").read_text(encoding="utf-8").startswith("source,")


def test_a_hyphen_is_standard_output(run_stub: Run, letter: Path) -> None:
    assert run_stub(letter.name, "-o", "-", "-f", "csv").stdout.startswith("source,")


# What goes wrong: one clear line and an exit code each.


def test_an_empty_folder(run_stub: Run, tmp_path: Path) -> None:
    (tmp_path / "niets").mkdir()
    done = run_stub("niets")
    assert (done.returncode, done.stdout) == (ExitCode.UNREADABLE, "")
    assert re.fullmatch(r"analyse: niets: no letters in this folder – .+\n", done.stderr)


def test_empty_standard_input(run_stub: Run) -> None:
    done = run_stub("-")
    assert (done.returncode, done.stdout) == (ExitCode.UNREADABLE, "")
    assert done.stderr == "analyse: -: the file is empty – check that the download is complete\n"


@pytest.mark.parametrize("output", ["bestand/uit.json", "bestand/", "weg/uit.json", "/proc/uit.json"])
def test_output_that_cannot_be_written(run_stub: Run, letter: Path, tmp_path: Path, output: str) -> None:
    (tmp_path / "bestand").touch()
    done = run_stub(letter.name, "--json", "-o", output)
    assert (done.returncode, done.stdout) == (ExitCode.NOT_WRITABLE, "")
    assert re.fullmatch(r"analyse: \S+: cannot be written: .+\n", done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk(letter: Path, stub_line: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*stub_line, str(letter), "--json"], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert done.returncode == ExitCode.NOT_WRITABLE
    assert re.fullmatch(rb"analyse: standard output: .+\n", done.stderr)


def shell(script: str, stub_line: tuple[str, ...], *arguments: Path) -> "subprocess.CompletedProcess[str]":
    """Run a script of the shell in which ``analyse`` is the command."""
    return subprocess.run(
        [
            "bash",
            "-c",
            f'analyse() {{ {" ".join(stub_line)} "$@"; }}; {script}',
            "bash",
            *map(str, arguments),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_reader_that_has_enough(folder: Path, stub_line: tuple[str, ...]) -> None:
    # Far more than a pipe holds, so that the command does write to a reader that is gone.
    for number in range(150):
        (folder / f"{number}.txt").write_text("x", encoding="utf-8")
    done = shell('set -o pipefail; analyse "$1" --json -q | head -1', stub_line, folder)
    assert (done.returncode, done.stdout) == (ExitCode.OK, "{\n")
    assert "Broken" not in done.stderr


def test_closed_standard_output(letter: Path, stub_line: tuple[str, ...]) -> None:
    done = shell('analyse "$1" --json >&-', stub_line, letter)
    assert (done.returncode, done.stderr) == (ExitCode.NOT_WRITABLE, "analyse: standard output is closed\n")


def test_closed_standard_error(folder: Path, stub_line: tuple[str, ...]) -> None:
    done = shell('analyse "$1" -f jsonl 2>&-', stub_line, folder)
    assert done.returncode == ExitCode.SOME_FAILED
    assert len(done.stdout.splitlines()) == 6


def test_stopped_with_ctrl_c(tmp_path: Path, stub_line: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [*stub_line, "-", "-v", "-o", "uit.json"],
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


# Colour: a pipe has none, unless it is asked for.


@pytest.mark.parametrize(
    ("colour", "env", "terminal", "expected"),
    [
        ("auto", {}, False, None),
        ("auto", {}, True, True),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"TTY_COMPATIBLE": "0"}, True, None),
        ("auto", {"TTY_COMPATIBLE": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, None),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, False, None),
        ("never", {}, True, False),
    ],
)
def test_screen(
    monkeypatch: pytest.MonkeyPatch,
    colour: str,
    env: dict[str, str],
    *,
    terminal: bool,
    expected: bool | None,
) -> None:
    """None is the layout for a pipe, else it is one for a screen with or without colours."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    found = screen(colour, to_stdout=True)
    assert (found.colour if found else None) is expected


def test_a_file_has_no_colour_even_when_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert screen("auto", to_stdout=False) is None


def test_forced_colour(run_stub: Run, letter: Path) -> None:
    done = run_stub(letter.name, env={"TERM": "xterm", "FORCE_COLOR": "1"})
    assert "\x1b[1;31mrejected" in done.stdout


# Help and the like.


def test_help_names_everything(run_stub: Run) -> None:
    done = run_stub("--help")
    assert done.returncode == ExitCode.OK
    for words in ("SOURCE", "--format", "--json", "--output", "--only", "--schema", "--version", "--color", "--quiet", "--verbose", "--stdin-name", "--install-completion", "Examples:", "Exit codes:"):  # fmt: skip
        assert words in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert run_stub("-h").stdout == done.stdout
    table = done.stdout.partition("Exit codes:")[2]
    assert {int(number) for number in re.findall(r"(?:^|  )(\d+)  ", table, re.MULTILINE)} == set(ExitCode)


def test_version(run_stub: Run) -> None:
    assert run_stub("--version").stdout == run_stub("-V").stdout == f"letteranalyser {__version__}\n"


def test_schema(run_stub: Run) -> None:
    made = json.loads(run_stub("--schema").stdout)
    assert {variant["$ref"] for variant in made["anyOf"]} == {"#/$defs/Analysis", "#/$defs/Failure"}


def test_shells_complete_the_options() -> None:
    env = {"_ANALYSE_COMPLETE": "complete_bash", "COMP_WORDS": "analyse --on", "COMP_CWORD": "1"}
    script = "import sys; sys.argv = ['analyse']; from letteranalyser.cli.app import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | env, capture_output=True, text=True, check=False
    )
    assert "--only" in done.stdout.split()
