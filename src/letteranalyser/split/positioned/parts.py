"""What each row of a page was taken for, for a person who wants to see why."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from letteranalyser.models.layout import Page, Word
from letteranalyser.split.hyphens import document_words
from letteranalyser.split.positioned import make_elements
from letteranalyser.split.positioned.headings import find_headings
from letteranalyser.split.positioned.measure import Measures, measure
from letteranalyser.split.positioned.order import reading_order
from letteranalyser.split.positioned.paragraphs import Paragraph
from letteranalyser.split.positioned.zones import make_sheets

_HEAD, _FOOT = 0.18, 0.85
"""Shares of the height of a page."""


class Part(StrEnum):
    """Parts of a page."""

    BODY = "body"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    TABLE = "table"
    MARGIN = "margin"
    HEAD = "head"
    FOOT = "foot"
    LETTERHEAD = "letterhead"


class PartBox(NamedTuple):
    """A part of a page and where it is, in points from the upper left corner."""

    part: Part
    x0: float
    top: float
    x1: float
    bottom: float


def page_parts(pages: Sequence[Page]) -> Iterator[tuple[int, list[PartBox]]]:
    """For each page its number and its parts: of each line what belongs together, and tables as a whole."""
    if not any(line.words for page in pages for line in page.lines):
        return
    measures = measure(pages)
    sheets = make_sheets(pages, measures)
    known = document_words(row.text for sheet in sheets for row in (*sheet.body, *sheet.notes))
    elements = make_elements(reading_order(sheets, measures, known), measures)
    headed = {
        (row.page, word)
        for index in find_headings(elements, measures)
        if isinstance(paragraph := elements[index], Paragraph)
        for row in paragraph.rows
        for word in row.words
    }
    for sheet in sheets:
        page = sheet.page
        body = {word for row in sheet.body for word in row.words}
        notes = {word for row in sheet.notes for word in row.words}

        def part_of(word: Word) -> Part:
            if (page.number, word) in headed:  # noqa: B023 - called within this turn
                return Part.HEADING
            if word in notes:  # noqa: B023
                return Part.FOOTNOTE
            return Part.BODY if word in body else _outside(word, page, measures)  # noqa: B023

        found = [PartBox(Part.TABLE, t.x0, t.top, t.x1, t.bottom) for t in page.tables]
        for line in page.lines:
            for part, group in groupby(line.words, key=part_of):
                words = list(group)
                found.append(
                    PartBox(
                        part,
                        words[0].x0,
                        min(w.top for w in words),
                        words[-1].x1,
                        max(w.bottom for w in words),
                    )
                )
        yield page.number, found


def _outside(word: Word, page: Page, measures: Measures) -> Part:
    """What a word is that is none of the text."""
    if measures.margin is not None and word.x0 >= measures.margin:
        return Part.MARGIN
    if word.top > _FOOT * page.height:
        return Part.FOOT
    return Part.HEAD if page.number > 1 and word.bottom < _HEAD * page.height else Part.LETTERHEAD
