"""PDF files to pages of words with positions.

pdfium reads the words (some twenty times faster than pdfminer does); pdfplumber's table finder is called only for pages
on which enough rules are drawn to make a table, and Tesseract for pages that are pictures.
"""

from collections.abc import Callable, Iterator

from letteranalyser.errors import MissingDependencyError, UnreadableError
from letteranalyser.models.layout import Document, Page
from letteranalyser.read.ocr import OcrFailedError, recognise, tesseract
from letteranalyser.read.pdf_frame import Frame, make_frame
from letteranalyser.read.pdf_lines import make_lines
from letteranalyser.read.pdf_open import DOWNLOAD_HINT, open_pdf, open_repaired
from letteranalyser.read.pdf_pictures import draw, is_picture
from letteranalyser.read.pdf_problems import Gap, PageGap, gap_problems, limit_problem
from letteranalyser.read.pdf_raw import Handle, PdfFile
from letteranalyser.read.pdf_rules import read_rules
from letteranalyser.read.pdf_tables import read_tables, suggests_table
from letteranalyser.read.pdf_words import PageText
from letteranalyser.settings import DEFAULTS, Ocr, ReadSettings

MEDIA_TYPE = "application/pdf"


def read_pdf(
    data: bytes, settings: ReadSettings = DEFAULTS, begun: Callable[[int], None] = lambda _: None
) -> Document:
    """Read a PDF: its words with positions, its drawn rules and its tables.

    Coordinates are those of the page as shown: in points, from the upper left corner of its crop box.

    Args:
        data: the file.
        settings: the password, which pages are recognised, and how many are read; ``problems`` says what was not.
        begun: told the number of a page each time when it is going to be, or has been, recognised.

    Raises:
        UnreadableError: ``encrypted``, ``damaged``, ``no_pages`` or ``no_text``.
        MissingDependencyError: if all pages have to be recognised, and Tesseract is not installed.
    """
    if settings.ocr is Ocr.FORCE:
        tesseract()
    opened = open_pdf(data, settings.password)
    reader = _Reader(opened.file, settings, begun)
    if not opened.repaired and len(reader.damaged()) == len(reader.pages):
        opened = open_repaired(data, settings.password)
        reader = _Reader(opened.file, settings, begun)
    if not any(page.lines for page in reader.pages):
        raise reader.failure(damaged=bool(opened.problems))
    # An empty page says nothing, but in a file that was damaged.
    gaps = reader.gaps + [PageGap(number, Gap.EMPTY) for number in reader.empty if opened.problems]
    return Document(
        media_type=MEDIA_TYPE,
        pages=tuple(reader.pages),
        page_count=reader.count,
        positioned=True,
        ocr=reader.ocr,
        problems=(
            *opened.problems,
            *gap_problems(gaps),
            *limit_problem(len(reader.pages), reader.count),
        ),
    )


class _Reader:
    """The pages of one file, which is closed after.

    Attributes:
        pages: in order, as far as the limit; one that cannot be read is empty.
        count: how many there are in the file.
        gaps: pages without text, and why.
        empty: pages with nothing on them.
        ocr: whether text was recognised.
    """

    def __init__(self, file: PdfFile, settings: ReadSettings, begun: Callable[[int], None]) -> None:
        self.settings, self.begun = settings, begun
        self.gaps: list[PageGap] = []
        self.empty: list[int] = []
        self.ocr = False
        try:
            self.count = len(file)
            self.pages = list(self._read(file, min(self.count, settings.max_pages)))
        finally:
            file.close()

    def damaged(self) -> list[PageGap]:
        """The pages that cannot be loaded."""
        return [gap for gap in self.gaps if gap.why is Gap.DAMAGED]

    def failure(self, *, damaged: bool) -> UnreadableError | MissingDependencyError:
        """Why there is no text on any page.

        Args:
            damaged: whether the file as a whole is.
        """
        reasons = {gap.why for gap in self.gaps}
        if damaged or Gap.DAMAGED in reasons:
            return UnreadableError("damaged", "the PDF is damaged and no text is left in it", DOWNLOAD_HINT)
        if Gap.NO_PROGRAM in reasons:
            (problem,) = gap_problems(self.gaps)
            return MissingDependencyError("no_tesseract", problem.message, problem.hint)
        if Gap.PICTURE in reasons:
            return UnreadableError("no_text", "no text layer: every page is a picture", "leave out --ocr off")
        if Gap.FAILED in reasons:
            problem = gap_problems(self.gaps)[0]
            return UnreadableError("no_text", problem.message, problem.hint)
        message = "no text layer, and no text recognised: every page is empty or a drawing"
        return UnreadableError("no_text", message, "scan it again, or ask for the letter itself")

    def _read(self, file: PdfFile, count: int) -> Iterator[Page]:
        import pypdfium2

        for number in range(1, count + 1):
            try:
                page = file[number - 1]
            except pypdfium2.PdfiumError:
                self.gaps.append(PageGap(number, Gap.DAMAGED))
                yield Page(number, ())
                continue
            try:
                yield self._page(page, number)
            finally:
                page.close()

    def _page(self, page: Handle, number: int) -> Page:
        from pypdfium2 import raw

        shown = make_frame(page, raw)
        text = PageText(page, shown)
        try:
            frame = text.turned()
            lines = make_lines(text.pieces())
        finally:
            text.close()
        rules = read_rules(page, frame)
        forced = self.settings.ocr is Ocr.FORCE
        if forced or is_picture(page, shown, lines):
            recognised = self._recognised(page, shown, number)
            if recognised:
                return recognised
        elif not lines:
            self.empty.append(number)
        tables = read_tables(rules, lines) if lines and suggests_table(rules) else ()
        return Page(number, lines, frame.width, frame.height, rules, tables)

    def _recognised(self, page: Handle, frame: Frame, number: int) -> Page | None:
        """A page as it reads in its picture; None where that cannot be done or nothing is found."""
        if self.settings.ocr is Ocr.OFF:
            self.gaps.append(PageGap(number, Gap.PICTURE))
            return None
        self.begun(number)
        try:
            pieces, rules = recognise(draw(page, frame), self.settings.seconds)
        except MissingDependencyError as error:
            self.gaps.append(PageGap(number, Gap.NO_PROGRAM, error.message))
            return None
        except OcrFailedError as error:
            self.gaps.append(PageGap(number, Gap.FAILED, str(error)))
            return None
        finally:
            self.begun(number)
        if not pieces:
            self.gaps.append(PageGap(number, Gap.NOTHING))
            return None
        self.ocr = True
        lines = make_lines(pieces)
        tables = read_tables(rules, lines) if suggests_table(rules) else ()
        return Page(number, lines, frame.width, frame.height, rules, tables)
