"""Kamerstukken: every form of citing a document of parliament, and numbers that are none."""

import pytest

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.tag.references import references_in

FORMS = [
    # With the word, house and year left out or not.
    ("Kamerstuk 21 501-20, nr. 963", ["kst-21501-20-963"]),
    ("Kamerstuk 32852 nr. 209", ["kst-32852-209"]),
    ("Kamerstuk 20043, nr.142", ["kst-20043-142"]),
    ("36.501, nr. 4", ["kst-36501-4"]),
    ("Kamerstukken II 2014/15, 21501-20, nr. 963", ["kst-21501-20-963"]),
    ("Kamerstukken II, 2008/09, 31700.VIII, 32", ["kst-31700-VIII-32"]),
    ("Kamerstukken II 08/09, 31 700 VIII, nr. 32", ["kst-31700-VIII-32"]),
    ("Kamerstukken II, vergaderjaar 2007-2008, 31 386, nr. 3, pag. 10", ["kst-31386-3"]),
    ("TK 2008-2009, 31473, nummer 25", ["kst-31473-25"]),
    ("Tweede Kamer 2008-2009, 31459, 22", ["kst-31459-22"]),
    ("Kamerstukken 2, 2008-2009, 31459, 22", ["kst-31459-22"]),
    ("Kamerstukken 11, 1997/1998, 25 672 nr.3 pag.4", ["kst-25672-3"]),
    ("Kamerstukken II, 31 459 22", ["kst-31459-22"]),
    ("kamerstukken II, Zitting 1958-1959-5380, Nr. 3", ["kst-5380-3"]),
    ("Kamerstukken II, 1985/- 86, 19 559, nr. 6", ["kst-19559-6"]),
    ("bijlage bij Kamerstuk 28 638, nr. 187", ["kst-28638-187"]),
    ("7Kamerstuk 28 638, nr. 187", ["kst-28638-187"]),
    # One document of both houses.
    ("Kamerstukken I/II 2014/15, 34 000, A/nr. 2", ["kst-34000-A", "kst-34000-2"]),
    ("Kamerstukken I/II, 2008/09, 31 700, A en nr. 2", ["kst-31700-A", "kst-31700-2"]),
    ("Kamerstukken II/I 2019/20, 35 300 VI, B, nr. 14", ["kst-35300-VI-B", "kst-35300-VI-14"]),
    ("Kamerstukken I/II 2014/15, 34 000, nr. 2", ["kst-34000-2"]),
    ("Kamerstukken I/II 2014/15, 34 000, A", ["kst-34000-A"]),
    ("Kamerstukken I/II 2014/15, 34 000", ["kst-34000"]),
    # Additions to the dossier.
    ("34300-VI, nr. 12", ["kst-34300-VI-12"]),
    ("34 300 VI, nr. 12", ["kst-34300-VI-12"]),
    ("34 300 (X), nr. 12", ["kst-34300-X-12"]),
    ("Kamerstuk TK 31.700XII, 6", ["kst-31700-XII-6"]),
    ("Kamerstukken Tweede Kamer 31-700 XII nr 6", ["kst-31700-XII-6"]),
    ("Kamerstukken II, 31 700-IIB, nr 2", ["kst-31700-IIB-2"]),
    ("19 700 hoofdstuk XV, nr. 2", ["kst-19700-XV-2"]),
    ("Kamerstuk 33400-J, nr. 19", ["kst-33400-J-19"]),
    ("Kamerstuk 36 200 A, nr. 8", ["kst-36200-A-8"]),
    # The Eerste Kamer letters its documents; it counted them before 2003.
    ("Kamerstukken I 2008/09, 31700 VI, D, p. 4", ["kst-31700-VI-D"]),
    ("Kamerstukken I 2008/09, 31145, nr. C", ["kst-31145-C"]),
    ("Kamerstukken Eerste Kamer 2014-15, 31 145, AA", ["kst-31145-AA"]),
    ("Kamerstuk I 31145 AA", ["kst-31145-AA"]),
    ("35.673 EK B", ["kst-35673-B"]),
    ("de brief (34 891, E)", ["kst-34891-E"]),
    ("De motie (33 000 VIII, C) vraagt", ["kst-33000-VIII-C"]),
    ("de motie-Abspoel (36 410 B, G)", ["kst-36410-B-G"]),
    ("de moties (33 000 VIII, C en D)", ["kst-33000-VIII-C", "kst-33000-VIII-D"]),
    ("de moties (30 452, E, F en G)", ["kst-30452-E", "kst-30452-F", "kst-30452-G"]),
    ("het voorstel (33 000 VIII, Cultuur)", []),
    ("de cijfers (32 123 V, DEN HAAG)", []),
    ("36 410 B, C en D zijn", []),
    ("de motie-Rog (Kamerstuk 35 925, letter F)", ["kst-35925-F"]),
    ("Kamerstukken I 2021/22, 35 925, letters F en G", ["kst-35925-F", "kst-35925-G"]),
    ("artikel 3, letter A, en onder letter B", []),
    # Chapters and funds of the budget, lettered too.
    ("de brief (36 410 B, F)", ["kst-36410-B-F"]),
    ("de brief (36 410 VII, C)", ["kst-36410-VII-C"]),
    ("36 200 B, nr. 4", ["kst-36200-B-4"]),
    ("Kamerstuk 35 526, L", ["kst-35526-L"]),
    ("Kamerstuk 36836 D", ["kst-36836-D"]),
    ("Kamerstukken I 1979/80, 15 516, nr. 42e, blz. 7", ["kst-15516-42e"]),
    ("Kamerstukken I 2000/01, 26 855 (250, 250a)", ["kst-26855-250", "kst-26855-250a"]),
    ("Kamerstukken I 2017/18, CXXIV, G", ["kst-CXXIV-G"]),
    # Two dossiers, the number counts in the first named; the number of a Rijkswet is left out.
    ("Kamerstukken 26 643 en 32 761, nr. 920", ["kst-26643-920"]),
    ("35 687 en 35 688 (R2151), nr. 14", ["kst-35687-14"]),
    ("24 515, 28 345 en 31 015, nr. 6", ["kst-24515-6"]),
    ("Kamerstuk 32 440/32 441, nr. 3", ["kst-32440-3"]),
    ("Kamerstuk 31728, 30914, nr. 5", ["kst-31728-5"]),
    ("Kamerstukken I 2003/04, 27 484 (R 1669), nr. 289", ["kst-27484-289"]),
    # Several numbers.
    ("33 037, nrs. 431 en 437", ["kst-33037-431", "kst-33037-437"]),
    ("33 037, nrs. 12, 14 en 15", ["kst-33037-12", "kst-33037-14", "kst-33037-15"]),
    ("26 824, nrs. 1–3", ["kst-26824-1", "kst-26824-2", "kst-26824-3"]),
    ("26 824, nrs. 16 t/m 18", ["kst-26824-16", "kst-26824-17", "kst-26824-18"]),
    ("35 625, nr. 4, p. 12 en 13, en nr. 6", ["kst-35625-4", "kst-35625-6"]),
    ("26 271, nr. 6, p. 15-16; nr. 7, p. 5-6.", ["kst-26271-6", "kst-26271-7"]),
    ("21 227, nr. 3 (bijlage IV), en nr. 5", ["kst-21227-3", "kst-21227-5"]),
    ("(29 861, nr. 61 en 64)", ["kst-29861-61", "kst-29861-64"]),
    # Several citations behind one word.
    ("Kamerstuk 29 521, nr. 411 en 33 694, nr. 12", ["kst-29521-411", "kst-33694-12"]),
    ("Kamerstukken II 2008/09, 31 700 VIII, 32 en 31 700 IX, 5", ["kst-31700-VIII-32", "kst-31700-IX-5"]),
    ("Kamerstukken II 2020/21, 35570 en Kamerstukken II 2020/21, 21 501-07, nr. 1750", ["kst-35570", "kst-21501-07-1750"]),
    # Short forms and identifiers.
    ("20043-142", ["kst-20043-142"]),
    ("35570-XIV-46", ["kst-35570-XIV-46"]),
    ("Kamerstuk 21501-32-1740", ["kst-21501-32-1740"]),
    ("Kamerstukken II 29 538, 2020-2021, nr. 12", ["kst-29538-12"]),
    ("Kamerstukken II 2015/16, 34 300-XIII, nr. 12 en 2016/17, 34 550-XIII, nr. 5", ["kst-34300-XIII-12", "kst-34550-XIII-5"]),
    ("Kamerstuknr. 29538-12", ["kst-29538-12"]),
    ("nummer 36 200-XV-12", ["kst-36200-XV-12"]),
    ("36.200-XV-12", ["kst-36200-XV-12"]),
    ("36 200 XV-12", ["kst-36200-XV-12"]),
    ("Kamerstukken II 2019/20, 35 300 VII, nrs. 12 resp. 14", ["kst-35300-VII-12", "kst-35300-VII-14"]),
    ("https://zoek.officielebekendmakingen.nl/kst-36600-VII-1.html", ["kst-36600-VII-1"]),
    ("kst-36600-vii-1", ["kst-36600-VII-1"]),
    ("Kamerstuk 21 501\u201120, nr. 963", ["kst-21501-20-963"]),
    ("Kamerstuk 21 501 08, nr. 928", ["kst-21501-08-928"]),
    ("Kamerstuk 29 521, stuknr. 12", ["kst-29521-12"]),
    ("Kamerstuk 29 521 (2014-2015), nr. 12", ["kst-29521-12"]),
    # Whole dossiers.
    ("Kamerstuk 19637", ["kst-19637"]),
    ("dossier 29 521", ["kst-29521"]),
    ("Kamerstukken 29 521 en 27 925", ["kst-29521", "kst-27925"]),
    ("Kamerstuk 33 750-IV", ["kst-33750-IV"]),
    ("Kamerstukken II 1993/94-1996/97, 23761", ["kst-23761"]),
    ("het wetsvoorstel tot wijziging van die wet (36 159)", ["kst-36159"]),
    ("de aansluiting op de Sluizenwet (33 684)", ["kst-33684"]),
    ("de Wet goed sluisbeheer (36 130)", ["kst-36130"]),
    ("de Rijkswet op de sluizen (33 852 (R2023))", ["kst-33852"]),
    ("de nadere memorie van antwoord (33 106, D, blz. 14)", ["kst-33106-D"]),
    # Broken over lines.
    ("Kamerstuk 33\n524, nr. 2", ["kst-33524-2"]),
    ("Kamerstuk 34 300\nXVII, nr.\n20", ["kst-34300-XVII-20"]),
    ("Kamer-\nstuk 27 830, nr. 388", ["kst-27830-388"]),
    ("Kamerstuk\u00a027\u00a0830, nr.\u00a0388", ["kst-27830-388"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
@pytest.mark.parametrize("frame", ["{}", "De brief van 3 mei ({}) gaat hierop in.", "4 Zie {}."])
def test_form_is_read(text: str, expected: list[str], frame: str) -> None:
    found = references_in(frame.format(text))
    assert [m.id for m in found if m.kind is ReferenceKind.KAMERSTUK] == expected


NEAR_MISSES = [
    "Postbus 20401, 2500 EK Den Haag",
    "2513 AA DEN HAAG",
    "T 070-456 0000",
    "ons kenmerk IENW/BSK-2022/268034",
    "kenmerk 20043-142",
    "2019-0000612345",
    "in 2013-2014 ontvingen 12 500 mensen hulp",
    "van de 36 200 woningen zijn er 3 klaar",
    "36 200 euro, nr. 1 op de lijst",
    "€ 36 200, nr. 3",
    "15000-20000 plaatsen",
    "arrest van 30 november 1977, nr. 18 586",
    "de Kamerstukken van die jaren",
    "een Kamerstuk uit 2014",
    "de Tweede Kamer heeft in 2014 besloten",
    "EK 2020 voetbal",
    "Vaststelling van 36 200 X voor het jaar 2023",
    "een reeks van 12345-67890-11",
    "van 36 200-12 naar 36 300",
    "kenmerk 36 200-XV-12",
    "nr. 2 BRIEF VAN DE MINISTER",
    "de fondsen (36 410 B en C)",
    "36 410 B en C",
    "36 410 B, F",
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_miss_is_no_kamerstuk(text: str) -> None:
    assert [m.id for m in references_in(text) if m.kind is ReferenceKind.KAMERSTUK] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "36836 D",
            ["kst-36836-D"],
            marks=pytest.mark.xfail(reason="five digits and a letter are too many other things", strict=True),
        ),
        pytest.param(
            "Kamerstukken I, 1969-1970, 9595,9596, blz 1092",
            ["kst-9595"],
            marks=pytest.mark.xfail(reason="dossiers of four digits are read only before nr.", strict=True),
        ),
    ],
)
def test_known_failure(text: str, expected: list[str]) -> None:
    assert [m.id for m in references_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kamerstuk 29 521, 5 november 2013", "kst-29521"),
        ("Kamerstuk 27 830, 3 miljoen euro", "kst-27830"),
        ("Kamerstuk 32 623, EU en NAVO", "kst-32623"),
        ("Kamerstuk 29 521 VN-missie", "kst-29521"),
        ("Kamerstuk 36 200 A motie", "kst-36200-A"),
    ],
)
def test_what_follows_a_dossier_is_not_taken_for_its_number(text: str, expected: str) -> None:
    assert [m.id for m in references_in(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("(29 861, nrs. 61 en 64)", ["29 861, nrs. 61", "64"]),
        ("(29 861, nr. 61; nr. 64)", ["29 861, nr. 61", "nr. 64"]),
        ("bijlage bij Kamerstuk 27 625, nr. 322.", ["Kamerstuk 27 625, nr. 322"]),
        ("Kamerstukken II 2012/13, 33 524, nr. 2, blz. 4", ["Kamerstukken II 2012/13, 33 524, nr. 2"]),
        ("35 047 (R2108), nr. 14", ["35 047 (R2108), nr. 14"]),
    ],
)
def test_mention_takes_in_the_whole_citation(text: str, surfaces: list[str]) -> None:
    assert [text[m.start : m.end] for m in references_in(text)] == surfaces


@pytest.mark.parametrize(
    ("text", "chamber", "session", "dossier", "number"),
    [
        ("Kamerstukken II 2014/15, 21501-20, nr. 963", "tk", "20142015", "21501-20", "963"),
        ("Kamerstukken II 1999/00, 26 824, nr. 1", "tk", "19992000", "26824", "1"),
        ("Kamerstukken I 2018/19, 34 891, E", "ek", "20182019", "34891", "E"),
        ("Kamerstuk 35 526, L", "ek", None, "35526", "L"),
        ("Kamerstuk 36 200 X, nr. 41", None, None, "36200-X", "41"),
        ("Kamerstukken II 2014/17, 21501-20, nr. 963", "tk", None, "21501-20", "963"),
    ],
)
def test_parts_of_a_citation(
    text: str, chamber: str | None, session: str | None, dossier: str, number: str
) -> None:
    (mention,) = references_in(text)
    assert (mention.chamber, mention.session_year) == (chamber, session)
    assert (mention.dossier, mention.number) == (dossier, number)


ADDRESS = "https://zoek.officielebekendmakingen.nl/"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Kamerstuk 21 501-20, nr. 963", "kst-21501-20-963.html"),
        ("Kamerstukken II 2001/02, 28 000 VIII, nr. 11", "kst-28000-VIII-11.html"),
        ("Kamerstukken I 2008/09, 31700 VI, D", "kst-20082009-31700-VI-D.html"),
        ("Kamerstukken I 2018/19, 33 506, AB", "kst-33506-AB.html"),
        ("Kamerstuk 19637", "dossier/19637"),
        ("Kamerstuk 36 200 X", "dossier/36200-X"),
        ("kst-33506-AB", "kst-33506-ab.html"),
    ],
)
def test_address_is_right_by_construction(text: str, url: str) -> None:
    (mention,) = references_in(text)
    assert mention.url == ADDRESS + url


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 35 526, L",  # the Eerste Kamer needs its session year
        "35.673 EK B",
        "Kamerstukken II 1988/89, 20 873, nr. 39",  # before digital publication
        "Kamerstukken I 2017/18, CXXIV, G",
    ],
)
def test_no_address_is_guessed(text: str) -> None:
    (mention,) = references_in(text)
    assert mention.url is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("de brief (29 538-12)", ["kst-29538-12"]), ("(29 538-12, 3)", []), ("(van 29 538-12)", [])],
)
def test_short_form_with_a_space_needs_its_bracket(text: str, expected: list[str]) -> None:
    assert [m.id for m in references_in(text)] == expected
