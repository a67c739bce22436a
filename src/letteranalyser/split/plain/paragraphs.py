"""Lines of plain text to paragraphs: where one ends though no blank line stands there, and where it goes on over one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from letteranalyser.split.plain.heading_words import is_open, may_be_heading
from letteranalyser.split.plain.lines import TextLine
from letteranalyser.split.plain.notes import Group
from letteranalyser.split.salutation import is_closing, is_salutation
from letteranalyser.split.signature import signature_length
from letteranalyser.vocabulary import load

_BULLET = re.compile(r"(?:[•▪◦●■○‣∙*➢✓\uf0a7\uf0b7\uf0d8\uf02d]|[–—-](?=\s)|o(?=\s))\s*")
_NUMBER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-zA-Z][.)]|\([a-z0-9]{1,3}\)|[ivx]{1,4}[.)])\s+(?=\S)"
)
_ENDED = re.compile(r"[.?!…][»”’\"')\]¹²³⁰⁴-⁹]{0,4}\d{0,2}$")
_SHORT = 45
_MOST = 0.6
_ALIKE = 1.15
_REACHING = 0.8
_EVEN = 3
_ENOUGH = 12
_HEADING_LINES = 3
_OVERLONG = 20
_TWO_LINES = 1.3


class Shape(Enum):
    """What a paragraph looks like from its lines."""

    TEXT = 1
    ITEM = 2
    SIGNATURE = 3
    FORMULA = 4
    TABLE = 5


@dataclass(slots=True)
class Para:
    """Lines of one paragraph."""

    lines: list[TextLine]
    shape: Shape = Shape.TEXT
    foot_before: bool = False
    blank_before: bool = False
    alone: bool = field(default=False)
    """Whether it is a heading by its lines: cut off before a capital though the line was not full."""

    @property
    def text(self) -> str:
        """Its lines, joined with spaces: for deciding, not for reading."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Wrap:
    """How lines are wrapped.

    Attributes:
        width: length at which they break, in characters; 0 if each line is a whole paragraph.
        fill: a line shorter than this part of the width, its next word counted in, did not end for want of room.
        heading_fill: the same, where nothing but that tells a heading.
    """

    width: int
    fill: float = 0.92
    heading_fill: float = 0.8


def wrap_of(lines: Sequence[str]) -> Wrap:
    """How the lines of a text are wrapped.

    Where each line is a whole paragraph, nearly all end a sentence. Text set in columns of characters never goes beyond
    its width; text that once was set in a proportional font does, and a few lines may be much longer: some converters
    put a hyphenated word together at the end of its first line.
    """
    full = sorted((line for line in lines if len(line) > _SHORT), key=len)
    if not full or sum(ended(line) or line[-1] in ":;," for line in full) > len(full) * _MOST:
        return Wrap(0)
    common, long, longest = len(full[len(full) * 3 // 4]), len(full[len(full) * 9 // 10]), len(full[-1])
    if longest <= common + _EVEN and len(full) >= _ENOUGH:
        return Wrap(longest, 1.0, 0.98)
    return Wrap(long if long < common * _ALIKE else common)


def ended(line: str) -> bool:
    """Whether a line ends a sentence; a footnote's mark may follow."""
    if not _ENDED.search(line):
        return False
    word = line.rsplit(None, 1)[-1].lower()
    return (
        not word.endswith(".")
        or word[:-1].lstrip("(«“") not in load("abbreviations")["before_dot"]["never_last"]
    )


def item_start(line: str) -> str | None:
    """The bullet or number with which a list item begins, or None."""
    match = _BULLET.match(line) or _NUMBER.match(line)
    return match.group().strip() if match and match.end() < len(line) + 1 else None


def paragraphs(groups: Sequence[Group], wrap: Wrap) -> list[Para]:
    """All paragraphs in order, those that a page foot broke made whole."""
    found: list[Para] = []
    for group in groups:
        paras = _cut(group.lines, wrap)
        paras[0].foot_before, paras[0].blank_before = group.foot_before, group.blank_before
        if found and _goes_on(found[-1], paras[0], wrap):
            found[-1].lines += paras.pop(0).lines
        found += paras
    return found


def _cut(lines: Sequence[TextLine], wrap: Wrap) -> list[Para]:
    """Paragraphs of lines that no blank line parts."""
    paras: list[Para] = []
    index = 0
    while index < len(lines):
        if length := signature_length([line.text for line in lines[index:]]):
            paras.append(Para(list(lines[index : index + length]), Shape.SIGNATURE))
        elif is_salutation(lines[index].text) or is_closing(lines[index].text):
            length = 1
            paras.append(Para([lines[index]], Shape.FORMULA))
        else:
            length = _paragraph_length(lines, index, wrap)
            shape = Shape.ITEM if item_start(lines[index].text) else Shape.TEXT
            paras.append(
                Para(
                    list(lines[index : index + length]), shape, alone=_is_cut_off(lines, index, length, wrap)
                )
            )
        index += length
    return paras


def _paragraph_length(lines: Sequence[TextLine], start: int, wrap: Wrap) -> int:
    item = item_start(lines[start].text)
    for index in range(start + 1, len(lines)):
        before, line = lines[index - 1], lines[index]
        heading = ended(before.text) and _is_cut_off(lines, index, 1, wrap)
        if (
            heading
            or _begins(before, line, item, wrap)
            or (signature_length([x.text for x in lines[index:]]))
        ):
            return index - start
        if is_closing(line.text) or is_salutation(line.text):
            return index - start
        if index - start <= _HEADING_LINES and _is_cut_off(lines, start, index - start, wrap):
            return index - start
    return len(lines) - start


def _begins(before: TextLine, line: TextLine, item: str | None, wrap: Wrap) -> bool:
    """Whether a line begins a paragraph, seen from it and the line before."""
    if start := item_start(line.text):
        same = item is not None and _kind(start) == _kind(item)
        closed = before.text.endswith((":", ";")) or ended(before.text) or (same and _kind(start) == "bullet")
        if closed and (_kind(start) == "bullet" or same or _is_first(start)):
            return True
    if wrap.width == 0:
        return ended(before.text) or not (line.text[:1].islower() or is_open(before.text))
    full = _is_full(before.text, line.text, wrap.width * wrap.fill)
    if ended(before.text) and not full:
        return True
    return ended(before.text) and 1 < line.indent - before.indent < 10


def _kind(start: str) -> str:
    if start[0].isalnum() or start[0] == "(":
        return "number" if any(c.isdigit() for c in start) else "letter"
    return "bullet"


def _is_first(start: str) -> bool:
    return start.strip("().") in ("1", "a", "A", "i", "I")


def _is_full(line: str, following: str, width: float) -> bool:
    """Whether the next word had no room on a line."""
    word = following.split(None, 1)[0] if following else ""
    length = len(line)
    if length > width * _TWO_LINES:  # a converter put two together where a word was broken
        length -= int(width)
    return length + 1 + len(word) > width


def _is_cut_off(lines: Sequence[TextLine], start: int, length: int, wrap: Wrap) -> bool:
    """Whether lines end early, before a capital and without a full stop: a heading and its text."""
    end = start + length
    if end >= len(lines) or wrap.width == 0:
        return False
    last, following = lines[end - 1].text, lines[end].text
    fill = (
        wrap.fill if not start and length == 1 else wrap.heading_fill
    )  # a line below a blank one may well be a heading
    if (
        _is_full(last, following, wrap.width * fill)
        or ended(last)
        or not may_be_heading(_joined(lines, start, end))
    ):
        return False
    return following[:1].isupper() or following[:1] in "«“‘’" or item_start(following) is not None


def _joined(lines: Sequence[TextLine], start: int, end: int) -> str:
    return " ".join(line.text for line in lines[start:end])


def _goes_on(before: Para, para: Para, wrap: Wrap) -> bool:
    """Whether a paragraph is the rest of the one before, parted from it by a page's foot or a stray blank line."""
    if {before.shape, para.shape} - {Shape.TEXT, Shape.ITEM} or before.alone:
        return False
    last, first = before.lines[-1].text, para.lines[0].text
    lower = first[:1].islower() and item_start(first) is None
    if not para.foot_before:
        return lower and not ended(last) and not last.endswith((":", ";")) and len(before.lines) > 1
    if ended(last):
        # A last line that is full by chance is rarer than a page that ends with a sentence.
        full = wrap.width > 0 and _is_full(last, first, wrap.width) and len(last) < wrap.width + _OVERLONG
        return lower or (full and item_start(first) is None and not _is_title(para, wrap))
    if lower or last.endswith(("-", "\u00ad")):
        return True
    if para.shape is Shape.ITEM and _kind(item_start(first) or "x") == "bullet":
        return False
    return not (
        len(before.lines) <= _HEADING_LINES and may_be_heading(before.text) and not _reaches(before, wrap)
    )


def _is_title(para: Para, wrap: Wrap) -> bool:
    """Whether a paragraph stands alone like a heading."""
    return para.alone or (may_be_heading(para.text) and not _reaches(para, wrap))


def _reaches(para: Para, wrap: Wrap) -> bool:
    """Whether the last line of a paragraph is about as long as lines get."""
    return wrap.width > 0 and len(para.lines[-1].text) > wrap.width * _REACHING
