"""Headings in capitals, as the official press sets them: ``MOTIE VAN HET LID VAN DER STAAIJ C.S.``.

Capitals hide which words are names. Such a line is read as if it were written with capitals at its names only; every
character keeps its place, so that what is found stands at the same offsets in the text itself.
"""

import re
from functools import cache

from letteranalyser.tag.movers import SPACE
from letteranalyser.vocabulary import load

LINE = re.compile(r"[^\n]*(?<!\w)MOTIES?(?!\w)[^\n]*")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
BRACKET = re.compile(r"\([^()\n]{1,80}\)")
SMALL = frozenset(
    [
        "motie",
        "moties",
        "van",
        "de",
        "het",
        "lid",
        "leden",
        "en",
        "c",
        "s",
        "over",
        "inzake",
        "ter",
        "vervanging",
        "die",
        "dat",
        "gedrukt",
        "onder",
        "nr",
        "nrs",
        "op",
        "stuk",
        "met",
        "heer",
        "heren",
        "mevrouw",
        "door",
        "ingediend",
        "voorgesteld",
    ]
)
AFTER_TITLE = re.compile(rf"(?:LID|LEDEN|HEER|HEREN|MEVROUW|EN|,){SPACE}$|[-‑–/]{SPACE}?$")
"""What a surname follows: there its particle has a capital."""


@cache
def _small_words() -> frozenset[str]:
    words = load("motions")
    phrases = [
        *words["before"]["statuses"],
        *words["before"]["pointers"],
        *words["before"]["plural_pointers"],
    ]
    return SMALL.union(word.lower() for phrase in phrases for word in phrase.split())


@cache
def _particles() -> frozenset[str]:
    return frozenset(word for phrase in load("motions")["names"]["particles"] for word in phrase.split())


def in_mixed_case(text: str) -> str:
    """The text with its lines in capitals about motions as a sentence would have them; as long as the text itself."""
    if "MOTIE" not in text:
        return text
    return LINE.sub(
        lambda match: _line(match[0]) if match[0][match[0].index("MOTIE") :].isupper() else match[0], text
    )


def _line(line: str) -> str:
    parties = [match.span() for match in BRACKET.finditer(line)]

    def word(match: re.Match[str]) -> str:
        if any(start < match.start() < end for start, end in parties):
            return match[0]
        lowered = match[0].lower()
        if len(lowered) != len(match[0]):  # a capital whose small form is two characters
            return match[0]
        if line[match.start() - 1 : match.start()] in ("'", "’"):  # ``VAN ’T HOF``
            return lowered
        opens_name = AFTER_TITLE.search(line, max(0, match.start() - 10), match.start()) is not None
        if (
            lowered in _particles()
            and opens_name
            and not line[match.end() :].lstrip().startswith(("LID", "LEDEN"))
        ):
            return match[0][0] + lowered[1:]
        if lowered in _small_words() or lowered in _particles() or not match[0][0].isupper():
            return lowered
        return match[0][0] + lowered[1:]

    return WORD.sub(word, line)
