"""What a heading says of its section: that it answers a proposal, or only what kind of part follows."""

import re
from dataclasses import dataclass
from functools import cache

from letteranalyser.vocabulary import load

_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.):]?\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Words:
    naming: re.Pattern[str]
    deeds: re.Pattern[str]
    neutral: re.Pattern[str]


@cache
def _words() -> _Words:
    data = load("proposals")["words"]
    neutral = "|".join(map(re.escape, data["neutral"]))
    return _Words(
        naming=re.compile(rf"^\W*(?:\d[\d.)]*\s+)?(?:{'|'.join(data['headings'])})", re.IGNORECASE),
        deeds=re.compile(rf"^\W*(?:{'|'.join(data['deeds'])})(?!\w)", re.IGNORECASE),
        neutral=re.compile(rf"^\W*(?:\d[\d.)]*\s+)?(?:{neutral})(?!\w)", re.IGNORECASE),
    )


def is_neutral(heading: str | None) -> bool:
    """Whether a heading only says what kind of part follows (``Vervolg``), or there is none."""
    return not heading or _words().neutral.match(heading) is not None


def names_deed(heading: str | None) -> bool:
    """Whether a heading says what is to be done; in a letter that answers something this is what it answers."""
    return not is_neutral(heading) and _words().deeds.match(heading or "") is not None


def names_proposal(heading: str | None) -> bool:
    """Whether a heading names a proposal, a recommendation or a numbered element of what is answered."""
    if not heading or is_neutral(heading):
        return False
    return bool(_words().naming.match(heading) or _NUMBERED.match(heading))
