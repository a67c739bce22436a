"""Standard error: one line for each thing that went wrong, a log for those who ask, progress for those who watch."""

import itertools
import logging
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from letteranalyser.errors import LetterError
from letteranalyser.render.wording import printable

NAME = "analyse"

LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)


class Console(logging.Handler):
    """What is said on standard error, the log of the library included.

    Args:
        quiet: only errors.
        verbosity: 0; 1 for what happens, and tracebacks; more for every detail.
    """

    def __init__(self, *, quiet: bool = False, verbosity: int = 0) -> None:
        """Take the place of an earlier one."""
        super().__init__()
        self.quiet = quiet
        self.verbosity = verbosity
        self.show: Callable[[str], None] = to_stderr
        logger = logging.getLogger("letteranalyser")
        logger.handlers = [handler for handler in logger.handlers if not isinstance(handler, Console)]
        logger.addHandler(self)
        logger.setLevel(logging.ERROR if quiet else LEVELS[min(verbosity, 2)])

    def emit(self, record: logging.LogRecord) -> None:
        """Show a line of the log."""
        self.say(record.getMessage())

    def say(self, message: str) -> None:
        """One line, signed."""
        self.show(f"{NAME}: {printable(message)}")

    def remark(self, message: str) -> None:
        """One line that is no error."""
        if not self.quiet:
            self.say(message)

    def error(self, error: LetterError, path: str | None = None) -> None:
        """One line on where something is wrong, what, and what to do next."""
        self.say(told(error.message, error.hint, path))

    def problem(self, message: str, hint: str | None, path: str) -> None:
        """One line on what could not be read of a letter that is analysed all the same."""
        self.remark(told(message, hint, path))

    def fault(self, error: BaseException, path: str | None = None, hint: str | None = None) -> LetterError:
        """Tell a fault of the program: where it is in the program too, for who asked for it.

        Args:
            error: what was raised.
            path: the letter it was raised over, if any.
            hint: what to do next.

        Returns:
            The fault as an error over a letter.
        """
        hint = hint or ("please report it" if self.verbosity else "run with -v to see where, and report it")
        said = LetterError("internal", f"fault of the program: {type(error).__name__}: {error}", hint)
        if self.verbosity:
            self.show("".join(traceback.format_exception(error)).rstrip("\n"))
        self.error(said, path)
        return said

    @contextmanager
    def progress(self, total: int, *, wanted: bool) -> Iterator[Callable[[str], None]]:
        """A bar, if standard error is a terminal and nobody asked for quiet.

        Args:
            total: number of letters.
            wanted: whether a bar would not be in the way of what is written.

        Yields:
            What to call with the name of each letter when it is begun.
        """
        if not wanted or self.quiet or total == 1 or not is_terminal(sys.stderr):
            yield lambda _: None
            return
        from rich import progress as bars
        from rich.console import Console as Screen
        from rich.text import Text

        screen = Screen(stderr=True, markup=False, emoji=False, highlight=False)
        columns = (
            bars.BarColumn(bar_width=24),
            bars.MofNCompleteColumn(),
            bars.TimeRemainingColumn(compact=True),
            bars.TextColumn("{task.description}", markup=False),
        )
        with bars.Progress(*columns, console=screen, transient=True, redirect_stdout=False) as bar:
            task = bar.add_task("", total=total)
            done = itertools.count()
            self.show = lambda line: bar.console.print(Text(line), soft_wrap=True)
            try:
                yield lambda name: bar.update(task, completed=next(done), description=printable(name))
                bar.update(task, completed=total, description="")
            finally:
                self.show = to_stderr


def told(message: str, hint: str | None, path: str | None) -> str:
    """Where something is wrong, what, and what to do next."""
    return (f"{path}: " if path else "") + message + (f" – {hint}" if hint else "")


def to_stderr(line: str) -> None:
    """A line on standard error; a stream that is gone or full is no reason to stop."""
    if sys.stderr is None:
        # Closed by the shell (`2>&-`); print would take standard output in its place.
        return
    try:
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - this is the one place that prints
    except (OSError, ValueError):
        return


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether a stream leads to a screen."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False
