"""Capitals that are there because a sentence begins, not because a name does."""

from functools import cache

_PREPOSITIONS = {
    "via",
    "namens",
    "conform",
    "aldus",
    "dankzij",
    "getuige",
    "ingevolge",
    "inzake",
    "jegens",
    "krachtens",
    "middels",
    "nabij",
    "rondom",
    "vanuit",
    "vanwege",
    "wegens",
}
"""Those that the list of stop words lacks."""
_ENDS = '.?!:;\n\t–•“"‘«'


def begins_sentence(text: str, position: int) -> bool:
    """Whether a sentence, heading or quotation may begin here."""
    before = text[max(0, position - 3) : position].rstrip(" ")
    return not before or before[-1] in _ENDS


def is_function_word(word: str) -> bool:
    """Whether a word, in any case, is an article, preposition, conjunction or the like."""
    return word.lower().strip(",") in _function_words()


@cache
def _function_words() -> frozenset[str]:
    from spacy.lang.nl.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS | _PREPOSITIONS)
