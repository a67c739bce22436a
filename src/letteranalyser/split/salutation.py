"""The formulas at the start and end of a letter: ``Geachte voorzitter,`` and ``Hoogachtend,``."""

import re
from functools import cache

from letteranalyser.vocabulary import load

_LONGEST = 120


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(load('letterhead')['formulas'][name])})\s*[,.;:!]?\s*$", re.IGNORECASE)


def is_salutation(text: str) -> bool:
    """Whether a paragraph is the salutation and nothing else."""
    line = text.strip()
    return len(line) < _LONGEST and line[:1].isupper() and _pattern("salutations").match(line) is not None


def is_closing(text: str) -> bool:
    """Whether a paragraph is the complimentary close and nothing else."""
    line = text.strip()
    return len(line) < _LONGEST and _pattern("closings").match(line) is not None
