"""Where the letterhead ends and the letter begins, for sources that do not say so by position."""

import re
from collections.abc import Sequence

from letteranalyser.split.labels import LONGEST_LINE, label_of
from letteranalyser.split.letterhead import parse_date
from letteranalyser.split.salutation import is_salutation

_FARTHEST = 80
"""Lines in which a letterhead ends, if there is one."""
_PLACE_AND_DATE = re.compile(
    r"[’'‘]?s?-?[A-ZÀ-Þ][\w’' -]{1,50},? (?:de |d\.d\. )?\d{1,2} [a-z]{3,9} (?:19|20)\d\d\.?$"
)
_ADDRESSEE = re.compile(r"(?:Aan\b.{0,20}|De )Voorzitter\b.{0,60}$", re.IGNORECASE)
_HOUSE = re.compile(r"(?:van de )?(?:(?:Tweede|Eerste) Kamer )?der Staten-Generaal$")


def letterhead_length(lines: Sequence[str]) -> int:
    """How many lines at the start are letterhead: all before the salutation, else up to the last sure sign of one.

    Args:
        lines: of the letter in order, blank ones included.
    """
    last = 0
    for index, line in enumerate(lines[:_FARTHEST]):
        if is_salutation(line):
            return index
        if len(line) > LONGEST_LINE * 2 and not _is_title(line):
            # running text: no letterhead line is as long, but for the title of a dossier
            break
        label = label_of(line)
        if (
            (_PLACE_AND_DATE.match(line) and parse_date(line))
            or _ADDRESSEE.match(line)
            or _HOUSE.match(line)
            or (label is not None and label[0] in ("date", "subject", "reference"))
        ):
            last = index + 1
    return last


def _is_title(line: str) -> bool:
    return bool(re.match(r"\d\d ?\d{3}\b|Nr\. |[A-Z]{1,2} BRIEF|BRIEF VAN", line))
