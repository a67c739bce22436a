"""Scans: pages that are pictures, made here from the sample letters."""

import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.errors import MissingDependencyError, UnreadableError
from letteranalyser.models.analysis import Analysis
from letteranalyser.models.layout import Document, Word
from letteranalyser.pipeline import analyse
from letteranalyser.read import ocr
from letteranalyser.read.pdf import read_pdf
from letteranalyser.settings import Ocr, ReadSettings

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAME = "windenergie-moties"
LINE = "<span class='ocr_line' title=\"bbox 0 10 600 40; baseline 0 -8; x_size 35; x_descenders 8; x_ascenders 7\">\n"
WORD = "<span class='ocrx_word' id='word_1_7' title='bbox {x} 10 {end} 40; x_wconf {sure}'>{text}</span>\n"


@pytest.fixture(scope="session")
def tesseract() -> None:
    """Needs the program; where it has to be there, as in CI, that it is not is a failure."""
    try:
        ocr.tesseract()
    except MissingDependencyError as error:
        reason = f"{error.message}: {error.hint}"
        if os.environ.get("LETTERANALYSER_NEEDS_OCR"):
            pytest.fail(reason)
        pytest.skip(reason)


def pages(layout: str, scale: float = 200 / 72) -> list[object]:
    import pypdfium2

    document = pypdfium2.PdfDocument((SAMPLES / layout / f"{NAME}.pdf").read_bytes())
    return [page.render(scale=scale, grayscale=True).to_pil() for page in document]


def scan(layout: str) -> bytes:
    """A sample letter as a scanner gives it: pictures of its pages, at 200 pixels an inch."""
    first, *others = pages(layout)
    file = io.BytesIO()
    first.save(file, "PDF", save_all=True, append_images=others, resolution=200, quality=80)  # type: ignore[attr-defined]
    return file.getvalue()


@pytest.fixture(scope="session", params=["ministry", "kamerstuk"])
def both(request: pytest.FixtureRequest, tesseract: None) -> tuple[Analysis, Analysis]:
    """What a scan gives, and what the PDF gives that it was made from."""
    del tesseract
    layout = request.param
    return (
        analyse(scan(layout), "scan.pdf"),
        analyse((SAMPLES / layout / f"{NAME}.pdf").read_bytes(), "letter.pdf"),
    )


def test_a_scan_says_that_it_was_recognised(both: tuple[Analysis, Analysis]) -> None:
    assert [analysis.source.ocr for analysis in both] == [True, False]
    assert both[0].source.pages == both[1].source.pages


@pytest.mark.parametrize(
    "part",
    [
        lambda a: a.letter,
        lambda a: [(s.heading, s.level) for s in a.sections],
        lambda a: [(m.dossier, m.number) for m in a.motions],
        lambda a: [(row.about, row.target, row.position) for row in a.alignment],
        lambda a: [c.deadline for c in a.commitments],
        lambda a: [(m.kind, m.value) for m in a.amounts],
    ],
    ids=["letterhead", "headings", "motions", "positions", "commitments", "amounts"],
)
def test_a_scan_gives_what_the_letter_gives(
    both: tuple[Analysis, Analysis], part: Callable[[Analysis], object]
) -> None:
    assert part(both[0]) == part(both[1])


def mixed() -> bytes:
    """A letter of which only the last page is a scan."""
    import pikepdf

    with (
        pikepdf.open(SAMPLES / "ministry" / f"{NAME}.pdf") as whole,
        pikepdf.open(io.BytesIO(scan("ministry"))) as pictures,
    ):
        del whole.pages[-1]
        whole.pages.append(pictures.pages[-1])
        file = io.BytesIO()
        whole.save(file)
        return file.getvalue()


def last_words(document: Document) -> list[Word]:
    return [word for line in document.pages[-1].lines for word in line.words]


@pytest.mark.usefixtures("tesseract")
def test_only_pages_without_text_are_recognised() -> None:
    begun: list[int] = []
    document = read_pdf(mixed(), ReadSettings(), begun.append)
    assert set(begun) == {2}
    assert document.ocr
    assert document.problems == ()
    assert last_words(document)


def test_recognition_can_be_left_out() -> None:
    document = read_pdf(mixed(), ReadSettings(ocr=Ocr.OFF))
    assert not document.ocr
    assert [(p.code, p.page) for p in document.problems] == [("no_text_layer", 2)]
    with pytest.raises(UnreadableError, match="every page is a picture"):
        read_pdf(scan("ministry"), ReadSettings(ocr=Ocr.OFF))


@pytest.mark.usefixtures("tesseract")
def test_recognition_can_be_forced() -> None:
    data = (SAMPLES / "ministry" / f"{NAME}.pdf").read_bytes()
    document = read_pdf(data, ReadSettings(ocr=Ocr.FORCE))
    assert document.ocr
    assert "windenergie" in " ".join(word.text for word in last_words(document)) or last_words(document)


@pytest.fixture
def not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    ocr.tesseract.cache_clear()


@pytest.mark.usefixtures("not_installed")
def test_without_tesseract_the_pages_and_what_to_install_are_named() -> None:
    (problem,) = read_pdf(mixed()).problems
    assert (problem.code, problem.page) == ("no_text_layer", 2)
    assert problem.message == "page 2 without text layer, not recognised: tesseract is not installed"
    assert "apt install tesseract-ocr tesseract-ocr-nld" in (problem.hint or "")
    with pytest.raises(MissingDependencyError, match=r"pages 1-2 .* tesseract is not installed"):
        read_pdf(scan("ministry"))
    with pytest.raises(MissingDependencyError):
        read_pdf(mixed(), ReadSettings(ocr=Ocr.FORCE))


@pytest.mark.usefixtures("tesseract")
def test_a_page_that_takes_too_long_is_a_problem() -> None:
    (problem,) = read_pdf(mixed(), ReadSettings(seconds=0.2)).problems
    assert (problem.code, problem.page) == ("ocr_failed", 2)


def word(text: str, x: int, sure: int = 90) -> str:
    return WORD.format(text=text, x=x, end=x + 90, sure=sure)


def test_words_stand_on_the_base_line_of_their_line() -> None:
    words, rules = ocr.read_hocr(LINE + word("motie", 0) + word("R&amp;D", 100))
    assert [found.text for found in words] == ["motie", "R&D"]
    assert {found.base for found in words} == {32}
    assert [found.box.left for found in words] == [0, 100]
    assert rules == []


def test_an_unsure_word_stays_and_an_unsure_line_goes() -> None:
    sure = LINE + word("in", 0) + word("2021.", 100, sure=5)
    stain = LINE + word("~;", 0, sure=11)
    assert [found.text for found in ocr.read_hocr(sure + stain)[0]] == ["in", "2021."]


def drawn_text(draw: Callable[[object], None]) -> Document:
    """A page with text drawn on it, recognised from its picture."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont("Helvetica", 9)
    for line in range(6):
        canvas.drawString(
            80, 600 - 12 * line, "De Kamer heeft verzocht om de gevolgen van het voorstel te bezien."
        )
    draw(canvas)
    canvas.save()
    return read_pdf(file.getvalue(), ReadSettings(ocr=Ocr.FORCE))


@pytest.mark.usefixtures("tesseract")
def test_the_picture_shows_what_is_bold_and_italic() -> None:
    def draw(canvas: object) -> None:
        for top, font in ((700, "Helvetica-Bold"), (680, "Helvetica-Oblique")):
            canvas.setFont(font, 9)  # type: ignore[attr-defined]
            canvas.drawString(80, top, "Voortgang van de aanpak")  # type: ignore[attr-defined]

    styles = [(line.words[0].bold, line.words[0].italic) for line in drawn_text(draw).pages[0].lines]
    assert styles == [(True, False), (False, True), *[(False, False)] * 6]


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("before", ["in 2021.", "€ 36 miljoen", "(ChristenUnie)", "de gemeenten,"])
def test_a_raised_mark_is_no_part_of_its_word(before: str) -> None:
    def draw(canvas: object) -> None:
        text = f"Hiervoor is een besluit genomen {before}"
        canvas.drawString(80, 700, text)  # type: ignore[attr-defined]
        end = 80 + canvas.stringWidth(text, "Helvetica", 9)  # type: ignore[attr-defined]
        canvas.setFont("Helvetica", 6)  # type: ignore[attr-defined]
        canvas.drawString(end, 703.5, "12")  # type: ignore[attr-defined]

    line = drawn_text(draw).pages[0].lines[0]
    assert [word.text for word in line.words if word.raised] == ["12"]
    assert " ".join(word.text for word in line.words if not word.raised).endswith(before)


@given(st.text(alphabet="<>'\"; abcdefghijklmnopqrstuvwxyz0123456789-_=.\n", max_size=400))
def test_any_hocr_is_read(text: str) -> None:
    words, _ = ocr.read_hocr(LINE + text + word("x", 0))
    assert all(found.text.strip() for found in words)
