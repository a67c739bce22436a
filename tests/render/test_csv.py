"""CSV: one flat table a kind."""

import csv
import io

import pytest

from letteranalyser.models.analysis import Analysis
from letteranalyser.render.choices import KINDS
from letteranalyser.render.csv import AGAINST, COLUMNS, header, lines, safe


def read(analysis: Analysis, kind: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(header(kind) + lines(analysis, kind))))


def test_alignment_says_who_what_and_where(letter: Analysis) -> None:
    rows = read(letter, "alignment")
    assert [row["position"] for row in rows] == ["rejected", "existing_policy", "aligned", "conditional"]
    motion = rows[2]
    assert motion["source"] == "brieven/veren.pdf"
    assert motion["date"] == "2020-11-03"
    assert motion["kamerstuk"] == "31999-X, nr. 12"
    assert motion["evidence"] == "De motie-De Wit c.s. sluit hier dan ook bij aan."
    assert (motion["section"], motion["page"]) == ("Veerdiensten op de Westerschelde", "2")
    assert rows[0]["section"] == ""


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("alignment", 4),
        ("motions", 2),
        ("commitments", 1),
        ("amounts", 3),
        ("operations", 1),
        ("actors", 5),
        ("references", 2),
    ],
)
def test_every_kind_has_its_rows(letter: Analysis, kind: str, number: int) -> None:
    rows = read(letter, kind)
    assert len(rows) == number
    assert all(None not in row and None not in row.values() for row in rows)


def test_every_kind_has_a_table() -> None:
    assert tuple(kind for kind in COLUMNS if kind != AGAINST) == KINDS


def test_numbers_are_whole_where_they_are(letter: Analysis) -> None:
    values = {row["text"]: row["value"] for row in read(letter, "amounts")}
    assert values == {"€ 12 miljoen": "12000000", "3,5 miljoen euro per jaar": "3500000", "40 procent": "40"}


def test_an_amount_comes_with_its_sentence(letter: Analysis) -> None:
    sentence = read(letter, "amounts")[0]["sentence"]
    assert sentence.startswith("Voor het Programma Veren is")
    assert sentence.endswith("beschikbaar.")


def test_a_letter_without_findings_has_no_rows(bare: Analysis) -> None:
    assert lines(bare, "alignment") == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+31 70", "'+31 70"),
        ("-5%", "'-5%"),
        ("@som", "'@som"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("a=1", "a=1"),
        ("a\nb", "a b"),
        (-5, -5),
        (2.5, 2.5),
        (3.0, 3),
        (True, "true"),
        (None, None),
    ],
)
def test_no_cell_is_a_formula(value: str | float | None, expected: object) -> None:
    assert safe(value) == expected


def test_quotes_and_commas_come_back(letter: Analysis) -> None:
    odd = letter.model_copy(update={"source": letter.source.model_copy(update={"path": 'a "b", c.txt'})})
    assert read(odd, "commitments")[0]["source"] == 'a "b", c.txt'
