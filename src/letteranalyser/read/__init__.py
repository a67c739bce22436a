"""Reading: bytes of any kind to pages of lines, or to blocks."""

from letteranalyser.models.layout import Document


def read(data: bytes) -> Document:
    """Read a letter, its kind told by its content.

    Raises:
        UnreadableError: if the bytes are of an unknown kind, damaged, encrypted or without text.
    """
    from letteranalyser.errors import UnreadableError
    from letteranalyser.read.text import read_text

    if not data.strip():
        raise UnreadableError("empty", "the file is empty", "check that the download is complete")
    if data.startswith(b"%PDF-"):
        from letteranalyser.read.pdf import read_pdf

        return read_pdf(data)
    return read_text(data)
