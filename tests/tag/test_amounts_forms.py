"""Forms of amounts beside the usual ones: euros with their cents, codes before a dollar sign, minus in words, ranges."""

import pytest

from letteranalyser.tag.amounts import amounts_in

Found = list[tuple[str, float, float | None, str]]


def found(text: str) -> Found:
    return [(text[a.start : a.end], a.value, a.value_max, a.unit) for a in amounts_in(text)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Een kaartje kost 3 euro en 50 cent.", [("3 euro en 50 cent", 3.5, None, "EUR")]),
        (
            "Dat is dertien euro en vijfenveertig cent.",
            [("dertien euro en vijfenveertig cent", 13.45, None, "EUR")],
        ),
        ("Het kost 15 dollar en 15 cent.", [("15 dollar en 15 cent", 15.15, None, "USD")]),
        ("Het kostte 3 gulden 25 cent.", [("3 gulden 25 cent", 3.25, None, "NLG")]),
        ("Het tarief is 5 euro 50.", [("5 euro 50", 5.5, None, "EUR")]),
        ("Het tarief is 5 euro 50 per uur.", [("5 euro 50", 5.5, None, "EUR")]),
        ("Het tarief is vijf euro vijftig", [("vijf euro vijftig", 5.5, None, "EUR")]),
        # Two sums, or a sum and another number.
        ("3 euro en 500 cent", [("3 euro", 3, None, "EUR"), ("500 cent", 5, None, "EUR")]),
        ("10 euro, 50 cent", [("10 euro", 10, None, "EUR"), ("50 cent", 0.5, None, "EUR")]),
        ("5 miljoen euro en 50 cent", [("5 miljoen euro", 5e6, None, "EUR"), ("50 cent", 0.5, None, "EUR")]),
        ("3 procent en 50 cent", [("3 procent", 3, None, "%"), ("50 cent", 0.5, None, "EUR")]),
        ("Zij stortte 5 euro 50 keer.", []),
        ("Uitgaven in 5 euro 2024.", []),
        ("Het kost 5 euro 50, 60 of 70.", []),
    ],
)
def test_cents(text: str, amounts: Found) -> None:
    assert found(text) == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        # The noun that the sentence has counted before.
        (
            "in Drenthe ging het om 41 kinderen, in Noord-Holland om 612.",
            [("41 kinderen", 41, None, "kinderen"), ("612", 612, None, "kinderen")],
        ),
        (
            "In de regio Haaglanden ging het om 164 kinderen, in Twente om 71.",
            [("164 kinderen", 164, None, "kinderen"), ("71", 71, None, "kinderen")],
        ),
        (
            "zijn 7.940 flexwoningen geplaatst, tegen een streefcijfer van 15.000.",
            [("7.940 flexwoningen", 7940, None, "flexwoningen"), ("15.000", 15000, None, "flexwoningen")],
        ),
        ("Er zijn 41 kinderen. In Noord-Holland is dat om 612.", [("41 kinderen", 41, None, "kinderen")]),
        ("Er zijn 41 kinderen, in Noord-Holland om 12 uur.", [("41 kinderen", 41, None, "kinderen")]),
        # A share, and no number at all.
        ("vijftien bruggen, waarvan ongeveer twee derde dit jaar", [("vijftien bruggen", 15, None, "bruggen")]),
        ("zes bedrijven, waaronder een supermarkt", [("zes bedrijven", 6, None, "bedrijven")]),
        ("twaalf bruggen, waarvan acht in Limburg", [("twaalf bruggen", 12, None, "bruggen"), ("acht", 8, None, "bruggen")]),
        ("zes bedrijven, waarvan één met boete", [("zes bedrijven", 6, None, "bedrijven"), ("één", 1, None, "bedrijven")]),
        ("Eén op de zes kinderen groeit zo op", []),
        # What a measure measures, and what stands behind it without being measured.
        ("1,8 ton cocaïne", [("1,8 ton cocaïne", 1.8, None, "ton cocaïne")]),
        ("1,2 miljoen ton CO2.", [("1,2 miljoen ton CO2", 1.2e6, None, "ton CO2")]),
        ("Er zijn 275 fte vrijgemaakt voor", [("275 fte", 275, None, "fte")]),
    ],
)  # fmt: skip
def test_noun_of_a_number(text: str, amounts: Found) -> None:
    assert found(text) == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("usd$ 15", [("usd$ 15", 15, None, "USD")]),
        ("voor aud$ 15 miljoen", [("aud$ 15 miljoen", 15e6, None, "AUD")]),
        ("CAD$ 15", [("CAD$ 15", 15, None, "CAD")]),
        ("nzd$15", [("nzd$15", 15, None, "NZD")]),
        ("mxn$ 15", [("mxn$ 15", 15, None, "MXN")]),
        ("15 Nieuw-Zeelandse dollar", [("15 Nieuw-Zeelandse dollar", 15, None, "NZD")]),
        ("xusd$ 15", []),
        ("£ 3m", [("£ 3m", 3e6, None, "GBP")]),
        ("10k euro", [("10k euro", 1e4, None, "EUR")]),
        ("$ 30 billion", [("$ 30 billion", 3e10, None, "USD")]),
        ("£ 2,5 bn", [("£ 2,5 bn", 2.5e9, None, "GBP")]),
        ("5 million euro", [("5 million euro", 5e6, None, "EUR")]),
        # Metres, square metres, and what is no money.
        ("€ 25 m breed", [("€ 25", 25, None, "EUR")]),
        ("€ 5m2", [("€ 5", 5, None, "EUR")]),
        ("10k deelnemers", []),
        ("30 billion", []),
        ("een hek van 10m", []),
    ],
)
def test_codes_and_english_scales(text: str, amounts: Found) -> None:
    assert found(text) == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("een korting van min vijf procent", [("min vijf procent", -5, None, "%")]),
        ("De groei kwam uit op minus 0,5%.", [("minus 0,5%", -0.5, None, "%")]),
        ("een resultaat van min € 3 miljoen", [("min € 3 miljoen", -3e6, None, "EUR")]),
        ("een resultaat van min $ 3 miljoen", [("min $ 3 miljoen", -3e6, None, "USD")]),
        ("een saldo van min 3 miljoen euro", [("min 3 miljoen euro", -3e6, None, "EUR")]),
        ("minus 5 procent", [("minus 5 procent", -5, None, "%")]),
        # More or less; something taken off; at least.
        ("plus minus 5 procent", [("5 procent", 5, None, "%")]),
        ("min of meer 5 procent", [("5 procent", 5, None, "%")]),
        ("inflatie min 1 procent", [("1 procent", 1, None, "%")]),
        ("van admin 5 procent", [("5 procent", 5, None, "%")]),
    ],
)
def test_minus_in_words(text: str, amounts: Found) -> None:
    assert found(text) == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("€ 0,5 mld.–€ 0,8 mld.", [("€ 0,5 mld.–€ 0,8 mld.", 5e8, 8e8, "EUR")]),
        ("€ 0,5 mld. – € 0,8 mld.", [("€ 0,5 mld. – € 0,8 mld.", 5e8, 8e8, "EUR")]),
        ("€ 3 miljoen tot € 4 miljoen", [("€ 3 miljoen tot € 4 miljoen", 3e6, 4e6, "EUR")]),
        # A change and what it came to.
        (
            "nemen toe met f 412,6 mln. tot f 15,83 miljard",
            [("f 412,6 mln.", 412.6e6, None, "NLG"), ("f 15,83 miljard", 15.83e9, None, "NLG")],
        ),
        ("stijgt met € 5 tot € 10 miljoen", [("€ 5 tot € 10 miljoen", 5e6, 10e6, "EUR")]),
        # No range, and no minus either.
        ("€ 5 mln.–€ 3 mln.", [("€ 5 mln.", 5e6, None, "EUR"), ("€ 3 mln.", 3e6, None, "EUR")]),
        ("een saldo van –€ 5 miljoen", [("–€ 5 miljoen", -5e6, None, "EUR")]),
    ],
)
def test_dash_between_sums(text: str, amounts: Found) -> None:
    assert found(text) == amounts


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("van € 3 naar € 4 miljoen", 3e6, 4e6),
        ("van 3 naar 4 miljoen euro", 3e6, 4e6),
        ("van 5 naar 3 miljoen", 5e6, 3e6),
        ("van 3 naar 4 miljoen mensen", 3e6, 4e6),
        # Far apart, or with a unit of its own.
        ("van 100 naar 1 miljoen euro", 100, 1e6),
        ("van 500 euro naar 1 miljoen euro", 500, 1e6),
        ("van 3 naar 4 euro", 3, 4),
    ],
)
def test_scale_word_of_a_change_stands_for_both(text: str, first: float, second: float) -> None:
    assert [a.value for a in amounts_in(text)] == [first, second]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("https://x.nl/?q=30%25%2020%", []),
        ("zie www.x.nl/20%-50% en 5%", [("5%", 5, None, "%")]),
        ("mail naar 5%@x.nl over € 5", [("€ 5", 5, None, "EUR")]),
        ("prijs: 5% @ 3", [("5%", 5, None, "%")]),
    ],
)
def test_addresses_hold_no_amounts(text: str, amounts: Found) -> None:
    assert found(text) == amounts


def test_currency_at_the_end_of_a_line_is_part_of_its_amount() -> None:
    assert found("Dat kost €\n2.500 per jaar") == [("€\n2.500 per jaar", 2500, None, "EUR")]
    assert found("Dat kost veel\n2.500 per jaar") == []
