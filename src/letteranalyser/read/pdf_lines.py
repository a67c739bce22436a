"""Words of a page to lines: what shares a base line, from left to right, with raised pieces where they belong."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from letteranalyser.models.layout import Line, Word, spaced
from letteranalyser.read.pdf_words import Piece

_ASCENT = 0.8
"""Upper edge of a word over its base line, as a share of its size: the same for each font, so that tops compare."""
_SPACE = 0.25
"""Width of a space, as a share of the size, where a line has no other to compare with."""
_NARROW = 0.5
"""A gap below this share of the line's spaces lies inside a word."""
_TOUCHING = 0.05
_FEW = 2
_SHORT = re.compile(r"\d{1,3}|[*†‡]{1,3}|e|de|ste")
_RAISED = (0.12, 0.75)
"""How far a raised piece stands over the base line of its neighbour, as shares of the neighbour's size."""


def _rises(small: Piece, base: Piece) -> bool:
    """Whether a piece is raised against its neighbour, or lowered, and touches it."""
    if small.size > 1.02 * base.size or (small.size > 0.95 * base.size and not (small.glued or base.glued)):
        return False
    rise = (base.base - small.base) / base.size
    if not (_RAISED[0] < rise < _RAISED[1] or (-0.4 < rise < -0.05 and small.size < 0.9 * base.size)):
        return False
    return (
        -0.3 * base.size < small.x0 - base.x1 < 0.5 * base.size
        or -0.3 * base.size < base.x0 - small.x1 < 0.8 * base.size
    )


def _anchors(pieces: Sequence[Piece]) -> dict[int, int]:
    """For each raised or lowered piece the piece on whose line it belongs."""
    anchors: dict[int, int] = {}
    common = sorted(p.size for p in pieces)[len(pieces) // 2] if pieces else 0.0
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        before, after = pieces[max(0, index - 1)], pieces[min(last, index + 1)]
        if piece.base == before.base and piece.base == after.base:
            continue
        if _rises(piece, before):
            anchors[index] = index - 1
        elif _rises(piece, after):
            anchors[index] = index + 1
        elif piece.size < 0.85 * common and _SHORT.fullmatch(piece.text):
            # Footnote marks are sometimes written to the file apart from the line on which they stand.
            beside = next((i for i, p in enumerate(pieces) if _rises(piece, p)), None)
            if beside is not None:
                anchors[index] = beside
    # A mark in two pieces hangs on the first of them, which hangs on its word.
    return {
        index: anchors.get(anchor, anchor)
        for index, anchor in anchors.items()
        if anchors.get(anchor) != index
    }


def _word(piece: Piece, line_base: float | None, left: float | None) -> Word:
    x0 = piece.x0 if left is None else max(left, min(piece.x0, left))
    raised = line_base is not None and piece.base < line_base - 0.05
    return Word(
        piece.text,
        x0,
        piece.base - _ASCENT * piece.size,
        max(x0, piece.x1),
        piece.base + (1 - _ASCENT) * piece.size,
        piece.size,
        piece.bold,
        piece.italic,
        raised,
    )


def make_lines(pieces: Iterable[Piece]) -> tuple[Line, ...]:
    """Lines in order of their base lines, top to bottom; words in them left to right.

    Columns are not told apart here: what stands in a margin beside a line is in the line.
    """
    found = list(pieces)
    anchors = _anchors(found)
    rows: list[list[int]] = []
    anchor_base = 0.0
    row_of: dict[int, int] = {}
    for index in sorted((i for i in range(len(found)) if i not in anchors), key=lambda i: found[i].base):
        piece = found[index]
        if not rows or piece.base - anchor_base > 0.22 * piece.size:
            rows.append([])
            anchor_base = piece.base
        rows[-1].append(index)
        row_of[index] = len(rows) - 1
    for index, anchor in anchors.items():
        rows[row_of[anchor]].append(index)
    return tuple(_line(found, anchors, row) for row in rows)


def _line(found: Sequence[Piece], anchors: dict[int, int], row: list[int]) -> Line:
    words: list[Word] = []
    narrow: list[int] = []
    for index in sorted(row, key=lambda i: (found[i].x0, i)):
        piece, anchor = found[index], anchors.get(index)
        base = None if anchor is None else found[anchor].base
        glued = piece.glued and bool(words) and abs(piece.x0 - words[-1].x1) < 0.3 * piece.size
        word = _word(piece, base, words[-1].x1 if glued else None)
        if words and words[-1].text == word.text and word.x0 - words[-1].x0 < 0.2 * word.size:
            continue  # Drawn twice for a bold look.
        if piece.narrow and words:
            narrow.append(len(words))
        words.append(word)
    if narrow:
        words = _close_up(words, narrow)
    return Line(line_text(words), tuple(words))


def _close_up(words: list[Word], narrow: list[int]) -> list[Word]:
    """The words of a line, those joined that only letter-spacing keeps apart.

    What is narrow for a space shows in the other spaces of the line; where all are narrow, the line is set tightly.
    """
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    others = sorted(gap for at, gap in enumerate(gaps, 1) if at not in narrow and gap > _TOUCHING)
    if not others and len(narrow) > _FEW:
        return words
    joined = [words[0]]
    for at, word in enumerate(words[1:], 1):
        space = others[len(others) // 2] if others else _SPACE * word.size
        if at in narrow and gaps[at - 1] < _NARROW * space:
            joined[-1] = joined[-1]._replace(text=joined[-1].text + word.text, x1=word.x1)
        else:
            joined.append(word)
    return joined


def line_text(words: Sequence[Word]) -> str:
    """The text of a line: its words, spaces where there is room between them."""
    parts: list[str] = []
    for index, word in enumerate(words):
        if index and spaced(words[index - 1], word):
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)
