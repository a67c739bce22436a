"""What a confidence is worth: the share of rows like it that were right in passages that no rule had seen.

A row's weight (how firm its formula is, how certain its target) only orders rows. ``confidence.toml`` says what share of the
rows of each weight was right, and weights between its points are read off the line between them. The table is made by
``benchmarks/calibration.py``. Of rows that the learned weights of the wording give, ``confidence_wording.toml`` says the same
by how likely they were found; it is made by ``python -m training wording``.
"""

from functools import cache
from itertools import pairwise

from letteranalyser.vocabulary import load


@cache
def _points(table: str) -> tuple[tuple[float, float], ...]:
    return tuple((point["raw"], point["confidence"]) for point in load(table)["point"])


def calibrated(raw: float, *, worded: bool = False) -> float:
    """The confidence of a row, 0-1.

    Args:
        raw: its weight, or how likely it was found, 0-1.
        worded: whether the wording as a whole gives it, and no formula.
    """
    return on_line(_points("confidence_wording" if worded else "confidence"), raw)


def on_line(points: tuple[tuple[float, float], ...], raw: float) -> float:
    """The height of a line through points at a place, rounded to hundredths; level beyond its ends.

    Args:
        points: place and height of each, in order of place.
        raw: the place.
    """
    if raw <= points[0][0]:
        return round(points[0][1], 2)
    for (x0, y0), (x1, y1) in pairwise(points):
        if raw <= x1:
            return round(y0 + (y1 - y0) * (raw - x0) / (x1 - x0), 2)
    return round(points[-1][1], 2)
