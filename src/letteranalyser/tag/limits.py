"""How much is read from one letter: a text made of nothing but amounts would take long, and its analysis gigabytes."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")

MOST = {"references": 30_000, "motions": 15_000, "amounts": 30_000}
"""Documents cited, words ``motie`` and numbers that may be amounts, of one letter.

The densest of the letters that we measure on have 6,900, 4,300 and 20,700 of them in a million characters, so that these are hundreds
of pages in which every page is like the densest.
"""


@dataclass(slots=True)
class Limit:
    """What may still be read of a kind.

    Attributes:
        left: how many.
        reached: whether there was more than that.
    """

    left: int
    reached: bool = False

    def take(self, things: Iterable[Thing]) -> list[Thing]:
        """Those of some things that may be read; the others are not asked for."""
        taken = list(islice(things, self.left + 1))
        if len(taken) > self.left:
            self.reached = True
            taken.pop()
        self.left -= len(taken)
        return taken


def limit_of(kind: str) -> Limit:
    """What may be read of a kind in one letter: all of it, where ``MOST`` says nothing."""
    return Limit(MOST.get(kind, sys.maxsize))
