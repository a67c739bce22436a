"""Markdown for a report."""

import re

import pytest

from letteranalyser.models.analysis import Analysis
from letteranalyser.render import markdown
from letteranalyser.render.choices import KINDS
from letteranalyser.render.letter_report import letter_report
from letteranalyser.render.report import Cell


def shown(letter: Analysis) -> str:
    return markdown.render(letter_report(letter, KINDS))


def test_a_table_for_each_kind(letter: Analysis) -> None:
    headings = re.findall(r"^## (.+)$", shown(letter), re.MULTILINE)
    assert headings == [*("Alignment", "Motions", "Commitments", "Amounts"), *("Operations", "Actors", "References", "Notes")]  # fmt: skip


def test_every_row_of_a_table_has_as_many_cells(letter: Analysis) -> None:
    for block in shown(letter).split("\n\n"):
        lines = block.splitlines()
        if lines[0].startswith("|"):
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1


def test_a_motion_is_a_link(letter: Analysis) -> None:
    link = "[31999-X, nr. 12](https://zoek.officielebekendmakingen.nl/kst-31999-X-12)"
    assert f"| Veerdiensten op de Westerschelde | **motie-De Wit c.s.** | {link} | aligned |" in shown(letter)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b", r"a\|b"),
        ("*x*", r"\*x\*"),
        ("<b>", r"\<b\>"),
        ("A&B", "A&amp;B"),
        ("[a](b)", r"\[a\](b)"),
    ],
)
def test_nothing_in_a_letter_is_taken_for_markdown(text: str, expected: str) -> None:
    assert markdown.text_of(Cell(text)) == expected
