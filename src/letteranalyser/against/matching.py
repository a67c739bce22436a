"""Which rows and passages of a letter answer a request.

A request and a passage are compared by the stems of their words, each weighing the more the rarer it is in the letter
(inverse document frequency, Spärck Jones 1972); the parts of a Dutch compound count as its words (``grensbewaking`` and
``bewaking``). A row counts with the heading over it and the sentences before it, which say what it is about.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from letteranalyser.models.against import Answer, Answered
from letteranalyser.models.analysis import About, AlignmentRow, Span
from letteranalyser.models.letter import Letter, ParagraphKind
from letteranalyser.vocabulary import load

ANSWERS = 0.34
"""Share of a request's weight that a row has to say too."""
SPEAKS = 0.45
"""The same for a passage without a position, which nothing else ties to the request."""
_NEAR_BEST = 0.75
"""A second row counts if it is about as good as the best."""
_BEFORE = 3
"""Sentences before a row that say what it is about."""
_MOST = 3
"""Rows of one request."""
_WORD = re.compile(r"[^\W\d_]{3,40}|\d{2,}")
_DOUBLE = re.compile(r"([aeou])\1")
_VOICED = {"v": "f", "z": "s"}
_NUMBER = re.compile(r"\W*(?:[^\W\d]{3,20}\s+)?(\d{1,2})[.):\s]")
"""The number of a heading: ``3. Stages``, ``Aanbeveling 3: …``."""
_SAME_NUMBER, _OTHER_NUMBER = 1.6, 0.5
"""What it does to a match of numbered proposals if their numbers agree or differ."""
_PART = 6
"""Letters of a stem that may be a part of a compound."""


@cache
def _stop() -> frozenset[str]:
    return frozenset(load("requests")["terms"]["stop"])


def terms(text: str) -> frozenset[str]:
    """The stems of the words that tell what a text is about."""
    import snowballstemmer

    words = [word.lower() for word in _WORD.findall(text)]
    told = [word for word in words if word not in _stop() and (len(word) > 3 or word.isdigit())]
    told += [word.lower() for word in re.findall(r"(?<!\w)[A-Z]{2,6}(?!\w)", text)]
    # The stems of persoon and personen differ in their vowel; so do those of brief and brieven in their last letter.
    stems = (_DOUBLE.sub(r"\1", stem) for stem in snowballstemmer.stemmer("dutch").stemWords(told))
    return frozenset(stem[:-1] + _VOICED.get(stem[-1], stem[-1]) for stem in stems)


@dataclass(frozen=True, slots=True)
class _Passage:
    """Something of the letter that may answer: a row with what stands around it, or a sentence."""

    terms: frozenset[str]
    row: AlignmentRow | None
    start: int
    end: int
    heading: str = ""


def answers_to(requests: Sequence[Span], letter: Letter, rows: Sequence[AlignmentRow]) -> tuple[Answer, ...]:
    """What a letter says to each request, in the order of the requests.

    Args:
        requests: of the motion or note.
        letter: the letter.
        rows: its alignment table.
    """
    rows = [row for row in rows if row.evidence.footnote is None]
    passages = [*(_around(letter, row) for row in rows), *_sentences(letter)]
    weights = _weights(passages)
    return tuple(_answer(request, letter, passages, weights) for request in requests)


def _answer(request: Span, letter: Letter, passages: Sequence[_Passage], weights: Counter[str]) -> Answer:
    asked = terms(request.text)
    scored = [
        (min(1.0, _share(asked, p.terms, weights) * _by_number(request.text, p.heading)), p) for p in passages
    ]
    of_rows = sorted(
        ((s, p) for s, p in scored if p.row is not None), key=lambda pair: (-pair[0], pair[1].start)
    )
    if of_rows and of_rows[0][0] >= ANSWERS:
        best = of_rows[0][0]
        chosen = [p.row for s, p in of_rows if s >= max(ANSWERS, best * _NEAR_BEST) and p.row is not None][
            :_MOST
        ]
        return Answer(request=request, answered=Answered.ANSWERED, rows=tuple(chosen), score=round(best, 2))
    best, passage = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if passage is not None and best >= SPEAKS:
        span = letter.span(passage.start, passage.end, "against.passage")
        return Answer(request=request, answered=Answered.NO_POSITION, passage=span, score=round(best, 2))
    return Answer(request=request, answered=Answered.UNANSWERED, score=round(best, 2))


def _around(letter: Letter, row: AlignmentRow) -> _Passage:
    """A row with its target, the heading over it and the sentences before it in the same section."""
    at = letter.sentence_at(row.evidence.start) or 0
    section = letter.section_at(row.evidence.start)
    before = [
        letter.text[s.start : s.end]
        for s in letter.sentences[max(0, at - _BEFORE) : at]
        if section is not None and s.start >= section.start
    ]
    heading = (section.heading or "") if section is not None else ""
    target = "" if row.about is About.MOTION else row.target
    text = " ".join((heading, target, *before, row.evidence.text))
    return _Passage(terms(text), row, row.evidence.start, row.evidence.end, heading)


def _by_number(request: str, heading: str) -> float:
    """How the numbers of a proposal and of a heading bear on their match; 1 where either has none."""
    one, other = _NUMBER.match(request), _NUMBER.match(heading)
    if one is None or other is None:
        return 1.0
    return _SAME_NUMBER if one[1] == other[1] else _OTHER_NUMBER


def _sentences(letter: Letter) -> list[_Passage]:
    spoken = (ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM, ParagraphKind.TABLE_ROW)
    return [
        _Passage(terms(letter.text[s.start : s.end]), None, s.start, s.end)
        for s in letter.sentences
        if letter.paragraphs[s.paragraph].kind in spoken
    ]


def _weights(passages: Sequence[_Passage]) -> Counter[str]:
    """Stem to its weight in millionths: the rarer in the letter, the more it tells."""
    number = Counter(term for passage in passages for term in passage.terms)
    total = len(passages) + 1
    return Counter({term: round(1e6 * math.log(1 + total / count)) for term, count in number.items()})


def _share(asked: frozenset[str], said: frozenset[str], weights: Counter[str]) -> float:
    """The share of the weight of what is asked that is said too, 0-1."""
    if not asked:
        return 0.0
    # A word that the letter does not have weighs as much as its words do on average.
    rare = round(sum(weights.values()) / len(weights)) if weights else 1
    weight = {term: weights.get(term) or _like(term, weights) or rare for term in asked}
    shared = sum(weight[term] for term in asked if term in said or any(_parts(term, other) for other in said))
    return shared / sum(weight.values())


def _like(term: str, weights: Counter[str]) -> int:
    return max((weight for other, weight in weights.items() if _parts(term, other)), default=0)


def _parts(one: str, other: str) -> bool:
    """Whether one stem is the first or last part of the other, as of a compound."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _PART and (long.startswith(short) or long.endswith(short))
