"""What counts as a mention of a motion, and how far its text goes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letteranalyser.tag.motions import motions_in
from letteranalyser.tag.motions_lists import in_row


def texts(text: str) -> list[str]:
    return [text[m.start : m.end] for m in motions_in(text)]


def movers(text: str) -> list[list[str]]:
    return [[mover.name for mover in m.movers] for m in motions_in(text)]


@pytest.mark.parametrize(
    ("text", "mention", "names"),
    [
        (
            "De motie van het lid Rog (CDA) c.s. (Kamerstuk 31 293, nr. 4) vraagt",
            "motie van het lid Rog (CDA) c.s.",
            ["Rog"],
        ),
        (
            "Met de motie van de leden Kwint (SP) en Smals (VVD) is",
            "motie van de leden Kwint (SP) en Smals (VVD)",
            ["Kwint", "Smals"],
        ),
        ("In de motie-Van den Hul/Rog (31 293, nr. 4)", "motie-Van den Hul/Rog", ["Van den Hul", "Rog"]),
        ("De motie Rog c.s. sluit aan", "motie Rog c.s.", ["Rog"]),
        ("de motie Rog (31 293, nr. 4)", "motie Rog", ["Rog"]),
        ("de motie–Rog", "motie–Rog", ["Rog"]),
        ("de gewijzigde motie van het lid Rog", "gewijzigde motie van het lid Rog", ["Rog"]),
        ("de nader gewijzigde motie-Rog", "nader gewijzigde motie-Rog", ["Rog"]),
        (
            "de eerder aangenomen motie van voormalig lid Asscher",
            "eerder aangenomen motie van voormalig lid Asscher",
            ["Asscher"],
        ),
        (
            "de aangehouden motie van mevrouw Kuiken en de heer Rog",
            "aangehouden motie van mevrouw Kuiken en de heer Rog",
            ["Kuiken", "Rog"],
        ),
        ("de motie van de heren Rog en Kwint", "motie van de heren Rog en Kwint", ["Rog", "Kwint"]),
        ("de motie van senator Nooren c.s.", "motie van senator Nooren c.s.", ["Nooren"]),
        ("de motie van Rog en Kwint over", "motie van Rog en Kwint", ["Rog", "Kwint"]),
        ("de motie over lesgeld van het lid Rog", "motie over lesgeld van het lid Rog", ["Rog"]),
        ("de motie d.d. 3 mei 2019 van het lid Rog", "motie d.d. 3 mei 2019 van het lid Rog", ["Rog"]),
        ("de motie (31 293, nr. 4) van het lid Rog", "motie (31 293, nr. 4) van het lid Rog", ["Rog"]),
        ("de motie 31 293, nr. 4 van het lid Rog", "motie 31 293, nr. 4 van het lid Rog", ["Rog"]),
        ("de motie op stuk nr. 4 (Rog c.s.) ontraad ik", "motie op stuk nr. 4 (Rog c.s.)", ["Rog"]),
        (
            "de motie, ingediend door de leden Rog en Kwint,",
            "motie, ingediend door de leden Rog en Kwint",
            ["Rog", "Kwint"],
        ),
        (
            "de motie die op 3 mei door het lid Rog is ingediend",
            "motie die op 3 mei door het lid Rog",
            ["Rog"],
        ),
        (
            "De motie is op 3 mei ingediend door de leden Rog en Kwint en kreeg nr. 4",
            "motie is op 3 mei ingediend door de leden Rog en Kwint",
            ["Rog", "Kwint"],
        ),
        ("De motie is door het kabinet overgenomen, zei het lid Rog", "De motie", []),
        ("De motie-Sneller³ en", "motie-Sneller", ["Sneller"]),
        (
            "Het lid van uw Kamer mevrouw Rog diende een motie in",
            "Het lid van uw Kamer mevrouw Rog diende een motie in",
            ["Rog"],
        ),
        (
            "Op verzoek van het lid Rog (PvdA), neergelegd in een motie die is aangenomen",
            "het lid Rog (PvdA), neergelegd in een motie",
            ["Rog"],
        ),
        (
            "Ingediend door het lid Rog is voorts een motie over",
            "het lid Rog is voorts een motie",
            ["Rog"],
        ),
        (
            "de motie op stuk nr. 4 (Kamerstuk 31 293) van het lid Rog",
            "motie op stuk nr. 4 (Kamerstuk 31 293) van het lid Rog",
            ["Rog"],
        ),
        ("de motie waarin het lid Rog vraagt", "motie waarin het lid Rog", ["Rog"]),
        ("de door het lid Rog (CDA) ingediende motie is", "door het lid Rog (CDA) ingediende motie", ["Rog"]),
        ("Het lid Rog (CDA) diende een motie in.", "Het lid Rog (CDA) diende een motie in", ["Rog"]),
        (
            "De leden Rog en Kwint dienden samen een motie in over",
            "De leden Rog en Kwint dienden samen een motie in",
            ["Rog", "Kwint"],
        ),
        (
            "Ook heeft de heer Rog een soortgelijke motie ingetrokken.",
            "heeft de heer Rog een soortgelijke motie ingetrokken",
            ["Rog"],
        ),
        (
            "Mevrouw Van den Hul heeft haar motie aangehouden.",
            "Mevrouw Van den Hul heeft haar motie aangehouden",
            ["Van den Hul"],
        ),
        (
            "Daartoe heeft het lid Rog bij motie opgeroepen.",
            "heeft het lid Rog bij motie opgeroepen",
            ["Rog"],
        ),
        ("Bij motie heeft het lid Rog verzocht", "Bij motie heeft het lid Rog verzocht", ["Rog"]),
        ("Per motie vroeg het lid Rog om", "Per motie vroeg het lid Rog", ["Rog"]),
        ("een motie van het lid Rog", "motie van het lid Rog", ["Rog"]),
        (
            "een motie van gelijke strekking van het lid Rog",
            "motie van gelijke strekking van het lid Rog",
            ["Rog"],
        ),
        ("Het lid Rog, wiens motie is verworpen,", "wiens motie", ["Rog"]),
        ("Met het lid Rog sprak ik over haar motie.", "haar motie", ["Rog"]),
        ("De heer Rog sprak hierover. Zijn motie (33 000 VIII, C) vraagt", "Zijn motie", ["Rog"]),
        ("Mevrouw Rog (CDA) sprak. Haar motie (nr. 4) is", "Haar motie", ["Rog"]),
        ("Mevrouw Rog (CDA) sprak. Zijn motie (nr. 4) is", "Zijn motie", []),
        ("De leden Rog en Kwint spraken. Zijn motie (nr. 4) is", "Zijn motie", []),
        (
            "De leden Rog en Kwint willen bij motie (nr. 4) vastgelegd zien",
            "De leden Rog en Kwint willen bij motie",
            ["Rog", "Kwint"],
        ),
        (
            "In haar motie (nr. 4) vraagt mevrouw Rog (CDA) om rust",
            "In haar motie (nr. 4) vraagt mevrouw Rog (CDA)",
            ["Rog"],
        ),
        (
            "Met hun motie (letter F) willen de leden Rog en Kwint dat",
            "Met hun motie (letter F) willen de leden Rog en Kwint",
            ["Rog", "Kwint"],
        ),
        ("In zijn motie (nr. 4) wordt gevraagd om rust", "zijn motie", []),
        ("de motie van wantrouwen van het lid Rog", "motie van wantrouwen van het lid Rog", ["Rog"]),
    ],
)
def test_motion_named_by_its_movers(text: str, mention: str, names: list[str]) -> None:
    assert texts(text) == [mention]
    assert movers(text) == [names]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "De moties van de leden Rog en Kwint (Kamerstuk 31 293, nr. 4) en Smals (nr. 6) zijn",
            [("moties van de leden Rog en Kwint", ["Rog", "Kwint"]), ("Smals", ["Smals"])],
        ),
        (
            "de moties Rog (nr. 4), Kwint c.s. (nr. 5) en Smals/Bruins (nr. 6)",
            [("moties Rog", ["Rog"]), ("Kwint c.s.", ["Kwint"]), ("Smals/Bruins", ["Smals", "Bruins"])],
        ),
        ("de moties-Rog en -Kwint", [("moties-Rog", ["Rog"]), ("Kwint", ["Kwint"])]),
        (
            "de moties van de leden Rog en Kwint (nrs. 4 en 5)",
            [("moties van de leden Rog", ["Rog"]), ("Kwint", ["Kwint"])],
        ),
        (
            "de moties van het lid Rog (31 293, nrs. 4 en 6)",
            [("moties van het lid Rog", ["Rog"]), ("nrs. 4 en 6", ["Rog"])],
        ),
        ("de moties-Rog (nrs. 4–6)", [("moties-Rog", ["Rog"]), ("nrs. 4–6", ["Rog"]), ("nrs. 4–6", ["Rog"])]),
        (
            "de motie-Rog c.s. en die van het lid Kwint",
            [("motie-Rog c.s.", ["Rog"]), ("het lid Kwint", ["Kwint"])],
        ),
        ("de moties op stuk nrs. 4 en 6", [("moties op stuk nrs. 4 en 6", []), ("nrs. 4 en 6", [])]),
        (
            "de motie van de leden Rog en Kwint (nrs. 4 en 6)",
            [("motie van de leden Rog en Kwint", ["Rog", "Kwint"])],
        ),
    ],
)
def test_joint_forms(text: str, mentions: list[tuple[str, list[str]]]) -> None:
    assert list(zip(texts(text), movers(text), strict=True)) == mentions


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Deze motie voer ik uit.", "Deze motie"),
        ("Ik voer de motie uit.", "de motie"),
        ("Ik laat de motie over aan de Kamer.", "de motie"),
        ("aanneming van die motie", "die motie"),
        ("de bovengenoemde motie is", "de bovengenoemde motie"),
        ("de aangehouden motie is", "de aangehouden motie"),
        ("Beide moties zijn afgedaan.", "Beide moties"),
        ("Deze twee moties zijn afgedaan.", "Deze twee moties"),
        ("Laatstgenoemde motie is afgedaan.", "Laatstgenoemde motie"),
        ("De eerste motie is afgedaan.", "De eerste motie"),
    ],
)
def test_pointing_back(text: str, mention: str) -> None:
    assert texts(text) == [mention]
    assert motions_in(text)[0].anaphoric


@pytest.mark.parametrize(
    ("text", "motions"),
    [
        ("de door het lid Rog ingediende motie op stuk nr. 12", [(["Rog"], "12")]),
        ("de door het lid Rog ingediende motie met Kamerstuknummer 31 066, nr. 904", [(["Rog"], None)]),
        ("Ik verzoek het lid Rog zijn motie op stuk nr. 14 aan te houden.", [(["Rog"], "14")]),
        ("Ik sprak het lid Rog over de motie op stuk nr. 14.", [([], "14")]),
        ("De moties van het lid Rog op stuk nrs. 61 en 63 ontraad ik.", [(["Rog"], "61"), (["Rog"], "63")]),
        ("de moties van het lid Rog op stuk nr. 61", [(["Rog"], "61")]),
        ("de motie-Rog c.s. (nr. 44) en de motie van hetzelfde lid (nr. 60)", [(["Rog"], None), (["Rog"], None)]),
        # Without a number it may be the same motion; of two members, or none, nobody knows whose it is.
        ("de motie-Rog (nr. 44). Van hetzelfde lid is een motie van dit lid bekend", [(["Rog"], None)]),
        ("de motie-Rog/Kuik (nr. 44) en een motie van dit lid (nr. 60)", [(["Rog", "Kuik"], None)]),
        ("een motie van hetzelfde lid (nr. 60)", []),
    ],
)  # fmt: skip
def test_whose_it_is_and_its_number(text: str, motions: list[tuple[list[str], str | None]]) -> None:
    assert [([x.name for x in m.movers], m.number) for m in motions_in(text)] == motions


@pytest.mark.parametrize(
    ("text", "mention", "number"),
    [
        ("De motie op stuk nr. 413 ontraad ik.", "motie op stuk nr. 413", "413"),
        ("motie nr. 12 over", "motie nr. 12", "12"),
        ("de motie met nummer 12 van het lid Rog", "motie met nummer 12 van het lid Rog", "12"),
        ("de motie-Rog, gedrukt onder nr. 12, is", "motie-Rog", "12"),
        ("de motie van het lid Rog op stuk nr. 12", "motie van het lid Rog", "12"),
        ("de motie op stuk nr. 12 (31 293)", "motie op stuk nr. 12 (31 293)", "12"),
    ],
)
def test_number_in_words(text: str, mention: str, number: str) -> None:
    assert texts(text) == [mention]
    assert motions_in(text)[0].number == number


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "De volgende moties:\n– Nr. 12, het lid Rog c.s.: ontraden\n– Nr. 13, de leden Kwint en Smals: oordeel Kamer",
            ["Nr. 12, het lid Rog c.s.", "Nr. 13, de leden Kwint en Smals"],
        ),
        ("Moties\nNr. 12 (Rog c.s.): ontraden", ["Nr. 12 (Rog c.s.)"]),
        ("Moties\n– Het lid Rog (nr. 12): ontraden", ["Het lid Rog"]),
        ("Moties\n– Rog/Kwint (31 293, nr. 12): ontraden", ["Rog/Kwint"]),
        ("Moties\nAmendementen\n– Nr. 12, het lid Rog: ontraden", []),
        ("Over de toezegging:\n– Nr. 12, het lid Rog", []),
        ("– Nr. 12, het lid Rog: ontraden", []),
        ("Moties\nHet lid Rog vroeg naar nr. 12", []),
        ("Moties\n– Rotterdam (bijlage, 12 pagina’s)", []),
    ],
)
def test_list_that_leaves_the_word_out(text: str, mentions: list[str]) -> None:
    assert texts(text) == mentions


@pytest.mark.parametrize(
    "text",
    [
        "Tijdens het debat zijn zeven moties ingediend.",
        "een overzicht van moties en toezeggingen",
        "de stemmingen over de moties en amendementen",
        "een motie over lesgeld",
        "De in het debat aangekondigde motie over lesgeld is niet ingediend.",
        "De Kamer heeft bij motie verzocht om een plan.",
        "Het lid Rog kondigde een motie aan.",
        "Het lid Rog zal een motie indienen.",
        "Het lid Rog heeft geen motie ingediend.",
        "Op verzoek van het lid Rog is een motie niet in stemming gebracht.",
        "het amendement van het lid Rog (nr. 12)",
        "het voorstel van het lid Rog",
        "Moties Defensie",
        "emotie, promotie en locomotief",
        "de motietekst",
        "De motie verzoekt om het voorstel van het lid Rog"[13:],
    ],
)
def test_generic_uses_name_no_motion(text: str) -> None:
    assert texts(text) == []


def test_another_members_proposal_does_not_make_him_the_mover() -> None:
    assert movers("De motie over het voorstel van het lid Rog is aangehouden.") == [[]]
    assert movers("De motie verzoekt het plan van het lid Rog uit te voeren.") == [[]]


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check_spans(text)


PIECES = ("motie", "moties", "-", " ", "van ", "het lid ", "de leden ", "Rog", "Van der Molen", " en ", ", ", "/", " c.s.", "(nr. 4)", "(31 293, nrs. 4 en 6)", "De ", "deze ", "beide ", "diende een ", " in", ". ", "\n", "– ", "Nr. 12, ", "bij ", "verzocht", "(", ")")  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_text_of_such_words(pieces: list[str]) -> None:
    check_spans("".join(pieces))


def check_spans(text: str) -> None:
    found = motions_in(text)
    assert found == sorted(found, key=lambda m: (m.start, m.end))
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert "\n" not in text[mention.start : mention.end]
        assert all(mover.name in text for mover in mention.movers)


@pytest.mark.parametrize(
    "piece",
    [
        "een motie ",
        "de motie ",
        "motie van het lid ",
        "motie-Rog/",
        "motie (",
        "motie over ",
        "het lid Rog een motie ",
        "Van Van ",
        "J.",
        "moties-Rog (nr. 1) en ",
    ],
)
def test_time_is_linear_in_length(piece: str) -> None:
    def once(text: str) -> float:
        start = time.process_time()
        motions_in(text)
        return time.process_time() - start

    def seconds(length: int) -> float:
        """The least of some attempts: whatever else the machine does only adds."""
        text = (piece * length)[:length]
        return min(once(text) for _ in range(3))

    seconds(1_000)
    assert seconds(16_000) < 40 * max(seconds(2_000), 0.005)


@pytest.mark.parametrize(
    ("row", "heads", "mentions"),
    [
        ("Rog c.s.\tlesgeld\tontraden", ("Indiener", "Onderwerp", "Oordeel"), [("Rog c.s.", None)]),
        ("12\tRog/Kwint over lesgeld\tontraden", ("Nr.", "Motie", "Oordeel"), [("Rog/Kwint", "12")]),
        ("Rotterdam\t12", ("Gemeente", "Motie"), []),
        ("Lesgeld in Rotterdam\t12", ("Motie", "Aantal"), []),
        ("Rog\t12", ("Naam", "Aantal"), []),
    ],
)
def test_row_of_a_table(row: str, heads: tuple[str, ...], mentions: list[tuple[str, str | None]]) -> None:
    text = f"Moties\n{row}"
    found = in_row(text, 7, len(text), heads, announced_as_motions=True)
    assert [(text[m.start : m.end], m.number) for m in found] == mentions


def test_row_of_a_table_of_something_else() -> None:
    assert in_row("Rog\t12", 0, 6, ("Indiener", "Aantal"), announced_as_motions=False) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MOTIE VAN HET LID JANSEN", [["Jansen"]]),
        ("NADER GEWIJZIGDE MOTIE VAN HET LID VAN DER STAAIJ C.S.", [["Van der Staaij"]]),
        (
            "GEWIJZIGDE MOTIE VAN DE LEDEN JANSEN EN DE VRIES TER VERVANGING VAN DIE GEDRUKT ONDER NR. 12",
            [["Jansen", "De Vries"]],
        ),
        ("MOTIE-JANSEN/VAN DEN BERG C.S.", [["Jansen", "Van den Berg"]]),
        ("Nr. 12 MOTIE VAN HET LID JANSEN (VVD)", [["Jansen"]]),
        (
            "MOTIES VAN DE LEDEN JANSEN (VVD), VAN ’T HOF (CDA) EN BAKKER",
            [["Jansen"], ["Van ’t Hof"], ["Bakker"]],
        ),
        ("Tekst.\nMOTIE VAN HET LID JANSEN\nDe Kamer, gehoord de beraadslaging", [["Jansen"]]),
        ("UITVOERING MOTIES DEFENSIE", []),
        ("STAND VAN ZAKEN VAN MOTIES", []),
        ("EMOTIE VAN HET LID JANSEN", []),
    ],
)
def test_heading_in_capitals(text: str, names: list[list[str]]) -> None:
    assert movers(text) == names


def test_heading_in_capitals_keeps_its_words() -> None:
    assert texts("A\nMOTIE VAN HET LID JANSEN C.S.\nB") == ["MOTIE VAN HET LID JANSEN C.S."]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("de motie van het lid X c.s.", [["X"]]),
        ("moties van de leden X en Y (Kamerstuk 29 521, nr. 411) en Z (nr. 413)", [["X", "Y"], ["Z"]]),
        ("de motie-X/Y", [["X", "Y"]]),
        ("de motie X c.s.", [["X"]]),
        ("de motie van het lid A. Jansen", [["A. Jansen"]]),
        ("motie B over wonen", []),
        ("Motie I", []),
    ],
)
def test_one_capital_stands_for_a_name_only_where_a_name_stands(text: str, names: list[list[str]]) -> None:
    assert movers(text) == names
