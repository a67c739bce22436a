"""What kind of file bytes are, told by their content: names and endings of files are often wrong."""

import re
from enum import StrEnum

from letteranalyser.errors import UnreadableError


class FileKind(StrEnum):
    """Kinds of files that can hold a letter."""

    PDF = "pdf"
    ZIP = "zip"
    XML = "xml"
    HTML = "html"
    TEXT = "text"


_PDF_WITHIN = 1024
"""A PDF may have other bytes before its header; readers look this far (ISO 32000-1, annex H.3.4.1)."""
_HEAD = 4096
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF87a": "a GIF picture",
    b"GIF89a": "a GIF picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"BM": "a bitmap",
}
_OTHERS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office file (.doc, .xls or .msg)",
    b"{\\rtf": "a file in rich text format",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\x07": "a rar archive",
    b"%!PS": "a PostScript file",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "a database",
}
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_XML = re.compile(
    r"<\?xml\s|<(?:[\w-]+:)?(?:officiele-publicatie|kamerstuk|kamervragen|aanhangsel)[\s>]", re.IGNORECASE
)


def kind_of(data: bytes) -> FileKind:
    """The kind of a file.

    Raises:
        UnreadableError: ``unknown_kind`` if it is a kind that holds no letter we can read.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return FileKind.PDF
    for magic, name in _PICTURES.items():
        if data.startswith(magic) and (len(magic) > len(b"BM") or b"\0" in data[:_HEAD]):
            hint = "make it a PDF with a text layer, for example with ocrmypdf"
            raise UnreadableError("unknown_kind", f"{name}, not a letter in PDF or text", hint)
    for magic, name in _OTHERS.items():
        if data.startswith(magic) and (len(magic) > len(b"MZ") or b"\0" in data[:_HEAD]):
            raise UnreadableError("unknown_kind", f"{name}", "save it as PDF, .docx or plain text")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileKind.ZIP
    return _kind_of_text(data)


def _kind_of_text(data: bytes) -> FileKind:
    # UTF-16 has a zero beside each letter of a tag; without them it reads like any other encoding.
    head = data[:_HEAD].replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith("<"):
        if _HTML.search(head):
            return FileKind.HTML
        if _XML.match(head):
            return FileKind.XML
    return FileKind.TEXT
