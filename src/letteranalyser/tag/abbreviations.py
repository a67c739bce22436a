"""Abbreviations that a letter defines: ``Long Form (LF)``, ``de Commissie Jansen (hierna: de Commissie)``.

The long form is found by its initials, the way of Schwartz and Hearst (2003), "A simple algorithm for identifying
abbreviation definitions in biomedical text".
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from letteranalyser.tag.candidates import Candidate, Certainty
from letteranalyser.tag.names import UPPER
from letteranalyser.vocabulary import load

_BRACKET = re.compile(
    rf" [(\[](?:(?P<later>(?:verder|hierna)(?: te noemen| genoemd)?,?:? )?)(?:de |het )?[“‘\"']?(?P<short>[{UPPER}][\w&./’+-]{{0,14}}(?: [{UPPER}][\w-]{{2,20}})?)[”’\"']?[)\]]"
)
_WORD = re.compile(r"[\w’'&+-]+")
_LONGEST = 12
"""Words that a long form has at most."""

Classify = Callable[[str], str | None]
"""The type of what a long form names, or None if it is nothing of that sort."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form that the letter gives; the long form stands at ``start`` to ``end`` of the text."""

    start: int
    end: int
    short: str
    short_start: int
    stated: bool
    """Whether it says ``hierna``: then the short form need not share letters with the long one."""


def definitions(text: str) -> Iterator[Definition]:
    """All short forms in brackets, with the long form before them where the initials give one (else empty)."""
    for found in _BRACKET.finditer(text):
        start = _long_form(text, found.start(), found["short"])
        yield Definition(
            found.start() if start is None else start,
            found.start(),
            found["short"],
            found.start("short"),
            bool(found["later"]),
        )


def _long_form(text: str, end: int, short: str) -> int | None:
    """Where the words begin whose initials an abbreviation is made of."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    if len(letters) < 2 or not sum(letter.isupper() for letter in short) > 1:
        return None
    line = text.rfind("\n", 0, end) + 1
    words = list(_WORD.finditer(text, max(line, end - 150), end))[-_LONGEST:]
    best = None
    for index in range(len(words) - 1, -1, -1):
        word = words[index].group()
        if (
            word[0].lower() == letters[0]
            and word[:1].isupper()
            and _fits(letters, [w.group().lower() for w in words[index:]])
        ):
            best = words[index].start()
            if len(words) - index >= len(letters):
                break
    return best


def _fits(letters: list[str], words: list[str]) -> bool:
    """Whether the letters occur in the words in order, every word after a hyphen or of note lending its first letter."""
    joined = " ".join(words)
    at = 0
    for number, letter in enumerate(letters):
        found = joined.find(letter, at)
        if found < 0 or (number == 0 and found != 0):
            return False
        at = found + 1
    # The last word must take part, and so must most of them: else the form has been read too far to the left.
    heads = sum(word[0] in letters for word in words)
    return heads * 2 >= len(words) and any(letter in words[-1] for letter in letters[-2:])


def defined(
    text: str,
    known: Iterable[Candidate],
    classify: Classify,
    short_entry: Callable[[str], tuple[str, str] | None],
) -> Iterator[Candidate]:
    """Candidates for the short forms that a text defines, wherever they stand, and for long forms not known yet.

    Args:
        text: the text.
        known: candidates found so far; one that ends where the bracket opens is the long form.
        classify: type of an unknown long form.
        short_entry: name and type of a short form that the vocabulary has.
    """
    ending: dict[int, Candidate] = {}
    for candidate in known:
        longest = ending.get(candidate.end)
        if longest is None or candidate.start < longest.start:
            ending[candidate.end] = candidate
    excluded = frozenset(load("not_actors")["words"]["abbreviations"])
    longer = {(c.start, c.end) for c in ending.values()}
    seen: set[str] = set()
    for definition in definitions(text):
        long = ending.get(definition.end)
        spelled = text[definition.start : definition.end]
        if (
            long is not None
            and long.end - long.start >= len(spelled)
            and long.kind not in ("person", "country", "party")
        ):
            name, kind = long.name, long.kind
            if not definition.stated and not spelled:
                # Brackets that neither abbreviate nor say `hierna` hold something else.
                continue
        elif spelled:
            entry = short_entry(definition.short)
            found = classify(spelled)
            if entry is None and (found is None or definition.short in excluded):
                continue
            name, kind = entry or (spelled, found or "")
            yield Candidate(
                definition.start, definition.end, name, kind, "abbreviations.long_form", Certainty.STATED
            )
        else:
            continue
        if definition.short in seen:
            continue
        seen.add(definition.short)
        for place in re.finditer(rf"(?<![\w-]){re.escape(definition.short)}(?!\w)", text):
            # `de Europese Commissie (hierna: de Commissie)`: inside a longer name it is that name.
            if any(start < place.start() and place.end() <= end for start, end in longer):
                continue
            yield Candidate(
                place.start(), place.end(), name, kind, "abbreviations.short_form", Certainty.STATED
            )
