"""Acts of the EU by number and by name: their CELEX numbers, and numbers that are no act."""

import pytest

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.tag.references import references_in


def of_union(text: str, year: int | None = None) -> list[str | None]:
    return [m.id for m in references_in(text, year) if m.kind is ReferenceKind.EU_LAW]


BY_NUMBER = [
    ("Verordening (EU, EURATOM) nr. 966/2012", ["32012R0966"]),
    ("Verordening (EU) 2019/1896", ["32019R1896"]),
    ("verordening (EU) nr. 1308/2013", ["32013R1308"]),
    ("Verordening (EG) nr. 924/2009", ["32009R0924"]),
    ("Verordening (EEG) nr. 2092/91", ["31991R2092"]),
    ("Verordening nr. 1/2003", ["32003R0001"]),
    ("verordening 1782/2003", ["32003R1782"]),
    ("Verordening 2016/679/EU", ["32016R0679"]),
    ("Verordening EU 2016/679", ["32016R0679"]),
    ("Verordening (EU) nr. 2016/679", ["32016R0679"]),
    ("Verordening (EU) nr. 2015/2010", ["32010R2015"]),
    ("Verordening (EU) 2016/2012", ["32016R2012"]),
    ("Verordening (EU, Euratom) 2020/2092", ["32020R2092"]),
    ("EU-verordening 2019/943", ["32019R0943"]),
    ("Uitvoeringsverordening (EU) 2021/1073", ["32021R1073"]),
    ("Gedelegeerde Verordening (EU) nr. 231/2013", ["32013R0231"]),
    ("richtlijn 2000/60/EG", ["32000L0060"]),
    ("Richtlijn 92/43/EEG", ["31992L0043"]),
    ("Richtlijn (EU) 2015/2366", ["32015L2366"]),
    ("richtlijnen 2014/23/EU, 2014/24/EU en 2014/25/EU", ["32014L0023", "32014L0024", "32014L0025"]),
    ("Kaderbesluit 2002/584/JBZ", ["32002F0584"]),
    ("Besluit 2013/488/EU", ["32013D0488"]),
    ("Besluit (GBVB) 2015/778", ["32015D0778"]),
    ("Besluit nr. 1082/2013/EU", ["32013D1082"]),
    ("Gemeenschappelijk Optreden 2008/851/GBVB", ["32008E0851"]),
    ("Aanbeveling 2003/361/EG", ["32003H0361"]),
    ("Directive 93/42/EEC", ["31993L0042"]),
    ("32016R0679", ["32016R0679"]),
]


@pytest.mark.parametrize(("text", "expected"), BY_NUMBER)
def test_act_by_number(text: str, expected: list[str]) -> None:
    assert of_union(f"op grond van {text}, die") == expected


@pytest.mark.parametrize(
    "text",
    [
        "de richtlijn 12/34",
        "besluit 2019/12 van de gemeente",
        "de verordening van 2019",
        "een richtlijn uit 2014/15",
        "advies 2014/09",
        "vergaderjaar 2014/2015",
        "3684R2020",
        "verordening 5",
        "in 2016/17",
    ],
)
def test_near_miss(text: str) -> None:
    assert of_union(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de Habitatrichtlijn", ["31992L0043"]),
        ("de habitatrichtlijn", ["31992L0043"]),
        ("de Kaderrichtlijn Water (KRW)", ["32000L0060", "32000L0060"]),
        ("de Algemene verordening gegevensbescherming (AVG)", ["32016R0679", "32016R0679"]),
        ("de Algemene Verordening Gegevensbescherming", ["32016R0679"]),
        ("de AVG-functionaris en de avg", []),
        ("artikel 6, derde lid, van de Habitatrichtlijn", ["31992L0043 artikel 6, derde lid"]),
        ("artikel 107 VWEU", ["VWEU artikel 107"]),
        ("een richtlijn voor artsen en de Drone", []),
    ],
)
def test_act_by_name(text: str, expected: list[str]) -> None:
    assert of_union(text) == expected


@pytest.mark.parametrize(
    ("year", "identifier"),
    [(2005, "31979L0409"), (2022, "32009L0147"), (None, "Vogelrichtlijn")],
)
def test_a_name_that_meant_another_act_before(year: int | None, identifier: str) -> None:
    (mention,) = references_in("de Vogelrichtlijn", year)
    assert mention.id == identifier
    assert (mention.url is None) == (year is None)


def test_later_words_for_the_act_named_before() -> None:
    text = "Verordening (EG) nr. 1782/2003 wijzigt. Artikel 68 van die verordening blijft; artikel 69 niet."
    assert of_union(text) == ["32003R1782", "32003R1782 artikel 68"]


def test_that_act_is_nothing_where_none_was_named() -> None:
    assert of_union("Artikel 68 van die verordening blijft.") == []


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("artikel 8 van het Handvest", ["Handvest van de grondrechten van de Europese Unie artikel 8"]),
        (
            "artikel 51 van het Handvest van de Verenigde Naties",
            ["Handvest van de Verenigde Naties artikel 51"],
        ),
        ("volgens het Handvest", []),
    ],
)
def test_the_charter_by_its_first_word(text: str, identifiers: list[str]) -> None:
    assert [m.id for m in references_in(text)] == identifiers


def test_address() -> None:
    (mention,) = references_in("richtlijn 2000/60/EG")
    assert mention.url == "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32000L0060"
