"""Which words are actors: ambiguous ones by their company, joint forms, abbreviations, and what is none."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letteranalyser.models.layout import Block, BlockKind, Document
from letteranalyser.models.letter import Letter
from letteranalyser.split import split
from letteranalyser.tag import tag


def letter_of(text: str) -> Letter:
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n") if line.strip())
    return split(Document("text/plain", blocks=blocks))


def actors(text: str) -> list[tuple[str, str]]:
    """Words and canonical name of every mention."""
    letter = letter_of(text)
    return [(letter.text[a.start : a.end], a.name) for a in tag(letter, {"actors"}).actors]


def words(text: str) -> list[str]:
    return [mention for mention, _ in actors(text)]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("De Kamer heeft de motie aangenomen.", "Kamer", "Tweede Kamer"),
        ("De fractie van de SP stemde tegen.", "SP", "SP"),
        ("Het lid Koning (PvdA) stelde vragen.", "Koning", "Koning"),
        ("Het lid Groen (SGP) stelde vragen.", "Groen", "Groen"),
        ("De heer Van der Lee (GroenLinks) sprak.", "Van der Lee", "Van der Lee"),
        ("Kamerlid Azarkan (DENK) vroeg dit.", "DENK", "DENK"),
        ("Volt, JA21 en BIJ1 stemden voor.", "Volt", "Volt"),
        ("De gemeente Best doet haar best.", "Best", "Best"),
        ("Volgens Trouw is er meer nodig.", "Trouw", "Trouw"),
        ("Wij zijn in Nice geweest.", "Nice", "Nice"),
        ("De Europese Commissie en de Raad zijn het eens.", "Raad", "Raad van de Europese Unie"),
        ("De Europese Commissie aarzelt. De Commissie komt nog.", "Commissie", "Europese Commissie"),
        (
            "De Commissie voor de milieueffectrapportage adviseert. De Commissie ziet risico’s.",
            "Commissie",
            "Commissie voor de milieueffectrapportage",
        ),
        (
            "De Minister van Defensie deelt dit mee; de Minister zal u berichten.",
            "Minister",
            "Minister van Defensie",
        ),
        ("Het lid Omtzigt (CDA) vroeg dit.", "Omtzigt", "Omtzigt"),
        ("De Fractie-Otten stemde voor.", "Fractie-Otten", "Fractie-Otten"),
        ("Staatssecretaris Van Rijn zegde dit toe.", "Van Rijn", "Van Rijn"),
        ("Minister Van der Steur van Veiligheid en Justitie sprak.", "Van der Steur", "Van der Steur"),
    ],
)
def test_ambiguous_words_by_their_company(text: str, word: str, name: str) -> None:
    assert (word, name) in actors(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Op de kamer van de student brandde licht.", "kamer"),
        ("Met 230 volt is dat gevaarlijk.", "volt"),
        ("Volt stroomt hier niet.", "Volt"),
        ("Denk aan de gevolgen.", "Denk"),
        ("De Groene Hart-gemeenten vragen om groen.", "groen"),
        ("Dat is het beste; Best mooi is het ook.", "Best"),
        ("De Raad van Bestuur keurde dit goed.", "Raad"),
        ("Er is trouw nodig.", "trouw"),
        ("Een minister is geen ambtenaar.", "minister"),
        ("Volgens ISO 9001 is dat goed.", "ISO"),
        ("Het Verdrag van Lissabon is gesloten.", "Lissabon"),
        ("Zr.Ms. De Ruyter vaart uit.", "De Ruyter"),
        ("De Belgische regering stemt in.", "regering"),
        ("Zie richtlijn 2014/95/EU.", "EU"),
        ("De Ondernemingsraad stemt in met de Adviesraad.", "Ondernemingsraad"),
        ("De leden van verenigingen betalen contributie.", "verenigingen"),
    ],
)
def test_near_misses(text: str, word: str) -> None:
    assert word not in words(text)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "De Ministers van Financiën en van Justitie schrijven u.",
            [
                ("Ministers van Financiën en van Justitie", f"Minister van {p}")
                for p in ("Financiën", "Justitie")
            ],
        ),
        (
            "De Staatssecretaris Participatie en Integratie schrijft u.",
            [
                (
                    "Staatssecretaris Participatie en Integratie",
                    "Staatssecretaris van Participatie en Integratie",
                )
            ],
        ),
        (
            "De Staatssecretaris van Financiën (Fiscaliteit en Belastingdienst) schrijft u.",
            [
                (
                    "Staatssecretaris van Financiën (Fiscaliteit en Belastingdienst)",
                    "Staatssecretaris van Financiën – Fiscaliteit en Belastingdienst",
                )
            ],
        ),
        (
            "Mijn collega’s van Verkeer en Waterstaat en SZW tekenen mee.",
            [
                ("Verkeer en Waterstaat", "Ministerie van Verkeer en Waterstaat"),
                ("SZW", "Ministerie van Sociale Zaken en Werkgelegenheid"),
            ],
        ),
    ],
)
def test_offices(text: str, mentions: list[tuple[str, str]]) -> None:
    assert actors(text) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "De Vereniging Schone Kades (VSK) schreef. De VSK vraagt geld.",
            [("Vereniging Schone Kades", "Vereniging Schone Kades")]
            + [("VSK", "Vereniging Schone Kades")] * 2,
        ),
        (
            "De Europese Commissie (hierna: de Commissie) aarzelt. De Europese Commissie wacht.",
            [
                ("Europese Commissie", "Europese Commissie"),
                ("Commissie", "Europese Commissie"),
                ("Europese Commissie", "Europese Commissie"),
            ],
        ),
        ("De kosten (EUR) zijn hoog.", []),
    ],
)
def test_abbreviations_join_their_long_form(text: str, mentions: list[tuple[str, str]]) -> None:
    assert actors(text) == mentions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Het Slotervaartziekenhuis sluit; het Wijkerziekenhuis niet.", "Wijkerziekenhuis"),
        ("Ik sprak met de Vereniging van Openbare Kades.", "Vereniging van Openbare Kades"),
        ("Ik sprak met het Platform Landbouw, Water & Bodem.", "Platform Landbouw, Water & Bodem"),
        ("De Stichting Kadewerk in Utrecht sluit.", "Stichting Kadewerk"),
        ("De Tijdelijke Commissie Kadebeheer kwam bijeen.", "Tijdelijke Commissie Kadebeheer"),
        ("Dat is gebeurd in Nieuw-Kadedam.", "Nieuw-Kadedam"),
        ("De VGN en Kadezorg steunen dit.", "Kadezorg"),
        ("De PI Kadewaard is vol.", "PI Kadewaard"),
    ],
)
def test_names_that_no_list_has(text: str, name: str) -> None:
    assert name in words(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sinds in Voorjaarsnota en begroting geld staat.", "Voorjaarsnota"),
        ("De leden van Aedes vragen dit.", "van Aedes"),
        ("Dat stond in de Landbouw- en Visserijraad.", "Visserijraad"),
        ("Notaris J. Jansen te Utrecht tekende.", "J. Jansen te Utrecht"),
    ],
)
def test_names_that_are_none(text: str, name: str) -> None:
    assert name not in words(text)


@pytest.mark.xfail(reason="a party's name is never read as a person's, whatever announces it", strict=True)
def test_a_member_called_like_a_party() -> None:
    assert "Volt" in words("Het lid Volt (D66) vroeg dit.")


PIECES = st.sampled_from(
    ["de Raad", "Commissie", "van", "en", "(", ")", "SP", "het lid", "Jansen", "Minister", "Ministerie van", ",", "De",
     "Stichting", "Rome", "in", "-", "’s", "EU", "Kamer", "motie-", "c.s.", "1", "\n", "operatie", "fonds", "Ünal"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_spans_in_it(text: str) -> None:
    if not text.strip():
        return
    letter = letter_of(text)
    found: Any = tag(letter, {"actors", "operations"})
    for mention in (*found.actors, *found.operations):
        assert 0 <= mention.start < mention.end <= len(letter.text)
        assert mention.name
        assert mention.rule
    spans = [(m.start, m.end) for m in found.operations]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
