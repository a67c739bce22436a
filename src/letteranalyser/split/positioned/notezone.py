"""Where the footnotes of a page begin."""

import re
from collections.abc import Sequence

from letteranalyser.models.layout import Page, Rule
from letteranalyser.split.positioned.measure import Measures
from letteranalyser.split.positioned.rows import Row, is_underlined

MARKER = re.compile(r"\d{1,3}|[*†‡]{1,3}|[a-z]")
_THIN = 2.0
_SHORTEST, _LONGEST = 25.0, 0.5
"""Lengths of the rule above footnotes: at least these points, at most this share of the column's width; 56.7 points in
the official publications, 144 in what word processors make."""
_OVER_PAGES = 0.9
"""The rule above notes that go on from the page before is as wide as the column."""
_LOWER_PART = 0.3
_CLOSE = 3.5
"""First row of notes under their rule, in line pitches."""


def note_start(rows: Sequence[Row], page: Page, measures: Measures) -> int:
    """Index of the first row of the footnotes; ``len(rows)`` if there are none."""
    small = len(rows)
    while small and not measures.is_body(rows[small - 1].size) and rows[small - 1].size < measures.size:
        small -= 1
    ruled = _under_rule(rows, page, measures)
    if ruled is not None and (ruled >= small or starts_note(rows[ruled])):
        return ruled
    # Without a rule only what starts with a mark is a note: small print can be anything.
    for index in range(small, len(rows)):
        if (
            rows[index].top > _LOWER_PART * page.height
            and rows[index].words[0].raised
            and starts_note(rows[index])
        ):
            return index
    return len(rows)


def _under_rule(rows: Sequence[Row], page: Page, measures: Measures) -> int | None:
    """Index of the first row under the rule above footnotes, or None where there is no such rule."""
    column = measures.right - measures.left
    rules = [
        rule
        for rule in sorted(page.rules, key=lambda r: r.top)
        if rule.bottom - rule.top <= _THIN
        and rule.top > _LOWER_PART * page.height
        and abs(rule.x0 - measures.left) <= measures.size
    ]
    short = [r for r in rules if _SHORTEST <= r.x1 - r.x0 <= _LONGEST * column]
    wide = [r for r in rules if r.x1 - r.x0 >= _OVER_PAGES * column]
    for rule in short:
        index = _first_under(rule, rows, page, measures)
        if index is not None and (_all_small(rows[index:], measures) or starts_note(rows[index])):
            return index
    # Several wide rules are those of a table.
    if len(wide) == 1:
        index = _first_under(wide[0], rows, page, measures)
        if index is not None and _all_small(rows[index:], measures):
            return index
    return None


def _first_under(rule: Rule, rows: Sequence[Row], page: Page, measures: Measures) -> int | None:
    """Index of the row close under a rule that is no underline and no part of a table or box."""
    if _underlines(rule, rows) or _in_grid(rule, page.rules):
        return None
    index = next((i for i, row in enumerate(rows) if row.top >= rule.top - _THIN), None)
    return None if index is None or rows[index].top - rule.top > _CLOSE * measures.pitch else index


def _all_small(rows: Sequence[Row], measures: Measures) -> bool:
    return all(measures.is_small(row.size) for row in rows)


def starts_note(row: Row) -> bool:
    """Whether a row starts with the mark of a footnote: raised, or a small number before its text."""
    first = row.words[0]
    if not MARKER.fullmatch(first.text.rstrip(")")):
        return False
    return first.raised or (first.text.isdigit() and (len(row.words) == 1 or first.size < row.size + 0.1))


def _underlines(rule: Rule, rows: Sequence[Row]) -> bool:
    """Whether a rule is the underline of words on a row."""
    for row in rows:
        words = tuple(w for w in row.words if w.x1 > rule.x0 + 0.5 and w.x0 < rule.x1 - 0.5)
        if words and is_underlined(words, (rule,)):
            return True
    return False


def _in_grid(rule: Rule, rules: Sequence[Rule]) -> bool:
    """Whether an upright line starts or ends on a rule, as in a table or box."""
    return any(
        r.bottom - r.top > 4 * _THIN
        and rule.x0 - _THIN <= r.x0 <= rule.x1 + _THIN
        and (abs(r.top - rule.top) < _THIN or abs(r.bottom - rule.top) < _THIN)
        for r in rules
    )
