"""A folder of 300 letters with bad ones among them, and the command over it in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

QUICK = ("--only", "references,motions,amounts", "--ocr", "off")
"""Without spaCy, and without what may not be installed."""
COMMAND = (sys.executable, "-m", "letteranalyser")

BAD = ("leeg.txt", "onleesbaar.pdf", "plaatje.pdf")


def words(number: int) -> str:
    """A letter, different for each number."""
    return (
        f"Den Haag, {number % 28 + 1} maart 2021\n\nDe motie-De Wit (Kamerstuk 31 999, nr. {number}) wordt ontraden. "
        f"Voor de veerdiensten is {number + 2} miljoen euro beschikbaar.\n\nDe Minister van Infrastructuur en "
        "Waterstaat,\nA.B. Cornelissen\n"
    )


def fill(folder: Path, count: int = 300) -> Path:
    """Letters in folders within folders, with odd names and some of the same content."""
    names = ["met spatie.txt", "één café.txt", "regel\neinde.txt", "zelfde naam.txt", "zelfde naam.md"]
    names += [f"{number // 50}/brief {number}.txt" for number in range(count - len(names) - len(BAD) - 2)]
    for number, name in enumerate(names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words(number), encoding="utf-8")
    for name in ("kopie.txt", "1/kopie.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(words(0), encoding="utf-8")
    (folder / "leeg.txt").touch()
    (folder / "onleesbaar.pdf").write_bytes(b"%PDF-1.7\n" + b"onzin" * 50)
    (folder / "plaatje.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Everything in a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def analyse(
    *arguments: str | Path, cwd: Path, limit: Callable[[], None] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, timeout=120, check=False,
        preexec_fn=limit,
    )  # fmt: skip


def start(*arguments: str | Path, cwd: Path) -> "subprocess.Popen[str]":
    """Start the command."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=cwd
    )


def wait_for(what: Callable[[], object], seconds: float = 30) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.005)


def workers_of(process: "subprocess.Popen[str]") -> list[int]:
    """The worker processes of a run."""
    done = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True, check=False
    )
    return [int(word) for word in done.stdout.split()]


def kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder above the folder ``brieven``."""
    top = tmp_path_factory.mktemp("batch")
    fill(top / "brieven")
    return top


@pytest.fixture(scope="session")
def whole(letters: Path) -> dict[str, bytes]:
    """What an uninterrupted run with one worker leaves."""
    done = analyse("brieven", "-o", "heel", *QUICK, "-j", "1", cwd=letters)
    assert done.returncode == 1, done.stderr
    return tree(letters / "heel")
