"""What the words between two numbers say: that they are the ends of a range, members of a list, a share, a change.

Few different words stand between numbers, so that what they say is found out once for each.
"""

import re
from functools import lru_cache
from typing import NamedTuple

SPACE = "[ \u00a0\u202f]"

LONGEST = 24
"""Most code points between two numbers that belong together."""

ABOUT = r"(?:circa |ca\. |ongeveer |maximaal |ruim |bijna |wel |zelfs |maar liefst )?"

_RANGE = re.compile(
    rf"{SPACE}{{1,2}}(?:tot(?! en met)|à|a|–|-){SPACE}{{1,2}}{ABOUT}(?:-/-{SPACE})?|{SPACE}?[-–/]{SPACE}?(?:-/-{SPACE})?"
)
_PAIR = re.compile(rf"{SPACE}en{SPACE}(?:de )?{ABOUT}")
_CHOICE = re.compile(rf"{SPACE}of{SPACE}")
_LIST = re.compile(
    rf",? (?:en|of|respectievelijk|resp\.|en respectievelijk|naar|tot|en/of|dan wel|versus) {ABOUT}|, "
)
_CHANGE = re.compile(rf" (?:naar|tot) {ABOUT}")
_SHARE = re.compile(r" (?:van|op|uit) (?:de |elke |iedere |alle )?|-op-")
_ENUMERATED = re.compile(r" en |, | tot en met | t/m | tot | of |-|–")


class Joint(NamedTuple):
    """What stands between two numbers.

    Attributes:
        range: ``tot``, ``à``, a dash.
        pair: ``en``, which makes a range behind ``tussen``.
        choice: ``of``.
        list: a comma, ``en``, ``respectievelijk`` or the like.
        change: ``naar``, ``tot``.
        share: ``van de``, ``op``.
        part_of: ``van``, among the shares.
        enumerated: what joins names of things: ``en``, ``t/m``.
    """

    range: bool
    pair: bool
    choice: bool
    list: bool
    change: bool
    share: bool
    part_of: bool
    enumerated: bool

    @property
    def ends_of_one(self) -> bool:
        """Whether the numbers may be the ends of one amount."""
        return self.range or self.pair or self.choice


@lru_cache(maxsize=1024)
def joint(words: str) -> Joint:
    """What the words between two numbers say."""
    return Joint(
        range=_RANGE.fullmatch(words) is not None,
        pair=_PAIR.fullmatch(words) is not None,
        choice=_CHOICE.fullmatch(words) is not None,
        list=_LIST.fullmatch(words) is not None,
        change=_CHANGE.fullmatch(words) is not None,
        share=_SHARE.fullmatch(words) is not None,
        part_of=" van " in words,
        enumerated=_ENUMERATED.fullmatch(words) is not None,
    )
