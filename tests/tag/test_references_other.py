"""Case law, gazettes, advice, documents of the Commission, newspapers."""

import pytest

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.tag.references import references_in

CASE, OTHER = ReferenceKind.CASE_LAW, ReferenceKind.OTHER


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("ECLI:NL:RVS:2019:1603", "ECLI:NL:RVS:2019:1603"),
        ("ECLI:Nl:Hr:2010:28", "ECLI:NL:HR:2010:28"),
        ("ECLI: NL:HR:2010:392", "ECLI:NL:HR:2010:392"),
        ("ECLI : NL:HR:2010:392", "ECLI:NL:HR:2010:392"),
        ("ECLI;EU;T;2015;314", "ECLI:EU:T:2015:314"),
        ("EU:C:1984:25", "ECLI:EU:C:1984:25"),
        ("RvS:1984:AH0317", "ECLI:NL:RVS:1984:AH0317"),
        ("ECLI:CE:ECHR:2007:0515JUD005239199", "ECLI:CE:ECHR:2007:0515JUD005239199"),
        ("ECLI:DE:BVerwG:2014:041214B8B66.14.0", "ECLI:DE:BVerwG:2014:041214B8B66.14.0"),
        ("LJN: AB4535", "LJN AB4535"),
        ("LJN-nr. AJ4938", "LJN AJ4938"),
        ("ELRO-nummer AA 9162", "LJN AA9162"),
        ("C-411/10", "C-411/10"),
        ("zaak T-13/99", "T-13/99"),
        ("NJ 2012/421", "NJ 2012/421"),
        ("201600614/1/A2", "201600614/1/A2"),
        ("EHRM 28 februari 2008, nr. 37201/06, Saadi t. Italië", "EHRM 37201/06"),
        (
            "het Europees Hof voor de Rechten van de Mens in de zaak A. tegen België (nr. 30696/09)",
            "EHRM 30696/09",
        ),
        ("het Europese Hof voor de rechten van de mens (no. 27765/09)", "EHRM 27765/09"),
    ],
)
def test_case_law(text: str, identifier: str) -> None:
    (mention,) = references_in(f"de uitspraak ({text})")
    assert (mention.kind, mention.id) == (CASE, identifier)


@pytest.mark.parametrize(
    "text",
    [
        "het Europees Hof voor de Rechten van de Mens (nr. 3)",
        "het hof (nr. 30696/09)",
        "ECLI:EU:C:1984:ab3254",
        "NL:2019:12",
        "LJN 4535",
        "een C-130 toestel",
        "AB 12/34",
        "HR: 2019 was goed",
    ],
)
def test_no_case_law(text: str) -> None:
    assert references_in(text) == []


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("HvJ EU 22 juni 2023, zaak C-459/20 (ECLI:EU:C:2023:499)", ["ECLI:EU:C:2023:499"]),
        ("C-411/10 en C-493/10, ECLI:EU:C:2011:865", ["ECLI:EU:C:2011:865"]),
        (
            "EHRM 4 december 2008, nrs. 30562/04 en 30566/04, ECLI:CE:ECHR:2008:1204JUD003056204",
            ["ECLI:CE:ECHR:2008:1204JUD003056204"],
        ),
        ("C-411/10. Zie ECLI:EU:C:2011:865", ["C-411/10", "ECLI:EU:C:2011:865"]),
        ("C-411/10; ECLI:EU:C:2011:865", ["C-411/10", "ECLI:EU:C:2011:865"]),
    ],
)
def test_a_judgment_with_its_ecli_is_one_document(text: str, identifiers: list[str]) -> None:
    assert [mention.id for mention in references_in(text)] == identifiers


def test_full_stop_is_no_part_of_an_ecli() -> None:
    text = "Zie ECLI:NL:RBDHA:2016:4235."
    (mention,) = references_in(text)
    assert text[mention.start : mention.end] == "ECLI:NL:RBDHA:2016:4235"
    assert mention.url == "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RBDHA:2016:4235"


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Stb. 2005, 123", "stb-2005-123"),
        ("Staatsblad 2020 nr. 5", "stb-2020-5"),
        ("Stb. 2005/123", "stb-2005-123"),
        ("Stcrt. 2019, 9231", "stcrt-2019-9231"),
        ("Staatscourant 2019, nummer 9231", "stcrt-2019-9231"),
        ("Trb. 1966, 91", "trb-1966-91"),
        ("stcrt-2009-9231", "stcrt-2009-9231"),
        ("PbEG 2000, L 327", "PbEG 2000, L 327"),
        ("PbEU L 119", "PbEU L 119"),
        ("PB C 306", "PB C 306"),
        ("SER-advies 2014/09", "SER-advies 2014/09"),
        ("AIV-advies nr. 97", "AIV-advies nr. 97"),
        ("blg-123456", "blg-123456"),
        ("SER advies 20/12", "SER-advies 20/12"),
        ("WRR-rapport nr. 98", "WRR-rapport nr. 98"),
        ("zie het WRR-rapport nr. 98.", "WRR-rapport nr. 98"),
        ("het advies van de Gezondheidsraad (nr. 2018/20)", "Gezondheidsraad-advies 2018/20"),
        ("VN-Veiligheidsraadresolutie 2254", "resolutie 2254"),
        ("W04.12.0345/I", "W04.12.0345/I"),
        ("SWD (2020) 12 final", "SWD(2020) 12"),
        ("resolutie 1701", "resolutie 1701"),
        ("Defensienota 2022", "Defensienota 2022"),
    ],
)
def test_other_document(text: str, identifier: str) -> None:
    (mention,) = references_in(f"zoals gemeld ({text})")
    assert (mention.kind, mention.id) == (OTHER, identifier)


@pytest.mark.parametrize("text", ["COM(2020) 690", "COM (2020) 690 definitief", "JOIN(2020) 690 final"])
def test_a_proposal_of_the_commission_is_eu_law_as_cited(text: str) -> None:
    (mention,) = references_in(f"zoals gemeld ({text})")
    assert mention.kind is ReferenceKind.EU_LAW
    assert str(mention.id).endswith("(2020) 690")


@pytest.mark.parametrize(
    "text",
    [
        "het staatsblad van gisteren",
        "PB van de partij",
        "een advies van 12 maart",
        "advies 5 van de commissie",
        "de resolutie van 2014",
        "rapport nr. 98",
        "het TNO-rapport 12",
        "een advies van de gemeenteraad (nr. 2018/20)",
        "het WRR-rapport 98.3",
        "een goed voornemen in de nota 2022",
        "(C) 2020",
        "W04 en W05",
    ],
)
def test_no_other_document(text: str) -> None:
    assert references_in(text) == []


@pytest.mark.parametrize(
    ("before", "identifier"),
    [
        ("De Adviesraad Internationale Vraagstukken bracht op verzoek ", "AIV-advies nr. 97"),
        ("De Sociaal-Economische Raad heeft in zijn ", "SER-advies nr. 97"),
        ("Het bureau bracht ", "advies nr. 97"),
    ],
)
def test_council_of_an_advice_stands_before_it(before: str, identifier: str) -> None:
    (mention,) = references_in(f"{before}advies nr. 97 uit")
    assert mention.id == identifier


def test_article_of_a_newspaper() -> None:
    text = "3 «Sluis weer dicht», de Volkskrant, 2 november 2019."
    (mention,) = references_in(text)
    assert text[mention.start : mention.end] == "«Sluis weer dicht», de Volkskrant, 2 november 2019"
    assert (mention.kind, mention.id) == (OTHER, "de Volkskrant, 2 november 2019")


@pytest.mark.parametrize(
    "text",
    [
        "volgens de Volkskrant van 2 november 2019",
        "«Sluis dicht», de Volkskrant",
        "in Trouw, 2 november 2019",
    ],
)
def test_a_newspaper_without_title_or_date(text: str) -> None:
    assert references_in(text) == []


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Stb. 2005, 123", "https://zoek.officielebekendmakingen.nl/stb-2005-123.html"),
        ("Stb. 1975, 123", None),
        ("Stcrt. 2009, 9231", "https://zoek.officielebekendmakingen.nl/stcrt-2009-9231.html"),
        ("Stcrt. 2009, 112", None),  # the day's issue, not a document
        ("LJN AB4535", None),  # which court's it is it does not say
    ],
)
def test_address(text: str, url: str | None) -> None:
    (mention,) = references_in(text)
    assert mention.url == url


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("Stb. 2012, nr. 345 en 346", ["stb-2012-345", "stb-2012-346"]),
        ("Stb. 2012, 345, 346 en 347", ["stb-2012-345", "stb-2012-346", "stb-2012-347"]),
        ("Stb. 2012, 345 en Stb. 2013, 12", ["stb-2012-345", "stb-2013-12"]),
        ("Stb. 2012, 345 en 12 maart", ["stb-2012-345"]),
        ("Stb. 2012, 345 en 20 gemeenten", ["stb-2012-345"]),
        ("Stb. 2012, 345, 2 en meer", ["stb-2012-345"]),
    ],
)
def test_several_numbers_of_one_gazette(text: str, identifiers: list[str]) -> None:
    assert [m.id for m in references_in(f"het besluit ({text})")] == identifiers
