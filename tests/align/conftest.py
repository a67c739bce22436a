"""Letters made of a few lines."""

from collections.abc import Callable

import pytest

from letteranalyser.models.layout import Block, BlockKind, Document
from letteranalyser.models.letter import Letter
from letteranalyser.split import split


def letter_of(text: str) -> Letter:
    """A letter of lines: ``## heading``, ``- item``, or a paragraph."""
    if "\t" in text:
        table = tuple(tuple(line.split("\t")) for line in text.split("\n"))
        return split(Document("text/plain", blocks=(Block(BlockKind.TABLE, text, rows=table),)))
    blocks = []
    for line in text.strip().split("\n"):
        if line.startswith("## "):
            blocks.append(Block(BlockKind.HEADING, line[3:], level=1))
        elif line.startswith(("- ", "– ")):
            blocks.append(Block(BlockKind.LIST_ITEM, line))
        elif line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, line))
    return split(Document("text/plain", blocks=tuple(blocks)))


@pytest.fixture(name="letter_of")
def _letter_of() -> Callable[[str], Letter]:
    return letter_of
