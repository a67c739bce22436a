"""Sentences of a paragraph of a Dutch official letter.

A dot ends no sentence behind an abbreviation that is always followed by something (``nr.``), behind initials, or behind
the number of a list item. Behind an abbreviation that may stand last (``jl.``) what follows decides. Which
abbreviations are of which kind is in vocabulary/abbreviations.toml.
"""

import re
from functools import cache

from letteranalyser.vocabulary import load

_END = re.compile(r"(?:\.{1,8}|[?!…]{1,8})[¹²³⁰⁴-⁹]{0,3}[»”’\"')\]]{0,4}(?=\s)")
_START = re.compile(
    r"(?:[–—•-]\s{1,3})?[«“„‘\"'(\[]{0,3}(?:[’'][stnk][ -])?(?:[^\W\d_]*[A-ZÀ-ÖØ-Þ]|\d|€|\$|£|ƒ)"
)
_BEFORE = re.compile(r"[^\s(«“„\[/]{1,40}$")
_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(
    r"(?:[A-ZÀ-Þ]|IJ|Th|Chr|Ch|Ph|Fr|Tj|Sj|Joh|Jac)(?:[.-](?:[A-ZÀ-Þ]|IJ|Th|Chr|Ch|Ph|Fr|Tj|Sj|Joh))*"
)
_DOTTED = re.compile(r"[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+")
_ENUMERATOR = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4})")
_LONGEST_BRACKET = 600


@cache
def _list(table: str, name: str) -> frozenset[str]:
    return frozenset(load("abbreviations")[table][name])


@cache
def _leading() -> frozenset[str]:
    """What may stand between the start of a sentence and the number of an item."""
    return _list("around", "before_number") | {"", "–", "-", "•"}


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences in one paragraph, in order, without the white space between them.

    Args:
        text: a paragraph; a line break counts as a space.
    """
    inside = _bracketed(text)
    spans: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    for match in _END.finditer(text):
        if match.start() < start:
            continue
        following = _skip_space(text, match.end())
        if following >= len(text) or not _START.match(text, following):
            continue
        if _within(inside, match.start(), start) or not _ends(text, start, match, following):
            continue
        spans.append((start, match.end()))
        start = following
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return spans


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _bracketed(text: str) -> list[tuple[int, int]]:
    """Outermost pairs of round brackets, left out where they do not close soon."""
    pairs: list[tuple[int, int]] = []
    opened = -1
    depth = 0
    for match in re.finditer(r"[()]", text):
        if match.group() == "(":
            if depth and match.start() - opened > _LONGEST_BRACKET:
                depth = 0
            opened = match.start() if depth == 0 else opened
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and match.start() - opened <= _LONGEST_BRACKET:
                pairs.append((opened, match.start()))
    return pairs


def _within(pairs: list[tuple[int, int]], at: int, start: int) -> bool:
    """Whether an offset lies in brackets that opened inside the sentence, so that they cannot hold its end."""
    while pairs and pairs[0][1] < at:
        pairs.pop(0)
    return bool(pairs) and start < pairs[0][0] < at


def _ends(text: str, start: int, match: re.Match[str], following: int) -> bool:
    mark = match.group()
    if mark[0] != "." or mark.startswith(".."):
        # «(...)» and «[…]» stand for words left out
        return not (text[match.start() - 1 : match.start()] in ("(", "[") and mark[-1] in ")]")
    before = _BEFORE.search(text, max(start, match.start() - 40), match.start())
    if before is None:
        return True
    token, next_word = before.group(), _next_word(text, following)
    if _ENUMERATOR.fullmatch(token) and text[start : before.start()].strip().lower() in _leading():
        return False
    if (
        _ENUMERATOR.fullmatch(token)
        and text[: before.start()].rstrip()[-1:] in (":", ";")
        and token[0].isdigit()
    ):
        return False
    return _token_ends(text, before, next_word, text[following])


def _next_word(text: str, at: int) -> str:
    found = _WORD.search(text, at, at + 60)
    return found.group() if found and not any(char.isalnum() for char in text[at : found.start()]) else ""


def _token_ends(text: str, before: re.Match[str], next_word: str, opening: str) -> bool:
    token = before.group()
    lower = re.split(r"(?<=\.)[-/]", token.lower())[-1].lstrip("‘'’\"")
    starts = next_word.lower() in _list("around", "first_words")
    if _INITIALS.fullmatch(token):
        return _initial_ends(text, before, lower, next_word)
    if lower in _list("before_dot", "may_be_last"):
        belongs = next_word.lower() in _list("around", "not_after") or opening in "(["
        return bool(next_word) and not belongs
    previous = text[max(0, before.start() - 12) : before.start()].split()[-1:]
    if {lower, *(f"{word} {lower}" for word in previous)} & _list("before_dot", "never_last"):
        return False
    if opening in "0123456789€$£ƒ" and lower in _list("before_dot", "before_digits"):
        return False
    if _DOTTED.fullmatch(token):
        return starts
    return not (len(token) == 1 and token.isalpha() and not starts)


def _initial_ends(text: str, before: re.Match[str], lower: str, next_word: str) -> bool:
    """Whether one capital, or several with dots, ends a sentence or is the initials of a name."""
    if not next_word or next_word.lower() not in _list("around", "first_words"):
        return False
    if lower in _list("before_dot", "acronyms"):
        return True
    previous = text[: before.start()].rstrip()[-30:]
    word = re.split(r"[\s(]", previous)[-1].lower()
    if word in _list("around", "before_letter") or word.rstrip(",")[-1:].isdigit():
        return True
    return next_word.lower() not in _list("around", "name_particles") and len(lower) == 1
