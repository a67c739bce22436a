"""The bar of a folder: on a terminal and nowhere else, with what the issue of it promises."""

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a pseudo-terminal of Linux")

LETTERS = 60
LETTER = "Den Haag, 3 maart 2021\n\nDe motie-De Wit (Kamerstuk 31 999, nr. {}) wordt ontraden.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("brieven")
    (made / "00-kapot.pdf").write_bytes(b"%PDF-1.7 nothing more")
    for number in range(LETTERS):
        (made / f"brief-{number:02}.txt").write_text(LETTER.format(number), encoding="utf-8")
    return made


def on_terminal(*arguments: str, columns: int = 120) -> tuple[int, bytes, str]:
    """Exit code, standard output, and what a terminal of so many columns gets on standard error."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (40, columns))
    seen = bytearray()
    with subprocess.Popen(
        [sys.executable, "-m", "letteranalyser", *arguments],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color"},
    ) as process:
        os.close(theirs)
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            seen += part
        out = process.stdout.read() if process.stdout else b""
    os.close(ours)
    return process.returncode, out, seen.decode(errors="replace")


def test_the_bar_tells_letters_pages_rate_failures_and_the_current_file(folder: Path, tmp_path: Path) -> None:
    code, out, seen = on_terminal(str(folder), "-o", str(tmp_path / "uit"), "--jobs", "1")
    assert code == 1
    assert out == b""
    assert f"/{LETTERS + 1}" in seen
    assert " pages, " in seen
    assert "/s" in seen
    assert ", 1 failed" in seen
    assert "brief-" in seen


def test_quiet_shows_no_bar(folder: Path, tmp_path: Path) -> None:
    _, _, seen = on_terminal(str(folder), "-o", str(tmp_path / "uit"), "--jobs", "1", "--quiet")
    assert " pages, " not in seen
    assert "kapot.pdf" in seen


def test_no_bar_where_standard_error_is_no_terminal(folder: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "letteranalyser", str(folder), "-o", str(tmp_path / "uit")],
        capture_output=True,
        check=False,
    )
    assert b" pages, " not in done.stderr
    assert b"\x1b" not in done.stderr
