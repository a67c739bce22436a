"""Sources that are odd: endless, linked in circles, oddly named, not to be read."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from letteranalyser.errors import ExitCode

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WORDS = "Ik ontraad de motie-De Wit."
QUICK = ("-f", "jsonl", "--only", "commitments")


def test_standard_input_has_a_limit_too(tmp_path: Path) -> None:
    """A pipe that never ends."""
    command = [sys.executable, "-m", "letteranalyser", "-", "--max-bytes", "1M"]
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            command, cwd=tmp_path, stdin=endless, capture_output=True, timeout=60, check=False
        )
    assert done.returncode == ExitCode.UNREADABLE
    assert b"larger than 1,048,576 bytes" in done.stderr


def test_a_folder_with_loops_of_links_odd_names_and_files_that_are_none(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "brieven"
    (folder / "diep").mkdir(parents=True)
    (folder / "diep" / "terug").symlink_to(folder)
    (folder / "zelf.txt").symlink_to("zelf.txt")
    (folder / "weg.pdf").symlink_to("nergens.pdf")
    (folder / "-n.txt").write_text(WORDS, encoding="utf-8")
    (folder / "diep" / "a.txt").write_text(WORDS, encoding="utf-8")
    odd = os.fsencode(folder) + b"/brief-\xff\n.txt"
    Path(os.fsdecode(odd)).write_text(WORDS, encoding="utf-8")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "s.txt"))
        done = run("brieven", *QUICK)
        alone = run("brieven/s.txt", *QUICK)
    assert done.returncode == ExitCode.OK
    names = [record["source"]["path"] for record in map(json.loads, done.stdout.splitlines())]
    assert sorted(names) == ["brieven/-n.txt", "brieven/brief-\ufffd\n.txt", "brieven/diep/a.txt"]
    assert alone.returncode == ExitCode.UNREADABLE
    assert re.fullmatch(r"analyse: brieven/s.txt: cannot be read: .+", alone.stderr.rstrip())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read all files")
def test_a_file_that_may_not_be_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "geheim.txt"
    path.write_text(WORDS, encoding="utf-8")
    path.chmod(0)
    done = run(path.name, *QUICK)
    assert done.returncode == ExitCode.UNREADABLE
    assert done.stderr == "analyse: geheim.txt: cannot be read: Permission denied\n"
