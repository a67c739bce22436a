"""Recognises text in pictures of pages, with Tesseract and its Dutch data.

Tesseract is called as a program, a page at a time, and its words go with their places through the same code as those of
other pages. That reads better than what ocrmypdf writes into a PDF, which leaves out where lines stand and how large
they are: benchmarks/scans.py compares the two.
"""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from functools import cache
from html import unescape
from typing import NamedTuple

from letteranalyser.errors import MissingDependencyError
from letteranalyser.models.layout import Rule
from letteranalyser.read.pdf_words import Piece

LANGUAGE = "nld"
INSTALL_HINT = "install it: apt install tesseract-ocr tesseract-ocr-nld"
_SHARE_OF_TIME = 0.9
"""Of the time for a page, so that Tesseract ends before the process that waits for it is stopped."""
_LEAST_SURE = 35
"""Per cent. A line of which Tesseract is less sure is a stain, a fold or a coat of arms; a word in a surer one stays."""
_ALIKE = 0.12
"""Sizes of lines that differ less than this are one size: what is measured depends on which letters a line has."""
_BOX = r"bbox (-?\d{1,6}) (-?\d{1,6}) (-?\d{1,6}) (-?\d{1,6})"
_PART = re.compile(
    rf"<(?:span|div) class='(?P<kind>\w{{1,20}})'[^>]{{0,60}} title=[\"']{_BOX}"
    r"(?:; baseline (?P<slope>-?[\d.]{1,9}) (?P<shift>-?[\d.]{1,9}); x_size (?P<size>[\d.]{1,12}))?"
    r"(?:; x_wconf (?P<sure>\d{1,3}))?[^>]{0,200}>(?P<text>[^<\n]{1,400})?"
)
_STYLE = re.compile(r"</?(?:strong|em)>")


class Picture(NamedTuple):
    """A page as a grey picture: rows of bytes, from white (255) to black."""

    width: int
    height: int
    pixels: bytes
    resolution: float
    """Pixels an inch."""


class Recognised(NamedTuple):
    """What is on a picture, in points: its words, and the lines drawn on it."""

    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...]


class OcrFailedError(Exception):
    """One page that could not be recognised; its message says why."""


@cache
def tesseract() -> str:
    """The program's path.

    Raises:
        MissingDependencyError: if it, or its Dutch data, is not installed.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise MissingDependencyError("no_tesseract", "tesseract is not installed", INSTALL_HINT)
    known = subprocess.run(  # noqa: S603 - no input of a user
        [program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False
    )
    if LANGUAGE not in known.stdout.split():
        raise MissingDependencyError("no_tesseract", "tesseract has no Dutch data", INSTALL_HINT)
    return program


def recognise(picture: Picture, seconds: float) -> Recognised:
    """The words of a picture of a page.

    Raises:
        MissingDependencyError: if Tesseract or its Dutch data is not installed.
        OcrFailedError: if it fails, or takes longer than ``seconds``.
    """
    command = [tesseract(), "stdin", "stdout", "-l", LANGUAGE, "--dpi", f"{picture.resolution:.0f}", "hocr"]
    head = b"P5 %d %d 255\n" % (picture.width, picture.height)
    try:
        done = subprocess.run(  # noqa: S603 - no input of a user but the picture
            command,
            input=head + picture.pixels,
            capture_output=True,
            timeout=_SHARE_OF_TIME * seconds,
            check=False,
            # With more threads than it has use for, a page takes eight times as long.
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise OcrFailedError(f"not recognised within {error.timeout:.0f} seconds") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise OcrFailedError(f"tesseract failed: {said[-1]}")
    return read_hocr(done.stdout.decode("utf-8", "replace"), 72 / picture.resolution)


def read_hocr(text: str, scale: float) -> Recognised:
    """Words and drawn lines, from Tesseract's HTML.

    Args:
        text: as Tesseract writes it.
        scale: points in a pixel.
    """
    lines: list[list[tuple[Piece, int]]] = []
    rules: list[Rule] = []
    base = size = 0.0
    for part in _PART.finditer(_STYLE.sub("", text)):
        x0, top, x1, bottom = (scale * int(part[i]) for i in range(2, 6))
        if part["size"]:
            base = bottom + scale * float(part["shift"])
            size = scale * float(part["size"])
            lines.append([])
        elif part["kind"] == "ocr_separator":
            rules.append(Rule(x0, top, x1, bottom))
        elif part["kind"] == "ocrx_word" and size and (word := unescape(part["text"] or "").strip()):
            piece = Piece(word, x0, x1, base, size, bold=False, italic=False, glued=False)
            lines[-1].append((piece, int(part["sure"] or 0)))
    pieces = [piece for line in lines if _is_sure(line) for piece, _ in line]
    sizes = _evened([piece.size for piece in pieces])
    return Recognised(tuple(p._replace(size=sizes[p.size]) for p in pieces), tuple(rules))


def _is_sure(line: Sequence[tuple[Piece, int]]) -> bool:
    """Whether a line is text, by how sure Tesseract is of its characters on average."""
    total = sum(len(piece.text) for piece, _ in line)
    return sum(len(piece.text) * sure for piece, sure in line) >= _LEAST_SURE * total


def _evened(sizes: Sequence[float]) -> dict[float, float]:
    """For each measured size the one that is meant: the most frequent of those near it."""
    meant: dict[float, float] = {}
    left = Counter(round(size, 1) for size in sizes)
    while left:
        common = max(left, key=lambda size: (left[size], size))
        near = [size for size in left if abs(size - common) <= _ALIKE * common]
        for size in near:
            meant[size] = common
            del left[size]
    return {size: meant[round(size, 1)] for size in sizes}
