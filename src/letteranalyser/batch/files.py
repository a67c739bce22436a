"""Files of results: there whole or not at all, and one run at a time into a folder."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from letteranalyser.errors import NotWritableError

AGAIN = "make room or choose another place, and run again: it goes on where it stopped"
DRAFT = ".letteranalyser.tmp"
"""Name of a file while it is written; one at a time in a folder, because one run at a time writes there."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """An error of the file system, told as one of ours."""
    try:
        yield
    except OSError as error:
        raise NotWritableError(
            "not_writable", f"{path}: cannot be written: {error.strerror}", AGAIN
        ) from None


def make_folder(path: Path) -> None:
    """Make a folder, and those above it.

    Raises:
        NotWritableError: if it cannot be made.
    """
    with told(path):
        path.mkdir(parents=True, exist_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that takes the place of an earlier one when all of it is on the disk.

    Raises:
        NotWritableError: if it cannot be written; the earlier one is still there then.
    """
    draft = path.with_name(DRAFT)
    with told(path):
        try:
            with draft.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            raise


class Lock:
    """One run at a time: a file that is locked as long as the run lasts, also when it is killed.

    Args:
        path: the file; it is made if need be.
        what: what is being written, for the message.

    Raises:
        NotWritableError: if another run has it, or it cannot be made.
    """

    def __init__(self, path: Path, what: Path) -> None:
        """Take it."""
        with told(what):
            self.file = path.open("ab+")
        try:
            import fcntl
        except ImportError:  # Windows: there nobody is warned
            return
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.file.close()
            hint = "wait until that one is done"
            raise NotWritableError("in_use", f"{what}: another run is writing there", hint) from None
        except OSError:
            # Some network file systems have no locks.
            return

    def release(self) -> None:
        """Let others have it."""
        self.file.close()
