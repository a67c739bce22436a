"""Numbers with their units, two of them joined where they are the ends of a range.

``€ 150 à 200 miljoen``, ``tussen de 900 en 1.650 miljoen euro``, ``5% tot 10%``; and units that stand once for
several numbers: ``van 60 naar 70 procent``.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from letteranalyser.models.analysis import AmountKind
from letteranalyser.tag.amounts_bare import ENDS
from letteranalyser.tag.amounts_excluded import may_count
from letteranalyser.tag.amounts_joints import ABOUT, LONGEST, joint
from letteranalyser.tag.amounts_units import END_OF_SUM, Unit, money_after, money_before, percentage
from letteranalyser.tag.numbers import Number

TEN, HUNDRED = 10, 100
CENT = "EUR"
"""Code of a ``cent``, which may be one of any currency behind a sum."""
SUM_ENDS = re.compile(END_OF_SUM)
FROM = re.compile(r"\bvan (?:[a-z’']{2,10} )?\Z")
BY = re.compile(r"(?<!\w)met (?:circa |ruim |ongeveer |bijna |per saldo )?\Z")
MANY_TIMES = 20
SMALL = 1000
"""``respectievelijk € 5 en € 10 mln.``: a sum below this can share the scale word of the next."""

BETWEEN = re.compile(rf"\btussen (?:de )?{ABOUT}$", re.IGNORECASE)
SEVERALLY = re.compile(r"(?:respectievelijk|resp\.) [\d., €]{0,30}$")
JOINED_UNIT = re.compile(r"(?:ha|km|m[23²³]|kg|MW|GW|ton|fte|euro|EUR)\b")


class Item(NamedTuple):
    """One number, or two that make a range, with the unit that stands at it."""

    low: Number
    high: Number | None
    unit: Unit | None
    start: int
    end: int

    @property
    def last(self) -> Number:
        """The number next to which a counted noun stands."""
        return self.high or self.low


def items_in(text: str, numbers: list[Number]) -> list[Item]:
    """Numbers and ranges of a text with the units that stand at them, in order."""
    items = list(_joined(text, [n for n in numbers if _free(text, n)]))
    for index in range(len(items) - 2, -1, -1):
        # From the last to the first, so that a unit travels through an enumeration.
        items[index] = _with_unit_of(text, items[index], items[index + 1])
    return items


def _free(text: str, number: Number) -> bool:
    """Whether the number is a word of its own: not the 3 of ``3D``, ``5e`` or ``2000-gebieden``."""
    follows = text[number.end : number.end + 2]
    if not follows or follows[0] == " ":
        # Next to nothing but another number it counts nothing: "070 456 11 11", "2002 2.315.000 ton".
        return not follows[1:].isdecimal() or money_before(text, number) is not None
    if number.digits and follows[:1].isalpha():
        return not number.scaled and JOINED_UNIT.match(text, number.end) is not None
    if follows[0] == "-":
        return not follows[1:2].isalpha()
    return follows[0] != "/" or not follows[1:2].isdecimal()


def _joined(text: str, numbers: list[Number]) -> Iterator[Item]:
    single = _with_cents(text, [_single(text, n) for n in numbers])
    index = 0
    while index < len(single):
        joined = _range(text, single[index], single[index + 1]) if index + 1 < len(single) else None
        yield joined or single[index]
        index += 2 if joined else 1


def _single(text: str, number: Number) -> Item:
    unit = money_before(text, number)
    if unit is None and text[number.end : number.end + 1] not in ENDS:
        unit = percentage(text, number) or money_after(text, number)
    return Item(number, None, unit, unit.start if unit else number.start, unit.end if unit else number.end)


def _with_cents(text: str, items: list[Item]) -> list[Item]:
    """The items with ``3 euro en 50 cent`` and ``5 euro 50`` as one each."""
    joined: list[Item] = []
    for item in items:
        whole = joined[-1] if joined else None
        sum_of_both = (
            _sum(text, whole, item)
            if whole and whole.unit and not whole.unit.before and item.start - whole.end <= len(" en ")
            else None
        )
        if sum_of_both:
            joined[-1] = sum_of_both
        else:
            joined.append(item)
    return joined


def _sum(text: str, whole: Item, cents: Item) -> Item | None:
    """A sum of money and the cents behind it as one, or None."""
    unit, low, hundredths = whole.unit, whole.low, cents.low.value
    if unit is None or unit.kind is not AmountKind.MONEY or unit.factor != 1:
        return None
    if low.scaled or cents.low.scaled or not (low.value.is_integer() and hundredths.is_integer()):
        return None
    if not 0 < hundredths < HUNDRED:
        return None
    between = text[whole.end : cents.start]
    if cents.unit is None:
        # "5 euro 50", "vijf euro vijftig"
        if between != " " or hundredths < TEN or not SUM_ENDS.match(text, cents.end):
            return None
    elif (
        cents.unit.factor != 1 / HUNDRED
        or cents.unit.code not in {unit.code, CENT}
        or cents.unit.kind is not AmountKind.MONEY
        or between not in {" en ", " "}
    ):
        return None
    value = round(low.value + hundredths / HUNDRED, 2)
    return Item(
        low._replace(value=value, raw=value), None, unit._replace(end=cents.end), whole.start, cents.end
    )


def _range(text: str, first: Item, second: Item) -> Item | None:
    """Two numbers as the ends of one amount, or None."""
    if not 0 <= second.start - first.end <= LONGEST or not _is_range(text, first, second):
        return None
    low, high = first.low, second.low
    if high.scaled and not low.scaled and low.raw * high.scale <= high.value:
        low = low.times(high.scale)
    if not low.value < high.value or not _same_unit(first, second) or _is_change_to(text, first, second):
        return None
    unit = second.unit or first.unit
    if unit is not None:
        unit = unit._replace(negative=bool(first.unit and first.unit.negative))
    return Item(low, high, unit, first.start, second.end)


def _is_change_to(text: str, first: Item, second: Item) -> bool:
    """Whether a change leads to what it came to: ``met 1,2 procentpunt tot 4,3%``, ``met € 412 mln. tot € 15,8 mld.``."""
    if first.unit and first.unit.before and second.unit and second.unit.before and first.low.scaled:
        return BY.search(text, max(0, first.start - LONGEST), first.start) is not None
    return "punt" in text[first.low.end : first.end] and "punt" not in text[second.low.end : second.end]


def _is_range(text: str, first: Item, second: Item) -> bool:
    between = joint(text[first.end : second.start])
    if between.pair:
        return BETWEEN.search(text[max(0, first.start - LONGEST) : first.start]) is not None
    if between.choice:
        # "vier of vijf landen"; two sums are two sums.
        return not first.unit and not first.low.digits and second.low.value == first.low.value + 1
    return between.range


def _same_unit(first: Item, second: Item) -> bool:
    """Whether the unit of the one can be that of the other; bare years (``€ 5 miljoen tot 2030``) have none."""
    if first.unit and second.unit:
        return (first.unit.kind, first.unit.code) == (second.unit.kind, second.unit.code)
    if not first.unit and first.low.year_like and not first.low.scaled:
        return False
    if second.unit:
        return True
    if second.low.year_like and not second.low.scaled:
        return False
    return first.unit is None or (first.unit.before and (second.low.scaled or not first.low.scaled))


def shares_scale(text: str, item: Item, following: Number) -> bool:
    """Whether the scale word of a number stands for the one before it too: ``van 3 naar 4 miljoen``.

    Not in ``van 500 naar 1 miljoen``: what is many times as much is no million.
    """
    low = item.low
    if not following.scaled or low.scaled or low.raw >= SMALL or low.raw > MANY_TIMES * following.raw:
        return False
    return FROM.search(text, max(0, item.start - LONGEST), item.start) is not None


def _with_unit_of(text: str, item: Item, following: Item) -> Item:
    """The item with the unit or the scale word of the next, where that stands for both; else unchanged."""
    unit = following.unit
    if following.start - item.end > LONGEST or (unit is None and item.unit is None):
        return item
    between = joint(text[item.end : following.start])
    if not between.list:
        return item
    if between.change and item.high is None and shares_scale(text, item, following.low):
        item = item._replace(low=item.low.times(following.low.scale))
    if unit is None:
        return item
    if item.unit is None:
        takes = unit.kind is AmountKind.PERCENTAGE or item.low.scaled or between.change
        alone = not item.low.scaled and item.high is None and item.low.raw < SMALL
        if alone and SEVERALLY.search(text, max(0, item.start - 2 * LONGEST), item.start):
            # "respectievelijk 3, 4 en 5 miljoen euro": the scale word stands for all of them.
            item, takes = item._replace(low=item.low.times(following.low.scale)), True
        if takes and not item.low.year_like and may_count(text, item.low):
            return item._replace(unit=unit._replace(start=item.start, end=item.end, negative=False))
        return item
    both_in_front = item.unit.before and unit.before and item.high is None
    shares = following.low.scaled and not item.low.scaled and item.low.raw < SMALL
    if both_in_front and shares and "respectievelijk" in text[max(0, item.start - LONGEST) : following.start]:
        return item._replace(low=item.low.times(following.low.scale))
    return item
