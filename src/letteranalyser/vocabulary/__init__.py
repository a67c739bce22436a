"""Domain vocabulary: data files with source and date, and the loaders that check them.

Every file is TOML. It opens with a table ``[about]`` with ``source`` (where the entries come from) and ``date`` (when
they were last gone through, ISO). A user's folder of files of the same names adds to them, changes them and takes from
them: see ``use``.
"""

import sys
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from letteranalyser.vocabulary.overlay import merged

_overlay: list[Path] = []
"""The user's folder, if there is one."""


@cache
def load(name: str) -> dict[str, Any]:
    """One vocabulary file, parsed, with what the user's file of that name says of it.

    Args:
        name: file name without ending, for example ``positions``.

    Raises:
        FileNotFoundError: if there is no such file.
        tomllib.TOMLDecodeError: if it is not TOML.
    """
    data = shipped(name)
    for folder in _overlay:
        path = folder / f"{name}.toml"
        if path.is_file():
            data = merged(data, tomllib.loads(path.read_text(encoding="utf-8")))
    return data


def shipped(name: str) -> dict[str, Any]:
    """One vocabulary file as the package has it; raises as ``load`` does."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def shipped_names() -> list[str]:
    """Names of all vocabulary files, without ending."""
    return sorted(
        f.name.removesuffix(".toml") for f in files(__package__).iterdir() if f.name.endswith(".toml")
    )


def use(folder: Path | None) -> None:
    """Lay a user's folder over the shipped files, or with None nothing any more.

    What has been compiled from the vocabulary before is forgotten. Call it before letters are analysed, not meanwhile.

    Raises:
        VocabularyError: if a file in the folder has a mistake; the message names file and line.
    """
    from letteranalyser.errors import VocabularyError
    from letteranalyser.vocabulary.check import mistakes_in

    if folder is not None and (mistakes := mistakes_in(folder)):
        more = f" (and {len(mistakes) - 1} more)" if len(mistakes) > 1 else ""
        raise VocabularyError(
            "vocabulary", f"{mistakes[0]}{more}", f"analyse --check-vocabulary {folder} lists all mistakes"
        )
    _overlay[:] = [] if folder is None else [folder]
    # Every module compiles its patterns once and keeps them; what they were compiled from has changed.
    for name, module in list(sys.modules.items()):
        if name.startswith("letteranalyser."):
            for value in list(vars(module).values()):
                forget = getattr(value, "cache_clear", None)
                if callable(forget):
                    forget()
