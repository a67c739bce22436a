"""What splitting gives: the letter as a person reads it, and where its parts lie in that text."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from letteranalyser.models.analysis import Footnote, LetterHead, Problem, Section, Span


class ParagraphKind(StrEnum):
    """What a paragraph of the text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    """One row of a table, its cells separated by tabs."""
    SALUTATION = "salutation"
    """``Geachte voorzitter,`` and ``Hoogachtend,``."""
    SIGNATURE = "signature"


SPOKEN = (ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM, ParagraphKind.TABLE_ROW)
"""Kinds of paragraph in which the cabinet speaks."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text; ``section`` is the id of its section."""

    start: int
    end: int
    kind: ParagraphKind
    section: str
    page: int | None = None
    heads: tuple[str | None, ...] = ()
    """For a row of a table: the column headings."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; it never crosses a paragraph."""

    start: int
    end: int
    paragraph: int
    """Index in ``Letter.paragraphs``; -1 in a footnote."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in which findings are looked for: the letter's (``footnote`` None) or one footnote's."""

    text: str
    footnote: str | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, split.

    Attributes:
        head: the letterhead data.
        text: the reading text; everything below counts in it.
        sections: in reading order, without gaps.
        paragraphs: in reading order.
        sentences: of the text, in reading order; headings and signature lines are sentences of their own.
        footnotes: in reading order.
        footnote_sentences: marker to sentences, offsets in that footnote's text.
        page_starts: (offset, page) where each page begins in the text; empty where the format has no pages.
        problems: what could not be found out.
    """

    head: LetterHead
    text: str
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    footnotes: tuple[Footnote, ...] = ()
    footnote_sentences: tuple[tuple[str, tuple[Sentence, ...]], ...] = ()
    page_starts: tuple[tuple[int, int], ...] = ()
    problems: tuple[Problem, ...] = ()

    def passages(self) -> tuple[Passage, ...]:
        """The text and then every footnote, as texts to look for findings in."""
        sentences = dict(self.footnote_sentences)
        notes = tuple(Passage(f.text, f.marker, sentences.get(f.marker, ())) for f in self.footnotes)
        return (Passage(self.text, None, self.sentences), *notes)

    def opening(self) -> int:
        """Index of the paragraph that says what the letter is: the first, before any heading, of several; else -1."""
        spoken = (index for index, paragraph in enumerate(self.paragraphs) if paragraph.kind in SPOKEN)
        first, second = next(spoken, None), next(spoken, None)
        if first is None or second is None or self.sections[0].heading is not None:
            return -1
        return first if self.paragraphs[first].section == self.sections[0].id else -1

    def section_at(self, offset: int) -> Section | None:
        """The section in which an offset of the text lies."""
        index = bisect_right(self.sections, offset, key=lambda s: s.start) - 1
        return self.sections[index] if index >= 0 else None

    def paragraph_at(self, offset: int) -> int | None:
        """Index of the paragraph in which an offset of the text lies."""
        index = bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1
        return index if index >= 0 and offset <= self.paragraphs[index].end else None

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence in which an offset of the text lies."""
        index = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return index if index >= 0 and offset < self.sentences[index].end else None

    def page_at(self, offset: int) -> int | None:
        """The page on which an offset of the text lies."""
        index = bisect_right(self.page_starts, offset, key=lambda p: p[0]) - 1
        return self.page_starts[index][1] if index >= 0 else None

    def footnote(self, marker: str) -> Footnote | None:
        """The footnote with this marker."""
        return next((f for f in self.footnotes if f.marker == marker), None)

    def span(self, start: int, end: int, rule: str, footnote: str | None = None) -> Span:
        """A span with its text, section and page.

        Args:
            start: first code point, in the text or in the footnote's text.
            end: one past the last.
            rule: what found it.
            footnote: marker of the footnote that the offsets count in, or None.

        Raises:
            KeyError: if there is no footnote with that marker.
        """
        if footnote is None:
            section = self.section_at(start)
            return Span(
                start=start,
                end=end,
                text=self.text[start:end],
                section=section.id if section else None,
                page=self.page_at(start),
                rule=rule,
            )
        note = self.footnote(footnote)
        if note is None:
            raise KeyError(footnote)
        section = self.section_at(note.anchor) if note.anchor is not None else None
        return Span(
            start=start,
            end=end,
            text=note.text[start:end],
            section=section.id if section else None,
            page=note.page,
            footnote=footnote,
            rule=rule,
        )
