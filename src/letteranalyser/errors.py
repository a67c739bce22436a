"""What can go wrong, each with the exit code of the command and a hint of what to do next."""

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """Exit codes of ``analyse``; README.md documents the same table."""

    OK = 0
    """All letters were analysed."""
    SOME_FAILED = 1
    """The run finished, but at least one of several letters could not be analysed."""
    USAGE = 2
    """The command line is wrong."""
    UNREADABLE = 3
    """The only letter cannot be read: missing, empty, encrypted, no text, or of an unknown kind."""
    MISSING_DEPENDENCY = 4
    """Something optional that this input needs is not installed; the message names it."""
    NOT_WRITABLE = 5
    """The output cannot be written."""
    BAD_VOCABULARY = 6
    """A vocabulary of the user's has a mistake; the message names file and line."""
    INTERNAL = 70
    """A fault of the program; ``-v`` shows the traceback."""
    INTERRUPTED = 130
    """Stopped with Ctrl-C."""


class LetterError(Exception):
    """A letter that cannot be analysed, said in one line.

    Attributes:
        code: short stable name, used as ``problems[].code`` in the JSON.
        message: what is wrong, without the file's name.
        hint: what to do next, or None.
        exit_code: exit code of the command when this was the only letter.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.UNREADABLE

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        """Keep the three parts apart, so that each output can lay them out its own way."""
        # One line: what a library says of a damaged file may be several.
        self.message = " ".join(message.split())
        super().__init__(self.message)
        self.code = code
        self.hint = hint


class UnreadableError(LetterError):
    """The bytes are no letter that we can read."""


class MissingDependencyError(LetterError):
    """An optional package or program is needed and absent."""

    exit_code: ClassVar[ExitCode] = ExitCode.MISSING_DEPENDENCY


class NotWritableError(LetterError):
    """The output cannot be written."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_WRITABLE


class VocabularyError(LetterError):
    """A vocabulary of the user's has a mistake."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_VOCABULARY


class UsageError(LetterError):
    """The request itself makes no sense."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE


def too_large(most: int) -> UnreadableError:
    """A file of more than ``most`` bytes."""
    return UnreadableError(
        "too_large", f"the file is larger than {most:,} bytes", "allow more with --max-bytes"
    )
