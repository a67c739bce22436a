"""Motions by a number without ``nr.``: ``motie 411``, ``motie-Jansen (411)``; and what is no number of a motion."""

import pytest

from letteranalyser.tag.motions import motions_in


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Motie 411 ontraad ik.", [("Motie 411", "411", [])]),
        ("de motie 411 over wind op zee", [("motie 411", "411", [])]),
        ("de aangehouden motie 411", [("aangehouden motie 411", "411", [])]),
        ("motie 411 van het lid Jansen", [("motie 411 van het lid Jansen", "411", ["Jansen"])]),
        ("motie 12 is ontijdig", [("motie 12", "12", [])]),
        ("De moties 411 en 412 ontraad ik.", [("moties 411", "411", []), ("412", "412", [])]),
        ("moties 61, 62 en 70", [("moties 61", "61", []), ("62", "62", []), ("70", "70", [])]),
        (
            "de moties 411 t/m 413",
            [("moties 411 t/m 413", "411", []), ("411 t/m 413", "412", []), ("411 t/m 413", "413", [])],
        ),
        ("meer moties 2019 en 2020", []),
        ("meer moties 12 en 13 maart", []),
        ("in moties 10 en 20%", []),
        ("van alle ingediende moties 40 aangenomen en 12 verworpen", []),
        # Years, dates, counts, dossiers, list numbers.
        ("een motie 2024", []),
        ("een motie 12 maart", []),
        ("een motie 75 stemmen", []),
        ("een motie 14 dagen later", []),
        ("een motie 30 821", []),
        ("een motie 12,5 procent", []),
        ("een motie 12%", []),
        ("een motie 12-14", []),
        ("Motie 3", []),
        ("motie 2019 van het lid Jansen", [("motie 2019 van het lid Jansen", None, ["Jansen"])]),
    ],
)
def test_number_right_behind_the_word(text: str, mentions: list[tuple[str, str | None, list[str]]]) -> None:
    assert [
        (text[m.start : m.end], m.number, [mover.name for mover in m.movers]) for m in motions_in(text)
    ] == mentions


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("De motie-Jansen (411) ontraad ik.", ["411"]),
        ("de motie van het lid Jansen (VVD) (411)", ["411"]),
        ("de motie-Jansen c.s. (411) over wind", ["411"]),
        ("de motie-Jansen (411) en de motie-De Vries (412)", ["411", "412"]),
        ("de moties-Jansen (411) en De Vries (412)", ["411", "412"]),
        # A year, a footnote mark, a date, a dossier with its number (which is for the linker).
        ("de motie-Jansen (2024)", [None]),
        ("de motie-Jansen (1)", [None]),
        ("de motie-Jansen (12 maart)", [None]),
        ("de motie-Jansen (30 821)", [None]),
        ("de motie-Jansen (30 821, nr. 5)", [None]),
    ],
)
def test_number_alone_in_a_bracket(text: str, numbers: list[str | None]) -> None:
    assert [m.number for m in motions_in(text)] == numbers


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("“Bij motie heeft het lid Jansen verzocht om wind.", "Bij motie heeft het lid Jansen verzocht"),
        ("Het lid Jansen heeft (bij motie) verzocht om wind.", "Het lid Jansen heeft (bij motie) verzocht"),
    ],
)
def test_bij_motie_behind_a_quotation_mark_or_bracket(text: str, mention: str) -> None:
    assert [text[m.start : m.end] for m in motions_in(text)] == [mention]
