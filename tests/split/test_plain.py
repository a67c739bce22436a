import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letteranalyser.models.layout import Block, BlockKind
from letteranalyser.models.letter import Letter, ParagraphKind
from letteranalyser.read.text import read_text
from letteranalyser.split import split
from letteranalyser.split.plain import plain_blocks

HEAD = "Den Haag, 3 maart 2016\n\n"
LONG = (
    "De gemeenten hebben in het afgelopen jaar veertig plannen ingediend voor de bouw van nieuwe woningen langs "
    "het spoor. Daarvan zijn er twaalf goedgekeurd en drie afgewezen, omdat de kosten te hoog waren voor het rijk."
)
FEET = [
    pytest.param("Tweede Kamer, vergaderjaar 2015–2016, 31 293, nr. 24 1", id="press"),
    pytest.param(
        "kst-31293-24 ISSN 0921 - 7371 ’s-Gravenhage 2016\nTweede Kamer, vergaderjaar 2015–2016, 31 293, nr. 24 1",
        id="press-first",
    ),
    pytest.param("KST56813\nISSN 0921 - 7371\nSdu Uitgevers\n’s-Gravenhage 2016", id="press-old"),
    pytest.param("Pagina 1 van 2", id="ministry"),
    pytest.param(
        "Pagina 1 van 2\n\nDirectoraat-Generaal Bouwen\nDatum\n3 maart 2016\nOns kenmerk\n2016-0000123",
        id="ministry-margin",
    ),
]


def letter(text: str) -> Letter:
    return split(read_text(text.encode()))


def paragraphs(text: str, kind: ParagraphKind = ParagraphKind.PARAGRAPH) -> list[str]:
    found = letter(HEAD + text)
    return [found.text[p.start : p.end] for p in found.paragraphs if p.kind is kind]


def headings(text: str) -> list[str]:
    return [s.heading for s in letter(HEAD + text).sections if s.heading]


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize(
    ("before", "after"), [("\n\n", "\n\n"), ("\n", "\n"), ("\n", "\n\n"), ("\n\n", "\n")]
)
def test_a_foot_breaks_no_paragraph(foot: str, before: str, after: str) -> None:
    lines = textwrap.wrap(LONG, 72)
    text = "\n".join(lines[:2]) + before + foot + after + "\n".join(lines[2:]) + "\n"
    assert paragraphs(text) == [LONG]


def test_a_word_broken_by_a_foot_is_whole() -> None:
    text = "De plannen van alle gemeen-\n\nPagina 1 van 2\n\nten zijn goedgekeurd.\n"
    assert paragraphs(text) == ["De plannen van alle gemeenten zijn goedgekeurd."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Woningen\n\n{LONG}\n", ["Woningen"], id="alone"),
        pytest.param(f"Moties\n\nWoningen\n\n{LONG}\n", ["Moties", "Woningen"], id="stacked"),
        pytest.param(
            f"1. Woningen\n\n{LONG}\n\n2. Wegen\n\n{LONG}\n", ["1. Woningen", "2. Wegen"], id="numbered"
        ),
        pytest.param(f"Hoe verder?\n\n{LONG}\n", ["Hoe verder?"], id="question"),
        pytest.param(f"Ad 1. Woningen\n\n{LONG}\n", ["Ad 1. Woningen"], id="ad"),
        pytest.param(f"Motie-Bakker c.s.\n\n{LONG}\n", ["Motie-Bakker c.s."], id="ends-with-abbreviation"),
        pytest.param(f"Energie:\n\n{LONG}\n", ["Energie:"], id="colon"),
        pytest.param(f"De maatregelen zijn:\n\n{LONG}\n", [], id="not-a-lead-in"),
        pytest.param(f"Dit is een korte zin.\n\n{LONG}\n", [], id="not-a-sentence"),
        pytest.param(f"1. appels\n2. peren\n\n{LONG}\n", [], id="not-a-list"),
        pytest.param(f"Tabel 1. Woningen\n\n{LONG}\n", [], id="not-a-caption"),
        pytest.param(f"{LONG}\n\nLosse regel aan het eind\n", [], id="not-the-last-line"),
    ],
)
def test_headings(text: str, expected: list[str]) -> None:
    assert headings(text) == expected


def test_a_heading_without_a_blank_line_below() -> None:
    wrapped = "\n".join(textwrap.wrap(LONG, 72))
    assert headings(f"{wrapped}\n\nWoningen langs het spoor\n{wrapped}\n") == ["Woningen langs het spoor"]


def test_a_heading_over_two_lines() -> None:
    wrapped = "\n".join(textwrap.wrap(LONG, 72))
    heading = "Bouw van nieuwe woningen langs het spoor in gemeenten met een groot\ntekort aan woningen"
    assert headings(f"{wrapped}\n\n{heading}\n\n{wrapped}\n") == [heading.replace("\n", " ")]


def test_levels() -> None:
    found = letter(f"{HEAD}{LONG}\n\n1. Bouwen\n\n1.1 Woningen\n\n{LONG}\n\n2. Wegen\n\n{LONG}\n")
    assert [(s.heading, s.level) for s in found.sections[1:]] == [
        ("1. Bouwen", 1),
        ("1.1 Woningen", 2),
        ("2. Wegen", 1),
    ]


@pytest.mark.parametrize("bullet", ["–", "-", "•", "▪"])
def test_list_items(bullet: str) -> None:
    text = f"Het gaat om drie punten:\n{bullet} woningen;\n{bullet} wegen; en\n{bullet} water.\n"
    assert paragraphs(text, ParagraphKind.LIST_ITEM) == [
        f"{bullet} woningen;",
        f"{bullet} wegen; en",
        f"{bullet} water.",
    ]


def test_a_table() -> None:
    text = "Tabel 1. Woningen\n                 2015       2016\nUtrecht          400        500\nZeeland          20         30\n"
    assert paragraphs(text, ParagraphKind.TABLE_ROW) == [
        "\t2015\t2016",
        "Utrecht\t400\t500",
        "Zeeland\t20\t30",
    ]
    found = letter(HEAD + text)
    assert next(p.heads for p in found.paragraphs if p.kind is ParagraphKind.TABLE_ROW and p.heads) == (
        None,
        "2015",
        "2016",
    )


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        pytest.param("¹", "1", id="raised"),
        pytest.param("¹", "¹", id="raised-note"),
        pytest.param("1", "1", id="figure"),
        pytest.param("[1]", "[1]", id="brackets"),
    ],
)
def test_footnotes(mark: str, note: str) -> None:
    found = letter(
        f"{HEAD}Dit staat in de brief.{mark} Daarna volgt meer.\n\n{note} Kamerstuk 31 293, nr. 5.\n\nPagina 1 van 2\n"
    )
    assert found.text == "Dit staat in de brief. Daarna volgt meer."
    assert [(n.marker, n.text, n.anchor) for n in found.footnotes] == [("1", "Kamerstuk 31 293, nr. 5.", 22)]


@pytest.mark.parametrize("word", ["CO2", "m2", "D66", "€ 1", "in 2011", "artikel 1", "nr. 1"])
def test_no_footnote_no_mark(word: str) -> None:
    assert paragraphs(f"Dit gaat over {word} en meer.\n") == [f"Dit gaat over {word} en meer."]


def test_figures_that_are_no_marks_stay_beside_one_that_is() -> None:
    found = letter(
        f"{HEAD}De CO2-heffing en CO2 dalen.2 Dat blijft.\n\n1 Kamerstuk 31 293, nr. 4.\n2 Kamerstuk 31 293, nr. 5.\n"
    )
    assert "CO2-heffing en CO2 dalen. Dat" in found.text


@pytest.mark.parametrize(
    "signature",
    [
        pytest.param("De Minister van Wonen,\nA.B. Bakker", id="office-first"),
        pytest.param("DE MINISTER VAN WONEN,\n\n\nA.B. Bakker", id="room-to-sign"),
        pytest.param("Hoogachtend,\n\n\nA.B. Bakker\nMinister van Wonen", id="name-first"),
    ],
)
def test_signature(signature: str) -> None:
    found = letter(f"{HEAD}{LONG}\n\n{signature}\n")
    assert [(s.name, s.function) for s in found.head.senders] == [("A.B. Bakker", "Minister van Wonen")]
    assert "A.B. Bakker" in found.text


def test_one_line_with_two_signatories() -> None:
    found = letter(f"{HEAD}{LONG}\n\nDe Minister van Wonen, A.B. Bakker De Minister van Water, C. de Vries\n")
    assert [s.name for s in found.head.senders] == ["A.B. Bakker", "C. de Vries"]


def test_signatures_beside_each_other() -> None:
    found = letter(
        f"{HEAD}{LONG}\n\nDe Minister van Wonen,       De Minister van Water,\n\nA.B. Bakker                  C. de Vries\n"
    )
    assert [(s.name, s.function) for s in found.head.senders] == [
        ("A.B. Bakker", "Minister van Wonen"),
        ("C. de Vries", "Minister van Water"),
    ]


def test_prose_that_opens_like_a_salutation_is_none() -> None:
    text = "Dit is een besluit van\nwaarde dat wij nemen met het oog op de toekomst van het land.\n"
    assert paragraphs(text) == [
        "Dit is een besluit van waarde dat wij nemen met het oog op de toekomst van het land."
    ]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "",
                "Moties",
                "– een",
                "1 Kamerstuk",
                "Pagina 1 van 2",
                "Datum",
                "De Minister van X,",
                "a  b  c",
                LONG,
                "\f",
            ]
        ),
        max_size=14,
    )
)
def test_any_lines_give_offsets_that_are_right(lines: list[str]) -> None:
    data = "\n".join([*lines, "slot"]).encode()
    found = split(read_text(data))
    assert all(0 <= p.start < p.end <= len(found.text) for p in found.paragraphs)
    assert all(
        found.paragraphs[s.paragraph].start <= s.start < s.end <= found.paragraphs[s.paragraph].end
        for s in found.sentences
    )
    assert all(s.heading is None or found.text.startswith(s.heading, s.start) for s in found.sections)
    assert all(n.anchor is None or 0 <= n.anchor <= len(found.text) for n in found.footnotes)


def test_no_pages_no_blocks() -> None:
    assert plain_blocks(()) == ()


def test_letterhead_is_kept_out_of_the_text() -> None:
    blocks: tuple[Block, ...] = plain_blocks(
        read_text(f"Betreft Woningen\n\nGeachte voorzitter,\n\n{LONG}\n".encode()).pages
    )
    assert [b.text for b in blocks if b.kind is BlockKind.LETTERHEAD] == ["Betreft Woningen"]
