"""Which rows stay beside each other: an appraisal settles what leads up to it, a thing is said once, a guess yields."""

from collections.abc import Sequence

from letteranalyser.align.opinion import APPRAISALS
from letteranalyser.models.analysis import About, AlignmentRow, Position
from letteranalyser.models.letter import Letter

WORDED = "positions.model"
"""The rule of a row that the wording as a whole gives, and no formula."""
_LEADUPS = frozenset({Position.ALIGNED, Position.PARTIALLY_ALIGNED})


def kept(letter: Letter, rows: Sequence[AlignmentRow]) -> tuple[AlignmentRow, ...]:
    """The rows of a letter that stay, in reading order."""
    return tuple(_once(_without_guesses_beside(letter, _without_leadups(letter, rows))))


def _without_leadups(letter: Letter, rows: Sequence[AlignmentRow]) -> list[AlignmentRow]:
    """The rows without those that an official appraisal of the same motion follows in the same paragraph.

    ``Met deze motie kan ik uit de voeten. Oordeel Kamer.`` leaves it to the chamber: the term settles it.
    """
    return [
        row
        for index, row in enumerate(rows)
        if row.position not in _LEADUPS
        or not any(
            later.target_id == row.target_id
            and row.about is About.MOTION
            and later.evidence.rule.startswith(APPRAISALS)
            and "\n" not in letter.text[row.evidence.end : later.evidence.start]
            for later in rows[index + 1 : index + 3]
        )
    ]


def _without_guesses_beside(letter: Letter, rows: Sequence[AlignmentRow]) -> list[AlignmentRow]:
    """The rows without those by wording alone of a target that has a surer row in the same paragraph.

    What a cabinet says of a thing it mostly says once; the sentences around give its reasons.
    """

    def guessed(row: AlignmentRow) -> bool:
        return row.evidence.rule == WORDED

    def beside(row: AlignmentRow, other: AlignmentRow) -> bool:
        first, last = sorted((row.evidence, other.evidence), key=lambda span: span.start)
        return "\n" not in letter.text[first.end : last.start]

    return [
        row
        for row in rows
        if not guessed(row)
        or not any(
            (not guessed(other) or other.confidence > row.confidence)
            and (other.target_id or other.target) == (row.target_id or row.target)
            and beside(row, other)
            for other in rows
            if other is not row
        )
    ]


def _once(rows: Sequence[AlignmentRow]) -> list[AlignmentRow]:
    """The rows without those that say the same of the same in the same section: the surer one stays, else the later."""
    best: dict[object, int] = {}
    for index, row in enumerate(rows):
        key = (row.evidence.section, row.about, row.target_id or row.target, row.position)
        if key not in best or row.confidence >= rows[best[key]].confidence:
            best[key] = index
    surest = set(best.values())
    return [row for index, row in enumerate(rows) if index in surest]
