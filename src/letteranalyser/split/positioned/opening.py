"""Where the letterhead of the first page ends and the letter starts."""

import re
from collections.abc import Sequence
from functools import cache

from letteranalyser.split.positioned.measure import Measures
from letteranalyser.split.positioned.rows import Row
from letteranalyser.split.salutation import is_salutation
from letteranalyser.vocabulary import load

_GAP = 1.3
"""Groups of the letterhead are set apart by this many line pitches."""
_LONG = 4
"""A group of this many rows without a word of a letterhead is running text."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    parts = load("page_parts")["letterhead"]
    return (
        re.compile("|".join(f"(?:{row})" for row in parts["rows"]), re.IGNORECASE),
        re.compile("|".join(f"(?:{row})" for row in parts["anywhere"]), re.IGNORECASE),
    )


def letterhead_end(rows: Sequence[Row], measures: Measures) -> int:
    """Index of the first row after the letterhead: the salutation, or what follows the last row of a letterhead."""
    for index, row in enumerate(rows):
        if is_salutation(row.text):
            return index
    end = 0
    for start, stop in _groups(rows, measures):
        heads = [i for i in range(start, stop) if _is_head(rows[i], measures)]
        if heads:
            # Text that follows a head without room between them stays text; a wrapped subject does not run so long.
            end = stop if stop - heads[-1] <= _LONG else heads[-1] + 1
        elif stop - start >= _LONG:
            break
    return end


def _is_head(row: Row, measures: Measures) -> bool:
    in_margin = measures.left_margin and row.x0 < measures.left - measures.size
    starts, anywhere = _patterns()
    return in_margin or starts.match(row.text) is not None or anywhere.search(row.text) is not None


def _groups(rows: Sequence[Row], measures: Measures) -> list[tuple[int, int]]:
    bounds = [0]
    bounds += [i for i in range(1, len(rows)) if rows[i].top - rows[i - 1].top > _GAP * measures.pitch]
    return list(zip(bounds, [*bounds[1:], len(rows)], strict=True)) if rows else []
