"""Rows: what stands on one base line in one column, with the look it has as a whole."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from letteranalyser.models.layout import Rule, Word, spaced

_ALL_BUT = 0.95
"""A row is bold when this share of its letters is: a colon or a mark in another font does not count."""
_UNDERLINED = 0.85
_UNDER = (-0.05, 0.35)
"""How far under its base line an underline of a row lies, as shares of its size."""
_BULLETS = frozenset("•-–—▪◦‣○●■□*·>✓")


@dataclass(frozen=True)
class Row:
    """Words of one column that share a base line, left to right.

    Attributes:
        page: number of its page.
        words: at least one.
        underlined: whether a rule is drawn right under it over its whole length.
        box: index of the drawn box in which it stands, in order of the page, or None.
        limit: right edge of its column: where a full row ends.
        apart: whether it is a label in a figure, beside others on its base line.
    """

    page: int
    words: tuple[Word, ...]
    underlined: bool = False
    box: int | None = None
    limit: float = 0.0
    apart: bool = False

    @cached_property
    def _plain(self) -> tuple[Word, ...]:
        return tuple(w for w in self.words if not w.raised) or self.words

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.words[-1].x1

    @cached_property
    def top(self) -> float:
        """Upper edge of what is not raised in it."""
        return min(w.top for w in self._plain)

    @cached_property
    def bottom(self) -> float:
        """Lower edge of what is not raised in it."""
        return max(w.bottom for w in self._plain)

    @cached_property
    def size(self) -> float:
        """Font size of most of its characters."""
        sizes: Counter[float] = Counter()
        for word in self._plain:
            sizes[round(word.size * 4) / 4] += len(word.text)
        return sizes.most_common(1)[0][0]

    @cached_property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return self._share("bold") >= _ALL_BUT

    @cached_property
    def italic(self) -> bool:
        """Whether all its letters are italic."""
        return self._share("italic") >= _ALL_BUT

    def _share(self, look: str) -> float:
        lettered = [w for w in self._plain if any(c.isalnum() for c in w.text)]
        total = sum(len(w.text) for w in lettered)
        return sum(len(w.text) for w in lettered if getattr(w, look)) / total if total else 0.0

    @cached_property
    def text(self) -> str:
        """Its text, raised pieces included."""
        return words_text(self.words)

    @cached_property
    def first_width(self) -> float:
        """Width of what would have to fit on the row before: its first word, up to a hyphen in it."""
        end = 0
        while end + 1 < len(self.words) and not spaced(self.words[end], self.words[end + 1]):
            end += 1
        return self.words[end].x1 - self.words[0].x0

    @property
    def bullet(self) -> bool:
        """Whether its first word is the sign of a list item."""
        return len(self.words) > 1 and (
            self.words[0].text in _BULLETS
            or (self.words[0].text in {"o", "§", "Ø", "ü"} and self.gap_after_first > self.size)
        )

    @property
    def gap_after_first(self) -> float:
        """Room between its first and its second word."""
        return self.words[1].x0 - self.words[0].x1 if len(self.words) > 1 else 0.0

    @property
    def text_left(self) -> float:
        """Left edge of what follows its first word: the sign or number of a list item."""
        return self.words[1].x0 if len(self.words) > 1 else self.x0

    def segments(self, gap: float) -> list[tuple[Word, ...]]:
        """Its words cut where the room between two is wider than ``gap``, in points."""
        parts: list[list[Word]] = [[self.words[0]]]
        for left, right in pairwise(self.words):
            if right.x0 - left.x1 > gap:
                parts.append([])
            parts[-1].append(right)
        return [tuple(p) for p in parts]

    @property
    def room(self) -> float:
        """What it leaves free of its column."""
        return self.limit - self.x1


def words_text(words: tuple[Word, ...] | list[Word]) -> str:
    """The text of words on one row."""
    parts: list[str] = []
    for index, word in enumerate(words):
        if index and spaced(words[index - 1], word):
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def is_underlined(words: tuple[Word, ...], rules: tuple[Rule, ...]) -> bool:
    """Whether thin rules are drawn under words over most of their length."""
    x0, x1, size = words[0].x0, words[-1].x1, words[0].size
    base = max(w.bottom for w in words) - 0.2 * size
    covered = sum(
        min(rule.x1, x1) - max(rule.x0, x0)
        for rule in rules
        if _UNDER[0] * size < (rule.top + rule.bottom) / 2 - base < _UNDER[1] * size
        and rule.x1 > x0
        and rule.x0 < x1
    )
    return covered >= _UNDERLINED * (x1 - x0)
