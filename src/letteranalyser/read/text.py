"""Reading plain text: its encoding, its pages at form feeds, its lines."""

import codecs
import re

from letteranalyser.errors import UnreadableError
from letteranalyser.models.layout import Document, Line, Page

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.02
"""Text of letters has no control characters; a stray one may slip through a conversion."""


def read_text(data: bytes) -> Document:
    """Read a plain text letter.

    The encoding is that of the byte order mark, else UTF-8 where the bytes are valid UTF-8, else Windows-1252, which
    older Dutch office software wrote.

    Raises:
        UnreadableError: if the bytes are no text.
    """
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableError("empty", "the file is empty", "check that the download is complete")
    sheets = text.split("\f")
    while (
        len(sheets) > 1 and not sheets[-1].strip()
    ):  # pdftotext ends each page with a form feed, the last too
        sheets.pop()
    pages = tuple(
        Page(number=number, lines=tuple(Line(_clean(line)) for line in sheet.split("\n")))
        for number, sheet in enumerate(sheets, start=1)
    )
    return Document(media_type="text/plain", pages=pages, page_count=len(pages) if len(pages) > 1 else None)


def decode(data: bytes) -> str:
    """The bytes as text.

    Raises:
        UnreadableError: if they are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if b"\0" in data:
        guess = _unmarked_utf16(data)
        if guess is None:
            raise _unknown()
        return data.decode(guess, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if len(_CONTROL.findall(text)) > max(2, _MOST_CONTROL * len(text)):
        raise _unknown()
    return text


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in Dutch text nearly every other byte is zero, and none of the rest."""
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if len(data) % 2 == 0 and odd > 0.8 * half and even < 0.02 * half:
        return "utf-16-le"
    if len(data) % 2 == 0 and even > 0.8 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None


def _clean(line: str) -> str:
    """A line without what text cannot hold: byte order marks and zero-width characters in the middle."""
    return line.rstrip().translate({0xFEFF: None, 0x200B: None, 0x00A0: " ", 0x202F: " ", 0x2007: " "})


def _unknown() -> UnreadableError:
    return UnreadableError("unknown_kind", "neither PDF nor text", "give the letter as PDF or plain text")
