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

    kept = []
    for row in rows:
        others = [
            other
            for other in rows
            if other is not row
            and (other.target_id or other.target) == (row.target_id or row.target)
            and "\n"
            not in letter.text[
                min(row.evidence.end, other.evidence.end) : max(row.evidence.start, other.evidence.start)
            ]
        ]
        if guessed(row) and any(not guessed(o) or o.confidence > row.confidence for o in others):
            continue
        kept.append(row)
    return kept


def _once(rows: Sequence[AlignmentRow]) -> list[AlignmentRow]:
    """The rows without those that say the same of the same in the same section: the surer one stays, else the later."""
    best: dict[object, int] = {}
    for index, row in enumerate(rows):
        key = (row.evidence.section, row.about, row.target_id or row.target, row.position)
        if key not in best or row.confidence >= rows[best[key]].confidence:
            best[key] = index
    kept = set(best.values())
    return [row for index, row in enumerate(rows) if index in kept]
