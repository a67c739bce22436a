"""Reads letters in a process of their own, with limits on time and memory.

A letter comes from anywhere, and what parses it is written in C: a file made for it, or merely broken, can take
gigabytes, never return, or crash. None of that may cost the other letters their results, so the parsing happens in a
child that can be stopped. It serves one letter after another, because to start it takes longer than to read most letters.
"""

import atexit
import contextlib
import pickle
import subprocess
import sys
import threading
from typing import IO

from letteranalyser.errors import LetterError, MissingDependencyError, UnreadableError
from letteranalyser.models.layout import Document
from letteranalyser.read.kind import FileKind
from letteranalyser.read.messages import Begun, Fault, Refused, Task, receive_answer, send
from letteranalyser.read.ocr import Picture
from letteranalyser.settings import ReadSettings

LETTERS_A_CHILD = 500
"""A new child after so many letters, so that what a parser leaks does not add up."""
_DAMAGED_HINT = "print it to a new PDF and try that"


class ReaderFaultError(RuntimeError):
    """An error of the program in the process that reads; its traceback is a note."""


class _Clock:
    """Stops the child when its time is up; a clock of its own, because reading from a pipe has none on all systems."""

    def __init__(self, child: "subprocess.Popen[bytes]", seconds: float) -> None:
        self.child, self.seconds = child, seconds
        self.up = False
        self.start()

    def start(self) -> None:
        self.timer = threading.Timer(self.seconds, self._stop)
        self.timer.daemon = True
        self.timer.start()

    def restart(self) -> None:
        self.timer.cancel()
        self.start()

    def _stop(self) -> None:
        self.up = True
        self.child.kill()


class ReadingProcess:
    """The child, started when it is first needed and again after it had to be stopped."""

    def __init__(self, memory: int) -> None:
        """Remember the limit on its memory, in bytes; nothing is started yet."""
        self.memory = memory
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0

    def start(self) -> "subprocess.Popen[bytes]":
        """The child, started if there is none; it loads what it needs while the caller goes on."""
        if self._child is None or self._child.poll() is not None or self._served >= LETTERS_A_CHILD:
            self.stop()
            # -P: a file in the user's folder must not pass for a module.
            command = [sys.executable, "-P", "-m", "letteranalyser.read.process_child", str(self.memory)]
            self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            self._served = 0
        return self._child

    def stop(self) -> None:
        """Stop the child, whatever it is doing."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()

    def read(self, kind: FileKind, data: bytes, settings: ReadSettings) -> Document:
        """Read one letter.

        Raises:
            UnreadableError: if it cannot be read, or not within the limits.
            MissingDependencyError: if it needs something that is not installed.
            ReaderFaultError: if the program is at fault.
        """
        return _document(self._ask(Task(kind, data, settings)))

    def draw(self, data: bytes, page: int, settings: ReadSettings) -> Picture:
        """Draw a page of a PDF.

        Raises:
            UnreadableError: if that cannot be done, or not within the limits.
        """
        answer = self._ask(Task(FileKind.PDF, data, settings, page))
        if isinstance(answer, Picture):
            return answer
        raise UnreadableError("not_drawn", f"page {page} cannot be drawn")

    def _ask(self, task: Task) -> object:
        settings = task.settings
        child = self.start()
        clock = _Clock(child, settings.seconds)
        page = None
        try:
            tasks, answers = _pipes(child)
            send(tasks, task)
            while isinstance(answer := receive_answer(answers), Begun):
                page = answer.page
                clock.restart()
        except (EOFError, OSError, pickle.UnpicklingError, MemoryError) as error:
            self.stop()
            raise self._failure(clock, page) from error
        except BaseException:
            # Ctrl-C: the child is in the middle of a letter that nobody waits for.
            self.stop()
            raise
        finally:
            clock.timer.cancel()
        self._served += 1
        return answer

    def _failure(self, clock: _Clock, page: int | None) -> UnreadableError:
        if clock.up:
            what = "not read" if page is None else f"page {page} not recognised"
            return UnreadableError(
                "too_slow", f"{what} within {clock.seconds:g} seconds", "allow more with --timeout"
            )
        return UnreadableError(
            "too_much", "reading it takes more memory than allowed, or crashes", _DAMAGED_HINT
        )


def _pipes(child: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if child.stdin is None or child.stdout is None:
        raise EOFError
    return child.stdin, child.stdout


def _document(answer: object) -> Document:
    match answer:
        case Document():
            return answer
        case Refused(missing, code, message, hint):
            error: type[LetterError] = MissingDependencyError if missing else UnreadableError
            raise error(code, message, hint)
        case Fault(text, traceback):
            fault = ReaderFaultError(text)
            fault.add_note(traceback)
            raise fault
    raise UnreadableError("damaged", "the reader gave no answer", _DAMAGED_HINT)


_processes: dict[int, ReadingProcess] = {}


def reading_process(settings: ReadSettings) -> ReadingProcess:
    """The child with these limits, one for all letters."""
    if settings.memory not in _processes:
        _processes[settings.memory] = ReadingProcess(settings.memory)
        atexit.register(_processes[settings.memory].stop)
    return _processes[settings.memory]
