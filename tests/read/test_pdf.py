import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from letteranalyser.errors import UnreadableError
from letteranalyser.models.layout import Page, Word
from letteranalyser.read.pdf import read_pdf
from letteranalyser.settings import Ocr, ReadSettings

HEIGHT = A4[1]
PASSWORD = "geheim"  # noqa: S105 - of files made here
Draw = Callable[[Canvas], None]


def drawn(draw: Draw, **options: object) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, **options)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def write(canvas: Canvas, x: float, top: float, text: str, size: float = 9, font: str = "Helvetica") -> None:
    """Write with the base line ``top`` points under the upper edge."""
    canvas.setFont(font, size)
    canvas.drawString(x, HEIGHT - top, text)


def first_page(draw: Draw) -> Page:
    return read_pdf(drawn(draw)).pages[0]


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def word(page: Page, text: str) -> Word:
    return next(w for line in page.lines for w in line.words if w.text == text)


def test_words_have_place_size_and_style() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 80, 100, "gewoon")
        write(canvas, 200, 100, "vet", font="Helvetica-Bold")
        write(canvas, 300, 100, "schuin", font="Times-Italic", size=12)

    page = first_page(draw)
    assert texts(page) == ["gewoon vet schuin"]
    plain, bold, italic = page.lines[0].words
    assert (plain.x0, plain.size) == pytest.approx((80, 9), abs=0.1)
    assert plain.top < 100 < plain.bottom < 105
    assert plain.bottom - plain.top == pytest.approx(plain.size)
    assert [(w.bold, w.italic) for w in (plain, bold, italic)] == [
        (False, False),
        (True, False),
        (False, True),
    ]
    assert italic.size == pytest.approx(12)
    assert not any(w.raised for w in page.lines[0].words)


def test_size_is_that_on_the_page_not_that_in_the_file() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(100, HEIGHT - 200)
        canvas.scale(9, 9)
        canvas.setFont("Helvetica", 1)
        canvas.drawString(0, 0, "verkleind")
        canvas.restoreState()

    assert word(first_page(draw), "verkleind").size == pytest.approx(9, abs=0.05)


def test_a_mark_is_raised_and_touches_its_word() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 80, 100, "in het rapport")
        end = 80 + canvas.stringWidth("in het rapport", "Helvetica", 9)
        write(canvas, end, 96.5, "12", size=6)
        write(canvas, end + canvas.stringWidth("12", "Helvetica", 6), 100, ", dat volgt")

    page = first_page(draw)
    assert texts(page) == ["in het rapport12, dat volgt"]
    assert [w.text for w in page.lines[0].words if w.raised] == ["12"]


def test_a_lowered_digit_stays_in_its_word() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 80, 100, "minder CO")
        end = 80 + canvas.stringWidth("minder CO", "Helvetica", 9)
        write(canvas, end, 101.5, "2", size=6)
        write(canvas, end + canvas.stringWidth("2", "Helvetica", 6), 100, "-uitstoot")

    page = first_page(draw)
    assert texts(page) == ["minder CO2-uitstoot"]
    assert not any(w.raised for w in page.lines[0].words)


def test_margin_and_text_on_one_base_line_are_one_line() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 466, 100, "Ons kenmerk", size=6.75)
        write(canvas, 80, 100, "een regel tekst")
        write(canvas, 80, 112, "de volgende")

    assert texts(first_page(draw)) == ["een regel tekst Ons kenmerk", "de volgende"]


def test_a_hyphen_at_the_line_end_is_kept() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 80, 100, "de opvang van vluchte-")
        write(canvas, 80, 112, "lingen in de regio")

    assert texts(first_page(draw)) == ["de opvang van vluchte-", "lingen in de regio"]


def test_text_drawn_twice_for_a_bold_look_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 80, 100, "Inleiding")
        write(canvas, 80.3, 100, "Inleiding")

    assert texts(first_page(draw)) == ["Inleiding"]


def test_coordinates_count_from_the_crop_box() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((20, 30, 570, 800))
        write(canvas, 100, HEIGHT - 700, "binnen")
        write(canvas, 100, 20, "boven de rand")

    page = first_page(draw)
    assert (page.width, page.height) == pytest.approx((550, 770))
    assert texts(page) == ["binnen"]
    assert page.lines[0].x0 == pytest.approx(80, abs=0.1)
    assert page.lines[0].bottom == pytest.approx(800 - 700 + 0.2 * 9, abs=0.1)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_shown(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.saveState()
        canvas.translate(A4[0] / 2, HEIGHT / 2)
        canvas.rotate(turn)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(-100, 12, "eerste regel")
        canvas.drawString(-100, 0, "tweede regel")
        canvas.restoreState()

    page = first_page(draw)
    assert texts(page) == ["eerste regel", "tweede regel"]
    first, second = page.lines
    assert first.x0 == pytest.approx(second.x0)
    assert second.top - first.top == pytest.approx(12, abs=0.1)
    assert 0 < first.x0 < first.x1 < page.width


def test_text_on_its_side_is_read_where_the_page_lies_on_its_side() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 500, "eerste regel van de bijlage")
        canvas.drawString(60, 488, "tweede regel van de bijlage")

    assert texts(first_page(draw)) == ["eerste regel van de bijlage", "tweede regel van de bijlage"]


def test_rules_are_lines_and_rectangles_that_show() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 80, 100, "tekst")
        canvas.line(80, HEIGHT - 700, 224, HEIGHT - 700)
        canvas.setFillColorRGB(1, 0.9, 0.6)
        canvas.rect(80, HEIGHT - 300, 370, 100, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(80, HEIGHT - 500, 370, 100, stroke=0, fill=1)

    rules = first_page(draw).rules
    assert [tuple(round(v) for v in rule) for rule in rules] == [(80, 700, 224, 700), (80, 200, 450, 300)]


def grid(canvas: Canvas, xs: list[float], tops: list[float]) -> None:
    for top in tops:
        canvas.line(xs[0], HEIGHT - top, xs[-1], HEIGHT - top)
    for x in xs:
        canvas.line(x, HEIGHT - tops[0], x, HEIGHT - tops[-1])


def test_a_ruled_table_has_rows_and_cells() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [80, 200, 300], [100, 120, 150])
        write(canvas, 84, 114, "Maatregel")
        write(canvas, 204, 114, "2024")
        write(canvas, 84, 132, "Toezicht en")
        write(canvas, 84, 143, "handhaving")
        write(canvas, 204, 132, "€ 3 mln.")

    (table,) = first_page(draw).tables
    assert table.rows == (("Maatregel", "2024"), ("Toezicht en\nhandhaving", "€ 3 mln."))
    assert (table.x0, table.top, table.x1, table.bottom) == pytest.approx((80, 100, 300, 150), abs=1)


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(lambda c: c.rect(80, 300, 370, 100), id="box"),
        pytest.param(lambda c: c.line(80, 100, 224, 100), id="rule-over-notes"),
        pytest.param(lambda c: grid(c, [80, 450], [100, 120, 140]), id="one-column"),
        pytest.param(lambda c: grid(c, [80, 250, 450], [500, 520, 540]), id="empty-grid"),
    ],
)
def test_other_rules_are_no_table(draw: Draw) -> None:
    def with_text(canvas: Canvas) -> None:
        write(canvas, 84, 112, "tekst in een kader")
        draw(canvas)

    assert first_page(with_text).tables == ()


def test_a_page_without_text_among_others_is_a_problem() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 80, 100, "eerste")
        canvas.showPage()
        canvas.rect(80, 300, 370, 100, fill=1)
        canvas.showPage()
        write(canvas, 80, 100, "derde")

    document = read_pdf(drawn(draw), ReadSettings(ocr=Ocr.OFF))
    assert [(p.code, p.page) for p in document.problems] == [("no_text_layer", 2)]
    assert [len(p.lines) for p in document.pages] == [1, 0, 1]
    assert document.page_count == 3
    assert document.positioned


def test_pages_after_the_limit_are_not_read_and_that_is_said() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(4):
            write(canvas, 80, 100, f"bladzijde {number}")
            canvas.showPage()

    document = read_pdf(drawn(draw), ReadSettings(max_pages=2))
    assert len(document.pages) == 2
    assert document.page_count == 4
    assert [p.code for p in document.problems] == ["too_many_pages"]


def hello(canvas: Canvas) -> None:
    write(canvas, 80, 100, "Geachte voorzitter,")


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    data = drawn(hello, encrypt=StandardEncryption("", ownerPassword="eigenaar", canModify=0))
    assert texts(read_pdf(data).pages[0]) == ["Geachte voorzitter,"]


def test_a_password_opens_a_file_that_asks_for_it() -> None:
    data = drawn(hello, encrypt=StandardEncryption(PASSWORD))
    assert texts(read_pdf(data, ReadSettings(password=PASSWORD)).pages[0]) == ["Geachte voorzitter,"]


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, with a correct table of where they are; the first is the catalogue."""
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(data))
    )


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
NO_PAGES = pdf_of(CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>")
LOOP = pdf_of(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(drawn(hello, encrypt=StandardEncryption(PASSWORD)), "encrypted", id="user-password"),
        pytest.param(drawn(lambda c: c.rect(80, 300, 99, 99, fill=1)), "no_text", id="no-text"),
        pytest.param(drawn(lambda c: write(c, 80, 100, "  ")), "no_text", id="only-spaces"),
        pytest.param(NO_PAGES, "no_pages", id="no-pages"),
        pytest.param(LOOP, "damaged", id="page-tree-loop"),
        pytest.param(b"%PDF-1.7\n%%EOF", "damaged", id="empty-shell"),
        pytest.param(b"%PDF-1.7\n" + b"\x93garbage" * 500, "damaged", id="garbage"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_pdf(data, ReadSettings(ocr=Ocr.OFF))
    assert caught.value.code == code
    assert caught.value.message


def test_empty_pages_are_named_only_where_text_may_be_lost() -> None:
    def draw(canvas: Canvas) -> None:
        hello(canvas)
        canvas.showPage()
        canvas.showPage()

    data = drawn(draw)
    assert read_pdf(data).problems == ()
    found = [(p.code, p.page) for p in read_pdf(data[: data.rindex(b"%%EOF")]).problems]
    assert found == [("cut_short", None), ("empty_page", 2)]


def test_a_wrong_password_is_said() -> None:
    with pytest.raises(UnreadableError, match="password does not open"):
        read_pdf(drawn(hello, encrypt=StandardEncryption(PASSWORD)), ReadSettings(password=PASSWORD[:-1]))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_refused_or_read_without_harm(share: float) -> None:
    data = drawn(hello)
    cut = data[: int(len(data) * share)]
    try:
        found = [line.text for page in read_pdf(cut).pages for line in page.lines]
    except UnreadableError as error:
        found = [error.code]
    assert found in (["Geachte voorzitter,"], ["damaged"], ["no_pages"], ["no_text"])


ROOT = Path(__file__).resolve().parents[2]
PDFS = [
    *sorted((ROOT.parent / "shared" / "letters" / "pdf").glob("*.pdf")),  # where they are beside the project
    *sorted((ROOT / "samples").glob("*/*.pdf")),
]
Words = list[tuple[list[str], list[str]]]
COMPARED = 2
"""Pages of each letter: pdfplumber takes a third of a second for one."""


@pytest.fixture(scope="module", params=PDFS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def both(request: pytest.FixtureRequest) -> Words:
    """The words of the first pages of a letter as we read them, and as pdfplumber does."""
    import pdfplumber

    pages = read_pdf(request.param.read_bytes()).pages[:COMPARED]
    with pdfplumber.open(request.param) as document:
        theirs = [
            # Bullets of fonts that do not say what they are.
            [re.sub(r"\(cid:\d+\)", "", w["text"]) for w in page.extract_words(x_tolerance_ratio=0.15)]
            for page in document.pages[:COMPARED]
        ]
    ours = [[word for line in page.lines for word in line.text.split()] for page in pages]
    return list(zip(ours, theirs, strict=True))


def test_pdfplumber_finds_the_same_characters(both: Words) -> None:
    """Two libraries that share no code agree on what is written; one in two hundred characters may differ.

    Only letters and digits are compared: the libraries name some hyphens and quotation marks differently.
    """
    for ours, theirs in both:
        one, other = letters(ours), letters(theirs)
        differing = (one - other).total() + (other - one).total()
        assert differing <= other.total() / 200, (one - other, other - one)


def test_pdfplumber_finds_the_same_words(both: Words) -> None:
    """Nine in ten words are the same; the others are cut elsewhere where a file letter-spaces its text."""
    for ours, theirs in both:
        one, other = Counter(ours), Counter(theirs)
        assert (one & other).total() >= 0.9 * other.total(), (one - other, other - one)


def letters(words: list[str]) -> Counter[str]:
    return Counter(c for c in unicodedata.normalize("NFKC", "".join(words)) if c.isalnum())
