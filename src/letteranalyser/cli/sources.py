"""What is to be read: files, folders and standard input, as the user named them."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from letteranalyser.errors import UnreadableError, too_large
from letteranalyser.settings import DEFAULTS

LETTERS = frozenset({".txt", ".pdf", ".docx", ".xml", ".html", ".htm", ".md"})
"""Endings of the files that are taken from a folder; a file named by the user may have any."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One letter to be read.

    Attributes:
        name: as the user gave it, or as it stands under the folder the user gave.
        path: the file; None for standard input.
        place: its path in a folder of results.
        error: why there is nothing to read, where that is known beforehand.
    """

    name: str
    path: Path | None
    place: Path
    error: UnreadableError | None = None

    def read(self, most: int = DEFAULTS.max_bytes) -> bytes:
        """The bytes of the letter, of which there may be ``most``.

        Raises:
            UnreadableError: if they cannot be had, or are more.
        """
        if self.error:
            raise self.error
        if self.path is None:
            if sys.stdin is None:
                raise UnreadableError("not_found", "standard input is closed")
            data = sys.stdin.buffer.read(most + 1)
        else:
            data = self._of_file(self.path, most)
        if len(data) > most:
            raise too_large(most)
        return data

    @staticmethod
    def _of_file(path: Path, most: int) -> bytes:
        try:
            # A device or a pipe can go on for ever, and have no size.
            if stat.S_ISREG((status := path.stat()).st_mode) and status.st_size > most:
                raise too_large(most)
            for _ in range(3):
                with path.open("rb") as file:
                    before = os.fstat(file.fileno())
                    data = file.read(most + 1)
                    after = os.fstat(file.fileno())
                # A file that is being written would be read half old and half new.
                if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
                    return data
            raise UnreadableError("changing", "the file is being written", "run again when it is whole")
        except FileNotFoundError:
            raise UnreadableError("not_found", "no such file or folder", "check the name") from None
        except ValueError:
            raise UnreadableError("not_found", "no file can have this name", "check the name") from None
        except OSError as error:
            raise UnreadableError("not_readable", f"cannot be read: {error.strerror}") from None


def find_sources(given: Sequence[str], stdin_name: str = STDIN) -> list[Source]:
    """All letters that the user means: folders replaced by what is in them, sorted, each letter once.

    Args:
        given: files, folders and ``-``.
        stdin_name: name to give to standard input.
    """
    base = common_folder([path for path in given if path != STDIN])
    sources: dict[str, Source] = {}
    for name in given:
        if name == STDIN:
            place = Path(Path(stdin_name).name if stdin_name != STDIN else "stdin")
            sources.setdefault(STDIN, Source(stdin_name, None, place))
            continue
        for source in at(name, base):
            sources.setdefault(str(absolute(source.path or Path(name))), source)
    return list(sources.values())


def at(name: str, base: Path) -> Iterator[Source]:
    """The letters under one name."""
    path = Path(name)
    if not path.is_dir():
        yield Source(valid(name), path, place_of(path, base))
        return
    found = False
    for file in letters_in(path):
        found = True
        yield Source(valid(str(file)), file, place_of(file, base))
    if not found:
        kinds = ", ".join(sorted(LETTERS))
        error = UnreadableError("no_letters", "no letters in this folder", f"looked for {kinds}")
        yield Source(valid(name), path, place_of(path, base), error)


def letters_in(folder: Path, above: frozenset[tuple[int, int]] = frozenset()) -> Iterator[Path]:
    """Files that may be letters, sorted, folders within folders included; links are followed, but not in circles.

    Args:
        folder: where to look.
        above: the folders on the way here, by device and inode.
    """
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        return
    for path in entries:
        if path.name.startswith((".", "~$")):
            continue
        try:
            mode = path.stat().st_mode
        except OSError:
            continue
        if stat.S_ISDIR(mode):
            yield from letters_in(path, above | {here})
        elif stat.S_ISREG(mode) and path.suffix.lower() in LETTERS:
            yield path


def common_folder(given: Sequence[str]) -> Path:
    """The folder that results are laid out from: the one folder given, else the one that holds all that is given."""
    paths = [absolute(Path(name)) for name in given]
    if len(paths) == 1 and paths[0].is_dir():
        return paths[0]
    try:
        return Path(os.path.commonpath([path.parent for path in paths]))
    except ValueError:
        # Nothing given, or on two drives.
        return Path.cwd()


def place_of(path: Path, base: Path) -> Path:
    """Path of a letter under the folder that results are laid out from."""
    whole = absolute(path)
    return whole.relative_to(base) if whole.is_relative_to(base) else Path(whole.name)


def absolute(path: Path) -> Path:
    """The whole path, with ``..`` taken away but links left as they are: results lie as the user sees the folder."""
    return Path(os.path.normpath(path.absolute()))


def valid(name: str) -> str:
    """A name that can be written as UTF-8; the file system allows others."""
    return os.fsencode(name).decode("utf-8", "replace")
