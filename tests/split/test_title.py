"""Offices in the title of a Kamerstuk."""

import pytest

from letteranalyser.split.title import title_offices


@pytest.mark.parametrize(
    ("title", "offices"),
    [
        ("BRIEF VAN DE MINISTER VAN FINANCIËN", ["Minister van Financiën"]),
        (
            "BRIEF VAN DE MINISTERS VAN FINANCIËN EN VOOR RECHTSBESCHERMING",
            ["Minister van Financiën", "Minister voor Rechtsbescherming"],
        ),
        pytest.param("MOTIE VAN HET LID JONKMAN", [], id="no office: a motion"),
        pytest.param("INITIATIEFNOTA", [], id="no office: a note"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_title_offices(title: str, offices: list[str]) -> None:
    assert title_offices(title) == offices
