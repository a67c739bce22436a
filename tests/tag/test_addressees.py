"""To whom a commitment is made, and who is only named in it. The table was written before the rules were tuned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.tag.addressees import find_addressee

ADDRESSED = [
    ("Ik zal uw Kamer voor de zomer informeren over de uitkomsten.", "uw Kamer"),
    ("Uw Kamer ontvangt de evaluatie in het najaar.", "Uw Kamer"),
    ("Wij zullen de Kamer hierover tijdig berichten.", "de Kamer"),
    ("De Tweede Kamer wordt hierover in mei geïnformeerd.", "De Tweede Kamer"),
    ("Het voorstel zal ik na de zomer aan de Eerste Kamer zenden.", "de Eerste Kamer"),
    ("Ik zeg u toe dit met de sector te bespreken.", "u"),
    ("U ontvangt de beleidsreactie in juni.", "U"),
    ("Ik zeg het lid Bikker toe hierop schriftelijk terug te komen.", "het lid Bikker"),
    ("Het rapport zal ik doen toekomen aan het lid Van der Plas.", "het lid Van der Plas"),
    ("Zoals toegezegd aan de leden Kuik en Podt zal ik het tarief herzien.", "de leden Kuik en Podt"),
    (
        "Ik zal de vaste commissie voor Defensie in mei vertrouwelijk informeren.",
        "de vaste commissie voor Defensie",
    ),
    ("De uitkomsten deel ik in het voorjaar met uw Kamer.", "uw Kamer"),
    ("Ik zorg ervoor dat uw Kamer jaarlijks een overzicht ontvangt.", "uw Kamer"),
    ("Op verzoek van het lid Abel zal ik uw Kamer hierover informeren.", "uw Kamer"),
    ("Wij zullen beide Kamers op de hoogte houden.", "beide Kamers"),
    ("De ondergetekenden zullen de Staten-Generaal hiervan verslag doen.", "de Staten-Generaal"),
    ("Zodra het onderzoek is afgerond, stuur ik u een reactie.", "u"),
    ("Uw Kamer zal, zodra het advies er is, worden geïnformeerd.", "Uw Kamer"),
]
NOT_ADDRESSED = [
    "De door uw Kamer aangenomen motie zal ik uitvoeren.",
    "Op verzoek van uw Kamer zal ik de cijfers laten narekenen.",
    "De vragen van het lid Jansen beantwoord ik separaat.",
    "Zoals u vroeg, zal ik dit met de sector bespreken.",
    "Ik zal de motie van de leden Kuik en Podt betrekken bij de evaluatie.",
    "Het kabinet zal een nieuwe strategie opstellen.",
    "Ik zal in overleg treden met de Kamer van Koophandel.",
    "Tijdens het debat in uw Kamer zal ik hierop ingaan.",
    "Zoals het lid Abel heeft gevraagd, zal ik de norm herzien.",
    "De commissie voor de m.e.r. zal ik om advies vragen.",
    "Nu de Kamer heeft ingestemd, zal ik de regeling publiceren.",
]


@pytest.mark.parametrize(("text", "words"), ADDRESSED, ids=[text[:40] for text, _ in ADDRESSED])
def test_to_whom(text: str, words: str) -> None:
    found = find_addressee(text)
    assert found is not None
    assert text[slice(*found)] == words


@pytest.mark.parametrize("text", NOT_ADDRESSED)
def test_only_named(text: str) -> None:
    assert find_addressee(text) is None


@given(st.text(alphabet="uUkK amervnhtlidcos,.’-", max_size=120))
def test_never_raises(text: str) -> None:
    found = find_addressee(text)
    assert found is None or 0 <= found[0] < found[1] <= len(text)
