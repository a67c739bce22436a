"""What stands around a number and makes it money or a percentage: currency, percent sign, sign, period, ``circa``."""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from letteranalyser.models.analysis import AmountKind, Period
from letteranalyser.tag.amounts_joints import SPACE
from letteranalyser.tag.numbers import Number
from letteranalyser.vocabulary import load

REACH = 48
"""Code points before or behind an amount in which a word about it is looked for."""

LONGEST_WORD = 24
"""Code points of the last word before an amount that may say that it is a rough one."""

HUNDRED = 100

END_OF_SUM = rf"(?:\Z|[.,;:)\n»”](?!{SPACE}?\d)| per )"
"""What may stand behind cents that are not called so: ``5 euro 50.``; not ``5 euro 50 keer``."""

MINUS = re.compile(rf"-/-{SPACE}?\Z")
MINUS_OF_SHARE = re.compile(rf"(?:-/-{SPACE}?|(?<![\w%–-])[-–−])\Z")
NO_CURRENCY = frozenset(",;:)0123456789")
DASHES = frozenset("-–−")
PLAIN_BEHIND = frozenset(" \u00a0\n.,;:)")

IN_PERIODS = ("lijks", "tructure", " jaar", " maand", " week", " dag")
"""Of these each word before an amount that says a period has one."""
LATER = re.compile(r"(?: [\w’'-]+){1,3} (per (?:jaar|maand|week|dag))(?!\w)")
"""``€ 2 miljoen extra per jaar``."""

BEFORE_NUMBER = frozenset("€$£¥ƒfl.RDPFKGYMrFA-–−")
"""Last characters of a currency or minus in front of a number."""
CURRENCY_LETTERS = frozenset("fFlL")
"""Letters before a point that may be a currency: ``f. 25``, ``fl. 25``; not ``nr. 25``."""
BLANKS = " \u00a0\u202f\n"
"""What may stand between a currency and its number; a line may end there."""


class Unit(NamedTuple):
    """What a number is of.

    Attributes:
        kind: money or percentage.
        code: ISO 4217 code, or ``%``.
        factor: to be multiplied with the number: 0.01 for cents.
        start: first code point of number and unit together.
        end: one past the last.
        negative: whether a minus stands in front.
        before: whether the unit stands in front of the number.
    """

    kind: AmountKind
    code: str
    factor: float
    start: int
    end: int
    negative: bool = False
    before: bool = False


def _longest_first(table: dict[str, Any]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


@lru_cache(maxsize=4096)
def _lookup(table: str, entry: str, written: str) -> Any:  # noqa: ANN401 - a code, a factor or a period, by table
    """Value of the entry (a regular expression) of a table that fits the whole of what was written."""
    entries: dict[str, Any] = _data()[table][entry]
    for pattern in sorted(entries, key=len, reverse=True):
        if re.fullmatch(pattern, written):
            return entries[pattern]
    raise KeyError(written)


@cache
def _data() -> dict[str, Any]:
    return load("amounts")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<minus>-/-{SPACE}?|–/–{SPACE}?|(?<![\w.,)–-])[-–−](?=[€$£]))?"
        rf"(?<![\w.])(?P<code>{_longest_first(_data()['currency']['before'])})(?:{SPACE}{{0,2}}|\n)"
        rf"(?P<inner>-/-{SPACE}?|[-–−])?\Z"
    )


@cache
def _after() -> re.Pattern[str]:
    tables = _data()["currency"]
    # Behind a currency a number of its own may follow ("euro 50 keer"), unless that is of its cents.
    cents = rf"\d\d(?:{END_OF_SUM}|{SPACE}(?:{_longest_first(tables['cents'])})(?!\w))"
    return re.compile(
        rf"[ \u00a0\u202f]{{0,2}}+(?:(?P<cents>{_longest_first(tables['cents'])})"
        rf"|(?P<code>{_longest_first(tables['after'])}))(?![\w]|-[a-z]|[ \u00a0\u202f]?(?!{cents})\d)",
    )


@cache
def _percent() -> re.Pattern[str]:
    norms = "|".join(_data()["percentage"]["norms"]["words"])
    return re.compile(
        rf"[ \u00a0\u202f-]{{0,2}}+(?P<sign>{_longest_first(_data()['percentage']['signs'])})"
        rf"(?!\w)(?!-(?:{norms})\b)(?!(?:norm|grens|regeling)\b)",
    )


def currency_may_precede(text: str, start: int) -> bool:
    """Whether what stands before a number can be a currency or a minus: one cheap look that spares most searches."""
    before = text[start - 1 : start]
    if before and before in BLANKS:
        last = text[start - 2 : start - 1]
        if last in NO_CURRENCY:
            return False  # nearly all numbers of a list
        opening = text[max(0, start - 8) : start - 1].rstrip(BLANKS)
        before = opening[-1:]
        if before == ".":
            return opening[-2:-1] in CURRENCY_LETTERS
        if before.isalpha():
            return before in BEFORE_NUMBER and _ends_in_currency(opening)
    if before == "-" and text[start - 2 : start - 1].isdecimal():
        return False
    return before in BEFORE_NUMBER


@lru_cache(maxsize=4096)
def _ends_in_currency(words: str) -> bool:
    """Whether words before a number end in a currency: ``NLG``, not ``artikel``."""
    return _before().search(words) is not None


def money_before(text: str, number: Number) -> Unit | None:
    """``€ 25``, ``EUR 2.500``, ``-/- f 4 mln.``: the currency in front of the number."""
    if not currency_may_precede(text, number.start):
        return None
    symbol = number.start - (2 if text[number.start - 1] == " " else 1)
    if text[symbol] == "€" and _stands_plain(text, symbol):
        minus = _minus_word(text, symbol)
        code = _lookup("currency", "before", "€")
        return Unit(AmountKind.MONEY, code, 1.0, minus, number.end, minus < symbol, before=True)
    opening = text[max(0, number.start - 16) : number.start]
    found = _before().search(opening)
    if not found:
        return None
    begin = number.start - len(opening) + found.start()
    minus = _minus_word(text, begin)
    return Unit(
        AmountKind.MONEY,
        _lookup("currency", "before", found["code"]),
        1.0,
        minus,
        number.end,
        bool(found["minus"] or found["inner"] or minus < begin),
        before=True,
    )


def _stands_plain(text: str, symbol: int) -> bool:
    """Whether neither a minus nor another currency stands before a sign, as before nearly all."""
    before = text[symbol - 1 : symbol]
    return symbol == 0 or before == "(" or (before in BLANKS and text[symbol - 2 : symbol - 1] not in DASHES)


def money_after(text: str, number: Number) -> Unit | None:
    """``25 miljoen dollar``, ``30 eurocent``: the currency behind the number."""
    found = _after().match(text, number.end)
    if not found:
        return None
    cents = found["cents"]
    if cents and number.scaled:
        return None
    code = _lookup("currency", "cents", cents) if cents else _lookup("currency", "after", found["code"])
    start = minus_start(text, number.start, MINUS)
    return Unit(AmountKind.MONEY, code, 0.01 if cents else 1.0, start, found.end(), start < number.start)


def percentage(text: str, number: Number) -> Unit | None:
    """``19,5%``, ``drie procent``, ``0,5 procentpunt``; not ``2%-norm``."""
    if text.startswith("%", number.end) and text[number.end + 1 : number.end + 2] in PLAIN_BEHIND:
        sign, end = "%", number.end + 1  # nearly all of them
    elif found := _percent().match(text, number.end):
        sign, end = found["sign"], found.end()
    else:
        return None
    if number.scale > HUNDRED:
        return None
    factor = float(_lookup("percentage", "signs", sign))
    start = minus_start(text, number.start, MINUS_OF_SHARE)
    return Unit(AmountKind.PERCENTAGE, "%", factor, start, end, start < number.start)


@cache
def _minus_words() -> tuple[tuple[str, ...], frozenset[str], re.Pattern[str]]:
    words = _data()["minus"]
    return (
        tuple(f"{word} " for word in words["words"]),
        frozenset(word[-1] for word in words["words"]),
        re.compile(
            rf"(?:\A|[(,:;.\n]{SPACE}?|(?<!\w)(?:{'|'.join(words['behind'])}){SPACE})(?P<minus>{'|'.join(words['words'])}) \Z"
        ),
    )


def _minus_word(text: str, start: int) -> int:
    """Where ``min`` or ``minus`` before an amount begins; where the amount does, if there is none."""
    words, last_letters, pattern = _minus_words()
    if text[start - 2 : start - 1] not in last_letters or not text.endswith(words, max(0, start - 6), start):
        return start
    found = pattern.search(text, max(0, start - 20), start)
    return found.start("minus") if found else start


def minus_start(text: str, start: int, pattern: re.Pattern[str]) -> int:
    """Where the minus before a number begins; where the number does, if there is none."""
    before = text[start - 1 : start]
    if before in BLANKS:
        before = text[start - 2 : start - 1]
        if before not in DASHES:
            return _minus_word(text, start)
    elif before not in DASHES:
        return start
    opening = text[max(0, start - 6) : start]
    minus = pattern.search(opening)
    return start - len(opening) + minus.start() if minus else start


@lru_cache(maxsize=4096)
def starts_with_unit(words: str) -> bool:
    """Whether words behind a number begin with a currency or a percent sign."""
    return _after().match(words) is not None or _percent().match(words) is not None


@cache
def _approximate() -> tuple[tuple[str, ...], frozenset[str], frozenset[str], re.Pattern[str]]:
    words = _data()["approximate"]
    after = "|".join(re.escape(w) for w in words["after"])
    last_words = frozenset(w.split()[-1] for w in words["before"]) | {"de", "het"}
    return (
        tuple(f" {w}" for w in words["before"]),
        last_words,
        frozenset(c for w in words["after"] for c in (w[0].lower(), w[0].upper())),
        re.compile(rf" (?:{after})\b", re.IGNORECASE),
    )


def approximate(text: str, start: int, end: int) -> bool:
    """Whether ``circa``, ``ruim`` or the like stands at the amount."""
    before, last_words, first_letters, after = _approximate()
    if text[end + 1 : end + 2] in first_letters and after.match(text, end):
        return True
    last_word = text[max(0, start - LONGEST_WORD) : start].replace("(", " ").rsplit(None, 1)[-1:]
    if not last_word or last_word[0].lower() not in last_words:
        return False
    opening = text[max(0, start - REACH) : start].lower().replace("\n", " ").replace("(", " ").rstrip()
    opening = opening.removesuffix(" de").removesuffix(" het")
    return f" {opening}".endswith(before)


@cache
def _periods() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = _data()["period"]
    return (
        re.compile(
            rf"(?:(?<!\w)(?P<word>{_longest_first(table['before'])})|(?:^|[.,;:\n] ?)(?P<first>{_longest_first(table['opening'])}))(?!\w)[^.;:()\n\t\d€%]{{0,40}}$",
            re.IGNORECASE,
        ),
        re.compile(rf",?{SPACE}?\(?(?P<word>{_longest_first(table['after'])})(?!\w)", re.IGNORECASE),
    )


def period(text: str, start: int, end: int) -> tuple[Period | None, int]:
    """Period that an amount is for, and the end of the amount with the words that say it.

    ``33 miljoen euro per jaar`` takes them in; ``jaarlijks 140 ton`` and ``€ 5 miljoen (structureel)`` do not.
    """
    before, after = _periods()
    if found := after.match(text, end):
        per: Period = _lookup_period("after", found["word"])
        joined = found[0].startswith(" per ") or found[0].startswith("/")
        return per, found.end() if joined else end
    behind = text[end : end + REACH]
    if " per " in behind and (later := LATER.match(behind)):
        return _lookup_period("after", later[1]), end
    opening = text[max(0, start - REACH) : start]
    # Without one of these no word of the table stands there: spares most searches.
    if any(map(opening.__contains__, IN_PERIODS)) and (found := before.search(opening)):
        return _lookup_period("before" if found["word"] else "opening", found["word"] or found["first"]), end
    return None, end


def _lookup_period(side: str, written: str) -> Period:
    per: Period = _lookup("period", side, written.lower())
    return per
