"""Names of operations by their form, how far they go, and words that only tell the sort of thing."""

import pytest

from letteranalyser.models.layout import Block, BlockKind, Document
from letteranalyser.split import split
from letteranalyser.tag import tag
from letteranalyser.tag.operation_patterns import kind_of_operation
from letteranalyser.tag.operations import is_in_actor


def operations(text: str) -> list[tuple[str, str]]:
    letter = split(Document("text/plain", blocks=(Block(BlockKind.PARAGRAPH, text),)))
    return [(letter.text[o.start : o.end], str(o.type)) for o in tag(letter, {"operations"}).operations]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Aan operatie Kadewacht nemen wij deel.", [("operatie Kadewacht", "operation")]),
        ("Operatie Kadewacht in de Rode Zee eindigt.", [("Operatie Kadewacht", "operation")]),
        ("De NAVO-missie Irak eindigt.", [("NAVO-missie Irak", "mission")]),
        ("Het programma Schone Kades loopt.", [("Schone Kades", "programme")]),
        ("Het Actieplan Schone Kades loopt.", [("Actieplan Schone Kades", "programme")]),
        ("Het Programma Kades 2022-2027 loopt.", [("Programma Kades 2022-2027", "programme")]),
        ("Het programma «Kop op de kade» loopt.", [("Kop op de kade", "programme")]),
        ("Uit het Kadefonds komt geld.", [("Kadefonds", "fund")]),
        ("Uit het Nationaal Kadefonds Binnenhavens komt geld.", [("Nationaal Kadefonds Binnenhavens", "fund")]),
        ("De Taskforce Kades adviseert.", [("Taskforce Kades", "task_force")]),
        ("De Regio Deal Kadeland loopt.", [("Regio Deal Kadeland", "programme")]),
        ("Het Clean Quay Fund betaalt.", [("Clean Quay Fund", "fund")]),
        (
            "Het Kade Herstelprogramma (KHP) loopt. Het KHP stopt.",
            [("Kade Herstelprogramma", "programme"), ("KHP", "programme"), ("KHP", "programme")],
        ),
        ("De operatie Kadewacht loopt. Kadewacht stopt.", [("operatie Kadewacht", "operation"), ("Kadewacht", "operation")]),
    ],
)  # fmt: skip
def test_names(text: str, found: list[tuple[str, str]]) -> None:
    assert operations(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Het programma loopt af en de programma’s ook.",
        "Binnen het programma is ruimte.",
        "Deze missie eindigt; de missie was zwaar.",
        "Het fonds keert uit aan pensioenfondsen.",
        "De Huurcommissie en een adviescommissie oordelen.",
        "Het Internationaal Monetair Fonds raamt groei.",
        "Het Wereldvoedselprogramma deelt voedsel uit.",
        "De EU-missie duurt voort.",
        "De Programma’s van Eisen zijn aangepast.",
        "Programma 4 blijft gelijk.",
        "Het Klimaatakkoord bevat afspraken.",
        "Het Verkiezingsprogramma is bekend.",
        "Minister op missie: dat is de missie van het kabinet.",
    ],
)
def test_only_the_sort_of_thing(text: str) -> None:
    assert operations(text) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kade Herstelprogramma", "programme"),
        ("Clean Quay Trust Fund", "fund"),
        ("European Instrument for Quays", "fund"),
        ("Training Mission Quays", "mission"),
        ("Joint Quay Task Force", "task_force"),
        ("Vereniging Schone Kades", None),
        ("Adviescommissie Kades", None),
    ],
)
def test_what_a_long_form_names(name: str, kind: str | None) -> None:
    assert kind_of_operation(name) == kind


def test_the_name_of_an_actor_is_no_operation() -> None:
    text = "het Internationaal Monetair Fonds en het Monetair Fonds"
    whole, part = text.index("Internationaal"), text.rindex("Monetair")
    assert is_in_actor(text, whole, whole + len("Internationaal Monetair Fonds"))
    assert is_in_actor(text, text.index("Monetair"), text.index("Fonds") + len("Fonds"))
    assert not is_in_actor(text, part, len(text))
