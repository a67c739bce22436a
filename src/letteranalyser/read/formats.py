"""Which reader reads which kind of file."""

from collections.abc import Callable

from letteranalyser.models.layout import Document
from letteranalyser.read.kind import FileKind
from letteranalyser.settings import ReadSettings


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
