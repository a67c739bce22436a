"""Bare numbers, of which none can be an amount: figures of a table, ``artikelen 3, 5 en 7``, ``(1) (2) (3)``.

They are let go before anything else is asked of them, since a text may consist of them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from letteranalyser.tag.amounts_counted import WORD, counted_noun, is_measure, kind_of
from letteranalyser.tag.amounts_units import (
    currency_may_precede,
    money_after,
    percentage,
    starts_with_unit,
)
from letteranalyser.tag.numbers import Number, numbers_in

BLANKS = frozenset(" \u00a0\u202f")

# "5.", "5)", "5\n", "5:": nothing that can be counted or a unit follows.
ENDS = frozenset('(),;:.\t\n/|]»"”’')
IN_NUMBER = tuple(f"{comma} in {word}" for comma in ("", ",") for word in ("getal", "aantal", "totaal"))
"""``de eerste kwartiermakers, dertig in getal``: the noun of such a number stands before it."""
_FIGURE = r"[\d(),;:./|\[\]»\"”’\s]"
REACH = 600
"""Code points over which the members of an enumeration share a unit or a noun, or over which ``daarvan`` points back."""
FIGURES = re.compile(rf"(?<!{_FIGURE}){_FIGURE}{{400,}}")
"""A stretch of figures, longer than any enumeration that shares a unit or a noun."""
EDGE = 100
"""Code points at its ends that are read, as they may belong to what stands beside it."""


def numbers_of(text: str) -> Iterator[Number]:
    """The numbers of a text, without those inside long stretches of figures."""
    at = 0
    for figures in FIGURES.finditer(text):
        yield from numbers_in(text, at, figures.start() + EDGE)
        at = figures.end() - EDGE
    yield from numbers_in(text, at)


def without_bare(text: str, numbers: Iterable[Number]) -> Iterator[Number]:
    """The numbers without those that nothing far and wide makes an amount.

    A unit or a noun may be that of a number before or behind it in the same enumeration, and ``daarvan`` may point back to
    it, so that all numbers near one that has its own are kept.
    """
    waiting: list[Number] = []
    reached = -REACH
    for number in numbers:
        if _promising(text, number):
            near = number.start - REACH
            if waiting:
                yield from (n for n in waiting if n.end >= near)
                waiting.clear()
            yield number
            reached = number.end + REACH
        elif number.start <= reached:
            yield number
        else:
            waiting.append(number)
            if len(waiting) > REACH:  # more than stand within reach of any number to come
                del waiting[: -REACH // 2]


def _promising(text: str, number: Number) -> bool:
    """Whether a unit, a scale word or a counted noun may stand at the number."""
    return number.scale != 1 or _promising_behind(text, number) or currency_may_precede(text, number.start)


def _promising_behind(text: str, number: Number) -> bool:
    end = number.end
    follows = text[end : end + 2]
    if follows == ", " and text[end + 2 : end + 3] != "i":
        return False
    if not follows:
        return False
    first = follows[0]
    if first in BLANKS:
        if follows[1:].isdecimal():
            return False
        word = WORD.match(text, end + 1)
        if word is None:
            return not text[end : end + 3].isspace()
        if not _leads_nowhere(word[0]):
            # "VI en 34 300": what a noun could follow, but none does.
            return (
                kind_of(word[0]) != "modifier"
                or starts_with_unit(word[0])
                or counted_noun(text, number) is not None
                or (money_after(text, number) or percentage(text, number)) is not None
            )
        return word[0] == "in" and text.startswith(IN_NUMBER, end)
    if first in ENDS:
        return follows == ", " and text.startswith(IN_NUMBER, end)
    return not (first == "-" and follows[1:].isdecimal())


@lru_cache(maxsize=8192)
def _leads_nowhere(word: str) -> bool:
    """Whether a word behind a number is neither a unit nor a measure, and no noun can follow it."""
    return kind_of(word) == "stop" and not is_measure(word) and not starts_with_unit(word)
