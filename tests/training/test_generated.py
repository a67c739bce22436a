import pytest

from training.generated import _CLASSES, Names, Writer, load_templates, slots

NAMES = Names(
    given=("Femke",),
    surnames=("Zwart", "de Wit"),
    parties=("ABC",),
    places=("Joure",),
    countries=("Utopia",),
    organisations=("Bond voor Molens",),
    bodies=("Raad voor Water",),
    ministries=("Molens en Water",),
)
OTHERS = {"ministry", "date", "year", "number", "dossier"}


def test_every_slot_is_known() -> None:
    used = slots(template for group in load_templates().values() for template in group)
    assert used <= set(_CLASSES) | OTHERS
    assert len(used) > 10


def test_names_are_where_the_text_says() -> None:
    text, names = Writer(NAMES, 1).fill("De leden {surname} ({party}) en {surname} uit {place}.")
    assert [label for _, _, label in names] == ["PER", "ORG", "PER", "LOC"]
    assert text[slice(*names[1][:2])] == "ABC"
    assert text[slice(*names[3][:2])] == "Joure"
    assert text.endswith("uit Joure.")


def test_a_surname_alone_begins_with_a_capital() -> None:
    for text, names in (Writer(NAMES, seed).fill("{surname}") for seed in range(60)):
        assert names == ((0, len(text), "PER"),)
        assert text[0].isupper()


def test_a_defined_abbreviation_is_a_name_too() -> None:
    text, names = Writer(NAMES, 3).fill("De {newabbr} telt.")
    (long, short) = (text[start:end] for start, end, _ in names)
    assert f"{long} ({short})" in text
    assert short[0] == long[0]


def test_ministries_and_dates_are_no_names() -> None:
    assert Writer(NAMES, 1).fill("Minister van {ministry}, {date}")[1] == ()


def test_the_same_seed_gives_the_same_sentences() -> None:
    assert Writer(NAMES, 5).sentences(40) == Writer(NAMES, 5).sentences(40)
    assert Writer(NAMES, 5).sentences(40) != Writer(NAMES, 6).sentences(40)


def test_no_sentence_twice() -> None:
    texts = [text for text, _ in Writer(NAMES, 5).sentences(60)]
    assert len(set(texts)) == 60


def test_an_unknown_slot_is_told() -> None:
    with pytest.raises(ValueError, match="unknown slot"):
        Writer(NAMES, 1).fill("{nonsense}")
