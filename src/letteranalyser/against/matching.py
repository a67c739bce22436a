"""Which rows and passages of a letter answer a request.

A request and a passage are compared by their words, see ``words``, each weighing the more the rarer it is in the letter
(inverse document frequency, Spärck Jones 1972). A row counts with the heading over it and the sentences before it that say
what it is about: not those in which something else is answered.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from letteranalyser.against.words import Word, alike, words
from letteranalyser.models.against import Answer, Answered
from letteranalyser.models.analysis import About, AlignmentRow, Span
from letteranalyser.models.letter import Letter, ParagraphKind, Sentence

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
_NUMBER = re.compile(r"\W*(?:[^\W\d]{3,20}\s+)?(\d{1,2})[.):\s]")
"""The number of a heading: ``3. Stages``, ``Aanbeveling 3: …``."""
_SAME_NUMBER, _OTHER_NUMBER = 1.6, 0.5
"""What it does to a match of numbered proposals if their numbers agree or differ."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """Something of the letter that may answer: a row with what stands around it, or a sentence."""

    words: tuple[Word, ...]
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
    said = dict(
        zip(letter.sentences, words(letter.text[s.start : s.end] for s in letter.sentences), strict=True)
    )
    passages = [*(_around(letter, row, rows, said) for row in rows), *_sentences(letter, said)]
    weights = _weights(passages)
    asked = words(request.text for request in requests)
    return tuple(
        _answer(request, own, letter, passages, weights) for request, own in zip(requests, asked, strict=True)
    )


def _answer(
    request: Span,
    asked: Sequence[Word],
    letter: Letter,
    passages: Sequence[_Passage],
    weights: Counter[str],
) -> Answer:
    scored = [
        (min(1.0, _share(asked, p.words, weights) * _by_number(request.text, p.heading)), p) for p in passages
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


def _around(
    letter: Letter,
    row: AlignmentRow,
    rows: Sequence[AlignmentRow],
    said: Mapping[Sentence, tuple[Word, ...]],
) -> _Passage:
    """A row with its target, the heading over it and the sentences before it that are about the same."""
    at = letter.sentence_at(row.evidence.start) or 0
    section = letter.section_at(row.evidence.start)
    others = [
        other.evidence
        for other in rows
        if (other.about, other.target_id or other.target) != (row.about, row.target_id or row.target)
    ]
    found = [said[letter.sentences[at]]]
    for sentence in reversed(letter.sentences[max(0, at - _BEFORE) : at]):
        if section is None or sentence.start < section.start:
            break
        if any(sentence.start <= other.start < sentence.end for other in others):
            break
        found.append(said[sentence])
    heading = (section.heading or "") if section is not None else ""
    target = "" if row.about is About.MOTION else row.target
    found += words((heading, target))
    every = tuple(word for own in found for word in own)
    return _Passage(every, row, row.evidence.start, row.evidence.end, heading)


def _by_number(request: str, heading: str) -> float:
    """How the numbers of a proposal and of a heading bear on their match; 1 where either has none."""
    one, other = _NUMBER.match(request), _NUMBER.match(heading)
    if one is None or other is None:
        return 1.0
    return _SAME_NUMBER if one[1] == other[1] else _OTHER_NUMBER


def _sentences(letter: Letter, said: Mapping[Sentence, tuple[Word, ...]]) -> list[_Passage]:
    spoken = (ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM, ParagraphKind.TABLE_ROW)
    return [
        _Passage(said[s], None, s.start, s.end)
        for s in letter.sentences
        if letter.paragraphs[s.paragraph].kind in spoken
    ]


def _weights(passages: Sequence[_Passage]) -> Counter[str]:
    """Form to its weight in millionths: the rarer in the letter, the more it tells."""
    number = Counter(
        form for passage in passages for form in {form for word in passage.words for form in word}
    )
    total = len(passages) + 1
    return Counter({form: round(1e6 * math.log(1 + total / count)) for form, count in number.items()})


def _share(asked: Sequence[Word], said: Sequence[Word], weights: Counter[str]) -> float:
    """The share of the weight of what is asked that is said too, 0-1."""
    if not asked:
        return 0.0
    # A word that the letter does not have weighs as much as its words do on average.
    rare = round(sum(weights.values()) / len(weights)) if weights else 1
    forms = {form for word in said for form in word}
    total = shared = 0
    for word in dict.fromkeys(asked):
        weight = max((weights[form] for form in word), default=0) or _like(word, weights) or rare
        total += weight
        if any(alike(one, other) for one in word for other in forms):
            shared += weight
    return shared / total


def _like(word: Word, weights: Counter[str]) -> int:
    return max(
        (weight for other, weight in weights.items() if any(alike(one, other) for one in word)), default=0
    )
