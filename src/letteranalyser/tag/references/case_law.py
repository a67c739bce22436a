"""Case law: ECLI, LJN, case numbers and the reports of judgments.

- ECLI: Council conclusions 2011/C 127/01; five parts, of which letters leave the first or the first two out
  (``NL:RVS:1984:AH0317``, ``RVS:1984:AH0317``) or put spaces between (the forms that KOOP's linkextractor takes).
- LJN: number of rechtspraak.nl until 28 June 2013; ELRO before 2003.
- ``C-411/10``, ``T-13/99``: case numbers of the Court of Justice of the European Union (Leidraad voor juridische
  auteurs 2019, § 3.6); ``27021/08``: application numbers of the European Court of Human Rights.
"""

import re

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.models.findings import ReferenceMention
from letteranalyser.tag.references.addresses import EUR_LEX

_COLON = r"\s{0,2}[:;]\s{0,2}"
_DUTCH_COURT = r"(?:HR|PHR|RVS|CRVB|CBB|GH[A-Z]{2,6}|RB[A-Z]{2,7}|OG[A-Z]{2,8}|TA[A-Z]{2,8}|XX)"
_ECLI = re.compile(
    rf"(?P<prefix>ECLI{_COLON})?(?P<country>[A-Z]{{2}}){_COLON}(?P<court>[A-Z][A-Z0-9]{{0,6}}){_COLON}(?P<year>(?:18|19|20)\d\d)"
    rf"{_COLON}(?P<n>[A-Z0-9](?:[A-Z0-9.]{{0,23}}[A-Z0-9])?)(?![A-Z0-9])",
    re.IGNORECASE,
)
_DUTCH = re.compile(
    rf"(?P<court>{_DUTCH_COURT}){_COLON}(?P<year>(?:19|20)\d\d){_COLON}(?P<n>[A-Z]{{2}}\d{{4}}|\d{{1,5}})(?![A-Z0-9])",
    re.IGNORECASE,
)
_LJN = re.compile(
    r"(?:LJN|LJ|ELRO)(?:[\s-]?(?:nummer|nr\.?))?\s{0,2}:?\s{0,2}(?P<n>[A-Z]{2}\s?\d{4})(?!\d)", re.IGNORECASE
)
_EU_CASE = re.compile(
    r"(?:(?:[Gg]evoegde\s)?[Zz](?:aak|aken)\s)?(?P<n>[CTF][-‑–]\d{1,4}/\d{2}(?:\s?(?:P|PPU|RENV|R))?)(?![\w/])"
)
_STRASBOURG = re.compile(
    r"(?:EHRM|ECHR|Europe\w{2,3} Hof voor de [Rr]echten van de [Mm]ens)\b[^\n()]{0,120}?\(?(?P<n>(?:nrs?|no|nos)\.\s?\d{1,6}/\d{2})(?!\d)"
)
_STATE_COUNCIL = re.compile(r"(?P<n>(?:19|20)\d{7}/\d{1,2}/[A-Z]\d{1,2})(?![\w/])")
_DISTRICT = re.compile(r"(?P<n>C/\d{2}/\d{5,6})(?!\d)")
_REPORT = re.compile(r"(?P<n>(?:NJ|BNB|JV|RvdW|RSV|AB)\s(?:19|20)\d\d[/,]\s?\d{1,4})(?![\d/])")
_ECLI_BEHIND = re.compile(r"[^;.\n()]{0,40}?(?:,\s|\s\()(?=ECLI\s{0,2}[:;])")
"""A judgment cited by its number and its ECLI is one document, known by the latter."""


def _case(span: tuple[int, int], identifier: str, rule: str, url: str | None = None) -> ReferenceMention:
    return ReferenceMention(
        start=span[0],
        end=span[1],
        rule=f"references.{rule}",
        kind=ReferenceKind.CASE_LAW,
        id=identifier,
        url=url,
    )


def _address(country: str, identifier: str) -> str | None:
    if country == "NL":
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={identifier}"
    if country == "EU":
        return f"{EUR_LEX}ecli:{identifier}"
    return None


def ecli(text: str, at: int) -> list[ReferenceMention]:
    """An ECLI, whole or without its first parts.

    Capitals do not matter in an ECLI; those of other countries stay as they are written.
    """
    match = _ECLI.match(text, at)
    if match is not None and (match["prefix"] or match["country"] in {"NL", "EU", "CE"}):
        country, court, number = match["country"].upper(), match["court"], match["n"]
        if country == "EU" and not number.isdigit():
            return []
        if country in {"NL", "EU", "CE"}:
            court, number = court.upper(), number.upper()
        identifier = f"ECLI:{country}:{court}:{match['year']}:{number}"
        return [_case(match.span(), identifier, "ecli", _address(country, identifier))]
    dutch = _DUTCH.match(text, at)
    if dutch is None:
        return []
    identifier = f"ECLI:NL:{dutch['court'].upper()}:{dutch['year']}:{dutch['n'].upper()}"
    return [_case(dutch.span(), identifier, "ecli", _address("NL", identifier))]


def ljn(text: str, at: int) -> list[ReferenceMention]:
    """An LJN or ELRO number; which court's it is (and so its ECLI) it does not say."""
    match = _LJN.match(text, at)
    if match is None:
        return []
    number = "".join(match["n"].split()).upper()
    return [_case(match.span(), f"LJN {number}", "ljn")]


def case_number(text: str, at: int) -> list[ReferenceMention]:
    """A case number of the Court of Justice, of the Raad van State, or a place in a law report."""
    if (eu := _EU_CASE.match(text, at)) is not None:
        number = re.sub(r"[‑–]", "-", eu["n"])
        return [] if _ECLI_BEHIND.match(text, eu.end()) else [_case(eu.span(), number, "case_number")]
    for pattern in (_STATE_COUNCIL, _REPORT, _DISTRICT):
        if (match := pattern.match(text, at)) is not None:
            return [_case(match.span("n"), match["n"], "case_number")]
    strasbourg = _STRASBOURG.match(text, at)
    if strasbourg is None or _ECLI_BEHIND.match(text, strasbourg.end()):
        return []
    number = strasbourg["n"].split(".")[-1].strip()
    return [_case(strasbourg.span("n"), f"EHRM {number}", "case_number")]
