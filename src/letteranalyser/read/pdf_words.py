"""The words of a PDF page with their place, size and style, through the raw interface of pdfium.

pdfium is asked for as little as possible, because every call from Python costs: the text of the page in one call, then
for each word the origin of its first character, the right edge of its last and the text object it belongs to, whose
font is looked up once. Only a word in which a raised piece is possible is looked at character by character.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from letteranalyser.read.pdf_frame import Frame
from letteranalyser.read.pdf_raw import Handle, Raw

LINE_END_HYPHEN = "\ufffe"
"""What pdfium puts in its text for a hyphen at the end of a line; the line break after it is left out."""

_WORD = re.compile(
    rf"[^\s\x00-\x1f\u200b-\u200f\ufeff{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?|{LINE_END_HYPHEN}"
)
# Where a raised piece can start or end: around digits and the signs that are used as footnote marks.
_MIXED = re.compile(r"[\d*†‡]")
_SEAM = re.compile(r"(?<=[^\d])(?=[\d*†‡])|(?<=[\d*†‡])(?=[^\d])")
# Fonts such as Symbol and Wingdings put their characters in the private use area; in letters these are bullets.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# Fonts without these letters have them made of a letter and an accent behind it.
_ACCENTED = {
    "c´": "ć",
    "s´": "ś",
    "z´": "ź",
    "n´": "ń",
    "cˇ": "č",
    "sˇ": "š",
    "zˇ": "ž",
    "rˇ": "ř",
    "eˇ": "ě",
    "g˘": "ğ",
}
_ACCENTS = re.compile("[cszn]´|[CSZN]´|[cszre]ˇ|[CSZRE]ˇ|[gG]˘")
_BOLD = re.compile(r"bold|black|heavy|demi(?!lune)|-bd\b|,b\b", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|slanted|-it\b|,i\b", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
_SAMPLE = 50
"""Words looked at to tell which way the text of a page runs."""
_LETTER_GAP, _NARROW_GAP = 0.18, 0.22
"""Widest gaps, as shares of the size, that lie inside a letter-spaced word, and that can: some spaces are as narrow."""
_NEAR = 60
"""Characters to both sides of a place that are looked at as its line."""
_STEP = 0.1
"""Least step between base lines that means raised, as a share of the size."""
_STROKED = 2
"""Text rendering mode that fills and strokes: how word processors fake a bold font that they lack."""


class Piece(NamedTuple):
    """A word, or a part of one that is raised; lengths in points, ``base`` from the top of the page."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    italic: bool
    glued: bool
    """Whether it follows the piece before it without white space."""
    narrow: bool = False
    """Whether it follows the piece before it after a gap that is narrow for a space, and no space is in the file."""


class _Style(NamedTuple):
    size: float
    bold: bool
    italic: bool
    angle: int
    """Direction of the text, in degrees anticlockwise, rounded to quarter turns."""


def _font_style(raw: Raw, font: Handle) -> tuple[bool, bool]:
    """Whether a font is bold and italic: by its name, which says more than the flags do."""
    size = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(1, size))
    raw.FPDFFont_GetBaseFontName(font, buffer, size)
    name = buffer.value.decode("utf-8", "replace")
    flags = raw.FPDFFont_GetFlags(font)
    bold = (
        bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD) or raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
    )
    angle = ctypes.c_int()
    slanted = bool(raw.FPDFFont_GetItalicAngle(font, angle)) and angle.value != 0
    return bold, bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG) or slanted


def _compose(pair: str) -> str:
    letter = _ACCENTED.get(pair.lower(), pair)
    return letter.upper() if pair[0].isupper() else letter


class PageText:
    """The text of one page; ``close`` it, or pdfium keeps its memory."""

    def __init__(self, page: Handle, frame: Frame) -> None:
        """Read the text of ``page`` (a ``pypdfium2.PdfPage``)."""
        from pypdfium2 import raw

        self._raw = raw
        self._handle = raw.FPDFText_LoadPage(page)
        self._frame = frame
        # The same function, its handles as plain numbers: wrapping each in a pointer object takes longer than the call.
        address = ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value
        self._text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(address or 0)
        self._address = ctypes.cast(self._handle, ctypes.c_void_p).value
        self._styles: dict[int, _Style] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._rect = raw.FS_RECTF()
        self._x = ctypes.c_double()
        self._y = ctypes.c_double()
        self.text = self._read() if self._handle else ""

    def close(self) -> None:
        """Give pdfium's memory back."""
        if self._handle:
            self._raw.FPDFText_ClosePage(self._handle)

    def _read(self) -> str:
        count = self._raw.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        self._raw.FPDFText_GetText(self._handle, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count and "\x00" not in text:
            return text
        # Characters outside the basic plane, or left out by pdfium: offsets would be wrong, so one call for each.
        codes = (self._raw.FPDFText_GetUnicode(self._handle, i) for i in range(count))
        return "".join(LINE_END_HYPHEN if c == 2 else chr(c) if c <= 0x10FFFF else " " for c in codes)

    def _style(self, index: int) -> _Style:
        key = self._text_object(self._address, index) or 0
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._look_up(index)
        return style

    def _look_up(self, index: int) -> _Style:
        raw = self._raw
        handle = raw.FPDFText_GetTextObject(self._handle, index)
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._handle, index, matrix)
        size = raw.FPDFText_GetFontSize(self._handle, index) * (matrix.c**2 + matrix.d**2) ** 0.5
        bold = italic = False
        font = raw.FPDFTextObj_GetFont(handle) if handle else None
        if font:
            key = ctypes.cast(font, ctypes.c_void_p).value or 0
            if key not in self._fonts:
                self._fonts[key] = _font_style(raw, font)
            bold, italic = self._fonts[key]
            bold = bold or raw.FPDFTextObj_GetTextRenderMode(handle) == _STROKED
        angle = 0
        if abs(matrix.b) > abs(matrix.a):
            angle = 90 if matrix.b > 0 else 270
        elif matrix.a < 0:
            angle = 180
        elif abs(matrix.b) <= 0.01 * abs(matrix.a):
            italic = italic or 0.15 < matrix.c / (matrix.d or 1.0) < 0.5
        return _Style(size or 1.0, bold, italic, angle)

    def _right(self, index: int) -> float:
        """Right edge of a character as shown."""
        rect = self._rect
        self._raw.FPDFText_GetLooseCharBox(self._handle, index, rect)
        if self._frame.turn == 0:
            return float(rect.right) - self._frame.left
        return max(self._frame.place(rect.left, rect.bottom)[0], self._frame.place(rect.right, rect.top)[0])

    def _origin(self, index: int) -> tuple[float, float]:
        """Where a character starts on its base line as shown, from the left and from the top."""
        self._raw.FPDFText_GetCharOrigin(self._handle, index, self._x, self._y)
        if self._frame.turn == 0:
            return self._x.value - self._frame.left, self._frame.top - self._y.value
        return self._frame.place(self._x.value, self._y.value)

    def turned(self) -> Frame:
        """The frame in which most of the text runs from left to right: a table can lie on its side."""
        starts = [match.start() for match in _WORD.finditer(self.text)]
        angles = Counter(self._style(start).angle for start in starts[:: len(starts) // _SAMPLE + 1])
        if angles:
            self._frame = self._frame._replace(turn=angles.most_common(1)[0][0])
        return self._frame

    def pieces(self) -> list[Piece]:
        """The words in the order in which the file has them, raised pieces apart."""
        turn, width, height = self._frame.turn, self._frame.width, self._frame.height
        text = self.text
        found: list[Piece] = []
        for match in _WORD.finditer(text):
            start, end = match.span()
            style = self._style(start)
            if style.angle != turn:
                continue
            x, base = self._origin(start)
            if not (-1 <= x <= width and 0 <= base <= height + 1):
                continue
            gap = self._narrow_gap(found, x, base, start)
            if gap is not None and gap < _LETTER_GAP * style.size and self._has_spaces(start):
                found[-1] = found[-1]._replace(
                    text=found[-1].text + self._clean(start, end), x1=self._right(end - 1)
                )
                continue
            first = len(found)
            if _MIXED.search(text, start, end):
                found += self._cut(start, end, style)
            else:
                found.append(
                    Piece(self._clean(start, end), x, self._right(end - 1), base, *style[:3], glued=False)
                )
            if gap is not None and not self._has_spaces(start):
                found[first] = found[first]._replace(narrow=True)
        return found

    def _clean(self, start: int, end: int) -> str:
        text = self.text[start:end]
        if text.isascii():
            return text
        text = _PRIVATE.sub("•", text.replace(LINE_END_HYPHEN, "-").translate(_LIGATURES))
        return _ACCENTS.sub(lambda m: _compose(m.group()), text)

    def _narrow_gap(self, found: list[Piece], x: float, base: float, start: int) -> float | None:
        """The gap before a word where pdfium may have taken letter-spacing for a space; else None."""
        if not found or found[-1].base != base:
            return None
        last = found[-1]
        if not (last.text[-1].isalnum() and (self.text[start].isalnum() or self.text[start] in ".,;:)")):
            return None
        gap = x - last.x1
        if not -0.1 * last.size < gap < _NARROW_GAP * last.size:
            return None
        return gap if self._raw.FPDFText_IsGenerated(self._handle, start - 1) == 1 else None

    def _has_spaces(self, start: int) -> bool:
        """Whether the line around a place has spaces that are in the file: then what is none there is no space."""
        low = max(self.text.rfind("\n", 0, start), start - _NEAR)
        high = self.text.find("\n", start, start + _NEAR)
        spaces = [
            i for i in range(low + 1, high if high > 0 else start + _NEAR) if self.text[i : i + 1] == " "
        ]
        return any(self._raw.FPDFText_IsGenerated(self._handle, i) == 0 for i in spaces)

    def _cut(self, start: int, end: int, style: _Style) -> Iterator[Piece]:
        """A word, in pieces where a part of it is raised; a lowered digit (CO2) stays where it is."""
        word = self.text[start:end]
        places = [self._origin(start)]
        base = places[0][1]
        limit = _STEP * style.size
        seams = (start + m.start() for m in _SEAM.finditer(word))
        if end - start == 1 or not any(abs(self._origin(i)[1] - base) > limit for i in (end - 1, *seams)):
            yield Piece(
                self._clean(start, end), places[0][0], self._right(end - 1), base, *style[:3], glued=False
            )
            return
        places += [self._origin(i) for i in range(start + 1, end)]
        styles = [self._style(i) for i in range(start, end)]
        largest = max(s.size for s in styles)
        bases = Counter(p[1] for p, s in zip(places, styles, strict=True) if s.size > 0.95 * largest)
        base = bases.most_common(1)[0][0]
        first = 0
        for is_raised, group in groupby(places, key=lambda p: p[1] < base - _STEP * largest):
            last = first + len(list(group))
            yield Piece(
                self._clean(start + first, start + last),
                places[first][0],
                self._right(start + last - 1),
                places[first][1] if is_raised else base,
                *(styles[first] if is_raised else max(styles[first:last]))[:3],
                glued=first > 0,
            )
            first = last
