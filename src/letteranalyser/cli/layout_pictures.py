"""``--debug-layout``: pictures of pages, with what each part of them was taken for drawn over them."""

from pathlib import Path
from typing import TYPE_CHECKING

from letteranalyser.cli import output
from letteranalyser.errors import NotWritableError

if TYPE_CHECKING:
    from letteranalyser.read.ocr import Picture
    from letteranalyser.settings import ReadSettings
    from letteranalyser.split.positioned.parts import PartBox

COLOURS = {
    "body": (0, 110, 200),
    "heading": (210, 0, 0),
    "footnote": (0, 140, 60),
    "table": (130, 60, 200),
    "margin": (230, 130, 0),
    "head": (120, 120, 120),
    "foot": (120, 120, 120),
    "letterhead": (190, 120, 160),
}
_ROOM = 2
"""Pixels between a part and the box around it."""
_LEGEND = 16
"""Pixels between the names of the parts, in the upper left corner."""


def draw_layout(data: bytes, folder: Path, settings: "ReadSettings") -> int:
    """Draw the pages of a letter, as ``page-1.png`` and so on, and tell how many.

    Args:
        data: the letter; one that is no PDF has no pages to draw.
        folder: where the pictures go.
        settings: limits, as for reading.

    Raises:
        UnreadableError: if the letter cannot be read.
        NotWritableError: if a picture cannot be written.
    """
    from letteranalyser.read import read
    from letteranalyser.read.process import reading_process
    from letteranalyser.split.positioned.parts import page_parts

    document = read(data, settings)
    if not document.positioned:
        return 0
    output.make_folder(folder)
    count = 0
    for number, parts in page_parts(document.pages):
        picture = reading_process(settings).draw(data, number, settings)
        _save(picture, parts, folder / f"page-{number}.png")
        count += 1
    return count


def _save(picture: "Picture", parts: "list[PartBox]", path: Path) -> None:
    from PIL import Image, ImageDraw

    image = Image.frombytes("L", (picture.width, picture.height), picture.pixels).convert("RGB")
    pen = ImageDraw.Draw(image)
    scale = picture.resolution / 72
    for part, x0, top, x1, bottom in parts:
        box = (scale * x0 - _ROOM, scale * top - _ROOM, scale * x1 + _ROOM, scale * bottom + _ROOM)
        pen.rectangle(box, outline=COLOURS[part])
    for index, part in enumerate(dict.fromkeys(box.part for box in parts)):
        pen.text((4, 4 + _LEGEND * index), part, fill=COLOURS[part])
    try:
        image.save(path)
    except OSError as error:
        raise NotWritableError("not_writable", f"{path}: cannot be written: {error.strerror}") from None
