"""How a sentence is worded, as features, and the weights that come with the package."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.model.wording import PLACES, phrases, places, weights, words
from letteranalyser.models.analysis import Position


@pytest.mark.parametrize(
    ("text", "levelled"),
    [
        ("Het kabinet neemt dit over.", "het kabinet neemt dit over"),
        ("Per 1 mei 2021 zijn er 1.400 plaatsen, zegt Jan de Wit.", "per NUM mei NUM zijn er NUM plaatsen , zegt NAAM de NAAM"),
        ("De motie ontraad ik.", "de MOTIE ontraad ik"),
        ("Het lid Van der Berg c.s. vraagt dit.", "LID vraagt dit"),
        ("De leden Smals en Kwint/Rog vragen dit.", "LID vragen dit"),
        # Words that tell something though they begin with a capital; a name that begins the sentence is no name.
        ("Dat laat ik aan de Kamer.", "dat laat ik aan de kamer"),
        ("Utrecht steunt dit.", "utrecht steunt dit"),
        ("", ""),
    ],
)  # fmt: skip
def test_words(text: str, levelled: str) -> None:
    assert " ".join(words(text)) == levelled


def test_the_name_of_a_motion_is_one_word() -> None:
    text = "De motie-Van Dijk/Smals voer ik uit."
    assert words(text, [(3, 23)]) == ["de", "MOTIE", "voer", "ik", "uit"]


def test_phrases_tell_order_and_pieces() -> None:
    found = set(phrases(["ik", "steun", "dit", "niet"]))
    assert {"steun", "ik steun", "< ik", "niet >", "steun..niet", "~steun", "~niet_"} <= found
    assert "niet ik" not in found


@pytest.mark.parametrize("name", ["positions", "commitments"])
def test_shares_add_up(name: str) -> None:
    shares = weights(name).shares(phrases(words("Het kabinet neemt deze aanbeveling over.")))
    assert math.isclose(sum(shares.values()), 1)
    assert min(shares.values()) >= 0


def test_outcomes_are_the_positions_and_none() -> None:
    assert set(weights("positions").outcomes) == {"none", *(position.value for position in Position)}
    assert set(weights("commitments").outcomes) == {"none", "yes"}


@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    found = places(phrases(words(text)))
    assert len(found) == len(set(found))
    assert all(0 <= place < PLACES for place in found)
    assert sum(weights("positions").shares(phrases(words(text))).values()) == pytest.approx(1)
