"""Word files: paragraphs with their styles, lists, tables and footnotes, through docx2python."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from letteranalyser.errors import UnreadableError
from letteranalyser.models.layout import Block, BlockKind, Document
from letteranalyser.read.inline import InlineText

if TYPE_CHECKING:
    from docx2python.depth_collector import Par

MAX_UNPACKED = 200 * 1024 * 1024
"""Bytes. A letter of 500 pages with pictures unpacks to less; a zip bomb to more."""
MARK = re.compile(r"----(?:foot|end)note(\d+)----")
NOTE = re.compile(r"(?:foot|end)note(\d+)\)\s*(.*)", re.DOTALL)
HEADING = re.compile(r"(?:heading|kop)\s?([1-9])", re.IGNORECASE)
BULLET = re.compile(r"^\s*(?:--|[-–•·])\t\s*")
NUMBERED = re.compile(r"^\s*(\d{1,3}|[a-z]{1,3})\)\t\s*")
HEADING_LENGTH = 150
"""Characters; a bold paragraph longer than this is emphasis, no heading."""


_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What ``zipfile`` raises over archives that are none."""


def check_archive(data: bytes) -> None:
    """See that a .docx is a Word file and does not unpack to more than ``MAX_UNPACKED``.

    Raises:
        UnreadableError: if it is not, or does, or is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if "word/document.xml" not in {e.filename for e in entries}:
                raise UnreadableError("unknown_kind", "a zip archive, but no Word file", "unpack it first")
            if sum(e.file_size for e in entries) > MAX_UNPACKED:
                raise UnreadableError(
                    "too_large", "it unpacks to more than 200 MiB", "save it without its pictures"
                )
            for entry in entries:
                # UTF-16 has a zero beside each letter.
                is_xml = entry.filename.endswith((".xml", ".rels"))
                if is_xml and b"<!DOCTYPE" in archive.read(entry).replace(b"\0", b""):
                    raise UnreadableError(
                        "unsafe_xml", "its XML declares a document type", "save it again in Word"
                    )
    except _BROKEN as error:
        raise UnreadableError(
            "damaged", f"the Word file is damaged: {error}", "fetch or save it again"
        ) from error


def read_docx(data: bytes) -> Document:
    """Read a Word file.

    Raises:
        UnreadableError: if it is damaged or unpacks to too much.
    """
    from docx2python import docx2python
    from lxml.etree import XMLSyntaxError

    check_archive(data)
    try:
        with docx2python(io.BytesIO(data), duplicate_merged_cells=False) as content:
            blocks = (*_blocks(content.body_pars), *_notes([*content.footnotes_pars, *content.endnotes_pars]))
    except (*_BROKEN, KeyError, AttributeError, IndexError, TypeError, XMLSyntaxError) as error:
        raise UnreadableError(
            "damaged", f"the Word file cannot be read: {error}", "save it again in Word"
        ) from error
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return Document(media, blocks=blocks)


def _blocks(tables: "list[list[list[list[Par]]]]") -> Iterator[Block]:
    """The blocks of the body: docx2python gives the running text as tables of one cell."""
    for table in tables:
        first = next((par for row in table for cell in row for par in cell), None)
        if first is not None and "tbl" in first.lineage:
            rows = tuple(tuple(_cell(cell) for cell in row) for row in table)
            if any(any(row) for row in rows):
                yield Block(
                    BlockKind.TABLE, "\n".join("\t".join(c or "" for c in row) for row in rows), rows=rows
                )
            continue
        for row in table:
            for cell in row:
                for par in cell:
                    yield from _paragraph(par)


def _cell(pars: "list[Par]") -> str | None:
    text = InlineText()
    for par in pars:
        text.add(MARK.sub("", "".join(run.text for run in par.runs)))
        text.add(" ")
    return str(text) or None


def _paragraph(par: "Par") -> Iterator[Block]:
    raw = "".join(run.text for run in par.runs)
    kind, level = BlockKind.PARAGRAPH, 0
    heading = HEADING.match(par.style)
    bold = bool(raw.strip()) and all("b" in run.html_style for run in par.runs if run.text.strip())
    italic = bool(raw.strip()) and all("i" in run.html_style for run in par.runs if run.text.strip())
    if BULLET.match(raw) or NUMBERED.match(raw):
        kind = BlockKind.LIST_ITEM
        raw = NUMBERED.sub(r"\1. ", BULLET.sub("– ", raw))
    elif heading:
        kind, level = BlockKind.HEADING, int(heading[1])
    elif (bold or italic) and len(raw) < HEADING_LENGTH and not raw.rstrip().endswith((".", ",", ";")):
        kind, level = BlockKind.HEADING, 1 if bold else 2
    text = InlineText()
    for index, piece in enumerate(MARK.split(raw)):
        if index % 2:
            text.mark(piece)
        else:
            text.add(piece)
    block = text.block(kind, level)
    if block:
        yield block


def _notes(tables: "list[list[list[list[Par]]]]") -> Iterator[Block]:
    for table in tables:
        for row in table:
            for cell in row:
                raw = " ".join("".join(run.text for run in par.runs) for par in cell)
                note = NOTE.match(raw.strip())
                if note and note[2].strip():
                    yield Block(BlockKind.FOOTNOTE, " ".join(note[2].split()), marker=note[1])
