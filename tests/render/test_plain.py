"""Text for a pipe: a row a line."""

from letteranalyser.models.analysis import Analysis
from letteranalyser.render import plain
from letteranalyser.render.choices import KINDS
from letteranalyser.render.letter_report import letter_report


def shown(letter: Analysis) -> list[str]:
    return plain.render(letter_report(letter, KINDS)).splitlines()


def test_a_position_is_one_line_however_long(letter: Analysis) -> None:
    [line] = [line for line in shown(letter) if "Sociaal-Economische" in line]
    assert line.split("\t") == [
        "Arbeidsongeschiktheidsverzekeringsvoorwaarden voor schippers",
        "motie-De Wit c.s.",
        "31999-X, nr. 12",
        "conditional",
        letter.alignment[3].evidence.text,
        "3",
    ]


def test_tables_have_a_title_and_a_heading_for_each_column(letter: Analysis) -> None:
    lines = shown(letter)
    title = lines.index("Alignment: 1 existing policy, 1 aligned, 1 conditional, 1 rejected")
    assert lines[title - 1] == ""
    assert lines[title + 1].split("\t") == [
        "Section",
        "What",
        "Where",
        "Position",
        "The cabinet says",
        "Page",
    ]


def test_rows_have_the_cells_of_their_table(letter: Analysis) -> None:
    """Only empty cells at the end are left away."""
    for block in "\n".join(shown(letter)).split("\n\n")[1:-1]:
        _, header, *rows = block.splitlines()
        assert all(len(row.split("\t")) <= len(header.split("\t")) for row in rows)


def test_nothing_but_text(letter: Analysis) -> None:
    text = "\n".join(shown(letter))
    assert "\x1b" not in text
    assert not set(text) & set("─│┌┐└┘━┃╭╮╰╯")


def test_the_head_of_the_letter(letter: Analysis) -> None:
    assert shown(letter)[:4] == [
        "File\tbrieven/veren.pdf",
        "From\tA.B. Cornelissen (Minister van Waterwegen en Veerdiensten)",
        "To\tde Voorzitter van de Tweede Kamer",
        "Date\t3 November 2020, Den Haag",
    ]
