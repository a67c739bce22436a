"""Blocks from pages that are made here, line by line."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letteranalyser.models.layout import Block, BlockKind, Line, Page, Rule, Word
from letteranalyser.split.positioned import positioned_blocks

SIZE, PITCH, LEFT = 9.0, 12.0, 80.0
CHARACTER, SPACE = 4.5, 3.0
FILLER = "Hier staat gewone tekst, lang genoeg om een hele regel van de kolom mee te vullen"
"""As wide as the column, so that the next word would not have fitted."""
Style = str


def line(text: str, top: float, x: float = LEFT, style: Style = "", size: float = SIZE) -> Line:
    """A line; style ``b`` is bold and ``i`` italic."""
    words: list[Word] = []
    for token in text.split():
        width = len(token) * CHARACTER * size / SIZE
        words.append(Word(token, x, top, x + width, top + size, size, "b" in style, "i" in style, False))
        x += width + SPACE
    return Line(text, tuple(words))


def side_by_side(*lines: Line) -> Line:
    """Lines that share a base line, as one."""
    return Line(" ".join(part.text for part in lines), tuple(w for part in lines for w in part.words))


def text_lines(*rows: str | tuple[str, Style], top: float = 200, x: float = LEFT) -> list[Line]:
    """Lines under each other; an empty one is a blank line."""
    found = []
    for row in rows:
        text, style = (row, "") if isinstance(row, str) else row
        if text:
            found.append(line(text, top, x, style))
        top += PITCH
    return found


def page(lines: Sequence[Line], number: int = 1, rules: Sequence[Rule] = ()) -> Page:
    return Page(number, tuple(lines), 595, 842, tuple(rules))


def blocks(*pages: Page) -> list[Block]:
    return list(positioned_blocks(pages))


def kinds(*pages: Page) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(b.kind.value, b.text) for b in blocks(*pages)]


def of_kind(kind: BlockKind, *pages: Page) -> list[Block]:
    return [b for b in blocks(*pages) if b.kind is kind]


def body(*rows: str) -> list[str]:
    """Texts of the paragraphs that rows under each other make."""
    found = of_kind(BlockKind.PARAGRAPH, page(text_lines("Geachte voorzitter,", "", *rows)))
    return [b.text for b in found if not b.text.startswith("Geachte")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([FILLER, "en een staart."], [f"{FILLER} en een staart."], id="lines-are-joined"),
        pytest.param(
            [FILLER, "Eind.", "", FILLER, "Slot."], [f"{FILLER} Eind.", f"{FILLER} Slot."], id="blank-line"
        ),
        pytest.param(
            [FILLER, "Eind.", "Nieuwe alinea zonder witregel."],
            [f"{FILLER} Eind.", "Nieuwe alinea zonder witregel."],
            id="short-line-that-ends-a-sentence",
        ),
        pytest.param(
            [FILLER, "het gaat om de motie", "van het lid Jansen."],
            [f"{FILLER} het gaat om de motie van het lid Jansen."],
            id="short-line-that-ends-nothing",
        ),
        pytest.param(
            [FILLER, "zoals blijkt uit Kamerstuk nr.", "12 van vorig jaar."],
            [f"{FILLER} zoals blijkt uit Kamerstuk nr. 12 van vorig jaar."],
            id="short-line-that-ends-with-an-abbreviation",
        ),
        pytest.param(
            [f"{FILLER[:-5]}volk.", "Deze zin staat toevallig vooraan op de regel."],
            [f"{FILLER[:-5]}volk. Deze zin staat toevallig vooraan op de regel."],
            id="full-line-that-ends-a-sentence",
        ),
        pytest.param(
            [f"{FILLER[:-8]}vluchte-", "lingen komen."], [f"{FILLER[:-8]}vluchtelingen komen."], id="hyphen"
        ),
        pytest.param(
            [f"{FILLER[:-8]}wet-", "en regelgeving."],
            [f"{FILLER[:-8]}wet- en regelgeving."],
            id="suspended-hyphen",
        ),
    ],
)
def test_paragraphs(rows: list[str], expected: list[str]) -> None:
    assert body(*rows) == expected


@pytest.mark.parametrize(
    ("last", "first", "joined"),
    [
        pytest.param(FILLER, "tot hier op bladzijde twee.", f"{FILLER} tot hier", id="sentence"),
        pytest.param(f"{FILLER[:-8]}vluchte-", "lingen uit de regio.", "vluchtelingen uit de", id="word"),
    ],
)
def test_a_paragraph_goes_on_over_a_page(last: str, first: str, joined: str) -> None:
    one = page(text_lines("Geachte voorzitter,", "", FILLER, last, top=700))
    two = page(text_lines(first, "", FILLER, "Eind."), 2)
    paragraph = of_kind(BlockKind.PARAGRAPH, one, two)[1]
    assert joined in paragraph.text
    assert paragraph.page == 1
    assert paragraph.breaks == ((paragraph.text.index(first), 2),)


def headings(*rows: str | tuple[str, Style]) -> list[tuple[int, str]]:
    found = of_kind(
        BlockKind.HEADING, page(text_lines("Geachte voorzitter,", "", FILLER, "Eind.", "", *rows))
    )
    return [(b.level, b.text) for b in found]


AFTER = [FILLER, "en nog wat."]
LONG = ("Een kop die zo lang is dat deze niet op een enkele regel van de kolom past", "en er dus twee vult")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([("Inleiding", "b"), *AFTER], [(1, "Inleiding")], id="bold"),
        pytest.param([("Inleiding", "i"), *AFTER], [(1, "Inleiding")], id="italic"),
        pytest.param([("1. Inleiding", "b"), *AFTER], [(1, "1. Inleiding")], id="numbered"),
        pytest.param(
            [("Moties", "b"), ("Wonen", "i"), *AFTER, "", ("Zorg", "i"), *AFTER, "", ("Meer", "b"), *AFTER],
            [(1, "Moties"), (2, "Wonen"), (2, "Zorg"), (1, "Meer")],
            id="italic-under-bold",
        ),
        pytest.param(
            [("1. Water", "b"), *AFTER, "", ("1.1 Zoet", "b"), *AFTER, "", ("2. Bodem", "b"), *AFTER],
            [(1, "1. Water"), (2, "1.1 Zoet"), (1, "2. Bodem")],
            id="depth-of-the-number",
        ),
        pytest.param(
            [("1. Water", "b"), ("Problematiek", "b"), *AFTER, "", ("2. Bodem", "b"), *AFTER],
            [(1, "1. Water"), (2, "Problematiek"), (1, "2. Bodem")],
            id="no-number-under-a-number",
        ),
        pytest.param([(LONG[0], "b"), (LONG[1], "b"), *AFTER], [(1, " ".join(LONG))], id="over-two-lines"),
        pytest.param(
            ["Vraag 3, 4 en 5", *AFTER, "", "Antwoord 3, 4 en 5", *AFTER],
            [(1, "Vraag 3, 4 en 5"), (1, "Antwoord 3, 4 en 5")],
            id="question-and-answer",
        ),
        pytest.param(["Stand van zaken", FILLER, "en meer."], [(1, "Stand van zaken")], id="without-a-look"),
        pytest.param([("Energie:", "i"), *AFTER], [(1, "Energie:")], id="with-a-colon"),
        pytest.param([("“Dit is een citaat uit het rapport”", "i"), *AFTER], [], id="quotation"),
        pytest.param([("Dit is een nadrukkelijke zin.", "b"), *AFTER], [], id="sentence"),
        pytest.param([(FILLER, "i"), (FILLER, "i"), *AFTER], [], id="italic-lines"),
        pytest.param([("• Wonen", "b"), ("• Zorg", "b"), *AFTER], [], id="bold-list"),
        pytest.param(
            [("1. Wonen", "b"), ("2. Zorg", "b"), ("3. Werk", "b"), *AFTER], [], id="bold-numbered-list"
        ),
        pytest.param([("Tabel 1: uitgaven", "b"), *AFTER], [], id="caption"),
        pytest.param(
            [(f"{FILLER} en", "b"), (FILLER, "b"), (FILLER, "b"), ("toe", "b"), *AFTER], [], id="bold-text"
        ),
        pytest.param([("zoals gezegd", "i"), *AFTER], [], id="lower-case"),
    ],
)
def test_headings(rows: list[str | tuple[str, Style]], expected: list[tuple[int, str]]) -> None:
    assert headings(*rows) == expected


def test_a_heading_can_be_the_last_line_of_a_page() -> None:
    first = page(text_lines("Geachte voorzitter,", "", FILLER, "Eind.", "", ("Consequenties", "b"), top=700))
    second = page(text_lines(FILLER, "en meer."), 2)
    assert kinds(first, second)[2:] == [("heading", "Consequenties"), ("paragraph", f"{FILLER} en meer.")]


def test_bold_words_that_open_a_paragraph_are_no_heading() -> None:
    rest = "Het kabinet wil meer doen aan de bouw van woningen voor velen van ons"
    rows = text_lines("Geachte voorzitter,", "", FILLER, "Eind.")
    rows.append(side_by_side(line("Wonen.", 260, style="b"), line(rest, 260, x=112)))
    rows += text_lines("in de steden.", top=272)
    assert kinds(page(rows))[-1] == ("paragraph", f"Wonen. {rest} in de steden.")


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        pytest.param(["•", "•"], ["– Eerste punt", "– Tweede punt"], id="bullets"),
        pytest.param(["-", "-"], ["– Eerste punt", "– Tweede punt"], id="dashes"),
        pytest.param(["1.", "2."], ["1. Eerste punt", "2. Tweede punt"], id="numbers"),
        pytest.param(["a)", "b)"], ["a) Eerste punt", "b) Tweede punt"], id="letters"),
        pytest.param(["(i)", "(ii)"], ["(i) Eerste punt", "(ii) Tweede punt"], id="roman"),
    ],
)
def test_list_items(signs: list[str], expected: list[str]) -> None:
    tail = ("dat doorloopt tot aan de rand van de kolom en dan nog een heel", "stuk verder;")
    rows = text_lines("Geachte voorzitter,", "", FILLER, "Het gaat om:")
    for index, (sign, text) in enumerate(zip(signs, ("Eerste punt", "Tweede punt"), strict=True)):
        top = 248 + 24 * index
        rows.append(side_by_side(line(sign, top, 90), line(f"{text} {tail[0]}", top, 114)))
        rows.append(line(tail[1], top + PITCH, 114))
    found = of_kind(BlockKind.LIST_ITEM, page(rows))
    assert [b.text for b in found] == [f"{text} {tail[0]} {tail[1]}" for text in expected]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("81) verzoekt de regering om een onderzoek.", id="bracket-of-the-line-above"),
        pytest.param("2. Dat blijkt uit het onderzoek van vorig jaar.", id="number-in-the-middle"),
        pytest.param("- zoals gezegd - niet meer het geval.", id="dash-in-the-middle"),
    ],
)
def test_running_text_is_no_list_item(row: str) -> None:
    rows = text_lines("Geachte voorzitter,", "", FILLER, f"{FILLER[:-4]} (nr.", row)
    assert of_kind(BlockKind.LIST_ITEM, page(rows)) == []


def ministry_page(number: int, rows: Sequence[Line]) -> Page:
    """A page with a margin column beside the text, on base lines of the text, and a page number."""
    tops = {round(r.top): r for r in rows}
    lines = [r for r in rows if round(r.top) not in {200, 212, 224}]
    for top, label in ((200, "Directie Wonen"), (212, "Ons kenmerk"), (224, "2024-0000112233")):
        margin = line(label, top, 466, size=6.75)
        lines.append(side_by_side(tops[top], margin) if top in tops else margin)
    lines.append(line(f"Pagina {number} van 2", 805, 466, size=6.75))
    return page(lines, number)


def test_the_margin_column_does_not_run_through_the_text() -> None:
    first = ministry_page(1, text_lines("Geachte voorzitter,", "", FILLER, FILLER, FILLER))
    second = ministry_page(2, text_lines(FILLER, FILLER, "en het eind."))
    found = blocks(first, second)
    assert [b.text for b in found if b.kind is BlockKind.PARAGRAPH] == [
        "Geachte voorzitter,",
        " ".join([FILLER] * 5 + ["en het eind."]),
    ]
    heads = [b.text for b in found if b.kind is BlockKind.LETTERHEAD]
    assert "Ons kenmerk" in "\n".join(heads)
    assert sum("2024-0000112233" in head for head in heads) == 1
    assert not any("Pagina" in b.text for b in found)


def test_the_official_layout() -> None:
    left = 221.0
    head = [
        line("Tweede Kamer der Staten-Generaal", 50, 57, "b", 17),
        line("Vergaderjaar 2019–2020", 96, 57),
        side_by_side(line("31 839", 140, 57, "b"), line("Jeugdzorg", 140, left, "b")),
        side_by_side(
            line("Nr. 704", 200, 57, "b"), line("BRIEF VAN DE MINISTER VAN DEFENSIE", 200, left, "b")
        ),
        line("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", 224, left),
        line("Den Haag, 7 november 2019", 248, left),
    ]
    short = "Hier staat gewone tekst, lang genoeg om een regel mee te vullen"
    running = "Tweede Kamer, vergaderjaar 2019–2020, 31 839, nr. 704"
    text = text_lines(short, short, "Einde.", "", short, short, short, top=272, x=left)
    foot = side_by_side(
        line("kst-31839-704", 790, 57, size=5.5), line(running, 790, left), line("1", 790, 535)
    )
    last = text_lines("en dit.", "", "De Minister van Defensie,", "A.B. de Vries", top=60, x=left)
    again = side_by_side(line(running, 790, left), line("2", 790, 535))
    found = kinds(page([*head, *text, foot]), page([*last, again], 2))
    heads = [text for kind, text in found if kind == "letterhead"]
    assert {"31 839 Jeugdzorg", "Nr. 704 BRIEF VAN DE MINISTER VAN DEFENSIE"} <= set(heads)
    assert {"Den Haag, 7 november 2019", "kst-31839-704"} <= set(heads)
    assert heads.count(running) == 1
    assert [pair for pair in found if pair[0] != "letterhead"] == [
        ("paragraph", f"{short} {short} Einde."),
        ("paragraph", f"{short} {short} {short} en dit."),
        ("signature", "De Minister van Defensie,\nA.B. de Vries"),
    ]


NUMBERS = st.floats(min_value=0, max_value=800)
TOKENS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=8)
FORMS = st.sampled_from(["1", "(a)", "•", "-", "De", "Minister", "van", "Defensie,", "Pagina", "en-"])
WORDS = st.builds(
    lambda text, x, top, size, bold, raised: Word(
        text, x, top, x + 4 * len(text), top + size, size, bold, not bold, raised
    ),
    TOKENS | FORMS,
    NUMBERS,
    NUMBERS,
    st.sampled_from([5.0, 6.5, 9.0, 14.0]),
    st.booleans(),
    st.booleans(),
)
RULES = st.builds(
    lambda a, b, c, d: Rule(min(a, c), min(b, d), max(a, c), max(b, d)), NUMBERS, NUMBERS, NUMBERS, NUMBERS
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=30), min_size=1, max_size=3), st.lists(RULES, max_size=6))
def test_any_page_gives_blocks_whose_offsets_lie_in_their_text(
    sheets: list[list[Word]], rules: list[Rule]
) -> None:
    pages = [
        page([Line(w.text, (w,)) for w in words], number, rules) for number, words in enumerate(sheets, 1)
    ]
    for block in blocks(*pages):
        assert all(0 <= at <= len(block.text) for at, _ in (*block.marks, *block.breaks))
        assert re.search(r"\S", block.text)
        assert (block.level > 0) == (block.kind is BlockKind.HEADING)
        assert block.page in range(1, len(pages) + 1)


def test_pages_without_words_give_nothing() -> None:
    assert blocks(page([])) == []
