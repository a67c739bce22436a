"""A motion or note beside a letter: its requests, and what the letter says to each."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.against import answers_to, find_requests
from letteranalyser.against.matching import terms
from letteranalyser.align import align
from letteranalyser.link import link
from letteranalyser.models.against import Answered
from letteranalyser.models.letter import Letter
from letteranalyser.pipeline import NEEDS
from letteranalyser.read import read
from letteranalyser.split import split
from letteranalyser.tag import tag

SAMPLES = Path(__file__).parents[2] / "samples"
PAIRS: list[dict[str, Any]] = tomllib.loads((SAMPLES / "against/expected.toml").read_text(encoding="utf-8"))[
    "pair"
]


@pytest.mark.parametrize(
    "form", ["text/{}.txt", "kamerstuk/{}.pdf", "word/{}.docx"], ids=["text", "pdf", "word"]
)
@pytest.mark.parametrize("pair", PAIRS, ids=[pair["note"] for pair in PAIRS])
def test_a_pair(pair: dict[str, Any], form: str) -> None:
    note = split(read((SAMPLES / "against" / pair["note"]).read_bytes()))
    letter = split(read((SAMPLES / form.format(pair["letter"])).read_bytes()))
    rows = align(letter, link(letter, tag(letter, NEEDS["alignment"])))
    found = answers_to(find_requests(note), letter, rows)
    assert [answer.request.text for answer in found] == [want["request"] for want in pair["answers"]]
    for answer, want in zip(found, pair["answers"], strict=True):
        assert note.text[answer.request.start : answer.request.end] == answer.request.text
        assert [(row.about.value, row.position.value) for row in answer.rows] == [
            (about, position) for about, position, _ in want["rows"]
        ]
        for row, (_, _, begins) in zip(answer.rows, want["rows"], strict=True):
            assert row.evidence.text.startswith(begins)
        assert answer.answered is (Answered.ANSWERED if want["rows"] else Answered.UNANSWERED)


REQUESTS = [
    pytest.param(
        "verzoekt de regering de leges te verlagen,\nen gaat over tot de orde van de dag.",
        ["de leges te verlagen"],
        id="a motion",
    ),
    pytest.param(
        "verzoekt de regering om het fonds te vullen; roept de regering op de wet te evalueren,",
        ["het fonds te vullen", "de wet te evalueren"],
        id="two addresses of a dictum",
    ),
    pytest.param(
        "verzoekt de regering:\n- een meldpunt in te richten;\n- de Kamer jaarlijks te informeren,\nen gaat over tot de orde van de dag.",
        ["een meldpunt in te richten", "de Kamer jaarlijks te informeren"],
        id="a list in a dictum",
    ),
    pytest.param(
        "## Voorstel 1: meer groen\nBomen geven schaduw.\n## Voorstel 2: minder steen\nSteen is heet.\n## Financiën\nHet kost wat.",
        ["Voorstel 1: meer groen", "Voorstel 2: minder steen"],
        id="headings of a note",
    ),
    pytest.param(
        "Steden worden heter. Wij stellen voor om per wijk duizend bomen te planten. Bomen geven schaduw.",
        ["Wij stellen voor om per wijk duizend bomen te planten"],
        id="a sentence of a note",
    ),
    pytest.param(
        "De fractie doet de volgende voorstellen:\n- een verbod op tegels in tuinen\n- een subsidie voor groene daken",
        ["een verbod op tegels in tuinen", "een subsidie voor groene daken"],
        id="a list of a note",
    ),
    pytest.param("Steden worden heter. Bomen geven schaduw.", [], id="nothing asked"),
    pytest.param(
        "overwegende dat de regering verzoeken krijgt om steun;", [], id="near miss: verzoeken as a noun"
    ),
]


@pytest.mark.parametrize(("text", "requests"), REQUESTS)
def test_requests(text: str, requests: list[str], letter_of: Callable[[str], Letter]) -> None:
    assert [span.text for span in find_requests(letter_of(text))] == requests


def test_a_letter_that_speaks_of_a_request_without_a_position(letter_of: Callable[[str], Letter]) -> None:
    note = letter_of("verzoekt de regering het onderhoud van historische molens te bekostigen,")
    letter = letter_of(
        "Nederland telt nog duizend historische molens. Het onderhoud daarvan bekostigen hun eigenaren."
    )
    (answer,) = answers_to(find_requests(note), letter, [])
    assert answer.answered is Answered.NO_POSITION
    assert answer.passage is not None
    assert answer.rows == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vertrouwenspersoon", "vertrouwenspersonen"),
        ("brief", "brieven"),
        ("huis", "huizen"),
        pytest.param(
            "grens",
            "grenzen",
            marks=pytest.mark.xfail(reason="the stemmer takes the s of grens for a plural"),
        ),
    ],
)
def test_inflection_does_not_part_words(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@given(st.text(max_size=80), st.text(max_size=80))
def test_never_raises(one: str, other: str) -> None:
    from letteranalyser.models.layout import Block, BlockKind, Document

    note, letter = (
        split(
            Document(
                "text/plain", blocks=(Block(BlockKind.PARAGRAPH, f"verzoekt de regering {text} te doen"),)
            )
        )
        for text in (one, other)
    )
    for answer in answers_to(find_requests(note), letter, ()):
        assert 0 <= answer.score <= 1
