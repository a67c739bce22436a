"""Executors for one machine.

``concurrent.futures.ProcessPoolExecutor`` counts all letters in hand as lost when one of its processes dies, and has no
way to stop one that hangs. Here every process has a letter of its own in hand and a thread that waits for it, so what goes
wrong with a process is known to be over that letter.
"""

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import IO, Any, ParamSpec, TypeVar

from letteranalyser.batch.worker import READ
from letteranalyser.settings import Ocr, ReadSettings

P = ParamSpec("P")
T = TypeVar("T")

LETTERS_A_WORKER = 1000
"""A new process after so many letters, so that what libraries keep does not add up."""
SPARE = 15.0
"""Seconds that a worker has beyond the limits it keeps to itself: those are to be told first, with what is wrong. Loading
spaCy is in it."""


class WorkerLostError(Exception):
    """The process with this letter was killed, or crashed."""


class WorkerHungError(Exception):
    """The process with this letter did not answer in time, and was stopped."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds that a worker may take before it is stopped."""

    reading: float
    analysing: float

    @classmethod
    def of(cls, settings: ReadSettings) -> "Limits":
        """Somewhat more than what the worker stops by itself; each page that is recognised has its own time."""
        pages = 0 if settings.ocr is Ocr.OFF else settings.max_pages
        return cls(settings.seconds * (2 + pages) + SPARE, settings.seconds + SPARE)


def cores() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Alone(Executor):
    """Calls at once, in this process: for a few letters, for which to start others takes longer."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Call now; Ctrl-C goes to the caller."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whoever asks for the result gets it
            future.set_exception(error)
        return future


Call = tuple["Future[Any]", Callable[..., Any], tuple[Any, ...]]


class WorkerPool(Executor):
    """Processes, each with one call in hand.

    Args:
        jobs: number of processes.
        limits: on what one call may take.
        letters: calls after which a process is replaced.
    """

    def __init__(self, jobs: int, limits: Limits, letters: int = LETTERS_A_WORKER) -> None:
        """Start the processes; they load what they need meanwhile."""
        self._calls: queue.SimpleQueue[Call | None] = queue.SimpleQueue()
        self._slots = [_Slot(self._calls, limits, letters) for _ in range(jobs)]
        for slot in self._slots:
            slot.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Have ``fn`` called in one of the processes; it and its arguments are pickled.

        The future raises ``WorkerLostError`` or ``WorkerHungError`` when that process does not live to answer.
        """
        if kwargs:
            raise TypeError("no keyword arguments")
        future: Future[T] = Future()
        self._calls.put((future, fn, args))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes: when they are done, or with ``cancel_futures`` at once."""
        if cancel_futures:
            with contextlib.suppress(queue.Empty):
                while (call := self._calls.get_nowait()) is None or call[0].cancel():
                    pass
            for slot in self._slots:
                slot.stop()
        for _ in self._slots:
            self._calls.put(None)
        if wait:
            for slot in self._slots:
                slot.join()


class _Slot(threading.Thread):
    """A process, and the thread that waits for it."""

    def __init__(self, calls: "queue.SimpleQueue[Call | None]", limits: Limits, letters: int) -> None:
        super().__init__(daemon=True)
        self.calls, self.limits, self.letters = calls, limits, letters
        self.child: subprocess.Popen[bytes] | None = None
        self.served = 0
        self.ending = False
        self.lock = threading.Lock()
        self._begin()

    def run(self) -> None:
        while (call := self.calls.get()) is not None:
            future, function, arguments = call
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(self._ask(function, arguments))
            except BaseException as error:  # noqa: BLE001 - whoever asks for the result gets it
                future.set_exception(error)
        self._end(gently=True)

    def stop(self) -> None:
        """Stop the process, and start no other."""
        with self.lock:
            self.ending = True
            if self.child is not None:
                kill(self.child)

    def _begin(self) -> "subprocess.Popen[bytes]":
        with self.lock:
            if self.ending:
                raise WorkerLostError
            if self.child is None:
                # A group of its own: Ctrl-C is for the parent, which ends its workers itself.
                # -P: a file in the user's folder must not pass for a module.
                self.child = subprocess.Popen(
                    [sys.executable, "-P", "-m", "letteranalyser.batch.worker"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    process_group=0 if os.name == "posix" else None,
                )
                self.served = 0
            return self.child

    def _end(self, *, gently: bool = False) -> None:
        with self.lock:
            child, self.child = self.child, None
            if child is None:
                return
            for stream in (child.stdin, child.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()
            if gently:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(5)
            kill(child)
            child.wait()

    def _ask(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> object:
        if self.served >= self.letters or (self.child is not None and self.child.poll() is not None):
            # Killed while it had no letter: that costs none.
            self._end(gently=True)
        child = self._begin()
        clock = _Clock(child, self.limits.reading)
        try:
            calls, answers = pipes(child)
            pickle.dump((function, arguments), calls, pickle.HIGHEST_PROTOCOL)
            calls.flush()
            while (answer := pickle.load(answers)) == READ:  # noqa: S301 - from our own child
                clock.restart(self.limits.analysing)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self._end()
            raise (WorkerHungError if clock.up else WorkerLostError) from error
        finally:
            clock.stop()
        self.served += 1
        fine, value = answer
        if not fine:
            raise value
        return value


class _Clock:
    """Kills a process when its time is up."""

    def __init__(self, child: "subprocess.Popen[bytes]", seconds: float) -> None:
        self.child = child
        self.up = False
        self._start(seconds)

    def _start(self, seconds: float) -> None:
        self.timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), self._ring)
        self.timer.daemon = True
        self.timer.start()

    def _ring(self) -> None:
        self.up = True
        kill(self.child)

    def restart(self, seconds: float) -> None:
        self.stop()
        self._start(seconds)

    def stop(self) -> None:
        self.timer.cancel()


def pipes(child: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    """Where a process takes calls, and where it answers."""
    if child.stdin is None or child.stdout is None:
        raise EOFError
    return child.stdin, child.stdout


def kill(child: "subprocess.Popen[bytes]") -> None:
    """Kill a process with what it has started."""
    if child.poll() is None:
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(child.pid, signal.SIGKILL)
            else:
                child.kill()
