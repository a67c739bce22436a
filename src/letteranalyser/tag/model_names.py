"""Names that a trained model finds and no rule does: only those that look like an actor's in more than one way."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
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
_ROMAN = re.compile(r"[IVXLC]+")
_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]\w")
_LOWER_WORD = re.compile(r"(?<![\w-])[a-zß-öø-ÿ]{4,}(?![\w-])")
_PART_BEFORE = re.compile(rf"(?<!\w)(?P<word>[{UPPER}]\w{{0,30}}) $")
_PART_AFTER = re.compile(rf" (?:[{UPPER}]\w|\d)")
"""A word with a capital right beside a name: the model has found a part of a longer one."""
_ROW_BEFORE = re.compile(r"(?:,| en| of|/) ?(?:de |het )?$")
_ROW_AFTER = re.compile(r"(?:,| en| of|/) ?(?:de |het )?")
_PLURAL = re.compile(r"(?:[’']s$|-en\b)")
_LONGEST = 70
_BODIES = ("organisation", "agency", "institution", "international_org", "eu_body", "party")

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


def candidates(text: str, names: Sequence[Name], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those names of a model that may be added to what rules have found; a guess stands behind every rule.

    A name is no actor where it is part of a longer one, where the letter has the same word without a capital, behind the
    name of an operation or a law, or where the beginning of a sentence explains the capital.
    """
    taken = {(c.start, c.end) for c in found}
    ends_of_persons = {c.end for c in found if c.kind == "person"}
    bodies = [c for c in found if c.kind in _BODIES]
    starts, ends = {c.start for c in bodies}, {c.end for c in bodies}
    counts = Counter(text[start:end] for start, end, _ in names)
    ordinary = set(_LOWER_WORD.findall(text))
    for start, end, label in names:
        kind = _KINDS.get(label)
        if kind is None or (start, end) in taken or not _is_name(text[start:end], ordinary):
            continue
        if _is_part(text, start, end) or _is_other(text, start):
            continue
        if _ABBREVIATION.fullmatch(text, start, end):
            fits = kind == "organisation" and _is_in_row(text, start, end, starts, ends)
        else:
            fits = _fits(kind, text, start, end, counts[text[start:end]])
        if fits:
            yield Candidate(start, end, text[start:end], kind, "model", Certainty.GUESS)
        elif kind == "organisation" and _follows_person(text, start, end, ends_of_persons):
            yield Candidate(start, end, text[start:end], "party", "model", Certainty.GUESS)


def _is_name(name: str, ordinary: Collection[str]) -> bool:
    """Whether a name has the shape of an actor's and no word that is another thing's."""
    words = name.split()
    if not words or len(name) > _LONGEST or not name[0].isupper() or not name[-1].isalnum():
        return False
    if set(name) & set("()\n\t/:0123456789") or any(
        _ROMAN.fullmatch(word) or _PLURAL.search(word) for word in words
    ):
        return False
    if is_function_word(words[0]) or is_stop(words[0]):
        return False
    if any(word.istitle() and word.lower() in ordinary for word in words):
        return False
    not_actors = load("not_actors")["words"]
    endings = (*not_actors["heads"], *_words("ends"))
    return not (
        set(words) & set(not_actors["abbreviations"]) or any(word.endswith(endings) for word in words)
    )


def _is_part(text: str, start: int, end: int) -> bool:
    before = _PART_BEFORE.search(text, max(0, start - 33), start)
    if before and not begins_sentence(text, before.start()) and not is_function_word(before["word"]):
        return True
    return _PART_AFTER.match(text, end) is not None


def _is_other(text: str, start: int) -> bool:
    before = text[max(0, start - 24) : start].rstrip(" («“‘").lower()
    return re.split(r"\W", before)[-1] in _words("before_others") or before.endswith(
        _phrases("before_others")
    )


def _fits(kind: str, text: str, start: int, end: int, count: int) -> bool:
    words = text[start:end].split()
    capitals = [word for word in words if word[0].isupper()]
    if begins_sentence(text, start) and count == 1 and (len(capitals) == 1 or kind == "person"):
        return False
    if kind == "person":
        # A surname alone is for the rules, which know what stands before one.
        if (
            len(capitals) < 2
            or is_stop(words[-1])
            or any(word.isupper() and "." not in word for word in words)
        ):
            return False
        return all(word[0].isupper() or word in _words("particles") for word in words)
    if kind == "country":
        # Few places take an article, and what stands in brackets is an abbreviation or a source.
        before = text[max(0, start - 16) : start]
        if before.endswith("("):
            return False
        before = re.split(r"\W+", before.rstrip())[-1].lower()
        adjective = words[-1].endswith(_words("demonyms"))
        return len(capitals) == len(words) and not (
            text[start:end].isupper() or adjective or before in _words("not_before_places")
        )
    return len(capitals) > 1 and all(word[0].isupper() or word in _words("links") for word in words)


def _is_in_row(text: str, start: int, end: int, starts: Collection[int], ends: Collection[int]) -> bool:
    """Whether a body known already stands beside an abbreviation: ``Met ABP en PGGM``."""
    before = _ROW_BEFORE.search(text, max(0, start - 12), start)
    after = _ROW_AFTER.match(text, end)
    return bool((before and before.start() in ends) or (after and after.end() in starts))


def _follows_person(text: str, start: int, end: int, ends_of_persons: Collection[int]) -> bool:
    """Whether a short name in brackets stands behind a person's: a party."""
    in_brackets = text[start - 2 : start] == " (" and text[end : end + 1] == ")"
    return in_brackets and start - 2 in ends_of_persons and end - start < 14


@cache
def _words(table: str) -> tuple[str, ...]:
    return tuple(load("model_names")["words"][table])


@cache
def _phrases(table: str) -> tuple[str, ...]:
    return tuple(word for word in _words(table) if not word.isalpha())
