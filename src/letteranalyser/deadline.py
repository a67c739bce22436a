"""An end to work that takes too long, in this process."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from letteranalyser.errors import UnreadableError


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Stop what is done under this when the time is up.

    Only in the main thread and where the system has timers (not on Windows); elsewhere it does nothing. What is written
    in C is stopped when it returns.

    Raises:
        UnreadableError: ``too_slow`` when the time is up.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        raise UnreadableError(
            "too_slow", f"not analysed within {seconds:g} seconds", "allow more with --timeout"
        )

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
