"""A process that analyses letters: takes calls from its standard input until that closes, and answers each."""

import contextlib
import os
import pickle
import sys
from pathlib import Path

from letteranalyser.batch.letter_task import when_read
from letteranalyser.read.process_child import end_with_parent

READ = "read"
"""Sent when a letter has been read; what follows is its analysis."""


def offer_oneself() -> None:
    """When memory runs out, have the system stop this process and not the one that keeps the results (Linux)."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")


def main() -> None:
    """Serve until the parent closes the pipe."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answers
    offer_oneself()
    end_with_parent()
    import letteranalyser.pipeline  # noqa: F401 - loaded while the parent reads the first letter

    def send(message: object) -> None:
        pickle.dump(message, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()

    when_read(lambda: send(READ))
    while True:
        try:
            call, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
        except EOFError:
            return
        try:
            answer = (True, call(*arguments))
        except Exception as error:  # noqa: BLE001 - the caller is told
            answer = (False, error)
        send(answer)


if __name__ == "__main__":
    main()
