"""PDF files to pages of words with positions.

pdfium reads the words (some twenty times faster than pdfminer does); pdfplumber's table finder is called only for pages
on which enough rules are drawn to make a table.
"""

from collections.abc import Callable, Iterator

from letteranalyser.errors import UnreadableError
from letteranalyser.models.layout import Document, Page
from letteranalyser.read.pdf_frame import make_frame
from letteranalyser.read.pdf_lines import make_lines
from letteranalyser.read.pdf_open import DOWNLOAD_HINT, OpenPdf, open_pdf, open_repaired
from letteranalyser.read.pdf_problems import OCR_HINT, page_problems
from letteranalyser.read.pdf_raw import PdfFile
from letteranalyser.read.pdf_rules import read_rules
from letteranalyser.read.pdf_tables import read_tables, suggests_table
from letteranalyser.read.pdf_words import PageText
from letteranalyser.settings import DEFAULTS, ReadSettings

MEDIA_TYPE = "application/pdf"


def read_pdf(
    data: bytes, settings: ReadSettings = DEFAULTS, begun: Callable[[int], None] = lambda _: None
) -> Document:
    """Read a PDF: its words with positions, its drawn rules and its tables.

    Coordinates are those of the page as shown: in points, from the upper left corner of its crop box.

    Args:
        data: the file.
        settings: the password; pages after the limit are not read, which ``problems`` says.
        begun: told the number of each page that is going to be recognised.

    Raises:
        UnreadableError: ``encrypted``, ``damaged``, ``no_pages`` or ``no_text``.
    """
    del begun
    opened = open_pdf(data, settings.password)
    count, read = _read(opened, settings)
    if not opened.repaired and all(page is None for page in read):
        opened = open_repaired(data, settings.password)
        count, read = _read(opened, settings)
    if all(page is None for page in read):
        raise UnreadableError("damaged", "no page of the PDF can be read", DOWNLOAD_HINT)
    if not any(page and page.lines for page in read):
        if opened.problems:
            raise UnreadableError("damaged", "the PDF is damaged and no text is left in it", DOWNLOAD_HINT)
        raise UnreadableError("no_text", "no text layer: every page is empty or a picture", OCR_HINT)
    return Document(
        media_type=MEDIA_TYPE,
        pages=tuple(page or Page(number, ()) for number, page in enumerate(read, 1)),
        page_count=count,
        positioned=True,
        problems=(*opened.problems, *page_problems(read, count)),
    )


def _read(opened: OpenPdf, settings: ReadSettings) -> tuple[int, list[Page | None]]:
    """The number of pages, and those within the limit as far as they can be read."""
    try:
        count = len(opened.file)
        return count, list(_pages(opened.file, min(count, settings.max_pages)))
    finally:
        opened.file.close()


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
