"""Rows of bare numbers, of which none can be an amount: figures of a table, ``artikelen 3, 5 en 7``, ``(1) (2) (3)``.

They are let go before anything is asked of the single number, since a text may consist of them.
"""

import re
from collections.abc import Iterable, Iterator

from letteranalyser.tag.amounts_units import BEFORE_NUMBER
from letteranalyser.tag.numbers import Number

GAP = 48
"""Code points between two numbers that cannot belong together any more; more than any joint that is read."""
BACK = 240
"""Code points back in which words may stand that give a number the noun of another (``daarvan``)."""
BLANKS = " \u00a0\u202f"

# "5.", "5)", "5\n", "5:": nothing that can be counted or a unit follows.
ENDS = frozenset('(),;:.\t\n/|]»"”’')
POINTS_BACK = re.compile(r"van|aaronder|ervan| in (?:getal|aantal|totaal)")


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
    follows = text[number.end : number.end + 3]
    if follows[:1] in BLANKS and follows.strip(BLANKS)[:1].isdecimal():
        follows = ""
    if follows and follows[0] not in ENDS:
        return True
    before = text[number.start - 1 : number.start]
    if before in BLANKS:
        before = text[max(0, number.start - 3) : number.start].rstrip(BLANKS)[-1:]
    return before in BEFORE_NUMBER


def _points_back(text: str, row: list[Number]) -> bool:
    return POINTS_BACK.search(text, max(0, row[0].start - BACK), row[-1].end + GAP) is not None
