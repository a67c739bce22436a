"""Letters of the same content are analysed once, whenever they come."""

from dataclasses import dataclass

import pytest

from letteranalyser.batch.doubles import Doubles
from letteranalyser.batch.flow import Item
from letteranalyser.batch.letter_task import Outcome


@dataclass(frozen=True)
class Named:
    name: str

    def read(self, most: int) -> bytes:
        raise NotImplementedError


def item(index: int, content: str) -> Item:
    return Item(index, Named(f"{index}.txt"), content.encode(), None, f"digest of {content}")


@pytest.mark.parametrize("ahead", [1, 2, 5])
@pytest.mark.parametrize("contents", ["abc", "aaa", "abab", "aabba", ""])
def test_each_content_is_analysed_once(contents: str, ahead: int) -> None:
    doubles = Doubles(len(letter) for letter in contents)
    analysed: list[str] = []

    def done() -> "list[tuple[Item, Outcome]]":
        found, in_hand = [], []
        for index, letter in enumerate(contents):
            first = doubles.first(item(index, letter))
            doubles.passed(1)
            if first is None:
                continue
            if first.outcome is not None:
                found.append((first, first.outcome))
                continue
            analysed.append(letter)
            in_hand.append(first)
            if len(in_hand) == ahead:
                found += [(one, Outcome(one.data.decode(), None, ())) for one in in_hand]
                in_hand = []
        return found + [(one, Outcome(one.data.decode(), None, ())) for one in in_hand]

    came = list(doubles.with_copies(done()))
    assert sorted((one.index, outcome.record) for one, outcome in came) == list(enumerate(contents))
    assert len(analysed) == len(set(contents))


def test_what_may_not_come_again_is_not_kept() -> None:
    doubles = Doubles([1, 2])
    first = doubles.first(item(0, "a"))
    assert first is not None
    doubles.passed(1)
    assert len(list(doubles.with_copies([(first, Outcome("a", None, ()))]))) == 1
    assert doubles.first(item(2, "a")) is not None
