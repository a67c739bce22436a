"""Blocks to the reading text, with every offset that the later stages need."""

from collections.abc import Sequence

from letteranalyser.models.layout import Block, Document
from letteranalyser.models.letter import Letter


def assemble(blocks: Sequence[Block], document: Document) -> Letter:
    """Lay out the blocks as one text."""
    raise NotImplementedError
