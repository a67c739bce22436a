"""How much one letter may cost to read."""

from typing import Literal

from pydantic import Field

from letteranalyser.models.analysis import Frozen

MEGABYTE = 1024 * 1024

OcrMode = Literal["auto", "off", "force"]


class ReadSettings(Frozen):
    """Limits on one letter, and how to read it.

    The defaults leave room for the longest letters with annexes (some 500 pages) and stop what is no letter: a
    decompression bomb, a page tree that loops.
    """

    pages: int = Field(default=2000, ge=1, description="more pages than this are not read")
    megabytes: int = Field(default=200, ge=1, description="a larger file is refused")
    seconds: float = Field(default=60, gt=0, description="time for reading one letter")
    memory_megabytes: int = Field(
        default=1536, ge=256, description="address space of the process that reads a PDF"
    )
    password: str | None = Field(default=None, repr=False, description="user password of encrypted PDFs")
    ocr: OcrMode = Field(default="auto", description="whether pages without text are recognised")
