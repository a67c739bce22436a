"""Phrases as people write them in a vocabulary file, compiled to regular expressions.

A phrase is words with a space between them. What it may hold besides:

========== ============================================================================================
``a|b``    either word
``beleid*``  a word that begins so; ``*beleid`` one that ends so
``al?``    the word may be left out
``..``     up to eight words that do not matter; ``...`` up to twenty
``a & b``  all, in any order, with up to twelve words between them: Dutch moves its verbs about
``<name>`` one of a named set of words, or any form of a verb
``~word``  the word must not follow here
========== ============================================================================================

Gaps never cross a semicolon or colon. All repetitions are bounded, so a match takes linear time.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations

_LETTERS = r"\w’'\-"
_WORD = rf"[{_LETTERS}]+"
_BETWEEN = rf"[^{_LETTERS};:]+"
_NEAR, _FAR, _BOTH = 8, 20, 12
_MIN_CUE = 2
_BEGINNING = 3

_PARTICLE_ENDS = (
    r"(?=[^\w]*$|\s*[,.;:)–]|\s+(?:aan|als|alsnog|binnen|bij|conform|dan|dat|die|door|en|gelet|gezien|hoe|in|indien|maar|"
    r"mede|met|mits|na|naar|niet|noch|nu|omdat|onder|op|over|per|tegen|ten|tenzij|ter|tot|totdat|tussen|uit|van|vanaf|"
    r"vanuit|vanwege|via|volgens|voor|wanneer|want|waar\w*|wegens|zoals|zodat|zodra|zolang|zonder)\b)"
)
"""What may follow the particle of a separable verb: in ``neemt X over`` it closes the clause, as a preposition it opens one."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase; of each group in ``cues`` one word stands in every text that it can match."""

    pattern: str
    cues: tuple[tuple[str, ...], ...]

    @property
    def regex(self) -> re.Pattern[str]:
        """Compiled when first needed: a letter needs few of the hundreds there are."""
        return _compiled(self.pattern)


class PhraseBook:
    """Phrases that tell quickly which of them a text may hold: a sentence is asked for hundreds.

    Args:
        phrases: in the order in which they are found.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        """Note by which words each phrase can be left out."""
        self.phrases = tuple(phrases)
        self._groups = tuple(tuple(frozenset(group) for group in phrase.cues) for phrase in self.phrases)
        self._always = frozenset(place for place, groups in enumerate(self._groups) if not groups)
        self._first: dict[str, list[int]] = {}
        for place, phrase in enumerate(self.phrases):
            for cue in phrase.cues[0] if phrase.cues else ():
                self._first.setdefault(cue, []).append(place)
        # By their first letters: a text has few of these, the phrases together hundreds of words.
        self._beginnings: dict[str, list[str]] = {}
        for cue in {cue for phrase in self.phrases for group in phrase.cues for cue in group}:
            self._beginnings.setdefault(cue[:_BEGINNING], []).append(cue)
        self._lengths = frozenset(map(len, self._beginnings))

    def likely(self, lowered: str) -> list[int]:
        """The places of the phrases that a lower-cased text may hold: those all whose needed words stand in it."""
        there = {lowered[i : i + n] for n in self._lengths for i in range(len(lowered) - n + 1)}
        present = {
            cue
            for part in there & self._beginnings.keys()
            for cue in self._beginnings[part]
            if cue in lowered
        }
        found = {place for cue in present if cue in self._first for place in self._first[cue]}
        wanted = [
            place for place in found if not any(present.isdisjoint(group) for group in self._groups[place])
        ]
        return sorted([*wanted, *self._always])

    def in_text(self, text: str) -> Iterator[re.Pattern[str]]:
        """The expressions of the phrases that a text may hold."""
        return (self.phrases[place].regex for place in self.likely(text.lower()))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def gap(words: int, *, spaced: bool = False) -> str:
    """A pattern for white space with up to so many words in it; ``spaced`` if white space stands before it already."""
    return rf"{'' if spaced else _BETWEEN}(?:{_WORD}{_BETWEEN}){{0,{words}}}?"


def _alternatives(word: str) -> str:
    parts = []
    for part in word.split("|"):
        body = re.escape(part.strip("*").replace("_", " ")).replace(r"\ ", r"\s+")
        before = rf"[{_LETTERS}]*" if part.startswith("*") else r"(?<![\w’'])"
        after = rf"[{_LETTERS}]*" if part.endswith("*") else r"(?![\w’'])"
        parts.append(before + body + after)
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def verb(spec: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """All forms of a verb as one pattern, with its cues.

    Args:
        spec: ``finite``, ``infinitive`` and ``participle`` as space-separated forms; with ``particle``, the forms
            of a separable verb without it (``neem neemt nemen nam namen`` with ``over``).
    """
    finite = spec.get("finite", "").split()
    infinitive = spec.get("infinitive", "").split()
    participle = spec.get("participle", "").split()
    particle = spec.get("particle")
    if particle is None:
        forms = [*finite, *infinitive, *participle]
        return _alternatives("|".join(forms)), tuple(forms)
    joined = [particle + form for form in (*finite, *infinitive)]
    infinitives = infinitive or finite
    split_infinitive = rf"(?<!\w){particle}\s+te\s+{_alternatives('|'.join(infinitives))}"
    apart = rf"{_alternatives('|'.join(finite))}{gap(_FAR)}{particle}(?!\w){_PARTICLE_ENDS}"
    whole = _alternatives("|".join([*joined, *participle]))
    return f"(?:{whole}|{split_infinitive}|{apart})", tuple({*finite, *infinitives, *participle, *joined})


class Compiler:
    """Compiles phrases that refer to named sets of words and to verbs.

    Args:
        sets: name to alternatives, each a phrase without references.
        verbs: name to its forms, see ``verb``.
    """

    def __init__(self, sets: Mapping[str, Sequence[str]], verbs: Mapping[str, Mapping[str, str]]) -> None:
        """Compile the named sets and verbs."""
        self._named: dict[str, tuple[str, tuple[str, ...]]] = {
            name: verb(spec) for name, spec in verbs.items()
        }
        for name, members in sets.items():
            compiled = [self._sequence(member) for member in members]
            told = [min(groups, key=len, default=()) for _, groups in compiled]
            cues = tuple(cue for group in told for cue in group) if all(told) else ()
            self._named[name] = (f"(?:{'|'.join(pattern for pattern, _ in compiled)})", cues)

    def phrase(self, text: str) -> Phrase:
        """Compile one phrase.

        Raises:
            KeyError: if it refers to a set or verb that there is not.
        """
        sides = [self._sequence(side) for side in text.split(" & ")]
        orders = (gap(_BOTH).join(pattern for pattern, _ in order) for order in permutations(sides))
        pattern = f"(?:{'|'.join(orders)})"
        groups = sorted((group for _, found in sides for group in found), key=len)
        return Phrase(pattern, tuple(tuple(dict.fromkeys(cue.lower() for cue in group)) for group in groups))

    def _sequence(self, text: str) -> tuple[str, list[tuple[str, ...]]]:
        """A run of tokens as a pattern, with the cues of each token that it cannot do without."""
        out = ""
        joint = ""
        spaced = False
        cues: list[tuple[str, ...]] = []
        for piece in text.split():
            if piece in ("..", "..."):
                joint = gap(_NEAR if piece == ".." else _FAR, spaced=spaced)
                spaced = False
            elif piece.startswith("~"):
                out += rf"(?!\s+{_alternatives(piece[1:])})"
            elif piece.endswith("?"):
                pattern, _ = self._token(piece[:-1])
                if joint == r"\s+":
                    out += rf"(?:\s+{pattern})?"
                else:
                    out += rf"{joint}(?:{pattern}\s+)?"
                    joint, spaced = "", True
            else:
                pattern, found = self._token(piece)
                out += joint + pattern
                joint, spaced = r"\s+", False
                if found and min(map(len, found)) >= _MIN_CUE:
                    cues.append(found)
        return out, cues

    def _token(self, body: str) -> tuple[str, tuple[str, ...]]:
        parts = body.split("|")
        words = "|".join(part for part in parts if not part.startswith("<"))
        patterns = [_alternatives(words)] if words else []
        # Of several words the longest: they may stand on two lines.
        cues = [max(part.strip("*").split("_"), key=len) for part in words.split("|")] if words else []
        for part in parts:
            if part.startswith("<"):
                pattern, found = self._named[part[1:-1]]
                patterns.append(pattern)
                cues += found or ("",)
        pattern = patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"
        return pattern, tuple(cues) if all(cues) else ()
