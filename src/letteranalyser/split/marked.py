"""Formats that mark headings and footnotes but not the letterhead: which of their blocks print above and below the letter."""

from collections.abc import Sequence
from dataclasses import replace

from letteranalyser.models.layout import Block, BlockKind
from letteranalyser.split.opening import letterhead_length
from letteranalyser.split.signature import is_office, name_in

_SIGNATURE_BLOCKS = 12
"""Blocks at the end among which a signature is looked for."""


def marked_blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those of the letterhead and of the signature told apart from the text."""
    body = [i for i, b in enumerate(blocks) if b.kind not in (BlockKind.LETTERHEAD, BlockKind.FOOTNOTE)]
    above = set(body[: letterhead_length([blocks[i].text for i in body])])
    below = _signature(blocks, body)
    kinds = dict.fromkeys(above, BlockKind.LETTERHEAD) | dict.fromkeys(below - above, BlockKind.SIGNATURE)
    return tuple(replace(b, kind=kinds[i], level=0) if i in kinds else b for i, b in enumerate(blocks))


def _signature(blocks: Sequence[Block], body: Sequence[int]) -> set[int]:
    """Offices with the names below them, near the end; a name alone is none, for it may be a heading."""
    found: set[int] = set()
    signing = False
    for index in body[-_SIGNATURE_BLOCKS:]:
        text = blocks[index].text
        office = is_office(text) and text.rstrip().endswith(",")
        if office or (signing and name_in(text)):
            found.add(index)
        signing = office
    return found
