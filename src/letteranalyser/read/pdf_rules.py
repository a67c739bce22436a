"""The lines and rectangles drawn on a PDF page: rules over footnotes, underlines, edges of boxes and of tables."""

import ctypes
from collections.abc import Callable, Iterator
from functools import partial

from letteranalyser.models.layout import Rule
from letteranalyser.read.pdf_frame import Frame
from letteranalyser.read.pdf_raw import Handle, Raw

_MOST_OBJECTS = 20_000
"""Objects looked at on one page; a drawing with more is a picture, not a letter's rules."""
_MOST_SEGMENTS = 400
_MOST_RULES = 4_000
_DEEPEST_FORM = 3
_WHITE = 250
_Matrix = tuple[float, float, float, float, float, float]
_PLAIN: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _apply(x: float, y: float, m: _Matrix) -> tuple[float, float]:
    return x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]


def _matrix(raw: Raw, handle: Handle) -> _Matrix:
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(handle, m)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _visible(raw: Raw, handle: Handle) -> bool:
    """Whether a path is drawn, and not in white: word processors blank out with white rectangles."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(handle, fill, stroke):
        return False
    if stroke.value:
        return True
    if not fill.value:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _WHITE


def _boxes(raw: Raw, handle: Handle) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of a path's straight parts, in its own coordinates: one per line or rectangle drawn with it."""
    count = raw.FPDFPath_CountSegments(handle)
    x, y = ctypes.c_float(), ctypes.c_float()
    part: list[tuple[float, float]] = []
    for index in range(min(count, _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(handle, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(part) > 1:
                yield _bounds(part)
            part = []
        part.append((x.value, y.value))
    if len(part) > 1:
        yield _bounds(part)


def _bounds(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _walk(
    raw: Raw, count: int, get: Callable[[int], Handle], outer: _Matrix, depth: int
) -> Iterator[tuple[Handle, _Matrix]]:
    """Path objects, those in forms included, with the matrix that puts them on the page."""
    for index in range(min(count, _MOST_OBJECTS)):
        handle = get(index)
        kind = raw.FPDFPageObj_GetType(handle)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield handle, outer
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = _times(_matrix(raw, handle), outer)
            yield from _walk(
                raw,
                raw.FPDFFormObj_CountObjects(handle),
                partial(raw.FPDFFormObj_GetObject, handle),
                inner,
                depth + 1,
            )


def read_rules(page: Handle, frame: Frame) -> tuple[Rule, ...]:
    """The visible drawn lines and rectangles of ``page`` (a ``pypdfium2.PdfPage``), in the order of the file."""
    from pypdfium2 import raw

    rules: list[Rule] = []
    count = raw.FPDFPage_CountObjects(page)
    for handle, outer in _walk(raw, count, lambda i: raw.FPDFPage_GetObject(page, i), _PLAIN, 0):
        if len(rules) >= _MOST_RULES:
            break
        if not _visible(raw, handle):
            continue
        matrix = _times(_matrix(raw, handle), outer)
        for x0, y0, x1, y1 in _boxes(raw, handle):
            one = frame.place(*_apply(x0, y0, matrix))
            other = frame.place(*_apply(x1, y1, matrix))
            rule = Rule(
                min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
            )
            if rule.x1 > 0 and rule.bottom > 0 and rule.x0 < frame.width and rule.top < frame.height:
                rules.append(rule)
    return tuple(rules)
