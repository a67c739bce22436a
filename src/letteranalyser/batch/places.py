"""Names of the files of results: one for each letter and no two the same."""

import hashlib
from collections.abc import Sequence
from pathlib import PurePath

from letteranalyser.batch.manifest import STATE

RESERVED = frozenset({STATE, "problems.jsonl"})
LONGEST = 240
"""Bytes of a name; file systems take 255, and an ending follows."""


def distinct(places: Sequence[PurePath], endings: Sequence[str]) -> list[str]:
    """Paths in a folder of results, ``/`` between their parts, the endings of the files left off.

    A letter whose files would have the name of another's, of a folder, or of what is ours, or too long a name, gets a
    fingerprint of its place in its name; which does not depend on the other letters' order.

    Args:
        places: where each letter lies under the folder that is read.
        endings: what the names of its files have behind that.
    """
    folders = {folder.as_posix().casefold() for place in places for folder in place.parents}
    taken = {name.casefold() for name in RESERVED} | folders
    names: list[str] = []
    for place in places:
        whole = place.as_posix()
        name = whole
        size = len(place.name.encode("utf-8", "surrogateescape"))
        clash = any((name + ending).casefold() in taken for ending in endings)
        if clash or size > LONGEST:
            mark = hashlib.sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()[:12]
            short = place.name.encode("utf-8", "surrogateescape")[: LONGEST - 13].decode("utf-8", "ignore")
            name = place.with_name(f"{short}~{mark}").as_posix()
        taken.update((name + ending).casefold() for ending in endings)
        names.append(name)
    return names
