"""Motions named in a letter, or pointed back at."""

from collections.abc import Iterable

from letteranalyser.models.findings import MotionMention, Tags
from letteranalyser.models.letter import Letter


def motions_in(text: str) -> list[MotionMention]:
    """All mentions of motions in a text, in reading order."""
    del text
    return []


def find_motions(letter: Letter, tags: Tags) -> Iterable[MotionMention]:
    """All mentions of motions in the letter's text and its footnotes."""
    del tags
    for passage in letter.passages():
        for mention in motions_in(passage.text):
            yield mention.model_copy(update={"footnote": passage.footnote})
