"""Processes that work, die and hang."""

import os
import signal
import time
from pathlib import PurePath

import pytest

from letteranalyser.batch.places import distinct
from letteranalyser.batch.pool import Limits, WorkerHungError, WorkerLostError, WorkerPool


@pytest.fixture(scope="module")
def pool() -> WorkerPool:
    return WorkerPool(1, Limits(5, 5), letters=3)


def test_it_calls_and_gives_what_is_raised(pool: WorkerPool) -> None:
    assert pool.submit(divmod, 7, 2).result(30) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        pool.submit(divmod, 7, 0).result(30)


def test_a_process_that_dies_costs_its_call_alone(pool: WorkerPool) -> None:
    before, dies, after = pool.submit(abs, -1), pool.submit(os._exit, 9), pool.submit(abs, -2)
    assert before.result(30) == 1
    with pytest.raises(WorkerLostError):
        dies.result(30)
    assert after.result(30) == 2


def test_a_process_killed_while_it_waits_costs_nothing(pool: WorkerPool) -> None:
    os.kill(pool.submit(os.getpid).result(30), signal.SIGKILL)
    time.sleep(0.2)
    assert pool.submit(abs, -3).result(30) == 3


def test_a_process_is_replaced_after_so_many_calls(pool: WorkerPool) -> None:
    assert len({pool.submit(os.getpid).result(30) for _ in range(7)}) in (3, 4)


def test_a_process_that_hangs_is_stopped() -> None:
    with WorkerPool(1, Limits(2, 2)) as pool:
        hangs, after = pool.submit(time.sleep, 600), pool.submit(abs, -2)
        with pytest.raises(WorkerHungError):
            hangs.result(30)
        assert after.result(30) == 2


@pytest.mark.parametrize(
    ("places", "whole"),
    [
        (["a.txt", "b/a.txt"], 2),
        (["a.txt", "a.txt.json/x.txt"], 1),
        (["x" * 250, "y"], 1),
        (["A.txt", "a.txt"], 1),
    ],
    ids=["apart", "file and folder", "long", "case"],
)
def test_no_two_letters_have_one_place(places: list[str], whole: int) -> None:
    found = distinct([PurePath(place) for place in places], [".json"])
    assert len({name.casefold() for name in found}) == len(places)
    assert sum(name in places for name in found) == whole
    assert all(len(part) < 250 for name in found for part in name.split("/"))
