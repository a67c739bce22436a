"""What stands at the head and foot of pages and is no part of the text: running heads and feet, page numbers."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from letteranalyser.models.layout import Page
from letteranalyser.split.positioned.measure import Measures
from letteranalyser.split.positioned.rows import Row
from letteranalyser.vocabulary import load

_HEAD = 0.18
"""A running head stands in this part of the page's height, a running foot in the last part."""
_FOOT = 0.85
_VERY_HEAD = 0.12
_LONELY = 1.6
"""A page number is this many line pitches away from the text."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:pagina|blad|page|p\.)\s*)?[-–\s]{0,3}\d{1,4}[-–\s]{0,3}(?:(?:van|/|of)\s*\d{1,4})?", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,4}")


@cache
def furniture_pattern() -> re.Pattern[str]:
    """Heads and feet of pages that can be told by their words."""
    return re.compile("|".join(load("page_parts")["furniture"]["rows"]), re.IGNORECASE)


def repeated_texts(sheets: Sequence[Sequence[Row]], pages: Sequence[Page]) -> set[tuple[str, int]]:
    """Texts that stand at the same height at the head or foot of several pages, the page's number left out."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for rows, page in zip(sheets, pages, strict=True):
        for row in rows:
            outside = row.bottom < _HEAD * page.height or row.top > _FOOT * page.height
            if outside and not row.words[0].raised:
                for key in _keys(row):
                    seen[key].add(page.number)
    least = max(2, len(pages) // 3)
    return {key for key, numbers in seen.items() if len(numbers) >= least}


def _keys(row: Row) -> list[tuple[str, int]]:
    text = _DIGITS.sub(lambda m: "#" if m.group() == str(row.page) else m.group(), row.text)
    height = round(row.top / 3)
    return [(text, height - 1), (text, height), (text, height + 1)]


def take_furniture(
    rows: Sequence[Row], page: Page, measures: Measures, repeated: set[tuple[str, int]]
) -> tuple[list[Row], list[Row]]:
    """The rows without running heads, running feet and page numbers, and these."""
    body: list[Row] = []
    furniture: list[Row] = []
    for index, row in enumerate(rows):
        at_head, at_foot = row.bottom < _HEAD * page.height, row.top > _FOOT * page.height
        if (at_head or at_foot) and (
            (furniture_pattern().match(row.text) and (at_foot or page.number > 1))
            or (_keys(row)[1] in repeated and not row.words[0].raised)
            or _is_page_number(rows, index, page, measures)
            or _is_small_and_alone(rows, index, page, measures)
        ):
            furniture.append(row)
        else:
            body.append(row)
    return body, furniture


def without_page_number(row: Row) -> Row | None:
    """A running head or foot without the number of the page; None if that is all there is."""
    if _PAGE_NUMBER.fullmatch(row.text):
        return None
    numbered = row.words[-1].text == str(row.page) and row.words[-1].x0 - row.words[-2].x1 > row.size
    return replace(row, words=row.words[:-1]) if numbered else row


def _is_small_and_alone(rows: Sequence[Row], index: int, page: Page, measures: Measures) -> bool:
    """Whether a row is small print over the text of a later page, away from it: the head of a letter in two pages."""
    row = rows[index]
    return (
        index == 0
        and page.number > 1
        and len(rows) > 1
        and row.bottom < _VERY_HEAD * page.height
        and measures.is_small(row.size)
        and rows[1].top - row.top > _LONELY * measures.pitch
    )


def _is_page_number(rows: Sequence[Row], index: int, page: Page, measures: Measures) -> bool:
    """Whether a row is a number alone at the head or foot, away from the text."""
    row = rows[index]
    if not _NUMBER.fullmatch(row.text.strip("-– ")):
        return False
    last, first = index == len(rows) - 1, index == 0
    if last:
        return (
            index == 0
            or row.top - rows[index - 1].top > _LONELY * measures.pitch
            or int(row.text.strip("-– ")) == page.number
        )
    return first and rows[1].top - row.top > _LONELY * measures.pitch
