"""Motions and commitments over all letters of a folder."""

import datetime as dt

import pytest

from letteranalyser.models.analysis import (
    About,
    AlignmentRow,
    Analysis,
    Commitment,
    LetterHead,
    Motion,
    Position,
    Source,
    Span,
)
from letteranalyser.render import over_all

SPAN = Span(start=0, end=5, text="Zin.", rule="test")


def letter(path: str, day: str | None, number: str | None, position: Position | None) -> Analysis:
    motion = Motion(id="m1", movers=(), dossier="31999", number=number, mentions=(SPAN,))
    row = position and AlignmentRow(
        about=About.MOTION, target="x", target_id="m1", position=position, evidence=SPAN, confidence=0.9
    )
    return Analysis(
        source=Source(path=path),
        letter=LetterHead(date=dt.date.fromisoformat(day) if day else None),
        text="Zin.",
        motions=(motion,),
        alignment=(row,) if row else (),
    )


OLD = letter("oud.txt", "2020-01-01", "12", Position.PREMATURE)
NEW = letter("nieuw.txt", "2021-01-01", "12", Position.REJECTED)
SAME = letter("ook.txt", "2020-06-01", "12", Position.REJECTED)
SILENT = letter("stil.txt", "2022-01-01", "12", None)
OTHER = letter("ander.txt", "2020-01-01", "13", Position.ALIGNED)
LOOSE = letter("los.txt", "2020-01-01", None, Position.ALIGNED)
LOOSE_TOO = letter("los2.txt", "2020-01-01", None, Position.ALIGNED)


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ((OLD, NEW), [("rejected", "2021-01-01", "nieuw.txt")]),
        ((NEW, OLD), [("rejected", "2021-01-01", "nieuw.txt")]),
        ((OLD, SAME, NEW), [("rejected", "2021-01-01", "ook.txt, nieuw.txt")]),
        ((NEW, SILENT), [("rejected", "2021-01-01", "nieuw.txt")]),
        ((SILENT,), [("no position stated", "", "stil.txt")]),
        ((OLD, OTHER), [("premature", "2020-01-01", "oud.txt"), ("aligned", "2020-01-01", "ander.txt")]),
        ((LOOSE, LOOSE_TOO), [("aligned", "2020-01-01", "los.txt"), ("aligned", "2020-01-01", "los2.txt")]),
    ],
    ids=["later", "any order", "who says so", "silence", "never", "two motions", "without number apart"],
)
def test_a_motion_is_one_row(letters: tuple[Analysis, ...], expected: list[tuple[str, str, str]]) -> None:
    table = over_all.motions([answer for one in letters for answer in over_all.answers(one)])
    assert [tuple(cell.text for cell in row.cells[2:]) for row in table.rows] == expected


def promise(day: str, due: str | None, text: str) -> Analysis:
    made = Commitment(start=0, end=5, text=text, rule="test", due=dt.date.fromisoformat(due) if due else None)
    head = LetterHead(date=dt.date.fromisoformat(day))
    return Analysis(source=Source(path=f"{text}.txt"), letter=head, text="Zin.", commitments=(made,))


def test_open_commitments_by_their_last_day() -> None:
    letters = [
        promise("2020-01-01", "2020-06-30", "voorbij"),
        promise("2020-01-01", None, "ooit"),
        promise("2020-01-01", "2022-06-30", "later"),
        promise("2021-01-01", "2021-06-30", "eerst"),
    ]
    given = [item for one in letters for item in over_all.promises(one)]

    def shown(latest: str) -> list[str]:
        return [row.cells[1].text for row in over_all.commitments(given, dt.date.fromisoformat(latest)).rows]

    assert shown("2021-01-01") == ["eerst", "later", "ooit"]
    assert shown("2022-06-30") == ["later", "ooit"]
    assert shown("2022-07-01") == ["ooit"]
