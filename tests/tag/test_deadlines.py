"""Deadlines as worded, and the last day that they mean for a letter of 3 March 2021 (or as said)."""

from datetime import date

import pytest

from letteranalyser.tag.deadlines import due_date, find_deadline, prinsjesdag
from letteranalyser.vocabulary import load

WRITTEN = date(2021, 3, 3)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("U ontvangt de reactie uiterlijk op 26 maart 2021.", "uiterlijk op 26 maart 2021"),
        ("zo spoedig mogelijk, maar uiterlijk op 26 maart 2021", "uiterlijk op 26 maart 2021"),
        ("Ik zal u voor het zomerreces informeren.", "voor het zomerreces"),
        ("Ik zal u voor het zomerreces van 2023 informeren.", "voor het zomerreces van 2023"),
        (
            "De Kamer ontvangt in het vierde kwartaal van dit jaar een brief.",
            "in het vierde kwartaal van dit jaar",
        ),
        ("Wij berichten u in het voorjaar van 2022.", "in het voorjaar van 2022"),
        ("Dit bezien wij bij de Voorjaarsnota.", "bij de Voorjaarsnota"),
        ("U ontvangt binnen vier weken een overzicht.", "binnen vier weken"),
        ("Ik zal de Kamer tijdig informeren.", "tijdig"),
        ("Dan bericht ik u terstond.", "terstond"),
        ("Dit najaar volgt een brief.", "Dit najaar"),
        ("in de komende maanden een brief", "in de komende maanden"),
        ("Ik kom daar eind 2021 op terug.", "eind 2021"),
        ("in juni en december 2021 schriftelijk", "in juni en december 2021"),
        ("Ik heb op 11 februari jl. geantwoord.", None),
        ("In 2019 is het budget verhoogd.", None),
        ("De motie gaat over het zomerrecept.", None),
    ],
)
def test_words(sentence: str, words: str | None) -> None:
    place = find_deadline(sentence, WRITTEN)
    assert (sentence[slice(*place)] if place else None) == words


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("uiterlijk op 26 maart 2021", date(2021, 3, 26)),
        ("uiterlijk 1 juli", date(2021, 7, 1)),
        ("vóór 1 maart", date(2022, 2, 28)),
        ("voor 1 juli 2023", date(2023, 6, 30)),
        ("in het vierde kwartaal van dit jaar", date(2021, 12, 31)),
        ("in het eerste kwartaal van 2023", date(2023, 3, 31)),
        ("in de tweede helft van 2021", date(2021, 12, 31)),
        ("in mei", date(2021, 5, 31)),
        ("in februari", date(2022, 2, 28)),
        ("medio juni 2021", date(2021, 6, 20)),
        ("begin volgend jaar", date(2022, 3, 31)),
        ("eind 2021", date(2021, 12, 31)),
        ("in het najaar van 2021", date(2021, 12, 20)),
        ("binnen vier weken", date(2021, 3, 31)),
        ("binnen zes maanden", date(2021, 9, 3)),
        ("uiterlijk op Prinsjesdag", date(2021, 9, 21)),
        ("in Q3 2021", date(2021, 9, 30)),
        ("spoedig", None),
        ("na het zomerreces", None),
        ("voor het zomerreces", None),  # the recess of 2021 is not in the calendar
        ("vóór de Raad van december", None),
        ("binnen enkele weken", None),
        ("op 31 juni", None),
    ],
)
def test_due(words: str, due: date | None) -> None:
    assert due_date(words, WRITTEN) == due


def test_a_recess_in_the_calendar() -> None:
    assert due_date("voor het zomerreces", date(2023, 5, 1)) == date(2023, 7, 6)
    assert due_date("voor het zomerreces", date(2018, 5, 1)) == date(2018, 7, 5)
    assert due_date("vóór het kerstreces", date(2020, 11, 3)) == date(2020, 12, 17)


def test_recesses_follow_one_another() -> None:
    days = [day for entry in load("recess")["recess"] for day in (entry["first"], entry["last"])]
    assert days == sorted(set(days))
    assert all(0 < (last - first).days < 70 for first, last in zip(days[::2], days[1::2], strict=True))


def test_prinsjesdag_is_the_third_tuesday_of_september() -> None:
    assert [prinsjesdag(y) for y in (2015, 2019, 2024)] == [
        date(2015, 9, 15),
        date(2019, 9, 17),
        date(2024, 9, 17),
    ]
