"""Numbers that are no amount: dates, years, article and document numbers, shares, ``acht`` as a verb."""

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from typing import Any

from letteranalyser.tag.amounts_counted import is_one_of_them
from letteranalyser.tag.amounts_joints import LONGEST, Joint, joint
from letteranalyser.tag.numbers import Number
from letteranalyser.vocabulary import load

LOOK_BACK = 40
"""Code points before a number in which the word that makes it a name must stand."""

LINE_OPENING = 8
"""Code points of bullets and blanks that may stand before the number of a heading."""

MAX_DIGITS = 12
"""More digits than this are a number of a document or an account."""

LAST_HEADING = 20
"""Highest number that a heading is likely to have."""

SMALL_WHOLE = 10
"""``zes van de tien`` is a share, ``40 van de 60 gemeenten`` counts."""

BLANKS = (" ", "\u00a0")
NAMING = re.compile(r"(?:(?<!\w)([^\W\d_]+) )?(?<!\w)([^\W\d_][\w'’-]*|§)[.:]?[ \u00a0]?$")
PREVIOUS = re.compile(r"(?<!\w)([^\W\d_][\w'’-]*)[ \u00a0]$")
MONTH = re.compile(
    r"[ \u00a0](?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b"
)
NUMERIC_DATE = re.compile(r"-\d{1,2}-\d|/\d")
ADDRESS = re.compile(r"(?:https?://|(?<!\w)www\.)\S+|(?<!\S)\S{1,80}@\S+")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


@cache
def _words(which: str) -> frozenset[str]:
    quantity: dict[str, Any] = load("amounts")["quantity"]
    return frozenset(quantity[which])


def outside_addresses(text: str, numbers: list[Number]) -> list[Number]:
    """The numbers that are no part of an address of a page or a mailbox: ``https://x.nl/?q=30%20%``."""
    if "www." not in text and "://" not in text and "@" not in text:
        return numbers
    ends: list[int] = []
    starts: list[int] = []
    for address in ADDRESS.finditer(text):
        starts.append(address.start())
        ends.append(address.end())

    def inside(number: Number) -> bool:
        index = bisect_right(starts, number.start) - 1
        return index >= 0 and number.start < ends[index]

    return [number for number in numbers if not inside(number)] if starts else numbers


def named_numbers(text: str, numbers: list[Number]) -> frozenset[int]:
    """Starts of the numbers that name something or say a share.

    Article and document numbers (``de artikelen 3 en 5``), dates (``19 en 20 mei``), shares (``zes van de tien``).
    """
    named: set[int] = set()
    joints = [_joint(text, *two) for two in pairwise(numbers)]
    in_date = False
    for number, following, between in zip(
        reversed(numbers), (None, *reversed(numbers)), (None, *reversed(joints)), strict=False
    ):
        in_date = _in_date(text, number, in_date and between is not None and between.enumerated)
        if in_date:
            named.add(number.start)
        if between and between.share and following and _is_share(number, following, between):
            named.update((number.start, following.start))
    before_named = False
    for number, between in zip(numbers, (None, *joints), strict=True) if numbers else ():
        before_named = (before_named and between is not None and between.enumerated) or _named_by_word(
            text, number
        )
        if before_named:
            named.add(number.start)
    return frozenset(named)


def _joint(text: str, number: Number, following: Number) -> Joint | None:
    """What two numbers that stand near each other are joined by."""
    apart = following.start - number.end
    return joint(text[number.end : following.start]) if apart <= LONGEST else None


def _in_date(text: str, number: Number, before_date: bool) -> bool:
    """Whether it is the day of a date; ``before_date`` is whether the day of a date follows in an enumeration."""
    follows = text[number.end : number.end + 1]
    if follows in BLANKS and MONTH.match(text, number.end):
        return True
    if follows in ("-", "/") and NUMERIC_DATE.match(text, number.end):
        return True
    return before_date and bool(number.digits)


def _is_share(number: Number, whole: Number, between: Joint) -> bool:
    if number.scaled or whole.scaled or number.value >= whole.value:
        return False
    return not between.part_of or whole.value <= SMALL_WHOLE or number.value == 1


def _named_by_word(text: str, number: Number) -> bool:
    before = text[max(0, number.start - LOOK_BACK) : number.start]
    last = before.rstrip(" \u00a0.:")
    if not last or not (last[-1].isalpha() or last[-1] == "§"):
        return False
    word = last.rsplit(None, 1)[-1]
    if word.isalpha() and word.lower() not in _words("names_before"):
        return False  # nearly all words: spares the search
    # Only the last word and the one before it can be part of the pattern.
    two_words = before.rfind(" ", 0, max(0, before.rfind(" ", 0, len(last))))
    found = NAMING.search(before, max(0, two_words))
    if not found or (found[1] and found[1].lower() in _words("not_names_after")):
        return False
    word = found[2].lower()
    # Number words name nothing, except behind "per": "elke twee gemeenten".
    return word in _words("names_before") and (bool(number.digits) or word in _words("not_names_after"))


def may_count(text: str, number: Number) -> bool:
    """Whether a number without unit can count a noun at all."""
    previous = ""
    if text[number.start - 1 : number.start] in BLANKS:
        opening = text[max(0, number.start - LOOK_BACK) : number.start]
        word = opening[:-1].rsplit(None, 1)[-1:]
        if word and word[0].isalpha() and opening[-2].isalpha():
            previous = word[0].lower()
        else:
            found = PREVIOUS.search(opening)
            previous = found[1].lower() if found else ""
    return _digits_count(text, number, previous) if number.digits else _word_counts(text, number, previous)


def _digits_count(text: str, number: Number, previous: str) -> bool:
    if number.year_like and (
        previous in _words("year_before") or text[number.start - 1 : number.start] in "–-/("
    ):
        return False
    if "." in number.digits and not THOUSANDS.fullmatch(number.digits):
        return False
    if (number.digits[0] == "0" and number.digits[1:2].isdecimal()) or len(number.digits) > MAX_DIGITS:
        return False
    return not _opens_line(text, number)


def _opens_line(text: str, number: Number) -> bool:
    """``2 Nieuwe maatregelen`` as a heading, ``33 524 Initiatiefnota``: a number of the document's own order."""
    before = text[max(0, number.start - LINE_OPENING) : number.start].rstrip(" \t–-•(")
    if number.scaled or not (before.endswith("\n") or (not before and number.start < LINE_OPENING)):
        return False
    follows = text[number.end : number.end + 2]
    if follows[:1] in (".", ")", "\t"):
        return True
    # A heading's number is small; "33 524" is a dossier.
    ordinal = number.value <= LAST_HEADING or " " in number.digits
    return ordinal and re.match(r" [A-Z][a-zë]", text[number.end : number.end + 3]) is not None


def _word_counts(text: str, number: Number, previous: str) -> bool:
    word = text[number.start : number.end].lower()
    if word in {"één", "eén"}:
        return is_one_of_them(text, number)
    if word == "acht":
        return _acht_is_number(text, number, previous)
    return word not in ("een", "half", "halve", "kwart", "driekwart", "nul")


def _acht_is_number(text: str, number: Number, previous: str) -> bool:
    """``acht`` is eight, but also "(I) deem": ``Ik acht dit``, ``Het kabinet acht maatregelen nodig``."""
    follows = re.match(r" ([\w’']+)", text[number.end : number.end + LONGEST])
    if follows and follows[1].lower() in _words("acht_objects"):
        return False
    if previous in _words("acht_subjects"):
        return False
    # A name in the middle of a sentence: "Volgens Vewin acht het RIVM …", "De AIV acht maatregelen nodig".
    name = re.search(r"\w ([A-Z][\w-]*) $", text[max(0, number.start - LOOK_BACK) : number.start])
    return name is None
