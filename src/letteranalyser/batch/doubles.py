"""Letters of the same content: one is analysed, and what came of it holds for the others."""

import pickle
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from letteranalyser.batch.flow import Item
from letteranalyser.batch.letter_task import Outcome


class Doubles:
    """Keeps letters back of which one of the same content is in hand, and gives them its outcome.

    Args:
        sizes: of all letters in bytes; -1 where unknown. Only a letter of the same size can be of the same content, so what
            came of a letter is kept no longer than there may be more of it.
    """

    def __init__(self, sizes: Iterable[int]) -> None:
        """Nothing is in hand yet."""
        self._left = Counter(sizes)
        self._waiting: dict[str, list[Item]] = {}
        self._outcomes: dict[str, bytes] = {}

    def passed(self, size: int) -> None:
        """Say that a letter of this size has had its turn."""
        self._left[size] -= 1

    def first(self, item: Item) -> Item | None:
        """The letter as it is to be handed on; None if it waits for one of the same content."""
        if item.digest in self._outcomes:
            return replace(item, outcome=_unpacked(self._outcomes[item.digest]))
        if item.digest in self._waiting:
            self._waiting[item.digest].append(replace(item, data=b""))
            return None
        self._waiting[item.digest] = []
        return item

    def waiting(self) -> Iterator[Item]:
        """The letters that wait."""
        for items in self._waiting.values():
            yield from items

    def with_copies(self, done: Iterable[tuple[Item, Outcome]]) -> Iterator[tuple[Item, Outcome]]:
        """Each letter that is done, and behind it those that waited for it."""
        for item, outcome in done:
            yield item, outcome
            if not item.digest:
                continue
            if self._left[len(item.data)] > 0:
                self._outcomes[item.digest] = zlib.compress(pickle.dumps(outcome), 1)
            for copy in self._waiting.pop(item.digest, ()):
                yield copy, outcome


def _unpacked(data: bytes) -> Outcome:
    outcome: Outcome = pickle.loads(zlib.decompress(data))  # noqa: S301 - made by this process
    return outcome
