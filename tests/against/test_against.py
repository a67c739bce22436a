"""A motion or note beside a letter: its requests, and what the letter says to each."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.against import answers_to, find_requests
from letteranalyser.against.words import alike, words
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


def one_word(one: str, other: str) -> bool:
    """Whether two words count as the same."""
    (first,), (second,) = words([one, other])
    return any(alike(a, b) for a in first for b in second)


SAME = [
    "vertrouwenspersoon/vertrouwenspersonen",
    "brief/brieven",
    "huis/huizen",
    "grens/grenzen",
    "stad/steden",
    "schip/schepen",
    "kind/kinderen",
    "kiezen/gekozen",
    "verbieden/verboden",
    "verduurzamen/verduurzaming",
    "bewaken/bewaking",
    "betalen/betaling",
    "vergoeden/vergoeding",
    "uitbreiden/uitbreiding",
    "financieren/financiering",
    "controle/controleren",
    "subsidie/subsidiëren",
    "industrie/industriële",
    "gemeente/gemeentelijk",
    "veilig/veiligheid",
    "toezicht/toezichthouder",
    "migratie/migratiebeleid",
    "beleid/migratiebeleid",
    "onderhoud/brugonderhoud",
    "leraren/basisschoolleraren",
]
OTHER = [
    "verhuur/verhuizing",
    "landelijk/landbouw",
    "onderwijs/onderzoek",
    "veiling/veilig",
    "provincie/provisie",
    "verlagen/verlangen",
    "bewaren/bewaking",
    "beleid/beleven",
    "vergoeding/vergoding",
    "kosten/kostbaar",
    "subsidie/subsidiair",
    "leraar/leerling",
    "bedrijf/bedreiging",
    "vervoer/vervolg",
    "gezin/gezindheid",
]
NOT_JOINED = [
    "registreren/registratie",
    "evalueren/evaluatie",
    "organiseren/organisatie",
    "Europa/Europese",
    "provincie/provinciale",
]


@pytest.mark.parametrize(
    "pair",
    [
        *SAME,
        *(
            pytest.param(p, marks=pytest.mark.xfail(reason="loan words change their stem", strict=True))
            for p in NOT_JOINED
        ),
    ],
)
def test_one_word_in_two_shapes(pair: str) -> None:
    assert one_word(*pair.split("/"))


@pytest.mark.parametrize(
    "pair",
    [
        *OTHER,
        pytest.param(
            "verkeer/verkeerd", marks=pytest.mark.xfail(reason="reads as part of a compound", strict=True)
        ),
    ],
)
def test_two_words_that_look_alike(pair: str) -> None:
    assert not one_word(*pair.split("/"))


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("NAVO-norm", [{"navo"}, {"norm"}]),
        ("zzp’ers", [{"zp"}]),
        ("mbo", [{"mbo"}]),
        ("de wet van het kabinet", []),
    ],
    ids=[
        "both parts of a hyphenated word",
        "an abbreviation with an ending",
        "written small",
        "near miss: words that tell nothing",
    ],
)
def test_what_tells(text: str, forms: list[set[str]]) -> None:
    (found,) = words([text])
    assert [set(word) for word in found] == forms


SMALL: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8")
)["pair"]
MISMATCHED = {
    "nothing answers: the same word in another sense": "a register is asked for and a register answered; only whose differs",
    "later: a debt": "early help for people with debts is told in other words but one",
    "later: bees": "natuur and natuurgebied are not joined, verbod and verbieden neither",
}


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param(
            pair,
            id=pair["name"],
            marks=[pytest.mark.xfail(reason=MISMATCHED[pair["name"]], strict=True)]
            if pair["name"] in MISMATCHED
            else [],
        )
        for pair in SMALL
    ],
)
def test_a_request_and_what_answers_it(pair: dict[str, Any], letter_of: Callable[[str], Letter]) -> None:
    letter, note = letter_of(pair["letter"]), letter_of(pair["request"])
    rows = align(letter, link(letter, tag(letter, NEEDS["alignment"])))
    (answer,) = answers_to([note.span(0, len(note.text.strip()), "test")], letter, rows)
    if "answer" not in pair:
        assert answer.rows == ()
        return
    (row,) = answer.rows
    assert row.evidence.text.startswith(pair["answer"])


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
