"""The command on a real terminal, of the widths that people have."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import threading
from pathlib import Path

import pytest

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\]8;[^\x1b]*\x1b\\")


class Terminal:
    """A terminal of some width, and what a command writes to it."""

    def __init__(self, command: tuple[str, ...], environment: dict[str, str], folder: Path) -> None:
        self.command = command
        self.environment = environment | {"TERM": "xterm-256color"}
        self.folder = folder

    def run(
        self, *arguments: str, width: int = 80, stdout: bool = True, stderr: bool = False
    ) -> tuple[int, str]:
        """Exit code and what is on the screen, with standard output, standard error or both led to it."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
        seen: list[bytes] = []

        def watch() -> None:
            while True:
                try:
                    data = os.read(ours, 65536)
                except OSError:
                    return
                if not data:
                    return
                seen.append(data)

        watcher = threading.Thread(target=watch)
        watcher.start()
        done = subprocess.run(
            [*self.command, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=theirs if stdout else subprocess.DEVNULL,
            stderr=theirs if stderr else subprocess.DEVNULL,
            cwd=self.folder,
            env=self.environment,
            timeout=60,
            check=False,
        )
        os.close(theirs)
        watcher.join(timeout=10)
        os.close(ours)
        return done.returncode, b"".join(seen).decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def terminal(stub_line: tuple[str, ...], clean_environment: dict[str, str], tmp_path: Path) -> Terminal:
    return Terminal(stub_line, clean_environment, tmp_path)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_letter_fits_the_screen(terminal: Terminal, letter: Path, width: int) -> None:
    code, screen = terminal.run(letter.name, width=width)
    lines = ESCAPE.sub("", screen).splitlines()
    assert code == 0
    assert max(map(len, lines)) <= width
    assert lines[1] == "─" * width
    assert any(line.startswith("ALIGNMENT") for line in lines)


@pytest.mark.parametrize("width", [80, 120])
def test_a_folder_fits_the_screen(terminal: Terminal, folder: Path, width: int) -> None:
    _, screen = terminal.run(folder.name, width=width)
    lines = ESCAPE.sub("", screen).splitlines()
    assert max(map(len, lines)) <= width
    assert "LETTERS  6 letters" in ESCAPE.sub("", screen)


def test_colours_and_links(terminal: Terminal, letter: Path) -> None:
    _, screen = terminal.run(letter.name)
    assert re.search(r"\x1b\[1;31mrejected", screen)
    assert re.search(
        r"\x1b\]8;id=\d+;https://zoek\.officielebekendmakingen\.nl/kst-31999-12\.html\x1b\\", screen
    )


def test_no_color_keeps_the_layout(terminal: Terminal, letter: Path) -> None:
    _, coloured = terminal.run(letter.name)
    terminal.environment["NO_COLOR"] = "1"
    _, bare = terminal.run(letter.name)
    assert "\x1b" not in bare
    assert [line.rstrip() for line in ESCAPE.sub("", coloured).splitlines()] == bare.splitlines()


def test_a_bar_for_a_folder(terminal: Terminal, folder: Path) -> None:
    _, screen = terminal.run(folder.name, "-f", "jsonl", stdout=False, stderr=True)
    assert "6/6" in ESCAPE.sub("", screen)
    assert "analyse: brieven/leeg.txt: " in ESCAPE.sub("", screen)


@pytest.mark.parametrize("arguments", [("brieven", "-q"), ("brieven/a.txt",)], ids=["quiet", "one letter"])
@pytest.mark.usefixtures("folder")
def test_no_bar(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    _, screen = terminal.run(*arguments, "--json", stdout=False, stderr=True)
    assert "\x1b" not in screen


def test_results_that_come_one_by_one_have_no_bar_over_them(terminal: Terminal, folder: Path) -> None:
    _, screen = terminal.run(folder.name, "-f", "jsonl", stderr=True)
    assert "\x1b" not in screen
