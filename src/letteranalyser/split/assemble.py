"""Blocks to the reading text, with every offset that the later stages need.

Offsets are counted once, here: blocks are laid out one after another, and marks and page breaks move along with them.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from letteranalyser.models.analysis import Footnote, Section
from letteranalyser.models.layout import Block, BlockKind, Document
from letteranalyser.models.letter import Letter, Paragraph, ParagraphKind, Sentence
from letteranalyser.split.letterhead import read_letterhead
from letteranalyser.split.salutation import is_closing, is_salutation
from letteranalyser.split.sentences import split_sentences

_KINDS = {
    BlockKind.HEADING: ParagraphKind.HEADING,
    BlockKind.LIST_ITEM: ParagraphKind.LIST_ITEM,
    BlockKind.SIGNATURE: ParagraphKind.SIGNATURE,
}
_LINE_BREAKS = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_WHOLE = frozenset(
    {ParagraphKind.HEADING, ParagraphKind.SALUTATION, ParagraphKind.SIGNATURE, ParagraphKind.TABLE_ROW}
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?")


@dataclass(slots=True)
class _Piece:
    """One paragraph to be: its text without line breaks, and offsets in it."""

    text: str
    kind: ParagraphKind
    page: int | None
    level: int = 0
    heads: tuple[str | None, ...] = ()
    close: bool = False
    """Whether it follows the one before without a blank line (rows of one table, lines of one signature)."""
    marks: tuple[tuple[int, str], ...] = ()
    breaks: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Layout:
    """The text as far as it has been laid out."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=list)
    page_starts: list[tuple[int, int]] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)

    def add(self, piece: _Piece, *, paged: bool) -> None:
        if self.parts:
            gap = "\n" if piece.close else "\n\n"
            self.parts.append(gap)
            self.length += len(gap)
        start = self.length
        self.starts.append(start)
        self.parts.append(piece.text)
        self.length += len(piece.text)
        self.marks += [(start + offset, marker) for offset, marker in piece.marks]
        if paged:
            for offset, page in ((0, piece.page), *piece.breaks):
                last = self.page_starts[-1][1] if self.page_starts else 0
                if page is not None and page > last:
                    self.page_starts.append((start + offset, page))


def assemble(blocks: Sequence[Block], document: Document) -> Letter:
    """Lay out the blocks as one text and say where everything lies in it.

    Args:
        blocks: in reading order; letterhead and footnotes are kept out of the text.
        document: what they were read from, for whether it has pages.
    """
    paged = document.page_count is not None
    pieces = [piece for block in blocks for piece in _pieces(block)]
    layout = _Layout()
    for piece in pieces:
        layout.add(piece, paged=paged)
    text = "".join(layout.parts)
    sections = _sections(pieces, layout, paged=paged)
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for index, (piece, start) in enumerate(zip(pieces, layout.starts, strict=True)):
        end = start + len(piece.text)
        section = sections[bisect_right(sections, start, key=lambda s: s.start) - 1].id
        page = _page(layout, start)
        paragraphs.append(Paragraph(start, end, piece.kind, section, page, piece.heads))
        spans = [(0, end - start)] if piece.kind in _WHOLE else split_sentences(piece.text)
        sentences += [Sentence(start + a, start + b, index) for a, b in spans]
    notes = _footnotes(blocks, layout.marks, paged=paged)
    head, problems = read_letterhead(blocks)
    return Letter(
        head=head,
        text=text,
        sections=tuple(sections),
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        footnotes=notes,
        footnote_sentences=tuple(
            (note.marker, tuple(Sentence(a, b, -1) for a, b in split_sentences(note.text))) for note in notes
        ),
        page_starts=tuple(layout.page_starts),
        problems=problems,
    )


def _pieces(block: Block) -> Iterator[_Piece]:
    if block.kind in (BlockKind.LETTERHEAD, BlockKind.FOOTNOTE):
        return
    if block.kind is BlockKind.TABLE and block.rows:
        yield from _rows(block)
    elif block.kind is BlockKind.SIGNATURE:
        close = False
        offset = 0
        for line in block.text.split("\n"):
            piece = _piece(block, ParagraphKind.SIGNATURE, line, offset)
            offset += len(line) + 1
            if piece:
                piece.close, close = close, True
                yield piece
    else:
        kind = _KINDS.get(block.kind, ParagraphKind.PARAGRAPH)
        if kind is ParagraphKind.PARAGRAPH and (is_salutation(block.text) or is_closing(block.text)):
            kind = ParagraphKind.SALUTATION
        if piece := _piece(block, kind, block.text, 0):
            yield piece


def _piece(block: Block, kind: ParagraphKind, text: str, offset: int) -> _Piece | None:
    """A part of a block as a paragraph, without the white space around it; None if nothing is left."""
    line = _LINE_BREAKS.sub(" ", text)
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    if start >= end:
        return None
    low, high = offset + start, offset + end
    breaks = tuple((min(max(at, low), high) - low, page) for at, page in block.breaks if at < high)
    marks = tuple(
        (min(max(at, low), high) - low, m) for at, m in block.marks if offset <= at <= offset + len(line)
    )
    return _Piece(line[start:end], kind, block.page, block.level, marks=marks, breaks=breaks)


def _rows(block: Block) -> Iterator[_Piece]:
    rows = [tuple(" ".join(cell.split()) if cell else None for cell in row) for row in block.rows]
    heads = rows[0] if _is_head(rows[0]) and len(rows) > 1 else ()
    for index, row in enumerate(rows):
        text = "\t".join(cell or "" for cell in row).rstrip()
        if text.strip():
            yield _Piece(
                text, ParagraphKind.TABLE_ROW, block.page, heads=heads if index else (), close=index > 0
            )


def _is_head(row: tuple[str | None, ...]) -> bool:
    """Whether the first row holds column headings: words or years, no figures."""
    return all(
        not cell or _YEAR.fullmatch(cell) or not any(c.isdigit() for c in cell) or not index
        for index, cell in enumerate(row)
    )


def _page(layout: _Layout, offset: int) -> int | None:
    index = bisect_right(layout.page_starts, offset, key=lambda p: p[0]) - 1
    return layout.page_starts[index][1] if index >= 0 else None


def _sections(pieces: Sequence[_Piece], layout: _Layout, *, paged: bool) -> list[Section]:
    """Sections in reading order without gaps; there is always one if there is text."""
    begins = [
        (start, piece.text, max(piece.level, 1))
        for piece, start in zip(pieces, layout.starts, strict=True)
        if piece.kind is ParagraphKind.HEADING
    ]
    opening: list[tuple[int, str | None, int]] = (
        [(0, None, 1)] if pieces and (not begins or begins[0][0] > 0) else []
    )
    marks = [*opening, *begins]
    ends = [*(start for start, _, _ in marks[1:]), layout.length][: len(marks)]
    return [
        Section(
            id=f"s{index}",
            heading=heading,
            level=level,
            start=start,
            end=end,
            page=_page(layout, start) if paged else None,
        )
        for index, ((start, heading, level), end) in enumerate(zip(marks, ends, strict=True))
    ]


def _footnotes(
    blocks: Sequence[Block], marks: Sequence[tuple[int, str]], *, paged: bool
) -> tuple[Footnote, ...]:
    """Footnotes with the place of their mark.

    Where numbering starts anew on a page, the second note 1 is called ``1-2``, so that a marker names one note.
    """
    anchors: dict[str, list[int]] = {}
    for offset, marker in marks:
        anchors.setdefault(marker, []).append(offset)
    seen: Counter[str] = Counter()
    notes = []
    for block in blocks:
        if block.kind is not BlockKind.FOOTNOTE or not block.text.strip():
            continue
        marker = block.marker or "*"
        at = anchors.get(marker, [])
        count = seen[marker]
        seen[marker] += 1
        notes.append(
            Footnote(
                marker=marker if not count else f"{marker}-{count + 1}",
                text=_LINE_BREAKS.sub(" ", block.text).strip(),
                page=block.page if paged else None,
                anchor=at[count] if count < len(at) else None,
            )
        )
    return tuple(notes)
