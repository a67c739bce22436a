import datetime as dt

import pytest

from letteranalyser.models.analysis import Chamber, LetterHead
from letteranalyser.models.layout import Block, BlockKind
from letteranalyser.split.letterhead import is_place_and_date, parse_date, read_letterhead
from letteranalyser.split.salutation import is_closing, is_salutation
from letteranalyser.split.signature import name_in, senders, tidy_office
from letteranalyser.split.title import title_offices


def head(*texts: str, signed: str = "") -> LetterHead:
    blocks = [Block(BlockKind.LETTERHEAD, text) for text in texts]
    return read_letterhead([*blocks, Block(BlockKind.SIGNATURE, signed)])[0]


@pytest.mark.parametrize(
    ("texts", "subject", "reference"),
    [
        pytest.param(["Datum 3 maart 2021\nBetreft Woningen"], "Woningen", None, id="same-line"),
        pytest.param(["Datum\n3 maart 2021", "Betreft\nWoningen"], "Woningen", None, id="next-line"),
        pytest.param(["Datum: 3 maart 2021\nOnderwerp: Woningen"], "Woningen", None, id="colon"),
        pytest.param(
            ["Datum 3 maart 2021\nBetreft Bouw van\nwoningen"], "Bouw van woningen", None, id="two-lines"
        ),
        pytest.param(["Datum\nBetreft", "3 maart 2021\nWoningen"], "Woningen", None, id="labels-first"),
        pytest.param(["Datum 3 maart 2021", "Ons kenmerk\n2021-0001"], None, "2021-0001", id="reference"),
        pytest.param(["Datum 3 maart 2021", "Uw kenmerk\n2021-0001"], None, None, id="their-reference"),
    ],
)
def test_labels(texts: list[str], subject: str | None, reference: str | None) -> None:
    found = head(*texts)
    assert (found.date, found.place, found.subject, found.reference) == (
        dt.date(2021, 3, 3),
        None,
        subject,
        reference,
    )


def test_title_of_a_kamerstuk() -> None:
    found = head(
        "Vergaderjaar 2013–2014",
        "21 501-20 Europese Raad",
        "36 200 X Vaststelling van de begroting\nvan het ministerie",
        "35 047 (R2108) Goedkeuring van een verdrag",
        "Nr. 402 BRIEF VAN DE MINISTER VAN WONEN",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "Den Haag, 3 maart 2014",
    )
    assert [(d.number, d.title) for d in found.dossiers] == [
        ("21501-20", "Europese Raad"),
        ("36200-X", "Vaststelling van de begroting van het ministerie"),
        ("35047", "Goedkeuring van een verdrag"),
    ]
    assert (found.number, found.place, found.session_year) == ("402", "Den Haag", "2013-2014")
    assert found.chamber is Chamber.TWEEDE_KAMER
    assert [s.function for s in found.senders] == ["Minister van Wonen"]


def test_the_eerste_kamer_numbers_with_letters() -> None:
    found = head(
        "33 699 Vreemdelingenwet",
        "F BRIEF VAN DE MINISTER VAN WONEN",
        "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal",
    )
    assert (found.number, found.chamber) == ("F", Chamber.EERSTE_KAMER)


def test_what_is_missing_is_a_problem() -> None:
    _, problems = read_letterhead([])
    assert [p.code for p in problems] == ["no_date", "no_sender"]


@pytest.mark.parametrize(
    ("title", "offices"),
    [
        ("BRIEF VAN DE MINISTER VAN WONEN", ["Minister van Wonen"]),
        (
            "BRIEF VAN DE MINISTERS VAN WONEN, VAN WATER EN VOOR KLIMAAT",
            ["Minister van Wonen", "Minister van Water", "Minister voor Klimaat"],
        ),
        (
            "BRIEF VAN DE MINISTER VAN WONEN EN DE STAATSSECRETARIS VOOR WATER",
            ["Minister van Wonen", "Staatssecretaris voor Water"],
        ),
        ("BRIEF VAN DE MINISTER VAN WATER EN WONEN", ["Minister van Water en Wonen"]),
    ],
)
def test_title_offices(title: str, offices: list[str]) -> None:
    assert title_offices(title) == offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 maart 2021", dt.date(2021, 3, 3)),
        ("03-12-2004", dt.date(2004, 12, 3)),
        ("1 jan 2020", dt.date(2020, 1, 1)),
        ("31 februari 2021", None),
        ("maart 2021", None),
        ("3 foo 2021", None),
    ],
)
def test_parse_date(text: str, expected: dt.date | None) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Den Haag, 3 maart 2021", True),
        ("’s-Gravenhage, 5 juni 2003", True),
        ("Datum 3 maart 2021", False),
        ("De wet geldt sinds 3 maart 2021 in heel Nederland", False),
    ],
)
def test_place_and_date(line: str, expected: bool) -> None:
    assert is_place_and_date(line) is expected


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("drs. R.W. Knol", "R.W. Knol"),
        ("prof. dr. C. van der Wal-Zegge", "C. van der Wal-Zegge"),
        ("Hugo de Vries", "Hugo de Vries"),
        ("A.B. Bakker MSc", "A.B. Bakker"),
        ("De Minister van Wonen,", None),
        ("Dit is een zin.", None),
        ("Bakker", None),
    ],
)
def test_name_in(line: str, name: str | None) -> None:
    assert name_in(line) == name


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["De Minister van Water,", "namens deze,", "De directeur-generaal Luchtvaart,", "J. Smit"],
            [("J. Smit", "Minister van Water")],
            id="on-behalf",
        ),
        pytest.param(
            ["De Minister van Landbouw, Natuur", "en Water,", "J. Smit"],
            [("J. Smit", "Minister van Landbouw, Natuur en Water")],
            id="wrapped",
        ),
        pytest.param(
            ["DE MINISTER VAN WATER,", "DE MINISTER VAN WONEN,", "J. Smit", "K. Bos"],
            [("J. Smit", "Minister van Water"), ("K. Bos", "Minister van Wonen")],
            id="offices-then-names",
        ),
        pytest.param(["De Minister van Water,"], [(None, "Minister van Water")], id="unsigned"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_senders(lines: list[str], expected: list[tuple[str | None, str]]) -> None:
    assert [(s.name, s.function) for s in senders(lines)] == expected


def test_tidy_office() -> None:
    assert tidy_office("DE MINISTER VAN INFRASTRUCTUUR EN MILIEU,") == "Minister van Infrastructuur en Milieu"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Geachte voorzitter,", True),
        ("Geachte heer Van Raan,", True),
        ("Zeer geachte mevrouw de Voorzitter,", True),
        ("waarde dat wij nemen", False),
        ("Beste praktijken uit het buitenland", False),
    ],
)
def test_is_salutation(line: str, expected: bool) -> None:
    assert is_salutation(line) is expected


def test_is_closing() -> None:
    assert is_closing("Hoogachtend,")
    assert not is_closing("Hoogachtend verblijf ik niet langer in dit land.")
