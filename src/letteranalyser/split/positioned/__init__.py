"""Pages of positioned lines to blocks in reading order.

First the document is measured (size, column and pitch of its running text), then the rows of each page are sorted into
letterhead, body, footnotes and what repeats; then body rows become paragraphs, over page ends, and paragraphs headings,
list items or plain text.
"""

from collections.abc import Container, Iterable, Sequence

from letteranalyser.models.layout import Block, BlockKind, Page
from letteranalyser.split.hyphens import document_words
from letteranalyser.split.positioned.flow import Flow, MarkTest
from letteranalyser.split.positioned.headings import find_headings
from letteranalyser.split.positioned.measure import Measures, measure
from letteranalyser.split.positioned.notes import mark_test, read_notes
from letteranalyser.split.positioned.order import reading_order
from letteranalyser.split.positioned.paragraphs import Paragraph, goes_on, split_paragraphs
from letteranalyser.split.positioned.rows import Row
from letteranalyser.split.positioned.zones import Sheet, make_sheets

__all__ = ["make_elements", "positioned_blocks"]

_BULLET = "– "
_INTERRUPTION = 40
"""Elements that can stand in the middle of a paragraph: the rows of a long box."""


def positioned_blocks(pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks of a document whose lines have positions, in reading order, footnotes last.

    Args:
        pages: as a reader gives them, each line with its words.
    """
    if not any(line.words for page in pages for line in page.lines):
        return ()
    measures = measure(pages)
    sheets = make_sheets(pages, measures)
    known = document_words(row.text for sheet in sheets for row in (*sheet.body, *sheet.notes))
    notes = read_notes(sheets, known)
    elements = make_elements(reading_order(sheets, measures, known), measures)
    return (*_letterhead(sheets), *_body(elements, measures, known, mark_test(notes)), *notes)


def _letterhead(sheets: Sequence[Sheet]) -> list[Block]:
    """What stands outside the text: of later pages only what the first has not."""
    blocks: list[Block] = []
    seen: set[str] = set()
    for sheet in sheets:
        for group in sheet.letterhead:
            lines = [row.text for row in group]
            new = [line for line in lines if line not in seen]
            seen.update(lines)
            if new:
                blocks.append(Block(BlockKind.LETTERHEAD, "\n".join(lines), sheet.page.number))
    return blocks


def make_elements(order: Iterable[Row | Block], measures: Measures) -> list[Paragraph | Block]:
    """Rows as paragraphs, between the blocks that are finished."""
    elements: list[Paragraph | Block] = []
    rows: list[Row] = []
    for element in order:
        if isinstance(element, Row):
            rows.append(element)
        else:
            elements += split_paragraphs(rows, measures)
            elements.append(element)
            rows = []
    return _mended([*elements, *split_paragraphs(rows, measures)])


def _mended(elements: Sequence[Paragraph | Block]) -> list[Paragraph | Block]:
    """The elements with paragraphs made whole that a box, a table or a figure stands in the middle of."""
    mended: list[Paragraph | Block] = []
    for element in elements:
        if isinstance(element, Paragraph) and element.first.text[:1].islower():
            start = max(0, len(mended) - _INTERRUPTION)
            open_one = next(
                (
                    index
                    for index in range(len(mended) - 2, start - 1, -1)
                    if isinstance(before := mended[index], Paragraph)
                    and goes_on(before, element)
                    and all(_interrupts(m, element) for m in mended[index + 1 :])
                ),
                None,
            )
            interrupted = None if open_one is None else mended[open_one]
            if isinstance(interrupted, Paragraph):
                interrupted.rows.extend(element.rows)
                continue
        mended.append(element)
    return mended


def _interrupts(element: Paragraph | Block, later: Paragraph) -> bool:
    """Whether an element can stand in the middle of a paragraph: it is in a box, or no running text."""
    if isinstance(element, Block):
        return element.kind is BlockKind.TABLE
    first = element.first
    return (first.box is None) != (later.first.box is None) or first.apart or first.size != later.first.size


def _body(
    elements: Sequence[Paragraph | Block], measures: Measures, known: Container[str], is_mark: MarkTest
) -> list[Block]:
    headings = find_headings(elements, measures)
    blocks: list[Block] = []
    for index, element in enumerate(elements):
        if isinstance(element, Block):
            blocks.append(element)
            continue
        block = _block(element, headings.get(index, 0), known, is_mark)
        if block.text:
            blocks.append(block)
    return blocks


def _block(paragraph: Paragraph, level: int, known: Container[str], is_mark: MarkTest) -> Block:
    bullet = paragraph.item and paragraph.first.bullet
    flow = Flow(paragraph.first.page, known, is_mark)
    for index, row in enumerate(paragraph.rows):
        flow.add(row, skip=1 if index == 0 and bullet else 0)
    text, marks, breaks = flow.finish()
    kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM if paragraph.item else BlockKind.PARAGRAPH
    if bullet and text:
        # The same sign for whatever the font had, as the other readers write it.
        shift = len(_BULLET)
        text = _BULLET + text
        marks = tuple((at + shift, marker) for at, marker in marks)
        breaks = tuple((at + shift, page) for at, page in breaks)
    return Block(kind, text, flow.page, level=level, marks=marks, breaks=breaks)
