"""What a proposal is called in the alignment table."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.align import align
from letteranalyser.align.clauses import parse
from letteranalyser.align.naming import LONGEST, answered, asked, put_forward
from letteranalyser.link import link
from letteranalyser.models.letter import Letter
from letteranalyser.pipeline import NEEDS
from letteranalyser.tag import tag

NAMED = [
    # the place before the finite verb
    ("Een landelijk verbod op vuurpijlen acht ik niet wenselijk.", "landelijk verbod op vuurpijlen"),
    (
        "Een verbod op houtkachels in heel het land is niet uitvoerbaar.",
        "verbod op houtkachels in heel het land",
    ),
    (
        "De invoering van een kilometerheffing acht dit kabinet niet opportuun.",
        "invoering van een kilometerheffing",
    ),
    (
        "Terughoudendheid bij het geven van noodsteun aan bedrijven is vast beleid van opeenvolgende kabinetten.",
        "Terughoudendheid bij het geven van noodsteun aan bedrijven",
    ),
    (
        "Nieuwe zonnevelden op landbouwgrond worden toegestaan mits er geen dak vrij is.",
        "Nieuwe zonnevelden op landbouwgrond",
    ),
    (
        "De oprichting van een Europees agentschap voor lucht steunen wij van harte.",
        "oprichting van een Europees agentschap voor lucht",
    ),
    # in a subordinate clause
    (
        "Ik merk op dat het sluiten van alle regionale ziekenhuizen geen onderdeel is van het kabinetsbeleid.",
        "sluiten van alle regionale ziekenhuizen",
    ),
    ("Het kabinet is van oordeel dat een algemene dienstplicht niet nodig is.", "algemene dienstplicht"),
    # the middle
    (
        "Tegen de voorgestelde centrale databank heeft het kabinet overwegende bezwaren.",
        "voorgestelde centrale databank",
    ),
    ("Wij staan in de duinen geen nieuwe parkeerplaatsen toe.", "nieuwe parkeerplaatsen"),
    # behind the predicate
    ("Nederland is geen voorstander van een Europese bankenbelasting.", "Europese bankenbelasting"),
    ("Ons land heeft zich uitgesproken tegen een Europees puntenrijbewijs.", "Europees puntenrijbewijs"),
    # a request, with what belongs to it
    (
        "Het kabinet kan zich goed vinden in het voorstel van de SER om de leeftijdsgrens te verlagen.",
        "voorstel van de SER om de leeftijdsgrens te verlagen",
    ),
    (
        "De wens van de PO-Raad om extra conciërges honoreer ik gedeeltelijk.",
        "wens van de PO-Raad om extra conciërges",
    ),
    (
        "Ik kan u melden dat de aanbeveling om het tarief te bevriezen niet wordt gevolgd.",
        "aanbeveling om het tarief te bevriezen",
    ),
    ("Deze aanbeveling van de Raad voor Cultuur neem ik over.", "aanbeveling van de Raad voor Cultuur"),
    (
        "– Amendement van het lid Tak (nr. 71) over de ingangsdatum: oordeel Kamer.",
        "Amendement van het lid Tak (nr. 71)",
    ),
    # what the sentence before asks
    (
        "De brandweer bepleit een ruimere definitie van beroepsziekte. Daar ga ik graag in mee.",
        "ruimere definitie van beroepsziekte",
    ),
    (
        "Het lid Westra vroeg of de veren ’s nachts kunnen varen. Dat kan, mits de vergunning dit toelaat.",
        "veren ’s nachts kunnen varen",
    ),
    ("De VNG dringt aan op een landelijke regeling. Daarvoor ontbreken de middelen.", "landelijke regeling"),
    (
        "De Commissie stelde een gezamenlijk leninginstrument voor. Nederland heeft zich hiertegen verzet.",
        "gezamenlijk leninginstrument",
    ),
    (
        "De Raad voor Cultuur stelt een boekenbon voor alle jongeren voor. Dit voorstel neem ik over.",
        "boekenbon voor alle jongeren",
    ),
    (
        "De Commissie stelt voor de helmplicht uit te breiden tot steps. Dit acht ik onwenselijk.",
        "helmplicht uit te breiden tot steps",
    ),
    (
        "De ANWB vraagt om een verplichte winterband. Voor vrachtauto’s is dit al wettelijk geregeld.",
        "verplichte winterband",
    ),
    ("De sector vraagt om een noodfonds. Ik zie daartoe geen aanleiding.", "noodfonds"),
    (
        "De Raad sprak over de toetreding van Moldavië. Het is voorbarig hierover nu een standpunt in te nemen.",
        "toetreding van Moldavië",
    ),
    pytest.param(
        "Het lid Kraai wil dat gemeenten leegstand kunnen beboeten. Dat is niet wenselijk.",
        "gemeenten leegstand kunnen beboeten",
        id="a that-clause",
    ),
    pytest.param(
        "Het ligt niet in het voornemen van het kabinet de aftrek te beperken, zoals de fractie van D66 bepleitte.",
        "aftrek te beperken",
        marks=pytest.mark.xfail(
            reason="an infinitive without om behind the one whose intention it is", strict=True
        ),
        id="infinitive without om",
    ),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_proposal_is_named_by_its_noun_phrase(
    text: str, name: str, letter_of: Callable[[str], Letter]
) -> None:
    letter = letter_of(text)
    rows = align(letter, link(letter, tag(letter, NEEDS["alignment"])))
    assert [row.target for row in rows] == [name]


@given(st.text(alphabet="abc ,.;:()dat om te geen het voorstel van vraagt is Kamer(nr. 1)\n", max_size=160))
def test_a_name_is_made_of_words_of_the_sentence(text: str) -> None:
    parsed = parse(text)
    if not parsed.clauses:
        return
    last = len(parsed.clauses) - 1
    names = [
        asked(parsed),
        put_forward(parsed, parsed.clauses[last].start),
        answered(parsed, parsed.clauses[last].start, len(text), 0, last),
    ]
    known = set(text.replace("\n", " ").split(" "))
    for name in names:
        assert len(name.removesuffix(" …").split()) <= LONGEST
        assert all(any(word in whole for whole in known) for word in name.removesuffix(" …").split())
