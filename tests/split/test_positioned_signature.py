"""Signatures among the rows of a letter."""

import pytest

from letteranalyser.models.layout import Word
from letteranalyser.split.positioned.rows import Row
from letteranalyser.split.positioned.signature import find_signatures, signature_blocks

SIZE, LEFT, RIGHT = 9.0, 80.0, 458.0
BEFORE = "Het kabinet stuurt uw Kamer voor de zomer een brief over dit onderwerp en alles wat erbij hoort."


def row(text: str, top: float, *, number: int = 1) -> Row:
    """A row; pieces with a bar between them stand side by side."""
    words: list[Word] = []
    for column, part in enumerate(text.split("|")):
        x = LEFT + 200 * column
        for token in part.split():
            words.append(Word(token, x, top, x + 4.5 * len(token), top + SIZE, SIZE, False, False, False))
            x = words[-1].x1 + 3
    return Row(number, tuple(words), limit=RIGHT)


def letter(*lines: str) -> list[Row]:
    """Rows under each other after a sentence and a blank line; an empty line leaves room."""
    rows = [row(BEFORE, 100)]
    return rows + [row(text, 124 + 12 * index) for index, text in enumerate(lines) if text]


def signed(*lines: str) -> list[str]:
    rows = letter(*lines)
    return [
        block.text for a, b in find_signatures(rows) for block in signature_blocks(rows[a:b], frozenset())
    ]


FINANCE, DEFENCE = "De Minister van Financiën,", "De Staatssecretaris van Defensie,"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([FINANCE, "W.B. Jansen"], [f"{FINANCE}\nW.B. Jansen"], id="office-and-name"),
        pytest.param(
            ["W.B. Jansen", "Minister van Financiën"],
            ["W.B. Jansen\nMinister van Financiën"],
            id="name-and-office",
        ),
        pytest.param(
            ["DE MINISTER VAN FINANCIËN,", "", "", "", "drs. W.B. Jansen"],
            ["DE MINISTER VAN FINANCIËN,\ndrs. W.B. Jansen"],
            id="capitals-with-room-to-sign",
        ),
        pytest.param(
            ["De Minister van Onderwijs, Cultuur en", "Wetenschap,", "W.B. Jansen"],
            ["De Minister van Onderwijs, Cultuur en Wetenschap,\nW.B. Jansen"],
            id="office-on-two-lines",
        ),
        pytest.param(
            [FINANCE, "W.B. Jansen", "", DEFENCE, "C. de Vries"],
            [f"{FINANCE}\nW.B. Jansen", f"{DEFENCE}\nC. de Vries"],
            id="two-signatories",
        ),
        pytest.param(
            ["W.B. Jansen", "Minister van Financiën", "", "C. de Vries", "Staatssecretaris van Defensie"],
            ["W.B. Jansen\nMinister van Financiën", "C. de Vries\nStaatssecretaris van Defensie"],
            id="two-signatories-names-first",
        ),
        pytest.param(
            [f"{FINANCE}|{DEFENCE}", "", "", "W.B. Jansen|C. de Vries"],
            [f"{FINANCE}\nW.B. Jansen", f"{DEFENCE}\nC. de Vries"],
            id="side-by-side",
        ),
        pytest.param(
            [f"de minister voor Wonen|{DEFENCE}", "en Bouwen,", "", "W.B. Jansen|C. de Vries"],
            ["de minister voor Wonen en Bouwen,\nW.B. Jansen", f"{DEFENCE}\nC. de Vries"],
            id="side-by-side-office-on-two-lines",
        ),
        pytest.param(["Hoogachtend,", "", FINANCE], [FINANCE], id="name-is-a-picture"),
        pytest.param(["Hoogachtend,", "", "W.B. Jansen"], ["W.B. Jansen"], id="name-alone-under-the-closing"),
        pytest.param([FINANCE, "en de Kamer spraken hierover."], [], id="sentence-after-the-office"),
        pytest.param(["De Minister van Financiën heeft dat toegezegd.", "W.B. Jansen"], [], id="sentence"),
        pytest.param(["W.B. Jansen", "C. de Vries"], [], id="names-only"),
        pytest.param(["Financiën", "Defensie"], [], id="ministries"),
    ],
)
def test_signatures(lines: list[str], expected: list[str]) -> None:
    assert signed(*lines) == expected


def test_an_office_and_name_at_a_line_end_in_running_text_are_no_signature() -> None:
    full = "Dat is besproken met onze collega, en ook met al die anderen die erbij waren, zo meldt"
    rows = [row(full, 100), row("De Minister van Financiën,", 112), row("W.B. Jansen", 124)]
    assert find_signatures(rows) == []


def test_what_follows_the_signature_is_left() -> None:
    rows = letter(FINANCE, "W.B. Jansen", "", "", "Bijlage 1: overzicht van moties")
    assert find_signatures(rows) == [(1, 3)]


def test_a_signature_goes_on_over_a_page() -> None:
    rows = [*letter(FINANCE), row("W.B. Jansen", 80, number=2)]
    assert find_signatures(rows) == [(1, 3)]
