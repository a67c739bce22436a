"""Handelingen, their appendix (questions of members and the answers) and numbers of the Tweede Kamer's register.

- ``Handelingen II 2012/13, nr. 64, item 15``: Leidraad voor juridische auteurs (2019), § 3.4.3; the item since
  2010-2011, before that the page, whose first part is the number of the sitting (``p. 35-2345``).
- ``Aanhangsel Handelingen II 2013/14, nr. 2231``: likewise; the official press leaves the house out
  (``Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 1379``), and it is then the Tweede Kamer's.
- ``Tweede Kamer, vergaderjaar 2019–2020, Aanhangsel van de Handelingen, nr. 2145``: head of the printed appendix itself.
- ``2021Z02345`` (case) and ``2021D12345`` (document): register of the Tweede Kamer, opendata.tweedekamer.nl.
"""

import re

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.models.findings import ReferenceMention
from letteranalyser.tag.references.addresses import (
    FIRST_DIGITAL,
    FIRST_HANDELINGEN_BY_ITEM,
    first_year,
    publication_url,
    session_of,
)
from letteranalyser.tag.references.numbering import LABEL, Allowance, Number, read_numbers

_SEP = r"[\s,:\u00ad]{1,40}"
_HEAD = re.compile(
    r"(?:\s(?:der|van\sde)(?:\s(?:Kamers?|Staten-Generaal)(?=\sI|,))?)?"
    r"(?:"
    rf"{_SEP}(?P<house>II|I|TK|EK|Tweede\sKamer|Eerste\sKamer|UCV|VV|(?:11|1|2)(?=[\s,]{{1,3}}(?:19|20)\d\d))(?![\w-]))?"
    rf"(?:{_SEP}(?:(?:vergader[\s-]?jaar|zittings?jaar|zitting)\s{{1,3}})?"
    r"(?P<y1>(?:19|20)\d\d|['’]?\d\d(?=\s?[/\u2010-\u2013-]\s?['’]?\d\d[\s,]))\s?[-\u2010-\u2015/]\s?(?P<y2>(?:19|20)\d\d|['’]?\d\d)(?!\d))?"
    rf"(?:{_SEP}\d{{2}}\s?\d{{3}}(?=[\s,]{{1,3}}nr))?"
)
_NUMBER = re.compile(rf"{_SEP}(?P<label>{LABEL})?\s{{0,10}}(?=\d)")
_ITEM = re.compile(r"[\s,]{1,10}items?\s{1,3}(?=\d)", re.IGNORECASE)
_YEAR_BEHIND = re.compile(
    r"(?:,?\s{1,3}item\s{1,3}(?P<item>\d{1,3}))?\s?[,(]?\s{0,3}(?:vergader[\s-]?jaar\s{1,3})?"
    r"(?P<y1>(?:19|20)\d\d)\s?[-\u2010-\u2015/]\s?(?P<y2>(?:19|20)\d\d|\d\d)(?!\d)\)?"
)
"""The session year behind the number: ``Aanhangsel Handelingen, nr. 2231, vergaderjaar 2013-2014``."""
_YEAR_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<eerste>Eerste)|Tweede)\sKamer,?\s{1,3}(?:vergader[\s-]?jaar\s{1,3})?"
    r"(?P<y1>(?:19|20)\d\d)\s?[-\u2010-\u2015/]\s?(?P<y2>(?:19|20)\d\d|\d\d),?\s{1,3}$"
)
LONGEST_YEAR_BEFORE = 50
"""Code points that ``_YEAR_BEFORE`` may take."""
_SITTING_AND_ITEM = re.compile(r"[\s,]{1,10}(?P<n>\d{1,3})-(?P<item>\d{1,3})(?:-\d{1,4})?(?![\d-])")
"""``12-5-9``: sitting, item and the page in it."""
_SITTING_BY_PAGE = re.compile(r"[\s,]{1,10}(?:p|blz|pag)\.?\s{1,3}(?P<n>\d{1,3})-\d{2,5}(?!\d)")
REGISTER_LETTERS = frozenset("ZD0123456789")
_REGISTER = re.compile(r"(?:19|20)\d\d[ZD]\d{5}(?![\w])")
_COMMITMENT = re.compile(r"(?:TZ\d{6}-\d{3}|T[0O]\d{4})(?![\w-])")
_IDENTIFIER = re.compile(
    r"(?P<kind>ah|h)-(?P<house>tk|ek)-(?P<session>\d{8})-(?P<n>\d{1,5})(?P<rest>(?:-\d{1,5}){0,2})(?![\w-])",
    re.IGNORECASE,
)


def _mention(
    span: tuple[int, int], kind: ReferenceKind, house: str, session: str, number: str
) -> ReferenceMention:
    year = first_year(session) or 0
    if kind is ReferenceKind.HANDELINGEN:
        identifier = f"h-{house}-{session}-{number}"
        reachable = year >= FIRST_HANDELINGEN_BY_ITEM and "-" in number
        rule = "references.handelingen"
    else:
        identifier = f"ah-{house}-{session}-{number}"
        reachable = year >= FIRST_DIGITAL
        rule = "references.aanhangsel"
    return ReferenceMention(
        start=span[0],
        end=span[1],
        rule=rule,
        kind=kind,
        id=identifier,
        url=publication_url(identifier) if reachable else None,
        number=number.partition("-")[0],
        chamber=house,
        session_year=session,
    )


def _spread(
    start: int, numbers: list[Number], kind: ReferenceKind, house: str, session: str, prefix: str = ""
) -> list[ReferenceMention]:
    """One mention for each number: the first with all that stands before it, the others by themselves."""
    return [
        _mention((start if index == 0 else n.start, n.end), kind, house, session, prefix + n.value)
        for index, n in enumerate(numbers)
    ]


def proceedings(
    text: str, start: int, at: int, appendix: bool, allowance: Allowance
) -> list[ReferenceMention]:
    """A citation of the Handelingen or of their appendix.

    Args:
        text: the text.
        start: where the word (Handelingen, Aanhangsel) starts.
        at: where it ends.
        appendix: whether it is the appendix.
        allowance: what ranges may still add.
    """
    head = _HEAD.match(text, at)
    if head is None or head["house"] in {"UCV", "VV"}:
        return []
    house = "ek" if head["house"] in {"I", "EK", "Eerste Kamer", "1"} else "tk"
    at = head.end()
    session = session_of(head["y1"], head["y2"]) if head["y1"] else None
    if (
        appendix
        and session is None
        and (before := _YEAR_BEFORE.search(text, max(0, start - LONGEST_YEAR_BEFORE), start))
    ):
        house, session, start = (
            "ek" if before["eerste"] else "tk",
            session_of(before["y1"], before["y2"]),
            before.start(),
        )
    kind = ReferenceKind.AANHANGSEL_HANDELINGEN if appendix else ReferenceKind.HANDELINGEN
    label = _NUMBER.match(text, at)
    if session is None:
        numbers = (
            read_numbers(text, label.end(), allowance, label["label"]) if label and not head["y1"] else []
        )
        year = _YEAR_BEHIND.match(text, numbers[-1].end) if len(numbers) == 1 else None
        session = session_of(year["y1"], year["y2"]) if year else None
        if year is None or session is None:
            return []
        number = f"{numbers[0].value}-{year['item']}" if year["item"] and not appendix else numbers[0].value
        end = year.end() - (text[year.end() - 1] == ")" and "(" not in text[start : year.end()])
        return [_mention((start, end), kind, house, session, number)]
    if not appendix:
        return _sitting(text, start, at, house, session, allowance)
    numbers = read_numbers(text, label.end(), allowance, label["label"]) if label else []
    return _spread(start, numbers, kind, house, session)


def _sitting(
    text: str, start: int, at: int, house: str, session: str, allowance: Allowance
) -> list[ReferenceMention]:
    """The sitting, and the item in it, behind the year of the Handelingen."""
    kind = ReferenceKind.HANDELINGEN
    if (pair := _SITTING_AND_ITEM.match(text, at)) is not None:
        return [_mention((start, pair.end()), kind, house, session, f"{pair['n']}-{pair['item']}")]
    if (page := _SITTING_BY_PAGE.match(text, at)) is not None:
        return [_mention((start, page.end("n")), kind, house, session, page["n"])]
    label = _NUMBER.match(text, at)
    numbers = read_numbers(text, label.end(), allowance, label["label"]) if label else []
    item = _ITEM.match(text, numbers[-1].end) if numbers else None
    if item is None:
        return _spread(start, numbers, kind, house, session)
    items = read_numbers(text, item.end(), allowance, "nrs.")
    return _spread(start, items, kind, house, session, f"{numbers[-1].value}-")


def register_number(text: str, start: int, at: int) -> list[ReferenceMention]:
    """A case or document number of the Tweede Kamer at ``at``, with the ``nr.`` at ``start`` before it."""
    if (
        text[at + 4 : at + 5] not in REGISTER_LETTERS
    ):  # most numbers are none: tell them apart without a pattern
        return []
    match = _REGISTER.match(text, at) or _COMMITMENT.match(text, at)
    if match is None:
        return []
    return [
        ReferenceMention(
            start=start,
            end=match.end(),
            rule="references.register",
            kind=ReferenceKind.OTHER,
            id=match[0].replace("TO", "T0"),
        )
    ]


def identifier(text: str, at: int) -> list[ReferenceMention]:
    """A publication's own identifier: ``h-tk-20142015-66-8``, ``ah-tk-20142015-3123``."""
    match = _IDENTIFIER.match(text, at)
    if match is None:
        return []
    appendix = match["kind"].lower() == "ah"
    kind = ReferenceKind.AANHANGSEL_HANDELINGEN if appendix else ReferenceKind.HANDELINGEN
    number = match["n"] + match["rest"]
    return [_mention(match.span(), kind, match["house"].lower(), match["session"], number)]
