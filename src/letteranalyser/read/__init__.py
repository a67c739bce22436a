"""Reading: bytes of any kind to pages of lines, or to blocks."""

from letteranalyser.models.layout import Document


def read(data: bytes) -> Document:
    """Read a letter, its kind told by its content.

    Raises:
        UnreadableError: if the bytes are of an unknown kind, damaged, encrypted or without text.
        MissingDependencyError: if an optional package that this kind needs is absent.
    """
    from letteranalyser.errors import UnreadableError
    from letteranalyser.read.kind import FileKind, kind_of

    if not data.strip(b" \t\r\n\f\v\0"):
        raise UnreadableError("empty", "the file is empty", "check that the download is complete")
    match kind_of(data):
        case FileKind.PDF:
            from letteranalyser.read.pdf import read_pdf

            return read_pdf(data)
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
