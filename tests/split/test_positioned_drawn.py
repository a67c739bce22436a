"""Small PDFs drawn here, read and split: footnotes and their marks, tables, boxes, figures."""

import io
import re
from collections.abc import Callable, Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from letteranalyser.models.layout import Block, BlockKind
from letteranalyser.read.pdf import read_pdf
from letteranalyser.split.positioned import positioned_blocks

HEIGHT = A4[1]
LEFT, RIGHT, PITCH = 80.0, 458.0, 12.0
FULL = "Hier staat een volle regel tekst die de hele breedte van de kolom beslaat, en waarna niets past"
Draw = Callable[["Pen"], None]


class Pen:
    """Draws lines of a letter; ``^3^`` is raised and ``_2_`` lowered, both smaller."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def write(
        self, top: float, text: str, *, x: float = LEFT, size: float = 9, font: str = "Helvetica"
    ) -> float:
        """Write with the base line ``top`` under the upper edge; returns where it ends."""
        for piece in re.split(r"(\^[^^]+\^|_[^_]+_)", text):
            shift = {"^": 3.2, "_": -1.5}.get(piece[:1], 0.0)
            shown = piece.strip("^_") if shift else piece
            used = size * 0.65 if shift else size
            self.canvas.setFont(font, used)
            self.canvas.drawString(x, HEIGHT - top + shift, shown)
            x += self.canvas.stringWidth(shown, font, used)
        return x

    def lines(self, top: float, rows: Sequence[str], *, x: float = LEFT, size: float = 9) -> None:
        for row in rows:
            if row:
                self.write(top, row, x=x, size=size)
            top += PITCH

    def notes(self, *rows: str, width: float = 144) -> None:
        """Footnotes under their rule."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(LEFT, HEIGHT - 735, LEFT + width, HEIGHT - 735)
        for index, row in enumerate(rows):
            self.write(746 + 9 * index, row, size=6.5)

    def next_page(self) -> None:
        self.canvas.showPage()


def split_drawn(draw: Draw) -> list[Block]:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    pen = Pen(canvas)
    pen.lines(280, ["Geachte voorzitter,", "", FULL, FULL, "Einde."])
    draw(pen)
    canvas.save()
    return list(positioned_blocks(read_pdf(stream.getvalue()).pages))


def of_kind(kind: BlockKind, found: Sequence[Block]) -> list[Block]:
    return [b for b in found if b.kind is kind]


def notes(found: Sequence[Block]) -> list[tuple[str | None, str, int | None]]:
    return [(b.marker, b.text, b.page) for b in of_kind(BlockKind.FOOTNOTE, found)]


def last_paragraph(found: Sequence[Block]) -> Block:
    return of_kind(BlockKind.PARAGRAPH, found)[-1]


def marked(block: Block) -> list[tuple[str, str]]:
    """Each mark with the word before it."""
    return [(block.text[:at].split(" ")[-1], mark) for at, mark in block.marks]


def test_notes_leave_the_text_and_their_marks_are_remembered() -> None:
    def draw(pen: Pen) -> None:
        pen.write(
            360, "In de brief^1^, die in 2022^2^ kwam, en in het rapport^3^ staat 1.650 miljoen euro^4^."
        )
        pen.notes(
            "^1^ Kamerstuk 33 009, nr. 117.",
            "^2^ Een noot die",
            "twee regels vult.",
            "^3^ Zie aldaar.",
            "^4^ Vier.",
        )

    found = split_drawn(draw)
    text = last_paragraph(found)
    assert text.text == "In de brief, die in 2022 kwam, en in het rapport staat 1.650 miljoen euro."
    assert marked(text) == [("brief", "1"), ("2022", "2"), ("rapport", "3"), ("euro", "4")]
    assert notes(found) == [
        ("1", "Kamerstuk 33 009, nr. 117.", 1),
        ("2", "Een noot die twee regels vult.", 1),
        ("3", "Zie aldaar.", 1),
        ("4", "Vier.", 1),
    ]


def test_what_is_raised_or_lowered_without_a_note_stays_in_the_text() -> None:
    def draw(pen: Pen) -> None:
        pen.write(360, "De 7^e^ nota noemt CO_2_-uitstoot, 12 m^2^ en de 2^de^ brief^1^ daarover.")
        pen.notes("^1^ Kamerstuk 1.")

    text = last_paragraph(split_drawn(draw))
    assert text.text == "De 7e nota noemt CO2-uitstoot, 12 m2 en de 2de brief daarover."
    assert marked(text) == [("brief", "1")]


def test_two_marks_together_are_two() -> None:
    def draw(pen: Pen) -> None:
        pen.write(360, "Dat staat in de stukken^1,2^ en in de brief^3^.")
        pen.notes("^1^ Een.", "^2^ Twee.", "^3^ Drie.")

    text = last_paragraph(split_drawn(draw))
    assert text.text == "Dat staat in de stukken en in de brief."
    assert marked(text) == [("stukken", "1"), ("stukken", "2"), ("brief", "3")]


@pytest.mark.parametrize("width", [144, RIGHT - LEFT], ids=["short-rule", "rule-over-the-column"])
def test_a_note_goes_on_on_the_next_page(width: float) -> None:
    def draw(pen: Pen) -> None:
        pen.write(360, "Zie de brief^1^ van toen.")
        pen.notes("^1^ Een noot die op de volgende bladzijde")
        pen.next_page()
        pen.lines(150, [FULL, "en nog een^2^ brief."])
        pen.notes("verder gaat.", "^2^ Tweede noot.", width=width)

    assert notes(split_drawn(draw)) == [
        ("1", "Een noot die op de volgende bladzijde verder gaat.", 1),
        ("2", "Tweede noot.", 2),
    ]


def test_a_mark_on_a_line_of_its_own_belongs_to_the_address_under_it() -> None:
    def draw(pen: Pen) -> None:
        pen.write(360, "Zie de brief^21^ van toen.")
        pen.notes("^21^", "https://www.voorbeeld.nl/een-lang-adres-dat-is-afgebro", "ken")

    assert notes(split_drawn(draw)) == [
        ("21", "https://www.voorbeeld.nl/een-lang-adres-dat-is-afgebroken", 1)
    ]


def test_notes_without_a_rule() -> None:
    def draw(pen: Pen) -> None:
        pen.write(360, "Zie de brief^1^ van toen.")
        pen.write(746, "^1^ Kamerstuk 1.", size=6.5)

    assert notes(split_drawn(draw)) == [("1", "Kamerstuk 1.", 1)]


def test_an_underlined_address_in_the_notes_is_no_rule_over_them() -> None:
    def draw(pen: Pen) -> None:
        pen.write(360, "Zie de brief^1^ en de nota^2^ van toen.")
        pen.notes("^1^ Eerste.", "^2^ www.voorbeeld.nl")
        pen.canvas.rect(LEFT + 4, HEIGHT - 756.5, 60, 0.6, stroke=0, fill=1)

    assert [marker for marker, _, _ in notes(split_drawn(draw))] == ["1", "2"]


def test_small_print_without_mark_or_rule_is_no_note() -> None:
    def draw(pen: Pen) -> None:
        pen.write(746, "Bron: het jaarverslag van 2023.", size=6.5)

    found = split_drawn(draw)
    assert notes(found) == []
    assert last_paragraph(found).text == "Bron: het jaarverslag van 2023."


def test_the_rules_of_a_table_are_not_that_over_the_notes() -> None:
    def draw(pen: Pen) -> None:
        for index, cells in enumerate(
            (("Grond", "2021", "2022"), ("Wonen", "12", "15"), ("Zorg en welzijn", "13", "16"))
        ):
            for x, cell in zip((LEFT, 300, 420), cells, strict=True):
                pen.write(520 + 15 * index, cell, x=x, size=7)
        for top in (510, 525, 556):
            pen.canvas.line(LEFT, HEIGHT - top, RIGHT, HEIGHT - top)

    found = split_drawn(draw)
    assert notes(found) == []
    (table,) = of_kind(BlockKind.TABLE, found)
    assert table.rows == (("Grond", "2021", "2022"), ("Wonen", "12", "15"), ("Zorg en welzijn", "13", "16"))


def test_a_ruled_table_stands_where_it_was_drawn() -> None:
    def draw(pen: Pen) -> None:
        for top in (360, 380, 410):
            pen.canvas.line(LEFT, HEIGHT - top, 400, HEIGHT - top)
        for x in (LEFT, 240, 400):
            pen.canvas.line(x, HEIGHT - 360, x, HEIGHT - 410)
        for x, top, text in (
            (84, 374, "Maatregel"),
            (244, 374, "Kosten"),
            (84, 392, "Toezicht en hand-"),
            (84, 404, "having"),
            (244, 392, "€ 3 mln."),
        ):
            pen.write(top, text, x=x)
        pen.lines(440, [FULL, "Na de tabel."])

    found = split_drawn(draw)
    assert [b.kind for b in found[-2:]] == [BlockKind.TABLE, BlockKind.PARAGRAPH]
    assert found[-2].rows == (("Maatregel", "Kosten"), ("Toezicht en handhaving", "€ 3 mln."))
    assert found[-1].text == f"{FULL} Na de tabel."


def test_a_wrapped_cell_of_a_table_without_rules_is_one_cell() -> None:
    def draw(pen: Pen) -> None:
        rows = (
            ("", "2021", "2022"),
            ("Bijstand", "4 100", "4 250"),
            ("Re-integratie en overige", "1 600", "1 550"),
        )
        for index, cells in enumerate((*rows, ("uitgaven", "", ""))):
            for x, cell in zip((LEFT, 300, 420), cells, strict=True):
                pen.write(400 + 10 * index, cell, x=x, size=8)

    (table,) = of_kind(BlockKind.TABLE, split_drawn(draw))
    assert table.rows[-1] == ("Re-integratie en overige uitgaven", "1 600", "1 550")


def test_a_paragraph_goes_on_after_a_box() -> None:
    def draw(pen: Pen) -> None:
        pen.lines(372, [FULL, FULL])
        pen.canvas.rect(78, HEIGHT - 440, 382, 40)
        pen.lines(414, ["Tekst in het kader, op een eigen regel.", "En nog een regel daarvan."], x=86, size=8)
        pen.lines(460, ["loopt de zin na het kader door tot hier.", "", FULL, "Slot."])

    texts = [b.text for b in of_kind(BlockKind.PARAGRAPH, split_drawn(draw))]
    assert f"{FULL} {FULL} loopt de zin na het kader door tot hier." in texts
    assert not any("kader, op" in text and FULL in text for text in texts)


def test_the_labels_of_a_figure_do_not_run_through_the_text() -> None:
    def draw(pen: Pen) -> None:
        for x, label in ((90, "Rijk"), (210, "Provincies"), (330, "Gemeenten")):
            pen.canvas.rect(x, HEIGHT - 400, 80, 30)
            pen.write(390, label, x=x + 10, size=7)
        pen.lines(430, [FULL, "Na de figuur."])

    texts = [b.text for b in split_drawn(draw)]
    assert f"{FULL} Na de figuur." in texts
    assert not any("Rijk Provincies" in text for text in texts)


def test_headings_can_be_underlined() -> None:
    def draw(pen: Pen) -> None:
        end = pen.write(372, "Aanleiding van de brief")
        pen.canvas.rect(LEFT, HEIGHT - 373.6, end - LEFT, 0.6, stroke=0, fill=1)
        pen.lines(384, [FULL, "Slot."])

    assert [b.text for b in of_kind(BlockKind.HEADING, split_drawn(draw))] == ["Aanleiding van de brief"]


def test_notes_in_the_left_margin_of_the_official_layout() -> None:
    left = 221.0
    short = FULL[:70]

    def draw(canvas: Canvas) -> None:
        pen = Pen(canvas)
        pen.write(60, "Tweede Kamer der Staten-Generaal", x=57, size=17)
        pen.write(150, "29 800", x=57)
        pen.write(150, "Begroting van het ministerie", x=left)
        pen.write(180, "Den Haag, 11 november 2005", x=left)
        pen.lines(210, [short, f"{short[:39]} brief^1^ en meer.", "", short, "Slot."], x=left)
        pen.write(222, "^1^ Zie Kamerstuk 1,", x=57, size=6.5)
        pen.write(230, "nr. 3.", x=57, size=6.5)
        pen.write(797, "Tweede Kamer, vergaderjaar 2005–2006, 29 800, nr. 12", x=left)
        pen.write(797, "1", x=530)

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    draw(canvas)
    canvas.save()
    found = list(positioned_blocks(read_pdf(stream.getvalue()).pages))
    assert notes(found) == [("1", "Zie Kamerstuk 1, nr. 3.", 1)]
    assert of_kind(BlockKind.PARAGRAPH, found)[0].text == f"{short} {short[:39]} brief en meer."
    assert marked(of_kind(BlockKind.PARAGRAPH, found)[0]) == [("brief", "1")]
