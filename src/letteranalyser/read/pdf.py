"""PDF files to pages of words with positions.

pdfium reads the words (some twenty times faster than pdfminer does); pdfplumber's table finder is called only for pages
on which enough rules are drawn to make a table.
"""

from typing import TYPE_CHECKING, Any

from letteranalyser.errors import UnreadableError
from letteranalyser.models.analysis import Problem
from letteranalyser.models.layout import Document, Page
from letteranalyser.read.pdf_lines import make_lines
from letteranalyser.read.pdf_rules import read_rules
from letteranalyser.read.pdf_tables import read_tables, suggests_table
from letteranalyser.read.pdf_words import PageText, make_frame

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIA_TYPE = "application/pdf"
_OCR_HINT = "recognise the text first, for example with: ocrmypdf -l nld letter.pdf recognised.pdf"
_MOST_PROBLEMS = 20
"""Pages without text that are named one by one."""


def _open(data: bytes) -> Any:
    """Open a PDF.

    Raises:
        UnreadableError: ``encrypted`` if it asks for a password, ``damaged`` if pdfium cannot read it.
    """
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UnreadableError(
                "encrypted",
                "the PDF is encrypted and asks for a password",
                "save a copy without password and read that",
            ) from error
        if getattr(error, "err_code", None) == raw.FPDF_ERR_SECURITY:
            raise UnreadableError(
                "encrypted", "the PDF is encrypted in a way that is not supported"
            ) from error
        raise UnreadableError(
            "damaged", "the PDF is damaged and cannot be opened", "check that the download is complete"
        ) from error


def _pages(document: Any, data: bytes) -> "Iterator[Page | None]":
    """The pages in order; None for one that cannot be loaded."""
    import pypdfium2
    import pypdfium2.raw as raw

    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            yield None
            continue
        text = PageText(page, make_frame(page, raw))
        try:
            frame = text.turned()
            lines = make_lines(text.pieces())
            rules = read_rules(page, frame)
        finally:
            text.close()
            page.close()
        tables = read_tables(data, index, lines) if frame.turn == 0 and suggests_table(rules) else ()
        yield Page(index + 1, lines, frame.width, frame.height, rules, tables)


def _problem(number: int, page: Page | None) -> Problem | None:
    if page is None:
        return Problem(code="damaged_page", message=f"page {number} cannot be read", page=number)
    if not page.lines:
        return Problem(
            code="no_text_layer",
            message=f"page {number} has no text layer: it is empty or a picture",
            hint=_OCR_HINT,
            page=number,
        )
    return None


def read_pdf(data: bytes) -> Document:
    """Read a PDF: its words with positions, its drawn rules and its tables.

    Coordinates are those of the page as shown: in points, from the upper left corner of its crop box.

    Raises:
        UnreadableError: ``encrypted``, ``damaged``, ``no_pages`` or ``no_text``.
    """
    document = _open(data)
    try:
        if len(document) == 0:
            raise UnreadableError("no_pages", "the PDF has no pages", "check that the download is complete")
        read = list(_pages(document, data))
    finally:
        document.close()
    if all(page is None for page in read):
        raise UnreadableError(
            "damaged", "no page of the PDF can be read", "check that the download is complete"
        )
    if not any(page and page.lines for page in read):
        raise UnreadableError("no_text", "no text layer: every page is empty or a picture", _OCR_HINT)
    problems = [p for p in (_problem(n, page) for n, page in enumerate(read, 1)) if p]
    return Document(
        media_type=MEDIA_TYPE,
        pages=tuple(page or Page(n, ()) for n, page in enumerate(read, 1)),
        page_count=len(read),
        positioned=True,
        problems=tuple(problems[:_MOST_PROBLEMS]),
    )
