"""Operations that no list holds, told by the words with which their names begin or end."""

import re
from collections.abc import Iterator
from functools import cache

from letteranalyser.tag.candidates import Candidate, Certainty
from letteranalyser.vocabulary import load

_UP = r"[A-ZÀ-Þ]"
_NAME = rf"(?:{_UP}[\w’-]*|\d{{1,4}}\w*)"
_SMALL = r"(?:(?:van|voor|en|in|het|de|op|aan|te|tot|der|the|of|for|and|to|naar|met|bij|&) ){0,3}"
_QUOTED = r"[«“‘][^»”’]{3,80}[»”’]"
_STOP = frozenset(
    {
        "De",
        "Het",
        "Een",
        "Dit",
        "Deze",
        "In",
        "Op",
        "Met",
        "Voor",
        "Zo",
        "Ook",
        "Daarnaast",
        "Hierbij",
        "Uit",
        "Bij",
        "Over",
        "Aan",
        "Om",
        "Als",
        "Na",
        "Door",
    }
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    data = load("operation_names")
    found: list[tuple[re.Pattern[str], str, bool]] = []
    for row in data["first"]:
        words = "|".join(re.escape(w) for w in sorted(row["words"], key=len, reverse=True))
        link = r"(?:(?:voor|van|ter|tegen|tot|op|inzake) (?:de |het )?)?"
        name = (
            rf"(?:{_QUOTED}|{_UP}[\w’-]*(?: {_SMALL}{_NAME})*(?: (?:werkt|plus))?|\d{{2}}\w+(?: \w+){{0,2}})"
        )
        found.append((re.compile(rf"(?<![\w-])(?P<head>{words}) (?P<name>{link}{name})"), row["type"], True))
    for row in data["last"]:
        joined = "|".join(re.escape(w.lower()) for w in row["words"] if " " not in w)
        apart = "|".join(re.escape(w) for w in sorted(row["words"], key=len, reverse=True))
        compound = rf"(?<![\w-])(?:{_UP}[\w’]{{1,30}}(?: |- en | en |-, )){{0,5}}{_UP}[\w’-]{{2,40}}(?:{joined})(?![\w-])"
        found.append((re.compile(compound), row["type"], False))
        found.append(
            (
                re.compile(
                    rf"(?<![\w-])(?:{_NAME} {_SMALL}){{1,6}}(?:{apart})(?:(?: for| to| voor) {_UP}[\w’-]*(?: {_SMALL}{_NAME}){{0,6}})?(?![\w-])"
                ),
                row["type"],
                False,
            )
        )
    return tuple(found)


@cache
def _none() -> frozenset[str]:
    return frozenset(load("operation_names")["not"]["words"])


def find_named_operations(text: str) -> Iterator[Candidate]:
    """Names of operations in a text by their form."""
    for pattern, kind, headed in _patterns():
        for match in pattern.finditer(text):
            start, end = match.span()
            words = match.group()
            # A capital at the start of a sentence is no part of a name.
            first, _, rest = words.partition(" ")
            if not headed and first in _STOP and rest:
                start += len(first) + 1
                words = rest
            if words in _none() or (
                not headed and " " not in words and not _stands_as_name(text, start, words)
            ):
                continue
            if headed and match["head"][0].islower() and match["head"] not in ("operatie", "missie"):
                start = match.start("name")
                words = match["name"]
                if words.startswith(("voor ", "van ", "ter ", "tegen ", "tot ", "op ", "inzake ")):
                    continue
                quoted = words.startswith(("«", "“", "‘"))
                start, end = (start + 1, end - 1) if quoted else (start, end)
                words = text[start:end]
            yield Candidate(start, end, words, kind, "operations.form", Certainty.GUESS)


def _stands_as_name(text: str, start: int, words: str) -> bool:
    """Whether a single word with a capital is a name: not the first of a sentence."""
    before = text[:start].rstrip()
    return bool(before) and before[-1] not in ".!?:»”\n" and text[start - 1] != "\n" and len(words) > 6
