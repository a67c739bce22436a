"""To whom a commitment is made: the words of its sentence that say so.

Parliament, one of its committees or a member counts where the sentence tells or promises them something. Those who only
asked (``op verzoek van het lid Abel``), who decided (``de door uw Kamer aangenomen motie``) or of whom the sentence speaks
otherwise are no addressee; a sentence that names none has none.
"""

import re
from dataclasses import dataclass
from functools import cache

from letteranalyser.vocabulary import load

_COMMA = re.compile(r"[,;:]")
_BEFORE = 40
"""Code points before a name in which the word that rules it stands."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    names: tuple[re.Pattern[str], ...]
    """From the most to the least exact."""
    ruled: re.Pattern[str]
    subordinate: re.Pattern[str]
    telling: re.Pattern[str]
    received: re.Pattern[str]
    sharing: re.Pattern[str]
    asking: re.Pattern[str]
    member: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = load("commitments")
    words, to = data["words"], data["addressees"]

    def one_of(*lists: list[str]) -> str:
        return rf"(?<!\w)(?:{'|'.join(word for entries in lists for word in entries)})(?!\w)"

    return _Patterns(
        names=tuple(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) for pattern in to["names"]),
        ruled=re.compile(rf"{one_of(to['not_after'])}\s+$", re.IGNORECASE),
        subordinate=re.compile(rf"{one_of(to['subordinate'])}\s+$", re.IGNORECASE),
        telling=re.compile(
            one_of(words["tell"], words["told"], words["tells"], to["promising"]), re.IGNORECASE
        ),
        received=re.compile(one_of(words["told"], to["receiving"]), re.IGNORECASE),
        sharing=re.compile(one_of(to["sharing"]), re.IGNORECASE),
        asking=re.compile(one_of(to["asking"]), re.IGNORECASE),
        member=re.compile(to["member_after"], re.IGNORECASE),
    )


def find_addressee(text: str) -> tuple[int, int] | None:
    """Where a commitment says to whom it is made; None where it does not.

    Args:
        text: the sentence.
    """
    for rank, pattern in enumerate(_patterns().names):
        for match in pattern.finditer(text):
            if _told(text, match, member=rank == 0):
                return match.span()
    return None


def _told(text: str, match: re.Match[str], *, member: bool) -> bool:
    """Whether the one named is told or promised something, not asked by or spoken of."""
    known = _patterns()
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    clause = _clause(text, match.start())
    if member:
        # A member is named for many reasons: as one who asked, moved or spoke.
        return known.member.search(before) is not None
    if known.ruled.search(before):
        return False
    if re.search(r"(?<!\w)met\s+$", before, re.IGNORECASE):
        return known.sharing.search(text) is not None
    if known.subordinate.search(before):
        return known.received.search(clause) is not None
    after = text[match.end() : match.end() + _BEFORE]
    if known.asking.match(after.lstrip()) or known.asking.search(before.rstrip()[-12:]):
        return False
    return known.telling.search(clause) is not None


def _clause(text: str, at: int) -> str:
    """The stretch between commas, semicolons and colons around an offset."""
    cuts = [match.end() for match in _COMMA.finditer(text)]
    low = max((cut for cut in cuts if cut <= at), default=0)
    high = min((cut for cut in cuts if cut > at), default=len(text))
    return text[low:high]
