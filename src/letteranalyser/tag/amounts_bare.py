"""Rows of bare numbers, of which none can be an amount: figures of a table, ``artikelen 3, 5 en 7``, ``(1) (2) (3)``.

They are let go before anything is asked of the single number, since a text may consist of them.
"""

import re
from collections.abc import Iterable, Iterator

from letteranalyser.tag.amounts_units import BEFORE_NUMBER
from letteranalyser.tag.numbers import Number, numbers_in

GAP = 48
"""Code points between two numbers that cannot belong together any more; more than any joint that is read."""
BACK = 240
"""Code points back in which words may stand that give a number the noun of another (``daarvan``)."""
BLANKS = " \u00a0\u202f"

# "5.", "5)", "5\n", "5:": nothing that can be counted or a unit follows.
ENDS = frozenset('(),;:.\t\n/|]»"”’')
JOINTS = ("en ", "of ", "er ")
"""Words behind a number that are neither its unit nor its noun."""
CURRENCY_LETTERS = frozenset("fFlL")
"""Letters before a point that may be a currency: ``f. 25``, ``fl. 25``; not ``nr. 25``."""
_FIGURE = r"[\d(),;:./|\[\]»\"”’\s]"
FIGURES = re.compile(rf"(?<!{_FIGURE}){_FIGURE}{{400,}}")
"""A stretch of figures, longer than any enumeration that shares a unit or a noun."""
EDGE = 100
"""Code points at its ends that are read, as they may belong to what stands beside it."""

POINTS_BACK = re.compile(
    r"(?:daar|hier|waar|er)van|waaronder|van (?:de|deze|die) | in (?:getal|aantal|totaal)", re.IGNORECASE
)


def numbers_of(text: str) -> Iterator[Number]:
    """The numbers of a text, without those inside long stretches of figures."""
    at = 0
    for figures in FIGURES.finditer(text):
        yield from numbers_in(text, at, figures.start() + EDGE)
        at = figures.end() - EDGE
    yield from numbers_in(text, at)


def without_bare_rows(text: str, numbers: Iterable[Number]) -> list[Number]:
    """The numbers without rows in which none has anything beside it that could make it an amount."""
    kept: list[Number] = []
    for row in _rows(numbers):
        if any(_promising(text, number) for number in row) or _points_back(text, row):
            kept += row
    return kept


def _rows(numbers: Iterable[Number]) -> Iterator[list[Number]]:
    row: list[Number] = []
    for number in numbers:
        if row and number.start - row[-1].end > GAP:
            yield row
            row = []
        row.append(number)
    if row:
        yield row


def _promising(text: str, number: Number) -> bool:
    """Whether a unit, a scale word or a counted noun may stand at the number."""
    if number.scale != 1:
        return True
    follows = text[number.end : number.end + 4]
    if follows[:1] in BLANKS:
        next_word = follows.lstrip(BLANKS)
        if not next_word or next_word[0].isdecimal() or next_word in JOINTS:
            follows = ""
    if follows[:1] == "-" and follows[1:2].isdecimal():
        follows = ""
    if follows and follows[0] not in ENDS:
        return True
    before = text[number.start - 1 : number.start]
    if before in BLANKS:
        opening = text[max(0, number.start - 4) : number.start].rstrip(BLANKS)
        before = opening[-1:]
        if before == ".":
            return opening[-2:-1] in CURRENCY_LETTERS
    if before == "-" and text[number.start - 2 : number.start - 1].isdecimal():
        return False
    return before in BEFORE_NUMBER


def _points_back(text: str, row: list[Number]) -> bool:
    return POINTS_BACK.search(text, max(0, row[0].start - BACK), row[-1].end + GAP) is not None
