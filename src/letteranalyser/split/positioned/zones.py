"""Which part of a page each row belongs to: letterhead, running text, footnotes, or heads, feet and margins."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from letteranalyser.models.layout import Page, Rule, Table
from letteranalyser.split.positioned.boxes import find_boxes
from letteranalyser.split.positioned.furniture import (
    furniture_pattern,
    repeated_texts,
    take_furniture,
    without_page_number,
)
from letteranalyser.split.positioned.measure import Measures, same_format
from letteranalyser.split.positioned.notezone import note_start, starts_note
from letteranalyser.split.positioned.opening import letterhead_end
from letteranalyser.split.positioned.rows import Row, is_underlined

_MANY = 4
"""Rows of a box whose longest shows where full rows of it end."""
_FOOT = 0.85
_NOTE_STEP = 1.8


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


def make_sheets(pages: Sequence[Page], measures: Measures) -> list[Sheet]:
    """Sort the rows of every page into its parts."""
    cut = [_cut_columns(page, measures) for page in pages]
    repeated = repeated_texts([rows for rows, _ in cut], pages)
    sheets = []
    for index, (page, (rows, margin)) in enumerate(zip(pages, cut, strict=True)):
        sheet = Sheet(page, boxes=find_boxes(page.rules, measures, page))
        body, furniture = take_furniture(rows, page, measures, repeated)
        if index == 0:
            end = letterhead_end(body, measures)
            sheet.letterhead += _grouped(body[:end])
            body = body[end:]
        body, left = _cut_left_margin(body, measures)
        left, side_notes = _take_side_notes(left)
        aside = [[bare] for row in furniture if (bare := without_page_number(row))]
        sheet.letterhead += _grouped([bare for row in (*margin, *left) if (bare := without_page_number(row))])
        sheet.letterhead += aside
        start = note_start(body, page, measures)
        sheet.notes = [*side_notes, *body[start:]]
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


def _cut_left_margin(rows: Sequence[Row], measures: Measures) -> tuple[list[Row], list[Row]]:
    """The rows without what stands in the left margin beside them, and this.

    A row that starts there and does not go on at the left edge of the text is one of a wide table.
    """
    if not measures.left_margin:
        return list(rows), []
    body: list[Row] = []
    margin: list[Row] = []
    for row in rows:
        left = tuple(w for w in row.words if w.x1 < measures.left - 0.5 * row.size)
        rest = row.words[len(left) :]
        if left and (not rest or abs(rest[0].x0 - measures.left) < 0.3 * row.size):
            margin.append(replace(row, words=left))
            if rest:
                body.append(replace(row, words=rest))
        else:
            body.append(row)
    return body, margin


def _take_side_notes(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Rows of the left margin without footnotes, and these: until about 2008 Kamerstukken had their notes there."""
    rest: list[Row] = []
    notes: list[Row] = []
    for row in rows:
        close = notes and row.page == notes[-1].page and 0 < row.top - notes[-1].top < _NOTE_STEP * row.size
        if starts_note(row) or (close and not furniture_pattern().match(row.text)):
            notes.append(row)
        else:
            rest.append(row)
    return rest, notes


def _crossings(page: Page, edge: float, measures: Measures) -> int:
    """Words of running text that reach over the edge of the margin column: a wide table, a page in another format."""
    return sum(
        1
        for line in page.lines
        for w in line.words
        if w.x0 < edge - 2 and w.x1 > edge + 2 and not w.size > measures.size + 1
    )


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
