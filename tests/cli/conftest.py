"""The real command in a process of its own, and letters to give it."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

LETTER = """Den Haag, 3 november 2020

Hierbij reageer ik op de nota over veerdiensten en op de motie van de leden De Wit (SP) en Ter Horst (VVD)
(Kamerstuk 31 999, nr. 12). Het volledig sluiten van de veerdiensten maakt geen onderdeel uit van het
kabinetsbeleid.

Het openhouden van veerdiensten is staand kabinetsbeleid. Hiervoor is 12 miljoen euro beschikbaar, zo is
geïnventariseerd. De motie-De Wit c.s. sluit daarom aan bij het kabinetsbeleid. Ik stuur uw Kamer vóór de zomer
van 2021 een brief hierover.

De Minister van Infrastructuur en Waterstaat,
A.B. Cornelissen
"""

Result = subprocess.CompletedProcess[str]
Run = Callable[..., Result]


@pytest.fixture
def clean_environment() -> dict[str, str]:
    """The environment without what decides on colour and width."""
    decisive = {"NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS", "LINES"}
    return {key: value for key, value in os.environ.items() if key not in decisive}


def runner(command: tuple[str, ...], folder: Path, environment: dict[str, str]) -> Run:
    """What runs a command in a folder and gives its exit code, standard output and standard error."""

    def run(*arguments: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Result:
        done = subprocess.run(
            [*command, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=folder,
            env=environment | dict(env or {}),
            timeout=120,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


@pytest.fixture
def run(tmp_path: Path, clean_environment: dict[str, str]) -> Run:
    """Run the real command."""
    return runner((sys.executable, "-m", "letteranalyser"), tmp_path, clean_environment)


@pytest.fixture
def stub_line() -> tuple[str, ...]:
    """How the command over the stub is started."""
    return (sys.executable, str(Path(__file__).with_name("stub_command.py")))


@pytest.fixture
def run_stub(stub_line: tuple[str, ...], tmp_path: Path, clean_environment: dict[str, str]) -> Run:
    """Run the command over the stub."""
    return runner(stub_line, tmp_path, clean_environment)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter as a text file."""
    path = tmp_path / "brief.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def pdf(words: str = "", *, lock: str | None = None) -> bytes:
    """A PDF of one page."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption(lock) if lock else None)
    canvas.rect(100, 100, 50, 50)
    if words:
        canvas.drawString(72, 700, words)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


@pytest.fixture
def bad_letters(tmp_path: Path) -> dict[str, Path]:
    """Files that are no letters, by what is wrong with them."""
    files = {
        "empty": ("leeg.txt", b""),
        "encrypted": ("geheim.pdf", pdf("Geheim", lock="sesam")),
        "no_text": ("gescand.pdf", pdf()),
        "picture": ("plaatje.pdf", PICTURE),
    }
    paths = {"missing": tmp_path / "weg.pdf"}
    for what, (name, data) in files.items():
        paths[what] = tmp_path / name
        paths[what].write_bytes(data)
    return paths


@pytest.fixture
def folder(tmp_path: Path, letter: Path, bad_letters: dict[str, Path]) -> Path:
    """A folder with two letters, one deeper, between files that are none."""
    top = tmp_path / "brieven"
    (top / "2020").mkdir(parents=True)
    letter.rename(top / "a.txt")
    (top / "2020" / "b.md").write_text(LETTER, encoding="utf-8")
    for path in bad_letters.values():
        if path.exists():
            path.rename(top / path.name)
    for name in (".verborgen.txt", "~$brief.docx", "tabel.xlsx"):
        (top / name).write_text("geen brief", encoding="utf-8")
    return top
