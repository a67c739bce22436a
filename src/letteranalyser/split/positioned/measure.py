"""What is measured on a document before it is read: size and column of its running text, its line pitch, its margins.

Nothing here is a fixed number of points: ministries, chambers and word processors each have their own.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from letteranalyser.models.layout import Line, Page, Word

_SAME_SIZE = 0.3
"""Points by which two sizes may differ and still be the same: rounding in the file."""
_MARGIN_FROM = 0.64
"""A right margin column starts in this part of the page's width or after it."""
_MARGIN_LINES = 3
_LEFT_MARGIN_UP_TO = 0.25
"""Where the text starts this far into the page or further, what stands left of it is a margin."""
_FEW = 0.2
_PITCHES = (0.9, 2.4)


_SAME_WIDTH = 2.0
"""Points by which pages of one format can differ."""


def same_format(page: Page, width: float) -> bool:
    """Whether a page is as wide as another, so that its columns stand where those do."""
    return abs(page.width - width) < _SAME_WIDTH


@dataclass(frozen=True)
class Measures:
    """Sizes and places in points; ``width`` and ``height`` are those of the first page."""

    size: float
    left: float
    right: float
    pitch: float
    margin: float | None
    """Left edge of the column in the right margin."""
    left_margin: bool
    """Whether there is a margin with text in it left of the running text."""
    width: float
    height: float

    def is_body(self, size: float) -> bool:
        """Whether a size is that of the running text."""
        return abs(size - self.size) <= _SAME_SIZE

    def is_small(self, size: float) -> bool:
        """Whether a size is clearly smaller than that of the running text."""
        return size < self.size - _SAME_SIZE


def measure(pages: Sequence[Page]) -> Measures:
    """Measure a document; pages must have at least one word together."""
    first = next((p for p in pages if p.lines), pages[0])
    alike = [p for p in pages if same_format(p, first.width)]
    lines = [line for page in alike for line in page.lines if line.words]
    size = _body_size(lines)
    margin = _right_margin(lines, size, first.width)
    left = _left_edge(lines, size, first.width)
    left_margin = left > _LEFT_MARGIN_UP_TO * first.width and any(line.x0 < left - 2 * size for line in lines)
    right = _right_edge(lines, size, left, margin)
    pitch = _pitch(alike, size, left)
    return Measures(size, left, right, pitch, margin, left_margin, first.width, first.height)


def _body_size(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        for word in line.words:
            sizes[round(word.size * 4) / 4] += len(word.text)
    return sizes.most_common(1)[0][0]


def _right_margin(lines: Sequence[Line], size: float, width: float) -> float | None:
    """Left edge of a column of notes in the right margin: many lines start there and no word crosses it."""
    starts: Counter[int] = Counter()
    for line in lines:
        for index, word in enumerate(line.words):
            if word.x0 < _MARGIN_FROM * width:
                continue
            if index == 0 or word.x0 - line.words[index - 1].x1 > 0.6 * word.size:
                starts[round(word.x0)] += 1
    columns: list[tuple[int, int]] = []
    for x in sorted(starts):
        support = starts[x] + starts[x + 1] + starts[x - 1]
        if support < _MARGIN_LINES:
            continue
        crossing = sum(
            1
            for line in lines
            for w in line.words
            if w.x0 < x - 2 and w.x1 > x + 1 and w.size < size + _SAME_SIZE
        )
        if crossing * 12 <= support:
            columns.append((support, x))
    if not columns:
        return None
    best = max(columns)[0]
    x = min(x for support, x in columns if support >= 0.5 * best)
    return x - 1.5


def _left_edge(lines: Sequence[Line], size: float, width: float) -> float:
    """The leftmost place at which a fair share of the running text starts, lines weighed by their length."""
    starts: Counter[int] = Counter()
    for line in lines:
        word = _first_of_size(line, size)
        if word and word.x0 < 0.6 * width:
            starts[round(word.x0)] += int(_unbroken(line, word) - word.x0)
    if not starts:
        return min((line.x0 for line in lines), default=0.0)
    near = {x: starts[x - 1] + starts[x] + starts[x + 1] for x in starts}
    most = max(near.values())
    peaks = [x for x in sorted(near) if near[x] >= _FEW * most and near[x] > 1] or [
        max(near, key=lambda x: near[x])
    ]
    # A list's signs can start left of nothing but an indent: the text's own edge is the first peak.
    edge = max((p for p in peaks if p <= peaks[0] + 2), key=lambda p: starts[p])
    return float(edge)


def _first_of_size(line: Line, size: float) -> Word | None:
    return next((w for w in line.words if abs(w.size - size) <= _SAME_SIZE), None)


def _unbroken(line: Line, first: Word) -> float:
    """Right edge of the words from ``first`` on that follow without a wide gap."""
    end = first.x1
    for word in line.words[line.words.index(first) + 1 :]:
        if word.x0 - end > 2 * first.size:
            break
        end = word.x1
    return end


def _right_edge(lines: Sequence[Line], size: float, left: float, margin: float | None) -> float:
    """Where full lines end: the right edge that the longest lines share."""
    ends: list[float] = []
    for line in lines:
        words = [
            w
            for w in line.words
            if abs(w.size - size) <= _SAME_SIZE and w.x0 >= left - 3 and (margin is None or w.x0 < margin)
        ]
        end: float | None = None
        for word in words:
            if end is not None and word.x0 - end > 3 * size:
                break
            end = word.x1
        if end is not None:
            ends.append(end)
    if not ends:
        return left + 300.0
    ends.sort()
    return ends[-1 - len(ends) // 60]


def _pitch(pages: Iterable[Page], size: float, left: float) -> float:
    """The most common distance from one line of running text to the next."""
    steps: Counter[float] = Counter()
    for page in pages:
        tops = sorted(
            w.top for line in page.lines if (w := _first_of_size(line, size)) and abs(w.x0 - left) < 4 * size
        )
        for above, below in pairwise(tops):
            if _PITCHES[0] * size < below - above < _PITCHES[1] * size:
                steps[round((below - above) * 2) / 2] += 1
    if not steps:
        return 1.25 * size
    near = {step: steps[step - 0.5] + steps[step] + steps[step + 0.5] for step in steps}
    best = max(near.values())
    return min(step for step in near if near[step] >= 0.6 * best)
