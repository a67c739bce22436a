"""Names that a trained model finds and no rule does: only those that look like an actor's in more than one way."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from letteranalyser.split.sentences import split_sentences
from letteranalyser.tag.candidates import Candidate, Certainty
from letteranalyser.tag.names import UPPER, is_stop
from letteranalyser.tag.sentence_starts import begins_sentence, is_function_word
from letteranalyser.vocabulary import load

if TYPE_CHECKING:
    from spacy.language import Language

_KINDS = {"PER": "person", "PERSON": "person", "ORG": "organisation", "LOC": "country", "GPE": "country"}
"""Classes of names, of ours and of the published Dutch pipelines, to types of actors."""

_ABBREVIATION = re.compile(r"(?=.{0,6}[A-Z].{0,6}[A-Z])[A-Z][A-Za-z&]{1,6}")
_PARTICLES = re.compile(
    r"(?:van|von|de|den|der|des|ten|ter|te|le|la|el|al|du|di|da|dos|bin|tot|’t|'t|in|op|aan)"
)
_LINKS = re.compile(r"(?:van|voor|en|de|der|het|des|in|of|op|tot|for|and|the|&)")
_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]\w")
_BEFORE_PLACE = re.compile(
    r"\b(?:[Ii]n|[Tt]e|[Nn]aar|[Uu]it|[Nn]abij|[Vv]anuit|[Rr]ond|[Rr]ichting|gemeenten?|stad|regio) $"
)
_LONGEST = 70

Name = tuple[int, int, str]
"""First code point, one past the last, class as the model calls it."""


def find_names(text: str, nlp: "Language", explained: Iterable[tuple[int, int]] = ()) -> list[Name]:
    """All names that a pipeline finds in the sentences that have a capital which nothing explains.

    Args:
        text: a letter's or a footnote's; a name does not run over a sentence's end.
        nlp: finds names.
        explained: stretches that rules have taken.
    """
    capitals = sorted(_unexplained(text, explained))
    sentences: list[tuple[str, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        for start, end in split_sentences(line):
            first = bisect_left(capitals, at + start + 1)
            if first < len(capitals) and capitals[first] < at + end:
                sentences.append((line[start:end], at + start))
        at += len(line)
    return [
        (offset + span.start_char, offset + span.end_char, span.label_)
        for doc, offset in nlp.pipe(sentences, as_tuples=True)
        for span in doc.ents
    ]


def _unexplained(text: str, explained: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Where a word begins with a capital outside the explained stretches."""
    taken = bytearray(len(text))
    for start, end in explained:
        taken[start:end] = b"\1" * (end - start)
    for word in _CAPITAL.finditer(text):
        if not taken[word.start()]:
            yield word.start()


def candidates(text: str, names: Iterable[Name], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those names of a model that may be added to what rules have found.

    A guess of a model stands behind every rule. A person needs a name of two words; an abbreviation or a single word has to
    be named twice; a place needs a word before it that goes with places.
    """
    taken = {(c.start, c.end) for c in found}
    counts = Counter(text[start:end] for start, end, _ in names)
    for start, end, label in names:
        kind = _KINDS.get(label)
        name = text[start:end]
        if (
            kind
            and (start, end) not in taken
            and _is_name(name)
            and _fits(kind, text, start, end, counts[name])
        ):
            yield Candidate(start, end, name, kind, "model", Certainty.GUESS)


def _fits(kind: str, text: str, start: int, end: int, count: int) -> bool:
    name = text[start:end]
    words = name.split()
    capitals = [word for word in words if word[0].isupper()]
    if kind == "person":
        return (
            len(capitals) > 1
            and not is_stop(words[-1])
            and all(word[0].isupper() or _PARTICLES.fullmatch(word) for word in words)
        )
    if kind == "country":
        return bool(_BEFORE_PLACE.search(text, max(0, start - 12), start)) and len(capitals) == len(words)
    if _ABBREVIATION.fullmatch(name):
        return count > 1
    if len(capitals) > 1:
        return all(word[0].isupper() or _LINKS.fullmatch(word) for word in words)
    return count > 1 and not begins_sentence(text, start)


def _is_name(name: str) -> bool:
    words = name.split()
    if not words or len(name) > _LONGEST or any(char.isdigit() or char in "()\n\t/" for char in name):
        return False
    if not name[0].isupper() or is_function_word(words[0]) or is_stop(words[0]):
        return False
    return not (set(words) & _not_actors() or name.endswith(_heads()))


@cache
def _not_actors() -> frozenset[str]:
    return frozenset(load("not_actors")["words"]["abbreviations"])


@cache
def _heads() -> tuple[str, ...]:
    return tuple(load("not_actors")["words"]["heads"])
