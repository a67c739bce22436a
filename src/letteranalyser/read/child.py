"""The child process of ``guard``: reads PDFs from its standard input until that closes."""

import contextlib
import os
import sys

from letteranalyser.errors import LetterError, UnreadableError
from letteranalyser.models.limits import MEGABYTE, ReadSettings
from letteranalyser.read.guard import error_values, receive, send
from letteranalyser.read.pdf import read_pdf


def limit_memory(megabytes: int) -> None:
    """Limit the address space of this process, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Serve until the parent closes the pipe."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answers
    limit_memory(int(sys.argv[1]))
    while True:
        try:
            data, values = receive(sys.stdin.buffer)
        except EOFError:
            return
        try:
            answer: object = read_pdf(data, ReadSettings(**values))
        except LetterError as error:
            answer = error_values(error)
        except MemoryError:
            answer = error_values(UnreadableError("too_large", "reading it takes too much memory", None))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the fault of this letter alone
            text = f"reading it failed: {type(error).__name__}: {error}"
            answer = error_values(UnreadableError("damaged", text, "print it to a new PDF and try again"))
        send(answers, answer)


if __name__ == "__main__":
    main()
