"""PDF files to pages of words with positions.

pdfium reads the words (some twenty times faster than pdfminer does); pdfplumber's table finder is called only for pages
on which enough rules are drawn to make a table.
"""

import re
from collections.abc import Iterator

from letteranalyser.errors import UnreadableError
from letteranalyser.models.analysis import Problem
from letteranalyser.models.layout import Document, Page
from letteranalyser.read.pdf_frame import make_frame
from letteranalyser.read.pdf_lines import make_lines
from letteranalyser.read.pdf_raw import PdfFile, Raw
from letteranalyser.read.pdf_rules import read_rules
from letteranalyser.read.pdf_tables import read_tables, suggests_table
from letteranalyser.read.pdf_words import PageText

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 2000
"""The longest letters with annexes have some 500 pages; what has more than this is no letter."""
_OCR_HINT = "recognise the text first, for example with: ocrmypdf -l nld letter.pdf recognised.pdf"
_DOWNLOAD_HINT = "check that the download is complete, or print it to a new PDF"
_NO_PAGES = re.compile(rb"/Count\s{0,9}0\b")
_PAGE = re.compile(rb"/Type\s{0,9}/Page\b")
_MOST_PROBLEMS = 20
"""Pages without text that are named one by one."""


def read_pdf(data: bytes, *, password: str | None = None, most_pages: int = MOST_PAGES) -> Document:
    """Read a PDF: its words with positions, its drawn rules and its tables.

    Coordinates are those of the page as shown: in points, from the upper left corner of its crop box.

    Args:
        data: the file.
        password: user password of an encrypted file.
        most_pages: pages after these are not read, which ``problems`` says.

    Raises:
        UnreadableError: ``encrypted``, ``damaged``, ``no_pages`` or ``no_text``.
    """
    document = _open(data, password)
    try:
        count = len(document)
        if count == 0:
            raise UnreadableError("no_pages", "the PDF has no pages", _DOWNLOAD_HINT)
        read = list(_pages(document, min(count, most_pages)))
    finally:
        document.close()
    if all(page is None for page in read):
        raise UnreadableError("damaged", "no page of the PDF can be read", _DOWNLOAD_HINT)
    if not any(page and page.lines for page in read):
        raise UnreadableError("no_text", "no text layer: every page is empty or a picture", _OCR_HINT)
    return Document(
        media_type=MEDIA_TYPE,
        pages=tuple(page or Page(number, ()) for number, page in enumerate(read, 1)),
        page_count=count,
        positioned=True,
        problems=_problems(read, count),
    )


def _open(data: bytes, password: str | None) -> PdfFile:
    """Open a PDF.

    Raises:
        UnreadableError: ``encrypted`` if it asks for another password, ``damaged`` if pdfium cannot read it.
    """
    import pypdfium2
    from pypdfium2 import raw

    try:
        return pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        raise _failure(data, getattr(error, "err_code", None), password, raw) from error


def _failure(data: bytes, code: int | None, password: str | None, raw: Raw) -> UnreadableError:
    """Why a PDF could not be opened.

    pdfium's code alone does not tell: where a page tree is empty it sets none, and that of the file before remains.
    """
    if b"/Encrypt" in data and code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
        if code == raw.FPDF_ERR_SECURITY:
            message = "the PDF is encrypted in a way that is not supported"
            return UnreadableError("encrypted", message, "save a copy without encryption")
        if password:
            return UnreadableError("encrypted", "the password does not open the PDF")
        hint = "save a copy without a password and read that"
        return UnreadableError("encrypted", "the PDF is encrypted and asks for a password", hint)
    if _NO_PAGES.search(data) and not _PAGE.search(data):
        return UnreadableError("no_pages", "the PDF has no pages", _DOWNLOAD_HINT)
    return UnreadableError("damaged", "the PDF is damaged and cannot be opened", _DOWNLOAD_HINT)


def _pages(document: PdfFile, count: int) -> Iterator[Page | None]:
    """The first ``count`` pages in order; None for one that cannot be loaded."""
    import pypdfium2
    from pypdfium2 import raw

    for index in range(count):
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
        tables = read_tables(rules, lines) if lines and suggests_table(rules) else ()
        yield Page(index + 1, lines, frame.width, frame.height, rules, tables)


def _problems(read: list[Page | None], count: int) -> tuple[Problem, ...]:
    problems = [p for number, page in enumerate(read, 1) if (p := _problem(number, page))][:_MOST_PROBLEMS]
    if count > len(read):
        problems.append(
            Problem(
                code="too_many_pages",
                message=f"only the first {len(read)} of {count} pages were read",
                hint="split the file to read the rest",
            )
        )
    return tuple(problems)


def _problem(number: int, page: Page | None) -> Problem | None:
    if page is None:
        return Problem(
            code="damaged_page", message=f"page {number} cannot be read", hint=_DOWNLOAD_HINT, page=number
        )
    if not page.lines:
        return Problem(
            code="no_text_layer",
            message=f"page {number} has no text layer: it is empty or a picture",
            hint=_OCR_HINT,
            page=number,
        )
    return None
