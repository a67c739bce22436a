"""Boxes drawn around text, from filled rectangles or from four thin lines."""

from collections.abc import Iterable, Sequence

from letteranalyser.models.layout import Page, Rule
from letteranalyser.split.positioned.measure import Measures

_THIN = 2.5
_WIDEST = 0.97
"""A rectangle that takes more of the page than this is its background."""
_NARROWEST = 0.45
"""A box takes at least this share of the column's width."""


def find_boxes(rules: Sequence[Rule], measures: Measures, page: Page) -> tuple[Rule, ...]:
    """The outermost boxes of a page, from the top down."""
    least = _NARROWEST * (measures.right - measures.left)
    candidates = [
        rule
        for rule in (*rules, *_framed(rules))
        if rule.x1 - rule.x0 >= least
        and rule.bottom - rule.top >= 0.9 * measures.pitch
        and (rule.x1 - rule.x0) * (rule.bottom - rule.top) < _WIDEST * page.width * page.height
    ]
    boxes: list[Rule] = []
    for rule in sorted(candidates, key=lambda r: (r.x0 - r.x1) * (r.bottom - r.top)):
        inside = next((i for i, b in enumerate(boxes) if _touch(rule, b)), None)
        if inside is None:
            boxes.append(rule)
        else:
            boxes[inside] = _union(boxes[inside], rule)
    return tuple(sorted(boxes, key=lambda r: r.top))


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom + 1 and other.top < one.bottom + 1
    )


def _union(one: Rule, other: Rule) -> Rule:
    return Rule(
        min(one.x0, other.x0), min(one.top, other.top), max(one.x1, other.x1), max(one.bottom, other.bottom)
    )


def _framed(rules: Iterable[Rule]) -> list[Rule]:
    """Rectangles between two thin upright lines of the same height."""
    upright = [r for r in rules if r.x1 - r.x0 < _THIN and r.bottom - r.top > 4 * _THIN]
    frames = []
    for index, left in enumerate(upright):
        partners = [
            r
            for r in upright[index + 1 : index + 200]
            if abs(r.top - left.top) < _THIN
            and abs(r.bottom - left.bottom) < _THIN
            and abs(r.x0 - left.x0) > _THIN
        ]
        if partners:
            frames.append(_union(left, max(partners, key=lambda r: abs(r.x0 - left.x0))))
    return frames
