"""The words that tell what a text is about, in forms under which the same word is found again.

A Dutch word comes in many shapes: its stem (Snowball's older Dutch stemmer, which cuts less off) joins ``verlaging`` and
``verlagen``, its lemma (the trained pipeline) joins ``steden`` and ``stad``, ``gekozen`` and ``kiezen``. A word counts under both. Two
forms are also the same where one is a part of the other, as of a compound (``migratie`` in ``migratiebeleid``). Likeness of
letters was tried and left out: for each pair of words that it joins rightly it joins several of another meaning.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from letteranalyser.vocabulary import load

Word = frozenset[str]
"""A word as the forms under which it counts."""

_WORD = re.compile(r"[^\W\d_]{2,40}|\d{2,}")
_BETWEEN = re.compile(r"[-–'’/]")
_DOUBLE = re.compile(r"([a-z])\1")
_VOICED = {"v": "f", "z": "s"}
_HEAD, _FIRST = 5, 6
"""Letters of a form that may be the last or the first part of a compound; the last is its head."""
_SHORT = 3
"""Words of no more letters tell nothing, but for abbreviations."""
_ABBREVIATION = re.compile(r"[A-Z]{2,6}|[bcdfghjklmnpqrstvwxz]{3,4}")


@cache
def _stop() -> frozenset[str]:
    return frozenset(load("requests")["terms"]["stop"])


@cache
def _short() -> frozenset[str]:
    return frozenset(load("requests")["terms"]["short"])


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending; ``brief`` and ``brieven``, ``persoon`` and ``personen`` have one stem."""
    import snowballstemmer

    short = _DOUBLE.sub(r"\1", snowballstemmer.stemmer("dutch_porter").stemWord(word.lower()))
    return short[:-1] + _VOICED.get(short[-1:], short[-1:])


def words(texts: Iterable[str]) -> list[tuple[Word, ...]]:
    """The telling words of each text, in order.

    Args:
        texts: sentences, or more.
    """
    from letteranalyser.model import syntax

    return [
        tuple(word for token in doc if token.lemma_ for word in _forms(token.text, token.lemma_))
        for doc in syntax().pipe(texts, disable=["parser", "letter_sentences", "morphologizer", "tagger"])
    ]


def _forms(text: str, lemma: str) -> list[Word]:
    """The words that a token holds: ``NAVO-norm`` holds two, each told by its stem alone."""
    parts = _BETWEEN.split(text)
    if len(parts) > 1:
        return [frozenset({stem(part)}) for part in parts if _tells(part)]
    return [frozenset({stem(text), stem(lemma)})] if _tells(text) else []


def _tells(word: str) -> bool:
    """Whether a word tells what a text is about."""
    if not _WORD.fullmatch(word):
        return False
    if _ABBREVIATION.fullmatch(word) or word.lower() in _short():
        return True
    return (len(word) > _SHORT or word.isdigit()) and word.lower() not in _stop()


@lru_cache(maxsize=200_000)
def alike(one: str, other: str) -> bool:
    """Whether two forms are the same, or one is the first or last part of the other, as of a compound."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return (len(short) >= _HEAD and long.endswith(short)) or (len(short) >= _FIRST and long.startswith(short))
