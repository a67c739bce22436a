"""Pages of a PDF as pictures, and which pages are nothing but one."""

import ctypes
from collections.abc import Sequence

from letteranalyser.models.layout import Line
from letteranalyser.read.ocr import Picture
from letteranalyser.read.pdf_frame import Frame
from letteranalyser.read.pdf_raw import Handle

RESOLUTION = 300
"""Pixels an inch: what Tesseract's data is made for."""
_MOST_PIXELS = 40_000_000
"""An A3 page has half of this; a poster is drawn smaller."""
_FEW_WORDS = 15
"""A scan may have this many words of real text on it: a stamp, the name of the program that scanned it."""
_COVERS = 0.6
"""Share of a page that its picture takes."""
_MOST_OBJECTS = 200


def draw(page: Handle, frame: Frame, resolution: float = RESOLUTION) -> Picture:
    """A page (a ``pypdfium2.PdfPage``) as it is shown, in grey, at so many pixels an inch."""
    area = max(frame.width * frame.height / 72**2, 1e-6)
    resolution = min(resolution, (_MOST_PIXELS / area) ** 0.5)
    bitmap = page.render(scale=resolution / 72, grayscale=True)
    try:
        rows = bytes(bitmap.buffer)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    finally:
        bitmap.close()
    if stride != width:
        rows = b"".join(rows[y * stride : y * stride + width] for y in range(height))
    return Picture(width, height, rows, resolution)


def is_picture(page: Handle, frame: Frame, lines: Sequence[Line]) -> bool:
    """Whether there is hardly any text on a page, and something else: for one, a picture that covers it."""
    from pypdfium2 import raw

    count = raw.FPDFPage_CountObjects(page)
    if not lines:
        return bool(count > 0)
    if sum(len(line.words) for line in lines) > _FEW_WORDS:
        return False
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(count, _MOST_OBJECTS)):
        handle = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(handle) == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(
            handle, *edges
        ):
            left, bottom, right, top = (edge.value for edge in edges)
            if (right - left) * (top - bottom) > _COVERS * frame.width * frame.height:
                return True
    return False
