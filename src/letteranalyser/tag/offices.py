"""Offices and ministries: ``Minister van Financiën``, ``staatssecretaris``, ``ministerie van Defensie``.

A portfolio is one of the vocabulary, or words that are built as one: capitals joined by commas and ``en``.
"""

import re
from collections.abc import Iterator
from functools import cache

from letteranalyser.tag.candidates import Candidate, Certainty
from letteranalyser.vocabulary import load

_ROLE = r"(?:(?:[Vv]ice-?|[Oo]ud-)?[Mm]inister|[Ss]taatssecretaris|(?:VICE-?)?MINISTER|STAATSSECRETARIS)"
_ROLES = r"(?:[Mm]inisters|[Ss]taatssecretarissen|[Bb]ewindslieden|[Bb]ewindspersonen|MINISTERS|STAATSSECRETARISSEN)"
_MINISTRY = r"(?:[Mm]inisteries?|[Dd]epartementen|[Dd]epartement|MINISTERIE)"
_WORD = r"[A-ZÀ-Þ][\w’-]*"
_BUILT = rf"{_WORD}(?:(?:, | en | & |(?<=-) en ){_WORD}|,? en {_WORD}| {_WORD}){{0,5}}"
_BARE = re.compile(
    r"(?<![\w-])(?:Minister-president|Minister-President|minister-president|minister-President|Minister|Staatssecretaris|Ministers|Staatssecretarissen|vicepremier|"
    r"premier|Premier|Officier van Justitie|officier van justitie|officieren van justitie|Officieren van Justitie|"
    r"[Cc]ommissaris(?:sen)? van de Koning(?:in)?|[Pp]rocureur-generaal|[Rr]egeringscommissaris|[Nn]ationaal [Cc]oördinator\b(?! [A-Z])|[Gg]ouverneur van (?:Aruba|Curaçao|Sint Maarten))(?![\w-])"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rows = load("ministries")["known"]["entry"]
    names = sorted(
        {form for row in rows for form in (row["name"], *row.get("aliases", ()))}, key=len, reverse=True
    )
    known = "|".join(re.escape(name) for name in names)
    short = sorted(
        {
            form
            for row in rows
            for form in (
                [row["abbreviation"]]
                if isinstance(row.get("abbreviation"), str)
                else row.get("abbreviation", [])
            )
        },
        key=len,
        reverse=True,
    )
    letters = "|".join(re.escape(form) for form in short)
    portfolio = rf"(?:(?i:{known})(?![\w-])|(?:{letters})(?![\w-])|{_BUILT})"
    office = re.compile(rf"(?<![\w-]){_ROLE} (?:(?:van|voor|VAN|VOOR) )?(?P<portfolio>{portfolio})")
    offices = re.compile(
        rf"(?<![\w-]){_ROLES} (?:van|voor|VAN|VOOR) (?:{portfolio})(?:(?:, | en |,? en de )(?:de )?(?:[Mm]inister )?(?:van|voor) (?:{portfolio})){{0,4}}"
    )
    ministry = re.compile(
        rf"(?<![\w-]){_MINISTRY} (?:van|voor|VAN|VOOR) (?:{portfolio})|(?<![\w-])(?:ministerie|Ministerie) (?:{letters})(?![\w-])"
    )
    return office, offices, ministry


def find_offices(text: str) -> Iterator[Candidate]:
    """Offices and ministries in a text."""
    office, offices, ministry = _patterns()
    for match in office.finditer(text):
        words = match.group()
        if not re.match(r"\S+ (?:van|voor)\b", words, re.IGNORECASE) and not match["portfolio"].isupper():
            continue  # "Minister Jansen" is a person; "minister BZK" an office
        yield _candidate(match, "minister_function", "offices.office")
    for match in offices.finditer(text):
        yield _candidate(match, "minister_function", "offices.joint")
    for match in ministry.finditer(text):
        yield _candidate(match, "ministry", "offices.ministry")
    for match in _BARE.finditer(text):
        yield Candidate(
            match.start(), match.end(), match.group(), "minister_function", "offices.bare", Certainty.GUESS
        )


def _candidate(match: re.Match[str], kind: str, rule: str) -> Candidate:
    words = match.group().rstrip(" ,")
    name = words[:1].upper() + words[1:]
    if words.isupper():
        small = {"van", "voor", "en"}
        name = " ".join(w if w in small else w[:1].upper() + w[1:] for w in words.lower().split())
    return Candidate(match.start(), match.start() + len(words), name, kind, rule, Certainty.STATED)
