"""What the wording as a whole adds to the formulas, and what it leaves alone.

The sentences were written after the weights were trained and are in no passage that they were trained on.
"""

import pytest

from letteranalyser.align import align
from letteranalyser.link import link
from letteranalyser.models.analysis import AlignmentRow
from letteranalyser.pipeline import NEEDS
from letteranalyser.read import read
from letteranalyser.split import split
from letteranalyser.tag import tag

HEAD = "Den Haag, 3 maart 2021\n\nGeachte voorzitter,\n\nHierbij reageer ik op de moties die bij het debat zijn ingediend.\n\n"
MOTION = "De motie-Brandsema (Kamerstuk 29 689, nr. 12) vraagt om een keurmerk voor zonnepanelen. "


def rows(text: str) -> list[AlignmentRow]:
    letter = split(read(f"{HEAD}{text}\n".encode()))
    return list(align(letter, link(letter, tag(letter, NEEDS["alignment"], "none"))))


@pytest.mark.parametrize(
    ("sentence", "position"),
    [
        ("Een dergelijk keurmerk vind ik een uitkomst, en ik maak er deze zomer werk van.", "aligned"),
        ("Daarvan word ik geen voorstander: het jaagt kleine installateurs op kosten.", "rejected"),
        ("Wat de indieners bepleiten, kennen wij in Nederland sinds 2016 onder de naam Zonnekeur.", "existing_policy"),
        pytest.param(
            "Pas na ommekomst van het advies van de ACM wil ik daar een uitspraak over doen.",
            "premature",
            marks=pytest.mark.xfail(strict=True, reason="an event before the word for what is put off"),
        ),
        ("Aan zo’n keurmerk wordt op mijn departement inmiddels hard gewerkt.", "in_progress"),
    ],
)  # fmt: skip
def test_an_answer_that_no_formula_knows(sentence: str, position: str) -> None:
    found = rows(MOTION + sentence)
    assert [(row.target_id, row.position.value) for row in found] == [("m1", position)]
    assert found[0].evidence.text == sentence
    assert 0 < found[0].confidence < 1


@pytest.mark.parametrize(
    "sentence",
    [
        "In Duitsland bestaat sinds 2012 een dergelijk keurmerk.",
        "Waarom zou ik daar niet voor zijn?",
        "Milieu Centraal ziet daar niets in.",
        "Vorig jaar werden 210.000 daken belegd.",
        "Het lid De Wit had ik toegezegd de cijfers te sturen; die toezegging is op 3 mei afgedaan door mijn ambtgenoot.",
    ],
)
def test_what_is_no_answer(sentence: str) -> None:
    assert rows(MOTION + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "position", "rule"),
    [
        (
            "Ik ontraad de motie, hoe sympathiek het doel mij ook is.",
            "rejected",
            "positions.rejected.ontraden",
        ),
        ("Ik laat het oordeel aan de Kamer.", "left_to_chamber", "positions.left_to_chamber."),
    ],
)
def test_a_fixed_term_stands(sentence: str, position: str, rule: str) -> None:
    (row,) = rows(MOTION + sentence)
    assert row.position.value == position
    assert row.evidence.rule.startswith(rule)
    assert "model" not in row.evidence.rule


def test_the_rule_says_that_the_wording_gave_it() -> None:
    (row,) = rows(MOTION + "Een dergelijk keurmerk vind ik een uitkomst, en ik maak er deze zomer werk van.")
    assert row.evidence.rule == "positions.model"
