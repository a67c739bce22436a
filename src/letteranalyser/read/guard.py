"""Reads PDFs in a child process with limits on time and memory.

A PDF comes from anywhere, and the library that parses it is written in C++: a file made for it, or merely broken, can take
two gigabytes, never return, or crash. None of that may cost the other letters their results, so the parsing happens in a
child that can be stopped. The child serves one letter after another, because starting it takes longer than most letters.
"""

import atexit
import contextlib
import io
import pickle
import struct
import subprocess
import sys
import threading
from typing import Any

from letteranalyser.errors import LetterError, MissingDependencyError, UnreadableError
from letteranalyser.models.layout import Document
from letteranalyser.models.limits import ReadSettings

LENGTH = struct.Struct(">Q")
LETTERS_A_CHILD = 500
"""A new child after so many letters, so that what the parser leaks does not add up."""
ALLOWED = frozenset(
    {"letteranalyser.models.layout", "letteranalyser.models.analysis", "letteranalyser.errors"}
)
"""Modules whose classes may come back from the child: it has parsed a stranger's file and is not trusted further."""


class _Unpickler(pickle.Unpickler):
    """Unpickles plain values and our own models, nothing else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - pickle's own signature
        if module in ALLOWED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not expected from the reader")


def send(stream: io.BufferedIOBase, value: object) -> None:
    """Write one value with its length before it."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: io.BufferedIOBase) -> Any:  # noqa: ANN401 - whatever was sent
    """Read one value.

    Raises:
        EOFError: if the other side is gone.
        pickle.UnpicklingError: if it sent what it should not.
    """
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    size = LENGTH.unpack(head)[0]
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return _Unpickler(io.BytesIO(data)).load()


class GuardedReader:
    """A child process that reads PDFs, started when first needed and again after it had to be stopped."""

    def __init__(self, settings: ReadSettings) -> None:
        """Remember the limits; nothing is started yet."""
        self.settings = settings
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0

    def start(self) -> "subprocess.Popen[bytes]":
        """The child, started if there is none; it imports what it needs while the caller goes on."""
        if self._child is None or self._child.poll() is not None or self._served >= LETTERS_A_CHILD:
            self.close()
            # -P: a file in the user's folder must not pass for a module.
            self._child = subprocess.Popen(
                [
                    sys.executable,
                    "-P",
                    "-m",
                    "letteranalyser.read.child",
                    str(self.settings.memory_megabytes),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._served = 0
        return self._child

    def close(self) -> None:
        """Stop the child."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()

    def read(self, data: bytes) -> Document:
        """Read one PDF.

        Raises:
            UnreadableError: if it cannot be read, or not within the limits.
            MissingDependencyError: if it needs something that is not installed.
        """
        child = self.start()
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self.settings.seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            if child.stdin is None or child.stdout is None:
                raise EOFError
            send(child.stdin, (data, self.settings.model_dump()))  # type: ignore[arg-type] # a pipe is buffered
            answer = receive(child.stdout)  # type: ignore[arg-type]
        except (EOFError, OSError, pickle.UnpicklingError, MemoryError) as error:
            self.close()
            if late.is_set():
                raise UnreadableError(
                    "too_slow",
                    f"not read within {self.settings.seconds:g} seconds",
                    "allow more with --max-seconds",
                ) from error
            raise UnreadableError(
                "damaged", "reading it crashed or took too much memory", "print it to a new PDF and try again"
            ) from error
        finally:
            timer.cancel()
        self._served += 1
        return self._document(answer)

    @staticmethod
    def _document(answer: Any) -> Document:  # noqa: ANN401 - checked here
        match answer:
            case Document():
                return answer
            case ("MissingDependencyError", str(code), str(message), hint):
                raise MissingDependencyError(code, message, hint)
            case (_, str(code), str(message), hint):
                raise UnreadableError(code, message, hint)
        raise UnreadableError("damaged", "the reader gave no answer", "print it to a new PDF and try again")


_readers: dict[ReadSettings, GuardedReader] = {}


def guarded_reader(settings: ReadSettings) -> GuardedReader:
    """The reader of this process with these limits, made once."""
    if settings not in _readers:
        _readers[settings] = GuardedReader(settings)
        atexit.register(_readers[settings].close)
    return _readers[settings]


def error_values(error: LetterError) -> tuple[str, str, str, str | None]:
    """An error as plain values, to be sent."""
    return (type(error).__name__, error.code, error.message, error.hint)
