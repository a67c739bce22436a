"""Official gazettes: Staatsblad, Staatscourant, Tractatenblad and the Official Journal of the European Union.

``Stb. 2005, 123`` and ``PbEU 2016, L 119``: Aanwijzingen voor de regelgeving, aanwijzingen 3.37 and 3.39 (notes on the
mention of gazettes); ``Stb. 2005/123``, ``Staatsblad 2005 nr. 123`` and ``PB L 119 van 4.5.2016`` as letters write them.
"""

import re

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.models.findings import ReferenceMention
from letteranalyser.tag.references.addresses import (
    FIRST_DIGITAL,
    FIRST_STAATSCOURANT_BY_NUMBER,
    publication_url,
)

LAST_ISSUE_OF_THE_DAY = 260
"""A Staatscourant of 2009 with a higher number is of the second half of the year, when documents were numbered."""

_NATIONAL = re.compile(
    r"(?P<name>Staatsblad|Stb\.?|STB\.?|Staatscourant|Stcrt\.?|Tractatenblad|Trb\.?)[\s,]{1,6}(?:van\s)?"
    r"(?P<year>(?:18|19|20)\d\d)(?:[\s,/]{1,6}(?:(?:nr\.?|nummer)\s{0,2})?(?P<n>[1-9]\d{0,5})(?![\w%]|[.,:]\d|\s{1,2}(?:jan|feb|ma|apr|mei|ju|aug|sep|okt|nov|dec)))?"
)
_MORE = re.compile(
    r"(?:,\s{1,3}(?=\d{1,6}\sen\s(?:nr\.\s)?\d)|\s(?:en|resp\.|respectievelijk)\s)(?:nr\.?\s)?(?P<n>[1-9]\d{0,5})"
    r"(?=\s?[).;:]|,\s|\s?$|\sen\s(?:nr\.\s)?\d)(?!\s(?:jan|feb|ma|apr|mei|ju|aug|sep|okt|nov|dec|mil|mld|euro|procent|van\sde))"
)
"""``Stb. 2012, nr. 345 en 346``: a second number, where nothing counts behind it."""
MOST_NUMBERS = 10
_JOURNAL = re.compile(
    r"(?P<name>PbEU|PbEG|PBEU|PBEG|Pb\s?EU|Pb\s?EG|PB\s?EU|PB\s?EG|PB|Pb|Publicatieblad(?:\svan\sde\sEuropese\s(?:Unie|Gemeenschappen))?|OJ)\.?"
    r"(?:[\s,(]{1,4}(?P<before>(?:19|20)\d\d)\)?(?=[\s,]))?"
    r"[\s,]{1,4}(?:nr\.?\s)?(?P<series>[LC])(?!\w)[\s,]{0,4}(?:nr\.?\s)?(?:(?P<year>20\d\d)(?=[/,]\s?\d))?[/,]?\s?(?P<n>\d{1,4})(?!\d)"
    r"(?:/(?P<page>\d{1,4})(?!\d))?"
)
_NATIONAL_IDENTIFIER = re.compile(
    r"(?:(?:stb|stcrt|trb)-(?:19|20)\d\d-\d{1,6}|blg-\d{4,8})(?![\w-])", re.IGNORECASE
)


def national_gazette(text: str, at: int) -> list[ReferenceMention]:
    """A citation of Staatsblad, Staatscourant or Tractatenblad; the number may be left out, the year not."""
    match = _NATIONAL.match(text, at)
    if match is None:
        return []
    name = match["name"]
    code = "stcrt" if name.startswith(("Staatsc", "Stcrt")) else "trb" if name.startswith("Tr") else "stb"
    year = int(match["year"])
    first = FIRST_STAATSCOURANT_BY_NUMBER if code == "stcrt" else FIRST_DIGITAL
    if code == "stcrt" and year == first - 1 and int(match["n"] or 0) > LAST_ISSUE_OF_THE_DAY:
        first = year
    spans = [(match.start(), match.end(), match["n"])]
    end = match.end()
    while match["n"] and len(spans) < MOST_NUMBERS and (more := _MORE.match(text, end)) is not None:
        end = more.end()
        spans.append((more.start("n"), end, more["n"]))
    found = []
    for start, end, number in spans:
        identifier = f"{code}-{year}-{number}" if number else f"{code}-{year}"
        found.append(
            ReferenceMention(
                start=start,
                end=end,
                rule="references.gazette",
                kind=ReferenceKind.OTHER,
                id=identifier,
                url=publication_url(identifier) if number and year >= first else None,
            )
        )
    return found


def official_journal(text: str, at: int) -> list[ReferenceMention]:
    """A citation of the Official Journal: ``PbEG 2000, L 327``, ``PB L 119 van 4.5.2016``."""
    match = _JOURNAL.match(text, at)
    if match is None:
        return []
    name = "".join(match["name"].split()[:1])
    year = match["before"] or match["year"]
    identifier = (
        f"{name} {year}, {match['series']} {match['n']}" if year else f"{name} {match['series']} {match['n']}"
    )
    return [
        ReferenceMention(
            start=match.start(),
            end=match.end(),
            rule="references.official_journal",
            kind=ReferenceKind.OTHER,
            id=identifier,
        )
    ]


def identifier(text: str, at: int) -> list[ReferenceMention]:
    """A publication's own identifier: ``stcrt-2009-9231``, or ``blg-123456`` of an annex to a Kamerstuk."""
    match = _NATIONAL_IDENTIFIER.match(text, at)
    if match is None:
        return []
    name = match[0].lower()
    return [
        ReferenceMention(
            start=match.start(),
            end=match.end(),
            rule="references.gazette",
            kind=ReferenceKind.OTHER,
            id=name,
            url=publication_url(name),
        )
    ]
