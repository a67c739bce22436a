"""Where mentions stand: paragraph, section, sentence and reading order, for the text and for footnotes alike."""

from bisect import bisect_left, bisect_right
from itertools import islice, takewhile
from typing import NamedTuple

from letteranalyser.models.findings import Mention
from letteranalyser.models.letter import Letter, Paragraph, ParagraphKind, Passage, Sentence

MOST_MARKS = 20
"""Footnote marks looked at in one sentence."""


class Place(NamedTuple):
    """Where a mention stands; one in a footnote stands where the footnote's mark does.

    Attributes:
        order: compares as the letter is read.
        offset: in the letter's text.
        paragraph: index of the paragraph, -1 outside any.
        section: id of the section, empty outside any.
    """

    order: tuple[int, int, int]
    offset: int
    paragraph: int
    section: str


class Places:
    """Looks up places in one letter."""

    def __init__(self, letter: Letter) -> None:
        """Index the letter's texts and footnote marks."""
        self.letter = letter
        self.passages: dict[str | None, Passage] = {}
        for passage in letter.passages():
            self.passages.setdefault(passage.footnote, passage)
        self.anchors: dict[str, int] = {}
        for note in letter.footnotes:
            self.anchors.setdefault(note.marker, len(letter.text) if note.anchor is None else note.anchor)
        self.marks = sorted((offset, marker) for marker, offset in self.anchors.items())

    def of(self, mention: Mention) -> Place:
        """Where a mention stands."""
        if mention.footnote is None:
            offset, order = mention.start, (mention.start, 0, 0)
        else:
            offset = self.anchors.get(mention.footnote, len(self.letter.text))
            order = (offset, 1, mention.start)
        paragraph = self.letter.paragraph_at(offset)
        section = self.letter.section_at(offset)
        return Place(order, offset, -1 if paragraph is None else paragraph, section.id if section else "")

    def text(self, mention: Mention) -> str:
        """The text that a mention's offsets count in."""
        passage = self.passages.get(mention.footnote)
        return passage.text if passage else ""

    def paragraph(self, mention: Mention) -> Paragraph | None:
        """The paragraph of a mention in the text."""
        index = self.letter.paragraph_at(mention.start) if mention.footnote is None else None
        return None if index is None else self.letter.paragraphs[index]

    def sentence(self, mention: Mention) -> tuple[int, int]:
        """Start and end of the sentence of a mention, in its own text; of the whole row in a table."""
        paragraph = self.paragraph(mention)
        if paragraph and paragraph.kind is ParagraphKind.TABLE_ROW:
            return paragraph.start, paragraph.end
        sentences: tuple[Sentence, ...] = self.passages[mention.footnote].sentences
        index = bisect_right(sentences, mention.start, key=lambda s: s.start) - 1
        if index >= 0 and mention.start < sentences[index].end:
            return sentences[index].start, max(sentences[index].end, mention.end)
        return mention.start, mention.end

    def marks_between(self, start: int, end: int) -> list[tuple[int, str]]:
        """Footnote marks in a stretch of the text, both ends included, as (offset, marker)."""
        first = bisect_left(self.marks, (start, ""))
        return list(takewhile(lambda mark: mark[0] <= end, islice(self.marks, first, first + MOST_MARKS)))
