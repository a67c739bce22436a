"""Plain text letters: lines to blocks, by wording and line length, as there is nothing else to go by."""

from letteranalyser.split.plain.blocks import plain_blocks

__all__ = ["plain_blocks"]
