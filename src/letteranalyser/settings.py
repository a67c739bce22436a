"""How a letter is read, and how much one may cost. Nothing heavy is loaded here: the help of the command shows this."""

from dataclasses import dataclass, field
from enum import StrEnum

MEGABYTE = 1024 * 1024


class Ocr(StrEnum):
    """Which pages of a PDF are recognised, their picture turned into text."""

    AUTO = "auto"
    """Those without text."""
    OFF = "off"
    FORCE = "force"
    """All."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits on one letter, and how to read it.

    The defaults leave room for the longest letters with annexes (some 500 pages) and stop what is no letter, such as a
    file of a few kilobytes that unpacks to gigabytes.

    Attributes:
        max_pages: pages of a PDF after these are not read.
        max_bytes: a larger file is refused.
        seconds: time for reading, as much for analysing, and for recognising each page.
        memory: bytes of address space for the process that reads; not on Windows and macOS, which do not limit it.
        password: of encrypted PDFs.
        ocr: which pages are recognised.
    """

    max_pages: int = 1000
    max_bytes: int = 200 * MEGABYTE
    seconds: float = 120
    memory: int = 1536 * MEGABYTE
    password: str | None = field(default=None, repr=False)
    ocr: Ocr = Ocr.AUTO


DEFAULTS = ReadSettings()
