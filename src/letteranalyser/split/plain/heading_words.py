"""Wording of headings: what could be one by its own words."""

import re
from functools import cache

from letteranalyser.split.salutation import is_closing, is_salutation
from letteranalyser.split.sentences import split_sentences
from letteranalyser.vocabulary import load
from letteranalyser.vocabulary.headings import names_proposal

_LONGEST = 170
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s+\S|(?:[A-Z]|[IVX]{1,4})\.\s+\S")
_OPENS = re.compile(
    r"[«“„‘\"'(]{0,2}(?:[’']s[ -])?(?:[A-ZÀ-Þ]|\d|[a-z][.)]\s|[a-z]{1,2}[A-Z]|CO₂)|ad\s+\d", re.IGNORECASE
)
_OPEN_PUNCTUATION = (".", ",", ";", "-", "–", "/", "(", "«", "\u00ad", "…")
_MAY_CLOSE = re.compile(r"\b(?:c\.s|e\.a|e\.d|etc|jl|a\.s|enz|mln|mld|e\.v)\.$")
_COLON_WORDS = 5


@cache
def _caption() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{'|'.join(load('letterhead')['headings']['captions'])})\b\s*[\d:.]", re.IGNORECASE
    )


def is_caption(text: str) -> bool:
    """Whether a paragraph is the caption of a table or figure, or its source."""
    return _caption().match(text) is not None


def may_be_heading(text: str) -> bool:
    """Whether a paragraph could be a heading by its own wording: short, one clause, not closed by a full stop."""
    if not text or len(text) > _LONGEST or not _OPENS.match(text):
        return False
    if text[0].islower() and text[1:2] not in (".", ")"):
        return False
    if text.endswith(_OPEN_PUNCTUATION) and not _MAY_CLOSE.search(text):
        return False
    if text.endswith(":") and (
        len(text.split()) > _COLON_WORDS
        or _first_word(text) in load("abbreviations")["around"]["first_words"]
    ):
        return False
    if is_open(text) and not _ends_in_particle(text):
        return False
    if is_caption(text) or is_salutation(text) or is_closing(text) or "\t" in text:
        return False
    return len(split_sentences(text)) == 1 and any(char.isalpha() for char in text)


def is_open(text: str) -> bool:
    """Whether a line ends with a word that something must follow: ``van de``."""
    words = text.rsplit(None, 1)
    return bool(words) and words[-1].lower() in load("letterhead")["headings"]["open_ends"]


def _ends_in_particle(text: str) -> bool:
    """Whether a numbered or named proposal ends in the particle of its verb: ``3. Richt een register in``."""
    proposal = depth(text) or names_proposal(text)
    return bool(proposal) and text.rsplit(None, 1)[-1].lower() in load("letterhead")["headings"]["particles"]


def _first_word(text: str) -> str:
    return text.split(None, 1)[0].rstrip(":").lower()


def depth(text: str) -> int:
    """Depth of a numbered heading: 1 for ``2.``, 2 for ``2.1``; 0 if it has no number."""
    match = _NUMBER.match(text)
    if match is None:
        return 0
    return match.group(1).count(".") + 1 if match.group(1) else 1
