"""What reading gives: pages of lines, with positions where the format has them, or blocks where it says what is what.

Plain dataclasses and named tuples, not pydantic: a letter of eight pages has four thousand words, and nothing here
comes from outside unchecked. All lengths are in points (1/72 inch); ``top`` counts from the top of the page down.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    # Not at run time: the process that reads letters starts in a third of the time without pydantic.
    from letteranalyser.models.analysis import Problem


class Word(NamedTuple):
    """A word on a page: characters without white space between them."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    """Font size of its first character."""
    bold: bool
    italic: bool
    raised: bool
    """Set above the base line of its line and smaller: a footnote mark, or the e of 7e."""


def spaced(left: Word, right: Word) -> bool:
    """Whether there is white space between two words of a line; without it a mark follows its word."""
    return right.x0 - left.x1 > 0.05


@dataclass(frozen=True, slots=True)
class Line:
    """Words that share a base line, left to right; ``words`` is empty where the format has no positions."""

    text: str
    words: tuple[Word, ...] = ()

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.words[-1].x1

    @property
    def top(self) -> float:
        """Upper edge of its first word that is not raised."""
        return next((w.top for w in self.words if not w.raised), self.words[0].top)

    @property
    def bottom(self) -> float:
        """Lower edge of its first word that is not raised."""
        return next((w.bottom for w in self.words if not w.raised), self.words[0].bottom)

    @property
    def size(self) -> float:
        """Font size of its first word that is not raised."""
        return next((w.size for w in self.words if not w.raised), self.words[0].size)


class Rule(NamedTuple):
    """A drawn line or filled rectangle: the rule above footnotes, an underline, the edge of a box."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page: rows of cells, None where a cell is empty, and the box it takes."""

    rows: tuple[tuple[str | None, ...], ...]
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page; ``number`` counts from 1. ``width`` and ``height`` are 0 where the format has no positions."""

    number: int
    lines: tuple[Line, ...]
    width: float = 0.0
    height: float = 0.0
    rules: tuple[Rule, ...] = ()
    tables: tuple[Table, ...] = ()


class BlockKind(StrEnum):
    """What a block of a letter is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    SIGNATURE = "signature"
    LETTERHEAD = "letterhead"
    """Address, margin column, dossier block: read for the letterhead data, kept out of the text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table or footnote, its lines joined and its hyphens resolved.

    Attributes:
        kind: what it is.
        text: its text; for a letterhead block the lines stay apart, joined by newlines.
        page: page on which it starts, or None.
        level: level of a heading, 1 the highest; 0 for anything else.
        marker: mark of a footnote (``"3"``), else None.
        marks: footnote marks that stand in the text, as (offset in ``text``, marker); the mark itself is not in it.
        breaks: offsets in ``text`` at which a new page starts, as (offset, page).
        rows: rows of cells of a table.
    """

    kind: BlockKind
    text: str
    page: int | None = None
    level: int = 0
    marker: str | None = None
    marks: tuple[tuple[int, str], ...] = ()
    breaks: tuple[tuple[int, int], ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A source that has been read.

    Either ``pages`` (PDF, plain text), whose lines the splitter turns into blocks, or ``blocks`` (formats that say
    themselves what is a heading or a footnote).

    Attributes:
        media_type: for example ``application/pdf``.
        pages: in order; a plain text has one, or one per form feed.
        blocks: in reading order, for formats that mark them.
        page_count: number of pages, None where the format has none.
        positioned: whether the lines carry words with positions.
        ocr: whether text came from optical character recognition.
        problems: what the reader could not do, for the user to know.
    """

    media_type: str
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    page_count: int | None = None
    positioned: bool = False
    ocr: bool = False
    problems: "tuple[Problem, ...]" = field(default=())
