from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.split.sentences import split_sentences

CASES = [
    line.split("|")
    for line in Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
FLOOR = 0.98
FEWEST = 300

# What a newcomer would trip over most; all other cases are measured together below.
NAMED = [
    pytest.param(["Op 11 mei jl. is dit gedaan."], id="jl-before-lower-case"),
    pytest.param(["Dat was op 11 mei jl.", "De Kamer stemde in."], id="jl-before-sentence"),
    pytest.param(["Dat was op 11 mei jl. Kamerstuk 30 000, nr. 5 bevat de tekst."], id="jl-before-reference"),
    pytest.param(["De motie-Bakker c.s.", "Dit onderzoek loopt."], id="cs-before-sentence"),
    pytest.param(["Zie nr. 11 en nrs. 12 en 13."], id="nr"),
    pytest.param(["Hr. Ms. Tromp vaart."], id="ship"),
    pytest.param(["Aan P.N. van Dam is gevraagd te komen."], id="initials-before-particle"),
    pytest.param(["Aan J. De Wit is gevraagd te komen."], id="initial-before-capital-particle"),
    pytest.param(["Dossier 36 200 X.", "De rest volgt."], id="budget-chapter"),
    pytest.param(["Zij vroegen: «Waarom?» en gingen."], id="question-inside"),
    pytest.param(["«Dit kan niet.»", "Zo is het."], id="closing-quote"),
    pytest.param(["Dit is zo (zie nr. 3. Zie ook nr. 4) en blijft zo."], id="brackets"),
    pytest.param(["1. De eerste maatregel.", "2. De tweede maatregel."], id="numbered"),
    pytest.param(["Er zijn 12.500 huizen van € 3,5 ton."], id="figures"),
]


@pytest.mark.parametrize("sentences", NAMED)
def test_split_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_enough_cases_to_mean_something() -> None:
    assert sum(map(len, CASES)) >= FEWEST


def test_score_on_our_own_sentences() -> None:
    right = found = wanted = 0
    for sentences in CASES:
        text = " ".join(sentences)
        spans = {text[start:end] for start, end in split_sentences(text)}
        right += len(spans & set(sentences))
        found += len(spans)
        wanted += len(set(sentences))
    assert 2 * right / (found + wanted) >= FLOOR


@given(st.text(alphabet="aA1. ?!()«»-\n\u00a0nr…é", max_size=120))
def test_sentences_hold_all_but_white_space(text: str) -> None:
    spans = split_sentences(text)
    rest = text
    for start, end in reversed(spans):
        assert start < end
        assert text[start:end].strip() == text[start:end]
        rest = rest[:start] + rest[end:]
    assert not rest.strip()
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize("piece", ["(" * 20_000, "A. " * 20_000, ". " * 20_000, "«" * 20_000, "a" * 100_000])
def test_hostile_text_takes_no_time(piece: str) -> None:
    split_sentences(piece)
