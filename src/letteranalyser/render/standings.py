"""What a letter comes to for each motion, and which of the proposals that it takes up it leaves unanswered.

The standing of a motion is worked out from its rows in the alignment table, in reading order:

1. Only the surest rows count, those whose confidence is within ``NEAR`` of the highest: an official appraisal
   (``ontraden``, ``oordeel Kamer``) outweighs a turn of phrase.
2. Where these stand in different sections and differ, the letter answers the motion element by element, and each position
   is given with the number of elements.
3. Otherwise the last one counts: what a letter says last of a motion is where it leaves it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from letteranalyser.models.analysis import About, AlignmentRow, Analysis, Position, Section
from letteranalyser.vocabulary.headings import names_proposal

NEAR = 0.05
"""Confidence; rows that differ by less are about as sure."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a letter leaves a motion.

    Attributes:
        positions: the positions with the number of elements of each; one where the motion is answered as a whole, none
            where the letter takes no position on it.
    """

    positions: tuple[tuple[Position, int], ...]


def standing(rows: Sequence[AlignmentRow]) -> Standing:
    """The standing of a motion.

    Args:
        rows: the rows about it, in any order.
    """
    if not rows:
        return Standing(())
    surest = max(row.confidence for row in rows) - NEAR
    counted = sorted((row for row in rows if row.confidence >= surest), key=lambda row: row.evidence.start)
    sections = {row.evidence.section for row in counted}
    positions = Counter(row.position for row in counted)
    if len(sections) > 1 and len(positions) > 1:
        return Standing(tuple(positions.items()))
    return Standing(((counted[-1].position, 1),))


def standings(analysis: Analysis) -> dict[str, Standing]:
    """Id of each motion of a letter to its standing."""
    return {
        motion.id: standing([row for row in analysis.alignment if row.target_id == motion.id])
        for motion in analysis.motions
    }


def unanswered(analysis: Analysis) -> tuple[Section, ...]:
    """Sections whose heading names a proposal, and in which the letter states no position on anything.

    Only of a letter that answers by section: one in which a section is the target of a row.
    """
    answers = any(row.about is About.SECTION for row in analysis.alignment)
    said = {row.evidence.section for row in analysis.alignment}
    return tuple(
        section
        for section in analysis.sections
        if answers and section.id not in said and names_proposal(section.heading)
    )
