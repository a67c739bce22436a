"""Articles of acts, acts by name and by the form of their title, abbreviations that a letter defines."""

import pytest

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.tag.references import references_in


def laws(text: str) -> list[tuple[str, str | None]]:
    found = [m for m in references_in(text) if m.kind is ReferenceKind.LAW]
    return [(text[m.start : m.end], m.id) for m in found]


ARTICLES = [
    ("artikel 79 RO", "Wet op de rechterlijke organisatie artikel 79"),
    ("artikelen 3 en 8 EVRM", "EVRM artikelen 3 en 8"),
    ("artikel 3 jo. 8 EVRM", "EVRM artikel 3 jo. 8"),
    ("artikelen 10 tot en met 12 Awb", "Algemene wet bestuursrecht artikelen 10 tot en met 12"),
    ("artikel 28, eerste lid, van de Vreemdelingenwet 2000", "Vreemdelingenwet 2000 artikel 28, eerste lid"),
    ("artikel 8, eerste lid, onder k, van de Vreemdelingenwet 2000", "Vreemdelingenwet 2000 artikel 8, eerste lid, onder k"),
    ("art. 100 Grondwet", "Grondwet artikel 100"),
    ("artikel 28 lid 1 sub b Vw 2000", "Vreemdelingenwet 2000 artikel 28, eerste lid, onder b"),
    ("artikelen 28 en 29 van de Vw 2000", "Vreemdelingenwet 2000 artikelen 28 en 29"),
    ("artikel 12, onderdelen a en b, van de Waterwet", "Waterwet artikel 12, onder a en b"),
    ("artikel 2, eerste tot en met derde lid, van de Waterwet", "Waterwet artikel 2, eerste tot en met derde lid"),
    ("artikel 3.3, zevende lid jo. vijfde lid, aanhef en onder i, Woo", "Wet open overheid artikel 3.3, zevende lid jo. vijfde lid, aanhef en onder i"),
    ("artikel 142, eerste lid (en derde lid), van het Wetboek van Strafvordering", "Wetboek van Strafvordering artikel 142, eerste lid (en derde lid)"),
    ("artikel 15, aanhef en onder a of c (oud) RWN", "Rijkswet op het Nederlanderschap artikel 15, aanhef en onder a of c (oud)"),
    ("artikel 12, en artikel 13 van de Wet op de kansspelen", "Wet op de kansspelen artikel 12, en artikel 13"),
    ("artikel 7.57H WHW", "Wet op het hoger onderwijs en wetenschappelijk onderzoek artikel 7.57H"),
    ("artikel 36e Sr", "Wetboek van Strafrecht artikel 36e"),
    ("artikel 1F van het Vluchtelingenverdrag", "Vluchtelingenverdrag artikel 1F"),
    ("artikel 3 van het Internationaal Verdrag inzake de Rechten van het Kind", "IVRK artikel 3"),
    ("artikel 3 EVRM", "EVRM artikel 3"),
    ("Wabo, art. 2.12, eerste lid", "Wet algemene bepalingen omgevingsrecht artikel 2.12, eerste lid"),
    ("artikel 3 van de gemeentewet", "Gemeentewet artikel 3"),
    ("artikel 4 van het reglement van orde voor de ministerraad", "Reglement van orde voor de ministerraad artikel 4"),
    ("3:2 Awb", "Algemene wet bestuursrecht artikel 3:2"),
    # The Burgerlijk Wetboek by its books.
    ("artikel 7:658 BW", "Burgerlijk Wetboek Boek 7 artikel 658"),
    ("art. 5:1 lid 2 BW", "Burgerlijk Wetboek Boek 5 artikel 1, tweede lid"),
    ("artikel 1 van boek 5 van het Burgerlijk Wetboek", "Burgerlijk Wetboek Boek 5 artikel 1"),
    ("artikel 7:658 van het BW boek 7", "Burgerlijk Wetboek Boek 7 artikel 658"),
    ("Burgerlijk Wetboek Boek 5, artikel 1", "Burgerlijk Wetboek Boek 5 artikel 1"),
    ("art. 18 lid 4 Pw", "Participatiewet artikel 18, vierde lid"),
    ("artikel 36 IOAW", "Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers artikel 36"),
    ("artikel J 25, zevende lid, van de Kieswet", "Kieswet artikel J 25, zevende lid"),
    ("artikel Ya 12 van de Kieswet", "Kieswet artikel Ya 12"),
    ("artikel 3, onder B, van de Opiumwet", "Opiumwet artikel 3, onder B"),
    ("artikel 3 van het Wetboek van Strafrecht BES", "Wetboek van Strafrecht BES artikel 3"),
    # Acts in no list, by the form of their title.
    ("artikel 4 van de Tijdelijke wet transparantie turboliquidatie", "Tijdelijke wet transparantie turboliquidatie artikel 4"),
    ("artikel 3 van de Regeling vergoeding dijkhulp", "Regeling vergoeding dijkhulp artikel 3"),
    ("artikel 3 van de Wet bescherming, beheer en onderhoud polders", "Wet bescherming, beheer en onderhoud polders artikel 3"),
    ("artikel 12 van het Sluizenbesluit 2011", "Sluizenbesluit 2011 artikel 12"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "identifier"), ARTICLES, ids=[text for text, _ in ARTICLES])
@pytest.mark.parametrize("frame", ["{}", "Op grond van {} is dat verboden.", "({})"])
def test_article_of_an_act(text: str, identifier: str, frame: str) -> None:
    assert laws(frame.format(text)) == [(text, identifier)]


@pytest.mark.parametrize(
    "text",
    [
        "verhoging van artikel 4 met 18 miljoen euro",
        "het artikel 2 van de begroting",
        "een artikel in de krant van 3 mei",
        "de artikel 100-brief over de missie",
        "een artikel 12-gemeente",
        "artikel 5 is gewijzigd",
        "om 14:00 uur in de Awb-zaal",
        "Wet- en regelgeving",
        "Wet en regelgeving zijn aangepast",
        "de wet is aangepast",
        "verlenging van de WW en de AOW",
        "de Begrotingswet en een Spoedwet",
        "het Wetsvoorstel",
        "wob-verzoek en woo",
        "de heer Bal en mevrouw Sr",
        "de Pw en de IOAW als uitkering",
        "in artikel A staat en artikel B 1 Sluizen",
        "Het Besluit voorziet in regels en het Besluit regelt dit",
        "De Regeling geldt en de Regeling is vervallen",
        "Besluit dijkbeheer",
        "het Besluit van de minister",
    ],
)
def test_near_miss(text: str) -> None:
    assert laws(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("de Wet langdurige zorg", [("Wet langdurige zorg", "Wet langdurige zorg")]),
        ("de Wet Open Overheid", [("Wet Open Overheid", "Wet open overheid")]),
        ("de Vw 2000 en de Awb", [("Vw 2000", "Vreemdelingenwet 2000"), ("Awb", "Algemene wet bestuursrecht")]),
        ("de CW 2016 schrijft voor", [("CW 2016", "Comptabiliteitswet 2016")]),
        ("de Wet goed polderbeheer geldt sinds 2020", [("Wet goed polderbeheer", "Wet goed polderbeheer")]),
        ("de Wet toezicht op de sluizen is vastgesteld", [("Wet toezicht op de sluizen", "Wet toezicht op de sluizen")]),
        ("de Invoeringswet Sluizenwet is klaar", [("Invoeringswet Sluizenwet", "Invoeringswet Sluizenwet")]),
        ("de Wet op de sluizen geldt", [("Wet op de sluizen", "Wet op de sluizen")]),
        ("de Wet Schone Sluizen geldt", [("Wet Schone Sluizen", "Wet Schone Sluizen")]),
        ("de Sluizenwet 2011 geldt", [("Sluizenwet 2011", "Sluizenwet 2011")]),
        ("BWBR0005537", [("BWBR0005537", "BWBR0005537")]),
        ("het Besluit dijkgegevens is gewijzigd", [("Besluit dijkgegevens", "Besluit dijkgegevens")]),
        ("Het Besluit kwaliteit sluizen 2011 geldt", [("Besluit kwaliteit sluizen 2011", "Besluit kwaliteit sluizen 2011")]),
        ("de Regeling sluisgelden wijzigt", [("Regeling sluisgelden", "Regeling sluisgelden")]),
    ],
)  # fmt: skip
def test_act_without_an_article(text: str, found: list[tuple[str, str]]) -> None:
    assert laws(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "de mijnbouwwet geldt",
            [("mijnbouwwet", "Mijnbouwwet")],
            marks=pytest.mark.xfail(
                reason="in lower case a name may be a common noun: een energiewet", strict=True
            ),
        ),
        pytest.param(
            "de Wet beheer dijken bij hoog water is aangenomen",
            [("Wet beheer dijken bij hoog water", "Wet beheer dijken bij hoog water")],
            marks=pytest.mark.xfail(reason="where an unlisted title ends its form does not say", strict=True),
        ),
        pytest.param(
            "artikel 5, eerste lid, is gewijzigd",
            [("artikel 5, eerste lid", "artikel 5, eerste lid")],
            marks=pytest.mark.xfail(
                reason="an article of an act that the sentence does not name", strict=True
            ),
        ),
    ],
)
def test_known_failure(text: str, found: list[tuple[str, str]]) -> None:
    assert laws(text) == found


def test_longest_name_wins() -> None:
    text = "artikel 3 van de Wet gelijke behandeling op grond van leeftijd bij de arbeid en op het toezicht"
    surface, _ = laws(text)[0]
    assert surface.endswith("bij de arbeid")


def test_an_abbreviation_that_the_letter_defines() -> None:
    text = (
        "De Wet goed polderbeheer (Wgp) geldt. Op grond van artikel 3 van de Wgp mag dat. De Wgp zegt meer."
    )
    assert [identifier for _, identifier in laws(text)] == [
        "Wet goed polderbeheer",
        "Wet goed polderbeheer",
        "Wet goed polderbeheer artikel 3",
        "Wet goed polderbeheer",
    ]


def test_a_bracket_that_defines_nothing() -> None:
    text = "artikel 16 van de Wet goed polderbeheer (VVD) en de VVD"
    assert laws(text) == [("artikel 16 van de Wet goed polderbeheer", "Wet goed polderbeheer artikel 16")]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("artikel 7.2 van de Waterwet", "https://wetten.overheid.nl/BWBR0025458"),
        ("artikel 6:162 BW", "https://wetten.overheid.nl/BWBR0005289"),
        ("artikel 3 van het Sluizenbesluit 2011", None),
        ("artikel 3 van het Wetboek van Strafrecht BES", None),
    ],
)
def test_address(text: str, url: str | None) -> None:
    (mention,) = references_in(text)
    assert mention.url == url
