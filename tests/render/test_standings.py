"""Where a letter leaves each motion, and which proposals it leaves unanswered."""

import pytest

from letteranalyser.models.analysis import About, AlignmentRow, Analysis, Position, Span
from letteranalyser.render.letter_report import alignment
from letteranalyser.render.standings import standing, unanswered


def row(position: str, section: str, start: int, confidence: float = 0.9) -> AlignmentRow:
    evidence = Span(start=start, end=start + 1, text="x", section=section, page=1, rule="test")
    return AlignmentRow(
        about=About.MOTION,
        target="motie-A",
        target_id="m1",
        position=Position(position),
        evidence=evidence,
        confidence=confidence,
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([], [], id="nothing said"),
        pytest.param([row("rejected", "s1", 5)], [("rejected", 1)], id="one"),
        pytest.param(
            [row("in_progress", "s1", 5), row("executed", "s1", 50)],
            [("executed", 1)],
            id="the last of one section",
        ),
        pytest.param(
            [row("executed", "s1", 50), row("in_progress", "s1", 5)],
            [("executed", 1)],
            id="reading order, not list order",
        ),
        pytest.param(
            [row("rejected", "s1", 5, 0.97), row("aligned", "s1", 50, 0.75)],
            [("rejected", 1)],
            id="the surest before the last",
        ),
        pytest.param(
            [row("aligned", "s1", 5), row("aligned", "s2", 50), row("conditional", "s3", 90)],
            [("aligned", 2), ("conditional", 1)],
            id="element by element",
        ),
        pytest.param(
            [row("aligned", "s1", 5), row("aligned", "s2", 50)], [("aligned", 1)], id="the same twice"
        ),
    ],
)
def test_standing(rows: list[AlignmentRow], expected: list[tuple[str, int]]) -> None:
    assert [(position.value, number) for position, number in standing(rows).positions] == expected


def with_headings(letter: Analysis, about: About) -> Analysis:
    """The letter with a second heading that names a proposal and has no row; its first row about a section or not."""
    sections = [
        section.model_copy(update={"heading": heading})
        for section, heading in zip(
            letter.sections, (None, "1. Veren", "2. Een loket voor schippers"), strict=True
        )
    ]
    rows = [
        r.model_copy(update={"about": about, "target_id": "s1"})
        for r in letter.alignment
        if r.evidence.section == "s1"
    ]
    return letter.model_copy(update={"sections": tuple(sections), "alignment": tuple(rows)})


def test_a_proposal_without_an_answer_is_shown(letter: Analysis) -> None:
    answered = with_headings(letter, About.SECTION)
    assert [section.heading for section in unanswered(answered)] == ["2. Een loket voor schippers"]
    last = alignment(answered).rows[-1]
    assert last.groups == ("2. Een loket voor schippers",)
    assert last.cells[2].text == "no position stated"


def test_a_letter_that_does_not_answer_by_section_leaves_none_open(letter: Analysis) -> None:
    assert unanswered(with_headings(letter, About.PROPOSAL)) == ()
