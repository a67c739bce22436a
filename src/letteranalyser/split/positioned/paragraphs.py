"""Rows to paragraphs: where one ends and the next begins, by room, indent, signs and look."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from letteranalyser.split.positioned.measure import Measures
from letteranalyser.split.positioned.numbering import heading_depth, is_numbered
from letteranalyser.split.positioned.rows import Row
from letteranalyser.vocabulary import load

_GAP = 1.35
"""Paragraphs apart from each other: this many line pitches."""
_INDENT = 0.8
"""Rows whose left edges differ by less than this share of the size start at the same place."""
_SHORT = 0.35
"""A row that leaves this share of its column free was ended on purpose, whatever it ends with."""
_ENDS = tuple("?!:;”»")
_CLOSERS = "’'\")]»”"
_STARTS = re.compile(r"[«“‘'\"(\[]{0,2}[A-ZÀ-Þ0-9€’]")
_SMALL_WORDS = frozenset(
    [
        "de",
        "het",
        "een",
        "van",
        "en",
        "of",
        "in",
        "op",
        "te",
        "voor",
        "met",
        "aan",
        "door",
        "bij",
        "tot",
        "dat",
        "die",
    ]
)
_FIRST_LINE = 0.15


@dataclass
class Paragraph:
    """Rows that belong together; ``above`` is the room over it in points, None at the top of a page."""

    rows: list[Row]
    item: bool = False
    above: float | None = None

    @property
    def first(self) -> Row:
        """Its first row."""
        return self.rows[0]

    @property
    def last(self) -> Row:
        """Its last row."""
        return self.rows[-1]

    @property
    def hang(self) -> float:
        """Left edge of the rows after its first."""
        if len(self.rows) > 1:
            return self.rows[1].x0
        return self.first.text_left if self.item else self.first.x0


def split_paragraphs(rows: Sequence[Row], measures: Measures) -> list[Paragraph]:
    """Cut the rows of running text (of all pages, in reading order) into paragraphs."""
    paragraphs: list[Paragraph] = []
    for row in rows:
        current = paragraphs[-1] if paragraphs else None
        above = current.last if current else None
        item = starts_item(current, row, measures)
        if current is None or above is None or item or starts_paragraph(current, row, measures):
            gap = row.top - above.top if above is not None and above.page == row.page else None
            paragraphs.append(Paragraph([row], item, gap))
        else:
            current.rows.append(row)
    return paragraphs


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(load("page_parts")["headings"]["numbered_words"], re.IGNORECASE)


def is_label(row: Row) -> bool:
    """Whether a row is nothing but ``Vraag 3`` or ``Antwoord 3``."""
    return _labels().match(row.text) is not None


def goes_on(paragraph: Paragraph, later: Paragraph) -> bool:
    """Whether a paragraph that a box, table or figure interrupts goes on with a later one."""
    last, row = paragraph.last, later.first
    return (
        not ends_sentence(last)
        and not later.item
        and row.text[:1].islower()
        and (last.box is None) == (row.box is None)
        and last.text[-1:] not in ":;"
        and abs(row.x0 - paragraph.hang) < _INDENT * row.size
        and abs(last.size - row.size) < _INDENT
        and not is_label(last)
    )


def ends_sentence(row: Row) -> bool:
    """Whether a row ends as a sentence or the lead to a list does; footnote marks behind it do not count."""
    plain = [word.text for word in row.words if not word.raised]
    last = plain[-1] if plain else ""
    if last.endswith("."):
        return not _is_abbreviation(last)
    return last.endswith(_ENDS) or (last[-1:] in _CLOSERS and last[-2:-1] in ".?!")


def could_take(above: Row, row: Row) -> bool:
    """Whether the first word of a row had fitted on the row above, so that the break is deliberate."""
    return above.room - 0.25 * above.size > row.first_width + 0.2 * above.size


def _apart(current: Paragraph, row: Row, measures: Measures) -> bool:
    """Whether there is more room over a row than between lines."""
    above = current.last
    if above.page != row.page:
        return False
    pitch = measures.pitch * max(1.0, row.size / measures.size)
    if len(current.rows) > 1 and current.rows[-2].page == above.page:
        # Small print and boxes have a pitch of their own.
        pitch = max(0.8 * pitch, above.top - current.rows[-2].top)
    step = row.top - above.top
    return step > _GAP * pitch or step < -1


def starts_item(current: Paragraph | None, row: Row, measures: Measures) -> bool:
    """Whether a row starts a list item."""
    if row.bullet:
        sign = row.words[0].text
        if sign not in {"-", "–", "—", "·", "*", ">", "+"}:
            return True
        # A dash in running text can come first on a row by chance.
        wide = row.gap_after_first > 0.7 * row.size
        return wide or current is None or _is_boundary(current, row, measures)
    if not is_numbered(row) or (current is not None and _closes_bracket(current, row)):
        return False
    return current is None or _is_boundary(current, row, measures)


def _is_boundary(current: Paragraph, row: Row, measures: Measures) -> bool:
    """Whether a list item can start here: where a paragraph could, or under the sign of the item before."""
    if starts_paragraph(current, row, measures):
        return True
    if ends_sentence(current.last) and (could_take(current.last, row) or row.text.startswith("(")):
        return True
    under_sign = current.item and abs(current.first.x0 - row.x0) < _INDENT * row.size
    return under_sign and (
        ends_sentence(current.last) or current.last.text.rstrip().endswith((",", " en", " of"))
    )


def _closes_bracket(current: Paragraph, row: Row) -> bool:
    """Whether a number with a bracket only closes what the row before opened: ``(nr.`` / ``81) verzoekt``."""
    number = row.words[0].text
    before = current.last.text
    return number.endswith(")") and not number.startswith("(") and before.rfind("(") > before.rfind(")")


def starts_paragraph(current: Paragraph, row: Row, measures: Measures) -> bool:
    """Whether a row starts a paragraph after the rows of ``current``."""
    above = current.last
    if (
        row.apart
        or above.apart
        or (above.box is None) != (row.box is None)
        or (above.page == row.page and above.box != row.box)
    ):
        return True
    if _apart(current, row, measures) or is_label(row) or (len(current.rows) == 1 and is_label(above)):
        return True
    if above.text[-1:] in "-\u00ad" and row.text[:1].islower():
        return False
    return _look_changes(current, row) or _indent_changes(current, row) or _is_broken_off(current, row)


def _is_broken_off(current: Paragraph, row: Row) -> bool:
    """Whether the row above was ended before it was full, at the end of a sentence or long before its edge."""
    above = current.last
    if not could_take(above, row):
        return False
    starts_new = _STARTS.match(row.text) is not None
    if ends_sentence(above):
        return starts_new or row.x0 < current.hang - _INDENT * row.size
    far = above.room > _SHORT * (above.limit - min(above.x0, row.x0))
    return starts_new and far and not ends_clause(above)


def _look_changes(current: Paragraph, row: Row) -> bool:
    """Whether the rows so far, or this one, have the look of a heading and the other has not, with a break between."""
    above = current.last
    if above.bold == row.bold and above.italic == row.italic and above.underlined == row.underlined:
        return abs(above.size - row.size) > 1
    first, last = row.words[0], above.words[-1]
    runs_on = (
        first.bold == last.bold and first.italic == last.italic and not (above.underlined or row.underlined)
    )
    if runs_on and not (all(r.bold for r in current.rows) and could_take(above, row)):
        return False
    heading_before = all(_stands_out(r) for r in current.rows) and not _runs_in(current, row)
    if not (heading_before or _stands_out(row)):
        return False
    if could_take(above, row):
        return True
    if _stands_out(row) and ends_sentence(above) and row.room > _SHORT * (row.limit - row.x0):
        return _STARTS.match(row.text) is not None
    return heading_before and _STARTS.match(row.text) is not None and not ends_clause(above)


def _runs_in(current: Paragraph, row: Row) -> bool:
    """Whether bold or italic words at the start of a paragraph run on into it."""
    return row.text[:1].islower() or current.last.text.rstrip()[-1:] in ",;"


def ends_clause(row: Row) -> bool:
    """Whether a row ends in the middle of a sentence, at a comma, a small word or an abbreviation."""
    last = row.words[-1].text
    return last[-1:] in ",;-" or last in _SMALL_WORDS or _is_abbreviation(last)


def _is_abbreviation(word: str) -> bool:
    """Whether a word with a dot, such as ``nr.``, is one that something always follows."""
    stem = word[:-1].lstrip("(«“‘").lower()
    return word.endswith(".") and stem in load("abbreviations")["before_dot"]["never_last"]


def _stands_out(row: Row) -> bool:
    return row.bold or row.italic or row.underlined


def _indent_changes(current: Paragraph, row: Row) -> bool:
    size = row.size
    if len(current.rows) == 1 and not current.item:
        above = current.first
        if row.x0 < above.x0 - _INDENT * size:
            # Only the first row of a paragraph is indented; further in, it was something else.
            return above.x0 - row.x0 > _FIRST_LINE * (above.limit - row.x0) or could_take(above, row)
        return row.x0 > above.x0 + _INDENT * size and not (
            heading_depth(above) and abs(row.x0 - above.text_left) < _INDENT * size
        )
    if len(current.rows) == 1 and current.first.x0 - 1 < row.x0 < current.hang + _INDENT * size:
        return could_take(current.first, row) and ends_sentence(current.first)
    if abs(row.x0 - current.hang) < _INDENT * size:
        return False
    # The rows of a list item can return to the place of its sign.
    returns = current.item and abs(row.x0 - current.first.x0) < _INDENT * size
    return not (returns and not could_take(current.last, row) and not ends_sentence(current.last))
