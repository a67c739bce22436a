"""Which part of a page each row belongs to: letterhead, running text, footnotes, or heads, feet and margins."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from letteranalyser.models.layout import Page, Rule, Table
from letteranalyser.split.positioned.boxes import find_boxes
from letteranalyser.split.positioned.measure import Measures, same_format
from letteranalyser.split.positioned.notezone import note_start
from letteranalyser.split.positioned.opening import letterhead_end
from letteranalyser.split.positioned.rows import Row, is_underlined
from letteranalyser.vocabulary import load

_HEAD = 0.18
"""A running head stands in this part of the page's height, a running foot in the last part."""
_FOOT = 0.85
_LONELY = 1.6
"""A page number is this many line pitches away from the text."""
_MANY = 4
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:pagina|blad|page|p\.)\s*)?[-–\s]{0,3}\d{1,4}[-–\s]{0,3}(?:(?:van|/|of)\s*\d{1,4})?", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,4}")


@dataclass
class Sheet:
    """One page, its rows sorted into parts, each from top to bottom.

    Attributes:
        page: the page as it was read.
        body: running text, headings, lists, and rows of tables.
        notes: rows of footnotes.
        letterhead: groups of rows that belong together, of the letterhead and of margins.
        boxes: drawn boxes, in order from the top.
    """

    page: Page
    body: list[Row] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    letterhead: list[list[Row]] = field(default_factory=list)
    boxes: tuple[Rule, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """Tables with drawn rules."""
        return self.page.tables


@cache
def furniture_pattern() -> re.Pattern[str]:
    """Heads and feet of pages that can be told by their words."""
    return re.compile("|".join(load("page_parts")["furniture"]["rows"]), re.IGNORECASE)


def make_sheets(pages: Sequence[Page], measures: Measures) -> list[Sheet]:
    """Sort the rows of every page into its parts."""
    cut = [_cut_columns(page, measures) for page in pages]
    repeated = _repeated([rows for rows, _ in cut], pages)
    sheets = []
    for index, (page, (rows, margin)) in enumerate(zip(pages, cut, strict=True)):
        sheet = Sheet(page, boxes=find_boxes(page.rules, measures, page))
        body, furniture = _take_furniture(rows, page, measures, repeated)
        if index == 0:
            end = letterhead_end(body, measures)
            sheet.letterhead += _grouped(body[:end])
            body = body[end:]
        sheet.letterhead += _grouped(margin)
        sheet.letterhead += [[bare] for row in furniture if (bare := _without_page_number(row))]
        start = note_start(body, page, measures)
        sheet.notes = body[start:]
        sheet.body = _limited([_boxed(row, sheet.boxes) for row in body[:start]], page, sheet.boxes, measures)
        sheets.append(sheet)
    return sheets


def _cut_columns(page: Page, measures: Measures) -> tuple[list[Row], list[Row]]:
    """Rows of the running text, and rows of the margins."""
    edge = measures.margin if same_format(page, measures.width) else None
    if edge is not None and _crossings(page, edge, measures) > 1:
        edge = None
    rows: list[Row] = []
    margin: list[Row] = []
    for line in page.lines:
        if not line.words:
            continue
        right = tuple(w for w in line.words if edge is not None and w.x0 >= edge)
        words = tuple(w for w in line.words if edge is None or w.x0 < edge)
        if right:
            margin.append(Row(page.number, right))
        if words and measures.left_margin and line.top > _FOOT * page.height:
            left = tuple(w for w in words if w.x1 < measures.left - 1)
            if left:
                margin.append(Row(page.number, left))
                words = words[len(left) :]
        if words:
            rows.append(Row(page.number, words, underlined=is_underlined(words, page.rules)))
    rows.sort(key=lambda r: r.top)
    return rows, margin


def _crossings(page: Page, edge: float, measures: Measures) -> int:
    """Words of running text that reach over the edge of the margin column: a wide table, a page in another format."""
    return sum(
        1
        for line in page.lines
        for w in line.words
        if w.x0 < edge - 2 and w.x1 > edge + 2 and not w.size > measures.size + 1
    )


def _repeated(sheets: Sequence[Sequence[Row]], pages: Sequence[Page]) -> set[tuple[str, int]]:
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


def _take_furniture(
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
        ):
            furniture.append(row)
        else:
            body.append(row)
    return body, furniture


def _without_page_number(row: Row) -> Row | None:
    """A running head or foot without the number of the page; None if that is all there is."""
    if _PAGE_NUMBER.fullmatch(row.text):
        return None
    numbered = row.words[-1].text == str(row.page) and row.words[-1].x0 - row.words[-2].x1 > row.size
    return replace(row, words=row.words[:-1]) if numbered else row


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


def _grouped(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that follow each other closely, together."""
    groups: list[list[Row]] = []
    for row in sorted(rows, key=lambda r: r.top):
        if (
            groups
            and row.top - groups[-1][-1].top <= 1.35 * max(row.size * 1.3, groups[-1][-1].size * 1.2)
            and _near(groups[-1][-1], row)
        ):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _near(above: Row, row: Row) -> bool:
    return above.x0 < row.x1 and row.x0 < above.x1


def _boxed(row: Row, boxes: Sequence[Rule]) -> Row:
    """A row with the box in which it stands."""
    middle = (row.top + row.bottom) / 2
    for index, box in enumerate(boxes):
        if box.top <= middle <= box.bottom and box.x0 - 2 <= row.x0 and row.x1 <= box.x1 + 8:
            return replace(row, box=index)
    return row


def _box_limit(rows: Sequence[Row], box: Rule) -> float:
    """Where full rows end in a box: what many rows show, else as far from its edge as their start from the other."""
    if not rows:
        return box.x1
    longest = max(row.x1 for row in rows)
    return longest if len(rows) >= _MANY else max(longest, box.x1 - (min(r.x0 for r in rows) - box.x0))


def _limited(rows: Sequence[Row], page: Page, boxes: Sequence[Rule], measures: Measures) -> list[Row]:
    """The rows with the right edge of their column: of the letter, of their box, or of a page in another format."""
    ends = {index: _box_limit([r for r in rows if r.box == index], box) for index, box in enumerate(boxes)}
    edge = measures.right
    if not same_format(page, measures.width):
        edge = max((row.x1 for row in rows), default=edge)
    return [replace(row, limit=edge if row.box is None else ends[row.box]) for row in rows]
