"""Where a word that has other meanings stands as the name of an actor or an operation.

A context is asked for by one-word forms only: a name of several words is seldom anything else.
"""

import re
from collections.abc import Callable

from letteranalyser.tag.gazetteer import Hit

_PLACE_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|te|bij|nabij|uit|rond|rondom|naar|vanuit|tussen|[Gg]emeenten?|stad|plaats|steden|dorp|kern|regio|provincie|eiland|"
    r"burgemeester van|wethouders van|bestuur van|omgeving van|inwoners van|locatie|azc|haven van|te weten)|/) $"
)
_LISTED_BEFORE = re.compile(r"(?:\b[A-Z][\w-]+(?:, | en |, en ))$")
_MEDIUM_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Vv]olgens|[Aa]ldus|dagblad|krant|kranten|tv-programma|van|door|aan|uit)|, | en) (?:dagblad )?$|[(«“]$"
)
_PARTIES_AFTER = r"(?:, | en | of |/)(?:de )?(?:VVD|PvdA|CDA|D66|SP|PVV|GroenLinks|ChristenUnie|CU|SGP|PvdD|DENK|JA21|BBB|NSC|Volt|FVD|FvD|BIJ1|50PLUS)\b"


def _before(text: str, hit: Hit, width: int = 40) -> str:
    return text[max(0, hit.start - width) : hit.start]


def _party(text: str, hit: Hit) -> bool:
    """In brackets behind a member, before ``-fractie``, in a row of parties; never at the head of a sentence."""
    before, after = _before(text, hit), text[hit.end : hit.end + 12]
    if before.endswith("(") and re.match(r"\)| c\.s\.|,", after):
        return True
    if re.match(r"-fractie|-Kamerlid|-motie", after) or re.search(r"[Ff]racties? van (?:de )?$", before):
        return True
    if re.match(_PARTIES_AFTER, after):
        return True
    return bool(
        re.search(
            r"(?:[Ff]ractie van|[Ll]eden van|partij|partijen|[a-z] van|[a-z] door|PVV,|VVD,|CDA,|D66,|SP,| en) (?:de )?$",
            before,
        )
    )


def _place(text: str, hit: Hit) -> bool:
    """After a preposition of place, or in a row with another place: ``in Tiel, Hoorn en Best``."""
    before = _before(text, hit)
    if _PLACE_BEFORE.search(before):
        return True
    row = re.search(
        r"(?:[Ii]n|te|weten|gemeenten|[Uu]it|tussen|bij) (?:[A-Z][\w’ -]{1,25}(?:, |,? en ))+$", before
    )
    return bool(row)


def _medium(text: str, hit: Hit) -> bool:
    return bool(_MEDIUM_BEFORE.search(_before(text, hit)))


def _programme(text: str, hit: Hit) -> bool:
    return bool(
        re.search(r"(?:programma|subsidie|regeling|project|fonds)(?:’s)? [“\"‘«]?$", _before(text, hit))
        or re.match(
            r"[- ](?:programma|project|regeling|subsidie|middelen|aanvraag|gelden)",
            text[hit.end : hit.end + 15],
        )
    )


def _operation(text: str, hit: Hit) -> bool:
    return bool(re.search(r"(?:operaties?|missies?|Operaties?) [“\"‘«]?$", _before(text, hit)))


def _king(text: str, hit: Hit) -> bool:
    """The head of state, not a family name: after ``de``, ``Zijne Majesteit de``; not after given names."""
    return bool(re.search(r"\b[Dd]e $", _before(text, hit)))


def _home(text: str, hit: Hit) -> bool:
    """Not another state's: ``de Belgische regering``."""
    return not re.search(r"\b(?!Nederlandse)[A-Z]\w{2,20}(?:se|sche|ese) $", _before(text, hit))


CONTEXTS: dict[str, Callable[[str, Hit], bool]] = {
    "party": _party,
    "place": _place,
    "medium": _medium,
    "programme": _programme,
    "operation": _operation,
    "king": _king,
    "home": _home,
}
"""Name of a context, as vocabulary files give it, to its test."""


def stands_well(text: str, hit: Hit) -> bool:
    """Whether a form stands where its entry says it must."""
    if hit.entry.context is None or (" " in hit.form):
        return True
    return CONTEXTS[hit.entry.context](text, hit)
