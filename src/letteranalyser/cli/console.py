"""Standard error: one line for each thing that went wrong, a log for those who ask, progress for those who watch."""

import itertools
import logging
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
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

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], most: int = 40) -> None:
        """A table, of which the first rows are shown; not when only errors are asked for, as each was told already."""
        if self.quiet:
            return
        from rich.console import Console as Screen
        from rich.table import Table
        from rich.text import Text

        made = Table(box=None, header_style="bold", pad_edge=False)
        for head in heads:
            made.add_column(head, overflow="fold")
        for row in rows[:most]:
            made.add_row(*(Text(printable(cell)) for cell in row))
        if len(rows) > most:
            made.add_row(Text(f"and {len(rows) - most} more"))
        width = None if is_terminal(sys.stderr) else 120
        try:
            Screen(stderr=True, width=width, markup=False, emoji=False, highlight=False).print(made)
        except (OSError, ValueError, AttributeError):
            # Standard error is gone or full: no reason to stop.
            return

    @contextmanager
    def progress(
        self, total: int, *, wanted: bool, state: Callable[[], tuple[int, int, int]] | None = None
    ) -> Iterator[Callable[[str], None]]:
        """A bar, if standard error is a terminal and nobody asked for quiet.

        Args:
            total: number of letters.
            wanted: whether a bar would not be in the way of what is written.
            state: gives letters done, pages and failures; None where letters are done one by one as they are begun.

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
            bars.TextColumn("{task.fields[found]}", markup=False),
            bars.TimeRemainingColumn(compact=True),
            bars.TextColumn("{task.description}", markup=False),
        )
        with bars.Progress(*columns, console=screen, transient=True, redirect_stdout=False) as bar:
            task = bar.add_task("", total=total, found="")
            done = itertools.count()
            begun = time.monotonic()

            def show(name: str) -> None:
                if state is None:
                    bar.update(task, completed=next(done), description=printable(name))
                    return
                letters, pages, failed = state()
                rate = letters / max(time.monotonic() - begun, 0.001)
                found = f"{pages} pages, {rate:.1f}/s" + (f", {failed} failed" if failed else "")
                bar.update(task, completed=letters, description=printable(name), found=found)

            self.show = lambda line: bar.console.print(Text(line), soft_wrap=True)
            try:
                yield show
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
