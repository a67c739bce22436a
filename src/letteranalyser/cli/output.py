"""Where results go: standard output, one file, or a folder of files; a file is there whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from letteranalyser.errors import NotWritableError, UsageError
from letteranalyser.render.choices import ARCHIVES, Format

SUFFIXES = {
    ".txt": Format.TEXT,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".duckdb": Format.DUCKDB,
    ".parquet": Format.PARQUET,
}
"""Ending of a file of results to its format."""

ENDINGS = {
    Format.TEXT: ".txt",
    Format.JSON: ".json",
    Format.JSONL: ".jsonl",
    Format.CSV: ".csv",
    Format.MARKDOWN: ".md",
    Format.DUCKDB: ".duckdb",
    Format.PARQUET: ".parquet",
}
"""Format to the ending of the files in a folder of results."""


class ReaderGoneError(Exception):
    """Nobody reads our standard output any more (``| head``)."""


def is_folder(output: str, *, many: bool) -> bool:
    """Whether ``-o`` names a folder: it is one, ends like one, or is to hold several letters and has no suffix."""
    if output.endswith(("/", os.sep)):
        return True
    path = Path(output)
    return path.is_dir() if path.exists() else many and not path.suffix


def names_archive(output: str) -> bool:
    """Whether ``-o`` names tables of all letters by its suffix."""
    return SUFFIXES.get(Path(output).suffix.lower()) in ARCHIVES


def format_of(output: str) -> Format | None:
    """The format that the suffix of a file of results says; None where there is no suffix.

    Raises:
        UsageError: if the suffix says nothing to us.
    """
    suffix = Path(output).suffix.lower()
    if not suffix or output.startswith("/dev/"):
        return None
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise UsageError("unknown_suffix", f"no format has the suffix {suffix}", f"use {known}, or --format")
    return SUFFIXES[suffix]


class Stdout:
    """Standard output, UTF-8 whatever the locale."""

    def write(self, text: str) -> None:
        """Write text so that the reader has it now.

        Raises:
            ReaderGoneError: if nobody reads any more.
            NotWritableError: if it cannot be written.
        """
        if sys.stdout is None:
            raise NotWritableError("not_writable", "standard output is closed")
        try:
            sys.stdout.buffer.write(text.encode())
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            discard_stdout()
            raise ReaderGoneError from None
        except OSError as error:
            discard_stdout()
            raise NotWritableError("not_writable", f"standard output: {error.strerror}") from None


def discard_stdout() -> None:
    """Lead standard output nowhere, so that what is left in its buffer does not fail once more at exit."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


class File:
    """A file that is being written."""

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        """Write into the stream; the path is for messages."""
        self.path = path
        self.stream = stream

    def write(self, text: str) -> None:
        """Write text.

        Raises:
            NotWritableError: if it cannot be written.
        """
        with told(self.path):
            self.stream.write(text.encode())


@contextmanager
def open_file(path: Path) -> Iterator[File]:
    """A file that takes the place of an earlier one when all of it is written, and not before.

    Raises:
        NotWritableError: if it cannot be written.
    """
    with told(path):
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            # /dev/null, a named pipe: nothing to put in its place.
            with target.open("wb") as stream:
                yield File(path, stream)
            return
        draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        stream = draft.open("xb")
    try:
        with stream:
            yield File(path, stream)
            with told(path):
                stream.flush()
                os.fsync(stream.fileno())
        with told(path):
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o777)
            draft.replace(target)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder of results, and those above it.

    Raises:
        NotWritableError: if it cannot be made.
    """
    with told(path):
        path.mkdir(parents=True, exist_ok=True)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """An error of the file system, told as one of ours."""
    try:
        yield
    except OSError as error:
        raise NotWritableError("not_writable", f"{path}: cannot be written: {error.strerror}") from None
