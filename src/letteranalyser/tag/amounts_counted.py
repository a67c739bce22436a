"""The counted noun behind a number: ``2.500 extra woonplekken``, ``vier MQ-9 Reaper toestellen``.

Without a tagger of parts of speech: a plural is told by its ending, and words that end likewise and are none are
listed in the vocabulary.
"""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from letteranalyser.tag.numbers import Number
from letteranalyser.vocabulary import load

MAX_MODIFIERS = 5
"""Most words that are read between a number and its noun."""

WINDOW = 160
"""Code points behind a number in which its noun must stand."""

WORD = re.compile(r"[^\W_](?:[\w/&²³°]|['’.-](?=\w)|['’-](?=\s|$))*")

BRIDGE = re.compile(r" |, (?=[a-zë]+e\b)| \((?=[a-z]+-\))|\) ")
JOINED = re.compile(r"(?:en|of|dan wel) ")


class Counted(NamedTuple):
    """A counted noun with its modifiers, as offsets."""

    start: int
    end: int


@cache
def _sets() -> dict[str, frozenset[str]]:
    quantity: dict[str, Any] = load("amounts")["quantity"]
    return {name: frozenset(words) for name, words in quantity.items()}


@cache
def _measure() -> re.Pattern[str]:
    measures = "|".join(re.escape(m) for m in sorted(_sets()["measures"], key=len, reverse=True))
    return re.compile(rf"[ \u00a0\u202f]?(?P<measure>{measures})(?![\w/²³]|-[a-z])")


def is_measure(word: str) -> bool:
    """Whether a word is a measure: ``ton``, ``hectare``."""
    return _measure().match(word) is not None


def counted_noun(text: str, number: Number) -> Counted | None:
    """The noun phrase that a number counts, or None.

    Args:
        text: the whole text.
        number: the number; the noun must follow it.
    """
    end = number.end
    if found := _measure().match(text, end):
        return Counted(found.start("measure"), _stuff(text, found.end()))
    if not text.startswith((" ", "\u00a0"), end):
        return None
    return _noun_phrase(text, end + 1, number)


def _stuff(text: str, end: int) -> int:
    """What a measure measures: the grain of ``ton graan``; the end of the measure if it does not say."""
    found = WORD.match(text, end + 1) if text.startswith(" ", end) else None
    if not found:
        return end
    word = found[0]
    sets = _sets()
    if word in sets["never_noun"] or word in sets["modifiers"] or word in sets["not_counted"]:
        return end
    if not _STUFF.fullmatch(word) or _STUFF_STOP.search(word):
        return end
    follows = text[found.end() : found.end() + 1]
    return found.end() if not follows or follows in " .,;:)" else end


_STUFF = re.compile(r"[a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)?|(?:CO|CH|NH|NO|SO|N)[2-4x₂-₄]O?(?:-[a-zà-ÿ]+)?")
# Participles, adverbs and prepositions that follow a measure: "ton geloosd", "hectare beschikbaar", "ton tegen".
_STUFF_STOP = re.compile(
    r"^ge\w+[dt]$|^[a-z]{3,}ge(?!wicht$|bied$|recht$|ld$|weld$|luid$)[a-z]{3,}[dt]$|^(?:ver|be|ont)\w+[dt]$|(?:baar|lijk|loos|ig|isch|lijks|end|ende)$|^(?:aan|op|af|uit|in|toe|bij|over)ge"
    r"|^(?:onder|zonder|tegen|tussen|boven|binnen|buiten|naast|rond|sinds|tijdens|vanaf|vanuit|volgens|wegens|door|terwijl"
    r"|omdat|zodat|waarbij|waarvan|waarmee|waarin|waarop|waaraan|waaronder|hiervan|daarvan|welke|nodig|extra|langs|hoger|lager"
    r"|lang|breed|hoog|diep|vrij|klaar|zoals|niet|werd|wordt|zijn|bedraagt|bedroeg|lichter|zwaarder|verder|meer|minder)$"
)


def _noun_phrase(text: str, start: int, number: Number) -> Counted | None:
    first = WORD.match(text, start)
    if first is None or (first.end() - start < WINDOW and kind_of(first[0]) == "stop"):
        return None  # nearly all words behind a number
    line_end = text.find("\n", start, start + WINDOW)
    limit = line_end if line_end >= 0 else min(len(text), start + WINDOW)
    position = start
    for _ in range(MAX_MODIFIERS + 1):
        found = WORD.match(text, position, limit)
        if found is None or text.startswith("://", found.end()):
            return None
        word = found[0]
        kind = kind_of(word)
        if kind == "noun":
            return Counted(start, found.end())
        if kind == "stop":
            return None
        bridge = BRIDGE.match(text, found.end(), limit)
        if bridge is None:
            return _ended_by_name(word, start, found.end(), number)
        position = bridge.end()
        # "grote en middelgrote gemeenten", "land- en tuinbouwbedrijven"
        joined = JOINED.match(text, position, limit) if word.endswith(("-", "e")) else None
        position = joined.end() if joined else position
    return None


def _ended_by_name(word: str, start: int, end: int, number: Number) -> Counted | None:
    """``zes F-35``: a type named in the singular at the end of the phrase."""
    if re.fullmatch(r"[A-Z]{1,4}-?\d{1,3}[A-Z]?", word) and not number.digits:
        return Counted(start, end)
    return None


@cache
def _no_nouns() -> frozenset[str]:
    return _sets()["never_noun"] | _sets()["not_counted"]


@lru_cache(maxsize=8192)
def kind_of(word: str) -> str:
    """What a word behind a number can be: ``noun``, ``modifier`` or ``stop``."""
    sets = _sets()
    bare = word.rstrip("-")
    lower = bare.lower()
    head = re.split(r"[-/]", bare)[-1]
    if word.endswith("-") or lower in sets["modifiers"]:
        return "modifier" if len(bare) > 1 else "stop"
    if bare.isdecimal() or not _no_nouns().isdisjoint((lower, bare, head.lower())):
        return "stop"
    if lower in sets["plurals_a"] or re.search(r"['’][sn]$", bare) or _is_plural(head):
        return "noun"
    named = bare[0].isupper() or any(c.isdigit() for c in bare)
    # An adjective ends in -e, but what ends in -ie ("motie", "subsidie") is a noun in the singular.
    return "modifier" if named or re.fullmatch(r".{2,}(?<!i)e", head) else "stop"


PLURAL = re.compile(r".{2,}(?:en|ën|s)")
NO_PLURAL = re.compile(r"(?:loos|eens|wijs|wegs|waarts|lings|[^aeiou]is)$")


def _is_plural(word: str) -> bool:
    """Whether a word has the ending of a plural; adverbs with the same endings are listed as ``never_noun``."""
    return PLURAL.fullmatch(word) is not None and NO_PLURAL.search(word) is None


def is_one_of_them(text: str, number: Number) -> bool:
    """Whether ``één`` counts: ``één arts``, not ``één geheel``."""
    found = WORD.match(text, number.end + 1)
    return found is not None and found[0] in _sets()["one_of"]
