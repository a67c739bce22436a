"""What the picture of a word shows that its letters do not: whether it is bold or italic, and a raised mark at its end.

Tesseract reads raised marks of footnotes as ``!``, ``?`` or not at all; its picture shows that they do not reach the base
line, and how far they go.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ink = NDArray[np.bool_]

_DARK = 140
_SLANT = 0.2
"""Points to the right for each point up, in an italic letter."""
_SLANTED = 1.12
"""How much sharper the upright strokes of a word stand out, once it is set straight, for it to be italic."""
_ABOVE = 0.2
"""A raised mark ends this far above the base line, as a share of the size; more than a misprint, less than a quote."""
_LEAST_HIGH = 0.27
"""A raised mark is at least this high; quotation marks and dots are lower."""
_MOST_RAISED = 3
_DOT = 0.2
_CUT = 0.4
_AROUND = 2
"""Pixels looked at outside the box that Tesseract gives."""


class Box(NamedTuple):
    """A part of a picture, in pixels."""

    left: int
    top: int
    right: int
    bottom: int


class Look(NamedTuple):
    """How a word looks: the width of its strokes in pixels, whether it slants, and where raised marks at its end start."""

    stroke: float
    slants: bool
    raised: Box | None
    all_raised: bool
    dot: bool = False
    """Whether a full stop stands before the mark."""


def ink_of(pixels: bytes, width: int, height: int) -> "Ink":
    """Where a grey picture is dark."""
    import numpy as np

    return np.frombuffer(pixels, dtype=np.uint8, count=width * height).reshape(height, width) < _DARK


def look(ink: "Ink", box: Box, base: float, size: float, limit: int | None = None) -> Look:
    """How the word in a box looks.

    Args:
        ink: of the whole page.
        box: of the word.
        base: its base line, in pixels from the top.
        size: its size, in pixels.
        limit: where the next word starts.
    """
    top, left = max(0, box.top - _AROUND), max(0, box.left)
    right = box.right
    end = min(ink.shape[1] if limit is None else limit, box.right + _CUT * size)
    while right < end and ink[box.top : box.bottom, right - 1].any():
        right += 1  # Tesseract may cut through the last letter.
    crop = ink[top : box.bottom + _AROUND, left:right]
    if crop.size == 0 or not crop.any():
        return Look(0.0, slants=False, raised=None, all_raised=False)
    parts = list(_parts(crop))
    raised = []
    for start, end, high, low in reversed(parts):
        if top + low < base - _ABOVE * size and low - high >= _LEAST_HIGH * size and end - start < 0.5 * size:
            raised.append((start, end, high, low))
        else:
            break
    if not 0 < len(raised) <= _MOST_RAISED:
        return Look(_stroke(crop), _slants(crop), None, all_raised=False)
    mark = Box(
        left + raised[-1][0],
        top + min(part[2] for part in raised),
        left + raised[0][1],
        top + max(part[3] for part in raised),
    )
    rest = crop[:, : raised[-1][0]]
    everything = len(raised) == len(parts)
    shown = crop if everything or not rest.any() else rest
    dot = False
    if not everything:
        _, _, high, low = parts[len(parts) - len(raised) - 1]
        dot = low - high < _DOT * size and abs(top + low - base) < _DOT * size
    return Look(_stroke(shown), _slants(shown), mark, all_raised=everything, dot=dot)


def _parts(crop: "Ink") -> Iterator[tuple[int, int, int, int]]:
    """The parts of a word between white columns: first column, end, first row, end."""
    import numpy as np

    columns = np.flatnonzero(np.diff(np.concatenate(([0], crop.any(axis=0).astype(np.int8), [0]))))
    for start, end in columns.reshape(-1, 2).tolist():
        rows = np.flatnonzero(crop[:, start:end].any(axis=1))
        yield start, end, int(rows[0]), int(rows[-1]) + 1


def _stroke(crop: "Ink") -> float:
    """The usual length of a run of ink in a row: the width of upright strokes."""
    import numpy as np

    padded = np.pad(crop.astype(np.int8), ((0, 0), (1, 1)))
    turns = np.flatnonzero(np.diff(padded, axis=1).ravel())
    runs = turns.reshape(-1, 2)
    # The mean of the middle half: the median alone jumps from one whole pixel to the next.
    lengths = np.sort(runs[:, 1] - runs[:, 0])
    quarter = len(lengths) // 4
    return float(lengths[quarter : len(lengths) - quarter].mean()) if len(lengths) else 0.0


def _slants(crop: "Ink") -> bool:
    """Whether its strokes line up better when it is set straight."""
    import numpy as np

    height, width = crop.shape
    wide = np.zeros((height, width + int(_SLANT * height) + 1), dtype=np.int8)
    for row in range(height):
        shift = int(_SLANT * row)
        wide[row, shift : shift + width] = crop[row]

    def sharpness(part: "NDArray[np.int64]") -> float:
        return float((np.diff(part) ** 2).sum())

    return sharpness(wide.sum(axis=0, dtype=np.int64)) > _SLANTED * sharpness(
        crop.sum(axis=0, dtype=np.int64)
    )


def enlarged(pixels: bytes, width: int, box: Box, times: int) -> tuple[int, int, bytes]:
    """A part of a grey picture, larger and with white around it: its width, height and pixels."""
    import numpy as np

    page = np.frombuffer(pixels, dtype=np.uint8).reshape(-1, width)
    crop = page[box.top : box.bottom, box.left : box.right]
    large = np.kron(crop, np.ones((times, times), dtype=np.uint8))
    framed = np.pad(large, 60, constant_values=255)
    return framed.shape[1], framed.shape[0], framed.tobytes()
