"""Names of members as letters write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.tag.movers import movers_at


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("het lid Rog over lesgeld", ["Rog"]),
        ("het lid Van der Molen c.s. (nr. 3)", ["Van der Molen"]),
        ("het lid van der Molen over", ["van der Molen"]),
        (
            "de leden Kwint (SP), Van den Hul (PvdA) en Westerveld (GroenLinks) over",
            ["Kwint", "Van den Hul", "Westerveld"],
        ),
        ("Kwint/Van den Hul/Jasper van Dijk over", ["Kwint", "Van den Hul", "Jasper van Dijk"]),
        ("mevrouw Özütok en de heer Çörüz", ["Özütok", "Çörüz"]),
        ("Kamerlid Faber-van de Klashorst", ["Faber-van de Klashorst"]),
        ("Wiegman-van Meppelen Scheppink, over", ["Wiegman-van Meppelen Scheppink"]),
        ("De Nerée tot Babberich en Rog", ["De Nerée tot Babberich", "Rog"]),
        ("het lid In ’t Veld c.s.", ["In ’t Veld"]),
        ("het lid Gill’ard vraagt", ["Gill’ard"]),
        ("Aukje de Vries, Kamerstuk 31 293", ["Aukje de Vries"]),
        ("het lid Mei Li Vos over", ["Mei Li Vos"]),
        ("de heer J.S. Voordewind en", ["J.S. Voordewind"]),
        ("het VVD-Kamerlid Aartsen", ["Aartsen"]),
        ("de leden Bruins Slot en Van Haersma Buma c.s.", ["Bruins Slot", "Van Haersma Buma"]),
        ("Rog, Kwint en Smals over", ["Rog", "Kwint", "Smals"]),
        # Where the list, or the name, ends.
        ("Rog, Nederland en België", ["Rog"]),
        ("het lid Rog, Kamerstuk 31 293", ["Rog"]),
        ("Rog en Kamerstuk 31 293", ["Rog"]),
        ("het lid Rog de Kamer", ["Rog"]),
        ("Rog. De regering", ["Rog"]),
        ("Rog van de VVD vraagt", ["Rog"]),
        # No names at all.
        ("VVD en CDA", []),
        ("Kamerstuk 31 293, nr. 4", []),
        ("GroenLinks", []),
        ("van der Molen", []),
        ("regering", []),
        ("", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    found = movers_at(text, 0)
    assert [m.name for m in found.movers] == names if found else names == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("de leden Rog (CDA) en Kwint (SP)", ["CDA", "SP"]),
        ("het lid Gündoğan (Volt) c.s.", ["Volt"]),
        ("het lid Den Haan (Fractie Den Haan)", ["Fractie Den Haan"]),
        ("het lid Van Brenk (50PLUS)", ["50PLUS"]),
        ("het lid Kuzu c.s. (DENK)", ["DENK"]),
        ("de heer Omtzigt van het CDA", ["CDA"]),
        ("het D66-Kamerlid Sneller", ["D66"]),
        ("het lid Rog (nr. 12)", [None]),
        ("het lid Rog (Kamerstuk 31 293, nr. 12)", [None]),
        ("het lid Rog (TK 31 293)", [None]),
        ("het lid Rog (2019)", [None]),
    ],
)
def test_party(text: str, parties: list[str | None]) -> None:
    found = movers_at(text, 0)
    assert found is not None
    assert [m.party for m in found.movers] == parties


@pytest.mark.parametrize(
    ("text", "cosigned"),
    [
        ("Rog c.s.", True),
        ("Rog cs vraagt", True),
        ("Rog c. s. vraagt", True),
        ("Rog (CDA) c.s.", True),
        ("Rog csi", False),
        ("Rog", False),
    ],
)
def test_cosigned(text: str, cosigned: bool) -> None:
    found = movers_at(text, 0)
    assert found is not None
    assert found.cosigned is cosigned


@given(st.text(alphabet="AaVvanedr lihtdcs.,/()-’ 1", max_size=80))
def test_any_text_gives_names_that_stand_in_it(text: str) -> None:
    found = movers_at(text, 0)
    if found:
        assert 0 == found.start < found.end <= len(text)
        assert all(m.name in text for m in found.movers)
