"""Time grows with the length of the text and no faster, whatever the text: see ``benchmarks/hostile.toml``."""

import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from letteranalyser.tag.amounts import amounts_in
from letteranalyser.tag.motions import motions_in
from letteranalyser.tag.references import references_in

PIECES: dict[str, str] = tomllib.loads(
    (Path(__file__).resolve().parents[2] / "benchmarks" / "hostile.toml").read_text(encoding="utf-8")
)["pieces"]
FINDERS: dict[str, Callable[[str], object]] = {
    "references": references_in,
    "motions": motions_in,
    "amounts": amounts_in,
}
SHORT, LONG = 1 << 11, 1 << 13
GROWTH = 2.6 * 2.6
"""Twice as much text may take 2.6 times as long, so four times as much 6.8 times; what is quadratic takes 16 times."""
TOO_SHORT = 0.002
"""Seconds that are too few to compare."""


def seconds(find: Callable[[str], object], text: str, attempts: int) -> float:
    """Least time of some attempts: other programs on the machine only ever add to it."""
    taken = []
    for _ in range(attempts):
        started = time.process_time()
        find(text)
        taken.append(time.process_time() - started)
    return min(taken)


@pytest.mark.parametrize("kind", FINDERS)
@pytest.mark.parametrize("name", PIECES)
def test_time_grows_with_the_length_only(kind: str, name: str) -> None:
    find, piece = FINDERS[kind], PIECES[name]
    # Whole pieces: what is cut off at the end of one text only is another text.
    short, long = (piece * (size // len(piece)) for size in (SHORT, LONG))
    find(short)  # loads the vocabulary
    for attempts in (1, 3, 6):
        taken = seconds(find, long, attempts)
        grown = taken / max(seconds(find, short, attempts), 1e-6)
        if taken < TOO_SHORT or grown < GROWTH:
            return
    pytest.fail(f"{len(long)} characters take {grown:.1f} times as long as {len(short)}")


def test_what_is_quadratic_is_noticed() -> None:
    def quadratic(text: str) -> int:
        return sum(text.count("aaaaaaaaa", at) for at in range(0, len(text), 8))

    grown = seconds(quadratic, "b" * LONG * 4, 3) / seconds(quadratic, "b" * SHORT * 4, 3)
    assert grown > GROWTH
