"""Reading a person's name where one starts, forms of the vocabulary in a text's capitals, and overlapping proposals."""

import pytest

from letteranalyser.tag.candidates import Candidate, Certainty, resolve
from letteranalyser.tag.gazetteer import case_allows
from letteranalyser.tag.names import is_stop, read_name, read_names, surname


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Van der Lee vroeg dit", "Van der Lee"),
        ("J.P. van ’t Wout schrijft", "J.P. van ’t Wout"),
        ("Jan Vos vroeg dit", "Jan Vos"),
        ("Tjon-A-Ten vroeg dit", "Tjon-A-Ten"),
        ("Al-Bashir sprak", "Al-Bashir"),
        ("Van der Steur van Veiligheid en Justitie", "Van der Steur"),
        ("Jansen te Utrecht", "Jansen"),
        ("Bos Kamerstuk 31 999", "Bos"),
        ("Kamerstuk 31 999", None),
        ("Europese regels", None),
        ("de regels", None),
    ],
)
def test_read_name(text: str, name: str | None) -> None:
    end = read_name(text, 0)
    assert (None if end is None else text[:end]) == name


def test_read_names_of_a_list() -> None:
    text = "Kwint (SP), Smals (VVD) c.s. en Van den Hul/Rog over"
    assert [text[start:end] for start, end in read_names(text, 0)] == ["Kwint", "Smals", "Van den Hul", "Rog"]


@pytest.mark.parametrize(
    ("name", "last"),
    [("Jan van Dijk", "Van Dijk"), ("A.M. Bos", "Bos"), ("De Jong", "De Jong"), ("Bos", "Bos")],
)
def test_surname(name: str, last: str) -> None:
    assert surname(name) == last


def test_a_member_who_left_his_party_keeps_his_name() -> None:
    assert not is_stop("Omtzigt")
    assert is_stop("Kamerstuk")


@pytest.mark.parametrize(
    ("surface", "form", "allowed"),
    [
        ("SER", "SER", True),
        ("Ser", "SER", False),
        ("Europees parlement", "Europees Parlement", True),
        ("europees parlement", "Europees Parlement", False),
        ("RAAD VOOR CULTUUR", "Raad voor Cultuur", True),
        ("lid Omtzigt", "Lid Omtzigt", False),
        ("de Unie", "De Unie", False),
    ],
)
def test_capitals(surface: str, form: str, allowed: bool) -> None:
    assert case_allows(surface, form, lower=False) is allowed


def candidate(start: int, end: int, certainty: Certainty = Certainty.NAMED, rule: str = "a") -> Candidate:
    return Candidate(start, end, f"{start}-{end}", "organisation", rule, certainty)


def test_the_longest_of_equally_sure_ones_stays() -> None:
    assert resolve([candidate(0, 5), candidate(0, 9), candidate(5, 9)]) == [candidate(0, 9)]


def test_a_surer_one_wins_over_a_longer_one() -> None:
    sure = candidate(3, 6, Certainty.STATED)
    assert resolve([candidate(0, 9), sure]) == [sure]


def test_nothing_stays_in_what_is_taken() -> None:
    assert resolve([candidate(0, 5), candidate(8, 9)], [(4, 6)]) == [candidate(8, 9)]


def test_a_holder_leaves_what_is_in_it() -> None:
    holder = Candidate(0, 9, "h", "international_org", "h", holds_others=True)
    inner = candidate(4, 9, rule="b")
    assert resolve([holder, inner]) == [holder, inner]
