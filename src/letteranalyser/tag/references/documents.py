"""Other documents: advice, documents of the European Commission, resolutions, policy papers, newspapers.

- advice by number: ``SER-advies 2014/09``, ``AIV-advies nr. 97``, ``WRR-rapport nr. 98``, ``advies nr. 97`` behind the name of the council;
- advice of the Raad van State: ``W04.12.0345/I`` (section, year, number / section in full);
- ``COM(2021) 206``: documents of the Commission, as EUR-Lex addresses them;
- newspapers as footnotes cite them: title, name, date (Leidraad voor juridische auteurs 2019, § 2.2.14).
"""

import re
from functools import cache

from letteranalyser.models.analysis import ReferenceKind
from letteranalyser.models.findings import ReferenceMention
from letteranalyser.tag.references.addresses import EUR_LEX
from letteranalyser.vocabulary import load

REACH_OF_COUNCIL = 200
"""Characters before ``advies nr. 97`` in which the council that gave it must be named."""

_ADVICE = re.compile(
    r"(?P<what>[Aa]dvies(?:nummer)?|[Rr]apport)\s{1,3}(?:(?P<nr>nr\.?|nummer|no\.)\s{0,3})?"
    r"(?P<n>(?:19|20)?\d{2}/\d{1,3}|\d{1,3}(?![\d/:]|\.\d|\s?%))(?![\w/-])"
)
_YEAR_AND_NUMBER = re.compile(r"(?:19|20)\d{2}/\d{1,3}(?=\))")
_COUNCIL_BEFORE = re.compile(r"(?<![\w-])(?P<council>[A-Z][A-Za-z]{1,15})(?P<joint>[- ])$")
_STATE_COUNCIL = re.compile(r"(?P<n>W\d{2}\.\d{2}\.\d{3,5}/[IVX]{1,4})(?!\w)")
_COMMISSION = re.compile(
    r"(?P<kind>COM|SWD|JOIN|SEC|C)\s?\(\s?(?P<year>(?:19|20)\d\d)\s?\)\s?(?P<n>\d{1,4})(?:\s?(?:final|definitief|def\.?))?(?!\d)"
)
_RESOLUTION = re.compile(
    r"(?:(?:VN-?)?[Vv]eiligheidsraad-?)?[Rr]esolutie\s(?:nr\.?\s)?(?P<n>\d{3,4})"
    r"(?:\s?\((?P<year>(?:19|20)\d\d)\))?(?![\d/])"
)
_PAPER = re.compile(r"[A-Z][a-zë]{4,24}nota\s(?P<year>(?:19|20)\d\d)(?!\d|[-–/]\d)")
_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_DATED = re.compile(rf",?\s(?:van\s)?(?P<date>\d{{1,2}}\s{_MONTH}\s(?:19|20)\d\d)(?!\d)")
_TITLE_BEFORE = re.compile(r"[«“\"‘'„](?P<title>[^«»“”\"„\n]{3,200})[»”\"’'],?\s{1,3}(?:in:?\s)?$")
LONGEST_TITLE = 220


def _other(span: tuple[int, int], identifier: str, rule: str, url: str | None = None) -> ReferenceMention:
    return ReferenceMention(
        start=span[0],
        end=span[1],
        rule=f"references.{rule}",
        kind=ReferenceKind.OTHER,
        id=identifier,
        url=url,
    )


def _council_before(text: str, at: int) -> str | None:
    """Abbreviation of the advisory council last named before an offset."""
    before = " ".join(text[max(0, at - REACH_OF_COUNCIL) : at].split())
    # Nearly all names have a capital, so that of most words only the others need be looked for.
    names = _councils_in_lower_case() if before.islower() else _councils()
    found = [(before.rfind(name), short) for name, short in names.items()] or [(-1, "")]
    place, short = max(found)
    return short if place >= 0 else None


@cache
def _councils() -> dict[str, str]:
    names: dict[str, str] = {}
    for council in load("cited_sources")["councils"]["names"]:
        short = council["short"]
        names[short] = short
        names.update(dict.fromkeys(council["names"], short))
    return names


@cache
def _councils_in_lower_case() -> dict[str, str]:
    return {name: short for name, short in _councils().items() if name.islower()}


def advice(text: str, at: int) -> list[ReferenceMention]:
    """An advice cited by number; its council stands before it, in one word or in the sentence."""
    match = _ADVICE.match(text, at)
    of_council = _COUNCIL_BEFORE.search(text, max(0, at - 20), at)
    if of_council and of_council["joint"] == " " and of_council["council"] not in _councils():
        of_council = None
    report = match is not None and match["what"].lower() == "rapport"
    if report and (of_council is None or of_council["council"] not in _councils()):
        return []  # ``rapport nr. 3`` may be anyone's
    if match is None or not (match["nr"] or "/" in match["n"] or of_council):
        return []
    council = of_council["council"] if of_council else _council_before(text, at)
    start = of_council.start() if of_council else at
    number = match["n"] if "/" in match["n"] else f"nr. {match['n']}"
    what = "rapport" if report else "advies"
    name = f"{council}-{what} {number}" if council else f"{what} {number}"
    return [_other((start, match.end()), name, "advice")]


def bracketed_advice(text: str, start: int, at: int) -> list[ReferenceMention]:
    """``het advies van de Gezondheidsraad (nr. 2018/20)``: year and number in a bracket right behind a council.

    Args:
        text: the text.
        start: where ``nr.`` stands.
        at: where the number should.
    """
    match = _YEAR_AND_NUMBER.match(text, at)
    if match is None or text[start - 2 : start] != " (":
        return []
    before = text[max(0, start - REACH_OF_COUNCIL) : start - 2]
    council = next((short for name, short in _councils().items() if before.endswith(name)), None)
    return [_other((start, match.end()), f"{council}-advies {match[0]}", "advice")] if council else []


def state_council(text: str, at: int) -> list[ReferenceMention]:
    """Number of an advice of the Raad van State: ``W04.12.0345/I``."""
    match = _STATE_COUNCIL.match(text, at)
    return [_other(match.span(), match["n"], "advice")] if match else []


def commission_document(text: str, at: int) -> list[ReferenceMention]:
    """A document of the European Commission."""
    match = _COMMISSION.match(text, at)
    if match is None or (match["kind"] == "C" and len(match["n"]) < 3):  # decisions of the Commission
        return []
    kind, year, number = match["kind"], match["year"], match["n"]
    url = f"{EUR_LEX}{kind}:{year}:{int(number)}:FIN" if kind in {"COM", "SWD", "JOIN"} else None
    found = _other(match.span(), f"{kind}({year}) {number}", "commission_document", url)
    # Proposals and decisions are law of the Union, cited as they are; a working document (SWD, SEC) is none.
    return [
        found.model_copy(update={"kind": ReferenceKind.EU_LAW}) if kind in {"COM", "JOIN", "C"} else found
    ]


def resolution(text: str, at: int) -> list[ReferenceMention]:
    """A resolution of the Security Council by number."""
    match = _RESOLUTION.match(text, at)
    if match is None:
        return []
    return [_other(match.span(), f"resolutie {match['n']}", "resolution")]


def policy_paper(text: str, at: int) -> list[ReferenceMention]:
    """A policy paper by name and year: ``Defensienota 2022``."""
    match = _PAPER.match(text, at)
    return [_other(match.span(), " ".join(match[0].split()), "policy_paper")] if match else []


@cache
def newspapers() -> frozenset[str]:
    """Names of newspapers and news services."""
    return frozenset(load("cited_sources")["newspapers"]["names"])


def newspaper(text: str, at: int, name_end: int) -> list[ReferenceMention]:
    """An article of a newspaper whose name stands from ``at`` to ``name_end``: title before it, date behind it."""
    dated = _DATED.match(text, name_end)
    if dated is None:
        return []
    start = at
    for article in ("de ", "De ", "het ", "Het "):
        if text.startswith(article, max(0, at - len(article))) and not text[at : at + 3].startswith(
            ("De ", "Het")
        ):
            start = at - len(article)
    title = _TITLE_BEFORE.search(text, max(0, start - LONGEST_TITLE), start)
    if title is None:
        return []
    identifier = f"{' '.join(text[start:name_end].split())}, {' '.join(dated['date'].split())}"
    return [_other((title.start(), dated.end()), identifier, "newspaper")]
