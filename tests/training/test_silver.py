import pytest

from training.silver import Lists, agree_within, read_iob, relabel, spans_of

LISTS = Lists(
    sure={"Raad van State": "ORG", "Groningen": "LOC"},
    given=frozenset({"Femke", "Joost"}),
    listed={
        "PER": frozenset({"dries puyn"}),
        "LOC": frozenset({"westerdam", "joure"}),
        "ORG": frozenset(),
        "MISC": frozenset(),
        "SURNAME": frozenset({"puyn"}),
    },
)


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        pytest.param("Hij woont in Groningen", (3, 4, "MISC"), "LOC", id="vocabulary"),
        pytest.param("Daar spreekt Femke Zwart", (2, 4, "MISC"), "PER", id="given-name"),
        pytest.param("Daar spreekt P.J. Zwart", (2, 4, "MISC"), "PER", id="initials"),
        pytest.param("Daar spreekt minister Zwart", (3, 4, "LOC"), "PER", id="office-before"),
        pytest.param("Lid van Stichting Zon", (2, 4, "MISC"), "ORG", id="word-of-an-organisation"),
        pytest.param("Het Verdrag van Joure", (1, 4, "LOC"), "MISC", id="treaty"),
        pytest.param("Dat staat te Westerdam", (3, 4, "ORG"), "LOC", id="place-after-preposition"),
        pytest.param("Dat doet Westerdam", (2, 3, "ORG"), "ORG", id="place-without-preposition-stays"),
        pytest.param("Leden van de XYZ", (3, 4, "MISC"), "ORG", id="abbreviation"),
        pytest.param("Dat zegt Abdij", (2, 3, "MISC"), "PER", id="who-speaks"),
        pytest.param("Een boek over Abdij", (3, 4, "MISC"), "MISC", id="nothing-known"),
    ],
)
def test_class_of_a_name(text: str, span: tuple[int, int, str], expected: str) -> None:
    assert relabel(text.split(), [span], LISTS) == [(span[0], span[1], expected)]


def test_a_known_name_takes_the_place_of_its_part() -> None:
    words = ["Advies", "van", "de", "Raad", "van", "State", "volgt"]
    assert relabel(words, [(5, 6, "LOC")], LISTS) == [(3, 6, "ORG")]


def test_a_surname_alone_is_the_person_named_before() -> None:
    first = (["Joost", "Zwart", "kwam"], [(0, 2, "PER")])
    again = (["Daarna", "ging", "Zwart"], [(2, 3, "MISC")])
    assert agree_within([first, again])[1][1] == [(2, 3, "PER")]
    far = [first, *[(["Ja"], [])] * 50, again]
    assert agree_within(far)[-1][1] == [(2, 3, "MISC")]


def test_iob() -> None:
    text = "# source = qa\nIn\tO\nDen\tB-LOC\nHaag\tI-LOC\nBakker\tB-PER\n\n# source = cdb\nNee\tO\n"
    assert list(read_iob(text)) == [
        ("qa", ["In", "Den", "Haag", "Bakker"], [(1, 3, "LOC"), (3, 4, "PER")]),
        ("cdb", ["Nee"], []),
    ]


def test_a_label_inside_that_begins_nothing_is_none() -> None:
    assert spans_of(["I-PER", "O", "I-LOC"]) == []
