"""Numbers of motions, as they stand in brackets behind a name: ``(29 861, nrs. 61 en 64)``."""

import re
from typing import NamedTuple

from letteranalyser.tag.movers import SPACE

BRACKET = re.compile(r"[ \u00a0]?\((?=[^)\n]{0,100}\d)(?:[^()\n]|\([^()\n]{1,20}\)){1,160}\)")
"""A bracket with a digit in it; the addition of a Rijkswet may stand in a bracket of its own: ``35 047 (R2108)``."""
NUMBER_LIST = re.compile(
    rf"(?<![\w-])(?:[Nn]rs?\.?|[Nn]ummers?|stuknummers?){SPACE}?"
    rf"(?P<list>\d{{1,5}}(?:(?:,{SPACE}?(?:en{SPACE})?|{SPACE}?(?:en|&|/|-|–|t/m|tot{SPACE}en{SPACE}met){SPACE}?)"
    rf"\d{{1,5}}(?![ \u00a0]?\d)){{0,30}})"
    rf"|(?<!\d)\d{{5}}(?:-[IVXLCM]{{1,8}}[A-Z]?)?-(?P<joined>\d{{1,5}})(?!\d)"
)
RANGE = re.compile(
    rf"(?P<first>\d{{1,5}}){SPACE}?(?:-|–|t/m|tot{SPACE}en{SPACE}met){SPACE}?(?P<last>\d{{1,5}})|(?P<one>\d{{1,5}})"
)
LONGEST_RANGE = 30
BARE_IN_BRACKET = re.compile(r"[ \u00a0]?\((?P<number>[1-9]\d{1,3})\)")
YEARS = range(1990, 2051)
"""Numbers that are years where nothing says what they are."""


class Number(NamedTuple):
    """The number of a document, and the words that give it."""

    number: str
    start: int
    end: int


def numbers_in(text: str, start: int, end: int) -> list[Number]:
    """The numbers that ``nr.`` or ``nrs.`` introduces in a stretch of text; ``nrs. 1–3`` are three."""
    return [
        Number(number, match.start(), match.end())
        for match in NUMBER_LIST.finditer(text, start, end)
        for number in ([match["joined"]] if match["joined"] else spelt_out(match["list"]))
    ]


def bare_number(number: str | None) -> str | None:
    """A number that stands without ``nr.``, unless it looks like a year."""
    return number if number and int(number) not in YEARS else None


def bare_numbers(text: str, start: int, end: int) -> list[Number]:
    """The numbers of a list without ``nrs.``, each where it stands; none where one of them looks like a year.

    ``411 t/m 413`` are three, at the same place.
    """
    found = [
        Number(number, match.start(), match.end())
        for match in RANGE.finditer(text, start, end)
        for number in spelt_out(match[0])
    ]
    return found if all(bare_number(number.number) for number in found) else []


def bare_in_bracket(text: str, at: int) -> str | None:
    """The number that a bracket holds alone: ``motie-Jansen (411)``."""
    bracket = BARE_IN_BRACKET.match(text, at)
    return bare_number(bracket["number"]) if bracket else None


def spelt_out(numbers: str) -> list[str]:
    """Every number of a list with ranges."""
    found: list[str] = []
    for match in RANGE.finditer(numbers):
        if match["one"]:
            found.append(match["one"])
            continue
        first, last = int(match["first"]), int(match["last"])
        if first < last < first + LONGEST_RANGE:
            found.extend(str(number) for number in range(first, last + 1))
        else:
            found.extend((match["first"], match["last"]))
    return found
