"""What the process that reads letters and the one that asked for it send each other: pickled values, each after its length.

The reading process has parsed a stranger's file, so nothing that comes from it may do more than make our own values.
"""

import gc
import io
import pickle
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any, NamedTuple

from letteranalyser.read.kind import FileKind
from letteranalyser.settings import ReadSettings

LENGTH = struct.Struct(">Q")
MOST_BYTES = 1 << 30
"""Bytes of the longest message taken; 1,000 full pages have 36 million."""
EXPECTED = frozenset(
    {
        *(("letteranalyser.models.layout", n) for n in ("Block", "BlockKind", "Document", "Line")),
        *(("letteranalyser.models.layout", n) for n in ("Page", "Rule", "Table", "Word")),
        ("letteranalyser.models.analysis", "Problem"),
        ("letteranalyser.read.ocr", "Picture"),
        *(("letteranalyser.read.messages", n) for n in ("Begun", "Refused", "Fault")),
    }
)
"""The classes that an answer is made of, by module and name."""


class Task(NamedTuple):
    """A letter to be read, or one of its pages to be drawn."""

    kind: FileKind
    data: bytes
    settings: ReadSettings
    drawn: int = 0
    """Page to be drawn; 0 to read the letter."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Another page is being recognised, for which the clock starts anew."""

    page: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The letter cannot be read: the parts of a ``LetterError``."""

    missing: bool
    """Whether something is not installed, rather than the letter at fault."""
    code: str
    message: str
    hint: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of the program."""

    error: str
    traceback: str


class _Unpickler(pickle.Unpickler):
    """Makes plain values and our own, nothing else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - pickle's own signature
        if (module, name) in EXPECTED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not expected")


@contextmanager
def _without_collection() -> Iterator[None]:
    """No search for garbage: it would go over the million words of a long letter again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def send(stream: IO[bytes], value: object) -> None:
    """Write one value.

    Raises:
        OSError: if the other side is gone.
    """
    with _without_collection():
        data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive_task(stream: IO[bytes]) -> Task:
    """Read what is to be done.

    Raises:
        EOFError: if there is no more.
    """
    task: Task = pickle.loads(_message(stream))  # noqa: S301 - from the process that started this one
    return task


def receive_answer(stream: IO[bytes]) -> object:
    """Read an answer of the process that reads letters.

    Raises:
        EOFError: if it is gone.
        pickle.UnpicklingError: if it sent what it should not.
    """
    with _without_collection():
        return _Unpickler(io.BytesIO(_message(stream))).load()


def _message(stream: IO[bytes]) -> bytes:
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    size = LENGTH.unpack(head)[0]
    if size > MOST_BYTES:
        raise EOFError
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
