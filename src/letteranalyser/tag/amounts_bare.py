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
REACH = 600
"""Code points over which the members of an enumeration share a unit or a noun."""
FIGURES = re.compile(rf"(?<!{_FIGURE}){_FIGURE}{{400,}}")
"""A stretch of figures, longer than any enumeration that shares a unit or a noun."""
EDGE = 100
"""Code points at its ends that are read, as they may belong to what stands beside it."""

POINTS_BACK = re.compile(
    r"(?:daar|hier|waar|er)van|waaronder|van (?:de|deze|die|wie) |onder wie | in (?:getal|aantal|totaal)",
    re.IGNORECASE,
)


def numbers_of(text: str) -> Iterator[Number]:
    """The numbers of a text, without those inside long stretches of figures."""
    at = 0
    for figures in FIGURES.finditer(text):
        yield from numbers_in(text, at, figures.start() + EDGE)
        at = figures.end() - EDGE
    yield from numbers_in(text, at)


def without_bare_rows(text: str, numbers: Iterable[Number]) -> list[Number]:
    """The numbers without those that nothing far and wide makes an amount.

    In a row of numbers a unit or a noun may be that of those before or behind it, and ``daarvan`` may point back.
    """
    kept: list[Number] = []
    for row in _rows(numbers):
        near = _stretches(text, row)
        index = 0
        for number in row:
            while index < len(near) and near[index][1] < number.start:
                index += 1
            if index < len(near) and near[index][0] <= number.start:
                kept.append(number)
    return kept


def _stretches(text: str, row: list[Number]) -> list[tuple[int, int]]:
    """Where in a row numbers may be amounts, as stretches in order."""
    begin, end = max(0, row[0].start - BACK), row[-1].end + GAP
    reach = [(n.start - REACH, n.end + REACH) for n in row if _promising(text, n)]
    reach += [(m.start() - GAP, m.end() + BACK) for m in POINTS_BACK.finditer(text, begin, end)]
    joined: list[tuple[int, int]] = []
    for low, high in sorted(reach):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


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
