"""What a folder of results holds, so that a later run goes on from there.

The file is JSON Lines in ``.letteranalyser/manifest.jsonl``: a line ``{"run": ...}`` with what results depend on, and for
each letter a line that refers to it. A line is added when the files of its letter are on the disk; a run that is killed
leaves at most its last line broken, and that letter is analysed again.
"""

import contextlib
import json
from pathlib import Path
from typing import Any, BinaryIO

from letteranalyser.batch.files import make_folder, told, write_whole
from letteranalyser.batch.identity import Identity

STATE = ".letteranalyser"
"""Folder in a folder of results with what is ours alone."""


class Manifest:
    """The manifest of a folder, as it was and as it becomes.

    Args:
        folder: with the results; nothing is written there before ``begin``.
        identity: what the results of this run depend on.
    """

    def __init__(self, folder: Path, identity: Identity) -> None:
        """Read it; what is broken in it counts as absent."""
        self.folder = folder
        self.path = folder / STATE / "manifest.jsonl"
        self.identity = identity
        self.runs: dict[str, Any] = {}
        self.letters: dict[str, dict[str, Any]] = {}
        self._file: BinaryIO | None = None
        with contextlib.suppress(OSError):
            for line in self.path.read_bytes().split(b"\n"):
                with contextlib.suppress(ValueError, KeyError, TypeError):
                    entry = json.loads(line)
                    if "run" in entry:
                        self.runs[entry["run"]] = entry["on"]
                    else:
                        self.letters[entry["place"]] = entry

    def holds(self, place: str, sha256: str, name: str) -> bool:
        """Whether the result of a letter is there and would be the same again; that of a failure never is."""
        entry = self.letters.get(place)
        if entry is None or entry["failed"] is not None:
            return False
        if (entry["sha256"], entry["name"], entry["by"]) != (sha256, name, self.identity.key()):
            return False
        with contextlib.suppress(OSError):
            return all((self.folder / file).stat().st_size == size for file, size in entry["files"].items())
        return False

    def begin(self) -> None:
        """Make it ready for more lines, a broken last one left out.

        Raises:
            NotWritableError: if it cannot be written.
        """
        make_folder(self.path.parent)
        self.runs[self.identity.key()] = self.identity.as_json()
        self.compact(self.letters)
        with told(self.path):
            self._file = self.path.open("ab")

    def add(self, entry: dict[str, Any]) -> None:
        """Add a letter of which the files are on the disk.

        Raises:
            NotWritableError: if it cannot be written.
        """
        entry["by"] = self.identity.key()
        self.letters[entry["place"]] = entry
        if self._file is not None:
            with told(self.path):
                self._file.write(dumped(entry))
                self._file.flush()

    def end(self, places: list[str] | None = None) -> None:
        """Close it; with ``places``, write it anew with these letters first, in this order.

        Raises:
            NotWritableError: if it cannot be written.
        """
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None
        if places is not None:
            first = {place: self.letters[place] for place in places if place in self.letters}
            rest = {place: self.letters[place] for place in sorted(self.letters.keys() - first.keys())}
            self.compact(first | rest)

    def compact(self, letters: dict[str, dict[str, Any]]) -> None:
        """Write it anew, with the runs that its letters refer to."""
        used = {entry["by"] for entry in letters.values()} | {self.identity.key()}
        runs = [{"run": key, "on": on} for key, on in sorted(self.runs.items()) if key in used]
        write_whole(self.path, b"".join(map(dumped, [*runs, *letters.values()])))


def dumped(value: object) -> bytes:
    """A line of JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
