"""Each reader on what nearly is a letter: it is read or refused, never anything else, within a time.

The files are our samples with pieces changed, cut out, doubled or put elsewhere, which comes deeper into a reader than
random bytes. ``FUZZ_EXAMPLES`` says how many are tried; what a parser in C does on worse input is tested with the command.
"""

import io
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letteranalyser.errors import LetterError
from letteranalyser.models.layout import Document
from letteranalyser.read import read
from letteranalyser.read.docx import read_docx
from letteranalyser.read.official_html import read_official_html
from letteranalyser.read.official_xml import read_official_xml
from letteranalyser.read.text import read_text
from letteranalyser.settings import Ocr, ReadSettings
from letteranalyser.split import split

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAME = "windenergie-moties"
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "60"))
SETTINGS = ReadSettings(seconds=20, ocr=Ocr.OFF)


def read_pdf(data: bytes) -> Document:
    """In the process for it: pdfium may crash, and the test must not."""
    return read(data, SETTINGS)


READERS: dict[str, tuple[Path, Callable[[bytes], Document]]] = {
    "ministry-pdf": (SAMPLES / "ministry" / f"{NAME}.pdf", read_pdf),
    "kamerstuk-pdf": (SAMPLES / "kamerstuk" / f"{NAME}.pdf", read_pdf),
    "docx": (SAMPLES / "word" / f"{NAME}.docx", read_docx),
    "docx-part": (SAMPLES / "word" / f"{NAME}.docx", read_docx),
    "xml": (SAMPLES / "xml" / f"{NAME}.xml", read_official_xml),
    "html": (SAMPLES / "html" / f"{NAME}.html", read_official_html),
    "text": (SAMPLES / "wrapped" / f"{NAME}.txt", read_text),
}

Change = tuple[str, float, int, float, bytes]
changes = st.lists(
    st.tuples(
        st.sampled_from(["cut", "double", "move", "put", "flip", "end"]),
        st.floats(0, 1),
        st.integers(1, 400),
        st.floats(0, 1),
        st.one_of(
            st.binary(min_size=1, max_size=8),
            st.sampled_from(
                [b"<", b">", b"&", b"/", b"\0", b"\xff", b"1 0 R", b"endobj", b"<al>", b"-->", b"\f"]
            ),
        ),
    ),
    min_size=1,
    max_size=6,
)


def changed(data: bytes, steps: list[Change]) -> bytes:
    for what, share, length, other, piece in steps:
        at, to = int(share * len(data)), int(other * len(data))
        part = data[at : at + length]
        match what:
            case "cut":
                data = data[:at] + data[at + length :]
            case "double":
                data = data[:at] + part + data[at:]
            case "move":
                data = data[:to] + part + data[to:]
            case "put":
                data = data[:at] + piece + data[at:]
            case "flip":
                data = data[:at] + piece + data[at + len(piece) :]
            case _:
                data = data[: max(at, len(data) // 2)]
    return data


def part_changed(data: bytes, steps: list[Change]) -> bytes:
    """A Word file with its main part changed: else its check sum is all that is tested."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, changed(part, steps) if name == "word/document.xml" else part)
    return file.getvalue()


@pytest.mark.parametrize("kind", READERS)
def test_the_sample_itself_is_read(kind: str) -> None:
    """So that the changes below start from something that goes all the way."""
    path, reader = READERS[kind]
    assert len(split(reader(path.read_bytes())).text) > 1000


@pytest.mark.parametrize("kind", READERS)
@settings(max_examples=EXAMPLES, deadline=30_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=changes)
def test_a_changed_letter_is_read_or_refused(kind: str, steps: list[Change]) -> None:
    path, reader = READERS[kind]
    data = (part_changed if kind == "docx-part" else changed)(path.read_bytes(), steps)
    try:
        split(reader(data))
    except LetterError as error:
        said = f"{error.code}: {error.message}"
        assert re.fullmatch(r"[a-z_]+: \S.+", said)
