"""Breaks text into lines with hyphenation, and lines into pages with their footnotes at the foot."""

import re
from dataclasses import dataclass, field

import pyphen
from letterfile import MARK
from reportlab.pdfbase.pdfmetrics import stringWidth

HYPHENS = pyphen.Pyphen(lang="nl_NL", left=3, right=3)
HYPHENATED_LETTERS = 6


@dataclass(frozen=True)
class Run:
    """Characters in one font; ``raised`` for the mark of a footnote."""

    text: str
    font: str
    size: float
    raised: bool = False

    @property
    def width(self) -> float:
        """Width in points."""
        return float(stringWidth(self.text, self.font, self.size))


@dataclass(frozen=True)
class SetLine:
    """A line ready to be drawn: runs, leading, indent, the marks of footnotes in it."""

    runs: tuple[Run, ...]
    leading: float
    indent: float = 0.0
    marks: tuple[str, ...] = ()
    keep: bool = False
    """Not to be the last line of a page: a heading."""
    cells: tuple[tuple[float, str], ...] = ()
    """For a row of a table: left edge and text of each cell."""


@dataclass
class PageSet:
    """The lines of one page and the footnotes at its foot."""

    lines: list[SetLine] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _runs(word: str, font: str, size: float) -> tuple[list[Run], tuple[str, ...]]:
    """A word's runs, its footnote marks raised."""
    runs, marks = [], []
    for index, piece in enumerate(MARK.split(word)):
        if index % 2:
            marks.append(piece)
            runs.append(Run(piece, font, size * 0.65, raised=True))
        elif piece:
            runs.append(Run(piece, font, size))
    return runs, tuple(marks)


def _parts(word: str) -> list[tuple[str, str]]:
    """The places at which a word may be broken, longest first part first."""
    cuts = [(word[: i + 1], word[i + 1 :]) for i, c in enumerate(word[:-1]) if c in "-/" and i > 1]
    bare = re.match(r"[^\W\d_]+", word)
    if bare and len(bare[0]) > HYPHENATED_LETTERS and "[" not in bare[0]:
        cuts += [(first + "-", word[len(first) :]) for first, _ in HYPHENS.iterate(bare[0])]
    return sorted(cuts, key=lambda c: -len(c[0]))


def set_lines(
    text: str, font: str, size: float, leading: float, width: float, hyphenate: bool = True
) -> list[SetLine]:
    """Break text into lines of at most ``width`` points, ragged right."""
    lines: list[SetLine] = []
    runs: list[Run] = []
    marks: list[str] = []
    used = 0.0
    space = float(stringWidth(" ", font, size))
    words = text.split(" ")
    while words:
        word = words.pop(0)
        new, new_marks = _runs(word, font, size)
        wide = sum(r.width for r in new)
        if used and used + space + wide > width:
            room = width - used - space
            cut = (
                next(((a, b) for a, b in _parts(word) if stringWidth(a, font, size) <= room), None)
                if hyphenate
                else None
            )
            if cut:
                runs += [Run(" ", font, size), Run(cut[0], font, size)]
                words.insert(0, cut[1])
            else:
                words.insert(0, word)
            lines.append(SetLine(tuple(runs), leading, marks=tuple(marks)))
            runs, marks, used = [], [], 0.0
            continue
        if used:
            runs.append(Run(" ", font, size))
            used += space
        runs += new
        marks += new_marks
        used += wide
    if runs:
        lines.append(SetLine(tuple(runs), leading, marks=tuple(marks)))
    return lines


def set_pages(
    lines: list[SetLine], notes: dict[str, list[SetLine]], heights: tuple[float, float], gap: float
) -> list[PageSet]:
    """Spread lines over pages; ``heights`` are those of the first page and of the others, ``gap`` is above footnotes."""
    pages = [PageSet()]
    used = 0.0
    for index, line in enumerate(lines):
        need = line.leading + (lines[index + 1].leading * 2 if line.keep and index + 1 < len(lines) else 0)
        for mark in line.marks:
            need += sum(n.leading for n in notes[mark]) + (0 if pages[-1].notes else gap)
        if used + need > heights[0 if len(pages) == 1 else 1]:
            pages.append(PageSet())
            used = 0.0
            if not line.runs and not line.cells:
                continue
        pages[-1].lines.append(line)
        used += line.leading
        for mark in line.marks:
            used += sum(n.leading for n in notes[mark]) + (0 if pages[-1].notes else gap)
            pages[-1].notes.append(mark)
    return pages
