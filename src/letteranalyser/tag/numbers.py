"""Numbers in Dutch text: digits in every notation, number words, scale words (``miljoen``) behind them.

The words are read by a small parser of our own: general ones know neither ``anderhalf`` nor ``drieëneenhalf`` and
read ``acht ik`` and ``ten derde`` as numbers.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from letteranalyser.vocabulary import load

TEN, HUNDRED, THOUSAND = 10, 100, 1000

YEAR_LENGTH = 4
YEARS = range(1900, 2101)
"""Four bare digits in this range are a year unless something says otherwise."""

WHOLE = 16
"""Digits of a whole number are fewer than this."""

MAX_WORD = 60
"""Longest number word that is read; ``driehonderdvijfenzeventigduizend`` has 32 letters."""


class Number(NamedTuple):
    """A number as it stands in the text, its scale word included.

    Attributes:
        start: first code point.
        end: one past the last, scale word included.
        value: full value, scale included.
        raw: value without the scale word.
        scale: factor of the scale word, 1 if there is none.
        digits: its characters if written in digits, else an empty string.
    """

    start: int
    end: int
    value: float
    raw: float
    scale: float
    digits: str

    @property
    def scaled(self) -> bool:
        """Whether a scale word stands behind it."""
        return self.scale != 1

    @property
    def year_like(self) -> bool:
        """Four bare digits between 1900 and 2100: ``2024``."""
        return len(self.digits) == YEAR_LENGTH and self.digits.isdecimal() and int(self.digits) in YEARS

    def times(self, scale: float) -> "Number":
        """The same number with the scale word of its neighbour: the 150 of ``150 à 200 miljoen``."""
        return self._replace(value=self.raw * scale, scale=scale)


@lru_cache(maxsize=4096)
def read_digits(written: str) -> float | None:
    """Value of digits in Dutch notation, or None if it is none.

    ``1.650`` is 1650, ``0,75`` is 0.75, ``2.5`` (English point) is 2.5, ``24,-`` is 24; ``10.30.1`` is none.
    """
    if len(written) < WHOLE and written.isdecimal():
        return float(written)
    written = re.sub(r",(?:-|–|=){1,2}$", "", written)
    if re.fullmatch(r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d{1,6})?", written):
        return float(re.sub(r"[.\u00a0\u202f ]", "", written).replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d{1,2})?", written):
        return float(written.replace(",", ""))
    if re.fullmatch(r"\d{1,15}(?:,\d{1,6})?", written):
        return float(written.replace(",", "."))
    if re.fullmatch(r"\d{1,4}\.\d{1,2}", written):
        return float(written)
    return None


def read_word(word: str) -> float | None:
    """Value of a number word, or None if it is none.

    ``drieëntwintig`` is 23, ``vierhonderd`` 400, ``anderhalf`` 1.5, ``drieëneenhalf`` 3.5, ``twee-en-een-half`` 2.5.
    """
    if len(word) > MAX_WORD:
        return None
    # The trema and the accents of emphasis (één, vóór) say nothing about the value.
    plain = word.lower().translate(_PLAIN).replace("-", "").replace(" ", "")
    return _read_plain(plain)


_PLAIN = str.maketrans("éèëïüö", "eeeiuo")


@cache
def _words() -> dict[str, Any]:
    data: dict[str, Any] = load("amounts")["numbers"]
    return data


@cache
def _read_plain(word: str) -> float | None:
    if word in _words()["fixed"]:
        return float(_words()["fixed"][word])
    if word.endswith("tal"):
        # A collective: "een drietal moties". "Elftal" is a football team.
        value = None if word == "elftal" else _below_million(word.removesuffix("tal"))
        return float(value) if value else None
    for ending in ("eneenhalve", "eneenhalf", "enhalf", "enhalve"):
        if word.endswith(ending):
            whole = _below_million(word.removesuffix(ending))
            return None if whole is None else whole + 0.5
    value = _below_million(word)
    return None if value is None else float(value)


def _below_million(word: str) -> int | None:
    """Value of ``tweehonderdduizend``, ``vijftienhonderd``, ``duizend``."""
    return _split(word, "duizend", THOUSAND, _below_thousands)


def _below_thousands(word: str) -> int | None:
    """Value of ``driehonderdtwintig`` and ``vijftienhonderd``."""
    return _split(word, "honderd", HUNDRED, _below_hundred)


def _split(word: str, unit: str, factor: int, read: Callable[[str], int | None]) -> int | None:
    before, found, after = word.partition(unit)
    if not found:
        return read(word)
    many = read(before) if before else 1
    if many is None or after == "en":
        return None  # "honderden", "duizenden": no number
    rest = read(after.removeprefix("en")) if after else 0
    return many * factor + rest if rest is not None and rest < factor else None


def _below_hundred(word: str) -> int | None:
    small: dict[str, int] = _words()["small"]
    tens: dict[str, int] = _words()["tens"]
    if word in small:
        return small[word]
    if word in tens:
        return tens[word]
    for ten, value in tens.items():
        one = small.get(word.removesuffix("en" + ten))
        if one is not None and one < TEN:
            return value + one
    return None


@cache
def _pattern() -> re.Pattern[str]:
    starts = "|".join(sorted(_words()["starts"], key=len, reverse=True))
    scales = "|".join(re.escape(s) for s in sorted(_words()["scales"], key=len, reverse=True))
    return re.compile(
        # No letter, digit, hyphen or point may touch it in front: "CO2", "F-16", "30-1", "7.2".
        r"(?:(?<![\w.,/§°])(?<![^\d\s]-)|(?<=\bEUR)|(?<=\bUSD))(?:(?P<digits>\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)(?:,\d{1,6})?|\d[\d.,]{0,24})"
        rf"(?P<dash>(?<=,)[-–=]{{1,2}})?|(?P<word>(?:{starts})[a-zéèëïüö]{{0,{MAX_WORD}}}(?:[ -]en[ -]een[ -](?:half|halve)\b)?))"
        rf"(?P<scale>(?:[\u00a0\u202f ]|(?<=\d)){{0,2}}(?:{scales})\b\.?)?",
        re.IGNORECASE,
    )


def numbers_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """All numbers of a text or a part of it, in order; what each counts is for others to find out."""
    position = start
    pattern = _pattern()
    stop = len(text) if end is None else end
    while found := pattern.search(text, position, stop):
        position = found.end()
        number = _number(text, found)
        if number is None:
            # "ten derde" starts no number, but the words behind it may: go on behind the first word only.
            word_end = found.end("word") if found["word"] else found.end("digits")
            position = max(found.start() + 1, word_end)
            continue
        position = number.end
        yield number


def _number(text: str, found: re.Match[str]) -> Number | None:
    digits, dash, word, scaled = found.groups()
    if digits and not dash and not scaled:
        kept = digits.rstrip(".,")
        value = read_digits(kept)
        if value is None:
            # "33 524 300": the groups are no thousands; the first number alone may still count something.
            return None
        start = found.start()
        end = start + len(kept)
        if text[end : end + 1] not in MAY_SCALE:
            return Number(start, end, value, value, 1.0, kept)
        scale, end = _scale_of_money(text, start, end)
        return Number(start, end, value * scale, value, scale, kept)
    scale, end = _scale(found) if scaled else (1.0, found.end())
    if digits and scale == HUNDRED:
        # "tot 2035 honderd zuiveringen": a year and a number of their own.
        scale, end, scaled = 1.0, found.end("digits"), None
    if word:
        value = read_word(word)
        if value is None or (_after_letter_joint(text, found.end("word"))):
            return None
        if not scaled:
            scale, end = _scale_of_money(text, found.start(), found.end("word"))
        return Number(found.start(), end, value * scale, value, scale, "")
    kept = digits.rstrip(".,") + (f",{dash}" if dash else "")
    value = read_digits(kept)
    if value is None:
        return None
    if not scaled:
        scale, end = _scale_of_money(text, found.start(), found.start() + len(kept))
    return Number(found.start(), end, value * scale, value, scale, kept)


def _scale(found: re.Match[str]) -> tuple[float, int]:
    word = found["scale"].strip("\u00a0\u202f ")
    end = found.end()
    bare = word.rstrip(".").lower()
    factor = float(_words()["scales"][bare])
    # The point of "mln." belongs to it; the one behind "miljoen" ends the sentence.
    if word.endswith(".") and bare not in _words()["abbreviated"]:
        end -= 1
    return factor, end


CURRENCY_BEFORE = re.compile(
    r"(?:[€$£ƒ]|\b(?:EUR|USD|GBP|CHF)|(?<![\w.])fl?\.?)[ \u00a0\u202f]{0,2}(?:[\d.,]{1,9} (?:tot|à|of) )?$"
)
BLANKS = frozenset("\u00a0\u202f ")
FIRST_LETTERS = frozenset("tkKmb")
"""How the scale words of money begin."""
MAY_SCALE = BLANKS | FIRST_LETTERS
SCALE_OF_MONEY = re.compile(
    r"(?:[ \u00a0\u202f]?(?P<scale>ton|[kK]|million|billion|bn)|(?P<joined>m))(?![\w-])"
    r"(?P<currency>(?=[ \u00a0](?:euro|gulden|dollar)))?"
)


def _scale_of_money(text: str, start: int, end: int) -> tuple[float, int]:
    """Factor and end of a number of which no scale word was read: ``€ 3 ton`` is 300,000, ``3 ton graan`` is 3."""
    follows = text[end : end + 1]
    if (text[end + 1 : end + 2] if follows in BLANKS else follows) not in FIRST_LETTERS:
        return 1.0, end
    found = SCALE_OF_MONEY.match(text, end)
    if found is None:
        return 1.0, end
    if found["currency"] is None and not CURRENCY_BEFORE.search(text[max(0, start - 20) : start]):
        return 1.0, end
    return float(_words()["scales_of_money"][(found["scale"] or found["joined"]).lower()]), found.end()


def _after_letter_joint(text: str, end: int) -> bool:
    """A hyphen and a letter behind a number word: ``twee-fasen``, ``drie-eenheid``."""
    return end + 1 < len(text) and text[end] == "-" and text[end + 1].isalpha()
