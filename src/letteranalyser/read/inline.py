"""Text with footnote marks, collected piece by piece, for formats that say where their marks stand."""

import re

from letteranalyser.models.layout import Block, BlockKind


class InlineText:
    """Text built up from pieces, white space folded, the offsets of footnote marks kept beside it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._text = ""
        self._marks: list[tuple[int, str]] = []

    def add(self, piece: str | None) -> None:
        """Add a piece of text as it stands in the source."""
        folded = re.sub(r"\s+", " ", piece or "").replace("\u00ad", "")
        if not self._text or self._text.endswith(" "):
            folded = folded.lstrip(" ")
        self._text += folded

    def mark(self, marker: str) -> None:
        """Set a footnote mark here; it is no part of the text."""
        self._text = self._text.rstrip(" ")
        self._marks.append((len(self._text), marker))

    def block(self, kind: BlockKind, level: int = 0, marker: str | None = None) -> Block | None:
        """The block, or None where there is no text."""
        text = self._text.rstrip(" ")
        if not text:
            return None
        marks = tuple((min(at, len(text)), m) for at, m in self._marks)
        return Block(kind, text, level=level, marker=marker, marks=marks)

    def __str__(self) -> str:
        """The text so far."""
        return self._text.rstrip(" ")
