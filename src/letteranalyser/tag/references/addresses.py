"""Canonical ids and public addresses of parliamentary documents, gazettes, EU acts and case law.

An address is given only where it follows from the citation itself; a part that is missing is never filled in.
How the official publications are named was checked against published addresses:

- Tweede Kamer: ``kst-<dossier>-<number>``, whatever the year;
- Eerste Kamer: with the session year up to and including 2008-2009 (``kst-20082009-32024-C``), without it from
  2009-2010 on (``kst-33506-AB``), so that its session year has to be known;
- Handelingen: by item from 2010-2011 on (``h-tk-20102011-54-6``), by page before that.

Digital publication starts in 1995; what is older has no such address.
"""

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.models.findings import ReferenceMention

PUBLICATIONS = "https://zoek.officielebekendmakingen.nl/"
EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="
FIRST_DIGITAL = 1995
FIRST_HANDELINGEN_BY_ITEM = 2010
LAST_SENATE_WITH_YEAR = 2008
FIRST_STAATSCOURANT_BY_NUMBER = 2010
"""Since 1 July 2009 the Staatscourant appears by number on the web alone; 2009 itself has both numberings."""


def publication_url(identifier: str) -> str:
    """Address of an official publication."""
    return f"{PUBLICATIONS}{identifier}.html"


def celex_url(celex: str) -> str:
    """Address of an EU act in Dutch."""
    return f"{EUR_LEX}CELEX:{celex}"


def first_year(session: str | None) -> int | None:
    """Calendar year in which a session year such as ``20142015`` starts."""
    return int(session[:4]) if session else None


def kamerstuk_url(dossier: str, number: str | None, chamber: str | None, session: str | None) -> str | None:
    """Address of a Kamerstuk, or of its dossier where no number is cited; None where it cannot be known.

    Args:
        dossier: ``36200-X``.
        number: ``41``, or ``E`` in the Eerste Kamer.
        chamber: ``tk``, ``ek`` or None.
        session: ``20142015`` or None.
    """
    year = first_year(session)
    if not dossier[0].isdigit() or (number is not None and year is not None and year < FIRST_DIGITAL):
        return None  # internal dossiers of the Eerste Kamer (CXXIV) are spelt in several ways
    if number is None:
        return f"{PUBLICATIONS}dossier/{dossier}"
    if chamber == "ek":
        if year is None:
            return None
        of_year = f"{session}-" if year <= LAST_SENATE_WITH_YEAR else ""
        return publication_url(f"kst-{of_year}{dossier}-{number}")
    return publication_url(f"kst-{dossier}-{number}") if number.isdigit() else None


def kamerstuk(
    span: tuple[int, int],
    dossier: str,
    number: str | None,
    house: str | None = None,
    session: str | None = None,
    rule: str = "references.kamerstuk",
) -> ReferenceMention:
    """A mention of a Kamerstuk, or of a whole dossier where ``number`` is None.

    A number of capitals belongs to the Eerste Kamer, which letters its documents where the Tweede Kamer counts them.
    """
    chamber = house or ("ek" if number and number[0].isalpha() else None)
    return ReferenceMention(
        start=span[0],
        end=span[1],
        rule=rule,
        kind=ReferenceKind.KAMERSTUK,
        id=f"kst-{dossier}-{number}" if number else f"kst-{dossier}",
        url=kamerstuk_url(dossier, number, chamber, session),
        dossier=dossier,
        number=number,
        chamber=chamber,
        session_year=session,
    )


def session_of(first: str, last: str) -> str | None:
    """Session year as eight digits from the two years as written: ``2014``, ``15`` give ``20142015``.

    None where the second does not follow the first.
    """
    first = first.strip("'’")
    last = last.strip("'’")
    if len(first) == 2:  # '08/'09; counting of dossiers began in 1945
        first = ("19" if int(first) >= 45 else "20") + first
    start = int(first)
    if int(last) % 100 != (start + 1) % 100:
        return None
    return f"{start}{start + 1}"
