"""What a sentence's wording as a whole says about whether it promises something, beside the patterns of promises."""

from collections.abc import Iterator
from dataclasses import dataclass

from letteranalyser.model.wording import phrases, weights

PROMISED_FROM = 0.6
"""How likely it must be that a sentence promises something, where no pattern says so."""
KEPT_FROM = 0.05
"""Likewise where a pattern does."""


@dataclass(frozen=True, slots=True)
class Promising:
    """A sentence as the weights see it."""

    words: tuple[str, ...]
    """Of the sentence, without quotations and brackets."""
    before: tuple[str, ...]
    """Of the sentence before it, likewise."""
    rule: str | None
    """The kind of pattern by which it is a commitment."""
    promised_before: bool
    """A pattern finds a commitment in the sentence before it."""
    dated: bool
    opening: bool
    """It stands in the first paragraph, which says what the letter is."""

    def features(self) -> Iterator[str]:
        """Everything that may tell whether it promises something."""
        yield from phrases(self.words)
        yield f"rule:{self.rule or 'none'}"
        if self.dated:
            yield "dated"
        if self.opening:
            yield "opening"
        if self.before:
            yield f"before:{self.promised_before}"
            yield from (f"b:{word}" for word in set(self.before))

    def promises(self) -> bool:
        """Whether it is a commitment, by its patterns and its wording together."""
        if self.rule is None and self.opening:
            return False  # what the opening says that the chamber gets is mostly this letter
        share = weights("commitments").shares(self.features())["yes"]
        return share >= (PROMISED_FROM if self.rule is None else KEPT_FROM)
