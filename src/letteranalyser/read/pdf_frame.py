"""Where a PDF page lies in its coordinates: its crop box, and how far it is turned."""

import ctypes
from collections.abc import Callable
from typing import NamedTuple

from letteranalyser.read.pdf_raw import Handle, Raw


class Frame(NamedTuple):
    """The visible part of a page in the coordinates of its media box, and how far the page is turned."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int
    """Degrees clockwise by which the page is shown."""

    @property
    def width(self) -> float:
        """Width as shown."""
        return self.top - self.bottom if self.turn % 180 else self.right - self.left

    @property
    def height(self) -> float:
        """Height as shown."""
        return self.right - self.left if self.turn % 180 else self.top - self.bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the media box as shown: from the left, and from the top down."""
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        if self.turn == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def make_frame(page: Handle, raw: Raw) -> Frame:
    """The frame of a page: what its crop box leaves of its media box."""

    def box(get: Callable[..., int]) -> tuple[float, float, float, float] | None:
        edges = [ctypes.c_float() for _ in range(4)]
        return tuple(e.value for e in edges) if get(page, *edges) else None  # type: ignore[return-value]

    media = box(raw.FPDFPage_GetMediaBox) or (0.0, 0.0, 612.0, 792.0)
    crop = box(raw.FPDFPage_GetCropBox) or media
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if right <= left or top <= bottom:
        left, bottom, right, top = media
    return Frame(left, bottom, right, top, 90 * (raw.FPDFPage_GetRotation(page) % 4))
