"""Recognises text in pictures of pages, with Tesseract and its Dutch data.

Tesseract is called as a program, a page at a time, and its words go with their places through the same code as those of
other pages. That reads better than what ocrmypdf writes into a PDF, which leaves out where lines stand and how large
they are: ``benchmarks/reading.py --scans`` compares the two.
"""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import unescape
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from letteranalyser.errors import MissingDependencyError
from letteranalyser.models.layout import Rule
from letteranalyser.read.ocr_ink import Box, Look, enlarged, ink_of, look
from letteranalyser.read.pdf_words import Piece

LANGUAGE = "nld"
INSTALL_HINT = "install it: apt install tesseract-ocr tesseract-ocr-nld"
_SHARE_OF_TIME = 0.9
"""Of the time for a page, so that Tesseract ends before the process that waits for it is stopped."""
_SURE = 50
"""Per cent. A line with no word of which Tesseract is so sure is a stain, a fold or a coat of arms."""
_BOLD = 1.3
"""How much wider than usual the strokes of a bold line are."""
_MARK_RISE, _MARK_SIZE = 0.35, 0.65
"""How far footnote marks are raised, and how large they are, as shares of the size of the text."""
_ENLARGED = 40
"""Pixels that a mark is high when it is read, at least."""
_ROOM, _OFF = 1.0, 0.4
"""Room between words that is none of a line, and how far a base line may be off, as shares of the size."""
_ASCENT = 1.27
"""Size over the height of a capital: what Tesseract calls size is from the lowest to the highest letters."""
_TELLING = 3
"""Characters of a word whose height tells the size of its line."""
_THIN = 0.6
_MIN = re.compile(r"m[il1]n\W{0,3}")
_ROMAN_TWO = re.compile(r"^(?:Il|lI|ll)(?=\W?$)")
_FIGURE = re.compile(r"€?\d[\d.,]{0,15}")
_NUMBER = re.compile(r"[1-9]\d{0,2}")
_MISREAD = re.compile(r"[!?'\"*°²³¹‘’“”`^]{1,3}\d?$")
"""What Tesseract makes of a raised number."""
_ALIKE = 0.16
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


class OcrWord(NamedTuple):
    """A word as Tesseract has it, in pixels from the upper left corner."""

    text: str
    box: Box
    base: float
    size: float
    sure: int
    """Per cent."""
    line: int


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
    words, rules = read_hocr(_run(picture, _SHARE_OF_TIME * seconds, "hocr"))
    scale = 72 / picture.resolution
    pieces = tuple(
        piece._replace(
            x0=scale * piece.x0, x1=scale * piece.x1, base=scale * piece.base, size=scale * piece.size
        )
        for piece in make_pieces(words, picture, seconds)
    )
    return Recognised(pieces, tuple(Rule(*(scale * edge for edge in rule)) for rule in rules))


def _run(picture: Picture, seconds: float, *options: str) -> str:
    command = [tesseract(), "stdin", "stdout", "-l", LANGUAGE, "--dpi", f"{picture.resolution:.0f}", *options]
    head = b"P5 %d %d 255\n" % (picture.width, picture.height)
    try:
        done = subprocess.run(  # noqa: S603 - no input of a user but the picture
            command,
            input=head + picture.pixels,
            capture_output=True,
            timeout=seconds,
            check=False,
            # With more threads than it has use for, a page takes eight times as long.
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise OcrFailedError(f"not recognised within {error.timeout:.1f} seconds") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise OcrFailedError(f"tesseract failed: {said[-1]}")
    return done.stdout.decode("utf-8", "replace")


def read_hocr(text: str) -> tuple[list[OcrWord], list[Rule]]:
    """Words and drawn lines from Tesseract's HTML, in pixels."""
    lines: list[list[OcrWord]] = []
    rules: list[Rule] = []
    base = size = 0.0
    for part in _PART.finditer(_STYLE.sub("", text)):
        box = Box(*(max(0, int(part[i])) for i in range(2, 6)))
        if part["size"]:
            base = box.bottom + float(part["shift"])
            size = float(part["size"])
            lines.append([])
        elif part["kind"] == "ocr_separator":
            rules.append(Rule(*box))
        elif part["kind"] == "ocrx_word" and size and (word := unescape(part["text"] or "").strip()):
            lines[-1].append(OcrWord(word, box, base, size, int(part["sure"] or 0), len(lines)))
    return [word for line in lines if any(word.sure >= _SURE for word in line) for word in line], rules


def make_pieces(words: Sequence[OcrWord], picture: Picture, seconds: float) -> Iterator[Piece]:
    """The words with what their picture shows, in pixels, raised marks as pieces of their own."""
    if not words:
        return
    ink = ink_of(picture.pixels, picture.width, picture.height)
    words = [word for line in _lines(words) for word in _measured(line)]
    sizes = _evened([word.size for word in words])
    words = [word._replace(size=sizes[word.size]) for word in words]
    limits = [b.box.left if a.line == b.line else None for a, b in pairwise(words)]
    looks = [
        look(ink, word.box, word.base, word.size, limit)
        for word, limit in zip(words, [*limits, None], strict=True)
    ]
    usual = median(seen.stroke / word.size for word, seen in zip(words, looks, strict=True))
    for _, group in groupby(zip(words, looks, strict=True), key=lambda pair: pair[0].line):
        line = list(group)
        bold = _most(line, lambda word, seen: seen.stroke > _BOLD * usual * word.size)
        italic = _most(line, lambda _, seen: seen.slants)
        taken = 0
        for word, seen in _corrected(line):
            if seen.all_raised and word.box.left < taken:
                continue  # Half of a mark, as a word too.
            taken = seen.raised.right if seen.raised else 0
            yield from _pieces(word, seen, bold=bold, italic=italic, picture=picture, seconds=seconds)


def _corrected(line: Sequence[tuple[OcrWord, Look]]) -> Iterator[tuple[OcrWord, Look]]:
    """The line without what Tesseract misreads again and again: ``€ 3 min.`` for mln., ``Handelingen Il`` for II."""
    before = ["", ""]
    for word, seen in line:
        text = word.text
        if _MIN.fullmatch(text) and _FIGURE.fullmatch(before[1]) and "€" in "".join(before):
            text = "mln" + text[3:]
        yield word._replace(text=_ROMAN_TWO.sub("II", text)), seen
        before = [before[1], text]


def _lines(words: Sequence[OcrWord]) -> Iterator[list[OcrWord]]:
    """The lines, cut where there is much room: Tesseract takes a line of the margin and one of the text for one."""
    parts: list[list[OcrWord]] = []
    for word in words:
        last = parts[-1][-1] if parts else None
        if last and last.line == word.line and word.box.left - last.box.right < _ROOM * word.size:
            parts[-1].append(word)
        else:
            parts.append([word])
    cut = {line for line, count in Counter(part[0].line for part in parts).items() if count > 1}
    for number, part in enumerate(parts):
        yield [word._replace(line=number) for word in (_level(part) if part[0].line in cut else part)]


def _level(part: Sequence[OcrWord]) -> list[OcrWord]:
    """A part of a line that was cut, on a base line of its own where that of the line is far off."""
    bottom = median(word.box.bottom for word in part)
    off = abs(bottom - part[0].base) > _OFF * part[0].size
    return [word._replace(base=bottom) for word in part] if off else list(part)


def _measured(line: Sequence[OcrWord]) -> list[OcrWord]:
    """A line with its size by the height of its words: what Tesseract says depends on what letters there are."""
    heights = sorted(word.base - word.box.top for word in line if len(word.text) >= _TELLING)
    size = _ASCENT * heights[2 * len(heights) // 3] if heights else line[0].size
    return [word._replace(size=max(1.0, size)) for word in line]


def _most(line: Sequence[tuple[OcrWord, Look]], test: Callable[[OcrWord, Look], bool]) -> bool:
    """Whether something is so of a line, by its characters: of one word alone it does not show surely."""
    lengths = [(len(word.text), test(word, seen)) for word, seen in line if not seen.all_raised]
    return 2 * sum(length for length, so in lengths if so) > sum(length for length, _ in lengths)


def _pieces(
    word: OcrWord, seen: Look, *, bold: bool, italic: bool, picture: Picture, seconds: float
) -> Iterator[Piece]:
    mark = seen.raised and _number(seen.raised, picture, seconds)
    text = word.text
    if mark and seen.raised:
        text = "" if seen.all_raised else _without_mark(text, mark)
        if seen.dot and text[-1:].isalnum():
            text += "."  # read as one sign with the mark: "beleid.¹" as "beleid!"
    if text:
        end = seen.raised.left if mark and seen.raised else word.box.right
        yield Piece(text, word.box.left, end, word.base, word.size, bold, italic, glued=False)
    if mark and seen.raised:
        rise, small = _MARK_RISE * word.size, _MARK_SIZE * word.size
        left, right = seen.raised.left, seen.raised.right
        yield Piece(mark, left, right, word.base - rise, small, bold=False, italic=False, glued=bool(text))


def _without_mark(text: str, mark: str) -> str:
    """A word without its raised mark, which Tesseract has read right, as a sign, as another digit, or not at all."""
    if text.endswith(mark):
        return text.removesuffix(mark)
    if bare := _MISREAD.sub("", text):
        text = bare if bare != text or not text[-1].isdigit() or len(mark) > 1 else text[:-1]
    return text


def _number(box: Box, picture: Picture, seconds: float) -> str:
    """The number that a raised mark is, or nothing."""
    times = 1 + _ENLARGED // max(1, box.bottom - box.top)
    width, height, pixels = enlarged(picture.pixels, picture.width, box, times)
    large = Picture(width, height, pixels, picture.resolution)
    text = _run(large, seconds, "--psm", "8", "-c", "tessedit_char_whitelist=0123456789")
    if _NUMBER.fullmatch(text.strip()):
        return text.strip()
    return "1" if box.right - box.left < _THIN * (box.bottom - box.top) else ""


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
