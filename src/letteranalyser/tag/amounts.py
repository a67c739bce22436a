"""Amounts: sums of money, percentages and numbers of things, each with its value, unit and period."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from letteranalyser.models.analysis import AmountKind
from letteranalyser.models.findings import AmountMention, Mention, Tags
from letteranalyser.models.letter import Letter
from letteranalyser.tag.amounts_bare import numbers_of, without_bare
from letteranalyser.tag.amounts_counted import counted_noun
from letteranalyser.tag.amounts_elliptical import elliptical
from letteranalyser.tag.amounts_excluded import may_count, named_numbers, outside_addresses
from letteranalyser.tag.amounts_items import FROM, Item, items_in, shares_scale
from letteranalyser.tag.amounts_tables import amounts_in_cells
from letteranalyser.tag.amounts_units import MINUS, Unit, approximate, minus_start, period
from letteranalyser.tag.limits import Limit, limit_of

EURO_DATE = date(2002, 1, 1)
"""Before this day a bare ``25 miljoen`` is in guilders where the letter counts in guilders (first day of euro cash)."""

MILLION = 1_000_000

ROUND_TEN = 10
"""``een drietal`` is three, ``een tiental`` about ten."""

RULES = {kind: (f"amounts.{kind}.single", f"amounts.{kind}.range") for kind in AmountKind}

SHARE_OF = re.compile(r" per (?!1 )[a-zë-]{3,30}(?=[ .,;:)]|$)")
TO = re.compile(r" naar (?:[a-z’']{2,10} ){0,2}")
LONGEST_CHANGE = 40
"""Code points that ``TO`` may take."""
FOR_WHAT = re.compile(r"[ \u00a0](?:aan|voor|per|extra per)\b")


def find_amounts(letter: Letter, tags: Tags, limit: Limit) -> Iterable[AmountMention]:
    """Amounts of the text and of the footnotes, without those that are part of a reference."""
    for passage in letter.passages():
        taken = [(r.start, r.end) for r in tags.references if r.footnote == passage.footnote]
        found = amounts_in(passage.text, _currency(passage.text, letter.head.date), limit)
        if passage.footnote is None:
            found = _with_cells(found, list(amounts_in_cells(letter)))
        for amount in found:
            if not _overlaps(amount, taken):
                yield amount.model_copy(update={"footnote": passage.footnote}) if passage.footnote else amount


def amounts_in(text: str, currency: str = "EUR", limit: Limit | None = None) -> list[AmountMention]:
    """Amounts of a text, in order.

    Args:
        text: any text, its line-end hyphens joined.
        currency: ISO 4217 code that a bare ``45 miljoen`` is in.
        limit: of the numbers that are read.
    """
    limit = limit or limit_of("amounts")
    numbers = outside_addresses(text, limit.take(without_bare(text, numbers_of(text))))
    named = named_numbers(text, numbers)
    items = [i for i in items_in(text, numbers) if i.unit or named.isdisjoint((i.low.start, i.last.start))]
    amounts: list[AmountMention] = []
    counted: list[AmountMention] = []
    ahead: dict[int, AmountMention | None] = {}
    for item, following in pairwise((*items, None)):
        if item is None:
            break
        back = None
        own = _compared(text, item, following, currency, ahead)
        if own is None and item.unit is None and item.low.scale >= MILLION:
            # "Van de 5 miljoen aanvragen zijn er 3 miljoen verwerkt": no money, though millions stand alone.
            back = elliptical(text, item.low, counted)
        if own is None and back is None:
            own = ahead.pop(item.start) if item.start in ahead else _amount(text, item, currency)
        if own is None and back is None and item.unit is None:
            back = elliptical(text, item.low, counted)
        if own is not None and own.kind is AmountKind.QUANTITY:
            counted.append(own)
        if (amount := own or back) is not None:
            amounts.append(amount)
    return amounts


def _amount(text: str, item: Item, currency: str) -> AmountMention | None:
    if item.unit is not None:
        return _mention(text, item, item.unit.kind, item.unit.code, item.end)
    last = item.last
    if last.scale >= MILLION:
        # "10 miljoen aan subsidies" is money, "10 miljoen mensen" are people.
        counted = None if FOR_WHAT.match(text, last.end) else counted_noun(text, last)
        if counted is None:
            start = minus_start(text, item.start, MINUS)
            unit = Unit(AmountKind.MONEY, currency, 1.0, start, item.end, start < item.start)
            return _mention(text, item._replace(unit=unit, start=start), unit.kind, currency, item.end)
    else:
        counted = counted_noun(text, last)
        if counted and not (may_count(text, last) and (item.high is None or may_count(text, item.low))):
            counted = None
    return _quantity(text, item, text[counted.start : counted.end], counted.end) if counted else None


def _quantity(text: str, item: Item, noun: str, end: int) -> AmountMention:
    # "acht mariniers per konvooi": the share belongs to the amount, though it is no period.
    share = SHARE_OF.match(text, end) if text.startswith(" per ", end) else None
    return _mention(text, item, AmountKind.QUANTITY, noun, end, share.end() if share else None)


def _mention(
    text: str, item: Item, kind: AmountKind, unit: str, end: int, share_end: int | None = None
) -> AmountMention:
    """The mention of a number or range.

    Args:
        text: the text.
        item: the number or range.
        kind: of what.
        unit: code or noun.
        end: where it ends, without the words that say a period.
        share_end: where it ends with the words that say a share, if there are any and no period.
    """
    factor = item.unit.factor if item.unit else 1.0
    if item.unit and item.unit.negative:
        factor = -factor
    per, per_end = period(text, item.start, end)
    collective = (
        item.low.value >= ROUND_TEN
        and not item.low.digits
        and text[item.low.start : item.low.end].endswith("tal")
    )
    return AmountMention(
        start=item.start,
        end=share_end if share_end and per is None else per_end,
        rule=RULES[kind][item.high is not None],
        kind=kind,
        value=_tidy(item.low.value * factor),
        value_max=_tidy(item.high.value * factor) if item.high else None,
        unit=unit,
        per=per,
        approximate=collective or approximate(text, item.start, per_end),
    )


def _tidy(value: float) -> float:
    """Without what binary fractions add: 55.6 million is 55600000, not 55600000.00000001."""
    if value.is_integer():
        return value
    return round(value, 6 if abs(value) < MILLION else 2)


def _compared(
    text: str, item: Item, following: Item | None, currency: str, ahead: dict[int, AmountMention | None]
) -> AmountMention | None:
    """The first of ``van 100 naar 150 plaatsen``, which counts what the second counts.

    What the second is found to be is kept in ``ahead``, by where it starts.
    """
    if not text.startswith(" naar ", item.end):
        return None
    if following is None or item.unit or item.high or following.unit or following.high:
        return None
    if following.start - item.end > LONGEST_CHANGE or not TO.fullmatch(text, item.end, following.start):
        return None
    if not FROM.search(text, max(0, item.start - 16), item.start) or not may_count(text, item.low):
        return None
    if shares_scale(text, item, following.low):
        item = item._replace(low=item.low.times(following.low.scale))
    other = ahead[following.start] = _amount(text, following, currency)
    return _mention(text, item, other.kind, other.unit, item.end) if other else None


def _overlaps(amount: Mention, taken: list[tuple[int, int]]) -> bool:
    return any(start < amount.end and amount.start < end for start, end in taken)


def _currency(text: str, written: date | None) -> str:
    """Currency of a bare ``25 miljoen``: guilders in a letter that says so, or that mostly counts in them."""
    if re.search(r"\bbedragen\b[^.\n]{0,60}\bin guldens?\b", text, re.IGNORECASE):
        return "NLG"
    if written is None or written >= EURO_DATE:
        return "EUR"
    guilders = len(re.findall(r"(?<![\w.])(?:f|ƒ|fl\.?) ?\d|\bgulden\b", text))
    return "NLG" if guilders > len(re.findall(r"€|\beuro\b|\bEUR\b", text)) else "EUR"


def _with_cells(found: list[AmountMention], cells: list[AmountMention]) -> list[AmountMention]:
    """Amounts of the text and of table cells whose unit stands in the heading, in order and without doubles."""
    spelled_out = [(a.start, a.end) for a in found if a.kind is not AmountKind.QUANTITY]
    cells = [c for c in cells if not _overlaps(c, spelled_out)]
    spans = [(c.start, c.end) for c in cells]
    kept = [a for a in found if not _overlaps(a, spans)]
    return sorted([*kept, *cells], key=lambda a: (a.start, a.end))
