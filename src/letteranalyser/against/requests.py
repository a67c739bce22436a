"""The requests of a motion or note.

A motion asks in its dictum (``verzoekt de regering …``), and nothing else in it counts. A note asks in headings that name or
number proposals; where it has none, in lists under a sentence that announces them, and in sentences of its own
(``Wij stellen voor …``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from letteranalyser.models.analysis import Span
from letteranalyser.models.letter import Letter, ParagraphKind
from letteranalyser.vocabulary import load
from letteranalyser.vocabulary.headings import names_proposal

_LEAST = 8
"""Code points; less is no request."""
_ENOUGH_HEADINGS = 2
_ITEM = re.compile(r"^\s*(?:[–•▪*-]|\(?[a-z0-9]{1,2}[.)°])\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    dictum: re.Pattern[str]
    end: re.Pattern[str]
    asks: re.Pattern[str]
    lists: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = load("requests")
    motion, note = data["motion"], data["note"]
    return _Patterns(
        dictum=re.compile(rf"(?<!\w)(?:{'|'.join(motion['dictum'])}){motion['lead']}", re.IGNORECASE),
        end=re.compile(motion["end"], re.IGNORECASE),
        asks=re.compile(rf"(?<!\w)(?:{'|'.join(note['asks'])})", re.IGNORECASE),
        lists=re.compile(note["lists"], re.IGNORECASE),
    )


def find_requests(note: Letter) -> tuple[Span, ...]:
    """The requests of a motion or note, in reading order.

    Args:
        note: the motion or note, split as a letter is.
    """
    for found in (_of_dictum(note), _of_headings(note), _of_lists_and_sentences(note)):
        spans = tuple(found)
        if spans:
            return spans
    return ()


def _of_dictum(note: Letter) -> Iterator[Span]:
    """What a motion asks the government; each address of a dictum opens a request."""
    opened = list(_patterns().dictum.finditer(note.text))
    for index, match in enumerate(opened):
        stop = opened[index + 1].start() if index + 1 < len(opened) else len(note.text)
        end = _patterns().end.search(note.text, match.end(), stop)
        stop = end.start() if end else stop
        pieces = _pieces(note, match.end(), stop)
        for start, finish in pieces:
            yield from _span(note, start, finish, "against.dictum")


def _pieces(note: Letter, start: int, stop: int) -> list[tuple[int, int]]:
    """A dictum's request: the paragraph in which it begins, or the items of the list that follows at once."""
    at = note.paragraph_at(start)
    if at is None:
        return []
    first = note.paragraphs[at]
    text = note.text[start : min(first.end, stop)].strip()
    items = []
    if len(text) < _LEAST:
        for paragraph in note.paragraphs[at + (0 if not text else 1) :]:
            if paragraph.start >= stop or paragraph.kind is not ParagraphKind.LIST_ITEM:
                if paragraph.start > start:
                    break
                continue
            items.append((paragraph.start, min(paragraph.end, stop)))
    return items or [(start, min(first.end, stop))]


def _of_headings(note: Letter) -> Iterator[Span]:
    """Headings that name or number proposals, where there are at least two."""
    named = [s for s in note.sections if s.heading and names_proposal(s.heading)]
    if len(named) < _ENOUGH_HEADINGS:
        return
    for section in named:
        heading = section.heading or ""
        yield note.span(section.start, section.start + len(heading), "against.heading")


def _of_lists_and_sentences(note: Letter) -> Iterator[Span]:
    """Items of lists that are announced as requests, and sentences that ask."""
    announced = False
    for sentence in note.sentences:
        paragraph = note.paragraphs[sentence.paragraph]
        text = note.text[sentence.start : sentence.end]
        if paragraph.kind is ParagraphKind.LIST_ITEM and announced:
            if sentence.start == paragraph.start:
                yield from _span(note, paragraph.start, paragraph.end, "against.list")
            continue
        announced = _patterns().lists.search(text.rstrip()) is not None
        if announced or paragraph.kind is ParagraphKind.HEADING:
            continue
        if _patterns().asks.search(text):
            yield from _span(note, sentence.start, sentence.end, "against.sentence")


def _span(note: Letter, start: int, end: int, rule: str) -> Iterator[Span]:
    """A span without the mark of a list item and the punctuation at its ends."""
    text = note.text[start:end]
    mark = _ITEM.match(text)
    start += mark.end() if mark else len(text) - len(text.lstrip(" ,:;\n\t"))
    kept = note.text[start:end].rstrip(" ,;.\n\t")
    if len(kept) >= _LEAST:
        yield note.span(start, start + len(kept), rule)
