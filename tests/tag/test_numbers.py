"""Numbers in digits and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.tag.numbers import numbers_in, read_digits, read_word


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7", 7),
        ("1.650", 1650),
        ("2.315.000", 2315000),
        ("10 300", 10300),
        ("0,75", 0.75),
        ("1.234,56", 1234.56),
        ("2.5", 2.5),
        ("2,500,000", 2500000),
        ("24,-", 24),
        ("1.000,--", 1000),
        ("24,=", 24),
    ],
)
def test_digits(written: str, value: float) -> None:
    assert read_digits(written) == value


@pytest.mark.parametrize("written", ["10.30.1", "1.2345", "1,2,3", "12.3456", "", ","])
def test_no_digits(written: str) -> None:
    assert read_digits(written) is None


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("twee", 2),
        ("Zeventien", 17),
        ("tachtig", 80),
        ("eenentwintig", 21),
        ("drieëntwintig", 23),
        ("tweeënzeventig", 72),
        ("honderd", 100),
        ("honderdtwintig", 120),
        ("honderdenvijf", 105),
        ("vierhonderd", 400),
        ("vijftienhonderd", 1500),
        ("duizend", 1000),
        ("driehonderdvijfenzeventigduizend", 375000),
        ("tweeduizendvijftig", 2050),
        ("anderhalf", 1.5),
        ("anderhalve", 1.5),
        ("tweeënhalf", 2.5),
        ("drieëneenhalf", 3.5),
        ("vier-en-een-half", 4.5),
        ("drietal", 3),
        ("één", 1),
    ],
)
def test_word(word: str, value: float) -> None:
    assert read_word(word) == value


@pytest.mark.parametrize(
    "word",
    [
        "honderden",
        "duizenden",
        "tientallen",
        "derde",
        "elftal",
        "eens",
        "twintigers",
        "driehoek",
        "achten",
        "eenhonderdste",
        "vijftienvijf",
        "twee" * 40,
    ],
)
def test_no_number_word(word: str) -> None:
    assert read_word(word) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("€ 1,2 mld. en 5 mln. erbij", [1.2e9, 5e6]),
        ("een half miljoen", [1, 5e5]),
        ("vierhonderd miljoen gulden", [4e8]),
        ("anderhalf miljard", [1.5e9]),
        ("twee en een half miljoen", [2.5e6]),
        ("tot 2035 honderd zuiveringen", [2035, 100]),
        ("CO2, F-16, PM2.5 en G20", []),
        ("10-15 zaken", [10, 15]),
        ("ten derde, ten eerste en eenieder", []),
        ("5 miljoen.", [5e6]),
    ],
)
def test_numbers_of_a_text(text: str, values: list[float]) -> None:
    assert [n.value for n in numbers_in(text)] == values


def test_the_point_belongs_to_the_abbreviation_only() -> None:
    text = "Dat kost 5 mln. Nu nog 5 miljoen."
    assert [text[n.start : n.end] for n in numbers_in(text)] == ["5 mln.", "5 miljoen"]


@given(st.text(alphabet="0123456789.,-–€ eéntwiavhoduzdlmjr\n", max_size=200))
def test_numbers_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for number in numbers_in(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end
