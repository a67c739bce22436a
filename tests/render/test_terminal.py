"""What stands on the screen, at the widths that screens have."""

import re

import pytest

from letteranalyser.models.analysis import Analysis, Chamber, Failure, LetterHead
from letteranalyser.render import collection_report, terminal
from letteranalyser.render.choices import KINDS
from letteranalyser.render.letter_report import alignment, letter_report
from letteranalyser.render.report import Cell, Report
from letteranalyser.render.wording import addressee

ESCAPE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def shown(letter: Analysis, width: int, *, colour: bool = False) -> str:
    return terminal.render(letter_report(letter, KINDS), width, colour=colour)


@pytest.mark.parametrize("width", [50, 60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_screen(letter: Analysis, width: int) -> None:
    lines = shown(letter, width).splitlines()
    assert max(len(line) for line in lines) <= min(width, terminal.WIDEST)
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_word_is_cut(letter: Analysis, width: int) -> None:
    words = set(shown(letter, width).split())
    said = [row.evidence.text for row in letter.alignment] + [item.text for item in letter.commitments]
    said += [section.heading for section in letter.sections if section.heading]
    assert {word for text in said for word in text.split()} <= words


def test_the_letter_comes_first_and_the_alignment_next(letter: Analysis) -> None:
    text = shown(letter, 80)
    places = [
        text.index(words)
        for words in (
            "brieven/veren.pdf",
            "A.B. Cornelissen – Minister van Waterwegen",
            "de Voorzitter van de Tweede Kamer",
            "3 November 2020, Den Haag",
            "31999-X, nr. 14 – Veren",
            "Reactie op de nota over veerdiensten",
            "3 pages, 2 sections, 1 footnote",
            "ALIGNMENT",
            "MOTIONS",
            "COMMITMENTS",
            "AMOUNTS",
            "OPERATIONS",
            "ACTORS",
            "REFERENCES",
            "no text on this page (page 2) – run OCR",
        )
    ]
    assert places == sorted(places)


def test_the_alignment_table(letter: Analysis) -> None:
    text = shown(letter, 120)
    table = text[text.index("ALIGNMENT") : text.index("MOTIONS")]
    assert table == (
        "ALIGNMENT  1 existing policy · 1 aligned · 1 conditional · 1 rejected\n"
        "What                           Where            Position         The cabinet says                                   Page\n"
        f"{'─' * 120}\n"
        "Sluiting van alle                               rejected         Sluiting van alle veerdiensten is geen onderdeel      1\n"
        "veerdiensten                                                     van het kabinetsbeleid.\n"
        "\n"
        "Veerdiensten op de Westerschelde\n"
        "the section as a whole                          existing policy  Het openhouden van veerdiensten is staand             2\n"
        "                                                                 kabinetsbeleid.\n"
        "motie-De Wit c.s.              31999-X, nr. 12  aligned          De motie-De Wit c.s. sluit hier dan ook bij aan.      2\n"
        "\n"
        "Arbeidsongeschiktheidsverzekeringsvoorwaarden voor schippers\n"
        "motie-De Wit c.s.              31999-X, nr. 12  conditional      Afhankelijk van het advies van de                     3\n"
        "                                                                 Sociaal-Economische Raad kan dit onderdeel van de\n"
        "                                                                 motie-De Wit c.s. worden overgenomen.\n"
        "\n"
    )


def test_on_a_narrow_screen_the_kamerstuk_stands_under_the_motion(letter: Analysis) -> None:
    text = shown(letter, 80)
    table = text[text.index("ALIGNMENT") : text.index("MOTIONS")]
    assert "What, where " in table
    assert re.search(r"^motie-De Wit c\.s\. +conditional .*\n31999-X, nr\. 12 ", table, re.MULTILINE)


@pytest.mark.parametrize(
    ("target", "place"),
    [
        pytest.param(
            "motie van de leden De Wit (SP) en Ter Horst (VVD)", "31999-X, nr. 12", id="in brackets behind it"
        ),
        pytest.param("de nota over veerdiensten", "31999-X, nr. 7", id="in a footnote to it"),
        pytest.param("Het openhouden van veerdiensten", "", id="near miss: nothing cited"),
        pytest.param("Hierbij reageer ik", "", id="near miss: cited further on"),
    ],
)
def test_where_one_reads_what_is_answered(letter: Analysis, target: str, place: str) -> None:
    row = letter.alignment[0].model_copy(update={"target": target})
    made = alignment(letter.model_copy(update={"alignment": (row,)}))
    assert made.columns[1].title == "Where"
    assert made.rows[0].cells[1].text == place


@pytest.mark.parametrize(
    ("words", "chamber", "named"),
    [
        ("uw Kamer", Chamber.TWEEDE_KAMER, "Tweede Kamer"),
        ("u", Chamber.EERSTE_KAMER, "Eerste Kamer"),
        ("de Tweede Kamer", Chamber.EERSTE_KAMER, "Tweede Kamer"),
        ("u", None, ""),
        ("het lid De Wit", Chamber.TWEEDE_KAMER, "lid De Wit"),
        ("de vaste commissie voor Defensie", Chamber.TWEEDE_KAMER, "vaste commissie voor Defensie"),
        ("beide Kamers", None, "beide Kamers"),
    ],
)
def test_to_whom_something_is_promised(words: str, chamber: Chamber | None, named: str) -> None:
    assert addressee(words, LetterHead(chamber=chamber)) == named


def test_findings_are_put_into_words(letter: Analysis) -> None:
    text = shown(letter, 120)
    assert re.search(
        r"De Wit \(SP\) and Ter Horst \(VVD\) +31999-X, nr\. 12 +aligned \(1\), conditional \(1\) +2 +1-2",
        text,
    )
    assert re.search(r"vóór de zomer van +2021-06-20 +3", text)
    assert re.search(r"people +2 +De Wit ×3, Ter Horst", text)
    assert re.search(
        r"40 procent +Zie Kamerstuk 31 999-X, nr\. 7, waarin 40 procent wordt genoemd\. +1", text
    )


def test_a_sentence_with_two_amounts_stands_there_once(letter: Analysis) -> None:
    assert shown(letter, 120).count("Voor het Programma Veren is in 2020") == 1


def test_kamerstukken_are_links(letter: Analysis) -> None:
    url = "https://zoek.officielebekendmakingen.nl/kst-31999-X-12"
    text = shown(letter, 120, colour=True)
    assert re.search(rf"\x1b\]8;id=[^;]*;{url}\x1b\\[^\x1b]*(\x1b\[[0-9;]*m)*Kamerstuk 31999-X, nr. 12", text)
    # In the alignment twice, in the motions and in the references.
    assert text.count(url) == 4


def test_positions_are_in_colour(letter: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    text = shown(letter, 80, colour=True)
    assert "\x1b[1;31mrejected" in text
    assert "\x1b[32maligned" in text


def test_colour_changes_nothing_of_the_layout(letter: Analysis) -> None:
    coloured = ESCAPE.sub("", shown(letter, 80, colour=True))
    plain = shown(letter, 80)
    assert "\x1b" not in plain
    assert [line.rstrip() for line in coloured.splitlines()] == plain.splitlines()


def test_empty_tables_are_left_out(bare: Analysis) -> None:
    text = shown(bare, 80)
    assert "ALIGNMENT" not in text
    assert "From" not in text
    assert "found no alignment, motions, commitments" in " ".join(text.split())


def test_the_words_of_a_letter_cannot_steer_the_terminal(letter: Analysis) -> None:
    wild = letter.model_copy(
        update={"letter": letter.letter.model_copy(update={"subject": "x\x1b]0;titel\x07y [bold]vet[/bold]"})}
    )
    text = shown(wild, 80)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "x ]0;titel y [bold]vet[/bold]" in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_many_letters(letter: Analysis, failure: Failure, width: int) -> None:
    counts = ("alignment", "motions", "commitments")
    entries = [
        collection_report.entry(record, ("alignment",), counts) for record in (letter, failure, letter)
    ]
    text = terminal.render(collection_report.collection_report(entries, counts), width, colour=False)
    assert max(len(line) for line in text.splitlines()) <= width
    said = " ".join(text.split())
    assert "LETTERS 3 letters · 2 motions · 8 positions · 2 commitments" in said
    assert "geheim.pdf" in said
    assert "it has a password" in said
    assert "ALIGNMENT 2 existing policy · 2 aligned · 2 conditional · 2 rejected" in said
    row = (
        r"2020-11-03  brieven/veren.pdf .* 1 +4 +1\n" if width > 60 else r"2020-11-03  brieven/ .* 1 +4 +1\n"
    )
    assert len(re.findall(row, text)) == 2


def test_a_word_wider_than_the_screen_is_left_to_the_terminal() -> None:
    report = Report(title="a" * 100, facts=(("Subject", Cell("kort")),))
    assert "a" * 100 in terminal.render(report, 40, colour=False)


def test_columns_without_anything_in_them_are_left_out(letter: Analysis) -> None:
    rows = tuple(
        row.model_copy(update={"evidence": row.evidence.model_copy(update={"page": None})})
        for row in letter.alignment
    )
    paged = shown(letter, 80)
    unpaged = shown(letter.model_copy(update={"alignment": rows}), 80)
    assert "Page" in paged.partition("MOTIONS")[0]
    assert "Page" not in unpaged.partition("MOTIONS")[0]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("motie-De Wit c.s.", "motie-De Wit c.s."),
        ("motie van de leden De Wit (SP) en Ter Horst (VVD) over veren", "motie-De Wit/Ter Horst"),
        ("die motie", "motie-De Wit/Ter Horst"),
        ("heeft het lid De Wit bij motie bepleit", "motie-De Wit/Ter Horst"),
    ],
)
def test_a_motion_is_called_by_its_movers(letter: Analysis, target: str, expected: str) -> None:
    row = letter.alignment[2].model_copy(update={"target": target})
    text = shown(letter.model_copy(update={"alignment": (row,)}), 120)
    assert re.search(rf"^{re.escape(expected)} +31999-X, nr\. 12 +aligned ", text, re.MULTILINE)
