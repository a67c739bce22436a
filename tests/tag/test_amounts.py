"""Amounts: every notation with its near misses."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.models.analysis import LetterHead, ReferenceKind
from letteranalyser.models.findings import AmountMention, ReferenceMention, Tags
from letteranalyser.models.letter import Letter, Paragraph, ParagraphKind
from letteranalyser.tag.amounts import amounts_in, find_amounts
from letteranalyser.tag.amounts_tables import head_unit
from letteranalyser.tag.limits import limit_of


def shown(text: str) -> list[tuple[Any, ...]]:
    """What stands where, what it is worth and in what."""
    return [
        (text[a.start : a.end], a.value, a.unit)
        if a.value_max is None
        else (text[a.start : a.end], a.value, a.value_max, a.unit)
        for a in amounts_in(text)
    ]


MONEY = [
    ("Dat kost € 1,2 mld. extra.", [("€ 1,2 mld.", 1.2e9, "EUR")]),
    ("een bijdrage van 33 miljoen euro", [("33 miljoen euro", 33e6, "EUR")]),
    ("EUR 2.500.000 in totaal", [("EUR 2.500.000", 2.5e6, "EUR")]),
    ("een bijdrage van EUR2,5 miljoen", [("EUR2,5 miljoen", 2.5e6, "EUR")]),
    ("driekwart miljard euro", [("driekwart miljard euro", 0.75e9, "EUR")]),
    (
        "in 2024 en later respectievelijk 3, 4 en 5 miljoen euro",
        [("3", 3e6, "EUR"), ("4", 4e6, "EUR"), ("5 miljoen euro", 5e6, "EUR")],
    ),
    (
        "3 scholen, 4 gemeenten en 5 miljoen euro",
        [("3 scholen", 3, "scholen"), ("4 gemeenten", 4, "gemeenten"), ("5 miljoen euro", 5e6, "EUR")],
    ),
    ("5 mln. euro", [("5 mln. euro", 5e6, "EUR")]),
    ("Er is circa 45 mln. nodig.", [("45 mln.", 45e6, "EUR")]),
    ("€ 10 tot 15 miljoen", [("€ 10 tot 15 miljoen", 10e6, 15e6, "EUR")]),
    ("€ 10 miljoen tot € 15 miljoen", [("€ 10 miljoen tot € 15 miljoen", 10e6, 15e6, "EUR")]),
    ("€ 150 à 200 miljoen", [("€ 150 à 200 miljoen", 150e6, 200e6, "EUR")]),
    ("€ 5–10 mln.", [("€ 5–10 mln.", 5e6, 10e6, "EUR")]),
    ("€ 500.000 tot € 1 miljoen", [("€ 500.000 tot € 1 miljoen", 5e5, 1e6, "EUR")]),
    ("tussen de 900 en 1.650 miljoen euro", [("900 en 1.650 miljoen euro", 900e6, 1650e6, "EUR")]),
    ("tussen € 3 en € 4 miljard", [("€ 3 en € 4 miljard", 3e9, 4e9, "EUR")]),
    ("50 tot 60 euro per ton", [("50 tot 60 euro", 50, 60, "EUR")]),
    ("een bijdrage van € 3 ton per jaar", [("€ 3 ton per jaar", 3e5, "EUR")]),
    ("ruim 2,5 ton euro aan subsidie", [("2,5 ton euro", 2.5e5, "EUR")]),
    ("anderhalve ton gulden", [("anderhalve ton gulden", 1.5e5, "NLG")]),
    ("maximaal € 10k en €25K", [("€ 10k", 1e4, "EUR"), ("€25K", 25e3, "EUR")]),
    ("€ 3 tot 4 ton", [("€ 3 tot 4 ton", 3e5, 4e5, "EUR")]),
    ("€ 30 tonnage en € 5 toelage", [("€ 30", 30, "EUR"), ("€ 5", 5, "EUR")]),
    ("€ 40 per ton", [("€ 40", 40, "EUR")]),
    ("anderhalf miljard euro", [("anderhalf miljard euro", 1.5e9, "EUR")]),
    ("een miljard euro", [("een miljard euro", 1e9, "EUR")]),
    ("een half miljoen euro", [("half miljoen euro", 5e5, "EUR")]),
    ("vierhonderd miljoen gulden", [("vierhonderd miljoen gulden", 4e8, "NLG")]),
    ("f 25 miljoen en fl. 3,50", [("f 25 miljoen", 25e6, "NLG"), ("fl. 3,50", 3.5, "NLG")]),
    ("ƒ 1500", [("ƒ 1500", 1500, "NLG")]),
    ("€ 24,- per stuk", [("€ 24,-", 24, "EUR")]),
    ("een ombuiging van -/- 150 mln.", [("-/- 150 mln.", -150e6, "EUR")]),
    ("een ombuiging van -/- € 120 mln.", [("-/- € 120 mln.", -120e6, "EUR")]),
    ("25 miljoen dollar", [("25 miljoen dollar", 25e6, "USD")]),
    ("USD 43 mln. en US$ 5", [("USD 43 mln.", 43e6, "USD"), ("US$ 5", 5, "USD")]),
    ("3 miljoen Britse pond", [("3 miljoen Britse pond", 3e6, "GBP")]),
    ("£ 200 en CHF 300", [("£ 200", 200, "GBP"), ("CHF 300", 300, "CHF")]),
    ("30 eurocent per liter", [("30 eurocent", 0.3, "EUR")]),
    ("van 700 miljoen naar 1 miljard euro", [("700 miljoen", 700e6, "EUR"), ("1 miljard euro", 1e9, "EUR")]),
    ("respectievelijk € 5 en € 10 mln.", [("€ 5", 5e6, "EUR"), ("€ 10 mln.", 10e6, "EUR")]),
    ("in 2014 25 miljoen dollar", [("25 miljoen dollar", 25e6, "USD")]),
    ("tot en met 2030 € 2,85 miljard", [("€ 2,85 miljard", 2.85e9, "EUR")]),
    ("€ 5 miljoen tot 2030", [("€ 5 miljoen", 5e6, "EUR")]),
    ("€ 5 miljoen tot en met 2030", [("€ 5 miljoen", 5e6, "EUR")]),
    ("20 miljoen aan subsidies", [("20 miljoen", 20e6, "EUR")]),
    ("een fonds van 570 miljoen voor noodhulp", [("570 miljoen", 570e6, "EUR")]),
]

PERCENTAGES = [
    ("een daling van 19,5%", [("19,5%", 19.5, "%")]),
    ("drieëneenhalf procent", [("drieëneenhalf procent", 3.5, "%")]),
    (
        "met 1,2 procentpunt tot 4,3%",
        [("1,2 procentpunt", 1.2, "%"), ("4,3%", 4.3, "%")],
    ),
    ("0,5 procentpunt lager", [("0,5 procentpunt", 0.5, "%")]),
    ("25 basispunten", [("25 basispunten", 0.25, "%")]),
    ("0,5 à 1 procent", [("0,5 à 1 procent", 0.5, 1, "%")]),
    ("5% tot 10% van de polders", [("5% tot 10%", 5, 10, "%")]),
    ("tussen de 20 en 25 procent", [("20 en 25 procent", 20, 25, "%")]),
    ("van 60 naar 70 procent", [("60", 60, "%"), ("70 procent", 70, "%")]),
    ("in 2023 en 10 procent daarna", [("10 procent", 10, "%")]),
    ("een 60%-reductie", [("60%", 60, "%")]),
    ("de 2%-norm, de 3 procentsnorm en een 100%-dochter", []),
    ("het percentage en de procenten", []),
]

QUANTITIES = [
    ("2.500 extra woonplekken", [("2.500 extra woonplekken", 2500, "extra woonplekken")]),
    ("vier MQ-9 Reaper toestellen", [("vier MQ-9 Reaper toestellen", 4, "MQ-9 Reaper toestellen")]),
    ("twee C-130 toestellen", [("twee C-130 toestellen", 2, "C-130 toestellen")]),
    ("zes F-35’s", [("zes F-35’s", 6, "F-35’s")]),
    ("14 EU lidstaten doen mee", [("14 EU lidstaten", 14, "EU lidstaten")]),
    ("ruim 1.400 plaatsen", [("1.400 plaatsen", 1400, "plaatsen")]),
    ("500 vluchtelingen per jaar", [("500 vluchtelingen per jaar", 500, "vluchtelingen")]),
    ("acht mariniers per konvooi", [("acht mariniers per konvooi", 8, "mariniers")]),
    ("2.315.000 ton graan", [("2.315.000 ton graan", 2315000, "ton graan")]),
    ("140 ton geloosd", [("140 ton", 140, "ton")]),
    ("1.250 hectare tegen een vergoeding", [("1.250 hectare", 1250, "hectare")]),
    ("1,8 miljoen laadpalen", [("1,8 miljoen laadpalen", 1.8e6, "laadpalen")]),
    ("17 miljoen Nederlanders", [("17 miljoen Nederlanders", 17e6, "Nederlanders")]),
    ("3 mld. m3 gas", [("3 mld. m3 gas", 3e9, "m3 gas")]),
    ("tien tot vijftien convenanten", [("tien tot vijftien convenanten", 10, 15, "convenanten")]),
    ("10-15 projecten", [("10-15 projecten", 10, 15, "projecten")]),
    ("vier of vijf landen", [("vier of vijf landen", 4, 5, "landen")]),
    ("tussen de 100 en 150 plaatsen", [("100 en 150 plaatsen", 100, 150, "plaatsen")]),
    ("van 100 naar 150 plaatsen", [("100", 100, "plaatsen"), ("150 plaatsen", 150, "plaatsen")]),
    ("2,5 fte en 120 man", [("2,5 fte", 2.5, "fte"), ("120 man", 120, "man")]),
    (
        "vijf grote en middelgrote gemeenten",
        [("vijf grote en middelgrote gemeenten", 5, "grote en middelgrote gemeenten")],
    ),
    (
        "twaalf land- en tuinbouwbedrijven",
        [("twaalf land- en tuinbouwbedrijven", 12, "land- en tuinbouwbedrijven")],
    ),
    ("drie gesloten inrichtingen", [("drie gesloten inrichtingen", 3, "gesloten inrichtingen")]),
    ("een drietal moties", [("drietal moties", 3, "moties")]),
    ("er zijn 2000 woningen gebouwd", [("2000 woningen", 2000, "woningen")]),
    ("Er komen acht maatregelen.", [("acht maatregelen", 8, "maatregelen")]),
    ("Aan de missie levert Nederland één arts.", [("één arts", 1, "arts")]),
    ("vorig jaar 137 klachten", [("137 klachten", 137, "klachten")]),
    ("deze week 30 meldingen", [("30 meldingen", 30, "meldingen")]),
]

ELLIPTICAL = [
    (
        "Van de 9.300 vacatures waren er op 1 mei 3.755 vervuld.",
        [("9.300 vacatures", 9300, "vacatures"), ("3.755", 3755, "vacatures")],
    ),
    (
        "Het gaat om 30 plaatsen. Daarvan zijn er 18 gereed, waarvan 12 in Tiel.",
        [("30 plaatsen", 30, "plaatsen"), ("18", 18, "plaatsen"), ("12", 12, "plaatsen")],
    ),
    ("De eerste kwartiermakers, dertig in getal, zijn er.", [("dertig", 30, "kwartiermakers")]),
    (
        "Er kwamen 40 aanvragen; 12 daarvan vielen af.",
        [("40 aanvragen", 40, "aanvragen"), ("12", 12, "aanvragen")],
    ),
]

NO_AMOUNTS = [
    "driekwart van de gemeenten",
    "een kwart van de leden",
    "kwart over drie",
    "Op 18, 19 en 20 november 2008 en op 1-1-2025.",
    "In 2014 en 2015, sinds de jaren 70, in de periode 2024–2028 wegen zij mee.",
    "binnen drie maanden, na 24 maanden, vijf jaar, vier weken en 48 uur",
    "kinderen van 12 jaar, zestigplussers, 12-jarigen en 18-plussers",
    "Zes van de tien gemeenten, één op de zes, 1 op de 4 en twee derde van de scholen.",
    "artikel 2, de artikelen 3 en 5, artikel 7.1, lid 3 en paragraaf 4.2",
    "Kamerstuk 27 830, nr. 388, de nrs. 431 en 437, zaak 2021Z02345",
    "2500 EK Den Haag, telefoon 070-456 1111, postbus 20018",
    "Natura 2000-gebieden, Horizon 2020 projecten, F-16, G20 en CO2",
    "tabel 1, fase 2, groep 8 leerlingen, de top 10 gemeenten",
    "per 100.000 inwoners, twee keer, drie maal, de tweede ronde",
    "Ik acht dit wenselijk; het kabinet acht maatregelen nodig.",
    "één geheel, één van de redenen, in één keer",
    "honderden bedrijven, tienduizenden mensen, beide Kamers, een aantal landen",
    "om 10.30 uur bij 25 graden",
    "1. Mobiliteitsbonus\n2 Nieuwe maatregelen\n33 524 Initiatiefnota",
    "resolutie 1973 en de 3D-printer, het 5G-netwerk, de 21e eeuw",
    "de wet-Hof van 2013 en het jaar 2020 zijn voorbij",
]


@pytest.mark.parametrize(("text", "expected"), [*MONEY, *PERCENTAGES, *QUANTITIES, *ELLIPTICAL])
def test_amounts(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_no_amounts(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "per", "words"),
    [
        ("33 miljoen euro per jaar", "year", "33 miljoen euro per jaar"),
        ("€ 35 per dag", "day", "€ 35 per dag"),
        ("€ 20 per maand", "month", "€ 20 per maand"),
        ("jaarlijks 2.500 miljard dollar", "year", "2.500 miljard dollar"),
        ("een jaarlijkse bijdrage van € 5 mln.", "year", "€ 5 mln."),
        ("bouwt ieder jaar 100.000 nieuwe woningen", "year", "100.000 nieuwe woningen"),
        ("elk jaar € 5 miljoen", "year", "€ 5 miljoen"),
        ("het jaar 2024 € 5 miljoen", None, "€ 5 miljoen"),
        ("structureel € 5 miljoen vanaf 2024", "year", "€ 5 miljoen"),
        ("€ 5 miljoen (structureel)", "year", "€ 5 miljoen"),
        ("€ 2 miljoen extra per jaar", "year", "€ 2 miljoen"),
        ("worden jaarlijks met 1 procent verruimd", "year", "1 procent"),
        ("Per jaar is € 5 miljoen nodig", "year", "€ 5 miljoen"),
        ("€ 5 per 1 januari", None, "€ 5"),
        ("€ 85.000 per hectare", None, "€ 85.000"),
        ("€ 4 mln. voor vier jaar", None, "€ 4 mln."),
    ],
)
def test_period(text: str, per: str | None, words: str) -> None:
    (amount,) = amounts_in(text)
    assert (amount.per, text[amount.start : amount.end]) == (per, words)


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("circa € 5 miljoen", True),
        ("ruim 1.400 plaatsen", True),
        ("zo’n 30 scholen", True),
        ("om en nabij de 40 gevallen", True),
        ("een twintigtal bedrijven", True),
        ("een drietal moties", False),
        ("precies € 5 miljoen", False),
        ("maximaal € 5 miljoen", False),
    ],
)
def test_approximate(text: str, approximate: bool) -> None:
    (amount,) = amounts_in(text)
    assert amount.approximate is approximate


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Uitgaven (x € 1.000)", ("money", "EUR", 1e3)),
        ("bedragen x € 1 mln.", ("money", "EUR", 1e6)),
        ("in mln. euro", ("money", "EUR", 1e6)),
        ("€ mln.", ("money", "EUR", 1e6)),
        ("x f 1000", ("money", "NLG", 1e3)),
        ("(in €)", ("money", "EUR", 1.0)),
        ("Aandeel in %", ("percentage", "%", 1.0)),
        ("2024", None),
        ("Aantal", None),
    ],
)
def test_unit_of_a_heading(head: str, unit: tuple[str, str, float] | None) -> None:
    assert head_unit(head) == unit


def letter(text: str, *paragraphs: Paragraph, written: date | None = None) -> Letter:
    return Letter(LetterHead(date=written), text, (), paragraphs, ())


def test_bare_cells_take_the_unit_of_their_heading() -> None:
    text = "Scholen\t1.250\t2024\t€ 3 mln."
    row = Paragraph(0, len(text), ParagraphKind.TABLE_ROW, "1", heads=("", "x € 1.000", "Jaar", "x € 1.000"))
    found = list(find_amounts(letter(text, row), Tags(), limit_of("amounts")))
    assert [(text[a.start : a.end], a.value) for a in found] == [("1.250", 1.25e6), ("€ 3 mln.", 3e6)]


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("x € 1.000", ("money", "EUR", 1e3)),
        ("Bedragen x € 1 miljoen", ("money", "EUR", 1e6)),
        ("bedragen in miljoenen euro", ("money", "EUR", 1e6)),
        ("Bedragen in miljoenen", ("money", "EUR", 1e6)),
        ("Bedragen in € x 1.000", ("money", "EUR", 1e3)),
        ("x 1.000 euro", ("money", "EUR", 1e3)),
        ("in €", ("money", "EUR", 1)),
        ("percentages", ("percentage", "%", 1)),
        ("Aantal (x 1.000)", None),
        ("in miljoenen", None),
        ("Europa", None),
        ("2024", None),
    ],
)
def test_unit_in_a_heading(head: str, unit: tuple[str, str, float] | None) -> None:
    assert head_unit(head) == unit


def test_unit_in_the_heading_of_the_first_column_holds_for_years_and_totals() -> None:
    text = "Scholen\t1.250\t12\t1.300"
    heads = ("Bedragen x € 1.000", "2024", "Aantal", "Totaal")
    row = Paragraph(0, len(text), ParagraphKind.TABLE_ROW, "1", heads=heads)
    found = list(find_amounts(letter(text, row), Tags(), limit_of("amounts")))
    assert [(text[a.start : a.end], a.value) for a in found] == [("1.250", 1.25e6), ("1.300", 1.3e6)]


def test_what_a_reference_takes_is_no_amount() -> None:
    text = "Zie 12 moties."
    reference = ReferenceMention(start=4, end=13, rule="x", kind=ReferenceKind.OTHER)
    assert list(find_amounts(letter(text), Tags(references=(reference,)), limit_of("amounts"))) == []
    assert len(list(find_amounts(letter(text), Tags(), limit_of("amounts")))) == 1


def test_bare_millions_of_a_letter_in_guilders() -> None:
    text = "De begroting is f 3 miljoen; daarvan is 2 miljoen besteed."
    (_, bare) = find_amounts(letter(text, written=date(2001, 5, 1)), Tags(), limit_of("amounts"))
    assert bare.unit == "NLG"


@given(st.text(max_size=300))
def test_never_raises_and_lies_in_the_text(text: str) -> None:
    check(text, amounts_in(text))


WORDS = [
    "€",
    "5",
    "12",
    "1.000",
    "2,5",
    "tot",
    "en",
    "van de",
    "naar",
    "twee",
    "acht",
    "%",
    "procent",
    "mln.",
    "miljoen",
    "euro",
    "f",
    "-/-",
    "landen",
    "ton",
    ",",
    ".",
    "à",
    "jaar",
    "er",
    "daarvan",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_never_raises_on_words_of_amounts(words: list[str]) -> None:
    text = " ".join(words)
    check(text, amounts_in(text))


def check(text: str, amounts: list[AmountMention]) -> None:
    end = 0
    for amount in amounts:
        assert end <= amount.start < amount.end <= len(text)
        assert amount.value_max is None or amount.value_max != amount.value
        end = amount.start


@pytest.mark.parametrize(
    "unit", ["1", "1 ", "1.000 ", "€ ", "-/- ", "twee", "a ", " ", "van de ", "12 grote ", "%", "tussen de "]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    # A quadratic search would need minutes for these 200 000 characters.
    amounts_in((unit * 200_000)[:200_000])
