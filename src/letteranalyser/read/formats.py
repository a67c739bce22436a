"""Which reader reads which kind of file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from letteranalyser.models.layout import Document
from letteranalyser.read.kind import FileKind
from letteranalyser.settings import ReadSettings

if TYPE_CHECKING:
    from letteranalyser.read.ocr import Picture


def read_kind(
    kind: FileKind, data: bytes, settings: ReadSettings, begun: Callable[[int], None] = lambda _: None
) -> Document:
    """Read a letter of a known kind, in this process.

    Args:
        kind: as its content shows.
        data: the file.
        settings: limits and how to read.
        begun: told the number of each page that is going to be recognised.

    Raises:
        UnreadableError: if the bytes are damaged, encrypted, unsafe or without text.
        MissingDependencyError: if something that the letter needs is not installed.
    """
    match kind:
        case FileKind.PDF:
            from letteranalyser.read.pdf import read_pdf

            return read_pdf(data, settings, begun)
        case FileKind.ZIP:
            from letteranalyser.read.docx import read_docx

            return read_docx(data)
        case FileKind.XML:
            from letteranalyser.read.official_xml import read_official_xml

            return read_official_xml(data)
        case FileKind.HTML:
            from letteranalyser.read.official_html import read_official_html

            return read_official_html(data)
        case FileKind.TEXT:
            from letteranalyser.read.text import read_text

            return read_text(data)


def draw_page(data: bytes, settings: ReadSettings, number: int) -> "Picture":
    """A page of a PDF as a picture for a person.

    Raises:
        UnreadableError: if the PDF cannot be opened.
    """
    from pypdfium2 import raw

    from letteranalyser.read.pdf_frame import make_frame
    from letteranalyser.read.pdf_open import open_pdf
    from letteranalyser.read.pdf_pictures import draw

    file = open_pdf(data, settings.password).file
    try:
        page = file[number - 1]
        return draw(page, make_frame(page, raw), resolution=100)
    finally:
        file.close()
