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
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row})" for row in load("page_parts")["letterhead"][key]), re.IGNORECASE)


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
            if any(_pattern("last").match(rows[i].text) for i in heads):
                break
        elif stop - start >= _LONG:
            break
    return end


def _is_head(row: Row, measures: Measures) -> bool:
    in_margin = measures.left_margin and row.x0 < measures.left - measures.size
    return in_margin or any(
        match is not None
        for match in (
            _pattern("rows").match(row.text),
            _pattern("last").match(row.text),
            _pattern("anywhere").search(row.text),
        )
    )


def _groups(rows: Sequence[Row], measures: Measures) -> list[tuple[int, int]]:
    bounds = [0]
    bounds += [i for i in range(1, len(rows)) if rows[i].top - rows[i - 1].top > _GAP * measures.pitch]
    return list(zip(bounds, [*bounds[1:], len(rows)], strict=True)) if rows else []
