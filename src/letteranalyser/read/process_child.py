"""The process in which letters are read: takes them from its standard input until that closes."""

import contextlib
import importlib
import os
import sys
import threading
import time
import traceback

from letteranalyser.errors import LetterError, MissingDependencyError
from letteranalyser.read.formats import draw_page, read_kind
from letteranalyser.read.kind import FileKind
from letteranalyser.read.messages import Begun, Fault, Refused, receive_task, send


def limit_memory(size: int) -> None:
    """Limit the address space of this process and what it starts to ``size`` bytes, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_with_parent() -> None:
    """End this process when the parent has gone: then nobody stops it when it takes too long."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def warm() -> None:
    """Load what PDFs need while the parent is busy; where that fails, a letter will say so."""
    with contextlib.suppress(ImportError):
        for module in ("letteranalyser.read.pdf", "pypdfium2"):
            importlib.import_module(module)


def main() -> None:
    """Serve until the parent closes the pipe."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answers
    limit_memory(int(sys.argv[1]))
    end_with_parent()
    warm()
    while True:
        try:
            kind, data, settings, drawn = receive_task(sys.stdin.buffer)
        except EOFError:
            return
        answer: object
        try:
            if drawn:
                answer = draw_page(data, settings, drawn)
            else:
                answer = read_kind(kind, data, settings, lambda page: send(answers, Begun(page)))
        except LetterError as error:
            missing = isinstance(error, MissingDependencyError)
            answer = Refused(missing, error.code, error.message, error.hint)
        except MemoryError:
            answer = Refused(
                missing=False,
                code="too_much",
                message="reading it takes too much memory",
                hint=_hint(kind),
            )
        except RecursionError:
            answer = Refused(
                missing=False, code="too_deep", message="its parts are nested too deeply", hint=_hint(kind)
            )
        except Exception as error:  # noqa: BLE001 - told to the parent
            answer = Fault(f"{type(error).__name__}: {error}", traceback.format_exc())
        del data
        send(answers, answer)


def _hint(kind: FileKind) -> str:
    return "print it to a new PDF and try that" if kind is FileKind.PDF else "save it as PDF and try that"


if __name__ == "__main__":
    main()
