"""Whether two namings mean the same member."""

import pytest

from letteranalyser.link.members import joined, same_member, same_name
from letteranalyser.models.analysis import Mover


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Van Dijk", "Van Dijk", True),
        ("van Dijk", "Van Dijk", True),
        ("Jasper van Dijk", "Van Dijk", True),
        ("J.J. van Dijk", "Van Dijk", True),
        ("Agema-Smit", "Agema", True),
        ("Van ’t Riet", "Van 't Riet", True),
        ("Dijk", "Van Dijk", False),
        ("Gijs van Dijk", "Jasper van Dijk", False),
        ("Van Dijk", "Van Dijck", False),
        ("Smit", "Agema-Smit", False),
        ("De Groot", "Van der Groot", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("SP", "SP", True),
        ("SP", None, True),
        (None, None, True),
        ("PvdA", "Partij van de Arbeid", True),
        ("SP", "CDA", False),
    ],
)
def test_parties(one: str | None, other: str | None, same: bool) -> None:
    assert same_member(Mover(name="Van Dijk", party=one), Mover(name="Van Dijk", party=other)) is same


def test_joining_keeps_the_longer_list_and_all_parties() -> None:
    first = (Mover(name="Rog", party="CDA"),)
    second = (Mover(name="Rog"), Mover(name="Kwint", party="SP"))
    assert joined(first, second) == (Mover(name="Rog", party="CDA"), Mover(name="Kwint", party="SP"))
