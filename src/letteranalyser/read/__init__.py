"""Reading: bytes of any kind to pages of lines, or to blocks."""

from letteranalyser.models.layout import Document
from letteranalyser.settings import DEFAULTS, ReadSettings


def read(data: bytes, settings: ReadSettings = DEFAULTS) -> Document:
    """Read a letter, its kind told by its content.

    All but plain text is read in a process of its own, with limits on time and memory.

    Raises:
        UnreadableError: if the bytes are of an unknown kind, damaged, encrypted or without text, or past the limits.
        MissingDependencyError: if an optional package or program that this letter needs is absent.
    """
    from letteranalyser.errors import UnreadableError, too_large
    from letteranalyser.read.formats import read_kind
    from letteranalyser.read.kind import FileKind, kind_of

    if len(data) > settings.max_bytes:
        raise too_large(settings.max_bytes)
    if not data.strip(b" \t\r\n\f\v\0"):
        raise UnreadableError("empty", "the file is empty", "check that the download is complete")
    kind = kind_of(data)
    if kind is FileKind.TEXT:
        return read_kind(kind, data, settings)
    from letteranalyser.read.process import reading_process

    return reading_process(settings).read(kind, data, settings)


def prepare(data: bytes, settings: ReadSettings = DEFAULTS) -> None:
    """Start what ``read`` needs for these bytes, so that it loads while the caller does other things."""
    from letteranalyser.errors import UnreadableError
    from letteranalyser.read.kind import FileKind, kind_of

    try:
        if kind_of(data) is FileKind.TEXT:
            return
    except UnreadableError:
        return
    from letteranalyser.read.process import reading_process

    reading_process(settings).start()
