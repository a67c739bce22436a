"""Which paragraphs are headings, and on which level."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from letteranalyser.models.layout import Block
from letteranalyser.split.positioned.measure import Measures
from letteranalyser.split.positioned.numbering import heading_depth, is_numbered
from letteranalyser.split.positioned.paragraphs import Paragraph, ends_sentence
from letteranalyser.split.salutation import is_closing, is_salutation
from letteranalyser.vocabulary import load

_MOST_ROWS = 3
_LONGEST = 220
_LONGEST_PLAIN = 70
_LARGER = 0.6
_LIST_RUN = 3
_SPACE_STEP = 0.5
"""Line pitches by which the room over a heading must be greater to set it on a higher level."""
_WIDE = 2.6
_SET_APART = 1.5
_ROOM_ABOVE = 1.5
_FULL = 0.05
"""A row that leaves less than this share of its column free is full."""
_ITALIC, _UNDERLINED, _BOLD, _BOLD_CAPITALS = 1, 2, 3, 4
"""What makes a heading stand out, from the lowest to the highest level."""
_QUOTES = ("“", "«", "„", '"')


@dataclass(frozen=True)
class Look:
    """How a heading looks: the greater, the higher its level."""

    size: float
    weight: int
    depth: int


class Room(NamedTuple):
    """Room over and under a heading, in line pitches; 0 where a page ends or a box has its own."""

    above: float
    below: float


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {key: re.compile(value, re.IGNORECASE) for key, value in load("page_parts")["headings"].items()}


def find_headings(elements: Sequence[Paragraph | Block], measures: Measures) -> dict[int, int]:
    """Index of each paragraph that is a heading, with its level, 1 the highest."""
    looks = {
        index: look
        for index, element in enumerate(elements)
        if isinstance(element, Paragraph)
        and (look := _look(element, _at(elements, index - 1), _at(elements, index + 1), measures))
    }
    for run in _runs(looks):
        if len(run) >= _LIST_RUN and all(looks[i] == looks[run[0]] for i in run):
            for index in run:
                del looks[index]
    return _levels(elements, looks, measures)


def _at(elements: Sequence[Paragraph | Block], index: int) -> Paragraph | None:
    element = elements[index] if 0 <= index < len(elements) else None
    return element if isinstance(element, Paragraph) else None


def _runs(looks: dict[int, Look]) -> list[list[int]]:
    """Headings that follow each other with the same look and nothing between them: a list."""
    runs: list[list[int]] = []
    for index in sorted(looks):
        if runs and runs[-1][-1] == index - 1 and looks[runs[-1][-1]] == looks[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _text(paragraph: Paragraph) -> str:
    return " ".join(" ".join(w.text for w in row.words if not w.raised) for row in paragraph.rows).strip()


def _look(
    paragraph: Paragraph, before: Paragraph | None, after: Paragraph | None, measures: Measures
) -> Look | None:
    """The look of a heading, or None for a paragraph that is none."""
    text = _text(paragraph)
    if not _may_be(paragraph, text):
        return None
    weight = _weight(paragraph, text)
    size = paragraph.first.size
    depth = heading_depth(paragraph.first)
    if _patterns()["numbered_words"].match(text) or _patterns()["annex"].match(text):
        is_heading = weight > 0 or not text.endswith(".")
        depth = 0
    elif text.endswith(".") and not (weight >= _BOLD and depth and len(text) < _LONGEST_PLAIN):
        is_heading = False
    elif weight == _ITALIC:
        full = len(paragraph.rows) > 1 and paragraph.last.room < _FULL * paragraph.last.limit
        is_heading = not full and not _is_quotation(text, after)
    else:
        larger = size > measures.size + _LARGER
        is_heading = weight > 0 or larger or _is_plain_heading(paragraph, text, before, after, measures)
    return Look(size, weight, depth) if is_heading else None


def _weight(paragraph: Paragraph, text: str) -> int:
    if all(r.bold for r in paragraph.rows):
        return _BOLD_CAPITALS if text.isupper() else _BOLD
    if all(r.underlined for r in paragraph.rows):
        return _UNDERLINED
    return _ITALIC if all(r.italic for r in paragraph.rows) else 0


def _may_be(paragraph: Paragraph, text: str) -> bool:
    letters = re.search(r"[^\W\d_]", text)
    if not letters or len(paragraph.rows) > _MOST_ROWS or len(text) > _LONGEST:
        return False
    first = text[letters.start()]
    if (
        first.islower()
        and not paragraph.first.words[0].text[:1].isdigit()
        and not is_numbered(paragraph.first)
    ):
        return False
    if paragraph.first.bullet or text[-1] in ",;" or is_salutation(text) or is_closing(text):
        return False
    return not _patterns()["captions"].match(text)


def _is_quotation(text: str, after: Paragraph | None) -> bool:
    """Whether an italic paragraph is quoted text: in quotation marks, or followed by more of it."""
    if text.startswith(_QUOTES) and text[-1] in '”»“".':
        return True
    if after is None:
        return True
    return all(r.italic for r in after.rows) and not all(r.bold for r in after.rows) and len(after.rows) > 1


def _is_plain_heading(
    paragraph: Paragraph,
    text: str,
    before: Paragraph | None,
    after: Paragraph | None,
    measures: Measures,
) -> bool:
    """Whether a paragraph without a look of its own is a heading: a short line, with room over it and text under it."""
    row = paragraph.first
    alone = len(paragraph.rows) == 1 and len(text) <= _LONGEST_PLAIN and text[-1] not in ".:;,?!)"
    if not alone or after is None or before is None or row.box is not None:
        return False
    return (
        abs(row.x0 - measures.left) <= measures.size
        and ends_sentence(before.last)
        and (paragraph.above is None or paragraph.above >= _ROOM_ABOVE * measures.pitch)
        and not after.item
        and len(after.rows) > 1
        and not after.first.text[:1].islower()
    )


def _levels(
    elements: Sequence[Paragraph | Block], looks: dict[int, Look], measures: Measures
) -> dict[int, int]:
    """Levels by what is open: a heading lies under the last one that outranks it."""
    levels: dict[int, int] = {}
    stack: list[tuple[Look, Room]] = []
    numbered = any(look.depth for look in looks.values())
    for index in sorted(looks):
        look = _as_chapter(looks[index], _at(elements, index)) if numbered else looks[index]
        placed = (look, _room(elements, index, measures))
        while stack and not _outranks(stack[-1], placed):
            stack.pop()
        levels[index] = len(stack) + 1
        stack.append(placed)
    return levels


def _as_chapter(look: Look, heading: Paragraph | None) -> Look:
    """A title of the kind that closes a letter (``Tot slot``) stands beside numbered chapters, though it has no number."""
    if heading is None or look.depth or _text(heading).casefold().rstrip(":") not in _closing_titles():
        return look
    return replace(look, depth=1)


@cache
def _closing_titles() -> frozenset[str]:
    return frozenset(load("letterhead")["headings"]["closing"])


def _room(elements: Sequence[Paragraph | Block], index: int, measures: Measures) -> Room:
    element, after = _at(elements, index), _at(elements, index + 1)
    boxed = element is None or element.first.box is not None
    above = 0.0 if boxed or element is None or element.above is None else element.above / measures.pitch
    below = 0.0 if after is None or after.above is None else after.above / measures.pitch
    return Room(above, below)


def _outranks(upper: tuple[Look, Room], lower: tuple[Look, Room]) -> bool:
    """Whether a heading lies under another that was open before it."""
    (one, one_room), (other, other_room) = upper, lower
    if abs(one.size - other.size) > _LARGER:
        return one.size > other.size
    if one.depth and other.depth:
        return one.depth < other.depth
    if one.weight != other.weight:
        return one.weight > other.weight
    if one.depth and not other.depth:
        return not _like_chapter(one, one_room, other_room)
    return False


def _like_chapter(numbered: Look, its: Room, other: Room) -> bool:
    """Whether a heading without number is set as wide as a numbered one of the same look, so that it is no part of it."""
    if its.below > _SET_APART and other.below < _SET_APART:
        return False
    if numbered.depth == 1:
        return its.above > _WIDE and other.above > its.above - _SPACE_STEP
    return other.above > its.above + _SPACE_STEP
