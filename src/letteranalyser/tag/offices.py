"""Ministers, state secretaries and ministries; committees of parliament, which bear the names of portfolios."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from letteranalyser.tag.candidates import Candidate
from letteranalyser.tag.names import UPPER
from letteranalyser.vocabulary import load

_CAPITALS = rf"[{UPPER}][\w-]{{2,40}}"
_UNLISTED = rf"{_CAPITALS}(?:(?:, {_CAPITALS}){{0,3}} en {_CAPITALS})?"
"""A portfolio that the vocabulary lacks: ``Milieu``, ``Jeugd, Sport en Media``."""

_FOREIGN = re.compile(r"\b([A-ZÏ]\w{2,20}(?:se|ische|nse|kse|gse|lse|rse)) $")
_NATIVE = frozenset({"Nederlandse"})


class _Patterns(NamedTuple):
    office: re.Pattern[str]
    more: re.Pattern[str]
    others: re.Pattern[str]
    bare: re.Pattern[str]
    ministry: re.Pattern[str]
    next_ministry: re.Pattern[str]
    colleagues: re.Pattern[str]
    letters: re.Pattern[str]
    alone: re.Pattern[str]
    committee: re.Pattern[str]
    next_committee: re.Pattern[str]


@cache
def _portfolios() -> dict[str, str]:
    """Every form of a portfolio, in lower case, to its full name."""
    forms = {}
    for row in load("ministries")["known"]["entry"]:
        short = row.get("abbreviation", [])
        for form in (row["name"], *([short] if isinstance(short, str) else short), *row.get("aliases", ())):
            forms[form.lower()] = row["name"]
    return forms


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _letters() -> list[str]:
    rows = load("ministries")["known"]["entry"]
    short = [row["abbreviation"] for row in rows if "abbreviation" in row]
    return [letters for group in short for letters in ([group] if isinstance(group, str) else group)]


@cache
def _patterns() -> _Patterns:
    data = load("offices")
    wording = data["wording"]
    function = _any([form for forms in data["offices"].values() for form in forms])
    # Any case: a signature is in capitals, a footnote sometimes without any.
    listed = rf"(?i:{_any(list(_portfolios()))})(?!\w)"
    portfolio = rf"(?:{listed}|{_UNLISTED})"
    committee = rf"(?:de )?(?:{listed}|{_UNLISTED})"
    return _Patterns(
        office=re.compile(
            rf"(?<![\w-])(?P<function>{function})(?: (?P<link>van|voor|VAN|VOOR) (?:(?:het|de) )?(?P<portfolio>{portfolio})"
            rf"(?: ?[–-] (?P<part>{listed})| \((?=[{UPPER}])(?P<bracketed>{listed})\))?| (?=[{UPPER}])(?P<bare>{listed}))"
        ),
        more=re.compile(
            rf"(?:,|,? (?i:en)) (?:de |die )?(?:(?P<link>(?i:van|voor)) )?(?P<portfolio>{listed})"
        ),
        others=re.compile(
            rf"(?<![\w-])(?:{_any([f for forms in data['others'].values() for f in forms])})(?![\w-])"
        ),
        bare=re.compile(
            rf"(?<![\w-])(?:Minister|Staatssecretaris|(?<=[Dd]e )(?:minister|staatssecretaris))"
            rf"(?![\w-]| (?:van|voor|[{UPPER}]\w*[a-z]))"
        ),
        ministry=re.compile(
            rf"(?<![\w-])(?:{_any(wording['ministries'])})(?: van)? (?P<portfolio>{portfolio})"
        ),
        next_ministry=re.compile(rf"(?:,| en|, en) (?:het ministerie )?(?:van )?(?P<portfolio>{listed})"),
        colleagues=re.compile(
            rf"(?<![\w-])(?:collega(?:[’']s)?|ambts?geno(?:ot|te|ten)) (?:van|voor) (?=[{UPPER}])(?P<portfolio>{listed})"
        ),
        letters=re.compile(rf"(?<![\w/-])(?:{_any(_letters())})(?![\w&])"),
        alone=re.compile(rf"(?<=[a-zë,] )(?:{_any(wording['alone'])})(?![\w-]| en [{UPPER}]|, [{UPPER}])"),
        committee=re.compile(
            rf"(?<![\w-])(?:(?:{_any(wording['committees'])}) )(?:Kamer)?commissies? (?:voor|van|inzake) {committee}"
        ),
        next_committee=re.compile(rf"(?:,| en|, en) (?:voor )?{committee}(?! heeft)"),
    )


def find_offices(text: str) -> Iterator[Candidate]:
    """Offices, ministries and parliament's committees in a text."""
    patterns = _patterns()
    yield from _offices(text, patterns)
    yield from _ministries(text, patterns)
    for found in patterns.committee.finditer(text):
        end = found.end()
        if "commissies" in found.group():
            while more := patterns.next_committee.match(text, end):
                end = more.end()
        name = found.group()[:1].lower() + text[found.start() + 1 : end]
        yield Candidate(found.start(), end, name, "institution", "offices.committee")


def _offices(text: str, patterns: _Patterns) -> Iterator[Candidate]:
    office_of = {form: office for office, forms in load("offices")["offices"].items() for form in forms}
    latest: dict[str, str] = {}
    spans = []
    for found in patterns.office.finditer(text):
        office = office_of[found["function"]]
        portfolio = found["portfolio"] or found["bare"]
        if part := found["part"] or found["bracketed"]:
            portfolio = f"{portfolio} – {part}"
        names = [_office(office, found["link"] or "van", portfolio, text, found.start())]
        end = found.end()
        if found["function"].lower() in ("ministers", "staatssecretarissen"):
            while more := patterns.more.match(text, end):
                names.append(
                    _office(office, more["link"] or found["link"], more["portfolio"], text, found.start())
                )
                end = more.end()
        spans.append((found.start(), end, names))
    for start, end, names in spans:
        # A joint form is a mention of each office in it.
        for name in names:
            yield Candidate(start, end, name, "minister_function", "offices.minister")
    other_of = {form: name for name, forms in load("offices")["others"].items() for form in forms}
    for found in patterns.others.finditer(text):
        name = other_of[found.group()]
        yield Candidate(found.start(), found.end(), name, "minister_function", "offices.other")
    offices = iter(sorted(spans))
    following = next(offices, None)
    for found in patterns.bare.finditer(text):
        while following and following[0] < found.start():
            latest[following[2][0].split()[0]] = following[2][0]
            following = next(offices, None)
        office = found.group().capitalize()
        yield Candidate(
            found.start(), found.end(), latest.get(office, office), "minister_function", "offices.bare"
        )


def _office(office: str, link: str, portfolio: str, text: str, start: int) -> str:
    name = f"{office} {link.lower()} {_portfolios().get(portfolio.lower(), portfolio)}"
    foreign = _FOREIGN.search(text, max(0, start - 25), start)
    return f"{foreign.group(1)} {name}" if foreign and foreign.group(1) not in _NATIVE else name


def _ministries(text: str, patterns: _Patterns) -> Iterator[Candidate]:
    for found in patterns.ministry.finditer(text):
        yield _ministry(found.start(), found.end(), found["portfolio"], "offices.ministry")
        if found.group().lower().startswith(("ministeries", "departementen")):
            end = found.end()
            while more := patterns.next_ministry.match(text, end):
                yield _ministry(more.start("portfolio"), more.end(), more["portfolio"], "offices.ministry")
                end = more.end()
    for found in patterns.colleagues.finditer(text):
        yield _ministry(found.start("portfolio"), found.end(), found["portfolio"], "offices.colleague")
        end = found.end()
        while more := patterns.next_ministry.match(text, end):
            yield _ministry(more.start("portfolio"), more.end(), more["portfolio"], "offices.colleague")
            end = more.end()
    for found in patterns.letters.finditer(text):
        yield _ministry(found.start(), found.end(), found.group(), "offices.letters")
    elsewhere = tuple(f"{word} " for word in load("offices")["wording"]["not_alone_after"])
    for found in patterns.alone.finditer(text):
        if not text[max(0, found.start() - 25) : found.start()].endswith(elsewhere):
            yield _ministry(found.start(), found.end(), found.group(), "offices.alone")


def _ministry(start: int, end: int, portfolio: str, rule: str) -> Candidate:
    name = _portfolios().get(portfolio.lower(), portfolio)
    return Candidate(start, end, f"Ministerie van {name}", "ministry", rule)
