"""Where a word that has other meanings stands as the name of an actor."""

import re
from collections.abc import Callable

from letteranalyser.tag.gazetteer import Hit

_PARTY_BEFORE = re.compile(
    r"(?:\(|[Ff]ractie(?:s)? van |[Ll]eden van |partij |van de |van |door de |, | en )(?:de )?$"
)
_PARTY_AFTER = re.compile(r"-fractie|\)|-Kamerlid| c\.s\.\)|-motie|,| en ")
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|te|bij|nabij|uit|rond|rondom|naar|vanuit|gemeente|gemeenten|stad|plaats|steden|burgemeester van|"
    r"bestuur van|wethouders van|regio|provincie|kern|dorp|tussen|omgeving van|weten|Gemeente)|[,/] ?|\ben| –) ?$"
)


def _party(text: str, hit: Hit) -> bool:
    before = text[max(0, hit.start - 25) : hit.start]
    after = text[hit.end : hit.end + 12]
    if before.endswith("(") and re.match(r"\)| c\.s\.|,", after):
        return True
    if after.startswith("-fractie") or re.search(r"[Ff]racties? van (?:de )?$", before):
        return True
    return bool(_PARTY_BEFORE.search(before) and _PARTY_AFTER.match(after) and hit.form not in _SURNAMES)


_SURNAMES = frozenset(
    {"Klein", "Houwers", "Van Vliet", "Monasch", "Krol", "Omtzigt", "Den Haan", "Gündoğan", "Ephraim"}
)


def _place(text: str, hit: Hit) -> bool:
    return bool(_PLACE_BEFORE.search(text[max(0, hit.start - 25) : hit.start]))


def _king(text: str, hit: Hit) -> bool:
    """``Koning`` is a surname too: the head of state has an article, or a name of his own."""
    return " " in text[hit.start : hit.end] or bool(
        re.search(r"\b[Dd]e $|\bZ\.M\. |Majesteit ", text[max(0, hit.start - 12) : hit.start])
    )


def _medium(text: str, hit: Hit) -> bool:
    """A newspaper or broadcaster whose name is a word too (``Trouw``, ``Pointer``): something must say that it is read or seen."""
    before = text[max(0, hit.start - 25) : hit.start]
    return bool(
        re.search(
            r"(?:\b(?:[Ii]n|[Vv]olgens|[Aa]ldus|dagblad|krant|programma|omroep|van|door|bij|[Dd]e|[Hh]et|uit|aan)|,|«) $",
            before,
        )
    )


CONTEXTS: dict[str, Callable[[str, Hit], bool]] = {
    "party": _party,
    "place": _place,
    "king": _king,
    "medium": _medium,
}
"""Name of a context, as vocabulary files give it, to its test."""


def stands_well(text: str, hit: Hit) -> bool:
    """Whether a form stands where its entry says it must."""
    return hit.entry.context is None or CONTEXTS[hit.entry.context](text, hit)
