"""Keeping an executor busy: letters go in as there is room, and come out when done or in order."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from dataclasses import dataclass
from typing import Protocol

from letteranalyser.batch.letter_task import Outcome, Setup, analyse_letter, failure
from letteranalyser.batch.pool import WorkerHungError, WorkerLostError
from letteranalyser.errors import LetterError


class Letter(Protocol):
    """A letter to be analysed, as the command finds them."""

    @property
    def name(self) -> str:
        """As the user gave it."""

    def read(self, most: int) -> bytes:
        """Its bytes, of which there may be ``most``; raises ``UnreadableError``."""


@dataclass(frozen=True, slots=True)
class Item:
    """A letter in hand.

    Attributes:
        index: its place in the order of the user.
        letter: the letter.
        data: its bytes, that were hashed and are analysed: the file may change meanwhile.
        outcome: where it is known without analysing.
        digest: SHA-256 of the bytes; empty where they could not be read.
    """

    index: int
    letter: Letter
    data: bytes = b""
    outcome: Outcome | None = None
    digest: str = ""


def lost(error: BaseException) -> LetterError:
    """What a letter is told to have when its worker gave no answer."""
    hint = "run again to try it once more"
    match error:
        case WorkerHungError():
            return LetterError("too_slow", "the process that analysed it hung, and was stopped", hint)
        case WorkerLostError():
            return LetterError("worker_lost", "the process that analysed it was killed or crashed", hint)
    return LetterError("worker_lost", f"the worker gave no result: {type(error).__name__}: {error}", hint)


def completed(
    items: Iterable[Item], setup: Setup, executor: Executor, ahead: int, began: Callable[[str], None]
) -> Iterator[tuple[Item, Outcome]]:
    """Every letter with its outcome, as soon as it is done.

    Args:
        items: the letters; only as many as are in hand are taken from it.
        setup: what is the same for all.
        executor: what calls ``analyse_letter``.
        ahead: letters that may be in hand.
        began: told the name of each letter when it is handed over.
    """
    in_hand: dict[Future[Outcome], Item] = {}

    def finished() -> Iterator[tuple[Item, Outcome]]:
        for future in wait(in_hand, return_when=FIRST_COMPLETED).done:
            item = in_hand.pop(future)
            if future.cancelled():
                yield item, failure(item.letter.name, item.data, lost(CancelledError()))
            elif (error := future.exception()) is None:
                yield item, future.result()
            else:
                yield item, failure(item.letter.name, item.data, lost(error))

    for item in items:
        if item.outcome is not None:
            yield item, item.outcome
            continue
        began(item.letter.name)
        in_hand[executor.submit(analyse_letter, setup, item.data, item.letter.name)] = item
        while len(in_hand) >= ahead:
            yield from finished()
    while in_hand:
        yield from finished()


def in_order(done: Iterable[tuple[Item, Outcome]]) -> Iterator[tuple[Item, Outcome]]:
    """The same in the order of the user; what is done before its turn is kept."""
    kept: dict[int, tuple[Item, Outcome]] = {}
    turn = 0
    for item, outcome in done:
        kept[item.index] = (item, outcome)
        while turn in kept:
            yield kept.pop(turn)
            turn += 1
